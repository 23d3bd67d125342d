"""The rules that a command judges with, read as the settings say."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from bot.cli.records import Judge
from bot.engine.judge import judge
from bot.engine.kept import kept_or_loaded
from bot.engine.ruleset import RuleSet
from bot.settings import read_settings


def judging() -> Judge:
    """Judges by all rules that can be used; mistakes in the others go to standard error."""
    return partial(judge, rules=rule_set())


def rule_set() -> RuleSet:
    """All rules that can be used; mistakes in the others go to standard error."""
    settings = read_settings()
    cache = cache_folder()
    if cache is None:
        from bot.engine.loader import load

        loaded = load(settings.rules_dir, settings.rules_extra)
        rules, mistakes = loaded.rules, loaded.mistakes
    else:
        rules, mistakes = kept_or_loaded(settings.rules_dir, settings.rules_extra, cache)
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
    return rules


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where this user's programs keep what they can make anew; None for a user without a home."""
    cache = environment.get("XDG_CACHE_HOME") or (environment.get("HOME") and f"{environment['HOME']}/.cache")
    return Path(cache) / "whyfollow" if cache else None
