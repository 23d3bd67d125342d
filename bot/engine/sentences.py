"""Cuts folded text into sentences the way posts are written: lines, list items, emoji and abbreviations included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from bot.engine.model import Span

# One emoji with its skin tone, a flag, or a keycap; signs such as © ™ ↔ are text to most readers.
EMOJI = (
    r"(?:\p{Regional_Indicator}{2}|[0-9#*]\u20e3|[\u2600-\u27bf\u231a-\u23ff\u25a0-\u25ff\u2934\u2935\u2b05-\u2b55"
    r"\u24c2\u203c\u2049\u2139\U0001f000-\U0001faff](?<=\p{Extended_Pictographic})[\U0001f3fb-\U0001f3ff]?)"
)
BULLET = rf"(?:[-•*▪▫◦‣●○■□–→✓✔➤➔>·]+(?=\s|\w)|\(?\d{{1,2}}[.)](?=\s|\p{{L}})|{EMOJI})"
_BULLETS = regex.compile(rf"\s*(?:{BULLET}\s*)*")
_LINE = regex.compile(r"[^\n]+")
_CANDIDATE = regex.compile(rf"[.!?…]+[\"')\]]*|(?:{EMOJI}\s*)+")
_EMOJI_TAIL = regex.compile(rf"\s*(?:(?![👉➡▶👇]){EMOJI}\s*)+")

# Never at the end of a sentence: something always follows.
_LEADING = frozenset(
    (
        *("dr", "mr", "mrs", "ms", "prof", "st", "no", "vs", "e.g", "i.e", "approx", "fig"),
        *("jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec"),
        *("godz", "ul", "al", "pl", "os", "np", "tj", "tzn", "m.in", "min", "maks", "ok", "św", "sw", "nr", "tel"),
        *("mgr", "inż", "inz", "dot", "gen", "ks", "zob", "wg", "płk", "lic", "k"),
        *("т.е", "т.н", "т.к", "ул", "просп", "пер", "д", "кв", "им", "св", "тел", "напр", "см", "ок", "корп", "проф"),
    )
)
# Followed by a small letter inside a sentence, by a capital at its end.
_TRAILING = frozenset(
    (
        *("etc", "inc", "ltd", "co", "jr", "sr", "a.m", "p.m", "u.s", "u.k", "max", "pt", "str"),
        *("tys", "mln", "mld", "zł", "zl", "szt", "kg", "pkt", "itd", "itp", "r", "w", "ub", "br", "gr", "mies", "os"),
        *("тыс", "млн", "млрд", "руб", "коп", "шт", "г", "гг", "в", "вв", "т.д", "т.п", "др", "пр", "мин", "сек"),
        *("час", "чел", "кг", "мм", "км", "м", "л", "н.э", "р", "стр", "обл"),
    )
)


def split(folded: str, cased: str, solid: Sequence[Span] = ()) -> list[Span]:
    """Sentence spans in order, trimmed, without list marks; `cased` is `folded` with the draft's own capitals.

    Nothing is cut inside the `solid` spans (links, tags, addresses).
    """
    casual = _starts_small(cased)
    pieces: list[Span] = []
    for line in _LINE.finditer(folded):
        first = _BULLETS.match(folded, *line.span())
        start = first.end() if first else line.start()
        cuts = _cuts(folded, cased, (start, line.end()), solid, casual)
        pieces += _pieces(folded, start, (*cuts, line.end()))
    return pieces


def _starts_small(cased: str) -> bool:
    """Whoever opens a post with a small letter does not mark sentences with capitals."""
    return next((char.islower() for char in cased if char.isalpha()), False)


def _pieces(folded: str, start: int, cuts: Sequence[int]) -> Iterator[Span]:
    for cut in cuts:
        piece = folded[start:cut]
        bare = piece.strip()
        if bare:
            left = start + len(piece) - len(piece.lstrip())
            yield left, left + len(bare)
        start = cut


def _cuts(folded: str, cased: str, line: Span, solid: Sequence[Span], casual: bool) -> Iterator[int]:
    start, end = line
    for match in _CANDIDATE.finditer(folded, start, end):
        at, after = match.span()
        if at < start or after >= end or any(left <= at < right for left, right in solid):
            continue
        if match[0][0] in ".!?…":
            ends = _ends(folded, cased, start, match, casual)
            if ends:
                tail = _EMOJI_TAIL.match(folded, after, end)
                after = tail.end() if tail else after
        else:
            ends = _emoji_ends(cased, start, at, after)
        if ends and after < end:
            yield after
            start = after


def _ends(folded: str, cased: str, start: int, match: regex.Match[str], casual: bool) -> bool:
    at, after = match.span()
    mark, following = match[0], cased[after]
    if not following.isspace():
        return _joined(cased, at, after)
    first = _next_sign(cased, after)
    quoted = mark[-1] in "\"')]"
    if mark[0] in "!?":
        return not (quoted and first.islower())
    if mark.rstrip("\"')]") != ".":
        return casual or not first.islower()
    return _full_stop(folded[start:at], cased, at, first, casual)


def _full_stop(before: str, cased: str, at: int, first: str, casual: bool) -> bool:
    last = before.rsplit(None, 1)[-1].lstrip("\"'([") if before and not before[-1].isspace() else ""
    if last in _LEADING or (before.strip().isdigit() and len(before.strip()) < 3):
        return False
    if last in _TRAILING:
        return first.isupper() and not (last == "г" and not _after_number(before))
    if len(last) == 1 and last.isalpha() and cased[at - 1].isupper():
        return False  # an initial
    return casual or not first.islower()


def _after_number(before: str) -> bool:
    """Tells "2025 г. Дальше", an end, from "г. Тверь", a town."""
    return before[:-1].rstrip()[-1:].isdigit()


def _joined(cased: str, at: int, after: int) -> bool:
    """Sentences without a space between them: "today.We open", "Hurray!Come in"."""
    return at > 0 and cased[at - 1].islower() and cased[after].isupper() and cased[after + 1 : after + 2].islower()


def _emoji_ends(cased: str, start: int, at: int, after: int) -> bool:
    """An emoji ends a sentence when words stand before it and a capital follows: "See you 🎉 Doors open at 8".

    It does not where the sentence must go on ("at 🏛 Museum Street"), or before one loud word ("come 🎉 ALL of you").
    """
    before = cased[start:at]
    if not cased[after].isupper() or before.isupper() or not any(char.isalnum() for char in before):
        return False
    return not _is_loud_alone(cased[after : after + _LOOK_AHEAD]) and before.split()[-1] not in _GOES_ON


def _is_loud_alone(following: str) -> bool:
    """A word in capitals that is no acronym, and none after it: in small letters it would begin no sentence either."""
    first, _, rest = following.partition(" ")
    return first.isupper() and len(first) > 3 and first.isalpha() and rest[:1].islower()


_LOOK_AHEAD = 40
_GOES_ON = frozenset(
    (
        *(
            "a",
            "an",
            "the",
            "to",
            "of",
            "in",
            "on",
            "at",
            "for",
            "from",
            "with",
            "by",
            "our",
            "your",
            "my",
            "and",
            "or",
        ),
        *("w", "we", "z", "ze", "na", "do", "od", "po", "za", "przy", "dla", "bez", "przed", "przez", "o", "u", "i"),
        *("oraz", "lub", "в", "во", "на", "с", "со", "к", "ко", "у", "о", "об", "за", "по", "до", "от", "из", "для"),
        *("при", "и", "или", "наш", "наша", "nasz", "nasza", "my"),
    )
)
"""Words that no sentence ends with."""


def _next_sign(cased: str, after: int) -> str:
    """The first letter or digit after the mark."""
    for char in cased[after : after + 12]:
        if char.isalnum():
            return char
    return " "
