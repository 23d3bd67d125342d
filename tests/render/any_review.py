"""Any review that could be, whatever the draft and whatever somebody wrote into the rules."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.engine.model import (
    LANGUAGES,
    NETWORKS,
    Brake,
    Card,
    Draft,
    Finding,
    Fix,
    Line,
    Review,
    RuleVersion,
    Source,
    Tests,
)
from bot.render.answer import Previous
from tests.support.words import ANY_TEXT

IDS = st.sampled_from(["pure-promo", "value-guidance", "service-notice", "reason", "brand-new"])
DIMENSIONS = st.sampled_from(["reason-to-follow", "takeaway", "honesty", "brand-new"])
WORDS = st.fixed_dictionaries(dict.fromkeys(LANGUAGES, ANY_TEXT))
CARDS = st.builds(Card, IDS, WORDS, WORDS, WORDS, st.none() | st.builds(Source, ANY_TEXT, ANY_TEXT))
SLOTS = st.dictionaries(
    st.sampled_from(["count", "limit", "found", "missing"]),
    st.integers(0, 99_999) | st.floats(0, 9_999) | ANY_TEXT | WORDS,
    max_size=3,
)
POINTS = st.integers(-30, 30)
FINDINGS = st.builds(
    Finding,
    card=CARDS,
    sign=st.sampled_from(["+", "-", "i"]),
    dimension=DIMENSIONS,
    points=POINTS,
    reason=st.integers(0, 30),
    clear=st.booleans(),
    spans=st.just(()),
    quotes=st.lists(ANY_TEXT, max_size=6).map(tuple),
    slots=SLOTS,
    trial=st.booleans(),
)
LINES = st.builds(
    Line,
    dimension=DIMENSIONS,
    size=st.integers(0, 30),
    start=st.integers(0, 10),
    moves=st.lists(st.tuples(IDS, POINTS), max_size=30).map(tuple),
    value=st.integers(0, 30),
)
BRAKES = st.builds(Brake, IDS, st.floats(0.1, 1.0), st.integers(-100, 0), st.lists(IDS, max_size=3).map(tuple))
PREVIOUS = st.none() | st.builds(
    Previous,
    st.none() | st.integers(0, 100),
    st.lists(FINDINGS | CARDS | IDS, max_size=8).map(tuple),
)


@st.composite
def _reviews(draw: st.DrawFn) -> Review:
    text = draw(ANY_TEXT)
    score = draw(st.none() | st.integers(0, 100))
    edge = st.integers(0, len(text))
    findings = draw(st.lists(FINDINGS, max_size=12))
    fixes = [Fix(finding, draw(st.integers(0, 100)), draw(st.integers(0, 100))) for finding in findings[:5]]
    return Review(
        draft=Draft(text, network=draw(st.sampled_from(NETWORKS))),
        language=draw(st.none() | st.sampled_from(LANGUAGES)),
        sure=0.5,
        score=score,
        no_score=None if score is not None else draw(st.sampled_from(["empty", "too-little", "language"])),
        band=None if score is None else draw(st.sampled_from(["weak", "mixed", "strong"])),
        raw=draw(st.integers(0, 100)),
        lines=tuple(draw(st.lists(LINES, max_size=8))),
        brake=draw(st.none() | BRAKES),
        act=draw(st.sampled_from(["ask", "urge", "tell", "reply"])),
        confidence=draw(st.sampled_from(["low", "medium", "high"])),
        near_edge=draw(st.booleans()),
        findings=tuple(findings),
        tests=Tests(draw(st.none() | IDS), draw(st.booleans()), draw(st.integers(0, 9)), 9, "broadcast"),
        takeaway=draw(st.none() | st.tuples(edge, edge)),
        left=(),
        fixes=tuple(fixes),
        rules=RuleVersion("1.0", "0" * 16),
        notes=("irony",),
    )


REVIEWS = _reviews()
