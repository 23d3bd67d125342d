# Co bot mówi po polsku. Krótko, życzliwie, konkretnie, na „ty”; bez wykrzykników i bez zachwalania.

### Powitania

start =
    Pokaż mi szkic, zanim go opublikujesz. Przeczytam go jak ktoś, kto obserwuje profil, ale nigdy nic nie kupuje, i powiem, co taka osoba z niego ma.

    Dostaniesz ocenę, dokładne słowa, z których wynika, i podpowiedź, co zmienić. Czytam po polsku, angielsku i rosyjsku.

    Wklej szkic albo najpierw zobacz przykład.
start-sample-button = Pokaż słaby post
start-repaired-button = Ten sam post po poprawkach
sample-weak = 🔥 MEGA WYPRZEDAŻ! NAJLEPSZE buty zimowe tego roku już są. Nie przegap okazji, kup teraz 👉 example.com/buty
sample-repaired =
    Dziecko znów wyrosło z butów? Odrysuj stopę na kartce wieczorem, dodaj 12 mm i porównaj z wkładką: taki rozmiar wystarczy na całą zimę.

    Jeśli potrzebna jest nowa para: buty dziecięce w rozmiarach 24–34 są do niedzieli 30% taniej, od 89 zł, w sklepie przy Młynarskiej 5 i na example.com/buty. Za małe pary możesz zostawić na półce wymiany przy wejściu, bez kupowania czegokolwiek.
help =
    Wyślij szkic jako tekst, jako podpis pod zdjęciem albo przekaż mi gotowy post. Gdy edytujesz wiadomość, moja odpowiedź zmienia się razem z nią.

    Co dostajesz:
    · ocenę od 0 do 100: poniżej 40 post jest słaby, od 70 mocny
    · trzy testy: po co obserwować, gęstość promocji, pytanie czy komunikat
    · najwyżej trzy zmiany, od najbardziej przydatnej
    · rozwijaną listę z każdym punktem

    Nie zgaduję zasięgów, nie widzę zdjęć i mogę nie wyłapać ironii. To rada, decyzja należy do Ciebie.

    W /brand powiesz mi, co obiecujesz obserwującym, i według tego oceniam szkice. /audit sprawdza opublikowane posty, a /team jest do pracy w zespole. /forget usuwa, /privacy mówi, co przechowuję. Resztę znajdziesz w menu; /start pokazuje przykład.
command-start = Zobacz przykład
command-help = Co robię i jak
unknown-command = Nie znam polecenia { $command }. Oto, co potrafię.
no-text-sticker = W naklejce nie ma słów, które mogę przeczytać. Wyślij szkic jako tekst.
no-text-photo = Nie widzę zdjęć, tylko czytam. Wyślij zdjęcie z podpisem albo sam podpis.
no-text-voice = Nie słucham nagrań, tylko czytam. Wyślij szkic jako tekst.
no-text-document = Jako szkic przeczytam plik .txt albo .md do 64 KiB, a do audytu (/audit) plik .json, .csv lub .txt z postami. Możesz też wkleić szkic jako tekst.
no-text-other = Nie ma tu słów, które mogę przeczytać. Wyślij szkic jako tekst.
failure = Coś zepsuło się po naszej stronie. Twój szkic jest bezpieczny, a my już o tym wiemy. Wyślij go ponownie za kilka minut.
not-kept = Chwilowo nie mogę niczego zapisać, więc jeszcze nie czytam Twojej wiadomości. Nie zginie i nie musisz jej wysyłać ponownie: odpowiem, gdy tylko zapis znów zadziała.
too-many = W ciągu minuty przyszło od Ciebie ponad { $most } wiadomości. Żadna nie zginie: odpowiadam po kolei, więc daj mi, proszę, chwilę.
command-cancel = Przerwij to, co zaczęliśmy
cancelled = Przerwane. Wyślij szkic, kiedy zechcesz.
nothing-to-cancel = Nie było czego przerywać. Wyślij szkic, kiedy zechcesz.
