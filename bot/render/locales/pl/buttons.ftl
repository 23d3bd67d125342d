### Przyciski pod odpowiedzią

why-button = Dlaczego?
left-button = Co zostaje?
unfair-button = Tu niesłusznie
posted-button = Opublikowane
posted-button-done = Opublikowane ✓
network-button = { $network } ▾
back-button = ← Wróć do oceny
tap-outdated = Ta odpowiedź nie jest już aktualna.
compared = Porównane ze szkicem, na który odpowiadasz.

why-title = Skąd ta ocena
why-source = { $essay }: { $note }
why-nothing = To wynika z samego tekstu; nie stoi za tym żaden esej.
why-stance = Styl Twojego kanału to „{ $stance }”: otwarcie jest tu warte { $size } ze 100 punktów. Zmienisz to w /brand.
why-stance-broadcast = komunikaty
why-stance-balanced = po równo
why-stance-conversation = rozmowa
essay-samuel = Alexandra Samuel
essay-kalkhoff = Kalkhoff
essay-solis-why = Brian Solis, „Is your business antisocial?”
essay-solis-people = Brian Solis, „Social media is social science”
essay-organization = The Social Organization, Bradley i McDonald
essay-house = Własna zasada tego bota
views-opening = Pytanie czy komunikat: autorzy się spierają
views-opening-both =
    Kalkhoff: większość obserwujących nigdy nie odpisuje, a wiadomość do ludzi, którzy o nią prosili, jest w porządku. Cisza to nie porażka.
    Solis i Samuel: ludzie zostają tam, gdzie ktoś ich pyta i słucha.
    Nie biorę strony: treściwy komunikat daje tyle samo co szczere pytanie, a puste pytanie nie daje nic.
views-promotion = Ile sprzedawać: autorzy się spierają
views-promotion-both =
    Samuel i Solis: samo zachęcanie do zakupów nikomu nie daje powodu, żeby obserwować.
    Kalkhoff: kto obserwuje sklep, chce znać jego oferty.
    Nie biorę strony: oferta jest w porządku, gdy jest kompletna i nie jest jedyną treścią.

left-title = Co zostaje komuś, kto nic nie kupuje
left-nothing = Nic: każde zdanie wymaga zakupu.
left-all = Wszystko: żadne zdanie nie wymaga zakupu.
left-some = { $left } z { $total } { $total ->
        [one] zdania
        [few] zdań
        [many] zdań
       *[other] zdania
    }. Przekreślone jest to, co wymaga zakupu.

unfair-title = Tu niesłusznie
unfair-which = Co nie pasuje do tego szkicu? Policzę wynik bez tego. Osoby, które dbają o reguły, zobaczą, jak często się to zdarza, ale nie Twój tekst.
unfair-none = Nie ma tu nic, co mogę cofnąć.
unfair-done = Cofnięte. Dziękuję: dzięki temu reguły są coraz lepsze.
unfair-stays = Zapisane. W wyniku to zostaje, bo chroni Twoich czytelników.
posted-done = Zapisane: to już część Twojego kanału.
posted-undone = Cofnięte: to znów szkic.
