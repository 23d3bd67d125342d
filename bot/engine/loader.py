"""A folder of rule files into a rule set, or every mistake in it as path:line:column.

One bad rule is parked and the others keep working; only a folder without a usable `scoring.yaml` or `networks.yaml`
can't judge at all.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.engine.cues import Vocabulary
from bot.engine.documents import Document, Mistake, UnreadableError, read_document
from bot.engine.entries import Entry, Lexicon
from bot.engine.inflect import Forms
from bot.engine.kinds import KINDS, combine, evidence
from bot.engine.kinds.base import Unless, When
from bot.engine.model import LANGUAGES, Language, Network, RuleVersion
from bot.engine.networks import Profile, read_profiles
from bot.engine.rule import ActRule, Adds, Corrections, Cues, Example, Rule, Scoring, SourceText
from bot.engine.ruleset import Compiler, Program, RuleSet, act_key
from bot.engine.words import Corrected, Inflected
from bot.errors import RulesError

LOCK = "forms.lock.json"
_CORE = ("scoring.yaml", "networks.yaml")
_WORDS = "words.yaml"
_FOLDERS = ("cues", "acts")
_WORKING = frozenset(("stable", "trial"))
_PSEUDO = frozenset({combine.REASON, combine.HINT})

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A rule set, the files behind it, and every mistake that was found on the way."""

    rules: RuleSet
    mistakes: tuple[Mistake, ...]
    documents: Mapping[str, Document]
    """The document of each rule, cue list and act, by id ("@name" for a list, "act:name" for an act)."""
    words: Corrected
    """The forms of the rules' words, and which words there are."""
    lexicons: Mapping[Language, Lexicon]
    """What the entries of each language may refer to."""


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Loading makes half a million objects that all stay: looking for rubbish among them took a third of its time.

    The first rules of a process mostly stay until its end, so the collector leaves them alone for ever.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
        if working:
            gc.enable()


@_collector_at_rest()
def load(folder: Path, extra: Path | None = None, forms: Inflected | None = None, *, drafts: bool = False) -> Loaded:
    """Reads the rules of a folder, with a second folder laid over it.

    `forms` answers for the inflected words instead of the folder's lock; with `drafts`, rules that are not finished
    yet look as those on trial do.

    Raises:
        RulesError: nothing can be judged with what is there: no folder, no scoring, no networks.
    """
    files = _Files.of(folder, extra)
    mistakes: list[Mistake] = [*files.mistakes]
    scoring, profiles = _core(files, mistakes)
    cues = _cue_lists(files, mistakes)
    acts = _parsed(files.under("acts"), ActRule, mistakes)
    rules = _rules(files, mistakes)
    broken = {Path(name).stem for name, _ in files.rules()} - {rule.id for rule, _ in rules}
    ordered = _in_order(rules, broken, mistakes, _WORKING | {"draft"} if drafts else _WORKING)
    words = Corrected(forms or Forms.read(files.lock or folder / LOCK), _corrections(files, mistakes))
    programs = _Programs(cues, words, mistakes)
    compiled = {language: programs.build(language, ordered, acts) for language in LANGUAGES}
    kept = [rule for rule, _ in ordered if rule.id not in programs.parked]
    programs_kept = {language: _without(program, programs.parked) for language, program in compiled.items()}
    ruleset = RuleSet(
        RuleVersion(scoring.version, files.digest()),
        tuple(kept),
        tuple(act for act, _ in acts),
        scoring,
        profiles,
        {rule.id: rule.card() for rule in kept},
        programs_kept,
    )
    documents = {rule.id: document for rule, document in rules}
    documents |= {f"@{name}": document for name, (_, document) in cues.items()}
    documents |= {act_key(act): document for act, document in acts}
    lexicons = {language: programs.lexicon(language) for language in LANGUAGES}
    return Loaded(ruleset, tuple(sorted(set(mistakes))), documents, words, lexicons)


@dataclass(slots=True)
class _Files:
    """The YAML files of a folder by their path in it; those of the extra folder replace or add."""

    found: dict[str, Path]
    names: dict[str, str]
    lock: Path | None
    mistakes: list[Mistake] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path, extra: Path | None) -> _Files:
        if not folder.is_dir():
            raise RulesError(f"{folder}: there is no folder of rules: set RULES_DIR to one, or leave it out")
        files = cls({}, {}, None)
        for root in filter(None, (folder, extra)):
            files._add(root)
        if not files.found:
            raise RulesError(f"{folder}: the folder holds no rule files (*.yaml): set RULES_DIR to one that does")
        return files

    def _add(self, root: Path) -> None:
        for path, folders, names in os.walk(root):
            folders.sort()
            for name in sorted(names):
                file = Path(path, name)
                inside = file.relative_to(root).as_posix()
                if name == LOCK:
                    self.lock = file
                elif name.endswith(".yml"):
                    self._mistake(root, inside, f'the name ends in ".yml": call it "{name[:-4]}.yaml"')
                elif name.endswith(".yaml"):
                    self.found[inside] = file
                    self.names[inside] = (Path(root.name) / inside).as_posix()

    def _mistake(self, root: Path, inside: str, what: str) -> None:
        self.mistakes.append(Mistake((Path(root.name) / inside).as_posix(), 1, 1, what))

    def read(self, inside: str) -> Document:
        return read_document(self.found[inside], self.names[inside])

    def under(self, folder: str) -> list[tuple[str, Callable[[], Document]]]:
        return [(name, self._reader(name)) for name in self.found if name.startswith(f"{folder}/")]

    def rules(self) -> list[tuple[str, Callable[[], Document]]]:
        core = {*_CORE, _WORDS}
        return [
            (name, self._reader(name)) for name in self.found if name not in core and name.split("/")[0] not in _FOLDERS
        ]

    def _reader(self, inside: str) -> Callable[[], Document]:
        return lambda: self.read(inside)

    def digest(self) -> str:
        digest = hashlib.sha256()
        for inside, file in sorted(self.found.items()):
            digest.update(inside.encode() + b"\0" + (file.read_bytes() if file.is_file() else b"") + b"\0")
        return digest.hexdigest()[:12]


