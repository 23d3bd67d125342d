### Raport tygodniowy

command-report = Tydzień zespołu, dla prowadzących
command-me = Twoja krzywa uczenia się
command-result = Zapisz, co przyniósł post
report-own-drafts = Twoje szkice
report-whole-team = Wszystkie marki
report-too-few = Za mało szkiców, żeby coś stwierdzić. Oto, co jest.
report-empty = W tym czasie nie było szkiców. Wyślij mi jakiś, a kolejny raport będzie miał o czym opowiedzieć.
report-only-private = O raport poproś w naszej prywatnej rozmowie: są w nim fragmenty szkiców zespołu.
report-usually = zwykle { $value }
report-of = { $count } z { $of }
report-yes = tak
report-none = brak

report-label-score = Wynik
report-label-reasons = Powody, żeby zostać
report-label-promise = Obietnica
report-label-balance = Równowaga
report-label-talk = Rozmowa
report-label-listening = Słuchanie
report-label-editing = Poprawki
report-label-recurring = Co wraca
report-label-exercise = Ćwiczenie na przyszły tydzień
report-label-functions = Kto pisze
report-label-unfair = Uznane za niesłuszne
report-label-results = Zapisane efekty
report-label-weeks = Tygodnie

report-unjudged =
    { $count ->
        [one] jeszcze { $count } był za krótki na ocenę
        [few] jeszcze { $count } były za krótkie na ocenę
        [many] jeszcze { $count } było za krótkich na ocenę
       *[other] jeszcze { $count } było za krótkie na ocenę
    }
report-waited-today = ostatni dzisiaj
report-waited =
    { $days ->
        [one] ostatni wczoraj
        [few] ostatni { $days } dni temu
        [many] ostatni { $days } dni temu
       *[other] ostatni { $days } dnia temu
    }
report-kept = dotrzymana w { $count } z { $of }
report-drift =
    { $count ->
        [one] { $count } dał coś innego
        [few] { $count } dały coś innego
        [many] { $count } dało coś innego
       *[other] { $count } dało coś innego
    }
report-asks = pyta lub wzywa: { $asks }, daje coś: { $gives }
report-last-posts =
    { $selling ->
        [one] sprzedaje { $selling } z ostatnich { $of }
        [few] sprzedają { $selling } z ostatnich { $of }
        [many] sprzedaje { $selling } z ostatnich { $of }
       *[other] sprzedaje { $selling } z ostatnich { $of }
    }
report-limit = limit { $most }
report-streak = { $count } z rzędu
report-notices =
    { $count ->
        [one] { $count } przydatny komunikat
        [few] { $count } przydatne komunikaty
        [many] { $count } przydatnych komunikatów
       *[other] { $count } przydatnego komunikatu
    }
report-questions = pytania: { $genuine } o coś, { $hollow } o nic
report-loops = „mówicie, więc robimy”: { $count }
report-heard = usłyszane: { $count }
report-ideas = pomysły: { $count }
report-results = { $count }, bez wpływu na ocenę
report-asked =
    { $days ->
        [one] obserwujących pytano { $days } dzień temu
        [few] obserwujących pytano { $days } dni temu
        [many] obserwujących pytano { $days } dni temu
       *[other] obserwujących pytano { $days } dnia temu
    }
report-not-asked = nie wiem, kiedy ostatnio pytano obserwujących
report-edited =
    { $count ->
        [one] { $count } szkic: { $before } → { $after }
        [few] { $count } szkice: { $before } → { $after }
        [many] { $count } szkiców: { $before } → { $after }
       *[other] { $count } szkicu: { $before } → { $after }
    }
report-fixed = najczęściej znikało { $titles }
report-in-drafts =
    { $count ->
        [one] w { $count } szkicu
        [few] w { $count } szkicach
        [many] w { $count } szkicach
       *[other] w { $count } szkicu
    }
report-unnamed = bez podanego działu: { $count }
report-called = { $title } { $count }×

exercise-reason-to-follow = Przed każdym szkicem dokończ zdanie: „Ktoś, kto nic nie kupuje, ucieszy się, bo …”.
exercise-takeaway = W każdym poście daj jedną rzecz do użycia od razu: godzinę, miejsce, krok, liczbę.
exercise-promotion = Na każdy post, który sprzedaje, napisz dwa, które tylko dają. Zacznij od nich.
exercise-opening = Zadaj jedno pytanie, od którego coś zależy, i napisz, co się zmieni po odpowiedziach.
exercise-listening = Wybierz jedną rzecz, o której mówią obserwujący, zrób coś z nią i napisz co.
exercise-honesty = Wykreśl każde „pospiesz się” i każdą prośbę o lajki. Wstaw prawdziwy termin albo nic.
exercise-clarity = Przeczytaj każdy szkic na głos. Skróć zdanie, przy którym brakuje Ci tchu.
exercise-network = Spójrz na samo pierwsze zdanie, tak jak pokazuje je sieć. Czy klikniesz „więcej”?
exercise-none = Opublikuj jedną rzecz, którą ktoś, kto nic nie kupuje, prześle znajomym.

### Obrazek tygodnia

