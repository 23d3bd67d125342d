"""What `/team` shows: where the drafts go, who is in the team, and what each of them may do there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.engine.model import Language
from bot.handlers.screen import Button, Screen, pairs, safe
from bot.render.catalogue import say
from bot.render.wording import cut
from bot.store.teams import LEAD, PRIVATE, Invitation, Membership

LABEL = 40
# More fit into no message; a team of that size has its leads elsewhere.
MOST_SHOWN = 40


def places(language: Language, mine: Sequence[Membership], current: Membership) -> Screen:
    """Where the person's drafts may go, and where they go now."""
    rows = tuple(
        (
            (
                f"{'● ' if place.workspace == current.workspace else ''}{named(place, language)}",
                f"t:{place.workspace}:use",
            ),
        )
        for place in mine
    )
    new = ((say(language, "team-make"), "t:m"),)
    words = "team-places" if len(mine) > 1 else "team-none"
    return Screen(safe(say(language, words)), (*(rows if len(mine) > 1 else ()), new))


def named(place: Membership, language: Language) -> str:
    return say(language, "team-private") if place.kind == PRIVATE else cut(place.team, LABEL)


def team(language: Language, me: Membership, everybody: Sequence[Membership], *, links: int, current: bool) -> Screen:
    head = f"<b>{safe(me.team)}</b>" + (f" · {safe(say(language, 'team-current'))}" if current else "")
    shown = [line(language, one, number, me) for number, one in enumerate(everybody[:MOST_SHOWN], start=1)]
    if len(everybody) > MOST_SHOWN:
        shown.append(safe(say(language, "and-more", count=len(everybody) - MOST_SHOWN)))
    return Screen("\n".join((head, "", *shown)), tuple(buttons(language, me, links=links, current=current)))


def line(language: Language, one: Membership, number: int, me: Membership) -> str:
    """A member by the name they agreed to, else as a number, which a lead can open in Telegram."""
    who = safe(one.name or say(language, "team-member-number", number=number))
    if me.leads:
        who = f'<a href="tg://user?id={one.person}">{who}</a>'
    rest = [say(language, f"team-role-{one.role}"), one.function or ""]
    if one.person == me.person:
        rest.append(say(language, "team-you"))
    return f"{number}. {who} · " + " · ".join(safe(part) for part in rest if part)


def buttons(language: Language, me: Membership, *, links: int, current: bool) -> list[tuple[Button, ...]]:
    head = f"t:{me.workspace}"
    rows: list[tuple[Button, ...]] = []
    if not current:
        rows.append(((say(language, "team-use"), f"{head}:use"),))
    if me.leads:
        rows.append(
            ((say(language, "team-invite"), f"{head}:inv:m"), (say(language, "team-invite-lead"), f"{head}:inv:l"))
        )
        if links:
            rows.append(((say(language, "team-withdraw", count=links), f"{head}:wd"),))
        rows.append(((say(language, "team-manage"), f"{head}:who"), (say(language, "team-rename"), f"{head}:ren")))
    naming = ("team-hide-name", "n") if me.name else ("team-show-name", "y")
    rows.append(
        ((say(language, "team-function"), f"{head}:fn"), (say(language, naming[0]), f"{head}:name:{naming[1]}"))
    )
    rows.append(((say(language, "team-all"), "t:l"), (say(language, "team-leave"), f"{head}:leave")))
    return rows


def choosing(language: Language, me: Membership, everybody: Sequence[Membership]) -> Screen:
    """Whom to give another role, or to remove."""
    options = [
        (one.name or say(language, "team-member-number", number=number), f"t:{me.workspace}:p:{one.person}")
        for number, one in enumerate(everybody[:MOST_SHOWN], start=1)
        if one.person != me.person
    ]
    back = ((say(language, "brand-back"), f"t:{me.workspace}"),)
    words = "team-manage-whom" if options else "team-alone"
    return Screen(safe(say(language, words)), (*pairs(options), back))


def one_member(language: Language, me: Membership, one: Membership, number: int) -> Screen:
    head = f"t:{me.workspace}"
    role = ("team-make-member", "m") if one.role == LEAD else ("team-make-lead", "l")
    rows = (
        (
            (say(language, role[0]), f"{head}:r{role[1]}:{one.person}"),
            (say(language, "team-remove"), f"{head}:x:{one.person}"),
        ),
        ((say(language, "team-hand-over"), f"{head}:h:{one.person}"),),
        ((say(language, "brand-back"), f"{head}:who"),),
    )
    return Screen(line(language, one, number, me), rows)


def sure(language: Language, question: str, yes: str, data: str, back: str) -> Screen:
    return Screen(safe(question), (((yes, data), (say(language, "brand-back"), back)),))


def invitation(language: Language, found: Invitation, token: str) -> Screen:
    """What a link leads to, before anything happens: whose drafts would be seen by whom."""
    words = say(language, f"team-invited-{found.role}", team=found.team)
    return Screen(safe(words), (((say(language, "team-join"), f"t:j:{token}"),),))


def link(language: Language, team_name: str, role: str, address: str, expires: int) -> str:
    """A message that can be passed on as it is."""
    from babel.dates import format_date

    day = format_date(datetime.fromtimestamp(expires / 1000, UTC), format="long", locale=language)
    key = "team-link-lead" if role == LEAD else "team-link-member"
    return safe(say(language, key, team=team_name, link=address, day=day))


def gone(language: Language) -> Screen:
    """Removed, or never in: both look the same."""
    return Screen(safe(say(language, "team-gone")), (((say(language, "team-all"), "t:l"),),))
