"""`python -m bot audit FILE`: what published posts gave to people who never buy, without Telegram and a database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import NetworkOption, ReaderOption, reader_language
from bot.engine.model import Brand
from bot.errors import UsageError


def audit(
    file: Annotated[
        Path, typer.Argument(help="Telegram's export (result.json), a .csv table or a .txt file of posts.")
    ],
    picture: Annotated[Path | None, typer.Option("--picture", "-p", help="A new PNG file with the picture.")] = None,
    brand: Annotated[str, typer.Option("--brand", "-b", help="The brand's name.")] = "",
    network: NetworkOption = "telegram",
    reader: ReaderOption = None,
) -> None:
    """Judge published posts: how many gave a reason to stay, how many sold, the best and the weakest."""
    from bot.cli.rulebook import rule_set
    from bot.render.catalogue import say
    from bot.render.telegram import plain
    from bot.report.audit import audit as count
    from bot.report.audit_words import caption
    from bot.report.auditor import drawn, judge_all
    from bot.report.published import UnreadableFileError, posts_in
    from bot.report.reporter import kinds_of
    from bot.store.brands import BrandSettings

    language = reader or reader_language()
    if picture is not None and picture.exists():
        raise UsageError(f"{picture} exists already; name a new file")
    try:
        posts = posts_in(file.name, file.read_bytes())
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from error
    except UnreadableFileError as error:
        raise UsageError(f"{file}: {say(language, error.key, **error.values)}") from error
    rules, settings = rule_set(), BrandSettings()
    name = brand or file.stem
    found = count(judge_all(posts, rules, Brand(name), network), (), settings.promo_limit, kinds_of(rules))
    print(plain(caption(found, name, language, feed=False)))
    if picture is not None:
        picture.write_bytes(drawn(found, name, language))
        print(f"\n{picture}")
