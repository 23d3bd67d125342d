### Ответ: заголовок

headline = { $band } · { $score } из 100
band-weak = Слабый
band-mixed = Неровный
band-strong = Сильный
network-x = X
network-facebook = Facebook
network-linkedin = LinkedIn
network-instagram = Instagram
network-telegram = Telegram
network-vk = ВКонтакте
network-tiktok = TikTok
network-threads = Threads
language-en = английский
language-pl = польский
language-ru = русский
act-ask = вопрос
act-urge = призыв к действию
act-tell = сообщение
act-reply = ответ
quoted = «{ $text }»
and-more = и ещё { $count }

### Ответ: что изменилось

since = { $before } → { $after }
since-fixed = исправлено { $titles }
since-new = появилось { $titles }
since-nothing = По-прежнему { $score }: из того, что я оцениваю, ничего не изменилось.

### Ответ: три теста и что останется

test-reason = Зачем подписываться
test-promo = Плотность рекламы
test-conversation = Вопрос или сообщение
reason-none = ничего для того, кто не покупает
reason-clear = { $reason }, и это ясно
reason-faint = { $reason }, но пока лишь намёк
promo-none = ничего не продаёт
promo-share =
    { $selling ->
        [one] продаёт { $selling } фраза
        [few] продают { $selling } фразы
        [many] продают { $selling } фраз
       *[other] продают { $selling } фразы
    } из { $sentences }
conversation-genuine-question = вопрос, на который стоит ответить
conversation-hollow-question = вопрос ни о чём
conversation-question = вопрос
conversation-complete-broadcast = сообщение, всё на месте
conversation-empty-broadcast = сообщение без содержания
conversation-broadcast = сообщение
conversation-reply = ответ
takeaway = С чем уйдёт читатель
takeaway-none = пока ни с чем.
full = { $praise } ({ $dimension } { $value }/{ $size })
fullest = Лучший показатель: { $dimension }, { $value } из { $size }
full-reason-to-follow = Есть зачем подписываться
full-takeaway = Многое можно взять и применить
full-promotion = Продаёт не больше, чем даёт
full-opening = Сразу ясно, о чём речь
full-listening = Видно, что подписчиков слушали
full-honesty = Ничего не скрывает и не давит
full-clarity = Коротко и понятно
full-network = Подходит этой сети

### Ответ: что дадут правки, что учесть

worth = Если исправить { $parts }
worth-only = это → около { $score }
worth-1 = 1 → около { $score }
worth-2 = 1 и 2 → около { $score }
worth-3 = все три → около { $score }
nothing-to-fix = Менять ничего не нужно.
room = Ошибок не вижу. Больше всего добавит { $hint }
room-reason-to-follow = то, что пригодится и без покупки: совет, ответ, бесплатная встреча.
room-takeaway = конкретика, с которой можно действовать: когда, где, сколько, как.
room-promotion = польза для тех, кто сегодня ничего не купит.
room-opening = главная мысль в первой фразе или вопрос, на который вам нужен ответ.
room-listening = рассказ о том, что вам сказали люди и что вы с этим сделали.
room-honesty = ясность, кто говорит и на каких условиях.
room-clarity = деление на фразы покороче и обычные слова.
room-network = внимание к обычаям этой сети: длине, тегам, ссылкам.
near-edge = { $band ->
        [weak] На самой границе: мог бы оказаться и слабым.
        [strong] На самой границе: почти сильный.
       *[mixed] На самой границе: мог бы оказаться и неровным.
    }
unsure = Уверенности мало: почти не за что зацепиться.
note-irony = Возможно, это ирония. Я понимаю слова буквально, так что здесь доверяйте себе.
note-picture = Картинку я не вижу, оцениваю только слова.
note-long-draft = Текст длинный, что-то ближе к концу могло ускользнуть.
note-slow-pattern = Одно из правил работало слишком долго и было пропущено.

### Ответ: каждый балл

points = Все баллы
on-trial = правило на испытании, без баллов
account = итог { $score }
account-braked = сумма { $raw } · { $brake } ×{ $factor }: { $cost } · итог { $score }
brake-causes = Тянет вниз: { $causes }
dimension-reason-to-follow = повод подписаться
dimension-takeaway = польза
dimension-promotion = реклама
dimension-opening = начало
dimension-listening = внимание к людям
dimension-honesty = честность
dimension-clarity = ясность
dimension-network = соцсеть
move-reason = самый сильный повод
move-more-reasons = поводов больше одного
move-detail = одна конкретная деталь
move-in-proportion = в меру того, что даёт
brake-deception = обман доверия
brake-pure-promo = одна реклама
brake-bait-alone = одна приманка
brake-nothing-to-follow-for = нет повода
brake-trust = серьёзная ошибка
brake-half-hearted = заметный изъян
brake-tag-soup = почти одни теги и ссылки
brake-stuffed = набор слов

### Без оценки

no-score-empty = Читать нечего
no-score-empty-remedy = Здесь нет слов. Пришлите текст поста.
no-score-too-little = Слишком мало, чтобы судить
no-score-too-little-remedy = Нужно хотя бы пять слов; ссылки, #теги и эмодзи не в счёт. Пришлите пост целиком.
no-score-language = Читаю по-русски, по-английски и по-польски
no-score-language-remedy = Похоже, это другой язык, а гадать не хочется. Если это всё же один из трёх, добавьте несколько слов.
