"""Flips each comparison and each threshold in the kinds and the score, one at a time; counts what no test notices.

Run by hand: `python -m tests.bench.mutants [part of a file name]`. Each mutant lives in a process of its own.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

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
    places = [(number, part) for number, node in enumerate(ast.walk(ast.parse(source))) for part in _parts(node)]
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


def survives(mutant: Mutant, folder: Path) -> bool:
    """Whether the tests pass with the mutant in the place of the real file."""
    name = ".".join(mutant.path.relative_to(ROOT).with_suffix("").parts)
    (folder / "mutant.py").write_text(mutant.source, encoding="utf-8")
    plugin = _PLUGIN.format(name=name, file=str(folder / "mutant.py"))
    (folder / "mutated.py").write_text(plugin, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "mutated", "-p", "no:cacheprovider", *TESTS],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        timeout=300,
        check=False,
    )
    return run.returncode == 0


_PLUGIN = """\
import importlib.machinery, importlib.util, sys

class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "{name}":
            return importlib.util.spec_from_file_location(name, r"{file}")
        return None

sys.meta_path.insert(0, Finder)
"""


def main(part: str = "") -> None:
    from tempfile import TemporaryDirectory

    every = [mutant for path in SUBJECTS if part in path.name for mutant in mutants(path)]

    def tried(mutant: Mutant) -> tuple[Mutant, bool]:
        with TemporaryDirectory() as place:
            return mutant, survives(mutant, Path(place))

    alive = 0
    with ThreadPoolExecutor(2) as pool:
        for mutant, lives in pool.map(tried, every):
            alive += lives
            if lives:
                print(f"{mutant.path.relative_to(ROOT)}:{mutant.line}: {mutant.what}", flush=True)
    print(f"{len(every) - alive} of {len(every)} mutants killed ({(len(every) - alive) / len(every):.0%})")


if __name__ == "__main__":
    main(*sys.argv[1:2])
