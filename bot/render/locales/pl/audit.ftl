### Audyt

command-audit = Sprawdź opublikowane posty
audit-ask =
    Przekaż mi po kolei około dziesięciu postów ze swojego kanału albo wyślij plik: eksport z Telegrama (result.json), tabelę (.csv) lub tekst (.txt).

    Powiem, ile z nich dało powód, żeby zostać, komuś, kto nic nie kupuje. Z tymi postami będę porównywać Twoje następne szkice.
audit-count = { $count ->
        [one] Mam { $count } post.
        [few] Mam { $count } posty.
        [many] Mam { $count } postów.
       *[other] Mam { $count } posta.
    } Przekaż kolejne albo daj mi je przeczytać.
audit-count-empty = W tej wiadomości nie ma słów. Przekaż post z tekstem.
audit-go = Przeczytaj je teraz
audit-progress = Czytam: { $done } z { $total }.
audit-no-brand = Audyt robi się dla marki, a ten zespół żadnej jeszcze nie ma. Może ją ustawić osoba prowadząca zespół, poleceniem /brand.
audit-too-many = Postów jest { $count }, a czytam najwyżej { $most }. Wyślij, proszę, krótszy plik.
audit-nothing = Nie ma jeszcze żadnego przekazanego posta.
audit-title = { $brand }: { $count } { $count ->
        [one] post
        [few] posty
        [many] postów
       *[other] posta
    }
audit-too-few = Da się ocenić { $count ->
        [one] { $count } post
        [few] { $count } posty
        [many] { $count } postów
       *[other] { $count } posta
    }, a to niewiele mówi. Dziesięć powie więcej.
audit-reasons = Powód, żeby zostać, komuś, kto nic nie kupuje: { $count } z { $of }.
audit-promise = Obiecujesz: { $kinds }. Daje to { $count } z { $of }.
audit-streak = Najdłuższa seria promocji: { $count } z rzędu.
audit-share = Ostatnie posty ({ $count }): sprzedaje { $share }, a Twój limit to { $limit }.
audit-unjudged = Bez oceny, bo brak słów albo inny język: { $count }.
audit-best = Najlepszy · { $score }:
audit-weakest = Najsłabszy · { $score }:
audit-feed = To już Twój kanał: następny szkic porównam z tymi postami.
audit-chart-reasons = dało powód, żeby zostać
audit-chart-share = sprzedaje, z ostatnich 10
audit-chart-limit = limit: { $limit }
audit-chart-posts = Ostatnie posty ({ $count }) z oceną, od najstarszego
audit-chart-sells = sprzedaje
audit-chart-kinds = Co dostali czytelnicy, w ilu postach
audit-chart-promised = obiecane
file-kind = Czytam pliki .json, .csv, .txt i .md; { $name } nie jest żadnym z nich.
file-not-text = Ten plik nie jest tekstem, który umiem przeczytać. Zapisz go, proszę, jako tekst UTF-8.
file-no-posts = W tym pliku nie ma postów.
file-broken-json = JSON w tym pliku jest niepełny: urywa się w wierszu { $line }. Wyeksportuj go z Telegrama jeszcze raz.
file-broken-table = Nie umiem przeczytać tej tabeli. Zapisz ją, proszę, jako CSV, jeden post w wierszu.
file-no-column = Nie widzę, w której kolumnie są posty. Nazwij ją { $names }.
file-too-large = Ten plik jest za duży: przyjmuję do { $most }.
file-gone = Tego pliku nie da się już pobrać z Telegrama. Wyślij go, proszę, jeszcze raz.
