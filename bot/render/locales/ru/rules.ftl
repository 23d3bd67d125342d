### Для владельцев правил

rules-kept =
    { $count ->
        [one] В изменённых правилах { $count } ошибка, поэтому я сужу по последним исправным ({ $version }).
        [few] В изменённых правилах { $count } ошибки, поэтому я сужу по последним исправным ({ $version }).
        [many] В изменённых правилах { $count } ошибок, поэтому я сужу по последним исправным ({ $version }).
       *[other] В изменённых правилах { $count } ошибки, поэтому я сужу по последним исправным ({ $version }).
    }
rules-kept-more =
    { $count ->
        [one] … и ещё { $count }: python -m bot rules check
        [few] … и ещё { $count }: python -m bot rules check
        [many] … и ещё { $count }: python -m bot rules check
       *[other] … и ещё { $count }: python -m bot rules check
    }

### Страницы правил

doc-rules = Правила
doc-worth = до { $points }
doc-change = Что изменить:
doc-fires = Находит
doc-quiet = Не трогает
doc-better = Как исправить
doc-source = По эссе
