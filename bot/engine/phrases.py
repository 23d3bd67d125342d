"""Traces of stuffing: what written text hardly has, and words in a random order or cue words in a row are full of.

A phrase breaks where a small word stands before one that it cannot lead; pauses cut text into pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bot.engine.model import Language
from bot.engine.text import Text, once

Leads = Callable[[str], bool]
"""Whether a word can stand after a leading word."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _row(leading: str, never: str, endings: str = "", fine: str = "") -> tuple[frozenset[str], Leads]:
    """Words that cannot lead some closed-class words or some endings; short words and exceptions keep out of these."""
    words, tails, exceptions = _listed(never), tuple(endings.split()), _listed(fine)

    def leads(word: str) -> bool:
        return word not in words and (len(word) < 5 or word in exceptions or not word.endswith(tails))

    return _listed(leading), leads


def _table(*rows: tuple[frozenset[str], Leads]) -> Mapping[str, Leads]:
    return {word: leads for words, leads in rows for word in words}


_EN_NO_NOUN = """a an the our your my their is are was were be been am has had will would can could should must do does
    did don't doesn't won't can't i we he she they you it to at by for from into onto of with without during until and
    or but if because than who whom them me there isn't aren't i'm we're they're it's you're let's"""
_EN_NO_OBJECT = """is are was were am will would can could should must do does did won't can't i he she they we and or
    but if because than of isn't aren't i'm we're"""

_EN_BE = "is are was were am will would can could should must do does did"

# Polish prepositions ask for a case: genitive after "do", locative or accusative after "w" and so on.
_PL_NO_NOUN = """w we z ze na do od po za przy dla bez pod nad przed przez o u i a oraz albo lub ale lecz więc bo że
    żeby aby gdy jeśli jeżeli czy się jest są był była było były będzie będą ja ty my wy on ona oni one by też tylko już
    jeszcze tu mam masz mamy macie mają trzeba można"""
_PL_NOT = "ować ywać amy emy imy ymy łem łam liśmy liście jcie jmy ał ył uje ują"
_PL_FINE = "siebie ciebie prawie około bardzo euro studio systemy problemy filmy zimy firmy liście"

_RU_NO_NOUN = """в во с со к ко о об у на за по до от из без для при про над под через между и а но или если когда чтобы
    потому поэтому же ли бы я ты мы вы он она они есть был была было были будет будут можно нужно надо нет уже тоже
    пока"""
_RU_NOT = "ться тся ешь ают яют уют ется аем яем уем"
_RU_FINE = "более менее кино метро пальто радио казино толку спросу телеграм инстаграм амстердам случаем чаем интервью"

_LEADING: Mapping[Language, Mapping[str, Leads]] = {
    "en": _table(
        _row("a an the our your my their every", _EN_NO_NOUN),
        _row("of from into during between at for with by", _EN_NO_OBJECT),
        _row("to will can't won't don't must", "of and or than but is are was were am i he they will can would"),
        _row("i'm we're they're it's is are", "is are was were am will would can could should must do does did"),
        _row("we they he i", "the a an of at to is from with them us i he they our my"),
        _row("if when very", "of and or but is are than"),
        _row("and or but", "and or but of"),
        _row(
            "its than onto every another i've we've you've they've we'll you'll", f"{_EN_BE} of and or but i he they we"
        ),
    ),
    "pl": _table(
        _row("do od dla bez u", _PL_NO_NOUN, f"{_PL_NOT} ą ę no to ko wo ło ro e ami ach om em", _PL_FINE),
        _row("w we na po o przy", _PL_NO_NOUN, f"{_PL_NOT} ami emu", _PL_FINE),
        _row("z ze", _PL_NO_NOUN, f"{_PL_NOT} ę ach om", _PL_FINE),
        _row("za przed pod nad przez", _PL_NO_NOUN, f"{_PL_NOT} ach om", _PL_FINE),
        _row("jeśli jeżeli gdy że żeby aby bo", "i a lub albo oraz ale więc"),
        _row("i oraz lub albo", "i oraz lub albo się"),
        _row("nie", "i a lub oraz"),
        _row("który która które których którzy lecz oraz niech aż choć", "i a lub oraz ale bo że aby lecz jako"),
    ),
    "ru": _table(
        _row(
            "до от из без для у",
            _RU_NO_NOUN,
            f"{_RU_NOT} ть ам ям ами ями ах ях ом у ю ло но ко во ый ая ое ые ие йте",
            _RU_FINE,
        ),
        _row("к ко", _RU_NO_NOUN, f"{_RU_NOT} ть ами ями ах ях ую ого ов ый ая ое ые ие а ы о", _RU_FINE),
        _row("в во на о об при", _RU_NO_NOUN, f"{_RU_NOT} ому ами ями ыми ими ым ам ям", _RU_FINE),
        _row("с со", _RU_NO_NOUN, f"{_RU_NOT} ах ях ому ую ый ая", _RU_FINE),
        _row("за по под над через про между", _RU_NO_NOUN, f"{_RU_NOT} ах ях", _RU_FINE),
        _row("если когда чтобы", "и или но а же"),
        _row("и или", "и или же ли бы"),
        _row("не", "и а но или ли же бы"),
        _row("который которая которое которые которых чтоб ни ведь лишь", "и а но или же ли если чтобы чтоб"),
    ),
}
_BY_ITSELF = _listed(
    """nie no не и i and or but или lub albo oraz can't won't don't is are very of from into during between at for with
    by to we they he when if"""
)
"""Words that may stand before a pause."""
_END = ".,!?;:)…"


