### Еженедельный отчёт

command-report = Неделя команды, для руководителей
command-me = Ваша кривая роста
command-result = Записать, что принёс пост
report-own-drafts = Ваши черновики
report-whole-team = Все бренды
report-too-few = Слишком мало черновиков, чтобы делать выводы. Вот что есть.
report-empty = За это время черновиков не было. Пришлите мне хоть один, и следующему отчёту будет о чём рассказать.
report-only-private = Попросите отчёт в нашем личном чате: в нём есть фрагменты черновиков команды.
report-usually = обычно { $value }
report-of = { $count } из { $of }
report-yes = да
report-none = нет

report-label-score = Оценка
report-label-reasons = Поводы остаться
report-label-promise = Обещание
report-label-balance = Баланс
report-label-talk = Разговор
report-label-listening = Внимание
report-label-editing = Правка
report-label-recurring = Что повторяется
report-label-exercise = Упражнение на следующую неделю
report-label-functions = Кто пишет
report-label-unfair = Названо несправедливым
report-label-results = Записанные отклики
report-label-weeks = Недели

report-unjudged =
    { $count ->
        [one] ещё { $count } слишком короткий для оценки
        [few] ещё { $count } слишком короткие для оценки
        [many] ещё { $count } слишком коротких для оценки
       *[other] ещё { $count } слишком короткого для оценки
    }
report-waited-today = последний сегодня
report-waited =
    { $days ->
        [one] последний { $days } день назад
        [few] последний { $days } дня назад
        [many] последний { $days } дней назад
       *[other] последний { $days } дня назад
    }
report-kept = сдержано в { $count } из { $of }
report-drift =
    { $count ->
        [one] { $count } дал другое
        [few] { $count } дали другое
        [many] { $count } дали другое
       *[other] { $count } дали другое
    }
report-asks = спрашивают или призывают: { $asks }, дают: { $gives }
report-last-posts =
    { $selling ->
        [one] продаёт { $selling } из последних { $of }
        [few] продают { $selling } из последних { $of }
        [many] продают { $selling } из последних { $of }
       *[other] продают { $selling } из последних { $of }
    }
report-limit = предел { $most }
report-streak = { $count } подряд
report-notices =
    { $count ->
        [one] { $count } полезное объявление
        [few] { $count } полезных объявления
        [many] { $count } полезных объявлений
       *[other] { $count } полезного объявления
    }
report-questions = вопросы: { $genuine } по делу, { $hollow } ни о чём
report-loops = «вы сказали, мы сделали»: { $count }
report-heard = услышано: { $count }
report-ideas = идеи: { $count }
report-results = { $count }, на оценку не влияют
report-asked =
    { $days ->
        [one] подписчиков спрашивали { $days } день назад
        [few] подписчиков спрашивали { $days } дня назад
        [many] подписчиков спрашивали { $days } дней назад
       *[other] подписчиков спрашивали { $days } дня назад
    }
report-not-asked = когда подписчиков спрашивали, неизвестно
report-edited =
    { $count ->
        [one] { $count } черновик: { $before } → { $after }
        [few] { $count } черновика: { $before } → { $after }
        [many] { $count } черновиков: { $before } → { $after }
       *[other] { $count } черновика: { $before } → { $after }
    }
report-fixed = чаще всего исправляли { $titles }
report-in-drafts =
    { $count ->
        [one] в { $count } черновике
        [few] в { $count } черновиках
        [many] в { $count } черновиках
       *[other] в { $count } черновика
    }
report-unnamed = отдел не назван: { $count }
report-called = { $title } { $count }×

exercise-reason-to-follow = Перед каждым черновиком закончите фразу: «Тот, кто ничего не покупает, обрадуется, потому что…».
exercise-takeaway = Дайте в каждом посте одну вещь, полезную сразу: время, место, шаг, число.
exercise-promotion = На каждый продающий пост напишите два, которые только дают. Начните с них.
exercise-opening = Задайте один вопрос, от которого что-то зависит, и скажите, что изменят ответы.
exercise-listening = Возьмите одно замечание подписчика, сделайте по нему что-нибудь и расскажите об этом.
exercise-honesty = Уберите каждое «торопитесь» и просьбы о лайках. Поставьте настоящий срок или ничего.
exercise-clarity = Прочитайте каждый черновик вслух. Сократите фразу, на которой не хватает дыхания.
exercise-network = Посмотрите только на первую строку, как её покажет сеть. Нажали бы вы «ещё»?
exercise-none = Опубликуйте одну вещь, которую человек, ничего не покупая, перешлёт другу.

### Картинка недели

