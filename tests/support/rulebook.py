"""Small rule folders for tests: the shipped scoring and networks, and rules written inline."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from bot.engine.inflect import Forms
from bot.engine.loader import Loaded, load

SHIPPED = Path(__file__).parents[2] / "rules"

_FRAME = """\
id: {id}
title: {{en: A title, pl: Tytuł, ru: Заголовок}}
since: "1.0"
dimension: {dimension}
{points}
find: {find}
say: {{en: 'Why {{quote}}', pl: 'Dlaczego {{quote}}', ru: 'Почему {{quote}}'}}
try: {{en: Do it, pl: Zrób to, ru: Сделайте это}}
"""


def rule_text(finding: str, find: str, dimension: str = "clarity", points: str = "points: -4") -> str:
    """A whole rule file around one find, written as YAML flow."""
    return _FRAME.format(id=finding, dimension=dimension, points=points, find=find)


def folder_of(root: Path, files: Mapping[str, str]) -> Path:
    """A folder of rules: the shipped scoring and networks, and these files by their path in it."""
    folder = root / "rules"
    folder.mkdir(exist_ok=True)
    for name in ("scoring.yaml", "networks.yaml"):
        shutil.copy(SHIPPED / name, folder / name)
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def rules_of(root: Path, finds: Mapping[str, str], **files: str) -> Loaded:
    """The loaded rules of finds by id, all in clarity with four points each."""
    texts = {f"clarity/{finding}.yaml": rule_text(finding, find) for finding, find in finds.items()}
    return load(folder_of(root, texts | files), forms=Forms())


_WHOLE = """\
id: {id}
title: {{en: Bread, pl: Chleb, ru: Хлеб}}
since: "1.0"
dimension: clarity
points: {points}
find:
  kind: presence
  any: {{en: [{en}], pl: [{pl}], ru: [{ru}]}}
say: {{en: 'You say “{{quote}}”.', pl: 'Piszesz „{{quote}}”.', ru: 'У вас есть «{{quote}}».'}}
try: {{en: Say what it gives, pl: 'Napisz, co to daje czytelnikowi', ru: 'Скажите, что это даёт читателю'}}
examples:
  - {{lang: en, text: 'We bake our [[{en}]] at night for you.'}}
  - {{lang: en, text: 'We open at seven on every day.', quiet: true}}
  - {{lang: en, before: 'We bake our {en} at night for you.', after: 'We bake all of it at night for you.'}}
  - {{lang: pl, text: 'Pieczemy dla was nasz [[{pl}]] co noc.'}}
  - {{lang: pl, text: 'Otwieramy dla was codziennie o siódmej rano.', quiet: true}}
  - {{lang: pl, before: 'Pieczemy dla was nasz {pl} co noc.', after: 'Pieczemy dla was to wszystko co noc.'}}
  - {{lang: ru, text: 'Мы печём для вас наш [[{ru}]] ночью.'}}
  - {{lang: ru, text: 'Мы открываемся для вас в семь утра.', quiet: true}}
  - {{lang: ru, before: 'Мы печём для вас наш {ru} ночью.', after: 'Мы печём для вас всё это ночью.'}}
"""


def whole_rule(
    finding: str = "bread", *, en: str = "bread", pl: str = "chleb", ru: str = "хлеб", points: int = -4
) -> str:
    """A rule file with all that `check`, `test` and `prove` ask for."""
    return _WHOLE.format(id=finding, en=en, pl=pl, ru=ru, points=points)
