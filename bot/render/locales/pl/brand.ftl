### Marki

brand-stale = Ustawienia marki { $brand } mają ponad 90 dni. Nadal aktualne? /brand
