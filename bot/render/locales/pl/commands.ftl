### Notatki do raportu

command-heard = Zapisz, co mówią obserwujący
command-idea = Zapisz pomysł albo zmianę, która z tego wyszła
note-ask-heard = Co mówią Twoi obserwujący? Wystarczy jedno zdanie; trafi do raportu tygodniowego.
note-ask-idea = Jaki pomysł albo jaka zmiana wyszła od obserwujących? Wystarczy jedno zdanie; trafi do raportu tygodniowego.
note-kept-heard = Głos obserwujących, do raportu tygodniowego:
note-kept-idea = Pomysł, do raportu tygodniowego:
note-too-long = Znaków jest tu { $count }; zmieść się, proszę, w { $most }.
note-gone = Cofnięte.
note-unknown = Tej notatki już nie ma.
take-back = Cofnij

### Tryb kryzysowy

command-crisis = Włącz lub wyłącz tryb kryzysowy
crisis-on = Tryb kryzysowy jest włączony dla marki { $brand }: rozrywka i oferty nie dają punktów, a sprzedawanie liczę jako żerowanie na cudzym nieszczęściu. Działa, dopóki ktoś go nie wyłączy.
crisis-off = Tryb kryzysowy jest wyłączony dla marki { $brand }. Włącz go, gdy dzieje się coś poważnego: ostrzegę przed wszystkim, co sprzedaje albo żartuje.
crisis-switch-on = Włącz
crisis-switch-off = Wyłącz
crisis-no-brand = Tryb kryzysowy włącza się dla marki, a żadnej jeszcze nie ma: ustawisz ją w /brand.

### Ustawienia i obietnice

command-settings = Mój język
command-privacy = Co się dzieje z Twoimi szkicami
settings =
    W jakim języku mam z Tobą rozmawiać? Szkice mogą być w każdym z trzech, niezależnie od wyboru.

    Twoja marka: /brand. Twój zespół i imię w raportach: /team. Reguły, których nie chcesz: /mute.
settings-as-telegram = Jak w Telegramie: { $name }
privacy =
    Co obiecuję:

    · Szkice zostają w bazie tego bota, szkice każdego zespołu osobno. Nic nie trafia nigdzie poza Telegram.
    · Szkice znikają po { $days } { $days ->
        [one] dniu
        [few] dniach
        [many] dniach
       *[other] dnia
    }, a to, co tylko przez bota przeszło, po tygodniu.
    · /forget usuwa od razu, a to, co usunięte, znika też z pliku. /export daje Ci wszystko.
    · Ani szkice, ani tokeny nie pojawiają się w logach.
    · Imiona są w raporcie zespołu tylko wtedy, gdy ktoś sam tego chce (/team).
    · Jedna odpowiedź na szkic, żadnych przypomnień. Raport tygodniowy przychodzi tylko tam, gdzie zamówiła go osoba prowadząca zespół.
    · Rada, nigdy blokada. Każdy punkt ma wyjaśnienie, a każdą regułę można wyciszyć, oprócz tych, które chronią czytelników przed wyłudzaniem danych, żerowaniem na cudzym nieszczęściu i ukrytą reklamą.

### Reguły

command-rules = Na co patrzę
command-mute = Reguły wyłączone dla Twojej marki
rules = Reguł, według których czytam: { $count }. Od czego zaczniemy?
rules-muted = Wyciszone: { $count }
rules-back = ← Wróć
rules-all = Wszystkie tematy
rule-unfair = Twój zespół uznał to za niesłuszne { $count } { $count ->
        [one] raz
        [few] razy
        [many] razy
       *[other] razu
    } w ciągu 90 dni.
rule-gone = Tej reguły już nie ma.
rule-unknown = Nie znam reguły { $name }.
mute-do = Wycisz dla marki { $brand }
mute-undo = Włącz znów dla marki { $brand }
mute-none = Dla marki { $brand } nic nie jest wyciszone. Otwórz regułę, żeby ją wyciszyć.
mute-list = Wyciszone dla marki { $brand }:
mute-no-brand = Regułę wycisza się dla marki, a żadnej jeszcze nie ma: ustawisz ją w /brand.
mute-protected = Ta reguła chroni Twoich czytelników, dlatego nie da się jej wyciszyć.

### Historia

command-history = Twoje szkice: przeglądaj, szukaj
history = Twoje szkice, od najnowszego. Żeby szukać: /history i słowo.
history-found = Szkice ze słowami „{ $words }”, od najnowszego:
history-none = Nie ma tu jeszcze Twoich szkiców. Wyślij mi pierwszy.
history-none-found = Żaden szkic nie zawiera „{ $words }”.
history-newer = ‹ Nowsze
history-older = Starsze ›
history-back = ← Wróć
history-gone = Tego szkicu już nie ma.
history-no-score = Bez oceny
history-course = Oceny: { $scores }

### Zapominanie

command-forget = Usuń szkic albo wszystko
forget = Co mam zapomnieć? Żeby usunąć jeden szkic, odpowiedz na niego poleceniem /forget.
forget-this = Zapomnij ten szkic
forget-last = Mój ostatni szkic
forget-me = Wszystko o mnie
forget-team = Wszystko zespołu { $team }
forget-yes = Tak, zapomnij
forget-no = Nie, zostaw
forget-kept = Nic nie zostało usunięte.
forget-no-draft = Nie znajduję takiego szkicu. Odpowiedz poleceniem /forget na szkic albo na moją odpowiedź.
forget-draft-sure = Zapomnieć ten szkic, wszystkie jego wersje i oceny? Tego nie da się cofnąć. Moja wiadomość zostanie w czacie, dopóki nie usuniesz jej w Telegramie.
forget-me-sure = Zapomnieć wszystko o Tobie: szkice, marki, notatki, ustawienia i miejsce w zespołach? To, co powstało dla zespołu, zostaje w zespole, bez Ciebie. Tego nie da się cofnąć.
forget-team-sure = Zapomnieć wszystko, co ma zespół { $team }: szkice, marki, posty, notatki i członków? Tego nie da się cofnąć.
forget-hand-over = Tylko Ty prowadzisz { $teams }. Najpierw przekaż prowadzenie (/team) albo usuń zespół.
forgotten = Zapomniane. W moich plikach już tego nie ma.

### Eksport

command-export = Wszystko z tego miejsca w jednym pliku
export-done = Wszystko, co tu jest, jako JSON Lines i CSV. Kto ma ten plik, przeczyta Twoje szkice.
export-leads = Wszystko może pobrać tylko osoba prowadząca zespół.
export-too-large = To więcej, niż Telegram pozwala mi wysłać. Osoba, która prowadzi bota, może zapisać to do pliku: python -m bot export
