"""Joins all parts from the settings: opens them, runs them until asked to stop, and closes them in reverse."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager, AsyncExitStack, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import Any

from telegram import Bot, Update, error
from telegram.ext import Application, ExtBot

from bot.engine import loader
from bot.errors import SettingsError, StoreError, TelegramError
from bot.handlers import dispatch, handlers, menus
from bot.handlers.crowd import Crowd
from bot.handlers.door import Access, Door
from bot.handlers.failures import apology, regret
from bot.intake.health import Health
from bot.intake.hook import Hook, unhook
from bot.intake.polling import Polling
from bot.intake.requests import Requests
from bot.intake.sender import Sender
from bot.intake.trouble import Trouble
from bot.intake.worker import Worker
from bot.observe.meter import Meter
from bot.reload import Reload, Tell
from bot.report.reporter import Reporter
from bot.report.schedule import Post
from bot.review import Reviewer, RuleSource
from bot.settings import RETENTION_DAYS, Settings
from bot.store.clock import Clock, now
from bot.store.connection import Database, open_database
from bot.store.history import History
from bot.store.inbox import Inbox, RawUpdate
from bot.store.outbox import Letter, Outbox
from bot.store.replicas import ALONE, Leadership, among_replicas
from bot.store.retention import Retention
from bot.store.stores import stores_on

log = logging.getLogger(__name__)

# How long what is under way may take after "stop"; service managers kill after ten seconds or more.
GRACE = 8.0

TIDY_SECONDS = 6 * 3600.0

# Seconds after which a replica with nothing to do looks what the others left for it.
LOOK_FOR_WORK, LOOK_FOR_LETTERS = 0.5, 0.1

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


def run(settings: Settings) -> None:
    """Run the Telegram bot until a signal stops it."""
    asyncio.run(serve(settings))


async def serve(settings: Settings) -> None:
    if settings.telegram_token is None:
        raise SettingsError("TELEGRAM_TOKEN is not set: get one from @BotFather and put it into .env")
    loaded = load_rules(settings)
    rules = RuleSource(loaded.rules)
    meter, hook = Meter(), hook_of(settings)
    base = f"{settings.telegram_api_url}/bot"
    token = settings.telegram_token.get_secret_value()
    async with AsyncExitStack() as open_:
        stop = stop_signal(open_)
        database = await open_.enter_async_context(open_database(settings.database_url))
        files = f"{settings.telegram_api_url}/file/bot"
        bot = ExtBot(token, base_url=base, base_file_url=files, request=Requests(connection_pool_size=16))
        fetching = await open_.enter_async_context(Requests(connection_pool_size=1))
        open_.push_async_callback(bot.shutdown)
        leadership = await open_.enter_async_context(among_replicas(database))
        reviewer = Reviewer(rules, History(database), meter=meter)
        house = join(bot, database, reviewer, terms=terms_of(settings), leadership=leadership)
        polling = Polling(fetching, bot.base_url, house.inbox, house.worker.wake, meter=meter, trouble=house.trouble)
        health = Health(database, meter, hook is None, now(), leadership=leadership)
        # Before Telegram is told to call, and while it can't be reached: who watches the bot sees that too.
        await open_.enter_async_context(listening(settings, house, health))
        await until(stop, say_hello(bot, hook))
        if not stop.is_set():
            await house.inbox.hand_back()
            tell = to_owners(settings.owners, house)
            reload = Reload(rules, loaded, settings.rules_dir, settings.rules_extra, tell)
            retention = Retention(database, settings.retention_days)
            # By webhook there is nothing to fetch.
            receiving = leadership.led(polling.run) if hook is None else stop.wait()
            await operate(receiving, house, reload, retention, stop)


@dataclass(frozen=True, slots=True)
class House:
    """The parts that work on what is stored."""

    inbox: Inbox
    outbox: Outbox
    worker: Worker
    sender: Sender
    trouble: Trouble
    post: Post
    leadership: Leadership = ALONE


@dataclass(frozen=True, slots=True)
class Terms:
    """What the settings say about dealing with people."""

    access: Access = "open"
    owners: tuple[int, ...] = ()
    days: int = RETENTION_DAYS
    """How long drafts are kept, for whoever asks."""


def terms_of(settings: Settings) -> Terms:
    return Terms(settings.access, settings.owners, settings.retention_days)


def join(
    bot: ExtBot[None],
    database: Database,
    reviewer: Reviewer,
    clock: Clock = now,
    *,
    terms: Terms = Terms(),
    leadership: Leadership = ALONE,
) -> House:
    application: AnyApplication = Application.builder().bot(bot).updater(None).job_queue(None).build()
    inbox, outbox = Inbox(database, clock), Outbox(database, clock)
    meter = reviewer.meter
    sender = Sender(bot, outbox, meter=meter, leadership=leadership)
    stores = stores_on(database, clock)
    reporter = Reporter(stores, lambda: reviewer.rules.current, clock)
    known, crowd = handlers(reviewer, outbox, stores, reporter, terms.days), Crowd(sender.send_first)
    door = Door(outbox, stores, terms.access, terms.owners)

    async def handle(update: Update) -> None:
        if await door.lets_in(update):
            crowd.notice(update)
            await dispatch(application, known, update)
        meter.handled += 1
        sender.wake()

    async def give_up(raw: RawUpdate, reason: str) -> None:
        await outbox.give_up(raw["update_id"], reason, *apology(raw))
        meter.quarantined += 1
        sender.wake()

    worker, trouble = Worker(inbox, bot, handle, give_up), Trouble(bot, regret, clock)
    if not database.sqlite:
        # Nobody calls when another process stored or wrote something.
        worker.rest, sender.rest = LOOK_FOR_WORK, LOOK_FOR_LETTERS
    return House(inbox, outbox, worker, sender, trouble, Post(reporter, sender.wake), leadership)


def to_owners(owners: tuple[int, ...], house: House) -> Tell:
    async def tell(html: str) -> None:
        # The same rules are edited for all replicas: one of them says so.
        if house.leadership.since is None:
            return
        await house.outbox.write(*(Letter(owner, html) for owner in owners))
        house.sender.wake()

    return tell


def load_rules(settings: Settings) -> loader.Loaded:
    loaded = loader.load(settings.rules_dir, settings.rules_extra)
    for mistake in loaded.mistakes:
        log.error("%s", mistake)
    if loaded.mistakes:
        log.error("%d mistakes in the rules: what they concern is left out, the rest works", len(loaded.mistakes))
    return loaded


def hook_of(settings: Settings) -> Hook | None:
    if settings.webhook_url is None or settings.webhook_secret is None:
        return None
    return Hook(settings.webhook_url, settings.webhook_secret.get_secret_value())


def listening(settings: Settings, house: House, health: Health) -> AbstractAsyncContextManager[None]:
    """The web server, if the settings want one; it needs the extra `webhook`."""
    if settings.listen is None:
        return nullcontext()
    try:
        from bot.intake import server
        from bot.intake.webhook import Webhook
    except ImportError as missing:
        raise SettingsError(
            f"WEBHOOK_LISTEN and WEBHOOK_URL need {missing.name}: pip install 'whyfollow[webhook]'"
        ) from missing
    hook = hook_of(settings)
    webhook = (
        None if hook is None else Webhook(hook.secret, house.inbox, house.worker.wake, health.meter, house.trouble)
    )
    return server.listening(server.site(health, hook.path if hook else "", webhook), *settings.listen)


async def operate(
    receiving: Coroutine[Any, Any, object], house: House, reload: Reload, retention: Retention, stop: asyncio.Event
) -> None:
    """Receive, work and send side by side until `stop`; then fetch nothing more and finish what is claimed."""
    fetch = asyncio.create_task(receiving, name="receiving")
    work = asyncio.create_task(house.worker.run(), name="worker")
    send = asyncio.create_task(house.sender.run(), name="sender")
    follow = asyncio.create_task(reload.run(), name="rules")
    tidy = asyncio.create_task(house.leadership.led(partial(keep_tidy, retention)), name="retention")
    post = asyncio.create_task(house.leadership.led(house.post.run), name="reports")
    stopping = asyncio.create_task(stop.wait(), name="stop")
    tasks = fetch, work, send, follow, tidy, post
    log.info("the bot is running")
    try:
        await asyncio.wait([*tasks, stopping], return_when=asyncio.FIRST_COMPLETED)
    finally:
        log.info("stopping")
        stopping.cancel()
        fetch.cancel()
        follow.cancel()
        tidy.cancel()
        post.cancel()
        house.worker.stop()
        house.sender.stop()
        await asyncio.wait([work, send], timeout=GRACE)
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    for end in ends:
        if isinstance(end, Exception):
            raise end


async def keep_tidy(retention: Retention) -> None:
    """Delete what was kept long enough, at every start and then four times a day."""
    while True:
        try:
            if removed := await retention.clean():
                log.info("%d rows were kept long enough and are deleted", removed)
        except StoreError as failure:
            log.warning("deleting old rows failed: %s; it is tried again later", failure)
        await asyncio.sleep(TIDY_SECONDS)


async def say_hello(bot: Bot, hook: Hook | None = None) -> None:
    """Check the token, tell Telegram how to reach the bot and what it can do; wait for Telegram if it is away."""
    pause = 1.0
    while True:
        try:
            await bot.initialize()
            await (hook.set(bot) if hook else unhook(bot))
            await menus.show(bot)
            log.info("this is @%s", bot.username)
            return
        except error.InvalidToken as refused:
            raise TelegramError("Telegram does not know this token: check TELEGRAM_TOKEN") from refused
        except error.TelegramError as failure:
            log.warning("Telegram does not answer (%s); trying again in %s s", failure, pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30.0)


async def until(stop: asyncio.Event, work: Any) -> None:
    """Wait for work, but not longer than until `stop`."""
    doing = asyncio.ensure_future(work)
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([doing, stopping], return_when=asyncio.FIRST_COMPLETED)
        if doing.done():
            await doing
    finally:
        for task in (doing, stopping):
            task.cancel()
        await asyncio.gather(doing, stopping, return_exceptions=True)


def stop_signal(open_: AsyncExitStack) -> asyncio.Event:
    """Set when the process is asked to end (Ctrl-C, `docker stop`, systemd)."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
        open_.callback(loop.remove_signal_handler, number)
    return stop
