"""Compiled rules, kept for the next start: a single score then takes a third of its time.

What is kept belongs to exactly these rule files, this code and these libraries: anything else finds nothing and
compiles anew. Nothing depends on it, and the folder may be deleted at any time.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

import pydantic
import regex

from bot.engine.cues import Vocabulary
from bot.engine.model import LANGUAGES, Language
from bot.engine.ruleset import EntryList, Program, RuleSet, revived

if TYPE_CHECKING:
    from bot.engine.documents import Mistake
    from bot.engine.loader import Loaded

Lists = Mapping[str, tuple[EntryList, ...]]

_CODE = Path(__file__).parent
_LIBRARIES = (regex.__version__, pydantic.VERSION)
_RULES = "rules"
_NEWEST = 4


def kept_or_loaded(folder: Path, extra: Path | None, home: Path) -> tuple[RuleSet, tuple[Mistake, ...]]:
    """The rules of a folder and the mistakes in them, as an earlier process kept them under `home`, or read anew.

    Rules with mistakes are not kept, examples neither. Nobody else may be able to write to `home`.

    Raises:
        RulesError: nothing can be judged with what is there.
    """
    kept = _Kept(folder, extra, home / _key(folder, extra))
    rules = kept.read(_RULES)
    if rules is None:
        if kept.loaded.mistakes:
            return kept.loaded.rules, kept.loaded.mistakes
        known = kept.loaded.rules
        rules = replace(
            known, rules=tuple(rule.model_copy(update={"examples": ()}) for rule in known.rules), programs={}
        )
        kept.write(_RULES, rules)
        _forget_old(kept.home)
    return replace(rules, programs=_Programs(kept, rules)), ()


class _Programs(Mapping[Language, Program]):
    """The rules of each language, when it is asked for: most drafts need one language."""

    def __init__(self, kept: _Kept, rules: RuleSet) -> None:
        self._kept, self._rules = kept, rules
        self._there: dict[Language, Program] = {}

    def __getitem__(self, language: Language) -> Program:
        if language not in LANGUAGES:
            raise KeyError(language)
        if language not in self._there:
            vocabulary, lists = self._kept.read(language) or self._compiled(language)
            self._there[language] = revived(language, vocabulary, lists, self._rules)
        return self._there[language]

    def __iter__(self) -> Iterator[Language]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)

    def _compiled(self, language: Language) -> tuple[Vocabulary, Lists]:
        program = self._kept.loaded.rules.programs[language]
        compiled = program.vocabulary.sealed(), program.lists
        self._kept.write(language, compiled)
        return compiled


class _Kept:
    """The files of one set of rules."""

    def __init__(self, folder: Path, extra: Path | None, home: Path) -> None:
        self.folder, self.extra, self.home = folder, extra, home

    @cached_property
    def loaded(self) -> Loaded:
        """The rules, read and compiled now."""
        from bot.engine.loader import load

        return load(self.folder, self.extra)

    def read(self, name: str) -> Any:
        """What was kept under a name; None if nothing was, or if it is damaged."""
        try:
            content = (self.home / name).read_bytes()
            with _collector_at_rest():
                return pickle.loads(content)  # noqa: S301 - only this user can write there
        except Exception:
            # A damaged file may raise anything; what it held is compiled anew.
            return None

    def write(self, name: str, value: object) -> None:
        """Keeps a value; a folder that can't be written is no fault."""
        with suppress(OSError):
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Another process may read it meanwhile: it sees all or nothing.
            part = self.home / f"{name}.{os.getpid()}"
            part.write_bytes(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
            part.replace(self.home / name)


def _key(folder: Path, extra: Path | None) -> str:
    """Changes with every byte of the rule files and of the engine's code, with Python and the libraries."""
    digest = hashlib.sha256(repr((sys.version, *_LIBRARIES)).encode())
    for root, endings in ((folder, (".yaml", ".yml", ".json")), (extra, (".yaml", ".yml", ".json")), (_CODE, (".py",))):
        for file in _files(root, endings) if root else ():
            digest.update(os.fsencode(file) + b"\0" + _content(file) + b"\0")
    return digest.hexdigest()[:32]


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        # Loading tells what is wrong with it.
        return b""


def _files(root: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    for path, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            if name.endswith(endings):
                yield Path(path, name)


def _forget_old(home: Path) -> None:
    """Leaves the newest: who edits rules would fill the disk."""
    if home.parent.is_dir():
        others = sorted(home.parent.iterdir(), key=lambda other: other.lstat().st_mtime, reverse=True)
        for other in others[_NEWEST:]:
            rmtree(other, ignore_errors=True)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()
