"""The score adds up, whatever was found, and keeps the numbers of the design."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.model import Stance
from bot.engine.rule import Scoring
from bot.engine.score import Effect, half_up, score_findings

SCORING = Scoring.model_validate(
    yaml.safe_load((Path(__file__).parents[2] / "rules" / "scoring.yaml").read_text(encoding="utf-8"))
)
DIMENSIONS = [line.id for line in SCORING.dimensions]
BRAKING = sorted({finding for brake in SCORING.brakes for finding in (*brake.any, *brake.none)} - {"reason", "unit"})

effects = st.lists(
    st.builds(
        Effect,
        id=st.sampled_from([*BRAKING, "concrete-detail", "anything", "something"]),
        dimension=st.sampled_from(DIMENSIONS),
        points=st.integers(-30, 30),
        reason=st.sampled_from([0, 0, 0, 8, 16, 26]),
        clear=st.booleans(),
    ),
    max_size=20,
    unique_by=lambda effect: effect.id,
)
stances: st.SearchStrategy[Stance] = st.sampled_from(["broadcast", "balanced", "conversation"])


@given(effects, stances)
def test_the_lines_and_the_brake_add_up_to_the_score(found: list[Effect], stance: Stance) -> None:
    score = score_findings(found, SCORING, stance)
    assert sum(line.value for line in score.lines) == score.raw
    assert score.raw + (score.brake.cost if score.brake else 0) == score.value
    assert 0 <= score.value <= 100


@given(effects, stances)
def test_every_line_is_its_start_and_moves_held_within_its_size(found: list[Effect], stance: Stance) -> None:
    for line in score_findings(found, SCORING, stance).lines:
        total = line.start + sum(points for _, points in line.moves)
        assert line.value == max(0, min(line.size, total))


@given(effects, stances)
def test_the_sizes_are_a_hundred_points_under_every_stance(found: list[Effect], stance: Stance) -> None:
    assert sum(line.size for line in score_findings(found, SCORING, stance).lines) == 100


@given(effects)
def test_a_brake_never_raises_the_score_and_the_strongest_holds(found: list[Effect]) -> None:
    score = score_findings(found, SCORING)
    if score.brake:
        assert score.brake.cost <= 0
        assert score.value == half_up(score.raw * score.brake.factor)


REASON = Effect("value-guidance", "reason-to-follow", 0, 26)
UNITS = Effect("concrete-detail", "takeaway", 20)


@pytest.mark.parametrize(
    ("found", "raw", "value", "brake"),
    [
        # 0 + 0 + 4 + 2 + 2 + 10 + 6 + 4, halved: nothing to follow for
        ([], 28, 14, "nothing-to-follow-for"),
        # 26 + 20 + (4+8) + 2 + 2 + 10 + 6 + 4
        ([REASON, UNITS], 82, 82, None),
        # 8 + 20 + (4+4) + 2 + 2 + 10 + 6 + 4
        ([UNITS], 60, 60, None),
        # a weak reason proves nothing: 16 + 0 + 4 + 24, halved
        ([Effect("value-guidance", "reason-to-follow", 0, 16, clear=False)], 44, 22, "nothing-to-follow-for"),
        # two reasons are worth four more: 30 + 20 + 12 + 2 + 2 + 10 + 6 + 4
        ([REASON, Effect("value-deal", "reason-to-follow", 0, 20), UNITS], 86, 86, None),
        # bait beside a reason: 82 - 8 = 74, x 0.69
        ([REASON, UNITS, Effect("bait-tag", "honesty", -8)], 74, 51, "trust"),
        # bait alone: 60 - 8 = 52, x 0.45 = 23.4
        ([UNITS, Effect("bait-tag", "honesty", -8)], 52, 23, "bait-alone"),
        # pure promotion: promotion falls to 0: 26+20+0+2+2+10+6+4 = 70, x 0.42 = 29.4
        ([REASON, UNITS, Effect("pure-promo", "promotion", -12)], 70, 29, "pure-promo"),
        # with its terms told there is no such brake, and +8 lifts promotion to 8
        (
            [REASON, UNITS, Effect("pure-promo", "promotion", -12), Effect("complete-offer-terms", "promotion", 8)],
            78,
            78,
            None,
        ),
        # of two brakes the stronger: 60 - 10 - 6 = 44, x 0.40 = 17.6
        ([UNITS, Effect("data-grab", "honesty", -10), Effect("shouting", "clarity", -6)], 44, 18, "deception"),
    ],
)
def test_findings_give_the_score_of_the_design(found: list[Effect], raw: int, value: int, brake: str | None) -> None:
    score = score_findings(found, SCORING)
    assert (score.raw, score.value, score.brake.id if score.brake else None) == (raw, value, brake)


def test_a_stance_gives_opening_its_room_and_scales_its_moves() -> None:
    lines = {
        line.dimension: line for line in score_findings([Effect("x", "opening", 6)], SCORING, "conversation").lines
    }
    assert (lines["opening"].size, lines["takeaway"].size) == (12, 16)
    assert (lines["opening"].start, lines["opening"].moves) == (3, (("x", 9),))


@pytest.mark.parametrize(("value", "whole"), [(0.5, 1), (1.5, 2), (2.5, 3), (2.49, 2), (-0.5, 0), (-2.5, -2)])
def test_halves_are_rounded_up(value: float, whole: int) -> None:
    assert half_up(value) == whole