@once
def broken(text: Text, language: Language) -> list[int]:
    """The words that lead a phrase into nothing."""
    return list(_broken(text, language))


def _broken(text: Text, language: Language) -> Iterator[int]:
    table, words, folded, last = _LEADING[language], text.words, text.folded, len(text.words) - 1
    for index, word in enumerate(words):
        if word not in table or (len(word) == 1 and text.cased((text.starts[index], text.ends[index])).isupper()):
            continue  # one capital letter is a name ("wing A", "4 «В»") as often as a small word
        gap = folded[text.ends[index] : text.starts[index + 1] if index < last else len(folded)]
        if gap == " " and index < last:
            if not table[word](words[index + 1]):
                yield index
        elif _ends(gap, index == last) and word not in _BY_ITSELF:
            yield index


def _ends(gap: str, last: bool) -> bool:
    """A sentence, a part of one or the text is over; a quotation, a link or an emoji may take a word's place."""
    bare = gap.strip(" \"'\n")
    return bare[0] in _END if bare else last


@once
def pieces(text: Text) -> list[int]:
    """How many words stand between one pause and the next: marks, line breaks and emoji, but not those of 9:00."""
    lengths, length, last = [], 0, len(text.words) - 1
    for index in range(last + 1):
        length += 1
        if index == last or _pauses(text.folded[text.ends[index] : text.starts[index + 1]]):
            lengths.append(length)
            length = 0
    return lengths


_NO_PAUSE = frozenset((" ", ":", ".", " - ", " – "))


def _pauses(gap: str) -> bool:
    return gap not in _NO_PAUSE and ("\n" in gap or bool(gap.strip(" \"'-")))


_COURTESY = _listed(
    """i i'm i've i'll i'd ty wy wam was wami ciebie tobie ci cię twój twoja twoje wasz wasza wasze wasi waszym waszych
    вы вас вам вами ваш ваша ваше ваши вашу вашего вашей ваших вашим"""
)


@once
def strays(text: Text, known: frozenset[str]) -> tuple[int, int]:
    """Small words with a capital inside a sentence, and sentences that begin without one among others that have it."""
    inside = small = large = 0
    for index in range(1, len(text.words)):
        gap = text.folded[text.ends[index - 1] : text.starts[index]]
        if gap in _INSIDE:
            if (word := text.words[index]) in known and word not in _COURTESY:
                inside += _titled(text, index)
        elif gap in _AFTER_END and text.sentence_at[index] != text.sentence_at[index - 1]:
            if text.cased((text.starts[index], text.starts[index] + 1)).islower():
                small += 1
            else:
                large += 1
    return inside, small if large or inside else 0


_INSIDE, _AFTER_END = frozenset((" ", ", ")), frozenset((". ", "! ", "? "))


def _titled(text: Text, index: int) -> bool:
    cased = text.cased((text.starts[index], text.ends[index]))
    return cased[0].isupper() and cased[1:].islower()
