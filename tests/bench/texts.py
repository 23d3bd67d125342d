"""Posts of the lengths that matter: 280 characters, and the 4,096 that Telegram allows."""

from __future__ import annotations

from collections.abc import Mapping

from bot.engine.model import Language

POSTS: Mapping[Language, str] = {
    "en": (
        "Boots that leak in November? Rub candle wax into the seams, warm them with a hair dryer for two minutes and "
        "let them cool: the wax closes the stitches until spring. If a sole has come loose, bring the pair to 5 Mill "
        "Street before Friday, 18:00; gluing takes a day and costs 4 pounds. Which repair should come next? #boots\n\n"
    ),
    "pl": (
        "Buty przemakają w listopadzie? Wetrzyj w szwy wosk ze świecy, podgrzej suszarką przez dwie minuty i zostaw do "
        "ostygnięcia: wosk zamknie szwy aż do wiosny. Jeśli podeszwa się odkleja, przynieś parę na Młyńską 5 do "
        "piątku, do 18:00; klejenie trwa dzień i kosztuje 20 zł. Którą naprawę pokazać za tydzień? #buty\n\n"
    ),
    "ru": (
        "Ботинки промокают в ноябре? Вотрите в швы воск от свечи, прогрейте феном две минуты и дайте остыть: воск "
        "закроет швы до самой весны. Если отошла подошва, принесите пару на Мельничную, 5, до пятницы, до 18:00; "
        "склеить займёт день и стоит 400 рублей. Какой ремонт показать на следующей неделе? #обувь\n\n"
    ),
}


def post(language: Language, length: int) -> str:
    """A post of that many characters, as a real one would go on: paragraph after paragraph."""
    return (POSTS[language] * (length // len(POSTS[language]) + 1))[:length]
