"""Built-in shapes that rules name with `$`: dates, prices, questions, places… found natively in each language.

Each shape is a function from a text and its language to folded spans, in order and not overlapping. Most first look
for a cheap sign (a digit, a calendar word, a capital) and only then for the pattern.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import regex

from bot.engine import deeds, scenes
from bot.engine import shape_words as words
from bot.engine.ballots import ballot_signs
from bot.engine.function_words import function_words
from bot.engine.instructions import instruction
from bot.engine.model import Language, Span
from bot.engine.sentences import BULLET
from bot.engine.text import Text, once

Shape = Callable[[Text, Language], tuple[Span, ...]]

_FLAGS = regex.VERBOSE | regex.MULTILINE | regex.VERSION1
_DIGITS = frozenset("0123456789")
_DIGIT = regex.compile(r"\d")
# Typing without diacritics: what Polish patterns become for a text that has none.
_UNMARKED = str.maketrans("ąćęłńóśźż", "acelnoszz")


@cache
def _compiled(source: str, edges: bool, plain: bool) -> regex.Pattern[str]:
    bounded = (rf"(?<!\w)(?:{source})(?!\w)" if edges else source).replace("ё", "е")
    return regex.compile(bounded.translate(_UNMARKED) if plain else bounded, _FLAGS)


def _pattern(source: str, text: Text, language: Language, edges: bool = True) -> regex.Pattern[str]:
    return _compiled(source, edges, language == "pl" and text.plain)


@dataclass(frozen=True, slots=True)
class _Openers:
    """How the words that may open a match begin. Two letters sort out most words before the stems are compared."""

    stems: tuple[str, ...]
    pairs: frozenset[str]
    before: Mapping[str, tuple[str, ...]]
    """Words that open a match as a whole only, before words that begin so or before a digit."""

    def places(self, text: Text) -> Iterator[int]:
        """The words that may open a match, by their numbers."""
        pairs, stems, before = self.pairs, self.stems, self.before
        for index, word in enumerate(text.words):
            if word[:2] in pairs:
                opens = self._goes_on(text.words, index) if word in before else len(word) < 3 or word.startswith(stems)
                if opens:
                    yield index

    def _goes_on(self, words: Sequence[str], index: int) -> bool:
        following = words[index + 1] if index + 1 < len(words) else ""
        return following.startswith(self.before[words[index]]) or following[:1] in _DIGITS


@once
def _numerals(text: Text) -> tuple[int, ...]:
    """The words that begin with a digit."""
    return tuple(index for index, word in enumerate(text.words) if word[0] in _DIGITS) if _has_digit(text) else ()


@cache
def _spellings(stems: tuple[str, ...], plain: bool) -> tuple[str, ...]:
    return tuple(stem.translate(_UNMARKED) for stem in stems) if plain else stems


@cache
def _openers(stems: tuple[str, ...], plain: bool) -> _Openers:
    spelled = _spellings(stems, plain)
    before: dict[str, tuple[str, ...]] = {}
    for first, plus, second in (stem.partition("+") for stem in spelled):
        if plus:
            before[first] = (*before.get(first, ()), second)
    # A preposition opens a match as a whole word only, so it needs no place among the stems.
    stems = tuple(stem for stem in spelled if len(stem) > 2 and "+" not in stem)
    return _Openers(stems, frozenset(stem.partition("+")[0][:2] for stem in spelled), before)


def _from_words(source: str, stems: tuple[str, ...], text: Text, language: Language) -> Iterator[Span]:
    """Matches that begin at a digit or at one of the stems: ten times quicker than trying every character."""
    openers = _openers(stems, language == "pl" and text.plain)
    pattern = _pattern(source, text, language)
    done = 0
    for index in sorted((*openers.places(text), *_numerals(text))):
        start = text.starts[index]
        if start >= done:
            match = pattern.match(text.folded, start)
            if match:
                done = match.end()
                yield match.span()


def _around_words(source: str, stems: tuple[str, ...], text: Text, language: Language) -> Iterator[Span]:
    """Matches that hold one of the stems within a few words: only there the pattern is tried."""
    openers = _openers(stems, language == "pl" and text.plain)
    pattern, last = _pattern(source, text, language), len(text.words) - 1
    around = _merged(
        (
            text.starts[max(0, index - _BEFORE)],
            text.ends[index + _AFTER] if index + _AFTER < last else len(text.folded),
        )
        for index in openers.places(text)
    )
    return (match.span() for start, end in around for match in pattern.finditer(text.folded, start, end))


_BEFORE, _AFTER = 4, 6
"""Words before and after a stem that a match may take in, and what it looks at behind its end."""


@once
def _has_digit(text: Text) -> bool:
    return _DIGIT.search(text.folded) is not None


def _outside(spans: Iterable[Span], *groups: Iterable[Span]) -> tuple[Span, ...]:
    """The spans that share no character with the others."""
    solid = _merged(span for group in groups for span in group)
    if not solid:
        return tuple(spans)
    starts = [start for start, _ in solid]
    return tuple(span for span in spans if not _overlaps(span, solid, starts))


def _overlaps(span: Span, solid: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether the last solid span that begins before the end of this one reaches into it."""
    at = bisect_left(starts, span[1])
    return at > 0 and solid[at - 1][1] > span[0]


