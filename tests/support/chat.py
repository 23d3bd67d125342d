"""A person who talks to the bot in a chat, and sees what a person sees."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.app import House, Terms, join
from bot.engine.model import Draft, Review
from bot.handlers.door import Access
from bot.intake.polling import Polling
from bot.review import Reviewer
from bot.store import pieces
from bot.store.connection import Database, open_database
from bot.store.history import History
from tests.support.bot_api import BOT, BotApi, Sent
from tests.support.clock import HandClock
from tests.support.fake_telegram import FakeTelegram, bot_at
from tests.support.updates import AT, person

Judge = Callable[[Draft], Review]


@dataclass(frozen=True, slots=True)
class Scripted(Reviewer):
    """Gives the scores that a test wants; everything else is the real one."""

    script: Judge

    def judge(self, draft: Draft) -> Review:
        return self.script(draft)


@dataclass
class Bot:
    """The real parts of the bot on a strict Telegram, stepped by hand: nothing runs in the background."""

    api: BotApi
    house: House
    polling: Polling
    database: Database
    clock: HandClock
    line: FakeTelegram
    judged: list[Draft] = field(default_factory=list)

    async def settle(self) -> None:
        """Until every update is handled and every answer sent."""
        await self.polling.fetch()
        await self.work()
        # Time enough for the pieces of a paste or of an album.
        self.clock.forward(seconds=pieces.WAIT / 1000)
        await self.work()
        for _ in range(1_000):
            seconds = await self.house.sender.step()
            if not await self.house.outbox.waiting():
                return
            self.clock.forward(seconds=seconds)
        raise AssertionError("answers are stuck")

    async def work(self) -> None:
        while rows := await self.house.worker.claim(10):
            for row in rows:
                await self.house.worker.work(row)


@dataclass
class Chat:
    """One person in one chat."""

    bot: Bot
    id: int = 7
    language: str = "en"
    type: str = "private"
    author: int = 7

    async def send(self, text: str | None = None, **content: Any) -> int:
        """Send a message; says its number, by which it can be edited."""
        number = self.bot.api.number(self.id)
        await self.deliver("message", number, text, **content)
        return number

    async def edit(self, text: str | None = None, *, number: int | None = None, **content: Any) -> None:
        """Change a message, by default the last one."""
        mine = [known for known in self.bot.api.messages[self.id] if not self.sent_by_bot(known)]
        await self.deliver("edited_message", number or mine[-1], text, edit_date=AT + 60, **content)

    async def tap(self, label: str) -> None:
        """Press the button with this label under the newest message that has it."""
        for message in reversed(self.answers):
            for button in (button for row in message.buttons for button in row):
                if button["text"] == label:
                    await self.press(message.number, button["callback_data"])
                    return
        raise AssertionError(f"no button {label!r} among {[message.buttons for message in self.answers]}")

    async def press(self, number: int, data: str) -> None:
        query = {
            "id": str(len(self.bot.api.taps) + 1),
            "from": person(self.author, self.language),
            "chat_instance": "1",
            "data": data,
            "message": {"message_id": number, "date": AT, "chat": self.chat, "from": BOT, "text": "…"},
        }
        self.bot.api.push(callback_query=query)
        await self.bot.settle()

    async def deliver(self, kind: str, number: int, text: str | None, **content: Any) -> None:
        message: dict[str, Any] = {
            "message_id": number,
            "date": AT,
            "chat": self.chat,
            "from": person(self.author, self.language),
            **({} if text is None else {"text": text}),
            **content,
        }
        if text is not None and text.startswith("/") and "entities" not in content:
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        self.bot.api.push(**{kind: message})
        await self.bot.settle()

    @property
    def chat(self) -> dict[str, Any]:
        name = {"first_name": "Ola"} if self.type == "private" else {"title": "Team"}
        return {"id": self.id, "type": self.type, **name}

    def sent_by_bot(self, number: int) -> bool:
        return any(message.number == number for message in self.answers)

    @property
    def answers(self) -> list[Sent]:
        return [message for message in self.bot.api.sent if message.chat == self.id]

    @property
    def texts(self) -> list[str]:
        """What the bot's messages say now."""
        return [message.text for message in self.answers]

    @property
    def headlines(self) -> list[str]:
        """The first line of everything the bot said, the earlier texts of an edited message included."""
        return [text.split("\n")[0] for message in self.answers for text in message.texts]


@asynccontextmanager
async def open_bot(
    folder: Path,
    script: Judge,
    rules: Any,
    *,
    access: Access = "open",
    owners: tuple[int, ...] = (),
    url: str | None = None,
) -> AsyncIterator[Bot]:
    """The bot on a database of its own, by default a file in this folder, with a script for its scores."""
    clock, judged = HandClock(), list[Draft]()

    def judge(draft: Draft) -> Review:
        judged.append(draft)
        return script(draft)

    async with open_database(url or f"sqlite+aiosqlite:///{folder / 'bot.db'}") as database:
        api = BotApi(clock=lambda: clock() / 1000)
        bot, line = bot_at(api)
        await bot.initialize()
        house = join(
            bot, database, Scripted(rules, History(database, clock), judge), clock, terms=Terms(access, owners)
        )
        polling = Polling(
            FakeTelegram(api), bot.base_url, house.inbox, house.worker.wake, long_poll=0, trouble=house.trouble
        )
        yield Bot(api, house, polling, database, clock, line, judged)
        await bot.shutdown()
