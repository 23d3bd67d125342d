"""`python -m bot rules …`: what a maintainer of the rule files does all day, one file a command.

The commands need the whole engine: they are imported when one of them is named, so that a single score stays quick.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup


class _Late(TyperGroup):
    """A group that knows its commands only once it is asked for them."""

    def list_commands(self, ctx: Any) -> list[str]:
        self._fill()
        return super().list_commands(ctx)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        self._fill()
        return super().get_command(ctx, cmd_name)

    def _fill(self) -> None:
        if not self.commands:
            from bot.cli.rules.commands import app as commands

            group: Any = typer.main.get_command(commands)
            self.commands.update(group.commands)


app = typer.Typer(
    cls=_Late,
    help="Check, test, prove and measure the rule files.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _rules() -> None:
    pass
