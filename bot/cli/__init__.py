"""The command line: one file a command, joined here in the order that `--help` shows.

A command imports what is heavy inside its function, so that `--help` and a single score stay quick.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from bot import __version__
from bot.cli import audit, backup, chat, export, migrate, quarantine, report, rules, run, score
from bot.errors import BotError, SettingsError, UsageError

WRONG_USE = (SettingsError, UsageError)

app = typer.Typer(
    name="whyfollow",
    help="Reads a brand's draft post as a follower who never buys, and says what to change.",
    epilog="Exit codes: 0 fine, 1 found something or failed, 2 wrong use.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    # A traceback with local variables would print the draft.
    pretty_exceptions_enable=False,
)
app.command("run")(run.run)
app.command("chat")(chat.chat)
app.command("score")(score.score)
app.command("audit")(audit.audit)
app.add_typer(rules.app, name="rules")
app.command("report")(report.report)
app.command("export")(export.export)
app.command("backup")(backup.backup)
app.command("migrate")(migrate.migrate)
app.add_typer(quarantine.app, name="quarantine")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"whyfollow {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Runs one command; an error that a person can act on becomes its message and an exit code."""
    try:
        app()
    except BotError as error:
        print(error, file=sys.stderr)
        sys.exit(2 if isinstance(error, WRONG_USE) else 1)
    except BrokenPipeError:
        # The reader went away (`… | head`). Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
