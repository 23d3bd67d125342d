"""`/rules` shows what the coach looks for, `/mute` switches a rule off for a brand, unless it protects readers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes, filters

from bot.engine.model import Language
from bot.engine.rule import Rule
from bot.engine.ruleset import RuleSet
from bot.handlers.caller import Caller, caller_of
from bot.handlers.screen import Screen, pairs, safe
from bot.handlers.taps import acknowledge, tap_of
from bot.render.catalogue import name, say
from bot.render.wording import cut, signed, spoken
from bot.review import RuleSource
from bot.store.brands import Brand
from bot.store.outbox import Letter, Outbox
from bot.store.stores import Stores

Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
DATA = re.compile(r"^m:(?:(?P<word>all|mine)|d:(?P<dimension>[a-z-]{1,30})|(?P<verb>[rxu]):(?P<rule>[a-z0-9-]{1,56}))$")
LABEL = 40
# The window of the team's own "not fair here" rate, in milliseconds.
RECENT = 90 * 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class Desk:
    """One person who looks at the rules, for the brand that they write for."""

    stores: Stores
    rules: RuleSet
    caller: Caller
    brand: Brand | None
    muted: frozenset[str]
    now: int

    @property
    def language(self) -> Language:
        return self.caller.language

    @property
    def shown(self) -> list[Rule]:
        return [rule for rule in self.rules.rules if rule.status in ("stable", "trial")]

    def dimensions(self) -> Screen:
        """Where to look."""
        known = list(dict.fromkeys(rule.dimension for rule in self.shown))
        buttons = [
            (name(self.language, "dimension", dimension).capitalize(), f"m:d:{dimension}") for dimension in known
        ]
        mine = (((say(self.language, "rules-muted", count=len(self.muted)), "m:mine"),),) if self.muted else ()
        return Screen(say(self.language, "rules", count=len(self.shown)), (*pairs(buttons), *mine))

    def dimension(self, wanted: str) -> Screen:
        found = [rule for rule in self.shown if rule.dimension == wanted]
        if not found:
            return self.dimensions()
        return Screen(f"<b>{safe(name(self.language, 'dimension', wanted).capitalize())}</b>", self._listed(found))

    def mine(self) -> Screen:
        """What the brand muted."""
        found = [rule for rule in self.shown if rule.id in self.muted]
        if self.brand is None:
            return Screen(say(self.language, "mute-no-brand" if self.caller.place.leads else "brand-none-member"))
        if not found:
            return Screen(say(self.language, "mute-none", brand=self.brand.name), (self._all(),))
        return Screen(say(self.language, "mute-list", brand=self.brand.name), self._listed(found))

    async def rule(self, rule: Rule) -> Screen:
        """One rule: what it moves, why, what to do instead, and how often this team found it unfair."""
        lines = [
            f"<b>{safe(spoken(rule.title, self.language))}</b> <code>{rule.id}</code>",
            safe(f"{name(self.language, 'dimension', rule.dimension)} · {_worth(rule, self.language)}"),
            safe(_open(spoken(rule.say, self.language))),
            f"→ {safe(_open(spoken(rule.change, self.language)))}",
        ]
        if rule.source is not None:
            source = rule.source.source()
            essay = name(self.language, "essay", source.essay)
            lines.append(safe(say(self.language, "why-source", essay=essay, note=spoken(source.note, self.language))))
        counts = await self.stores.mutes.unfair_counts(self.caller.workspace, self.now - RECENT, self.now + 1)
        if rule.id in counts:
            lines.append(safe(say(self.language, "rule-unfair", count=counts[rule.id])))
        if rule.id in self.protected:
            lines.append(safe(say(self.language, "mute-protected")))
        return Screen("\n\n".join(lines), self._rule_buttons(rule))

    @property
    def protected(self) -> frozenset[str]:
        return frozenset(self.rules.scoring.named.protected)

    def _rule_buttons(self, rule: Rule) -> tuple[tuple[tuple[str, str], ...], ...]:
        rows: list[tuple[tuple[str, str], ...]] = []
        if self.brand is not None and self.caller.place.leads and rule.id not in self.protected:
            key, verb = ("mute-undo", "u") if rule.id in self.muted else ("mute-do", "x")
            rows.append(((say(self.language, key, brand=cut(self.brand.name, LABEL)), f"m:{verb}:{rule.id}"),))
        rows.append(((say(self.language, "rules-back"), f"m:d:{rule.dimension}"), self._all()[0]))
        return tuple(rows)

    def _listed(self, rules: Sequence[Rule]) -> tuple[tuple[tuple[str, str], ...], ...]:
        rows = tuple((((_label(rule, self.muted, self.language)), f"m:r:{rule.id}"),) for rule in rules)
        return (*rows, self._all())

    def _all(self) -> tuple[tuple[str, str], ...]:
        return ((say(self.language, "rules-all"), "m:all"),)


def handlers(source: RuleSource, outbox: Outbox, stores: Stores) -> list[BaseHandler[Any, Any, Any]]:
    async def desk_of(caller: Caller) -> Desk:
        brand = await stores.brands.current(caller.workspace, caller.person)
        muted = frozenset[str]() if brand is None else await stores.mutes.of(caller.workspace, brand.id)
        return Desk(stores, source.current, caller, brand, muted, outbox.now())

    async def on_rules(update: Update, context: Context) -> None:
        await answer(update, context, lambda desk: desk.dimensions())

    async def on_mute(update: Update, context: Context) -> None:
        await answer(update, context, lambda desk: desk.mine())

    async def answer(update: Update, context: Context, start: Any) -> None:
        caller = await caller_of(update, stores)
        if caller is None:
            return
        desk = await desk_of(caller)
        wanted = " ".join(context.args or ())
        rule = meant(desk, wanted)
        screen = start(desk) if not wanted else await desk.rule(rule) if rule else unknown(desk, wanted)
        await outbox.answer(update.update_id, Letter(caller.chat, screen.html, screen.buttons))

    async def on_tap(update: Update, _: Context) -> None:
        tap, caller = tap_of(update), await caller_of(update, stores)
        found = DATA.match(tap.data) if tap is not None else None
        if tap is None or caller is None or found is None:
            await acknowledge(update)
            return
        screen = await tapped(await desk_of(caller), found.groupdict(), desk_of)
        if screen.html:
            letter = Letter(caller.chat, screen.html, screen.buttons, edits=tap.message)
            await outbox.answer(update.update_id, letter)
        await acknowledge(update, screen.hint)

    return [
        CommandHandler("rules", on_rules, PRIVATE),
        CommandHandler("mute", on_mute, PRIVATE),
        CallbackQueryHandler(on_tap, pattern=r"^m:"),
    ]


async def tapped(desk: Desk, data: dict[str, str | None], anew: Any) -> Screen:
    if data["word"]:
        return desk.dimensions() if data["word"] == "all" else desk.mine()
    if data["dimension"]:
        return desk.dimension(data["dimension"])
    rule = next((rule for rule in desk.shown if rule.id == data["rule"]), None)
    if rule is None:
        return Screen(hint=say(desk.language, "rule-gone"))
    if data["verb"] == "r":
        return await desk.rule(rule)
    if not desk.caller.place.leads:
        return Screen(hint=say(desk.language, "leads-only"))
    if desk.brand is None or rule.id in desk.protected:
        return Screen(hint=say(desk.language, "mute-no-brand" if desk.brand is None else "mute-protected"))
    change = desk.stores.mutes.mute if data["verb"] == "x" else desk.stores.mutes.unmute
    await change(desk.caller.workspace, desk.brand.id, rule.id)
    fresh: Desk = await anew(desk.caller)
    return await fresh.rule(rule)


def meant(desk: Desk, wanted: str) -> Rule | None:
    """The rule with this id or title, in any language and any capitals."""
    plain = wanted.casefold().strip()
    for rule in desk.shown:
        if plain in {rule.id, rule.id.replace("-", " "), *(title.casefold() for title in rule.title.values())}:
            return rule
    return None


def unknown(desk: Desk, wanted: str) -> Screen:
    start = desk.dimensions()
    return Screen(f"{safe(say(desk.language, 'rule-unknown', name=cut(wanted, LABEL)))}\n\n{start.html}", start.buttons)


def _label(rule: Rule, muted: frozenset[str], language: Language) -> str:
    mark = "🔇" if rule.id in muted else "✓" if rule.sign == "+" else "−" if rule.sign == "-" else "·"
    return f"{mark} {cut(spoken(rule.title, language), LABEL)}"


def _worth(rule: Rule, language: Language) -> str:
    return say(language, "doc-worth", points=signed(rule.points or rule.reason))


def _open(text: str) -> str:
    """A sentence of a rule with its slots still open."""
    return re.sub(r"\{[a-z][a-z0-9_-]*\}", "…", text)
