"""Telegram's HTML, read as strictly as Telegram reads it."""

from __future__ import annotations

import re
from html import unescape

PLAIN_TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "blockquote", "tg-spoiler"}
TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:=\"[^\"<>]*\")?)*)\s*>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([a-z-]+)(?:=\"([^\"]*)\")?", re.IGNORECASE)
PLAIN = re.compile(r"[^<][^<&]*")
ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-f]+);", re.IGNORECASE)


class RefusedHtmlError(ValueError):
    """Telegram can't parse it."""


def parse(html: str) -> str:
    """The text without marks."""
    text: list[str] = []
    open_tags: list[str] = []
    at = 0
    while at < len(html):
        if html[at] == "<":
            at = _tag(html, at, open_tags)
            continue
        entity = ENTITY.match(html, at)
        piece = entity[0] if entity else PLAIN.match(html, at)[0]  # type: ignore[index]
        text.append(unescape(piece) if entity else piece)
        at += len(piece)
    if open_tags:
        raise RefusedHtmlError(f'can\'t find end tag corresponding to start tag "{open_tags[-1]}"')
    return "".join(text)


def _tag(html: str, at: int, open_tags: list[str]) -> int:
    offset = len(html[:at].encode())
    found = TAG.match(html, at)
    if not found:
        raise RefusedHtmlError(f'unsupported start tag "{html[at + 1 : at + 11]}" at byte offset {offset}')
    closing, tag, attributes = found[1], found[2].lower(), found[3]
    if closing:
        if not open_tags or open_tags.pop() != tag:
            raise RefusedHtmlError(f'unmatched end tag at byte offset {offset}, found "&lt;/{tag}>"')
        return found.end()
    if not _supported(tag, dict(ATTRIBUTE.findall(attributes))):
        raise RefusedHtmlError(f'unsupported start tag "{tag}" at byte offset {offset}')
    open_tags.append(tag)
    return found.end()


def _supported(tag: str, attributes: dict[str, str]) -> bool:
    match tag:
        case "a":
            return bool(attributes.get("href"))
        case "span":
            return attributes.get("class") == "tg-spoiler"
        case "tg-emoji":
            return "emoji-id" in attributes
        case _:
            return tag in PLAIN_TAGS
