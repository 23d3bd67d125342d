"""A draft as folded text: words, sentences, links, tags and emoji, each with its place in the draft.

Folding makes what people type in many ways look one way, so that rules need one spelling. Every offset in the engine
counts folded characters; `Text.origin` leads back to the draft's own. One form stands for each family of signs:
`"` for all double quotes and guillemets, `'` for all single quotes and apostrophes, `-` for hyphens and minus,
`–` for all dashes, a plain space for hard and thin ones, a newline for every line break.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import regex

from bot.engine.model import Span
from bot.engine.sentences import EMOJI, split

P = ParamSpec("P")
Found = TypeVar("Found")

_FAMILIES = {
    '"': "“”„‟«»″〝〞＂",
    "'": "‘’‚‛‹›`´ʼʹ′＇",
    "-": "‐‑‒−﹣－",
    "–": "—―⸺⸻",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t",
    "\n": "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029",
    "е": "ёЁ",
    # Its lower case is two characters, which would shift every offset after it.
    "i": "İ",
}
# "Bold" letters from online generators are mathematical signs to a computer and plain letters to a reader.
_STYLED = {
    code: unicodedata.normalize("NFKC", chr(code)).lower()
    for code in (*range(0x1D400, 0x1D800), *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
    if len(unicodedata.normalize("NFKC", chr(code)).lower()) == 1
}
_PLAIN = _STYLED | {ord(sign): plain for plain, family in _FAMILIES.items() for sign in family}
# Sets, as one pass over the characters is ten times quicker than a pattern with astral ranges.
_SPECIAL = frozenset(map(chr, _PLAIN))

# Characters without width, tag characters of flags, variation selectors, soft hyphens.
_INVISIBLE = frozenset(
    map(
        chr,
        (
            *(0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF),
            *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x2070)),
            *(*range(0xFE00, 0xFE10), *range(0xE0000, 0xE01F0)),
        ),
    )
)
# Telegram exports keep bold and italics as ** and __; a longer row of _ is a blank to fill in.
# What folding may shorten: those markers, letters with combining marks, invisible signs, signs with a plainer twin.
_TROUBLE = regex.compile(
    r"(?P<marker>\*\*+|(?<!_)__(?!_))|[^\p{M}*_]?\p{M}+|[\p{Cf}\u180e]|[\u2126\u212a\u212b\u1100-\u1112]\p{L}*"
)
# Stress marks of Russian schoolbooks ("за́мок") have no composed letter and would cut the word in two.
_STRESS = frozenset("\u0300\u0301")
_JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class Text:
    """A draft, read once. All spans and offsets are folded ones; `origin` turns them into the draft's own."""

    original: str
    folded: str
    shown: str
    """The folded text in the draft's own capitals."""
    offsets: Sequence[int]
    """Folded index -> original index, with one entry more for the end."""
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Span, ...]
    sentence_at: tuple[int, ...]
    """Word index -> sentence index."""
    clause_start: tuple[bool, ...]
    """Whether a word opens a sentence, a line, a list item or a clause, where an imperative may stand."""
    paragraphs: tuple[Span, ...]
    """Blocks between line breaks: what a reader sees as one piece."""
    links: tuple[Span, ...]
    tags: tuple[Span, ...]
    mentions: tuple[Span, ...]
    emoji: tuple[Span, ...]
    plain: bool
    """Latin letters without one Polish diacritic: the author may have left them out."""
    seen: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What `once` has found in it so far."""

    def origin(self, span: Span) -> Span:
        """The draft's own characters behind a folded span."""
        if isinstance(self.offsets, range):
            return span
        start, end = span
        first = self.offsets[start]
        if end <= start:
            return first, first
        return first, self._end(end)

    def _end(self, end: int) -> int:
        """Just after the last character of the span and its combining marks, before removed markers such as **."""
        last, limit = self.offsets[end - 1] + 1, self.offsets[end]
        while last < limit and unicodedata.category(self.original[last]) in ("Mn", "Me", "Mc"):
            last += 1
        return last

    def sentence_of(self, offset: int) -> int:
        """Index of the sentence at an offset, or of the last one before it."""
        return max(0, bisect_right(self.sentences, (offset, len(self.folded) + 1)) - 1)

    def cased(self, span: Span) -> str:
        """The folded words of a span in the draft's own capitals."""
        return self.shown[slice(*span)]


