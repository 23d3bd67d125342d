"""One example of a finding in the drafts' own words; what may point at a person is never quoted."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from bot.report.week import Recurring
from bot.store.journal import Drafted

# Longer quotes explain nothing that the first words don't.
LONGEST = 60

PERSONAL = (
    r"[\w.+-]+@[\w-]+\.\w+",  # an address for mail
    r"(?<![\w/])@\w+",  # a name in a network
    r"(?:https?://|www\.|t\.me/)\S+",  # a link may lead to somebody's page
    r"\d(?:[\s().-]{0,2}\d){5,}",  # telephone numbers, identity numbers, accounts, dates of birth
    r"(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d",
)
# First and last name, with an initial too: "Anna Nowak", "И. Петров". All capitals are shouting, and no names.
NAME = r"\b\p{Lu}(?:\p{Ll}+|\.)\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+"

_PERSONAL = regex.compile("|".join((*PERSONAL, NAME)))


def example(found: Recurring) -> tuple[str, Drafted] | None:
    """The newest words behind a finding that can be shown, and their draft; None if there are none."""
    for draft in found.where:
        for weak in draft.last.weaknesses:
            if weak.id == found.id:
                words = next(iter(_shown(draft.last.text, weak.spans or (_beginning(draft.last.text),))), None)
                if words:
                    return words, draft
    return None


def personal(text: str) -> bool:
    """Whether a text may tell who somebody is or how to reach them."""
    return _PERSONAL.search(text) is not None


def _beginning(text: str) -> tuple[int, int]:
    """What is missing from a draft has no words of its own: the draft is known by how it begins."""
    return 0, min(len(text), LONGEST + 10)


def _shown(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[str]:
    for start, end in spans:
        words = text[start:end].strip()
        # What stands right beside the quote may be the other half of a name or a number.
        around = text[max(0, start - 3) : end + 3]
        if words and not personal(words) and not personal(around):
            yield words
