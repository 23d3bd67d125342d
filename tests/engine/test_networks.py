"""The networks' habits come from `rules/networks.yaml`, and a mistake there says what to do."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.engine.model import NETWORKS
from bot.engine.networks import read_profiles

SHIPPED: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "rules" / "networks.yaml").read_text(encoding="utf-8")
)


def test_all_eight_networks_have_a_dated_profile() -> None:
    profiles = read_profiles(SHIPPED)
    assert tuple(profiles) == NETWORKS
    assert SHIPPED["reviewed"] == "2026-11"
    assert profiles["x"].link_length == 23
    assert profiles["x"].fold is None
    assert profiles["telegram"].caption_limit == 1024
    assert profiles["facebook"].caption_limit == profiles["facebook"].hard_limit == 63206
    assert not profiles["instagram"].links_clickable


def test_a_picture_makes_a_telegram_post_a_caption_with_a_limit_of_its_own() -> None:
    telegram, vk = read_profiles(SHIPPED)["telegram"], read_profiles(SHIPPED)["vk"]
    assert [telegram.beside(picture).hard_limit for picture in (False, True)] == [4096, 1024]
    assert vk.beside(True) == vk


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("x",), None, "x: has no profile"),
        (("myspace",), {}, 'unknown network "myspace"'),
        (("x", "hard_limt"), 5, 'x: unknown key "hard_limt"'),
        (("x", "hard_limit"), -5, '"hard_limit" must be a whole number'),
        (("x", "fold"), True, '"fold" must be a whole number'),
        (("x", "comfortable"), [300, 70], "the lower one first"),
        (("x", "hashtags"), {"fine": 3, "too_many": 1}, '"hashtags" must be two numbers'),
        (("x", "hashtags"), 3, '"hashtags" must be two numbers'),
        (("x", "links"), "maybe", '"links" must be clickable or not-clickable'),
    ],
)
def test_a_mistake_says_where_and_what_to_do(path: tuple[str, ...], value: object, told: str) -> None:
    data = deepcopy(SHIPPED)
    place = data["networks"]
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(ValueError, match=told):
        read_profiles(data)


def test_all_mistakes_are_told_at_once() -> None:
    data = deepcopy(SHIPPED)
    del data["networks"]["x"]["emoji"]
    del data["networks"]["vk"]["comfortable"]
    with pytest.raises(ValueError, match='x: "emoji" is missing; vk: "comfortable" is missing'):
        read_profiles(data)


@pytest.mark.parametrize("data", [None, [], {}, {"networks": 5}])
def test_a_file_without_networks_is_told_what_is_missing(data: object) -> None:
    with pytest.raises(ValueError, match='"networks" is missing'):
        read_profiles(data)