def _matches(pattern: regex.Pattern[str], text: Text) -> Iterator[Span]:
    return (match.span() for match in pattern.finditer(text.folded))


# Calendar and clock


@once
def date(text: Text, language: Language) -> tuple[Span, ...]:
    found = _from_words(words.DATE[language], words.DATE_STEMS[language], text, language)
    return _outside(found, text.links, text.tags)


_FLOATING = regex.compile(r"today|tonight|tomorrow|this |next |dziś|dzis|jutr|pojutrz|сегодня|завтра|послезавтра")


@once
def fixed_date(text: Text, language: Language) -> tuple[Span, ...]:
    """A day that stays the same tomorrow: not "today", "jutro" or "this weekend", which hurry but name no limit."""
    return tuple(
        span
        for span in date(text, language)
        if _DIGIT.search(text.folded, *span) or not _FLOATING.search(text.folded, *span)
    )


@once
def time(text: Text, language: Language) -> tuple[Span, ...]:
    found = _from_words(words.TIME[language], words.TIME_STEMS[language], text, language)
    return _outside(found, text.links, phone(text, language), price(text, language), _numeric_dates(text))


_NUMERIC_DATE = regex.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d")


@once
def _numeric_dates(text: Text) -> tuple[Span, ...]:
    return tuple(_matches(_NUMERIC_DATE, text)) if _has_digit(text) else ()


@once
def deadline(text: Text, language: Language) -> tuple[Span, ...]:
    """An end: a cue such as "until" or "ends" with the date or time after it, or how much is left."""
    moments = sorted((*date(text, language), *time(text, language)))
    cue = _pattern(words.DEADLINE[language], text, language, edges=False)
    ends = [found for moment in moments if (found := _with_cue(cue, text.folded, moment))]
    left = _matches(_pattern(words.LEFT[language], text, language), text) if _has_digit(text) else ()
    return _merged((*ends, *left))


def _with_cue(cue: regex.Pattern[str], folded: str, moment: Span) -> Span | None:
    """The moment with the cue just before it, which the shape may already have taken in ("by noon")."""
    start, end = moment
    own = folded.find(" ", start, end) + 1
    for at in (start, own) if own else (start,):
        match = cue.search(folded, max(0, at - 30), at)
        if match:
            return min(match.start(), start), end
    return None


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


# Money and numbers

