### Odpowiedź: nagłówek

headline = { $band } · { $score } na 100
band-weak = Słaby
band-mixed = Nierówny
band-strong = Mocny
network-x = X
network-facebook = Facebook
network-linkedin = LinkedIn
network-instagram = Instagram
network-telegram = Telegram
network-vk = VK
network-tiktok = TikTok
network-threads = Threads
language-en = angielski
language-pl = polski
language-ru = rosyjski
act-ask = pytanie
act-urge = wezwanie do działania
act-tell = informacja
act-reply = odpowiedź
quoted = „{ $text }”
and-more = i jeszcze { $count }

### Odpowiedź: co się zmieniło

since = { $before } → { $after }
since-fixed = poprawione { $titles }
since-new = doszło { $titles }
since-nothing = Nadal { $score }: nic, co oceniam, się nie zmieniło.

### Odpowiedź: trzy testy i co zostaje

test-reason = Po co obserwować
test-promo = Gęstość promocji
test-conversation = Pytanie czy komunikat
reason-none = nic, co przyda się komuś, kto nie kupuje
reason-clear = { $reason }, wyraźnie
reason-faint = { $reason }, ale tylko w domyśle
promo-none = nic nie sprzedaje
promo-share =
    { $selling ->
        [one] sprzedaje { $selling } zdanie
        [few] sprzedają { $selling } zdania
        [many] sprzedaje { $selling } zdań
       *[other] sprzedaje { $selling } zdania
    } z { $sentences }
conversation-genuine-question = pytanie, na które warto odpowiedzieć
conversation-hollow-question = pytanie o nic
conversation-question = pytanie
conversation-complete-broadcast = komunikat, jest wszystko
conversation-empty-broadcast = komunikat bez treści
conversation-broadcast = komunikat
conversation-reply = odpowiedź
takeaway = Z czym zostaje czytelnik
takeaway-none = na razie z niczym.
full = { $praise } ({ $dimension } { $value }/{ $size })
fullest = Najlepszy wynik: { $dimension }, { $value } z { $size }
full-reason-to-follow = Jest po co obserwować
full-takeaway = Dużo, z czego można skorzystać
full-promotion = Nie sprzedaje więcej, niż daje
full-opening = Od razu wiadomo, o co chodzi
full-listening = Widać, że ktoś słuchał
full-honesty = Niczego nie ukrywa i nie naciska
full-clarity = Krótko i czytelnie
full-network = Pasuje do tej sieci

### Odpowiedź: ile dają poprawki, o czym pamiętać

worth = Po poprawieniu { $parts }
worth-only = tego → około { $score }
worth-1 = 1 → około { $score }
worth-2 = 1 i 2 → około { $score }
worth-3 = wszystkich trzech → około { $score }
nothing-to-fix = Nie widzę tu nic do poprawy.
room = Błędów nie widzę. Najwięcej doda { $hint }
room-reason-to-follow = jedna rzecz, która przyda się bez kupowania: rada, odpowiedź albo bezpłatny termin.
room-takeaway = konkret, z którym można coś zrobić: kiedy, gdzie, za ile, jak.
room-promotion = coś jeszcze dla tych, którzy dziś nic nie kupią.
room-opening = najważniejsza rzecz w pierwszym zdaniu albo pytanie, na które czekasz na odpowiedź.
room-listening = wzmianka o tym, co mówią ludzie i co się dzięki nim zmieniło.
room-honesty = informacja, kto mówi, i warunki, które każdy może sprawdzić.
room-clarity = podział na krótsze zdania i codzienne słowa.
room-network = dopasowanie do zwyczajów tej sieci: długości, tagów, linków.
near-edge = { $band ->
        [weak] Tuż przy granicy: równie dobrze mógłby wypaść słabo.
        [strong] Tuż przy granicy: prawie mocny.
       *[mixed] Tuż przy granicy: równie dobrze mógłby wypaść nierówno.
    }
unsure = Nie mam pewności: za mało tu punktów zaczepienia.
note-irony = To może być ironia. Czytam dosłownie, więc tu ufaj sobie.
note-picture = Nie widzę zdjęcia, oceniam same słowa.
note-long-draft = To długi tekst, coś pod koniec mogło mi umknąć.
note-slow-pattern = Jedna z reguł liczyła się za długo i została pominięta.

### Odpowiedź: każdy punkt

points = Wszystkie punkty
on-trial = reguła na próbę, bez punktów
account = wynik { $score }
account-braked = suma { $raw } · { $brake } ×{ $factor }: { $cost } · wynik { $score }
brake-causes = Ciągnie w dół: { $causes }
dimension-reason-to-follow = powód do obserwowania
dimension-takeaway = pożytek
dimension-promotion = promocja
dimension-opening = otwarcie
dimension-listening = słuchanie
dimension-honesty = uczciwość
dimension-clarity = jasność
dimension-network = sieć
move-reason = najmocniejszy powód
move-more-reasons = więcej niż jeden powód
move-detail = jeden konkret
move-in-proportion = w proporcji do tego, co daje
brake-deception = nadużycie zaufania
brake-pure-promo = sama promocja
brake-bait-alone = sama przynęta
brake-nothing-to-follow-for = brak powodu
brake-trust = poważny błąd
brake-half-hearted = wyraźna usterka
brake-tag-soup = głównie tagi i linki
brake-stuffed = zlepek słów

### Bez oceny

no-score-empty = Nie ma czego czytać
no-score-empty-remedy = Nie ma tu słów. Wyślij treść posta.
no-score-too-little = Za mało, żeby ocenić
no-score-too-little-remedy = Potrzebuję co najmniej pięciu słów; linki, #tagi i emoji się nie liczą. Wyślij cały post.
no-score-language = Czytam po polsku, angielsku i rosyjsku
no-score-language-remedy = To wygląda na inny język, więc wolę nie zgadywać. Jeśli to jednak jeden z tych trzech, wystarczy parę słów więcej.