def _core(files: _Files, mistakes: list[Mistake]) -> tuple[Scoring, Mapping[Network, Profile]]:
    missing = [name for name in _CORE if name not in files.found]
    if missing:
        raise RulesError(
            f"the rules have no {missing[0]}: without it nothing can be scored; take it from the shipped rules"
        )
    try:
        document = files.read("scoring.yaml")
        scoring = _validated(Scoring, document, mistakes)
        networks = files.read("networks.yaml")
    except UnreadableError as unreadable:
        raise RulesError("\n".join(map(str, unreadable.mistakes))) from None
    if scoring is None:
        raise RulesError("\n".join(str(mistake) for mistake in mistakes if mistake.path == document.path))
    try:
        return scoring, read_profiles(networks.data)
    except (ValueError, KeyError, TypeError) as error:
        raise RulesError(f"{networks.path}:1:1: {error}") from None


def _cue_lists(files: _Files, mistakes: list[Mistake]) -> dict[str, tuple[Cues, Document]]:
    found = _parsed(files.under("cues"), Cues, mistakes)
    return {Path(document.path).stem: (cues, document) for cues, document in found}


def _corrections(files: _Files, mistakes: list[Mistake]) -> Corrections:
    if _WORDS not in files.found:
        return Corrections()
    found = _parsed([(_WORDS, lambda: files.read(_WORDS))], Corrections, mistakes)
    return found[0][0] if found else Corrections()


def _rules(files: _Files, mistakes: list[Mistake]) -> list[tuple[Rule, Document]]:
    found = _parsed(files.rules(), Rule, mistakes)
    return [(rule, document) for rule, document in found if _rightly_placed(rule, document, mistakes)]


def _rightly_placed(rule: Rule, document: Document, mistakes: list[Mistake]) -> bool:
    folder, _, name = document.path.rpartition("/")
    where = Path(folder).name
    if where != rule.dimension:
        place = document.place(("dimension",))
        mistakes.append(
            Mistake.at(
                place, f'the dimension is "{rule.dimension}", the folder "{where}": move the file or change the key'
            )
        )
    if name != f"{rule.id}.yaml":
        place = document.place(("id",))
        mistakes.append(Mistake.at(place, f'the id is "{rule.id}", the file "{name}": call the file "{rule.id}.yaml"'))
    return where == rule.dimension and name == f"{rule.id}.yaml"


def _parsed(
    readers: Iterable[tuple[str, Callable[[], Document]]], model: type[Model], mistakes: list[Mistake]
) -> list[tuple[Model, Document]]:
    found = []
    for _, read in readers:
        try:
            document = read()
        except UnreadableError as unreadable:
            mistakes.extend(unreadable.mistakes)
            continue
        value = _validated(model, document, mistakes)
        if value is not None:
            found.append((value, document))
    return found


def _validated(model: type[Model], document: Document, mistakes: list[Mistake]) -> Model | None:
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        mistakes.extend(_mistakes(error, document))
        return None


def _mistakes(error: ValidationError, document: Document) -> list[Mistake]:
    return [
        Mistake.at(document.place(_without_kinds(item["loc"])), _in_words(item))
        for item in error.errors(include_url=False)
    ]


