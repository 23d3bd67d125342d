"""The tables, written once for SQLite and PostgreSQL.

Times are whole milliseconds since 1970 in UTC: a DateTime column would silently drop the time zone on SQLite.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    text,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMES)

# SQLite counts up only a column declared INTEGER, which holds 64 bits there anyway.
Key = BigInteger().with_variant(Integer, "sqlite")

# What belongs to a chat is found by it, and there is one of it. Teams have no chat.
OF_A_CHAT = text("kind <> 'team'")

workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("kind", String(16), nullable=False, comment="private, group, terminal or team"),
    Column("chat", BigInteger, nullable=False, comment="the Telegram chat; 0 for the terminal and for teams"),
    Column("created", BigInteger, nullable=False),
    Column("name", Text, nullable=True, comment="a team's; the others need none"),
    Column("zone", String(64), nullable=True, comment="the time zone, like Europe/Warsaw; null: nobody said"),
    Index("uq_workspaces_kind_chat", "kind", "chat", unique=True, sqlite_where=OF_A_CHAT, postgresql_where=OF_A_CHAT),
)

brands = Table(
    "brands",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("workspace", BigInteger, ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),
    Column("settings", JSON, nullable=False, comment="a BrandSettings"),
    Column("created", BigInteger, nullable=False),
    Column("updated", BigInteger, nullable=False, comment="when somebody last changed or confirmed the settings"),
    Column("asked_again", BigInteger, nullable=True, comment="when the coach asked whether the settings still hold"),
    Index("ix_brands_workspace_id", "workspace", "id"),
)

people = Table(
    "people",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False, comment="the Telegram id"),
    Column("language", String(8), nullable=True, comment="the person's choice; null: as in their Telegram"),
    Column(
        "sends_to",
        BigInteger,
        ForeignKey("workspaces.id", ondelete="SET NULL"),
        nullable=True,
        comment="where their drafts go; null: to their private workspace",
    ),
    Column("created", BigInteger, nullable=False),
    Index("ix_people_sends_to", "sends_to"),
)

members = Table(
    "members",
    metadata,
    Column("workspace", BigInteger, ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
    Column("person", BigInteger, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("role", String(8), nullable=False, comment="lead or member"),
    Column("brand", BigInteger, ForeignKey("brands.id", ondelete="SET NULL"), nullable=True, comment="the current one"),
    Column("name", Text, nullable=True, comment="only if the person agreed to be named in this team"),
    Column("function", Text, nullable=True, comment="the department they write for, in their own words"),
    Column("joined", BigInteger, nullable=False),
    PrimaryKeyConstraint("workspace", "person"),
    Index("ix_members_person", "person"),
    Index("ix_members_brand", "brand"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("workspace", BigInteger, ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
    Column("hash", String(64), nullable=False, comment="of the token; the token itself is only in the link"),
    Column("role", String(8), nullable=False),
    Column("created", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("invited_by", BigInteger, nullable=False),
    Column("used_by", BigInteger, nullable=True),
    Column("used_at", BigInteger, nullable=True),
    Index("uq_invitations_hash", "hash", unique=True),
    Index("ix_invitations_workspace", "workspace"),
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
    Column("brand", BigInteger, nullable=True, comment="a brand of the same workspace"),
    Column("author", BigInteger, nullable=True, comment="the person who sent it"),
    Column("posted_at", BigInteger, nullable=True, comment="when the author said that it went out"),
    Column("network", String(16), nullable=True, comment="chosen for this draft; null: the brand's first"),
    Index("ix_drafts_chat_answer", "chat", "answer"),
    Index("ix_drafts_workspace_author", "workspace", "author"),
    Index("ix_drafts_workspace_brand_id", "workspace", "brand", "id"),
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
    Column("promo", Float, nullable=True, comment="the share of its sentences that sell; null before version 0002"),
    Column("links", JSON, nullable=True, comment="spans that carry a link which the text does not show"),
    Index("ix_versions_workspace_at", "workspace", "at"),
    Index("ix_versions_draft_id", "draft", "id"),
)

posts = Table(
    "posts",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("workspace", BigInteger, ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
    Column("brand", BigInteger, ForeignKey("brands.id", ondelete="CASCADE"), nullable=False),
    Column("draft", BigInteger, ForeignKey("drafts.id", ondelete="SET NULL"), nullable=True),
    Column("at", BigInteger, nullable=True, comment="when it was published; null: the audit's file did not say"),
    Column("added", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("network", String(16), nullable=False),
    Column("source", String(8), nullable=False, comment="audit or posted"),
    Column("score", Integer, nullable=True),
    Column("band", String(8), nullable=True),
    Column("act", String(8), nullable=True),
    Column("promo", Float, nullable=False, comment="the share of its sentences that sell"),
    Column("reasons", JSON, nullable=False, comment="ids of the proven reasons to follow"),
    Column("hash", String(64), nullable=False, comment="of the text: the same post is in a feed once"),
    Index("uq_posts_brand_hash", "brand", "hash", unique=True),
    Index("ix_posts_workspace_at", "workspace", "at"),
    Index("ix_posts_brand_at", "brand", "at"),
    Index("ix_posts_draft", "draft"),
)

mutes = Table(
    "mutes",
    metadata,
    Column("workspace", BigInteger, ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
    Column("brand", BigInteger, ForeignKey("brands.id", ondelete="CASCADE"), nullable=False),
    Column("rule", String(64), nullable=False),
    Column("at", BigInteger, nullable=False),
    PrimaryKeyConstraint("brand", "rule"),
    Index("ix_mutes_workspace", "workspace"),
)

unfair = Table(
    "unfair",
    metadata,
    Column("workspace", BigInteger, ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
    Column("draft", BigInteger, ForeignKey("drafts.id", ondelete="CASCADE"), nullable=False),
    Column("rule", String(64), nullable=False),
    Column("person", BigInteger, nullable=True, comment="who called it unfair; null once they are forgotten"),
    Column("at", BigInteger, nullable=False),
    PrimaryKeyConstraint("draft", "rule"),
    Index("ix_unfair_workspace_at", "workspace", "at"),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("workspace", BigInteger, ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
    Column("brand", BigInteger, ForeignKey("brands.id", ondelete="CASCADE"), nullable=True),
    Column("kind", String(8), nullable=False, comment="heard, idea or result"),
    Column("draft", BigInteger, ForeignKey("drafts.id", ondelete="CASCADE"), nullable=True, comment="of a result"),
    Column("text", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("person", BigInteger, nullable=True, comment="who noted it; null once they are forgotten"),
    Index("ix_notes_workspace_at", "workspace", "at"),
    Index("ix_notes_brand", "brand"),
    Index("ix_notes_draft", "draft"),
)

schedules = Table(
    "schedules",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("workspace", BigInteger, ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
    Column("brand", BigInteger, ForeignKey("brands.id", ondelete="CASCADE"), nullable=True, comment="null: all"),
    Column("person", BigInteger, nullable=False, comment="the lead who asked for it"),
    Column("chat", BigInteger, nullable=False, comment="where it is sent"),
    Column("weekday", Integer, nullable=False, comment="0 is Monday"),
    Column("minute", Integer, nullable=False, comment="of the day, in the time zone"),
    Column("zone", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    Column("next_due", BigInteger, nullable=False),
    Column("leased", BigInteger, nullable=False, comment="somebody works on it until this time; 0: nobody"),
    Column("last_sent", BigInteger, nullable=True),
    Index("uq_schedules_workspace_chat", "workspace", "chat", unique=True),
    Index("ix_schedules_next_due", "next_due"),
    Index("ix_schedules_brand", "brand"),
)

dialogues = Table(
    "dialogues",
    metadata,
    Column("chat", BigInteger, nullable=False),
    Column("person", BigInteger, nullable=False),
    Column("name", String(16), nullable=False, comment="which conversation"),
    Column("step", String(32), nullable=False, comment="what the next message answers"),
    Column("state", JSON, nullable=False),
    Column("updated", BigInteger, nullable=False),
    PrimaryKeyConstraint("chat", "person"),
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
    Column("holder", BigInteger, nullable=True, comment="the replica that claimed it last; null: the only process"),
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
    Column("file_kind", String(8), nullable=True, comment="photo or document; null: a message of words alone"),
    Column("file_name", Text, nullable=True),
    Column("file", LargeBinary, nullable=True, comment="what is sent, so that a crash needs nothing made again"),
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
