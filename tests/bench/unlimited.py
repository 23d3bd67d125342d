"""The bot as it is, except that it sends as fast as it can: Telegram's limits would be all that is measured.

Run by `tests.bench.throughput`; the settings come from the environment, as always.
"""

from __future__ import annotations

from functools import partial

from bot import app
from bot.intake.sender import Limits, Sender
from bot.observe.logs import configure
from bot.settings import read_settings
from tests.bench.usage import tell_at_the_end


def main() -> None:
    vars(app)["Sender"] = partial(Sender, limits=Limits(everywhere=0, private=0, group=0))
    settings = read_settings()
    configure(settings.log_level, settings.log_format, settings.secrets())
    with tell_at_the_end():
        app.run(settings)


if __name__ == "__main__":
    main()
