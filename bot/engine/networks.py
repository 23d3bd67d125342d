"""What is customary on each network: limits, folds, comfortable lengths, hashtags and emoji (`rules/networks.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.engine.model import NETWORKS, Network


@dataclass(frozen=True, slots=True)
class Profile:
    """One network's habits; lengths in characters as the network counts them."""

    name: Network
    hard_limit: int
    caption_limit: int
    """The limit beside a picture; the hard limit where the network has no other."""
    fold: int | None
    """What shows before "more"; None where nothing is folded."""
    comfortable: tuple[int, int]
    hashtags_fine: int
    hashtags_many: int
    """From this number on they are too many."""
    emoji_norm: int
    link_length: int | None
    """What every link counts; None where a link counts as long as it is."""
    links_clickable: bool

    def beside(self, picture: bool) -> Profile:
        """The same habits with the limit that holds beside a picture, if there is one."""
        return replace(self, hard_limit=self.caption_limit) if picture else self


_KEYS = {"hard_limit", "caption_limit", "fold", "comfortable", "hashtags", "emoji", "link_length", "links"}
_NEEDED = ("hard_limit", "comfortable", "hashtags", "emoji")


def read_profiles(data: object) -> Mapping[Network, Profile]:
    """Profiles of all eight networks from the content of `networks.yaml`.

    Raises:
        ValueError: with every mistake in one message, each telling what to do.
    """
    networks = data.get("networks") if isinstance(data, Mapping) else None
    if not isinstance(networks, Mapping):
        raise ValueError('"networks" is missing: list the eight networks under it, as in the shipped file')
    mistakes = [
        f'unknown network "{name}"; there are {", ".join(NETWORKS)}' for name in networks if name not in NETWORKS
    ]
    for name in NETWORKS:
        mistakes += [f"{name}: {mistake}" for mistake in _mistakes(networks.get(name))]
    if mistakes:
        raise ValueError("; ".join(mistakes))
    return {name: _profile(name, networks[name]) for name in NETWORKS}


def _mistakes(entry: Any) -> list[str]:
    if not isinstance(entry, Mapping):
        return ["has no profile: copy it from the shipped file"]
    found = [f'unknown key "{key}"; known are {", ".join(sorted(_KEYS))}' for key in entry if key not in _KEYS]
    found += [f'"{key}" is missing' for key in _NEEDED if key not in entry]
    whole = ("hard_limit", "caption_limit", "fold", "emoji", "link_length")
    found += [f'"{key}" must be a whole number above 0' for key in whole if key in entry and not _is_count(entry[key])]
    if "comfortable" in entry and not _is_range(entry["comfortable"]):
        found.append('"comfortable" must be two whole numbers, the lower one first: [70, 240]')
    if "hashtags" in entry and not _is_hashtags(entry["hashtags"]):
        found.append('"hashtags" must be two numbers: {fine: 1, too_many: 3}')
    if entry.get("links", "clickable") not in ("clickable", "not-clickable"):
        found.append('"links" must be clickable or not-clickable')
    return found


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _is_range(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_count, value)) and value[0] < value[1]


def _is_hashtags(value: object) -> bool:
    if not isinstance(value, Mapping) or set(value) != {"fine", "too_many"}:
        return False
    return all(map(_is_count, value.values())) and value["fine"] < value["too_many"]


def _profile(name: Network, entry: Mapping[str, Any]) -> Profile:
    return Profile(
        name=name,
        hard_limit=entry["hard_limit"],
        caption_limit=entry.get("caption_limit", entry["hard_limit"]),
        fold=entry.get("fold"),
        comfortable=(entry["comfortable"][0], entry["comfortable"][1]),
        hashtags_fine=entry["hashtags"]["fine"],
        hashtags_many=entry["hashtags"]["too_many"],
        emoji_norm=entry["emoji"],
        link_length=entry.get("link_length"),
        links_clickable=entry.get("links", "clickable") == "clickable",
    )