_PRICE = regex.compile(
    rf"[£€$₽₴₸]\s?(?:{words.AMOUNT})(?:\s?{words.THOUSAND})?(?!\w)"
    rf"|(?<![\w.,])(?:{words.AMOUNT})(?:\s?{words.THOUSAND})?\s?{words.MONEY_WORD}(?!\w)"
    r"|(?<![\w.,])\d+,-(?!\w)|(?<![\w.,£])\d{1,3}p(?!\w)"
)
_PERCENT = regex.compile(
    r"(?<![\w.,])[-+–]?\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+)?\s?(?:%|percent\b|per\scent\b|procent\w*|процент\w*|proc\.)"
)
_NUMBER = regex.compile(r"(?<![\w.,])(?:\d{1,3}(?:[ ,.]\d{3})+(?!\d)|\d+)(?:[.,]\d+)*")


@once
def price(text: Text, language: Language) -> tuple[Span, ...]:
    if not _has_digit(text):
        return ()
    return _outside(_matches(_PRICE, text), text.links)


@once
def percent(text: Text, language: Language) -> tuple[Span, ...]:
    return tuple(_matches(_PERCENT, text)) if _has_digit(text) else ()


@once
def number(text: Text, language: Language) -> tuple[Span, ...]:
    if not _has_digit(text):
        return ()
    return _outside(_matches(_NUMBER, text), text.links, text.tags, text.mentions, phone(text, language))


_PHONE = regex.compile(
    r"(?<![\w.,/=-])(?:\+\d{1,3}[\s-]?)?(?:\(\d{2,5}\)[\s-]?)?\d{2,5}(?:[\s-]\d{2,4}){1,4}(?![\w/]|[.,:]\d)"
    r"|(?<![\w.,/=-])8[\s-](?:\(\d{3}\)|\d{3})[\s-]\d{3}[\s-]?\d\d[\s-]?\d\d(?!\w)|(?<![\w.,/=-])\+?\d{9,13}(?![\w.,]\w)"
)
_COUNTED = regex.compile(rf"\s?(?:%|{words.MONEY_WORD}|\d|{words.THOUSAND})")


@once
def phone(text: Text, language: Language) -> tuple[Span, ...]:
    if not _has_digit(text):
        return ()
    folded = text.folded
    found = [span for span in _matches(_PHONE, text) if _is_phone(folded, span)]
    return _outside(found, text.links, _numeric_dates(text), price(text, language)) if found else ()


def _is_phone(folded: str, span: Span) -> bool:
    """Nine to thirteen digits that no currency follows: "1 290 000 000 zł" is money."""
    digits = sum(char.isdigit() for char in folded[slice(*span)])
    return 9 <= digits <= 13 and not _COUNTED.match(folded, span[1])


_VERSION = regex.compile(rf"(?<![\w.])(?:{words.VERSION})(?![\w])")


@once
def version(text: Text, language: Language) -> tuple[Span, ...]:
    if not _has_digit(text):
        return ()
    return _outside(_matches(_VERSION, text), text.links, _numeric_dates(text))


# Numbers with units

_ATTACHED = regex.compile(r"\d+(?:[.,]\d+)?(?:-?(?P<unit>[^\W\d_].*))?")
_BETWEEN = regex.compile(r"[ -]|\s?[°º]\s?")
_DEGREE = regex.compile(r"(?<![\w.,])[-–]?\d+(?:[.,]\d+)?\s?[°º]c?(?!\w)")
_YEAR = regex.compile(r"(?:19|20)\d\d")
# A number and the next word of a sentence make no unit when a word like this stands between or after.
_SMALL = frozenset(
    (
        *(
            "this",
            "was",
            "is",
            "has",
            "does",
            "us",
            "plus",
            "less",
            "across",
            "always",
            "his",
            "its",
            "as",
            "yes",
            "thus",
        ),
        *(
            "perhaps",
            "besides",
            "pass",
            "miss",
            "towards",
            "ours",
            "yours",
            "news",
            "gas",
            "bus",
            "class",
            "press",
            "address",
        ),
    )
)
_FUNCTION = frozenset(
    ("of", "and", "to", "or", "in", "on", "at", "the", "for", "with", "a", "by", "am", "pm", "from", "i", "w")
)


