"""Several processes of the bot on one PostgreSQL, under load: one may be killed, or the server restarted meanwhile."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from time import perf_counter

import asyncpg

from tests.support.bot_api import BotApi
from tests.support.bot_api_server import serve
from tests.support.kills import BREAD, HOOK
from tests.support.ports import free_port
from tests.support.postgres import Cluster
from tests.support.process import Running, running_bot
from tests.support.rulebook import folder_of, rule_text
from tests.support.updates import message_update

# Every claim is written down by the database itself, and whether an older row of the chat was open at that moment.
WATCH = """
    CREATE TABLE claims (number bigserial, update_id bigint, holder bigint, overtakes boolean);
    CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO claims (update_id, holder, overtakes) VALUES (NEW.update_id, NEW.holder, EXISTS (
            SELECT 1 FROM inbox WHERE lane = NEW.lane AND state = 'new' AND id < NEW.id));
        RETURN NEW;
    END $$;
    CREATE TRIGGER watch AFTER UPDATE ON inbox FOR EACH ROW WHEN (NEW.leased > 0) EXECUTE FUNCTION watch();
"""


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the drafts."""

    drafts: int
    lost: int
    stored_twice: int
    repeated: int
    """Answers that a person saw once more than once."""
    undone: int
    out_of_order: int
    """Chats whose drafts were stored or answered in another order than they were written in."""
    overtaken: int
    """Claims while an older message of the chat was not done."""
    claimed_again: int
    """Claims of a row that somebody had claimed before: only what a dead process left may be."""
    shares: tuple[int, ...]
    """How many drafts each process finished, the most first."""
    seconds: float

    def __str__(self) -> str:
        shares = "+".join(map(str, self.shares))
        return (
            f"{self.drafts} drafts ({shares}) in {self.seconds:.1f} s: {self.lost} lost, {self.stored_twice} stored "
            f"twice, {self.repeated} answers repeated, {self.undone} undone, {self.out_of_order} chats out of order, "
            f"{self.overtaken} overtaken, {self.claimed_again} claimed again"
        )


@dataclass
class Scene:
    api: BotApi
    cluster: Cluster
    replicas: list[Running]

    @property
    def leader(self) -> Running:
        """Which process led last, by what they wrote."""
        told = [(line, one) for one in self.replicas for line in one.output if "this process leads" in line]
        return max(told, key=lambda pair: pair[0])[1]

    async def kill_the_leader(self) -> None:
        leader = self.leader
        leader.process.kill()
        await leader.ended()

    async def restart_the_server(self) -> None:
        """At once and without a goodbye to anybody."""
        await asyncio.to_thread(self.cluster.stop)
        await asyncio.sleep(1)
        await asyncio.to_thread(self.cluster.start)


Event = Callable[[Scene], Awaitable[None]]


