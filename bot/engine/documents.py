"""YAML files with the place of everything in them; YAML 1.1's traps are off."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.engine.entries import Place

LARGEST_FILE = 1_000_000


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake in the rule files: where, what and why, and what to do."""

    path: str
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.what}"

    @classmethod
    def at(cls, place: Place, what: str) -> Mistake:
        return cls(place.path, place.line, place.column, what)


class UnreadableError(Exception):
    """A file that is no usable YAML; carries its mistakes."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__(*map(str, mistakes))
        self.mistakes = mistakes


class _Loader(yaml.CSafeLoader):
    """Booleans are `true` and `false`, and nothing else is guessed but numbers and null: `no` and `on` stay words."""


_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""])
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a mapping or a list stand, each as one number: YAML's own nodes take thirty times the room."""

    keys: Mapping[str, int]
    items: Sequence[int]
    inside: Mapping[str | int, Layout]
    """What stands under a key or in an item; nothing for single values."""

    def mark(self, step: str | int) -> int | None:
        if isinstance(step, str):
            return self.keys.get(step)
        return self.items[step] if step < len(self.items) else None


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its data, and where each part of it stands."""

    path: str
    data: Any
    start: int
    layout: Layout

    def place(self, at: Sequence[str | int]) -> Place:
        """Where something stands: the deepest part of `at` that the file really has.

        Steps that the file does not have (an alias, the branch of a union) are passed over.
        """
        return self._place(self._deepest(at)[0])

    def places(self, at: Sequence[str | int], number: int) -> list[Place]:
        """Where the items of a list stand; the list itself where the file has none of them."""
        items = self._deepest(at)[1].items
        if len(items) == number:
            return [self._place(mark) for mark in items]
        return [self.place((*at, index)) for index in range(number)]

    def _deepest(self, at: Sequence[str | int]) -> tuple[int, Layout]:
        """Where the last key of `at` stands that is there, and what stands under it."""
        deepest, layout = self.start, self.layout
        for step in at:
            mark = layout.mark(step)
            if mark is not None:
                deepest, layout = mark, layout.inside.get(step, _NOTHING)
        return deepest, layout

    def _place(self, mark: int) -> Place:
        line, column = divmod(mark, _WIDEST)
        return Place(self.path, line + 1, column + 1)


_NOTHING = Layout({}, (), {})
_WIDEST = LARGEST_FILE
"""No line is longer than a file."""


def read_document(file: Path, name: str) -> Document:
    """Reads one YAML file; `name` is the path that mistakes show.

    Raises:
        UnreadableError: with the place of what is wrong.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        advice = f"the file can't be read ({error.strerror}): check that it is still there"
        raise UnreadableError(Mistake(name, 1, 1, advice)) from None
    if len(raw) > LARGEST_FILE:
        advice = f"the file is larger than {LARGEST_FILE:,} bytes: split it into several rules"
        raise UnreadableError(Mistake(name, 1, 1, advice))
    try:
        return _parse(raw.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise UnreadableError(Mistake(name, line, 1, "this is no UTF-8 text: save the file as UTF-8")) from None


def _parse(text: str, name: str) -> Document:
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise UnreadableError(Mistake(name, line, column, _yaml_advice(error, text, line))) from None
    except yaml.YAMLError as error:
        advice = f"this is no YAML text ({str(error).splitlines()[0]}): write it with a text editor"
        raise UnreadableError(Mistake(name, 1, 1, advice)) from None
    if node is None:
        raise UnreadableError(Mistake(name, 1, 1, 'the file is empty: start with "python -m bot rules new"'))
    mistakes: list[Mistake] = []
    data = _construct(node, name, mistakes, set())
    if mistakes:
        raise UnreadableError(*mistakes)
    return Document(name, data, _mark(node), _layout(node))


def _layout(node: yaml.Node) -> Layout:
    if isinstance(node, yaml.MappingNode):
        children = [(str(key.value), key, value) for key, value in node.value]
        return Layout(
            {word: _mark(key) for word, key, _ in children}, (), _inside((w, value) for w, _, value in children)
        )
    if isinstance(node, yaml.SequenceNode):
        return Layout({}, array("Q", map(_mark, node.value)), _inside(enumerate(node.value)))
    return _NOTHING


def _inside(children: Iterable[tuple[str | int, yaml.Node]]) -> dict[str | int, Layout]:
    return {step: _layout(node) for step, node in children if not isinstance(node, yaml.ScalarNode)}


def _mark(node: yaml.Node) -> int:
    mark: int = node.start_mark.line * _WIDEST + node.start_mark.column
    return mark


def _yaml_advice(error: yaml.MarkedYAMLError, text: str, line: int) -> str:
    problem = (error.problem or error.context or "not YAML").strip()
    lines = text.splitlines()
    written = lines[line - 1] if line <= len(lines) else ""
    if "escape" in problem:
        return f'{problem}: patterns stand in single quotes, since "\\w" means something else in double quotes'
    if "\t" in written:
        return f"{problem}: indent with spaces, not with tabs"
    return f"{problem}: check quotes, colons and indentation here and in the line above"


def _construct(node: yaml.Node, name: str, mistakes: list[Mistake], seen: set[int]) -> Any:
    if id(node) in seen:
        mistakes.append(_mistake(node, name, "anchors and aliases (&, *) are not used here: write the text out"))
        return None
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, name, mistakes, seen)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, name, mistakes, seen) for item in node.value]
    return _scalar(node)


def _mapping(node: yaml.MappingNode, name: str, mistakes: list[Mistake], seen: set[int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        word = str(key.value)
        if word in found:
            mistakes.append(_mistake(key, name, f'"{word}" stands here twice: keep one of them'))
        found[word] = _construct(value, name, mistakes, seen)
    return found


def _scalar(node: yaml.Node) -> Any:
    match node.tag.rpartition(":")[2]:
        case "bool":
            return node.value == "true"
        case "null":
            return None
        case "int":
            return int(node.value)
        case "float":
            return float(node.value)
        case _:
            return node.value


def _mistake(node: yaml.Node, name: str, what: str) -> Mistake:
    return Mistake(name, node.start_mark.line + 1, node.start_mark.column + 1, what)
