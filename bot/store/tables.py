"""The tables, written once for SQLite and PostgreSQL.

Times are whole milliseconds since 1970 in UTC: a DateTime column would silently drop the time zone on SQLite.
"""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMES)

# SQLite counts up only a column declared INTEGER, which holds 64 bits there anyway.
Key = BigInteger().with_variant(Integer, "sqlite")

workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("kind", String(16), nullable=False, comment="private, group or terminal"),
    Column("chat", BigInteger, nullable=False, comment="the Telegram chat; 0 for the terminal"),
    Column("created", BigInteger, nullable=False),
    Index("uq_workspaces_kind_chat", "kind", "chat", unique=True),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("workspace", BigInteger, ForeignKey("workspaces.id"), nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("message", BigInteger, nullable=True, comment="the author's message; null when typed in a terminal"),
    Column("answer", BigInteger, nullable=True, comment="the bot's message, which an edit of the draft updates"),
    Column("created", BigInteger, nullable=False),
    Index("uq_drafts_workspace_chat_message", "workspace", "chat", "message", unique=True),
)

versions = Table(
    "versions",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("workspace", BigInteger, ForeignKey("workspaces.id"), nullable=False),
    Column("draft", BigInteger, ForeignKey("drafts.id"), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("picture", Integer, nullable=False),
    Column("network", String(16), nullable=False),
    Column("language", String(8), nullable=True),
    Column("score", Integer, nullable=True),
    Column("band", String(8), nullable=True),
    Column("no_score", String(16), nullable=True),
    Column("act", String(8), nullable=True),
    Column("confidence", String(8), nullable=False),
    Column("findings", JSON, nullable=False),
    Column("lines", JSON, nullable=False),
    Column("brake", JSON, nullable=True),
    Column("rules_version", String(64), nullable=False),
    Column("rules_hash", String(64), nullable=False),
    Index("ix_versions_workspace_at", "workspace", "at"),
    Index("ix_versions_draft_id", "draft", "id"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("update_id", BigInteger, nullable=False, comment="Telegram's; a second delivery changes nothing"),
    Column("lane", BigInteger, nullable=False, comment="rows of one lane are handled one after the other: the chat"),
    Column("body", Text, nullable=False, comment="the update as Telegram sent it"),
    Column("state", String(16), nullable=False, comment="new, done or quarantined"),
    Column("received", BigInteger, nullable=False),
    Column("due", BigInteger, nullable=False, comment="not before this time"),
    Column("leased", BigInteger, nullable=False, comment="somebody works on it until this time; 0: nobody"),
    Column("tries", Integer, nullable=False),
    Column("finished", BigInteger, nullable=True),
    Column("reason", Text, nullable=True),
    Index("uq_inbox_update_id", "update_id", unique=True),
    Index("ix_inbox_state_lane_id", "state", "lane", "id"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("chat", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=True, comment="the update that it answers"),
    Column("draft", BigInteger, ForeignKey("drafts.id"), nullable=True, comment="the draft whose one answer this is"),
    Column("html", Text, nullable=False),
    Column("buttons", JSON, nullable=True, comment="rows of [label, callback data]"),
    Column("reply_to", BigInteger, nullable=True),
    Column("edits", BigInteger, nullable=True, comment="the bot's message to change; null: a new one"),
    Column("state", String(16), nullable=False, comment="new, sent or dropped"),
    Column("created", BigInteger, nullable=False),
    Column("due", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("finished", BigInteger, nullable=True),
    Column("message", BigInteger, nullable=True, comment="the message it became"),
    Column("reason", Text, nullable=True),
    Index("ix_outbox_state_chat_id", "state", "chat", "id"),
)

marks = Table(
    "marks",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
)
