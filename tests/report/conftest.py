"""The same database and clock as the store's tests have, and rules that find nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.engine.ruleset import RuleSet
from tests.store.conftest import clock, database
from tests.support.rulebook import rules_of

__all__ = ["clock", "database"]


@pytest.fixture(scope="session")
def no_rules(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], RuleSet]:
    rules = rules_of(tmp_path_factory.mktemp("none"), {}).rules
    return lambda: rules
