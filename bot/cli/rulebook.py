"""The rules that a command judges with, read as the settings say."""

from __future__ import annotations

import sys
from functools import partial

from bot.cli.records import Judge
from bot.engine.judge import judge
from bot.engine.loader import load
from bot.engine.ruleset import RuleSet
from bot.settings import read_settings


def judging() -> Judge:
    """Judges by all rules that can be used; mistakes in the others go to standard error."""
    return partial(judge, rules=rule_set())


def rule_set() -> RuleSet:
    """All rules that can be used; mistakes in the others go to standard error."""
    settings = read_settings()
    loaded = load(settings.rules_dir, settings.rules_extra)
    for mistake in loaded.mistakes:
        print(mistake, file=sys.stderr)
    return loaded.rules
