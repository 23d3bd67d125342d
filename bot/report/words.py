"""A report in words: short enough to stand under its picture, the most useful part first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from bot.engine.model import Card, Language
from bot.render.catalogue import has, say
from bot.render.telegram import plain
from bot.render.wording import TITLE, cut, quoted, titled, units
from bot.report.dates import percent, when, whole
from bot.report.quotes import LONGEST, example
from bot.report.week import FEWEST, Recurring, Report

# What Telegram takes under a picture.
MOST_UNITS = 1024

NAME = 120


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    text: str
    weight: int
    """The lines with the least weight give way first where there is too little room."""
    apart: bool = False
    """Whether an empty line stands before it."""

    @property
    def html(self) -> str:
        space = "" if self.text.startswith("\n") else " "
        return f"{chr(10) * self.apart}<b>{_safe(self.label)}:</b>{space}{_safe(self.text)}"


@dataclass(frozen=True, slots=True)
class Words:
    """Puts a report into one language; `cards` are the rules' own titles."""

    language: Language
    cards: Mapping[str, Card]

    def caption(self, report: Report, name: str) -> str:
        """HTML for under the picture, within what Telegram takes there."""
        head = f"<b>{_safe(cut(name, NAME))}</b>\n{_safe(when(report.weeks, self.language))}"
        if not report.now.enough:
            head += f"\n{_safe(self._say('report-too-few'))}"
        lines = list(self._lines(report))
        while True:
            html = "\n".join((head, "", *(line.html for line in lines)))
            if units(plain(html)) <= MOST_UNITS or not lines:
                return html
            lines.remove(min(lines, key=lambda line: line.weight))

    def nothing(self, report: Report, name: str) -> str:
        """For weeks in which nothing was drafted."""
        title = f"<b>{_safe(cut(name, NAME))}</b>\n{_safe(when(report.weeks, self.language))}"
        return f"{title}\n\n{_safe(self._say('report-empty'))}"

    def title(self, rule: str) -> str:
        """What a rule calls itself; its id if it is gone."""
        card = self.cards.get(rule)
        return titled(card, self.language) if card is not None else cut(rule.replace("-", " "), TITLE)

    def exercise(self, report: Report) -> str:
        """One thing to practise, for the weakness that came back most."""
        dimension = report.recurring[0].dimension if report.recurring else "none"
        key = f"exercise-{dimension}"
        return self._say(key if has(self.language, key) else "exercise-none")

    def example(self, found: Recurring) -> str:
        """Its words between quotation marks; "" if none can be shown."""
        shown = example(found)
        return "".join(quoted(self.language, [shown[0]], LONGEST, 1)) if shown else ""

    def _lines(self, report: Report) -> Iterator[Line]:
        yield Line(self._say("report-label-score"), self._score(report), 8)
        yield Line(self._say("report-label-reasons"), self._reasons(report), 9)
        if report.now.kept.of:
            yield Line(self._say("report-label-promise"), self._promise(report), 8)
        yield Line(self._say("report-label-balance"), self._balance(report), 7)
        if report.now.notices or report.now.genuine or report.now.hollow:
            yield Line(self._say("report-label-talk"), self._talk(report), 3)
        yield Line(self._say("report-label-listening"), self._listening(report), 4)
        if report.now.revision is not None:
            yield Line(self._say("report-label-editing"), self._editing(report), 5)
        if report.recurring:
            yield Line(self._say("report-label-recurring"), self._recurring(report), 9, apart=True)
        yield Line(self._say("report-label-exercise"), self.exercise(report), 10, apart=True)
        if report.functions:
            yield Line(self._say("report-label-functions"), self._functions(report), 2)
        if report.unfair:
            yield Line(self._say("report-label-unfair"), self._unfair(report), 1)
        if report.notes.get("result"):
            results = self._say("report-results", count=report.notes["result"])
            yield Line(self._say("report-label-results"), results, 0)

    def _score(self, report: Report) -> str:
        now, usual = report.now, report.usual
        parts = [str(whole(now.score)) if now.score is not None else "–"]
        if usual is not None and usual.score is not None and now.enough:
            parts.append(self._say("report-usually", value=whole(usual.score)))
        if now.unjudged:
            parts.append(self._say("report-unjudged", count=now.unjudged))
        return " · ".join(parts)

    def _reasons(self, report: Report) -> str:
        now, usual = report.now, report.usual
        parts = [self._say("report-of", count=now.reasons.count, of=now.reasons.of)]
        if usual is not None and usual.reasons.part is not None and now.enough:
            parts.append(self._say("report-usually", value=percent(usual.reasons.part, self.language)))
        if report.waited is not None:
            today = not report.waited
            parts.append(self._say("report-waited-today") if today else self._say("report-waited", days=report.waited))
        return " · ".join(parts)

    def _promise(self, report: Report) -> str:
        kept = report.now.kept
        parts = [self._say("report-kept", count=kept.count, of=kept.of)]
        if report.now.drift:
            parts.append(self._say("report-drift", count=report.now.drift))
        return " · ".join(parts)

    def _balance(self, report: Report) -> str:
        parts = [self._say("report-asks", asks=report.now.asks, gives=report.now.reasons.count)]
        if report.last:
            parts.append(self._say("report-last-posts", selling=sum(report.last), of=len(report.last)))
        if report.limit is not None and len(report.last) >= FEWEST:
            parts.append(self._say("report-limit", most=percent(report.limit, self.language)))
        if report.streak > 1:
            parts.append(self._say("report-streak", count=report.streak))
        return " · ".join(parts)

    def _talk(self, report: Report) -> str:
        now = report.now
        notices = self._say("report-notices", count=now.notices)
        return f"{notices} · {self._say('report-questions', genuine=now.genuine, hollow=now.hollow)}"

    def _listening(self, report: Report) -> str:
        parts = [self._say("report-loops", count=report.now.loops)] if report.now.loops else []
        for kind, key in (("heard", "report-heard"), ("idea", "report-ideas")):
            if report.notes.get(kind):
                parts.append(self._say(key, count=report.notes[kind]))
        asked = report.asked
        parts.append(self._say("report-not-asked") if asked is None else self._say("report-asked", days=asked))
        return " · ".join(parts)

    def _editing(self, report: Report) -> str:
        revision = report.now.revision
        assert revision is not None
        scores = {"before": whole(revision.before), "after": whole(revision.after)}
        parts = [self._say("report-edited", count=revision.drafts, **scores)]
        if revision.fixed:
            parts.append(self._say("report-fixed", titles=self.titles(rule for rule, _ in revision.fixed[:2])))
        return " · ".join(parts)

    def titles(self, rules: Iterator[str]) -> str:
        return ", ".join(self._say("quoted", text=self.title(rule)) for rule in rules)

    def _recurring(self, report: Report) -> str:
        lines = [""]
        for number, found in enumerate(report.recurring, start=1):
            quote = self.example(found)
            text = f"{number}. {self.title(found.id)}, {self._say('report-in-drafts', count=found.drafts)}"
            lines.append(f"{text}: {quote}" if quote else text)
        return "\n".join(lines)

    def _functions(self, report: Report) -> str:
        parts = [f"{cut(function, 30)} {count}" for function, count in report.functions[:5]]
        if report.unnamed:
            parts.append(self._say("report-unnamed", count=report.unnamed))
        return " · ".join(parts)

    def _unfair(self, report: Report) -> str:
        called = report.unfair[:3]
        return ", ".join(self._say("report-called", title=self.title(one.rule), count=one.called) for one in called)

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)


def _safe(text: str) -> str:
    return escape(text, quote=False)
