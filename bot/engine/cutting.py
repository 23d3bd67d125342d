"""Takes single items out of the lists of a YAML file and leaves the rest of its text as people wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a list: which, and where its text begins and ends."""

    parent: yaml.SequenceNode
    number: int

    @property
    def node(self) -> yaml.Node:
        node: yaml.Node = self.parent.value[self.number]
        return node


def without_items(text: str, places: Iterable[tuple[int, int]]) -> str:
    """The text without the innermost list items at these places (line and column, from 1)."""
    # The last first: what stands before keeps its place.
    for line, column in sorted(places, reverse=True):
        text = _without_item(text, line, column)
    return text


def _without_item(text: str, line: int, column: int) -> str:
    # The loader in pure Python: its marks count characters.
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    found = [item for item in _items(root) if _holds(item.node, line - 1, column - 1)] if root else []
    if not found:
        raise ValueError(f"{line}:{column}: no list has an item here")
    start, end = _range(text, found[-1])
    return text[:start] + ("[]" if _alone_in_block(found[-1]) else "") + text[end:]


def _items(node: yaml.Node) -> Iterator[_Item]:
    """Every item of every list, outer ones first."""
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _items(value)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield _Item(node, number)
            yield from _items(value)


def _holds(node: yaml.Node, line: int, column: int) -> bool:
    start, end = node.start_mark, node.end_mark
    return (start.line, start.column) <= (line, column) < (end.line, end.column)


def _alone_in_block(item: _Item) -> bool:
    return len(item.parent.value) == 1 and not item.parent.flow_style


def _range(text: str, item: _Item) -> tuple[int, int]:
    items: list[yaml.Node] = item.parent.value
    start, end = item.node.start_mark.index, item.node.end_mark.index
    if _alone_in_block(item):
        return item.parent.start_mark.index, end
    if not item.parent.flow_style:
        # From its dash to the next one's, or to the end of its line.
        start = text.rindex("-", 0, start)
        start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end - 1 if text[end - 1] == "\n" else end)
        return start, line_end + 1 if line_end >= 0 else len(text)
    if item.number + 1 < len(items):
        return start, items[item.number + 1].start_mark.index
    if item.number:
        return items[item.number - 1].end_mark.index, end
    return start, end