def once(look: Callable[Concatenate[Text, P], Found]) -> Callable[Concatenate[Text, P], Found]:
    """A function of a text that looks once at each, however many ask: shapes and measures build on each other."""

    @wraps(look)
    def remembered(text: Text, /, *args: P.args, **kwargs: P.kwargs) -> Found:
        key = (look, *args)
        if key not in text.seen:
            text.seen[key] = look(text, *args, **kwargs)
        found: Found = text.seen[key]
        return found

    return remembered


def fold(text: str) -> str:
    """The one spelling that drafts and rule entries are compared in."""
    return _fold(text)[0]


def read(text: str, links: Iterable[Span] = ()) -> Text:
    """Reads a draft. `links` are spans, in the draft's own characters, whose link the text does not show."""
    folded, offsets = _fold(text)
    cased = text[: len(folded)] if isinstance(offsets, range) else "".join(text[index] for index in offsets[:-1])
    urls = tuple(_urls(folded, cased))
    tags = _spans(_TAG, folded, "#", urls)
    mentions = _spans(_MENTION, folded, "@", urls)
    emails = _spans(_EMAIL, folded, "@", urls)
    emoji = _emoji(folded, text, offsets)
    silent = sorted((*urls, *tags, *mentions, *emails))
    words = _words(folded, silent)
    sentences, kept, sentence_at = _sentences(split(folded, cased, silent), words)
    starts, ends = tuple(start for start, _ in kept), tuple(end for _, end in kept)
    keys = tuple(folded[start:end] for start, end in kept)
    return Text(
        original=text,
        folded=folded,
        shown=cased,
        offsets=offsets,
        words=keys,
        starts=starts,
        ends=ends,
        sentences=sentences,
        sentence_at=sentence_at,
        clause_start=tuple(_clause_starts(folded, keys, kept, sentence_at)),
        paragraphs=_paragraphs(folded),
        links=_united((*urls, *_anchors(folded), *_given(links, text, offsets)), folded),
        tags=tags,
        mentions=mentions,
        emoji=emoji,
        plain=_is_plain(folded),
    )


# Folding


def _fold(text: str) -> tuple[str, Sequence[int]]:
    folded, offsets = _fold_slowly(text) if _moves(text) else (_plain(text), range(len(text) + 1))
    return _without_margins(folded, offsets) if folded[:1].isspace() or folded[-1:].isspace() else (folded, offsets)


