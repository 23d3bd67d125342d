"""What a rule needs besides loading: examples in its languages, texts that fit, patterns that end, a quiet `try`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from bot.engine.attack import explodes
from bot.engine.documents import Mistake
from bot.engine.entries import Entry
from bot.engine.judge import look_over
from bot.engine.kinds.base import Find
from bot.engine.loader import Loaded
from bot.engine.model import LANGUAGES, Draft, Language
from bot.engine.rule import Cues, Example, Rule
from bot.engine.spelling import dead_characters, mixed_letters
from bot.engine.text import read
from bot.engine.trials import written_entries

LONGEST = {"title": 45, "say": 160, "try": 200}
"""Characters that a text may take, so that an answer with five of them fits a phone's screen."""

_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the check: what it looks at, and its work."""

    name: str
    look: Callable[[], list[Mistake]]


def steps(loaded: Loaded) -> list[Step]:
    """The check of every rule, list and act, one by one."""
    found = [Step(rule.id, partial(_of_rule, loaded, rule)) for rule in loaded.rules.rules]
    lists = [name for name in loaded.documents if name.startswith("@")]
    found += [Step(name, partial(_of_list, loaded, name)) for name in lists]
    found += [Step(name, partial(_of_act, loaded, name, find)) for name, find in _acts(loaded)]
    return found


def check(loaded: Loaded) -> list[Mistake]:
    """Every mistake: those of loading, and those that only the whole shows."""
    return sorted({*loaded.mistakes, *(mistake for step in steps(loaded) for mistake in step.look())})


def _acts(loaded: Loaded) -> list[tuple[str, Find]]:
    return [(f"act:{act.act}", act.find) for act in loaded.rules.acts]


def _of_act(loaded: Loaded, name: str, find: Find) -> list[Mistake]:
    return list(_entries(loaded, name, find))


def _of_list(loaded: Loaded, name: str) -> list[Mistake]:
    return [*_list_itself(loaded, name), *_list_entries(loaded, name)]


def _list_itself(loaded: Loaded, name: str) -> Iterator[Mistake]:
    document = loaded.documents[name]
    cues = Cues.model_validate(document.data)
    for language in LANGUAGES:
        if language not in document.data:
            yield Mistake.at(document.place(()), f'"{language}" is missing: add "{language}: [...]"')
        carrier = cues.carrier.get(language)
        if carrier is not None and carrier.count("{word}") != 1:
            yield Mistake.at(document.place(("carrier", language)), 'a carrier has one "{word}": put it in')
    if not any((cues.en, cues.pl, cues.ru)):
        yield Mistake.at(document.place(("en",)), "the list is empty in every language: fill it or delete the file")


def _list_entries(loaded: Loaded, name: str) -> Iterator[Mistake]:
    for language in LANGUAGES:
        for entry in loaded.lexicons[language].lists[name[1:]]:
            yield from _of_entry(entry, language)


def _entries(loaded: Loaded, owner: str, find: Find) -> Iterator[Mistake]:
    for language in LANGUAGES:
        for entry, at, _ in written_entries(loaded, owner, find, language):
            yield from _of_entry(entry, language if language in at else None)


def _of_entry(entry: Entry, language: Language | None) -> Iterator[Mistake]:
    mixed = mixed_letters(entry.text, language)
    if mixed:
        yield Mistake.at(entry.place, f'"{mixed}" mixes alphabets, or is in the wrong one: type it anew')
    dead = dead_characters(entry.text)
    if dead:
        advice = f"the pattern waits for {dead}, but texts are compared in lower case, ё as е, with plain quotes"
        yield Mistake.at(entry.place, f"{advice}: write it so")
    if entry.text.startswith("/"):
        trouble = explodes(entry.text[1:-1])
        if trouble:
            advice = "put no repetition inside another, and a limit such as {0,12} in place of * and +"
            yield Mistake.at(entry.place, f"the pattern runs out of time, as on “{trouble}…”: {advice}")


def _of_rule(loaded: Loaded, rule: Rule) -> list[Mistake]:
    return [*_Checked(loaded, rule).mistakes(), *_entries(loaded, rule.id, rule.find)]


@dataclass(frozen=True, slots=True)
class _Checked:
    loaded: Loaded
    rule: Rule

    def mistakes(self) -> Iterator[Mistake]:
        yield from self._texts()
        yield from self._empty_lists()
        yield from self._examples()
        yield from self._advice()

    def _at(self, *path: str | int, what: str) -> Mistake:
        return Mistake.at(self.loaded.documents[self.rule.id].place(path), what)

    def _texts(self) -> Iterator[Mistake]:
        for name, words in (("title", self.rule.title), ("say", self.rule.say), ("try", self.rule.change)):
            for language, text in words.items():
                if len(text) > LONGEST[name]:
                    what = f"{len(text)} characters, and {LONGEST[name]} fit: say it shorter"
                    yield self._at(name, language, what=what)
                yield from self._slots(name, language, text)

    def _slots(self, name: str, language: Language, text: str) -> Iterator[Mistake]:
        known = self.rule.find.SLOTS if name != "title" else frozenset()
        for slot in _SLOT.findall(text):
            if slot not in known:
                there = ", ".join(f"{{{other}}}" for other in sorted(known)) or "none here"
                what = f"there is no slot {{{slot}}} for the kind {self.rule.find.kind}: there is {there}"
                yield self._at(name, language, what=what)
        if text.count("{") != text.count("}") or _SLOT.sub("", text).count("{"):
            yield self._at(name, language, what="a brace stands alone: a slot looks like {quote}")

    def _empty_lists(self) -> Iterator[Mistake]:
        if self._speaks() == () and any(self._lists(language) for language in LANGUAGES):
            yield self._at("find", what="all lists are empty in every language: the rule can never fire")

    def _lists(self, language: Language) -> int:
        return len(self.loaded.rules.programs[language].lists.get(self.rule.id, ()))

    def _speaks(self) -> tuple[Language, ...]:
        """The languages that the rule can fire in: all, unless its lists are empty there."""
        return tuple(
            language
            for language in LANGUAGES
            if not self._lists(language) or any(written_entries(self.loaded, self.rule.id, self.rule.find, language))
        )

    def _examples(self) -> Iterator[Mistake]:
        if self.rule.status == "draft":
            return
        for language in self._speaks():
            spoken = [example for example in self.rule.examples if example.lang == language]
            missing = [what for what, shows in _NEEDED.items() if not any(map(shows, spoken))]
            if self.rule.sign == "i" and _PAIR in missing:
                missing.remove(_PAIR)
            if missing:
                yield self._at("examples", what=f"{language} has no example {' and none '.join(missing)}: add it")

    def _advice(self) -> Iterator[Mistake]:
        """Who follows the advice must not get the same advice again."""
        if self.rule.sign != "-":
            return
        for language, text in self.rule.change.items():
            draft = Draft(_SLOT.sub("…", text), language=language)
            outcome = look_over(draft, read(draft.text), language, self.loaded.rules).outcomes[self.rule.id]
            # A finding about the whole draft has no words in the advice that could be blamed.
            if outcome and outcome.spans:
                start, end = read(draft.text).origin(outcome.spans[0])
                what = f"the advice triggers its own rule with “{draft.text[start:end]}”: word it differently"
                yield self._at("try", language, what=what)


_PAIR = "with before and after"


def _fires(example: Example) -> bool:
    return example.gap is not None or (example.text is not None and not example.quiet)


_NEEDED: dict[str, Callable[[Example], bool]] = {
    "that fires": _fires,
    "that stays quiet": lambda example: example.quiet,
    _PAIR: lambda example: example.before is not None,
}
