"""The shipped rules with nine generated copies of each: the same entries, but with words and patterns of their own.

What a copy looks for ends in letters that no word ends in: it is looked up as any entry is, and seldom found. Copies
are on trial: they are judged, and change no score.
"""

from __future__ import annotations

from dataclasses import replace

from bot.engine.cues import Vocabulary
from bot.engine.entries import Element, Entry, Literal, Parsed, Pattern, Phrase, Words
from bot.engine.kinds.base import Check
from bot.engine.loader import Loaded
from bot.engine.model import Language
from bot.engine.rule import Rule
from bot.engine.ruleset import Compiler, RuleSet

COPIES = 9


def tenfold(loaded: Loaded, language: Language) -> RuleSet:
    """The rules of one language and their copies."""
    program, vocabulary = loaded.rules.programs[language], Vocabulary(language)
    compilers = [_Copier(loaded.lexicons[language], vocabulary, []) for _ in range(COPIES + 1)]
    rules: list[tuple[Rule, Check]] = []
    for number, compiler in enumerate(compilers):
        compiler.number = number
        for rule, _ in program.rules:
            check = compiler.compile(rule.id, rule.find, loaded.documents[rule.id])
            assert check is not None
            rules.append((_copy(rule, number), check))
    found = [(act, compilers[0].compile("", act.find, loaded.documents[f"act:{act.act}"])) for act, _ in program.acts]
    acts = tuple((act, check) for act, check in found if check is not None)
    whole = replace(program, vocabulary=vocabulary, rules=tuple(rules), acts=acts)
    cards = {rule.id: rule.card() for rule, _ in rules}
    return replace(loaded.rules, rules=tuple(rule for rule, _ in rules), cards=cards, programs={language: whole})


def _copy(rule: Rule, number: int) -> Rule:
    return rule.model_copy(update={"id": f"{rule.id}-{number}", "status": "trial"}) if number else rule


class _Copier(Compiler):
    """Compiles the copy of that number; 0 is the original."""

    number = 0

    def _add(self, slot: int, entry: Entry, *, shared: bool) -> int | None:
        place = replace(entry.place, path=f"{self.number}/{entry.place.path}")
        return Compiler._add(self, slot, Entry(entry.text, place), shared=shared)

    def _parse(self, text: str) -> Parsed:
        parsed = Compiler._parse(self, text)
        return _with(f"qj{'abcdefghi'[self.number - 1]}", parsed) if self.number else parsed


def _with(ending: str, parsed: Parsed) -> Parsed:
    match parsed:
        case Pattern():
            return Pattern(f"(?:{parsed.source}){ending}")
        case Literal():
            return Literal(parsed.characters + ending, parsed.tag)
        case Phrase():
            return Phrase(tuple(_element(ending, element) for element in parsed.elements), parsed.clause_start)


def _element(ending: str, element: Element) -> Element:
    if not isinstance(element, Words):
        return element
    return Words(
        frozenset(word + ending for word in element.whole),
        tuple(beginning + ending for beginning in element.beginnings),
        tuple(end + ending for end in element.endings),
        element.but,
    )
