"""Named measures of a text: one small function each, a number out. Curves in the rules say what a number means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import regex

from bot.engine.function_words import function_words
from bot.engine.model import Language, Span
from bot.engine.networks import Profile
from bot.engine.phrases import broken, pieces, strays
from bot.engine.shapes import bullet_lines, question
from bot.engine.text import Text

Measure = Callable[[Text, Language, Profile], float]

# Length


def words(text: Text, language: Language, profile: Profile) -> float:
    return len(text.words)


def characters(text: Text, language: Language, profile: Profile) -> float:
    """As the network counts them: on X every link is 23 characters long."""
    written = text.original.strip()
    if profile.link_length is None:
        return len(written)
    shown = [text.origin(span) for span in text.links if _is_address(text, span)]
    return len(written) + sum(profile.link_length - (end - start) for start, end in shown)


def _is_address(text: Text, span: Span) -> bool:
    """A link that stands in the text, not words with a link behind them."""
    return " " not in text.folded[slice(*span)] and "." in text.folded[slice(*span)]


def over_limit(text: Text, language: Language, profile: Profile) -> float:
    """Characters over the hard limit."""
    return max(0.0, characters(text, language, profile) - profile.hard_limit)


def short_of_comfort(text: Text, language: Language, profile: Profile) -> float:
    """Characters missing to a comfortable length."""
    return max(0.0, profile.comfortable[0] - characters(text, language, profile))


def over_comfort(text: Text, language: Language, profile: Profile) -> float:
    """Characters over a comfortable length."""
    return max(0.0, characters(text, language, profile) - profile.comfortable[1])


# Sentences and blocks


def sentences(text: Text, language: Language, profile: Profile) -> float:
    return len(text.sentences)


def words_per_sentence(text: Text, language: Language, profile: Profile) -> float:
    return len(text.words) / len(text.sentences) if text.sentences else 0.0


def longest_sentence(text: Text, language: Language, profile: Profile) -> float:
    """In words."""
    return max(Counter(text.sentence_at).values(), default=0)


def last_sentence(text: Text, language: Language, profile: Profile) -> float:
    """In words: a story's point often stands in a short one."""
    return text.sentence_at.count(text.sentence_at[-1]) if text.sentence_at else 0


def longest_paragraph(text: Text, language: Language, profile: Profile) -> float:
    """In characters without a line break: the wall that a reader meets."""
    return max((end - start for start, end in text.paragraphs), default=0)


def bullets(text: Text, language: Language, profile: Profile) -> float:
    return len(bullet_lines(text))


def questions(text: Text, language: Language, profile: Profile) -> float:
    return len(question(text, language))


# Loudness

_ROWS = regex.compile(r"!(?:\s?!)+")
# Courtesy forms that some write in capitals; shorter ones ("WAM", "ВЫ") pass for acronyms anyway.
_COURTESY = frozenset(("państwo", "państwa", "państwu", "państwem", "panstwo", "panstwa", "panstwu"))
_VOWELS = frozenset("aeiouyąęóаеиоуыэюя")


def capitals(text: Text, language: Language, profile: Profile) -> float:
    """The share of words in capitals that shout.

    Acronyms, words with digits and courtesy forms do not; neither does one stressed word. A row of capital words does,
    however short they are, as in a headline.
    """
    loud = list(_loud(text))
    if len(loud) < 2:
        return 0.0
    return len(loud) / len(text.words)


def _loud(text: Text) -> Iterator[int]:
    shown, bounds = text.shown, zip(text.starts, text.ends, strict=True)
    raised = [shown[start:end].isupper() and not _has_digit(shown[start:end]) for start, end in bounds]
    for index, high in enumerate(raised):
        if high and (_in_row(text, raised, index) or not _is_acronym(text.words[index])):
            yield index


