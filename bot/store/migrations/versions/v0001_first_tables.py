"""The first tables: workspaces, drafts and their versions, inbox, outbox, marks."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "workspaces",
        sa.Column("id", Key, primary_key=True, autoincrement=True),
        sa.Column("kind", sa.String(16), nullable=False, comment="private, group or terminal"),
        sa.Column("chat", sa.BigInteger, nullable=False, comment="the Telegram chat; 0 for the terminal"),
        sa.Column("created", sa.BigInteger, nullable=False),
    )
    op.create_index("uq_workspaces_kind_chat", "workspaces", ["kind", "chat"], unique=True)
    op.create_table(
        "drafts",
        sa.Column("id", Key, primary_key=True, autoincrement=True),
        sa.Column("workspace", sa.BigInteger, sa.ForeignKey("workspaces.id"), nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column(
            "message", sa.BigInteger, nullable=True, comment="the author's message; null when typed in a terminal"
        ),
        sa.Column(
            "answer", sa.BigInteger, nullable=True, comment="the bot's message, which an edit of the draft updates"
        ),
        sa.Column("created", sa.BigInteger, nullable=False),
    )
    op.create_index("uq_drafts_workspace_chat_message", "drafts", ["workspace", "chat", "message"], unique=True)
    op.create_table(
        "versions",
        sa.Column("id", Key, primary_key=True, autoincrement=True),
        sa.Column("workspace", sa.BigInteger, sa.ForeignKey("workspaces.id"), nullable=False),
        sa.Column("draft", sa.BigInteger, sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("picture", sa.Integer, nullable=False),
        sa.Column("network", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=True),
        sa.Column("score", sa.Integer, nullable=True),
        sa.Column("band", sa.String(8), nullable=True),
        sa.Column("no_score", sa.String(16), nullable=True),
        sa.Column("act", sa.String(8), nullable=True),
        sa.Column("confidence", sa.String(8), nullable=False),
        sa.Column("findings", sa.JSON, nullable=False),
        sa.Column("lines", sa.JSON, nullable=False),
        sa.Column("brake", sa.JSON, nullable=True),
        sa.Column("rules_version", sa.String(64), nullable=False),
        sa.Column("rules_hash", sa.String(64), nullable=False),
    )
    op.create_index("ix_versions_workspace_at", "versions", ["workspace", "at"])
    op.create_index("ix_versions_draft_id", "versions", ["draft", "id"])
    op.create_table(
        "inbox",
        sa.Column("id", Key, primary_key=True, autoincrement=True),
        sa.Column("update_id", sa.BigInteger, nullable=False, comment="Telegram's; a second delivery changes nothing"),
        sa.Column(
            "lane", sa.BigInteger, nullable=False, comment="rows of one lane are handled one after the other: the chat"
        ),
        sa.Column("body", sa.Text, nullable=False, comment="the update as Telegram sent it"),
        sa.Column("state", sa.String(16), nullable=False, comment="new, done or quarantined"),
        sa.Column("received", sa.BigInteger, nullable=False),
        sa.Column("due", sa.BigInteger, nullable=False, comment="not before this time"),
        sa.Column("leased", sa.BigInteger, nullable=False, comment="somebody works on it until this time; 0: nobody"),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("finished", sa.BigInteger, nullable=True),
        sa.Column("reason", sa.Text, nullable=True),
    )
    op.create_index("uq_inbox_update_id", "inbox", ["update_id"], unique=True)
    op.create_index("ix_inbox_state_lane_id", "inbox", ["state", "lane", "id"])
    op.create_table(
        "outbox",
        sa.Column("id", Key, primary_key=True, autoincrement=True),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("update_id", sa.BigInteger, nullable=True, comment="the update that it answers"),
        sa.Column(
            "draft",
            sa.BigInteger,
            sa.ForeignKey("drafts.id"),
            nullable=True,
            comment="the draft whose one answer this is",
        ),
        sa.Column("html", sa.Text, nullable=False),
        sa.Column("buttons", sa.JSON, nullable=True, comment="rows of [label, callback data]"),
        sa.Column("reply_to", sa.BigInteger, nullable=True),
        sa.Column("edits", sa.BigInteger, nullable=True, comment="the bot's message to change; null: a new one"),
        sa.Column("state", sa.String(16), nullable=False, comment="new, sent or dropped"),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("due", sa.BigInteger, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("finished", sa.BigInteger, nullable=True),
        sa.Column("message", sa.BigInteger, nullable=True, comment="the message it became"),
        sa.Column("reason", sa.Text, nullable=True),
    )
    op.create_index("ix_outbox_state_chat_id", "outbox", ["state", "chat", "id"])
    op.create_table(
        "marks",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
