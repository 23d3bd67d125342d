"""Sample texts for entries: what somebody could write that the entry is meant to find."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.engine import patterns
from bot.engine.entries import Element, Gap, Literal, Parsed, Pattern, Phrase, Shape, Words
from bot.engine.model import LANGUAGES, Language

SHAPES: Mapping[str, str | Mapping[Language, str]] = {
    "date": {"en": "20 March", "pl": "18 maja", "ru": "30 июня"},
    "time": {"en": "9:30", "pl": "19:30", "ru": "19:00"},
    "price": {"en": "$12", "pl": "12 zł", "ru": "500 ₽"},
    "percent": "20%",
    "phone": {"en": "+44 20 7946 0958", "pl": "+48 22 123 45 67", "ru": "+7 495 123-45-67"},
    "email": "desk@example.com",
    "link": "https://example.com/page",
    "mention": "@someone",
    "number-unit": {"en": "40 pages", "pl": "40 stron", "ru": "40 страниц"},
    "number": "37",
    "question": {"en": "Which one?", "pl": "Który?", "ru": "Какой?"},
    "open-question": {"en": "What do you read?", "pl": "Co czytacie?", "ru": "Что вы читаете?"},
    "list": {"en": "\n- one\n- two\n- three\n", "pl": "\n- raz\n- dwa\n- trzy\n", "ru": "\n- раз\n- два\n- три\n"},
    "tag": "#books",
    "emoji": "🔥",
    "ballot-signs": {"en": "❤ for tea, 🔥 for milk", "pl": "❤ za mleko, 🔥 za sok", "ru": "❤ за чай, 🔥 за сок"},
    "place": {"en": "12 Market Street", "pl": "ul. Długa 12", "ru": "ул. Садовая, 12"},
    "address": {"en": "12 Market Street", "pl": "ul. Długa 12", "ru": "ул. Садовая, 12"},
    "quote": {"en": "“Read the whole label”", "pl": "„Czytaj całą etykietę”", "ru": "«Читайте всю этикетку»"},
    "person": {"en": "Anna Brown", "pl": "Anna Nowak", "ru": "Анна Иванова"},
    "deadline": {"en": "until 20 March", "pl": "do 18 maja", "ru": "до 30 июня"},
    "fixed-date": {"en": "20 March", "pl": "18 maja", "ru": "30 июня"},
    "bare-link": "https://example.com/page",
    "tech-name": "LPDDR5",
    "brand": "Nordfell",
    "capitals": {"en": "GUIDE", "pl": "PORADNIK", "ru": "ГАЙД"},
    "instruction": {
        "en": "Rinse the filter under cold water.",
        "pl": "Opłuczcie filtr pod zimną wodą.",
        "ru": "Промойте фильтр холодной водой.",
    },
    "given-name": {"en": "Anna", "pl": "Anna", "ru": "Анна"},
    "past": {"en": "she lifted", "pl": "podniosła", "ru": "подняла"},
    "we-did": {"en": "we lifted it", "pl": "podnieśliśmy to", "ru": "мы подняли это"},
    "we-will": {"en": "we'll print them", "pl": "wydrukujemy je", "ru": "мы напечатаем их"},
    "you-did": {"en": "you lifted it", "pl": "podnieśliście to", "ru": "вы подняли это"},
    "dialogue": {"en": "Client: no. Me: yes.", "pl": "Klient: nie. Ja: tak.", "ru": "Клиент: нет. Я: да."},
    "diary": {
        "en": "Monday: rain. Tuesday: rain. Friday: snow.",
        "pl": "Poniedziałek: deszcz. Wtorek: deszcz. Piątek: śnieg.",
        "ru": "Понедельник: дождь. Вторник: дождь. Пятница: снег.",
    },
    "countdown": "3. x\n2. x\n1. x",
    "options": {"en": "a) one b) two c) six", "pl": "a) kot b) pies c) lis", "ru": "а) кот б) пес в) лис"},
    "version": {"en": "version 2.3", "pl": "wersja 2.3", "ru": "версия 2.3"},
}
"""A text of each built-in shape, by language where they differ."""

_ENDINGS: Mapping[Language, str] = {"en": "oqy", "pl": "oqy", "ru": "оцы"}
"""An ending that no word has, for entries that name a beginning."""

_FILLER: Mapping[Language, str] = {"en": "one other", "pl": "jeden inny", "ru": "один другой"}
"""Words that may stand where an entry has "..."."""


def shape_sample(name: str, language: Language) -> str:
    """A text of the shape; none for a new shape that has no sample yet: a test asks for one."""
    sample = SHAPES.get(name, "")
    return sample if isinstance(sample, str) else sample[language]


def samples(parsed: Parsed, language: Language, most: int = 6) -> list[str]:
    """Different texts that the entry should find in its language."""
    match parsed:
        case Pattern():
            return patterns.texts(parsed.source)
        case Literal():
            return [parsed.characters]
        case Phrase():
            choices = [_choices(element, language) for element in parsed.elements]
            if not all(choices):
                return []
            number = min(most, max(map(len, choices)))
            written = (" ".join(filter(None, (row[turn % len(row)] for row in choices))) for turn in range(number))
            return list(dict.fromkeys(written))


def _choices(element: Element, language: Language) -> list[str]:
    match element:
        case Gap():
            return ["", _FILLER[language]]
        case Shape():
            return [sample for name in element.names if (sample := shape_sample(name, language))]
        case Words():
            words = [*_open_words(element, language), *sorted(element.whole, key=lambda word: (-len(word), word))]
            return [word for word in words if element.accepts(word)]


def _open_words(element: Words, language: Language) -> Iterator[str]:
    """Each beginning alone and with an ending that no list can foresee; each ending with such a beginning."""
    stem = _ENDINGS[language]
    for beginning in element.beginnings:
        if beginning[-1].isalnum():
            yield beginning
        yield beginning + stem
    for ending in element.endings:
        yield stem + ending


DEFAULT_CARRIERS: Mapping[Language, tuple[str, ...]] = {
    "en": ("Here: {word}.", "{word}", "Today {word} for us.", "Here: {word}"),
    "pl": ("Tutaj: {word}.", "{word}", "Dzisiaj {word} dla nas.", "Tutaj: {word}"),
    "ru": ("Тут: {word}.", "{word}", "Сегодня {word} для нас.", "Тут: {word}"),
}
"""Sentences that carry a word where its list names none."""
assert set(DEFAULT_CARRIERS) == set(LANGUAGES)
