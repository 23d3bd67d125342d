"""The commands of `python -m bot rules`, joined in the order that `--help` shows."""

from __future__ import annotations

import typer

from bot.cli.rules import check, doc, explain, fit, forms, new, prove, replay, stats, test, time

app = typer.Typer()
app.command("check")(check.check)
app.command("test")(test.run)
app.command("prove")(prove.prove)
app.command("explain")(explain.explain)
app.command("stats")(stats.stats)
app.command("replay")(replay.replay)
app.command("fit")(fit.fit)
app.command("time")(time.time)
app.command("new")(new.new)
app.command("forms")(forms.forms)
app.command("doc")(doc.doc)
