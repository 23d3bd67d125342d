"""Inflects the words of the rules, so that the words of a draft are only looked up."""

from bot.engine.inflect.faults import (
    BadModel,
    InflectionError,
    Load,
    MissingInflector,
    NotInflected,
    OnlyItself,
)
from bot.engine.inflect.lock import Forms, Inflect, Lemma, Stale, build, made_with, stale
from bot.engine.inflect.paradigm import inflect
from bot.engine.inflect.tags import TAGS

__all__ = [
    "TAGS",
    "BadModel",
    "Forms",
    "Inflect",
    "InflectionError",
    "Lemma",
    "Load",
    "MissingInflector",
    "NotInflected",
    "OnlyItself",
    "Stale",
    "build",
    "inflect",
    "made_with",
    "stale",
]