@once
def number_unit(text: Text, language: Language) -> tuple[Span, ...]:
    """A number with a measure or a thing: "41 cm", "two minutes", "60 bins"; not "10 000 followers" or "−20 %"."""
    spelled = _spelled(language, language == "pl" and text.plain)
    counts = [index for index, word in enumerate(text.words) if word[0] in _DIGITS or word in spelled]
    if not counts:
        return ()
    spans = [span for index in counts if (span := _unit_at(text, language, index, text.words[index] in spelled))]
    if "°" in text.folded or "º" in text.folded:
        spans += _matches(_DEGREE, text)
    spans += (span for span in percent(text, language) if not _is_discount(text, language, span))
    if not spans:
        return ()
    return _merged(_outside(spans, version(text, language), phone(text, language), price(text, language)))


def _unit_at(text: Text, language: Language, index: int, spelled: bool) -> Span | None:
    """The span of a number word at `index` with its unit, if it has one."""
    word = text.words[index]
    attached = _ATTACHED.fullmatch(word)
    if attached and attached["unit"]:
        small = text.cased((text.starts[index], text.ends[index]))[-1].islower()  # 5 g, not 5G
        return _span(text, index, index) if small and _is_measure(attached["unit"], text, language) else None
    if not spelled and not attached:
        return None
    last = _last_digits(text, index)
    if last + 1 >= len(text.words) or not _adjacent(text, last):
        return None
    return _unit_after(text, language, index, last, spelled)


def _unit_after(text: Text, language: Language, index: int, last: int, spelled: bool) -> Span | None:
    following = text.words[last + 1]
    if _is_measure(following, text, language):
        return _span(text, index, last + 1)
    if spelled or _YEAR.fullmatch(text.words[index]):
        return None
    if _is_thing(following, text, language):
        return _span(text, index, last + 1)
    if following not in _FUNCTION and last + 2 < len(text.words) and _adjacent(text, last + 1):
        beyond = text.words[last + 2]
        if _describes(following, language) and (
            _is_measure(beyond, text, language) or _is_thing(beyond, text, language)
        ):
            return _span(text, index, last + 2)
    return None


def _span(text: Text, first: int, last: int) -> Span:
    return text.starts[first], text.ends[last]


def _last_digits(text: Text, index: int) -> int:
    """The last word of a number written in groups: "10 000"."""
    while index + 1 < len(text.words) and len(text.words[index + 1]) == 3 and text.words[index + 1].isdigit():
        if not _adjacent(text, index):
            break
        index += 1
    return index


def _adjacent(text: Text, index: int) -> bool:
    return _BETWEEN.fullmatch(text.folded, text.ends[index], text.starts[index + 1]) is not None


@cache
def _spelled(language: Language, plain: bool) -> frozenset[str]:
    known = words.NUMBER_WORDS[language]
    return frozenset(word.translate(_UNMARKED) for word in known) if plain else known


@cache
def _measures(language: Language, plain: bool) -> frozenset[str]:
    known = words.MEASURES_OF[language] | words.SYMBOLS
    return frozenset(word.translate(_UNMARKED) for word in known) if plain else known


def _is_measure(word: str, text: Text, language: Language) -> bool:
    known = _measures(language, language == "pl" and text.plain)
    return word in known or word.startswith(("minut", "godzin", "час", "минут", "metrow", "litrow", "дневн", "метров"))


