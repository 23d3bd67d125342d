### Dla właścicieli reguł

rules-kept =
    { $count ->
        [one] W zmienionych regułach jest błąd, więc oceniam dalej według ostatnich dobrych ({ $version }).
        [few] W zmienionych regułach są { $count } błędy, więc oceniam dalej według ostatnich dobrych ({ $version }).
        [many] W zmienionych regułach jest { $count } błędów, więc oceniam dalej według ostatnich dobrych ({ $version }).
       *[other] W zmienionych regułach jest { $count } błędu, więc oceniam dalej według ostatnich dobrych ({ $version }).
    }
rules-kept-more =
    { $count ->
        [one] … i jeszcze jeden: python -m bot rules check
        [few] … i jeszcze { $count }: python -m bot rules check
        [many] … i jeszcze { $count }: python -m bot rules check
       *[other] … i jeszcze { $count }: python -m bot rules check
    }

### Strony reguł

doc-rules = Reguły
doc-worth = do { $points }
doc-change = Co zmienić:
doc-fires = Znajduje
doc-quiet = Zostawia w spokoju
doc-better = Jak to poprawić
doc-source = Według eseju
