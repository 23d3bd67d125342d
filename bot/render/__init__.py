"""Reviews as words: the catalogues in en, pl and ru, the answer, and how each medium shows it."""
