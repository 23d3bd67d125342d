"""Edited rules into the running bot: read, checked and tried on their own examples before one reference is swapped.

Whatever is wrong with an edit, the rules that judge now stay, and the owners are told once.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from watchfiles import Change, awatch

from bot.engine.check import steps
from bot.engine.examples import Failure, run_examples
from bot.engine.loader import LOCK, Loaded, load
from bot.engine.model import LANGUAGES, Language
from bot.errors import RulesError
from bot.render.catalogue import say
from bot.review import RuleSource

log = logging.getLogger(__name__)

MOST_TOLD = 6
"""Mistakes in one message; the log has all."""
TRY_AGAIN = 5.0
"""Seconds until a folder that can't be watched is tried again."""

Tell = Callable[[str], Awaitable[None]]
"""Tells the owners something, as Telegram's HTML."""


@dataclass(frozen=True, slots=True)
class Examined:
    """An edited set of rules and what is wrong with it; without rules where nothing could be read."""

    loaded: Loaded | None
    problems: tuple[str, ...]


@dataclass(slots=True)
class Reload:
    """Follows the rule folders and keeps the rules that judge up to date."""

    source: RuleSource
    running: Loaded
    folder: Path
    extra: Path | None
    tell: Tell
    language: Language = "en"
    debounce: int = 1000
    """Milliseconds of quiet after an edit: editors and git write several files."""
    _told: tuple[str, ...] = field(default=())

    async def run(self) -> None:
        """Watches until it is cancelled."""
        folders = [path for path in (self.folder, self.extra) if path]
        while True:
            try:
                async for _ in awatch(*folders, watch_filter=concerns_rules, debounce=self.debounce):
                    await self.refresh()
            except OSError as error:
                log.warning("the rules can't be watched (%s); trying again in %s s", error, TRY_AGAIN)
                await asyncio.sleep(TRY_AGAIN)
                await self.refresh()

    async def refresh(self) -> None:
        """Takes the rules in as they are now, or keeps the last good ones."""
        # Compiling and trying takes a second or two: drafts are judged meanwhile.
        examined = await asyncio.to_thread(examine, self.folder, self.extra, self.running)
        if examined.problems:
            await self._keep(examined.problems)
        elif examined.loaded is not None and examined.loaded.rules.version != self.running.rules.version:
            self.source.current = examined.loaded.rules
            self.running, self._told = examined.loaded, ()
            version = examined.loaded.rules.version
            log.info("the rules are now %s (%s)", version.version, version.hash)

    async def _keep(self, problems: tuple[str, ...]) -> None:
        if problems == self._told:
            return
        self._told = problems
        for problem in problems:
            log.error("%s", problem)
        version = self.running.rules.version
        log.error("%d mistakes in the edited rules: the last good ones (%s) stay", len(problems), version.hash)
        await self.tell(letter(problems, version.hash, self.language))


def concerns_rules(change: Change, path: str) -> bool:
    return path.endswith((".yaml", ".yml", LOCK))


def examine(folder: Path, extra: Path | None, running: Loaded) -> Examined:
    """Reads the rules as they are now and looks for mistakes that the running ones don't have. Never raises."""
    try:
        loaded = load(folder, extra)
        if loaded.rules.version == running.rules.version:
            return Examined(loaded, ())
        return Examined(loaded, tuple(_problems(loaded, running)))
    except RulesError as error:
        return Examined(None, tuple(str(error).splitlines()))
    except OSError as error:
        # A file went away between listing and reading; what comes next to the folder is looked at again.
        return Examined(None, (f"{error.filename}: can't be read ({error.strerror}): check that it is still there",))


def _problems(loaded: Loaded, running: Loaded) -> Iterator[str]:
    known = {*running.mistakes}
    fresh = [mistake for mistake in loaded.mistakes if mistake not in known]
    if fresh:
        yield from map(str, fresh)
        return
    changed = changed_parts(loaded, running)
    for step in steps(loaded):
        if step.name in changed:
            yield from map(str, step.look())
    rules = {rule.id for rule in loaded.rules.rules}
    # A list, the scoring or a network may change what any rule does.
    tried = changed if changed and changed <= rules else rules
    failures = list(run_examples(loaded, tried))
    before = (
        {_kind(failure) for failure in run_examples(running, tried & set(running.documents))} if failures else set()
    )
    for failure in failures:
        if _kind(failure) not in before:
            yield f"{failure.place}: {failure.rule}: this example fails ({failure.what}): {failure.text[:80]}"


def changed_parts(loaded: Loaded, running: Loaded) -> set[str]:
    """The rules, lists and acts whose files say something else than before."""
    return {
        name
        for name, document in loaded.documents.items()
        if name not in running.documents or running.documents[name].data != document.data
    }


def _kind(failure: Failure) -> tuple[str, str, str]:
    return failure.rule, failure.what, failure.text


def letter(problems: tuple[str, ...], version: str, language: Language = "en") -> str:
    """What the owners are told, as Telegram's HTML."""
    assert language in LANGUAGES
    head = say(language, "rules-kept", count=len(problems), version=version)
    lines = [escape(problem[:400], quote=False) for problem in problems[:MOST_TOLD]]
    if len(problems) > MOST_TOLD:
        lines.append(say(language, "rules-kept-more", count=len(problems) - MOST_TOLD))
    return escape(head, quote=False) + "\n\n" + "\n\n".join(f"<code>{line}</code>" for line in lines)