def _in_row(text: Text, raised: list[bool], index: int) -> bool:
    """Capital words with nothing but a space between shout: three of any length, or two if one is no acronym."""
    first = last = index
    while first > 0 and raised[first - 1] and _touch(text, first - 1):
        first -= 1
    while last + 1 < len(raised) and raised[last + 1] and _touch(text, last):
        last += 1
    row = text.words[first : last + 1]
    return len(row) > 2 or (len(row) == 2 and not all(map(_is_acronym, row)))


def _touch(text: Text, index: int) -> bool:
    return text.folded[text.ends[index] : text.starts[index + 1]] == " "


def _is_acronym(word: str) -> bool:
    """Up to four letters (RODO, НДС), five when hard to say (HTTPS), or parts of that length joined by hyphens."""
    if word in _COURTESY:
        return True
    parts = word.split("-")
    return all(len(part) <= 4 or (len(part) == 5 and _VOWELS.isdisjoint(part)) for part in parts)


def exclamations(text: Text, language: Language, profile: Profile) -> float:
    return text.folded.count("!")


def exclamation_runs(text: Text, language: Language, profile: Profile) -> float:
    """Rows such as !!, !!! and ! ! !."""
    return sum(1 for _ in _ROWS.finditer(text.folded)) if "!" in text.folded else 0


def emoji(text: Text, language: Language, profile: Profile) -> float:
    return len(text.emoji)


def emoji_over_norm(text: Text, language: Language, profile: Profile) -> float:
    """Emoji beyond what is customary on the network."""
    return max(0, len(text.emoji) - profile.emoji_norm)


def emoji_runs(text: Text, language: Language, profile: Profile) -> float:
    """Rows of three and more emoji with at most a space between."""
    runs, length, before = 0, 0, -2
    for start, end in text.emoji:
        length = length + 1 if start - before <= 1 else 1
        runs += length == 3
        before = end
    return runs


# Tags and links


def hashtags(text: Text, language: Language, profile: Profile) -> float:
    return len(text.tags)


def hashtags_over(text: Text, language: Language, profile: Profile) -> float:
    """Hashtags from the number on that is too many on the network: 1 for the first of them."""
    return max(0, len(text.tags) - profile.hashtags_many + 1)


def links(text: Text, language: Language, profile: Profile) -> float:
    return len(text.links)


def tag_link_share(text: Text, language: Language, profile: Profile) -> float:
    """Characters in hashtags and links over all but blanks."""
    whole = sum(map(len, text.folded.split()))
    taken = sum(end - start for start, end in (*text.tags, *text.links))
    return min(1.0, taken / whole) if whole else 0.0


# Substance

_LONG: Mapping[Language, int] = {"en": 10, "pl": 11, "ru": 11}


def digits_share(text: Text, language: Language, profile: Profile) -> float:
    """Words with a digit over all words."""
    return _share(text, _has_digit)


def long_words(text: Text, language: Language, profile: Profile) -> float:
    """Words from ten letters (English) or eleven (Polish, Russian, whose endings are longer) over all words."""
    return _share(text, lambda word: len(word) >= _LONG[language])


def repeated_words(text: Text, language: Language, profile: Profile) -> float:
    """Words of four letters and more that were there before, over all such words: stuffed texts repeat themselves."""
    telling = [word for word in text.words if len(word) > 3]
    return 1 - len(set(telling)) / len(telling) if telling else 0.0


def function_words_share(text: Text, language: Language, profile: Profile) -> float:
    """Closed-class words over all words: sentences need them, stuffed lists have few."""
    known = function_words(language, language == "pl" and text.plain)
    return _share(text, known.__contains__)


def loose_sentences(text: Text, language: Language, profile: Profile) -> float:
    """Sentences of three words and more without one closed-class word, over all sentences."""
    if not text.sentences:
        return 0.0
    known = function_words(language, language == "pl" and text.plain)
    bound = {sentence for word, sentence in zip(text.words, text.sentence_at, strict=True) if word in known}
    lengths = Counter(text.sentence_at)
    loose = sum(1 for sentence, length in lengths.items() if length > 2 and sentence not in bound)
    return loose / len(text.sentences)


