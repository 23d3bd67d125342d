"""Updates of all kinds, as hypothesis makes them: well formed, with fields missing, and with what nobody knows yet."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from bot.engine.model import LANGUAGES
from bot.handlers.menus import PRIVATE
from tests.bench.texts import post
from tests.support.bot_api import BOT
from tests.support.updates import AT

TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from([post(language, length) for language in LANGUAGES for length in (40, 120, 280)]),
    st.sampled_from(["/start", "/help", "/nothing", f"@{BOT['username']} score 5", "👟 <b>", "\ud83d"]),
)
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**53), 2**53), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=8,
)
PEOPLE = st.fixed_dictionaries(
    {"id": st.integers(1, 5), "is_bot": st.just(False), "first_name": TEXTS},
    optional={"language_code": st.sampled_from(["en", "pl", "ru", "zh-hans", ""]), "new_field": ANYTHING},
)
CHATS = st.one_of(
    st.builds(lambda id_: {"id": id_, "type": "private"}, st.integers(1, 5)),
    st.builds(
        lambda id_, kind: {"id": -id_, "type": kind}, st.integers(1, 5), st.sampled_from(["group", "supergroup"])
    ),
)
ENTITIES = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(["text_link", "mention", "bot_command", "bold", "invented"]),
            "offset": st.integers(0, 70),
            "length": st.integers(0, 70),
        }
    ),
    max_size=3,
)
FILE = {"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1}
CONTENT: dict[str, st.SearchStrategy[Any]] = {
    "from": PEOPLE,
    "text": TEXTS,
    "caption": TEXTS,
    "entities": ENTITIES,
    "caption_entities": ENTITIES,
    "photo": st.just([FILE]),
    "document": st.just(FILE),
    "media_group_id": st.integers(1, 2**31).map(str),
    "rich_message": ANYTHING,
    "pinned_message": st.just({"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}),
    "reply_to_message": st.just({"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "from": BOT}),
    "new_field": ANYTHING,
}
NUMBERS = st.one_of(st.integers(1, 9), st.integers(1, 2**31))
MESSAGES = st.fixed_dictionaries({"message_id": NUMBERS, "date": st.just(AT), "chat": CHATS}, optional=CONTENT)
TAPS = st.fixed_dictionaries(
    {"id": TEXTS, "from": PEOPLE, "chat_instance": st.just("1")},
    optional={"data": st.one_of(TEXTS, st.just("sample:w"), st.just("sample:r")), "message": MESSAGES},
)
# Somebody in their own chat, who writes commands and taps buttons that exist, in whatever order.
DATA = [
    *(
        "b:n",
        "b:l",
        "b:1",
        "b:1:use",
        "b:1:q:name",
        "b:1:q:promise",
        "b:1:promise:deal:w",
        "b:1:stance:c",
        "b:1:x",
        "b:1:xx",
    ),
    *("t:l", "t:m", "t:1", "t:2:use", "t:2:inv:m", "t:2:fn", "t:2:name:y", "t:2:who", "t:2:bye", f"t:j:{'x' * 24}"),
    *("a:w", "a:l", "a:u", "a:p", "a:n", "sample:w", "sample:r"),
]


def own(who: int, **content: Any) -> dict[str, Any]:
    someone = {"id": who, "is_bot": False, "first_name": "Ola"}
    return {"message_id": 1, "date": AT, "chat": {"id": who, "type": "private"}, "from": someone, **content}


def said(who: int, name: str, rest: str) -> dict[str, Any]:
    command = [{"type": "bot_command", "offset": 0, "length": len(name) + 1}]
    return {"message": own(who, text=f"/{name} {rest}".rstrip(), entities=command)}


def tapped(who: int, data: str) -> dict[str, Any]:
    message = own(who, text="…")
    return {
        "callback_query": {"id": "1", "from": message["from"], "chat_instance": "1", "data": data, "message": message}
    }


COMMANDS = st.builds(said, st.integers(1, 2), st.sampled_from(PRIVATE), st.one_of(st.just(""), TEXTS))
OWN_TAPS = st.builds(tapped, st.integers(1, 2), st.sampled_from(DATA))
OWN_WORDS = st.builds(lambda who, text: {"message": own(who, text=text)}, st.integers(1, 2), TEXTS)
UPDATES = st.one_of(
    COMMANDS,
    OWN_TAPS,
    OWN_WORDS,
    st.fixed_dictionaries({}, optional={"message": MESSAGES}),
    st.fixed_dictionaries({"edited_message": MESSAGES}),
    st.fixed_dictionaries({"callback_query": TAPS}),
)
# Kinds that the bot does not ask for; a webhook of an earlier bot may have.
OTHERS = st.one_of(
    *(st.fixed_dictionaries({kind: MESSAGES}) for kind in ("channel_post", "edited_channel_post", "business_message")),
    st.fixed_dictionaries(
        {"inline_query": st.fixed_dictionaries({"id": TEXTS, "from": PEOPLE, "query": TEXTS, "offset": TEXTS})}
    ),
    st.fixed_dictionaries({"poll_answer": st.fixed_dictionaries({"poll_id": TEXTS, "option_ids": st.just([1])})}),
)
# A field that Telegram promises is missing, or something else stands in its place.
GAPS = st.builds(
    lambda update, kind, field, instead: {
        name: {key: value if key != field else instead for key, value in content.items() if key != field or instead}
        for name, content in (update or {kind: {}}).items()
    },
    UPDATES,
    st.sampled_from(["message", "callback_query"]),
    st.sampled_from(["message_id", "date", "chat", "from", "id", "text", "message"]),
    ANYTHING,
)
BROKEN = st.one_of(
    UPDATES,
    st.fixed_dictionaries({"message": MESSAGES}),
    OTHERS,
    GAPS,
    st.fixed_dictionaries({"message": ANYTHING}),
    st.fixed_dictionaries({"callback_query": ANYTHING}),
    st.fixed_dictionaries({"invented_kind": ANYTHING}),
)