def _without_margins(folded: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """White space at the ends means nothing, and patterns may say where a text begins and ends."""
    start, end = len(folded) - len(folded.lstrip()), len(folded.rstrip())
    if start >= end:
        return "", offsets[:1]
    kept = offsets[start : end + 1]
    return folded[start:end], tuple(kept) if start else kept


def _moves(text: str) -> bool:
    """Whether folding takes characters away, so that offsets need a map."""
    if "**" in text or "__" in text:
        return True
    return not text.isascii() and not (
        _INVISIBLE.isdisjoint(text) and _STRESS.isdisjoint(text) and unicodedata.is_normalized("NFC", text)
    )


def _plain(text: str) -> str:
    """Character by character, so no offset moves."""
    if not _SPECIAL.isdisjoint(text):
        text = text.translate(_PLAIN)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(char.lower()[:1] for char in text)


def _fold_slowly(text: str) -> tuple[str, Sequence[int]]:
    """The same with removals and compositions, keeping where each folded character came from."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _TROUBLE.finditer(text):
        start, end = match.span()
        pieces.append(text[at:start])
        offsets += range(at, start)
        kept = [] if match["marker"] else [index for index in range(start, end) if text[index] not in _INVISIBLE]
        piece = _compose("".join(text[index] for index in kept))
        pieces.append(piece)
        offsets += kept if len(piece) == len(kept) else kept[:1] * len(piece)
        at = end
    pieces.append(text[at:])
    return _plain("".join(pieces)), (*offsets, *range(at, len(text) + 1))


def _compose(cluster: str) -> str:
    composed = unicodedata.normalize("NFC", cluster)
    return composed[:1] + "".join(mark for mark in composed[1:] if mark not in _STRESS)


_LATIN = re.compile(r"[a-z]")
_POLISH = re.compile(r"[ąćęłńóśźż]")


def _is_plain(folded: str) -> bool:
    return bool(_LATIN.search(folded)) and not _POLISH.search(folded)


# Links, tags, mentions

# Without a path a domain needs an ending that people know: "today.we" and "report.pdf" are no links.
_ENDINGS = (
    "com|org|net|info|biz|edu|gov|eu|example|test|io|app|dev|ai|tv|shop|store|online|site|club|blog|news|page|link|live|"
    "art|pro|travel|bike|cafe|agency|studio|design|media|museum|events|space|world|community|solutions|cloud|tech|xyz|"
    "uk|pl|ru|de|fr|cz|sk|ua|by|kz|lt|lv|ee|nl|se|dk|fi|ch|ca|au|nz|ie|es|pt|hu|ro|bg|gr|su|ly|gl|gg|fm|"
    "рф|рус|бел|укр|срб|москва|онлайн|сайт|дети|орг|ком"
)
# These endings are also words, so two sentences joined without a space look like a domain: they need a path.
_AMBIGUOUS = frozenset(("by", "so", "it", "in", "to", "me", "no", "is", "at", "be", "us", "my", "do", "am", "as"))
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_URL = regex.compile(
    r"(?:(?:https?|tg|ftp)://|www\.(?=\w))[^\s<>\"]+"
    rf"|(?<![\w@./-])(?:{_LABEL}\.){{1,4}}+(?P<ending>[^\W\d_]{{2,14}})(?![\w@-])(?P<path>(?::\d+)?[/?#][^\s<>\"]*)?"
)
_BLANKS = ' \n"<>'
_BLANK = re.compile(f"[{_BLANKS}]")
_DOTTED = re.compile(r"://|\.[^\W\d_]{2}")
_KNOWN = frozenset(_ENDINGS.split("|"))
_TRAIL = ".,;:!?…'\"*_–|"
_TAG = regex.compile(r"(?<![\w&/])#(?=\w*[^\W\d_])\w+(?:@\w+)?")
_MENTION = regex.compile(r"(?<![\w@./])@[^\W\d]\w+(?:\.\w+)*(?![\w@])")
_EMAIL = regex.compile(r"(?<![\w.+-])\w[\w.+-]*@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_ANCHOR = regex.compile(r"\[([^\[\]\n]{2,80})\]")
_POINTER = regex.compile(rf"{EMOJI}|[→➔»]")


def _urls(folded: str, cased: str) -> Iterator[Span]:
    """Looks only at what stands between blanks around a dot or ://, for most words have neither."""
    done = 0
    for hint in _DOTTED.finditer(folded):
        if hint.start() < done:
            continue
        first = max(folded.rfind(sign, done, hint.start()) for sign in _BLANKS) + 1
        blank = _BLANK.search(folded, hint.end())
        done = blank.start() if blank else len(folded)
        for match in _URL.finditer(folded, first, done):
            ending = match["ending"]
            if ending is None or _is_domain(ending, bool(match["path"]), cased, match.start("ending")):
                yield match.start(), _trimmed(folded, *match.span())


def _is_domain(ending: str, path: bool, cased: str, at: int) -> bool:
    joined = cased[at].isupper() and cased[at - 2].islower()  # "today.We open": two sentences
    if joined:
        return False
    return path or (ending in _KNOWN and ending not in _AMBIGUOUS)


def _trimmed(folded: str, start: int, end: int) -> int:
    """Drops punctuation that belongs to the sentence around the link, and a bracket that the link did not open."""
    while end > start:
        last = folded[end - 1]
        stray = (last == ")" and folded.count("(", start, end) < folded.count(")", start, end)) or last in "]}"
        if last not in _TRAIL and not stray:
            break
        end -= 1
    return end


def _anchors(folded: str) -> Iterator[Span]:
    """Link texts as posts are exported: "[text](address)", "[👉 Читать]", or a bracket alone on its line."""
    if "[" not in folded:
        return
    for match in _ANCHOR.finditer(folded):
        start, end = match.span()
        line = folded[folded.rfind("\n", 0, start) + 1 : start].strip()
        rest = folded[end : (folded + "\n").find("\n", end)].strip()
        pointed = _POINTER.search(match[1]) or (line and _POINTER.search(line[-2:]))
        if rest.startswith("(") or pointed or (not line and not rest and "\n" in folded):
            yield start, end


def _given(links: Iterable[Span], text: str, offsets: Sequence[int]) -> Iterator[Span]:
    for start, end in links:
        first, last = (max(0, min(at, len(text))) for at in (start, end))
        span = _nearest(offsets, first), _nearest(offsets, last)
        if span[0] < span[1]:
            yield span


def _nearest(offsets: Sequence[int], at: int) -> int:
    return min(bisect_left(offsets, at), len(offsets) - 1)


def _united(spans: Iterable[Span], folded: str) -> tuple[Span, ...]:
    """In order, overlapping ones as one: "[text](address)" and an entity over a visible address are one link."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and (start < united[-1][1] or folded[united[-1][1] - 1 : start] == "]("):
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return tuple(united)


def _spans(pattern: regex.Pattern[str], folded: str, sign: str, urls: Sequence[Span]) -> tuple[Span, ...]:
    if sign not in folded:
        return ()
    return tuple(m.span() for m in pattern.finditer(folded) if not any(s <= m.start() < e for s, e in urls))


_EMOJI = regex.compile(EMOJI)


def _emoji(folded: str, text: str, offsets: Sequence[int]) -> tuple[Span, ...]:
    if folded.isascii():
        return ()
    spans = [match.span() for match in _EMOJI.finditer(folded)]
    return tuple(spans) if _JOINER not in text else _joined(spans, text, offsets)


def _joined(spans: Iterable[Span], text: str, offsets: Sequence[int]) -> tuple[Span, ...]:
    """A family drawn as one sign is several emoji with joiners between; it counts once."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and joined[-1][1] == start and text[offsets[start] - 1] == _JOINER:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return tuple(joined)


# Words and clauses

# A number keeps its inner signs (3.20, 17:30, 1,290), a word its apostrophe and hyphen (don't, из-за).
_WORD = regex.compile(r"\d+(?:[.,:]\d+)*+[^\W_]*+(?:['-][^\W_]++)*+|[^\W_]++(?:['-][^\W_]++)*+")
_OPENERS = frozenset(
    (
        *("and", "or", "then", "please", "just", "so", "but", "also", "now", "simply"),
        *("i", "a", "albo", "lub", "oraz", "potem", "proszę", "prosze", "więc", "wiec", "ale", "teraz", "następnie"),
        *("и", "или", "а", "но", "потом", "затем", "пожалуйста", "просто", "также", "теперь"),
    )
)
_CLAUSE = regex.compile(rf"[,;:–(\[!?…\n•▪→]|\.{{2,}}| - |^- |{EMOJI}")


def _words(folded: str, silent: Sequence[Span]) -> list[Span]:
    if not silent:
        return [match.span() for match in _WORD.finditer(folded)]
    words: list[Span] = []
    at = 0
    for start, end in (*silent, (len(folded), len(folded))):
        words += (match.span() for match in _WORD.finditer(folded, at, max(at, start)))
        at = max(at, end)
    return words


def _sentences(pieces: Sequence[Span], words: Sequence[Span]) -> tuple[tuple[Span, ...], list[Span], tuple[int, ...]]:
    """Keeps the sentences that have words, and the words that stand in one (a list number does not)."""
    sentences: list[Span] = []
    kept: list[Span] = []
    sentence_at: list[int] = []
    index = 0
    for start, end in pieces:
        while index < len(words) and words[index][0] < start:
            index += 1
        first = index
        while index < len(words) and words[index][0] < end:
            index += 1
        if index > first:
            kept += words[first:index]
            sentence_at += [len(sentences)] * (index - first)
            sentences.append((start, end))
    return tuple(sentences), kept, tuple(sentence_at)


def _clause_starts(
    folded: str, words: Sequence[str], spans: Sequence[Span], sentence_at: Sequence[int]
) -> Iterator[bool]:
    for index, (start, _) in enumerate(spans):
        if index == 0 or sentence_at[index] != sentence_at[index - 1] or words[index - 1] in _OPENERS:
            yield True
        else:
            gap = folded[spans[index - 1][1] : start]
            yield gap != " " and bool(_CLAUSE.search(gap))


def _paragraphs(folded: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    at = 0
    for line in folded.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            spans.append((start, start + len(bare)))
        at += len(line) + 1
    return tuple(spans)
