"""Flips each comparison and each threshold in the kinds and the score, one at a time; counts what no test notices.

Run by hand: `python -m tests.bench.mutants [part of a file name]`. Each mutant lives in a process of its own.
"""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

# Imported before the forks, since they are the same for every mutant.
import pydantic
import pytest
import regex
import yaml

SHARED = (pydantic, regex, yaml)
ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "bot" / "engine"
SUBJECTS = [
    *sorted(path for path in (ENGINE / "kinds").glob("*.py") if path.name != "__init__.py"),
    ENGINE / "score.py",
]
TESTS = [
    "tests/engine/kinds",
    "tests/engine/test_score.py",
    "tests/engine/test_explain.py",
    "tests/engine/test_examples.py",
]

FLIPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    path: Path
    line: int
    what: str
    source: str


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a file: each comparison turned to its neighbour, each number one more."""
    source = path.read_text(encoding="utf-8")
    whole = ast.parse(source)
    # An index is no threshold.
    indices = {
        id(inner) for node in ast.walk(whole) if isinstance(node, ast.Subscript) for inner in ast.walk(node.slice)
    }
    places = [
        (number, part)
        for number, node in enumerate(ast.walk(whole))
        if isinstance(node, ast.Compare) or id(node) not in indices
        for part in _parts(node)
    ]
    for number, part in places:
        tree = ast.parse(source)
        node = list(ast.walk(tree))[number]
        what = _flip(node, part)
        yield Mutant(path, getattr(node, "lineno", 0), what, ast.unparse(tree))


def _parts(node: ast.AST) -> range:
    if isinstance(node, ast.Compare):
        return range(len(node.ops))
    return range(1 if _is_threshold(node) else 0)


def _is_threshold(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)


def _flip(node: ast.AST, part: int) -> str:
    if isinstance(node, ast.Compare):
        before = ast.unparse(node)
        node.ops[part] = FLIPS[type(node.ops[part])]()
        return f"{before}  →  {ast.unparse(node)}"
    assert isinstance(node, ast.Constant)
    assert isinstance(node.value, int | float)
    before, node.value = str(node.value), node.value + 1
    return f"{before}  →  {node.value}"


class Finder:
    """Gives a mutant to whoever imports the module that it stands for."""

    def __init__(self, mutant: Mutant, file: Path) -> None:
        self.name = ".".join(mutant.path.relative_to(ROOT).with_suffix("").parts)
        self.file = file

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return spec_from_file_location(name, self.file) if name == self.name else None


def survives(mutant: Mutant) -> bool:
    """Whether the tests pass with the mutant in the place of the real file."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    with TemporaryDirectory() as place:
        file = Path(place, mutant.path.name)
        file.write_text(mutant.source, encoding="utf-8")
        sys.meta_path.insert(0, Finder(mutant, file))
        return pytest.main(["-q", "-x", "-p", "no:cacheprovider", *TESTS]) == 0


def main(part: str = "") -> None:
    every = [mutant for path in SUBJECTS if part in path.name for mutant in mutants(path)]
    os.chdir(ROOT)
    alive = 0
    # A fork is quicker than a new interpreter; one task for each, so that no mutant meets another.
    with get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        for mutant, lives in zip(every, pool.imap(survives, every, chunksize=1), strict=True):
            alive += lives
            if lives:
                print(f"{mutant.path.relative_to(ROOT)}:{mutant.line}: {mutant.what}", flush=True)
    print(f"{len(every) - alive} of {len(every)} mutants killed ({(len(every) - alive) / len(every):.0%})")


if __name__ == "__main__":
    main(*sys.argv[1:2])