async def account(
    cluster: Cluster,
    folder: Path,
    *,
    replicas: int = 2,
    drafts: int = 2_000,
    chats: int = 40,
    webhook: bool = False,
    event: Event | None = None,
    watch: bool = True,
) -> Account:
    """Let so many replicas answer so many drafts; `event` happens when a third of the answers is there."""
    async with scene(cluster, folder, replicas, webhook=webhook) as (now, url):
        name = url.replace("+asyncpg", "")
        if watch:
            await execute(name, WATCH)
        began = perf_counter()
        wrote = write(now.api, drafts, chats)
        if event is not None:
            await now.api.until(lambda: len(now.api.sent) > drafts // 3, 300)
            await event(now)
        await now.api.until(lambda: {(sent.chat, sent.reply_to) for sent in now.api.sent} >= set(wrote), 300)
        seconds = perf_counter() - began
        for one in now.replicas:
            if one.process.returncode is None:
                one.tell_to_stop()
                await one.ended()
        return await add_up(name, now.api, wrote, seconds, watch=watch)


def write(api: BotApi, drafts: int, chats: int) -> dict[tuple[int, int], str]:
    """One after the other in every chat; no two texts are the same."""
    wrote: dict[tuple[int, int], str] = {}
    places = cycle(range(1000, 1000 + chats))
    for number in range(drafts):
        chat = next(places)
        message, text = api.number(chat), f"Our bread number {number} keeps for a week: come and try it on Friday."
        api.push(message=message_update(0, chat=chat, number=message, text=text)["message"])
        wrote[chat, message] = text
    return wrote


@asynccontextmanager
async def scene(
    cluster: Cluster, folder: Path, count: int, *, webhook: bool = False
) -> AsyncIterator[tuple[Scene, str]]:
    """So many running replicas; by webhook behind something that shares the calls out to those that live."""
    api, ports = BotApi(), [free_port() for _ in range(count)]
    async with AsyncExitStack() as open_:
        url = await open_.enter_async_context(cluster.database())
        settings = {
            "TELEGRAM_TOKEN": api.token,
            "TELEGRAM_API_URL": await open_.enter_async_context(serve(api)),
            "DATABASE_URL": url,
            "RULES_DIR": str(folder_of(folder, {"clarity/bread.yaml": rule_text("bread", BREAD)})),
        }
        if webhook:
            door = await open_.enter_async_context(balanced(ports))
            settings |= {"WEBHOOK_URL": f"http://127.0.0.1:{door}/hook", "WEBHOOK_SECRET": HOOK}
        running = []
        for port in ports:
            own = {**settings, "WEBHOOK_LISTEN": f"127.0.0.1:{port}"}
            command = ("-m", "tests.bench.unlimited")
            running.append(await open_.enter_async_context(running_bot(folder, command=command, **own)))
        for one in running:
            await one.tells("the bot is running", 60)
        yield Scene(api, cluster, running), url


@asynccontextmanager
async def balanced(ports: Sequence[int]) -> AsyncIterator[int]:
    """A port whose connections go to these in turn, as far as somebody listens there."""
    turn, talks = cycle(ports), set[asyncio.Task[None]]()

    async def on_connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        talks.add(task)
        try:
            for _ in ports:
                try:
                    there, back = await asyncio.open_connection("127.0.0.1", next(turn))
                except OSError:
                    continue
                await asyncio.gather(pump(reader, back), pump(there, writer))
                return
        except asyncio.CancelledError:
            pass
        finally:
            writer.close()
            talks.discard(task)

    door = await asyncio.start_server(on_connection, "127.0.0.1", 0)
    try:
        yield door.sockets[0].getsockname()[1]
    finally:
        door.close()
        for task in list(talks):
            task.cancel()
        await asyncio.gather(*talks, return_exceptions=True)


async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


async def execute(name: str, statement: str) -> None:
    connection = await asyncpg.connect(name)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def add_up(name: str, api: BotApi, wrote: dict[tuple[int, int], str], seconds: float, *, watch: bool) -> Account:
    connection = await asyncpg.connect(name)
    try:
        kept = [row[0] for row in await connection.fetch("SELECT text FROM versions ORDER BY id")]
        undone = await connection.fetchval("SELECT count(*) FROM inbox WHERE state <> 'done'")
        shares = await connection.fetch("SELECT count(*) FROM inbox GROUP BY holder ORDER BY 1 DESC")
        again, overtaken = 0, 0
        if watch:
            again = await connection.fetchval("SELECT count(*) - count(DISTINCT update_id) FROM claims")
            overtaken = await connection.fetchval("SELECT count(*) FROM claims WHERE overtakes")
            await connection.execute("DROP TRIGGER watch ON inbox; DROP FUNCTION watch; DROP TABLE claims")
    finally:
        await connection.close()
    stored = Counter(kept)
    messages = Counter((sent.chat, sent.reply_to) for sent in api.sent if sent.reply_to is not None)
    return Account(
        drafts=len(wrote),
        lost=sum(not stored[text] or not messages[place] for place, text in wrote.items()),
        stored_twice=sum(count - 1 for count in stored.values()),
        repeated=sum(count - 1 for count in messages.values()),
        undone=undone,
        out_of_order=sum(not in_order(api, wrote, kept, chat) for chat in {chat for chat, _ in wrote}),
        overtaken=overtaken,
        claimed_again=again,
        shares=tuple(row[0] for row in shares),
        seconds=seconds,
    )


def in_order(api: BotApi, wrote: dict[tuple[int, int], str], kept: Sequence[str], chat: int) -> bool:
    numbers = {text: number for (of, number), text in wrote.items() if of == chat}
    stored = [numbers[text] for text in kept if text in numbers]
    # A repeated answer comes right after the first one; a word to a crowd answers nothing.
    answered = [sent.reply_to for sent in api.sent if sent.chat == chat and sent.reply_to is not None]
    return stored == sorted(stored) and answered == sorted(answered)
