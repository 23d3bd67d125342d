"""Reviews as small as a test needs them, without the engine."""

from __future__ import annotations

from bot.engine.model import Band, Card, Draft, Finding, Language, NoScore, Review, RuleVersion, Tests


def finding(id_: str, points: int = -6, quote: str = "") -> Finding:
    words: dict[Language, str] = {"en": id_, "pl": id_, "ru": id_}
    return Finding(
        card=Card(id_, words, words, words, None),
        sign="-" if points < 0 else "+",
        dimension="promotion",
        points=points,
        reason=0,
        clear=True,
        spans=((0, len(quote)),) if quote else (),
        quotes=(quote,) if quote else (),
        slots={},
    )


def review(
    draft: Draft, score: int | None = 50, *found: Finding, no_score: NoScore | None = None, version: str = "1.0"
) -> Review:
    return Review(
        draft=draft,
        language="en",
        sure=0.9,
        score=score,
        no_score=no_score,
        band=None if score is None else band(score),
        raw=score or 0,
        lines=(),
        brake=None,
        act=None if score is None else "tell",
        confidence="medium",
        near_edge=False,
        findings=found,
        tests=Tests(None, False, 0, 1, "empty-broadcast"),
        takeaway=None,
        left=(),
        fixes=(),
        rules=RuleVersion(version, "0" * 16),
    )


def band(score: int) -> Band:
    return "weak" if score < 40 else "mixed" if score < 70 else "strong"