chart-score = Оценка каждого черновика
chart-usual = обычно { $score }
chart-reasons = Поводы остаться
chart-kind-support = помощь с проблемами
chart-kind-deal = выгодные предложения
chart-kind-exclusive = свежие новости
chart-kind-guidance = полезные советы
chart-kind-entertainment = развлечения
chart-kind-conversation = разговор
chart-kept = обещание: { $count } из { $of }
chart-promised = обещано
chart-no-reason = пока без повода
chart-acts = Что делают черновики
chart-act-ask = спрашивают
chart-act-urge = призывают
chart-act-tell = сообщают
chart-act-reply = отвечают
chart-last = Последние посты: какие продают
chart-gap = Дни без повода остаться
chart-longest =
    { $days ->
        [one] самое большее { $days } день
        [few] самое большее { $days } дня
        [many] самое большее { $days } дней
       *[other] самое большее { $days } дня
    }
chart-nothing = пока ничего
chart-me = Ваша оценка по неделям
chart-first = первая версия
chart-final = последняя версия

### Кнопки отчёта

report-earlier-button = ‹ Раньше
report-later-button = Позже ›
report-brand-button = Бренд
report-numbers-button = Все цифры
report-choose-brand = Какой бренд?

### Таблицы

table-what = Что
table-now = Этот период
table-usual = Восемь недель до него
table-kind = Вид
table-promised = Обещано
table-drafts = Черновики
table-share = Доля
table-mean = Средняя оценка
table-day = День
table-week = Неделя
table-reason = Повод остаться
table-waited = Дни без повода
table-finding = Замечание
table-example = Пример
table-fixed = Исправлено в
table-department = Отдел
table-called = Названо несправедливым
table-seen = Черновики, где встретилось
table-note = Заметка
table-date = Дата
table-kept = Черновики, где обещание сдержано
table-drift = Черновики с другим поводом
table-selling = Черновики, которые продают
table-streak = Больше всего продающих постов подряд
table-limit = Предел
table-last = Продающие среди последних постов
table-asks = Черновики, которые спрашивают или призывают
table-gives = Черновики, которые дают
table-notices = Полезные объявления
table-genuine = Вопросы по делу
table-hollow = Вопросы ни о чём
table-loops = Вы сказали, мы сделали
table-asked = Дней с последнего вопроса подписчикам
table-edited = Черновики с правкой
table-before = Первая версия, в среднем
table-after = Последняя версия, в среднем
table-heard = Услышано
table-idea = Идеи
table-result = Отклики

### Когда он приходит

schedule-on = Отчёт будет приходить сюда каждую неделю: { $day }, { $time } ({ $zone }). Выключить: /report off.
schedule-off = Еженедельный отчёт выключен. /report покажет его, когда захотите.
schedule-was-off = Еженедельный отчёт и не был включён. Включить: /report weekly понедельник 9:00
schedule-how = Назовите день и время, например: /report weekly понедельник 9:00
schedule-which-zone = В каком часовом поясе? Допишите его, например: /report weekly { $day } { $time } Europe/Moscow
schedule-no-zone = Часового пояса { $zone } я не знаю. Назовите континент и большой город: Europe/Warsaw, Asia/Almaty.

### Чего показать нельзя

report-no-brand = Бренда { $brand } нет. Есть: { $brands }.
report-no-brands = Бренда { $brand } нет, потому что пока не настроен ни один: /brand
report-no-week = Недели { $week } нет. Недели пишут так: 2026-W46, в году их 52 или 53.
report-future = Неделя { $week } ещё не началась. Вернёмся к ней, когда начнётся.
report-too-many-weeks = За раз могу показать от 1 до { $most } недель, например /report 2w.
report-leads-only = Отчёт доступен руководителям команды { $team }. /me покажет вашу собственную кривую.

### Своя кривая и отклики

me-title = Ваша кривая роста
me-none = За эти девять недель черновиков от вас не было. Пришлите один, и кривая начнётся.
me-few =
    { $count ->
        [one] Пока { $count } черновик. С трёх смогу сказать больше.
        [few] Пока { $count } черновика. С трёх смогу сказать больше.
        [many] Пока { $count } черновиков. С трёх смогу сказать больше.
       *[other] Пока { $count } черновика. С трёх смогу сказать больше.
    }
me-private = Это видите только вы.
me-learnt = Этого у вас почти не осталось: { $titles }
me-now = Теперь присмотритесь вот к чему: { $titles }
result-noted = Записано как контекст для отчёта. На оценки это не влияет.
result-how = Напишите, что принёс пост, например: /result 14 ответов, 6 сохранений. Если ответить так на черновик, запись попадёт к нему.
result-too-long = Могу сохранить { $most } символов, а здесь их { $count }.
