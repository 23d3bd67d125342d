### Czat w terminalu

chat-welcome = Wklej szkic i zakończ go pustą linią. Czytam go jak ktoś, kto obserwuje, ale nigdy nie kupuje. Resztę powie :help.
chat-help =
    Pusta linia kończy szkic. Po zmianach wyślij go jeszcze raz, a powiem, co się ruszyło.
    :network NAZWA – gdzie post się ukaże: { $networks }
    :lang KOD – język szkicu: en, pl, ru albo auto
    :reader KOD – język moich odpowiedzi: en, pl, ru
    :new – następny szkic to osobny tekst, nie kolejna wersja poprzedniego
    :quit – koniec
chat-set = { $name }: { $value }
chat-choose = { $name }: do wyboru { $choices }
chat-new = Następny szkic zaczynamy od zera.
chat-unknown-command = Nie znam polecenia { $command }. Wklej szkic albo wpisz :help.
chat-not-kept = Oceniam szkice, ale nie mogę ich zapisać: { $why }
chat-no-token = TELEGRAM_TOKEN nie jest ustawiony, więc rozmawiamy tutaj, w terminalu.
chat-paste-then-end = Wpisz lub wklej szkic; Ctrl+D w pustej linii go kończy.
