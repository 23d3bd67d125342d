"""A month of 60 drafts, made by a pattern that is simple enough to count by hand.

Four weeks from Monday 2 November 2026, W45 to W48 in Warsaw, 15 drafts each. Of draft j (0 to 14) in week w (0 to 3):

- its day is j % 7, so Monday has 0, 7 and 14, Tuesday 1 and 8, … Sunday 6 and 13;
- its score is 30 + 10 w + 2 j: a week's mean is that of j = 7, 44 + 10 w;
- 0, 3, 6, 9 and 12 were edited and gained 12: "shouting" went, and from 0, 6 and 12 "bait-vote" as well;
- 0, 1, 2 and 7 guide, 8 is a deal, 9 is a genuine question that answers followers: 6 of 15 give a reason,
  on Monday, Tuesday and Wednesday only;
- 10 to 14 sell and nothing else ("pure-promo"), 10 and 11 ask a hollow question, 13 is a notice;
- acts go round: ask 0 4 8 12, urge 1 5 9 13, tell 2 6 10 14, reply 3 7 11;
- even ones are for brand 1, which promised guidance and conversation, odd ones for brand 2, which promised nothing;
- authors go round: 100 from the workshop, 101 from the shop, 102 who named no function.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.report.calendar import Weeks
from bot.report.week import ACTS, Material
from bot.store.brands import BrandSettings
from bot.store.journal import Drafted, Found, Judged

ZONE = "Europe/Warsaw"
MONDAY = date(2026, 11, 2)
MONTH = Weeks(MONDAY, ZONE, 4)
LAST_WEEK = Weeks(date(2026, 11, 23), ZONE)

KINDS = {
    "support": ("value-support", "service-notice"),
    "deal": ("value-deal",),
    "exclusive": ("value-exclusive",),
    "guidance": ("value-guidance",),
    "entertainment": ("value-entertainment",),
    "conversation": ("genuine-question", "listening-signal"),
}

DIMENSIONS = {
    "shouting": ("clarity", -6),
    "bait-vote": ("honesty", -8),
    "pure-promo": ("promotion", -12),
    "hollow-question": ("opening", -6),
}


def reason(id_: str) -> Found:
    return Found(id_, "+", "reason-to-follow", 0, proven=True)


def weakness(id_: str) -> Found:
    dimension, points = DIMENSIONS[id_]
    return Found(id_, "-", dimension, points, proven=False, spans=((0, 4),))


def found_in(j: int) -> tuple[Found, ...]:
    reasons = {
        **dict.fromkeys((0, 1, 2, 7), ("value-guidance",)),
        8: ("value-deal",),
        9: ("genuine-question", "listening-signal"),
    }
    weak = [*(["pure-promo"] if j >= 10 else []), *(["hollow-question"] if j in (10, 11) else [])]
    notice = (Found("service-notice", "+", "opening", 6, proven=False),) if j == 13 else ()
    return (*map(reason, reasons.get(j, ())), *map(weakness, weak), *notice)


def drafted(w: int, j: int) -> Drafted:
    day = MONDAY + timedelta(days=7 * w + j % 7)
    at = int(datetime(day.year, day.month, day.day, 8 + j // 7, tzinfo=ZoneInfo(ZONE)).timestamp() * 1000)
    score, found = 30 + 10 * w + 2 * j, found_in(j)
    text = f"SALE number {w}-{j}, come and see."
    last = Judged(at, text, "en", score, ACTS[j % 4], 1.0 if j >= 10 else 0.0, found)
    edited = j % 3 == 0
    fixed = ("shouting", "bait-vote") if j % 6 == 0 else ("shouting",)
    first = Judged(at, text.upper(), "en", score - 12, last.act, last.promo, (*found, *map(weakness, fixed)))
    return Drafted(
        id=15 * w + j,
        created=at,
        brand=1 if j % 2 == 0 else 2,
        author=100 + j % 3,
        first=first if edited else last,
        last=last,
        versions=2 if edited else 1,
        seen=frozenset(one.id for one in (first if edited else last).found),
    )


def month() -> Material:
    asked = int(datetime(2026, 11, 19, 12, tzinfo=ZoneInfo(ZONE)).timestamp() * 1000)
    return Material(
        drafts=[drafted(w, j) for w in range(4) for j in range(15)],
        brands={1: BrandSettings(promise=("guidance", "conversation"), asked=True, asked_at=asked), 2: BrandSettings()},
        notes={"heard": 3, "idea": 1, "result": 2},
        functions={100: "workshop", 101: "shop"},
        names={101: "Marek"},
        unfair={"shouting": 2, "pure-promo": 1},
    )
