"""What a draft looks like from the reader's side: the three named tests, the takeaway, and what is left unsold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.engine.model import Act, Finding, Span, Tests
from bot.engine.rule import Named
from bot.engine.sheet import NOTHING, Sheet

Conversation = Literal[
    "genuine-question", "hollow-question", "complete-broadcast", "empty-broadcast", "broadcast", "question", "reply"
]


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads the draft and buys nothing."""

    sheet: Sheet
    named: Named
    findings: Sequence[Finding]

    def tests(self, act: Act) -> Tests:
        """The three tests that people ask for by name."""
        best = max((finding for finding in self.findings if finding.reason), key=lambda f: f.reason, default=None)
        return Tests(
            reason=best.id if best else None,
            clear=best.clear if best else False,
            selling=len(self._selling()),
            sentences=len(self.sheet.text.sentences),
            conversation=self._conversation(act, bool(best and best.clear)),
        )

    def takeaway(self) -> Span | None:
        """The sentence with the most that is of use, in the draft's own characters."""
        useful: dict[int, int] = {}
        for finding in self._useful():
            for start, _ in self.sheet.outcomes[finding].spans:
                number = self.sheet.text.sentence_of(start)
                useful[number] = useful.get(number, 0) + 1
        selling = self._selling()
        if not useful:
            return None
        best = max(useful, key=lambda number: (number not in selling, useful[number], -number))
        return self.sheet.text.origin(self.sheet.text.sentences[best])

    def left(self) -> tuple[Span, ...]:
        """The sentences that need no purchase."""
        selling = self._selling()
        text = self.sheet.text
        return tuple(text.origin(span) for number, span in enumerate(text.sentences) if number not in selling)

    def _useful(self) -> Iterable[str]:
        return [finding.id for finding in self.findings if finding.id == self.named.detail or finding.reason]

    def _selling(self) -> set[int]:
        return self.sheet.sentence_numbers(self.sheet.outcomes.get(self.named.selling, NOTHING).spans)

    def _conversation(self, act: Act, reason: bool) -> Conversation:
        fired = {finding.id for finding in self.findings}
        if fired & {*self.named.genuine}:
            return "genuine-question"
        if fired & {*self.named.hollow}:
            return "hollow-question"
        if act == "reply":
            return "reply"
        if reason or fired & {*self.named.rightful}:
            return "complete-broadcast"
        if fired & {*self.named.empty}:
            return "empty-broadcast"
        return "question" if act == "ask" else "broadcast"
