### For the owners of the rules

rules-kept =
    { $count ->
        [one] There is a mistake in the edited rules, so I keep judging by the last good ones ({ $version }).
       *[other] There are { $count } mistakes in the edited rules, so I keep judging by the last good ones ({ $version }).
    }
rules-kept-more =
    { $count ->
        [one] … and one more: python -m bot rules check
       *[other] … and { $count } more: python -m bot rules check
    }

### The pages of the rules

doc-rules = The rules
doc-worth = up to { $points }
doc-change = What to change:
doc-fires = It finds
doc-quiet = It leaves alone
doc-better = How it gets better
doc-source = After the essay
