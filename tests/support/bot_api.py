"""The Bot API as strict as Telegram's own: what Telegram would refuse is refused here, in Telegram's words.

`BotApi.call` is the whole of it; over HTTP it is served by `bot_api_server`, inside a test by `fake_telegram`.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.support.telegram_html import RefusedHtmlError, parse
from tests.support.updates import AT

TOKEN = "123456789:AAfake-token-of-a-test-double-00000"
BOT = {"id": 123456789, "is_bot": True, "first_name": "Whyfollow", "username": "whyfollow_test_bot"}

Params = Mapping[str, Any]
Answer = tuple[int, dict[str, Any]]


class RefusedError(Exception):
    """Telegram says no."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a call brings it."""

    name: str
    content: bytes


@dataclass(slots=True)
class Sent:
    """A message of the bot as the person sees it now, with every text it had."""

    chat: int
    number: int
    texts: list[str]
    """Without marks, the first one first."""
    html: str
    reply_to: int | None
    buttons: list[list[dict[str, str]]]
    kind: str = "text"
    """text, photo or document."""
    files: list[Upload] = field(default_factory=list)
    """Every file that it had, the first one first."""

    @property
    def text(self) -> str:
        return self.texts[-1]


@dataclass
class BotApi:
    token: str = TOKEN
    clock: Callable[[], float] = time.monotonic
    updates: list[dict[str, Any]] = field(default_factory=list)
    """Not confirmed yet: an offset above their number removes them."""
    confirmed: int = 0
    """How many updates were confirmed."""
    sent: list[Sent] = field(default_factory=list)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    """The menus, by scope and language."""
    blocked: set[int] = field(default_factory=set)
    flood_until: float = 0.0
    calls_in_flood: int = 0
    taps: dict[str, bool] = field(default_factory=dict)
    """Callback queries, and whether they were answered."""
    documents: dict[str, bytes] = field(default_factory=dict)
    """Files that people sent, by their id."""
    hints: list[str] = field(default_factory=list)
    """What popped up after a tap."""
    messages: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    """What people and the bot wrote, by chat and number."""
    failing: dict[str, list[RefusedError]] = field(default_factory=lambda: defaultdict(list))
    """What the next calls of a method are refused with."""
    away: bool = False
    """Over HTTP: whoever calls loses the connection without an answer."""
    webhook: str = ""
    """Where updates are delivered to; while it is set nothing can be fetched."""
    secret: str = ""
    """What every delivery carries."""
    wanted: frozenset[str] = frozenset()
    """The kinds of updates that are delivered; empty: all."""
    deliveries: int = 0
    """How often a delivery was tried."""
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    _next_update: int = 5000
    _next_message: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    # What a test does.

    def number(self, chat: int) -> int:
        self._next_message[chat] += 1
        return self._next_message[chat]

    def push(self, **content: Any) -> int:
        """A new update for the bot; says its number."""
        self._next_update += 1
        self.updates.append({"update_id": self._next_update, **content})
        for message in content.values():
            if isinstance(message, dict) and isinstance(message.get("chat"), dict):
                self.messages[message["chat"]["id"]][message["message_id"]] = message.get("text", "")
        if "callback_query" in content:
            self.taps[content["callback_query"]["id"]] = False
        self.arrived.set()
        return self._next_update

    def flood(self, seconds: float) -> None:
        """From now on everything sent is refused for so long."""
        self.flood_until = self.clock() + seconds

    def confirm(self, update_id: int) -> None:
        """The bot took this update: it is not sent again."""
        before = len(self.updates)
        self.updates = [update for update in self.updates if update["update_id"] != update_id]
        self.confirmed += before - len(self.updates)
        self.changed.set()

    def fail(self, method: str, code: int, description: str, **parameters: Any) -> None:
        """The next call of this method is refused."""
        self.failing[method].append(RefusedError(code, description, **parameters))

    def called(self, method: str) -> list[dict[str, Any]]:
        return [params for name, params in self.calls if name == method]

    async def until(self, met: Callable[[], bool], seconds: float = 60.0) -> None:
        """Wait for what the bot does, as long as it is doing anything at all."""
        async with asyncio.timeout(seconds):
            while not met():
                self.changed.clear()
                await self.changed.wait()

    # What the bot does.

    async def call(self, token: str, method: str, params: Params) -> Answer:
        self.calls.append((method, dict(params)))
        try:
            result = await self._answer(token, method, params)
        except RefusedError as no:
            answer: dict[str, Any] = {"ok": False, "error_code": no.code, "description": no.description}
            if no.parameters:
                answer["parameters"] = no.parameters
            return no.code, answer
        finally:
            self.changed.set()
        return 200, {"ok": True, "result": result}

    async def _answer(self, token: str, method: str, params: Params) -> Any:
        if token != self.token:
            raise RefusedError(401, "Unauthorized")
        if self.failing[method]:
            raise self.failing[method].pop(0)
        known: Any = getattr(self, f"on_{method.lower()}", None)
        if known is None:
            raise RefusedError(404, "Not Found: method not found")
        answer = known(params)
        return await answer if asyncio.iscoroutine(answer) else answer

    async def on_getupdates(self, params: Params) -> list[dict[str, Any]]:
        if self.webhook:
            raise RefusedError(409, "Conflict: can't use getUpdates method while webhook is active")
        offset = int(params.get("offset", 0))
        before = len(self.updates)
        self.updates = [update for update in self.updates if update["update_id"] >= offset]
        self.confirmed += before - len(self.updates)
        self.changed.set()
        allowed = _json(params.get("allowed_updates", "[]"))
        limit, seconds = int(params.get("limit", 100)), float(params.get("timeout", 0))
        deadline = time.monotonic() + seconds
        while True:
            self.arrived.clear()
            ready = [update for update in self.updates if not allowed or set(update) & set(allowed)]
            if ready or time.monotonic() >= deadline:
                return ready[:limit]
            try:
                await asyncio.wait_for(self.arrived.wait(), deadline - time.monotonic())
            except TimeoutError:
                return []

    def on_getme(self, params: Params) -> dict[str, Any]:
        return {**BOT, "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}

    def on_setwebhook(self, params: Params) -> bool:
        never_dropped(params)
        url, secret = str(params.get("url", "")), str(params.get("secret_token", ""))
        if not re.match(r"https://[^/]+\.|http://127\.0\.0\.1:", url):
            raise RefusedError(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
            raise RefusedError(400, "Bad Request: secret token contains unallowed characters")
        self.webhook, self.secret = url, secret
        self.wanted = frozenset(_json(params.get("allowed_updates", "[]")))
        self.arrived.set()
        return True

    def on_deletewebhook(self, params: Params) -> bool:
        never_dropped(params)
        self.webhook = ""
        self.arrived.set()
        return True

    def on_setmycommands(self, params: Params) -> bool:
        commands = _json(params["commands"])
        for command in commands:
            if not 1 <= len(command["command"]) <= 32 or not command["command"].replace("_", "").isalnum():
                raise RefusedError(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise RefusedError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        scope = _json(params["scope"])["type"] if "scope" in params else "default"
        self.commands[scope, params.get("language_code", "")] = commands
        return True

    def on_getfile(self, params: Params) -> dict[str, Any]:
        name = str(params["file_id"])
        if name not in self.documents:
            raise RefusedError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        return {"file_id": name, "file_unique_id": name, "file_path": name}

    def fetch(self, name: str) -> tuple[int, bytes]:
        """What a download of a file answers."""
        return (200, self.documents[name]) if name in self.documents else (404, b"")

    def on_sendmessage(self, params: Params) -> dict[str, Any]:
        chat = self._writable(params)
        text, html = self._text(params)
        return self._new(chat, params, text, html, "text", [])

    def on_sendphoto(self, params: Params) -> dict[str, Any]:
        return self._send_file(params, "photo")

    def on_senddocument(self, params: Params) -> dict[str, Any]:
        return self._send_file(params, "document")

    def _send_file(self, params: Params, kind: str) -> dict[str, Any]:
        chat = self._writable(params)
        text, html = self._caption(params)
        return self._new(chat, params, text, html, kind, [_file(params.get(kind), kind)])

    def on_editmessagemedia(self, params: Params) -> dict[str, Any]:
        chat = self._writable(params)
        media = _json(params["media"])
        text, html = self._caption(media)
        upload = _file(params.get(media["media"].removeprefix("attach://")), media["type"])
        message = self._mine(chat, int(params["message_id"]))
        message.texts.append(text)
        message.files.append(upload)
        message.html, message.buttons, message.kind = html, self._buttons(params), media["type"]
        return self._message(chat, message.number, text)

    def _new(self, chat: int, params: Params, text: str, html: str, kind: str, files: list[Upload]) -> dict[str, Any]:
        buttons = self._buttons(params)
        reply_to = self._reply(chat, params)
        number = self.number(chat)
        self.messages[chat][number] = text
        self.sent.append(Sent(chat, number, [text], html, reply_to, buttons, kind, files))
        return self._message(chat, number, text)

    def _mine(self, chat: int, number: int) -> Sent:
        for sent in self.sent:
            if (sent.chat, sent.number) == (chat, number):
                return sent
        why = "can't be edited" if number in self.messages[chat] else "to edit not found"
        raise RefusedError(400, f"Bad Request: message {why}")

    def on_editmessagetext(self, params: Params) -> dict[str, Any]:
        chat = self._writable(params)
        text, html = self._text(params)
        buttons = self._buttons(params)
        message = self._mine(chat, int(params["message_id"]))
        if message.kind != "text":
            raise RefusedError(400, "Bad Request: there is no text in the message to edit")
        if (message.html, message.buttons) == (html, buttons):
            raise RefusedError(
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly "
                "the same as a current content and reply markup of the message",
            )
        message.texts.append(text)
        message.html, message.buttons = html, buttons
        return self._message(chat, message.number, text)

    def on_answercallbackquery(self, params: Params) -> bool:
        if self.taps.get(str(params["callback_query_id"])) is not False:
            raise RefusedError(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self.taps[str(params["callback_query_id"])] = True
        if params.get("text"):
            self.hints.append(str(params["text"]))
        return True

    def _writable(self, params: Params) -> int:
        if self.clock() < self.flood_until:
            self.calls_in_flood += 1
            left = max(1, round(self.flood_until - self.clock()))
            raise RefusedError(429, f"Too Many Requests: retry after {left}", retry_after=left)
        chat = int(params["chat_id"])
        if chat in self.blocked:
            raise RefusedError(403, "Forbidden: bot was blocked by the user")
        if chat not in self.messages:
            raise RefusedError(400, "Bad Request: chat not found")
        return chat

    def _caption(self, params: Params) -> tuple[str, str]:
        if not params.get("caption"):
            return "", ""
        text, html = self._text({**params, "text": params["caption"]})
        if len(text.encode("utf-16-le")) // 2 > 1024:
            raise RefusedError(400, "Bad Request: message caption is too long")
        return text, html

    def _text(self, params: Params) -> tuple[str, str]:
        raw = str(params.get("text", ""))
        text = raw
        if params.get("parse_mode") == "HTML":
            try:
                text = parse(raw)
            except RefusedHtmlError as no:
                raise RefusedError(400, f"Bad Request: can't parse entities: {no}") from no
        if not text.strip():
            raise RefusedError(400, "Bad Request: message text is empty")
        if len(text.encode("utf-16-le")) // 2 > 4096:
            raise RefusedError(400, "Bad Request: message is too long")
        return text, raw

    def _buttons(self, params: Params) -> list[list[dict[str, str]]]:
        if "reply_markup" not in params:
            return []
        rows: list[list[dict[str, str]]] = _json(params["reply_markup"])["inline_keyboard"]
        for button in (button for row in rows for button in row):
            if not button.get("text"):
                raise RefusedError(400, "Bad Request: inline keyboard button text is empty")
            if not 1 <= len(button.get("callback_data", "").encode()) <= 64:
                raise RefusedError(400, "Bad Request: BUTTON_DATA_INVALID")
        return rows

    def _reply(self, chat: int, params: Params) -> int | None:
        if "reply_parameters" not in params:
            return None
        wanted = _json(params["reply_parameters"])
        number = int(wanted["message_id"])
        if number in self.messages[chat]:
            return number
        if wanted.get("allow_sending_without_reply"):
            return None
        raise RefusedError(400, "Bad Request: message to be replied not found")

    def _message(self, chat: int, number: int, text: str) -> dict[str, Any]:
        kind = "private" if chat > 0 else "supergroup"
        return {"message_id": number, "date": AT, "chat": {"id": chat, "type": kind}, "from": BOT, "text": text}


def never_dropped(params: Params) -> None:
    if str(params.get("drop_pending_updates", "")).lower() == "true":
        raise AssertionError("updates that wait must never be dropped")


def _file(value: Any, kind: str) -> Upload:
    if not isinstance(value, Upload) or not value.content:
        raise RefusedError(400, "Bad Request: file must be non-empty")
    if kind == "photo" and not value.content.startswith(b"\x89PNG"):
        raise RefusedError(400, "Bad Request: IMAGE_PROCESS_FAILED")
    return value


def _json(value: Any) -> Any:
    """Objects travel as JSON inside a form field."""
    return json.loads(value) if isinstance(value, str) else value
