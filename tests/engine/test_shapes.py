"""Built-in shapes: what each finds and what it leaves alone, in three languages. `[[…]]` marks what must be found."""

from __future__ import annotations

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.model import LANGUAGES, Language
from bot.engine.shapes import SHAPES
from bot.engine.text import fold, read

CASES: dict[str, dict[Language, list[str]]] = {
    "fixed-date": {
        "en": ["Until [[20 March]] or on [[Friday]]", "Tomorrow it may be too late, this weekend too"],
        "pl": ["Do [[20 marca]]", "Jutro może być za późno"],
        "ru": ["До [[20 марта]]", "Завтра может быть поздно"],
    },
    "bare-link": {
        "en": ["You have to see this! [[https://kiln.example/2211]]", "Winter timetable: https://kiln.example/2211"],
        "pl": ["Musicie to zobaczyć! [[https://piec.example/2211]]", "Rozkład zimowy: https://piec.example/2211"],
        "ru": ["Вы должны это увидеть! [[https://pech.example/2211]]", "Зимнее расписание: https://pech.example/2211"],
    },
    "ballot-signs": {
        "en": [
            "[[❤️ for tea, 🔥]] for milk",
            "Cats = [[🔥, dogs = ❤]]. Go",
            "Sweet or salty? [[🍿 salty 🍩]] sweet",
            "[[👍 or 👎]]",
            "📅 5 May, 📍 in the hall, ☎ by phone",
            "Sweet, give [[😍, savoury, give 🔥]]",
            "❤️ Thank you, 🔥 what a night",
            "Thanks to the crew 🙏 and thanks to you ❤️",
            "Great day 🔥 see you soon ❤️",
        ],
        "pl": [
            "[[❤️ za mleko, 🔥]] za sok",
            "Koty = [[🔥, psy = ❤]]",
            "Lubisz lipowy, daj [[👍, wolisz gryczany, daj ❤]]",
            "[[❤️ jak działa, a jak nie działa to 😭]]",
            "Góry czy morze? [[⛰ góry 🌊]] morze",
            "📅 5 maja, 📍 w hali",
        ],
        "ru": [
            "[[❤️ за чай, 🔥]] за кофе",
            "За чай [[❤️, за кофе 🔥]]",
            "Кошки [[🔥, собаки ❤]]",
            "Кто готов, шлёт [[🔥, кто сомневается, 🤔]]",
            "Поставьте лайк 👍, если теряли, и отметьте того, кто теряет постоянно 😂",
            "📅 5 мая, 📍 в зале",
        ],
    },
    "tech-name": {
        "en": ["It has [[LPDDR5]], [[UFS 4.0]] and [[GraphQL]]", "The NHS desk in Leeds, bus X5, 20 GB of jam"],
        "pl": ["Ma [[LPDDR5]] i [[GraphQL]]", "ZUS w Łodzi i PKP"],
        "ru": ["Внутри [[LPDDR5]] и [[GraphQL]]", "По коду ПОБЕДА9 в МФЦ"],
    },
    "brand": {
        "en": ["Thanks to [[Nordfell]] and [[Gusto Pasta]]", "On Friday we thank everyone"],
        "pl": ["Dzięki [[Nordfell]] i [[Gusto Pasta]]", "W piątek dziękujemy wszystkim"],
        "ru": ["Спасибо [[Nordfell]] и [[Gusto Pasta]]", "В пятницу благодарим всех"],
    },
    "date": {
        "en": [
            "We open on [[Friday, 20 March]] and [[Monday]]",
            "Closed [[Tuesdays]] and [[Thursday's]] round runs late",
            "[[Sunday 23 November]] and [[March 3rd]], [[2026-11-23]] or [[23/11/2026]]",
            "Back [[tomorrow morning]], [[this weekend]] and [[next week]]",
            "On [[the 14th]], in [[October]], until [[June 2027]]",
            "[[Mon-Fri]] and [[Sat]] 10 am",
            "[[Today]] at six; [[tonight]] too",
            "[[In two weeks]] it is done",
            "[[12-14 June]] in the hall",
            "Happy Friday everyone! Black Friday is here",
            "We may march on. It's Monday again",
            "Shop today and save. It was 2026 trends that we sat on",
            "The sun and the second one",
        ],
        "pl": [
            "Spotkajmy się w [[piątek, 18 maja]] i w [[sobotę]]",
            "Czynne od [[poniedziałku]] do [[soboty]]",
            "Tylko do [[12 stycznia 2027]] i w [[lutym]]",
            "[[Jutro]], [[dziś wieczorem]] albo [[w przyszłym tygodniu]]",
            "[[Środa]]: szachy; co [[czwartek]] planszówki",
            "[[Pn–pt]] 8–16 i [[sob]] 9",
            "Zapisy od 8.00 [[3.11.2026]], do [[12.05]]",
            "[[Za dwa tygodnie]] otwieramy",
            "Do [[piatku]] czekamy na zgloszenia",
            "Miłego piątku! Piątek, piąteczek, piątunio",
            "Dziś każdy chce być fit, kup już dziś",
            "Wersja 3.11 za 12.05 zł",
        ],
        "ru": [
            "Ждём вас в [[пятницу, 1 апреля]] и в [[среду]]",
            "По [[вторникам]] и [[средам]] кружок",
            "До [[30 июня 2027]] и в [[марте]]",
            "[[Завтра утром]], [[на следующей неделе]], [[в выходные]]",
            "[[Пн–пт]] 9–18, [[сб]] 10",
            "[[Суббота]]: лекция, [[сегодня]] в 19:00",
            "[[Через две недели]] откроем",
            "Приём до [[12.05.2027]]",
            "С пятницей, друзья! Хорошей пятницы!",
            "Чёрная пятница уже здесь",
            "Сегодня хочется праздника. Берите среднее",
        ],
    },
    "time": {
        "en": [
            "Open [[8 to 8]], doors at [[7]], closed by [[6 pm]]",
            "From [[9:30]] and [[10 a.m. to 17:45]]",
            "Saturday [[8 till 12]] at the counter",
            "Meet [[at noon]], talk between [[9 and 5]]",
            "At 7 shops we add 20 minutes by 10 percent, room 12:345",
            "From 10 pairs to 12 pairs",
        ],
        "pl": [
            "Otwarte od [[9 do 15]], start o [[18]], koncert o [[19:30]]",
            "[[Godz. 17.30]] oraz o [[17.30]], po [[20]]",
            "Przyjdź o [[siódmej]] albo [[w południe]]",
            "Spotkanie k. [[10]], wtorki [[10.00–18.00]]",
            "O 5 osób więcej, do 10 sztuk, po 3,50",
            "Wzrost o 4,2% i po 1,10",
        ],
        "ru": [
            "Начало в [[19:00]], приходите к [[18 часам]]",
            "С [[10 до 12]], в [[7 утра]], [[9 вечера]]",
            "Работаем до [[20]], вторник в [[11]].",
            "Ждём в [[семь вечера]] или [[в полдень]]",
            "В 5 школах, до 10 штук, с 1 по 15 июня",
            "К 3 местам с 7-го ряда",
        ],
    },
    "price": {
        "en": [
            "Only [[£18]], was [[$1,290.50]] and [[€ 20]]; [[15 dollars]], [[£2 million]]",
            "18 pairs, 20 percent, 5 points",
        ],
        "pl": [
            "Za [[20 zł]], [[9,99 zł]], [[1 290 zł]], [[15 mln zł]], [[60 groszy]]",
            "Cena [[69 zl]] i [[12,-]]",
            "Mamy 20 złych dni, 5 zł.. ok"[:16],
        ],
        "ru": ["От [[900 ₽]], [[1 290 руб]]., [[5 тыс. руб]], [[30 рублей]]", "20 ребят, 5 рубашек"],
    },
    "percent": {
        "en": ["[[20%]] off, [[-15 %]], [[5 percent]]", "20 people"],
        "pl": ["[[20%]] mniej, [[4,2 %]], [[5 procent]]", "20 osób"],
        "ru": ["[[20 %]] дешевле, [[5 процентов]]", "20 человек"],
    },
    "phone": {
        "en": ["Ring [[01632 960 140]] or [[+44 20 7946 0958]]", "Order 123456, £1 290 000 000, on 12.05.2026"],
        "pl": [
            "Dzwoń: [[600 555 010]], [[22 555 01 20]], [[+48 600 555 010]]",
            "Suma 600 555 010 zł, od 100 200 sztuk",
        ],
        "ru": ["Звоните [[8 800 555-01-52]] или [[+7 (495) 555-01-09]]", "Продали 100 200 300 ₽ и 15 000 штук"],
    },
    "email": {
        "en": ["Write to [[jobs@a.example]].", "See @jobs at a.example"],
        "pl": ["Pisz na [[ola.nowak@a.example]]!", "Znajdź nas: @ola"],
        "ru": ["Пишите на [[info@a.example]]", "Мы в @info"],
    },
    "link": {
        "en": ["See [[a.example/b]]", "See us"],
        "pl": ["Zobacz [[a.example/b]]", "Zobacz"],
        "ru": ["Читайте [[a.example/b]]", "Читайте"],
    },
    "mention": {
        "en": ["Thanks [[@petra_rides]]", "a@b.example"],
        "pl": ["Brawo [[@hania_z]]", "a@b.example"],
        "ru": ["Спасибо [[@dasha]]", "a@b.example"],
    },
    "tag": {
        "en": ["[[#tip]] of the day", "No #1"],
        "pl": ["[[#porada]] dnia", "Nr #1"],
        "ru": ["[[#совет]] дня", "Мы #1"],
    },
    "emoji": {
        "en": ["Good [[👍]]", "Good ™"],
        "pl": ["Dobrze [[👍]]", "Dobrze ©"],
        "ru": ["Хорошо [[👍]]", "Хорошо →"],
    },
    "given-name": {
        "en": ["[[Anna]] from row three", "[[Karl]] and [[Kemal]]", "the anna of all things", "Market Time"],
        "pl": ["[[Anna]] z trzeciego rzędu", "Dla [[Helenki]]", "z anną", "Jak Marka"],
        "ru": ["[[Анна]] из третьего ряда", "С [[Карлом]]", "с анной", "Машина. Свет. Полка"],
    },
    "dialogue": {
        "en": ["[[Client]]: make it pop. [[Me]]: it is a form.", "Where: the hall. Entry: free. Mind: the step."],
        "pl": ["[[Klientka]]: coś lekkiego. Podaję. [[Klientka]]: nie to.", "Kiedy: w piątek. Gdzie: w sali."],
        "ru": ["[[Я]]: лягу пораньше. [[Тоже я]]: как спят угри?", "Когда: в пятницу. Где: в зале."],
    },
    "diary": {
        "en": ["[[Day 1]]: bliss.\n[[Day 2]]: a meeting.\n[[Day 3]]: another.", "Monday: bliss.\nTuesday: a meeting."],
        "pl": ["[[Poniedziałek]]: cisza.\n[[Wtorek]]: cisza.\n[[Środa]]: pies.", "Poniedziałek: 9–17.\nWtorek: 9–15."],
        "ru": ["[[10:00]] – ждём.\n[[11:30]] – ждём.\n[[13:00]] – провод.", "10:00 – ждём.\n11:30 – провод."],
    },
    "countdown": {
        "en": ["Excuses:\n[[3]]. rain\n[[2]]. cat\n[[1]]. both", "Steps:\n1. soak\n2. rinse\n3. dry"],
        "pl": ["Wymówki:\n[[3]]) deszcz\n[[2]]) kot\n[[1]]) oba", "Kroki:\n3. namocz\n1. wysusz"],
        "ru": ["Отговорки:\n[[3]]) дождь\n[[2]]) кот\n[[1]]) оба", "Шаги:\n1. замочить\n2. высушить"],
    },
    "options": {
        "en": ["Which one? [[A)]] a fax [[B)]] a trombone [[C)]] a dress", "Tea (a) or b) coffee"],
        "pl": ["Co to? [[a)]] faks [[b)]] puzon [[c)]] suknia", "a) herbata b) kawa"],
        "ru": ["Что это? [[а)]] факс [[б)]] тромбон [[в)]] платье", "а) чай б) кофе"],
    },
    "past": {
        "en": ["She [[lifted]] it and [[ran]]", "We need a hundred seeds", "It is closed"],
        "pl": ["Kot [[zniknął]], a koza [[otworzyła]] drzwi", "Mała szkoła, nowy artykuł"],
        "ru": ["Кот [[пропал]], коза [[открыла]] дверь", "Правила и читатели недели"],
    },
    "we-did": {
        "en": ["So [[we moved]] them", "They moved us"],
        "pl": ["[[Przesunęliśmy]] je", "Przesunęli je"],
        "ru": ["[[Вернули]] на место, и [[мы переставили]] щит", "Вчера ночью [[подняли]] щит", "Соседи поддержали"],
    },
    "we-will": {
        "en": ["[[We'll print]] them", "We love it, we know it"],
        "pl": ["[[Wydrukujemy]] je", "Zapraszamy, mamy problemy"],
        "ru": ["[[Напечатаем]] их", "Приглашаем всем составом"],
    },
    "you-did": {
        "en": ["[[You complained]] about it", "You can"],
        "pl": ["[[Narzekaliście]] na druk", "Narzekali na druk"],
        "ru": ["[[Вы ругались]] на шрифт", "Вы можете"],
    },
    "number-unit": {
        "en": [
            "It is [[41 cm]] long and takes [[ten minutes]]; pack [[260 pairs]]",
            "[[60 bins]], [[14 people]], [[2 red onions]], [[5kg]], [[200 °C]], [[10-minute]] talk",
            "Protein [[12%]] of it",
            "10 000 followers, 500 likes, 5 reasons, 3 ways, 2026 trends, version 3.5 days",
            "20% off everything, save 15%, call 01632 960 140",
            "one of us, two of them, 5G networks, £20 pounds",
        ],
        "pl": [
            "Trwa [[dwie minuty]], [[14 kotów]], [[1,5 szklanki]], [[30 dni]], [[212 osób]]",
            "[[20 bezpłatnych miejsc]] i [[5 kg]] mąki, [[340 sztuk]]",
            "Gotuj [[piec minut]], potem [[dwie godziny]]",
            "10 tys. obserwujących, 500 polubień, 5 powodów, 20 zł, rabat 20%",
            "dziewięć w jednej, 9 w nocy",
        ],
        "ru": [
            "Займёт [[две минуты]], [[10 луковиц]], [[400 г]] муки, [[14 мм]], [[58 штук]]",
            "[[20 бесплатных мест]] и [[12 дней]]",
            "10 тыс. подписчиков, 500 лайков, 5 причин, 900 ₽, скидка 20%",
            "2026 год, 8 800 555-01-52",
        ],
    },
    "number": {
        "en": ["[[1,290]] pairs, [[3.5]] kg and [[14]]", "none, https://a.example/12 #top10"],
        "pl": ["[[1 290]] par, [[3,5]] kg i [[14]]", "żadnych"],
        "ru": ["[[1 290]] пар, [[3,5]] кг и [[14]]", "ничего"],
    },
    "question": {
        "en": ["Hello. [[Which one?]] Bye", "[[Which one? 🤔]] a.example", "See a.example/?a=1 now"],
        "pl": ["Cześć. [[Która?]] Pa", "Nie wiem"],
        "ru": ["Привет. [[Какая?]] Пока", "Не знаю"],
    },
    "open-question": {
        "en": ["[[Which day suits you?]] Ready?", "[[Mountains or the coast?]]", "Do you like it? Ready or not?"],
        "pl": ["[[Który dzień pasuje?]] Gotowi?", "[[Kawa czy herbata?]]", "Czy lubicie kawę? Tak czy nie?"],
        "ru": ["[[Какой день удобен?]] Готовы?", "[[С тмином или с картошкой?]]", "Вам нравится? Да или нет?"],
    },
    "list": {
        "en": ["Take:\n[[- bread\n- salt]]\nBye", "[[1. Mix\n\n2. Bake]]", "- one only\nthen text"],
        "pl": ["Weź:\n[[• chleb\n• sól]]", "- jedno\ni tekst"],
        "ru": ["Возьмите:\n[[✅ хлеб\n✅ соль]]", "- одно\nи текст"],
    },
    "place": {
        "en": [
            "Look [[behind the leisure centre]], [[Platform 3]]",
            "We meet [[in Cork]], [[at Mill Junction]]",
            "Come to [[12 High Street]]",
            "On Facebook, in May, at Christmas, in love, to You",
            "GREAT NEWS IN STORE",
        ],
        "pl": [
            "Zajrzyj [[w bibliotece]], [[ul. Długa 3]], [[peron 2]]",
            "Warsztaty [[w Kaliszu]] i [[na Jeżycach]]",
            "Na Facebooku, dla Was, w maju, z Wami, od Was",
        ],
        "ru": [
            "Ждём [[у школы]], [[ул. Лесная, 8]], [[кассе 4]]",
            "Скоро [[в Твери]] и [[на Заводской]]",
            "В Телеграме, для вас, в мае, у нас, на Пасху",
        ],
    },
    "address": {
        "en": [
            "Look [[behind the leisure centre]], [[Platform 3]], [[12 High Street]]",
            "We meet in Cork, at Brightwell",
        ],
        "pl": ["Zajrzyj [[w bibliotece]], [[ul. Długa 3]], [[peron 2]]", "Warsztaty w Kaliszu i na Jeżycach"],
        "ru": ["Ждём [[у школы]], [[ул. Лесная, 8]], [[кассе 4]]", "Скоро в Твери и на Заводской"],
    },
    "quote": {
        "en": [
            "She said [[“not this year”]] again",
            "Don't stop; it's 27\" wide",
        ],
        "pl": ["Napisała [[„dowieźcie później”]] wczoraj", "To jest to"],
        "ru": ["Написала [[«привезите позже»]] вчера", "Это оно"],
    },
    "person": {
        "en": [
            "Ask [[Emma Stone]], [[our baker Tom]], [[@anna_b]]",
            "[[Grace]] from our depot",
            "Will you mark it? I will",
        ],
        "pl": ["Zapytaj [[Annę Nowak]], [[nasza piekarka Kasia]]", "[[Ola]] z magazynu", "Marka ma rolę, a jan nie"],
        "ru": ["Спросите [[Анну Петрову]], [[наш пекарь Иван]]", "[[Ирина]] из доставки", "Вера в людей и любовь"],
    },
    "deadline": {
        "en": [
            "[[Apply by Friday]], go [[by noon]], it [[ends on 30 June]]",
            "The shop [[closes at 9 pm]], [[until Sunday 23 November]]",
            "[[3 days left]]",
            "We met on Friday at 9 pm",
        ],
        "pl": ["Jeszcze tylko [[do piątku]], zapisy [[do 18 maja]]", "[[Zostały 3 dni]]", "Spotkanie w piątek o 18"],
        "ru": ["Заявки [[до пятницы]], приём [[до 30 июня]]", "[[Осталось 3 дня]]", "Встреча в пятницу в 18:00"],
    },
    "version": {
        "en": ["Update to [[v2.1]] or [[3.5.1]], [[iOS 15]]", "It costs 3.50 on 12.05.2026"],
        "pl": ["Aktualizacja [[wersja 2.1]], [[3.5.1]]", "Kosztuje 3.50"],
        "ru": ["Обновление [[версия 2.1]], [[3.5.1]]", "Стоит 3.50"],
    },
    "capitals": {
        "en": ["Comment [[GUIDE]] or use code [[TEA20]]", "I said a word. ALL OF THIS IS LOUD"],
        "pl": ["Napisz [[CHCĘ]] i użyj kodu [[LATO10]]", "W domu i na wsi. TO WSZYSTKO KRZYK"],
        "ru": ["Пишите [[ХОЧУ]] и берите код [[ЛЕТО10]]", "Я дома. ЭТО ВСЕ КРИК"],
    },
    "instruction": {
        "en": ["[[Loosen the]] lid, then [[dab it]] dry", "Buy it now, and the lid is loose. Our team loves the lid"],
        "pl": [
            "[[Odkręćcie]] pokrywę i [[osuszcie]] ją",
            "Kupujcie teraz. Macie talent, byliście w punkcie i na świecie",
        ],
        "ru": ["[[Разрежьте]] и [[просушивайте]] дольше", "Заказывайте и подписывайтесь. Вы говорите и делаете верно"],
    },
}
ROWS = [
    (shape, language, post) for shape, tables in CASES.items() for language, posts in tables.items() for post in posts
]