def _is_thing(word: str, text: Text, language: Language) -> bool:
    """A countable thing: English by its plural, Polish and Russian by the genitive plural or a known stem."""
    plain = language == "pl" and text.plain
    if word.startswith(_spellings(words.EMPTY_COUNTS[language], plain)):
        return False
    if language == "en":
        return (
            len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s", "is")) and word not in _SMALL
        )
    if language == "pl":
        return word.startswith(_spellings(words.THINGS["pl"], plain)) or (len(word) > 4 and word.endswith(("ów", "ek")))
    return word.startswith(words.THINGS["ru"]) or (len(word) > 4 and word.endswith(("ов", "ев", "ек", "ок")))


def _describes(word: str, language: Language) -> bool:
    """An adjective may stand between the number and its noun: "20 bezpłatnych miejsc"."""
    if language == "en":
        return word.isalpha() and len(word) > 2 and word not in _SMALL and not word.endswith(("ing", "ly"))
    return word.endswith(("ych", "ich", "we", "ne", "he", "ie", "ых", "их", "ые", "ие"))


def _is_discount(text: Text, language: Language, span: Span) -> bool:
    around = text.folded[max(0, span[0] - 28) : span[1] + 24]
    return text.folded[span[0]] in "-–" or bool(
        _pattern(words.OFF[language], text, language, edges=False).search(around)
    )


# Questions and lists


@once
def question(text: Text, language: Language) -> tuple[Span, ...]:
    """Sentences that end with a question mark, whatever emoji or link follows it."""
    if "?" not in text.folded:
        return ()
    return tuple(span for span in text.sentences if _asks(text, span))


def _asks(text: Text, span: Span) -> bool:
    mark = text.folded.rfind("?", *span)
    return mark >= 0 and not any(char.isalnum() for char in _without_links(text, mark, span[1]))


def _without_links(text: Text, start: int, end: int) -> str:
    for left, right in (*text.links, *text.tags, *text.mentions):
        if start < left < end:
            return text.folded[start:left] + text.folded[right:end]
    return text.folded[start:end]


def open_question(text: Text, language: Language) -> tuple[Span, ...]:
    """Questions that yes, no or an emoji cannot answer: they ask which, how, why… or offer alternatives."""
    asked = question(text, language)
    if not asked:
        return ()
    pattern = _pattern(words.OPEN[language], text, language, edges=False)
    return tuple(span for span in asked if pattern.search(text.folded, *span))


_BULLET_LINE = regex.compile(rf"[^\S\n]*{BULLET}\s*\S[^\n]*")