def content_words_share(text: Text, language: Language, profile: Profile) -> float:
    """Different words that name something, over all words: neither closed-class words nor numbers do."""
    known = function_words(language, language == "pl" and text.plain)
    naming = {word for word in text.words if word not in known and not _has_digit(word)}
    return len(naming) / len(text.words) if text.words else 0.0


def repeated_sentences(text: Text, language: Language, profile: Profile) -> float:
    """Sentences that were there before, over all sentences."""
    said = [text.folded[start:end].strip(" .!?…") for start, end in text.sentences]
    return 1 - len(set(said)) / len(said) if said else 0.0


# Stuffing

_ROW, _PIECE = 4, 3
"""Pieces of up to three words, four and more of them one after the other, are a row."""


def broken_phrases(text: Text, language: Language, profile: Profile) -> float:
    """Small words that lead into nothing and commas before a full stop, beyond one slip in 80 words."""
    marks = len(_LOOSE_MARKS.findall(text.folded)) if "." in text.folded else 0
    return max(0, len(broken(text, language)) + marks - 1 - len(text.words) // 80)


# A comma, a colon or a dash right before a full stop: nobody writes that, shuffled words leave it behind.
_LOOSE_MARKS = regex.compile(r"(?:[,;:]|\s[-–—])\s?\.(?![.\w])")


def slips(text: Text, language: Language, profile: Profile) -> float:
    """Small words that lead into nothing, over all words."""
    return len(broken(text, language)) / len(text.words) if text.words else 0.0


def stray_capitals(text: Text, language: Language, profile: Profile) -> float:
    """Small words with a capital inside a sentence."""
    return strays(text, function_words(language, False))[0]


def small_beginnings(text: Text, language: Language, profile: Profile) -> float:
    """Sentences that begin without a capital, in a text that has capitals."""
    return strays(text, function_words(language, False))[1]


def words_per_pause(text: Text, language: Language, profile: Profile) -> float:
    lengths = pieces(text)
    return sum(lengths) / len(lengths) if lengths else 0.0


def short_pieces(text: Text, language: Language, profile: Profile) -> float:
    """Words in rows of short pieces ("check, save, call, measure"), over all words."""
    lengths = pieces(text)
    rows, row = 0, [0, 0]
    for length in (*lengths, _PIECE + 1):
        if length <= _PIECE:
            row = [row[0] + 1, row[1] + length]
            continue
        rows += row[1] if row[0] >= _ROW else 0
        row = [0, 0]
    return rows / len(text.words) if text.words else 0.0


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(char.isdigit() for char in word)


def _share(text: Text, counts: Callable[[str], bool]) -> float:
    return sum(map(counts, text.words)) / len(text.words) if text.words else 0.0


MEASURES: Mapping[str, Measure] = {
    "words": words,
    "characters": characters,
    "over-limit": over_limit,
    "short-of-comfort": short_of_comfort,
    "over-comfort": over_comfort,
    "sentences": sentences,
    "words-per-sentence": words_per_sentence,
    "longest-sentence": longest_sentence,
    "last-sentence": last_sentence,
    "longest-paragraph": longest_paragraph,
    "bullet-lines": bullets,
    "questions": questions,
    "capitals": capitals,
    "exclamations": exclamations,
    "exclamation-runs": exclamation_runs,
    "emoji": emoji,
    "emoji-over-norm": emoji_over_norm,
    "emoji-runs": emoji_runs,
    "hashtags": hashtags,
    "hashtags-over": hashtags_over,
    "links": links,
    "tag-link-share": tag_link_share,
    "digits-share": digits_share,
    "long-words-share": long_words,
    "repeated-words-share": repeated_words,
    "function-words-share": function_words_share,
    "loose-sentences-share": loose_sentences,
    "content-words-share": content_words_share,
    "repeated-sentences-share": repeated_sentences,
    "broken-phrases": broken_phrases,
    "slips": slips,
    "stray-capitals": stray_capitals,
    "small-beginnings": small_beginnings,
    "words-per-pause": words_per_pause,
    "short-pieces-share": short_pieces,
}