def _without_kinds(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Pydantic names the kind after "find", which would pass for a key of the same name."""
    return tuple(
        step for index, step in enumerate(loc) if not (index and loc[index - 1] == "find" and step in _KIND_NAMES)
    )


def _in_words(item: Mapping[str, Any]) -> str:
    key = str(item["loc"][-1]) if item["loc"] else ""
    match item["type"]:
        case "extra_forbidden" | "unexpected_keyword_argument":
            return f'unknown key "{key}"{_did_you_mean(key)}'
        case "missing":
            return f'"{key}" is missing: add it'
        case "value_error":
            return str(item["msg"]).removeprefix("Value error, ")
        case "union_tag_invalid":
            kinds = ", ".join(sorted(_KIND_NAMES))
            wrong = str(item["ctx"]["tag"]).strip("'")
            return f'there is no kind "{wrong}"{_closest(wrong, _KIND_NAMES)}; there are {kinds}'
        case "union_tag_not_found":
            return f'"kind" is missing: say one of {", ".join(sorted(_KIND_NAMES))}'
        case _:
            return f'"{key}": {item["msg"][0].lower()}{item["msg"][1:]}, got {str(item["input"])[:60]!r}'


_KIND_NAMES = tuple(kind.model_fields["kind"].annotation.__args__[0] for kind in KINDS)  # type: ignore[union-attr]
_MODELS: tuple[type[BaseModel], ...] = (
    Rule, Example, SourceText, Adds, Cues, ActRule, Scoring, Unless, When, evidence.Part,
)  # fmt: skip
_KEYS = {field.alias or name for model in (*_MODELS, *KINDS) for name, field in model.model_fields.items()}


def _did_you_mean(key: str) -> str:
    return _closest(key, _KEYS) or ": take it out"


def _closest(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, list(known), 1)
    return f', did you mean "{close[0]}"?' if close else ""


def _in_order(
    rules: Sequence[tuple[Rule, Document]], broken: set[str], mistakes: list[Mistake], working: Collection[str]
) -> list[tuple[Rule, Document]]:
    """The rules at work so that each comes after those it depends on; rules in a circle are left out.

    Naming a finding whose own file is `broken` is no mistake: that one is told already.
    """
    by_id = {rule.id: (rule, document) for rule, document in rules}
    reasons = tuple(rule.id for rule, _ in rules if rule.reason)
    order: list[tuple[Rule, Document]] = []
    state: dict[str, bool] = {}

    def visit(finding: str, trail: tuple[str, ...]) -> bool:
        if finding in state:
            return state[finding]
        if finding in trail:
            circle = " > ".join((*trail[trail.index(finding) :], finding))
            place = by_id[finding][1].place(("find",))
            mistakes.append(
                Mistake.at(place, f"these findings depend on each other in a circle: {circle}; take one out")
            )
            return False
        rule, document = by_id[finding]
        needs = _needs(rule, document, by_id, reasons, broken, mistakes)
        ok = all({need: visit(need, (*trail, finding)) for need in needs}.values())
        state[finding] = ok
        if ok and rule.status in working:
            order.append((rule, document))
        return ok

    for rule, _ in rules:
        visit(rule.id, ())
    return order


def _needs(
    rule: Rule,
    document: Document,
    by_id: Mapping[str, Any],
    reasons: Sequence[str],
    broken: set[str],
    mistakes: list[Mistake],
) -> list[str]:
    needs: list[str] = []
    for finding in rule.find.depends_on():
        if finding in _PSEUDO:
            needs += [reason for reason in reasons if reason != rule.id]
        elif finding in by_id:
            needs.append(finding)
        elif finding not in broken:
            close = _closest(finding, [*by_id, *_PSEUDO])
            place = document.place(("find",))
            mistakes.append(
                Mistake.at(place, f'there is no finding "{finding}"{close or ": add its rule or take it out"}')
            )
    return list(dict.fromkeys(needs))


@dataclass(slots=True)
class _Programs:
    """Compiles the rules for each language and keeps the ids of those that can't be."""

    cues: Mapping[str, tuple[Cues, Document]]
    words: Corrected
    mistakes: list[Mistake]
    parked: set[str] = field(default_factory=set)
    _lexicons: dict[Language, Lexicon] = field(default_factory=dict)

    def build(
        self, language: Language, rules: Sequence[tuple[Rule, Document]], acts: Sequence[tuple[ActRule, Document]]
    ) -> Program:
        compiler = Compiler(self.lexicon(language), Vocabulary(language), self.mistakes)
        checks = []
        for rule, document in rules:
            check = compiler.compile(rule.id, rule.find, document)
            if check is None:
                self.parked.add(rule.id)
            else:
                checks.append((rule, check))
        for name, entries in compiler.lexicon.lists.items():
            compiler.check_list(name, entries)
        compiled_acts = [(act, compiler.compile(act_key(act), act.find, document)) for act, document in acts]
        return Program(
            language,
            compiler.vocabulary,
            tuple(checks),
            tuple((act, check) for act, check in compiled_acts if check is not None),
            compiler.lists,
        )

    def lexicon(self, language: Language) -> Lexicon:
        if language not in self._lexicons:
            lists = {name: self._list(cues, document, language) for name, (cues, document) in self.cues.items()}
            self._lexicons[language] = Lexicon(language, lambda lemma, tag: self.words.of(language, lemma, tag), lists)
        return self._lexicons[language]

    @staticmethod
    def _list(cues: Cues, document: Document, language: Language) -> list[Entry]:
        texts: tuple[str, ...] = getattr(cues, language)
        return list(map(Entry, texts, document.places((language,), len(texts))))


def _without(program: Program, parked: set[str]) -> Program:
    kept = tuple((rule, check) for rule, check in program.rules if rule.id not in parked)
    return replace(program, rules=kept)
