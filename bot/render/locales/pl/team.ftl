### Zespoły

command-team = Twoje zespoły: zaproszenia, role, dokąd idą szkice
by-invitation = Ten bot działa dla zaproszonych zespołów. Poproś osobę prowadzącą Twój zespół o link i otwórz go tutaj.
team-none =
    Twoje szkice trafiają do prywatnego miejsca; nikt inny ich nie widzi.

    W zespole macie wspólne marki, a osoby prowadzące dostają raport tygodniowy. Załóż zespół i zaproś resztę.
team-places = Dokąd mają trafiać Twoje szkice? Nowe idą tam, gdzie kropka.
team-private = Tylko ja
team-make = Załóż zespół
team-all = Dokąd idą szkice
team-use = Tu wysyłam szkice
team-current = tu trafiają Twoje szkice
team-member-number = Osoba { $number }
team-role-lead = prowadzi
team-role-member = w zespole
team-you = to Ty
team-invite = Zaproś do zespołu
team-invite-lead = Zaproś do prowadzenia
team-withdraw =
    { $count ->
        [one] Cofnij { $count } link
        [few] Cofnij { $count } linki
        [many] Cofnij { $count } linków
       *[other] Cofnij { $count } linku
    }
team-manage = Role i osoby
team-manage-whom = Czyją rolę chcesz zmienić?
team-alone = Na razie w tym zespole jesteś tylko Ty. Najpierw zaproś kogoś.
team-rename = Zmień nazwę
team-function = Mój dział
team-show-name = Pokazuj moje imię
team-hide-name = Ukryj moje imię
team-leave = Odejdź
team-leave-sure = Odejść z zespołu { $team }? Szkice, które już tu są, zostaną w zespole; nowe trafią do Twojego prywatnego miejsca.
team-leave-yes = Tak, odchodzę
team-last-lead = Ktoś musi prowadzić zespół: najpierw go przekaż.
team-make-lead = Niech prowadzi
team-make-member = Niech tylko pisze
team-remove = Usuń
team-remove-sure = Usunąć z zespołu: { $who }? Ta osoba od razu straci dostęp; jej szkice zostaną w zespole.
team-remove-yes = Tak, usuń
team-hand-over = Przekaż zespół
team-hand-over-sure = Przekazać zespół: { $who }? Ta osoba zacznie go prowadzić, a Ty zostaniesz w zespole.
team-hand-over-yes = Tak, przekaż
team-ask-name = Jak nazywa się zespół?
team-ask-function = Dla jakiego działu piszesz? Na przykład: obsługa klienta. Raport pokaże wtedy, skąd biorą się posty.
team-too-many = Masz już tyle zespołów, ile potrafię rozróżnić. Najpierw odejdź z któregoś: /team
team-invited-member =
    Masz zaproszenie do zespołu { $team }.

    Twoje nowe szkice będą trafiać do tego zespołu. Osoby prowadzące zobaczą w raporcie liczby i przykłady z nich, bez Twojego imienia, chyba że na to pozwolisz; przez /export mogą pobrać wszystkie szkice zespołu. Odejdziesz przez /team.
team-invited-lead =
    Masz zaproszenie do prowadzenia zespołu { $team }.

    Twoje nowe szkice będą trafiać do tego zespołu. Możesz zapraszać osoby, ustawiać marki i dostawać raporty. Odejdziesz przez /team.
team-join = Dołącz
team-link-member =
    Dołącz do zespołu { $team }:
    { $link }

    Link działa jeden raz, do { $day }.
team-link-lead =
    Dołącz do zespołu { $team } i prowadź go:
    { $link }

    Link działa jeden raz, do { $day }.
team-link-used = To zaproszenie już nie działa: ktoś z niego skorzystał, cofnięto je albo minął jego czas. Poproś o nowe.
team-gone = Nie znajduję tego zespołu wśród Twoich.
