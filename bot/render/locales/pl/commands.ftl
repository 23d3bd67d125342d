### Notatki do raportu

command-heard = Zapisz, co mówią obserwujący
command-idea = Zapisz pomysł albo zmianę, która z tego wyszła
note-ask-heard = Co mówią Twoi obserwujący? Wystarczy jedno zdanie; trafi do raportu tygodniowego.
note-ask-idea = Jaki pomysł albo jaka zmiana wyszła od obserwujących? Wystarczy jedno zdanie; trafi do raportu tygodniowego.
note-kept-heard = Głos obserwujących, do raportu tygodniowego:
note-kept-idea = Pomysł, do raportu tygodniowego:
note-too-long = To { $count } znaków; zmieść się, proszę, w { $most }.
note-gone = Cofnięte.
note-unknown = Tej notatki już nie ma.
take-back = Cofnij

### Tryb kryzysowy

command-crisis = Włącz lub wyłącz tryb kryzysowy
crisis-on = Tryb kryzysowy jest włączony dla marki { $brand }: rozrywka i oferty nic nie dają, a sprzedawanie liczę jako żerowanie na okazji. Działa, dopóki ktoś go nie wyłączy.
crisis-off = Tryb kryzysowy jest wyłączony dla marki { $brand }. Włącz go, gdy dzieje się coś poważnego: ostrzegę przed wszystkim, co sprzedaje albo żartuje.
crisis-switch-on = Włącz
crisis-switch-off = Wyłącz
crisis-no-brand = Tryb kryzysowy należy do marki, a żadnej jeszcze nie ma: ustawisz ją w /brand.

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
    · Rada, nigdy blokada. Każdy punkt ma wyjaśnienie, a każdą regułę można wyciszyć, oprócz tych, które chronią czytelników przed wyłudzaniem danych, żerowaniem na okazji i ukrytą reklamą.

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
