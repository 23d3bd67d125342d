"""Texts that break things: markup, halves of emoji, letters under accents, words written backwards."""

from __future__ import annotations

from hypothesis import strategies as st

NASTY = (
    "<b>",
    "</b>",
    "</blockquote>",
    "<blockquote expandable>",
    "&amp;",
    "&lt;",
    "&",
    '"',
    "👨‍👩‍👧‍👦",
    "❤️",
    "🇵🇱",
    "\ud83d",
    "\udc68",
    "e\u0301\u0301\u0301",
    "\u202e",
    "\u200b",
    "\x1b[31m",
    "\x00",
    "\u2028",
    "שלום עולם",
    "{quote}",
    "{count}",
    "[bold]",
    "\\",
    "zażółć gęślą jaźń",
    "съешь ещё",
    " ",
    "\n",
    "https://example.com/" + "a" * 40,
)

ANY_TEXT: st.SearchStrategy[str] = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=200),
    st.lists(st.sampled_from(NASTY), max_size=60).map("".join),
)
