"""One item leaves a list, and the rest of the file stays as it was written."""

from __future__ import annotations

import pytest
import yaml

from bot.engine.cutting import without_items

FLOW = "a: [one, 'two, 2', three]  # why\nb: {en: [x], pl: ['y', \"z\"]}\n"
BLOCK = "a:\n  - one\n  - 'two'  # comment\n  - {entry: x, because: y}\nb: 1\n"

CASES = [
    (FLOW, [(1, 5)], "a: ['two, 2', three]  # why\nb: {en: [x], pl: ['y', \"z\"]}\n"),
    (FLOW, [(1, 10)], "a: [one, three]  # why\nb: {en: [x], pl: ['y', \"z\"]}\n"),
    (FLOW, [(1, 20)], "a: [one, 'two, 2']  # why\nb: {en: [x], pl: ['y', \"z\"]}\n"),
    (FLOW, [(2, 10), (2, 19), (1, 5)], "a: ['two, 2', three]  # why\nb: {en: [], pl: [\"z\"]}\n"),
    (FLOW, [(1, 5), (1, 10), (1, 20)], "a: []  # why\nb: {en: [x], pl: ['y', \"z\"]}\n"),
    (BLOCK, [(2, 5)], "a:\n  - 'two'  # comment\n  - {entry: x, because: y}\nb: 1\n"),
    (BLOCK, [(3, 5)], "a:\n  - one\n  - {entry: x, because: y}\nb: 1\n"),
    (BLOCK, [(4, 13)], "a:\n  - one\n  - 'two'  # comment\nb: 1\n"),
    ("a:\n  - one\nb: 1\n", [(2, 5)], "a:\n  []\nb: 1\n"),
    ("a:\n  - one", [(2, 5)], "a:\n  []"),
    ("a:\n  - x\n  - long: 1\n    more: 2\nb: 1\n", [(3, 5)], "a:\n  - x\nb: 1\n"),
    ("a: [🔥, 'ёж', c]\n", [(1, 8)], "a: [🔥, c]\n"),
]


@pytest.mark.parametrize(("text", "places", "wanted"), CASES)
def test_items_are_cut_out(text: str, places: list[tuple[int, int]], wanted: str) -> None:
    result = without_items(text, places)
    assert result == wanted
    assert yaml.safe_load(result) is not None


def test_a_place_without_an_item_is_an_error() -> None:
    with pytest.raises(ValueError, match="1:1: no list has an item here"):
        without_items(FLOW, [(1, 1)])