@pytest.mark.parametrize(("shape", "language", "marked"), ROWS, ids=lambda value: str(value)[:40])
def test_shape(shape: str, language: Language, marked: str) -> None:
    post = marked.replace("[[", "").replace("]]", "")
    wanted = [fold(piece) for piece in regex.findall(r"\[\[(.+?)\]\]", marked, regex.DOTALL)]
    text = read(post)
    assert [text.folded[start:end] for start, end in SHAPES[shape](text, language)] == wanted


def test_every_shape_has_finds_and_near_misses_in_each_language() -> None:
    assert set(CASES) == set(SHAPES)
    for tables in CASES.values():
        for language in LANGUAGES:
            assert any("[[" in post for post in tables[language])
            assert any("[[" not in post for post in tables[language])


@given(
    st.text(st.sampled_from("aiwoвдс 0123456789.,:;-–%/()£$₽zł?!\n@#\"'•") | st.characters(), max_size=80),
    st.sampled_from(LANGUAGES),
)
def test_spans_stand_in_order_within_the_text(post: str, language: Language) -> None:
    text = read(post)
    for name, shape in SHAPES.items():
        spans = shape(text, language)
        assert all(0 <= start < end <= len(text.folded) for start, end in spans), name
        assert all(left[1] <= right[0] for left, right in pairwise(spans)), name