@once
def bullet_lines(text: Text) -> tuple[Span, ...]:
    """Lines that open with a bullet, a number or an emoji and go on with words."""
    found: list[Span] = []
    at = 0
    for line in text.folded.split("\n"):
        if _BULLET_LINE.fullmatch(line) and any(char.isalpha() for char in line):
            found.append((at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
        at += len(line) + 1
    return tuple(found)


def listing(text: Text, language: Language) -> tuple[Span, ...]:
    """Two or more bullet lines with nothing between them but blank space."""
    lines = bullet_lines(text)
    joined = [pair for pair in pairwise(lines) if not text.folded[pair[0][1] : pair[1][0]].strip()]
    return _merged((first[0], second[1]) for first, second in joined)


# Links and signs


_EMAIL = regex.compile(r"(?<![\w.+-])\w[\w.+-]*@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_QUOTE = regex.compile(r"\"[^\"\n]{2,240}\"|(?<!\w)'[^'\n]{4,160}'(?!\w)")


def email(text: Text, language: Language) -> tuple[Span, ...]:
    return tuple(_matches(_EMAIL, text)) if "@" in text.folded else ()


def quote(text: Text, language: Language) -> tuple[Span, ...]:
    if '"' not in text.folded and "'" not in text.folded:
        return ()
    return tuple(_matches(_QUOTE, text))


def bare_link(text: Text, language: Language) -> tuple[Span, ...]:
    """Links around which every word is empty: "You have to see this", "more here"; nothing says what they open."""
    if not text.links:
        return ()
    empty = _empty_words(language, language == "pl" and text.plain)
    return tuple(link for link in text.links if _says_nothing(text, link, empty))


def _says_nothing(text: Text, link: Span, empty: frozenset[str]) -> bool:
    """The link's own sentence, the one before it and the one after it hold no word of their own."""
    own = text.sentence_of(link[0])
    first = bisect_left(text.sentence_at, own - 1)
    around = text.words[first : bisect_left(text.sentence_at, own + 2)]
    return bool(around) and all(word in empty or word.isdigit() for word in around)


@cache
def _empty_words(language: Language, plain: bool) -> frozenset[str]:
    known = words.EMPTY_AROUND_LINKS[language]
    return function_words(language, plain) | known | {word.translate(_UNMARKED) for word in known if plain}


# Capitals and names


_TECH_NAME = regex.compile(
    r"(?<![\w.@#/])(?:[A-Z]{2,6}\d+\w?|[A-Z]{2,6}[- ]\d+\.\d+|[A-Z]?[a-z]{2,}(?:[A-Z]{2,4}|DB|OS)"
    r"|\d{2,3}-(?:bit|бит)\w*|I{1,2}oT|PID|[A-Z]{2,5}[-/][A-Z]{2,5}|[A-Z]{2,5}\d+ [A-Z]{3,5}|"
    r"Wi-Fi \d|[A-Z]{2,4}-(?:based|шин\w+))(?![\w/@])"
)
# What every such name has: without it the pattern need not run.
_TECH_SIGN = regex.compile(r"[A-Z]{2}|\d-(?:bit|бит)|IoT|Wi-Fi")


def tech_name(text: Text, language: Language) -> tuple[Span, ...]:
    """Names of technology by how they are written, capitals with digits or inside a word: LPDDR5, UFS 4.0, GraphQL."""
    if not _TECH_SIGN.search(text.shown):
        return ()
    found = (match.span() for match in _TECH_NAME.finditer(text.shown))
    return _outside(found, text.links, text.tags, text.mentions)


def brand(text: Text, language: Language) -> tuple[Span, ...]:
    """Another company's name: capitalised words inside a sentence that are no first name and no day."""
    found: list[Span] = []
    taken = -1
    for index in _raised(text):
        if index > taken and _is_name(text, index) and not _first_name(text.words[index]):
            taken = _last_name(text, index)
            found.append((text.starts[index], text.ends[taken]))
    return _outside(found, date(text, language), text.links) if found else ()


def capitals(text: Text, language: Language) -> tuple[Span, ...]:
    """A word in capitals, in a sentence that is not written in capitals from end to end."""
    words = list(zip(text.starts, text.ends, text.sentence_at, strict=True))
    calm = {sentence for start, end, sentence in words if text.shown[start:end].islower()}
    return tuple(
        (start, end)
        for start, end, sentence in words
        if end - start > 1 and text.shown[start:end].isupper() and sentence in calm
    )


# Places and people


def place(text: Text, language: Language) -> tuple[Span, ...]:
    """An address, a numbered or known place after a preposition, or a capitalised name after one."""
    found = (*_named_places(text, language), *address(text, language))
    return _merged(_outside(found, text.links, text.tags, text.mentions))


@once
def address(text: Text, language: Language) -> tuple[Span, ...]:
    """A place that one can walk to: a street, a numbered door or platform, "at the library"; not a bare name."""
    found = _around_words(words.PLACE[language], words.PLACE_STEMS[language], text, language)
    return _merged(_outside(found, text.links, text.tags, text.mentions))


def _named_places(text: Text, language: Language) -> Iterator[Span]:
    before = words.PLACE_BEFORE_NAME[language]
    for index in _raised(text):
        if index and text.words[index - 1] in before and _is_name(text, index) and _after_space(text, index):
            known = text.words[index].startswith(words.NO_PLACE) or _first_name(text.words[index])
            if not known and _adjacent(text, index - 1):
                yield text.starts[index - 1], text.ends[_last_name(text, index)]


def _after_space(text: Text, index: int) -> bool:
    return text.folded[text.ends[index - 1]] == " "


@once
def _raised(text: Text) -> tuple[int, ...]:
    """The words of three letters and more that begin with a capital."""
    shown = text.shown
    bounds = zip(text.starts, text.ends, strict=True)
    return tuple(index for index, (start, end) in enumerate(bounds) if end - start > 2 and shown[start].isupper())


def _is_name(text: Text, index: int) -> bool:
    """A capital and then small letters, and not the first word of a sentence: words in capitals prove nothing."""
    start, shown = text.starts[index], text.shown
    if text.ends[index] - start < 3 or not (shown[start].isupper() and shown[start + 1].islower()):
        return False
    return index > 0 and text.sentence_at[index] == text.sentence_at[index - 1]


def _last_name(text: Text, index: int) -> int:
    while index + 1 < len(text.words) and _adjacent(text, index) and _is_name(text, index + 1):
        index += 1
    return index


def person(text: Text, language: Language) -> tuple[Span, ...]:
    """A first name with a surname, a role or where they work; or a mention."""
    named = [span for index in _raised(text) if (span := _person_at(text, language, index))]
    return _merged((*named, *text.mentions))


def _person_at(text: Text, language: Language, index: int) -> Span | None:
    word, start, end = text.words[index], text.starts[index], text.ends[index]
    if not text.shown[start + 1].islower() or not _first_name(word):
        return None
    if index + 1 < len(text.words) and _adjacent(text, index) and _is_name(text, index + 1):
        return start, text.ends[index + 1]
    after = text.cased((end, min(len(text.folded), end + 16)))
    if _pattern(words.FROM_TEAM[language], text, language, edges=False).match(after):
        return start, end
    role = _pattern(words.ROLE[language], text, language, edges=False).search(text.folded, max(0, start - 40), start)
    return (role.start() + len(role[0]) - len(role[0].lstrip()), end) if role else None


def given_name(text: Text, language: Language) -> tuple[Span, ...]:
    """A known first name with a capital, alone too: whom a story or a credit is about."""
    return tuple((text.starts[index], text.ends[index]) for index in _raised(text) if _first_name(text.words[index]))


@lru_cache(maxsize=2_000)
def _first_name(word: str) -> bool:
    """A known stem with an ending that a name can have in its language: "Kasią", "Olega"; not "market" or "машина"."""
    if word in words.NO_NAMES:
        return False
    endings = words.NAME_ENDINGS["cyrillic" if "а" <= word[0] <= "я" else "latin"]
    return any(
        word[: len(word) - cut] in _NAME_STEMS and word[len(word) - cut :] in endings
        for cut in range(min(5, len(word) - 1))
    )


_NAME_STEMS = frozenset(words.NAMES)

SHAPES: Mapping[str, Shape] = {
    "date": date,
    "fixed-date": fixed_date,
    "time": time,
    "price": price,
    "percent": percent,
    "phone": phone,
    "email": email,
    "link": lambda text, language: text.links,
    "bare-link": bare_link,
    "mention": lambda text, language: text.mentions,
    "number-unit": number_unit,
    "number": number,
    "question": question,
    "open-question": open_question,
    "list": listing,
    "tag": lambda text, language: text.tags,
    "emoji": lambda text, language: text.emoji,
    "ballot-signs": ballot_signs,
    "place": place,
    "address": address,
    "quote": quote,
    "person": person,
    "deadline": deadline,
    "version": version,
    "capitals": capitals,
    "brand": brand,
    "tech-name": tech_name,
    "instruction": instruction,
    "given-name": given_name,
    "past": deeds.past,
    "we-did": deeds.we_did,
    "we-will": deeds.we_will,
    "you-did": deeds.you_did,
    "dialogue": scenes.dialogue,
    "diary": scenes.diary,
    "countdown": scenes.countdown,
    "options": scenes.options,
}