chart-score = Wynik każdego szkicu
chart-usual = zwykle { $score }
chart-reasons = Powody, żeby zostać
chart-kind-support = pomoc w kłopotach
chart-kind-deal = dobre okazje
chart-kind-exclusive = świeże wieści
chart-kind-guidance = przydatne rady
chart-kind-entertainment = rozrywka
chart-kind-conversation = rozmowa
chart-kept = obietnica: { $count } z { $of }
chart-promised = obiecane
chart-no-reason = jeszcze bez powodu
chart-acts = Co robią szkice
chart-act-ask = pyta
chart-act-urge = wzywa
chart-act-tell = informuje
chart-act-reply = odpowiada
chart-last = Ostatnie posty: które sprzedają
chart-gap = Dni bez powodu, żeby zostać
chart-longest =
    { $days ->
        [one] najdłużej { $days } dzień
        [few] najdłużej { $days } dni
        [many] najdłużej { $days } dni
       *[other] najdłużej { $days } dnia
    }
chart-nothing = jeszcze nic
chart-me = Twój wynik, tydzień po tygodniu
chart-first = pierwsza wersja
chart-final = ostatnia wersja

### Przyciski raportu

report-earlier-button = ‹ Wcześniej
report-later-button = Później ›
report-brand-button = Marka
report-numbers-button = Wszystkie liczby
report-choose-brand = Która marka?

### Tabele

table-what = Co
table-now = Ten okres
table-usual = Osiem tygodni wcześniej
table-kind = Rodzaj
table-promised = Obiecany
table-drafts = Szkice
table-share = Udział
table-mean = Średni wynik
table-day = Dzień
table-week = Tydzień
table-reason = Powód, żeby zostać
table-waited = Dni bez powodu
table-finding = Uwaga
table-example = Przykład
table-fixed = Poprawione w
table-department = Dział
table-called = Uznane za niesłuszne
table-seen = Szkice, w których wystąpiło
table-note = Notatka
table-date = Data
table-kept = Szkice zgodne z obietnicą
table-drift = Szkice z innym powodem
table-selling = Szkice, które sprzedają
table-streak = Najdłuższa seria sprzedających postów
table-limit = Limit
table-last = Sprzedające wśród ostatnich postów
table-asks = Szkice, które pytają lub wzywają
table-gives = Szkice, które coś dają
table-notices = Przydatne komunikaty
table-genuine = Pytania o coś
table-hollow = Pytania o nic
table-loops = Mówicie, więc robimy
table-asked = Dni od ostatniego pytania do obserwujących
table-edited = Poprawiane szkice
table-before = Pierwsza wersja, średnio
table-after = Ostatnia wersja, średnio
table-heard = Usłyszane
table-idea = Pomysły
table-result = Efekty

### Kiedy przychodzi

schedule-on = Raport będzie tu przychodził co tydzień: { $day }, { $time } ({ $zone }). Wyłącza go /report off.
schedule-off = Raport tygodniowy wyłączony. /report pokaże go, kiedy zechcesz.
schedule-was-off = Raport tygodniowy nie był włączony. Włącza go /report weekly poniedziałek 9:00
schedule-how = Podaj dzień i godzinę, na przykład: /report weekly poniedziałek 9:00
schedule-which-zone = W jakiej strefie czasowej? Dopisz ją, na przykład: /report weekly { $day } { $time } Europe/Warsaw
schedule-no-zone = Nie znam strefy czasowej { $zone }. Podaj kontynent i duże miasto: Europe/Warsaw, Asia/Almaty.

### Czego nie da się pokazać

report-no-brand = Nie ma marki { $brand }. Są: { $brands }.
report-no-brands = Nie ma marki { $brand }, bo żadna nie jest jeszcze ustawiona: /brand
report-no-week = Nie ma tygodnia { $week }. Tygodnie zapisuje się tak: 2026-W46, a jest ich w roku 52 lub 53.
report-future = Tydzień { $week } jeszcze się nie zaczął. Wrócimy do niego w swoim czasie.
report-too-many-weeks = Mogę pokazać naraz od 1 do { $most } tygodni, na przykład /report 2w.
report-leads-only = Raport jest dla osób prowadzących zespół { $team }. /me pokaże Twoją własną krzywą.

### Własna krzywa i efekty

me-title = Twoja krzywa uczenia się
me-none = Przez te dziewięć tygodni nie było od Ciebie szkiców. Wyślij mi jakiś, a krzywa się zacznie.
me-few =
    { $count ->
        [one] Na razie { $count } szkic. Od trzech powiem więcej.
        [few] Na razie { $count } szkice. Od trzech powiem więcej.
        [many] Na razie { $count } szkiców. Od trzech powiem więcej.
       *[other] Na razie { $count } szkicu. Od trzech powiem więcej.
    }
me-private = Widzisz to tylko Ty.
me-learnt = Prawie już tego nie robisz: { $titles }
me-now = Teraz przyjrzyj się temu: { $titles }
result-noted = Zapisane jako tło do raportu. Na oceny to nie wpływa.
result-how = Napisz, co przyniósł post, na przykład: /result 14 odpowiedzi, 6 zapisów. W odpowiedzi na szkic zapiszę to przy tym szkicu.
result-too-long = Mogę zapisać { $most } znaków, a tu jest { $count }.
