"""Brands, teams, feeds and what is said around a draft; everybody leads the private workspace they had."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")
OF_A_CHAT = sa.text("kind <> 'team'")


def upgrade() -> None:
    extend_what_there_is()
    create_teams()
    create_feed()
    create_conversation()
    move_in()


def extend_what_there_is() -> None:
    op.add_column("workspaces", sa.Column("name", sa.Text, nullable=True, comment="a team's; the others need none"))
    op.add_column(
        "workspaces",
        sa.Column("zone", sa.String(64), nullable=True, comment="the time zone, like Europe/Warsaw; null: nobody said"),
    )
    if op.get_bind().dialect.name != "sqlite":
        # SQLite keeps no comments.
        op.alter_column("workspaces", "kind", comment="private, group, terminal or team")
        op.alter_column("workspaces", "chat", comment="the Telegram chat; 0 for the terminal and for teams")
    op.drop_index("uq_workspaces_kind_chat", "workspaces")
    op.create_index(
        "uq_workspaces_kind_chat",
        "workspaces",
        ["kind", "chat"],
        unique=True,
        sqlite_where=OF_A_CHAT,
        postgresql_where=OF_A_CHAT,
    )
    op.add_column("drafts", sa.Column("brand", sa.BigInteger, nullable=True, comment="a brand of the same workspace"))
    op.add_column("drafts", sa.Column("author", sa.BigInteger, nullable=True, comment="the person who sent it"))
    op.add_column(
        "drafts", sa.Column("posted_at", sa.BigInteger, nullable=True, comment="when the author said that it went out")
    )
    op.add_column(
        "drafts",
        sa.Column("network", sa.String(16), nullable=True, comment="chosen for this draft; null: the brand's first"),
    )
    op.create_index("ix_drafts_chat_answer", "drafts", ["chat", "answer"])
    op.create_index("ix_drafts_workspace_author", "drafts", ["workspace", "author"])
    op.create_index("ix_drafts_workspace_brand_id", "drafts", ["workspace", "brand", "id"])
    op.add_column(
        "versions",
        sa.Column(
            "promo", sa.Float, nullable=True, comment="the share of its sentences that sell; null before version 0002"
        ),
    )
    op.add_column(
        "versions",
        sa.Column("links", sa.JSON, nullable=True, comment="spans that carry a link which the text does not show"),
    )
    op.add_column(
        "inbox",
        sa.Column(
            "holder",
            sa.BigInteger,
            nullable=True,
            comment="the replica that claimed it last; null: the only process",
        ),
    )
    op.add_column(
        "outbox",
        sa.Column(
            "file_kind", sa.String(8), nullable=True, comment="photo or document; null: a message of words alone"
        ),
    )
    op.add_column("outbox", sa.Column("file_name", sa.Text, nullable=True))
    op.add_column(
        "outbox",
        sa.Column(
            "file", sa.LargeBinary, nullable=True, comment="what is sent, so that a crash needs nothing made again"
        ),
    )


def create_teams() -> None:
    op.create_table(
        "brands",
        sa.Column("id", Key, primary_key=True, autoincrement=True),
        workspace(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("settings", sa.JSON, nullable=False, comment="a BrandSettings"),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column(
            "updated", sa.BigInteger, nullable=False, comment="when somebody last changed or confirmed the settings"
        ),
        sa.Column(
            "asked_again", sa.BigInteger, nullable=True, comment="when the coach asked whether the settings still hold"
        ),
    )
    op.create_index("ix_brands_workspace_id", "brands", ["workspace", "id"])
    op.create_table(
        "people",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False, comment="the Telegram id"),
        sa.Column("language", sa.String(8), nullable=True, comment="the person's choice; null: as in their Telegram"),
        sa.Column(
            "sends_to",
            sa.BigInteger,
            sa.ForeignKey("workspaces.id", ondelete="SET NULL"),
            nullable=True,
            comment="where their drafts go; null: to their private workspace",
        ),
        sa.Column("created", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_people_sends_to", "people", ["sends_to"])
    op.create_table(
        "members",
        workspace(),
        sa.Column("person", sa.BigInteger, sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("role", sa.String(8), nullable=False, comment="lead or member"),
        sa.Column(
            "brand",
            sa.BigInteger,
            sa.ForeignKey("brands.id", ondelete="SET NULL"),
            nullable=True,
            comment="the current one",
        ),
        sa.Column("name", sa.Text, nullable=True, comment="only if the person agreed to be named in this team"),
        sa.Column("function", sa.Text, nullable=True, comment="the department they write for, in their own words"),
        sa.Column("joined", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("workspace", "person"),
    )
    op.create_index("ix_members_person", "members", ["person"])
    op.create_index("ix_members_brand", "members", ["brand"])
    op.create_table(
        "invitations",
        sa.Column("id", Key, primary_key=True, autoincrement=True),
        workspace(),
        sa.Column("hash", sa.String(64), nullable=False, comment="of the token; the token itself is only in the link"),
        sa.Column("role", sa.String(8), nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("expires", sa.BigInteger, nullable=False),
        sa.Column("invited_by", sa.BigInteger, nullable=False),
        sa.Column("used_by", sa.BigInteger, nullable=True),
        sa.Column("used_at", sa.BigInteger, nullable=True),
    )
    op.create_index("uq_invitations_hash", "invitations", ["hash"], unique=True)
    op.create_index("ix_invitations_workspace", "invitations", ["workspace"])


def create_feed() -> None:
    op.create_table(
        "posts",
        sa.Column("id", Key, primary_key=True, autoincrement=True),
        workspace(),
        brand(),
        sa.Column("draft", sa.BigInteger, sa.ForeignKey("drafts.id", ondelete="SET NULL"), nullable=True),
        sa.Column(
            "at", sa.BigInteger, nullable=True, comment="when it was published; null: the audit's file did not say"
        ),
        sa.Column("added", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("network", sa.String(16), nullable=False),
        sa.Column("source", sa.String(8), nullable=False, comment="audit or posted"),
        sa.Column("score", sa.Integer, nullable=True),
        sa.Column("band", sa.String(8), nullable=True),
        sa.Column("act", sa.String(8), nullable=True),
        sa.Column("promo", sa.Float, nullable=False, comment="the share of its sentences that sell"),
        sa.Column("reasons", sa.JSON, nullable=False, comment="ids of the proven reasons to follow"),
        sa.Column("hash", sa.String(64), nullable=False, comment="of the text: the same post is in a feed once"),
    )
    op.create_index("uq_posts_brand_hash", "posts", ["brand", "hash"], unique=True)
    op.create_index("ix_posts_workspace_at", "posts", ["workspace", "at"])
    op.create_index("ix_posts_brand_at", "posts", ["brand", "at"])
    op.create_index("ix_posts_draft", "posts", ["draft"])


def create_conversation() -> None:
    op.create_table(
        "mutes",
        workspace(),
        brand(),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("brand", "rule"),
    )
    op.create_index("ix_mutes_workspace", "mutes", ["workspace"])
    op.create_table(
        "unfair",
        workspace(),
        sa.Column("draft", sa.BigInteger, sa.ForeignKey("drafts.id", ondelete="CASCADE"), nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("person", sa.BigInteger, nullable=True, comment="who called it unfair; null once they are forgotten"),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("draft", "rule"),
    )
    op.create_index("ix_unfair_workspace_at", "unfair", ["workspace", "at"])
    op.create_table(
        "notes",
        sa.Column("id", Key, primary_key=True, autoincrement=True),
        workspace(),
        brand(nullable=True),
        sa.Column("kind", sa.String(8), nullable=False, comment="heard, idea or result"),
        sa.Column(
            "draft", sa.BigInteger, sa.ForeignKey("drafts.id", ondelete="CASCADE"), nullable=True, comment="of a result"
        ),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=True, comment="who noted it; null once they are forgotten"),
    )
    op.create_index("ix_notes_workspace_at", "notes", ["workspace", "at"])
    op.create_index("ix_notes_brand", "notes", ["brand"])
    op.create_index("ix_notes_draft", "notes", ["draft"])
    op.create_table(
        "schedules",
        sa.Column("id", Key, primary_key=True, autoincrement=True),
        workspace(),
        brand(nullable=True, comment="null: all"),
        sa.Column("person", sa.BigInteger, nullable=False, comment="the lead who asked for it"),
        sa.Column("chat", sa.BigInteger, nullable=False, comment="where it is sent"),
        sa.Column("weekday", sa.Integer, nullable=False, comment="0 is Monday"),
        sa.Column("minute", sa.Integer, nullable=False, comment="of the day, in the time zone"),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("next_due", sa.BigInteger, nullable=False),
        sa.Column("leased", sa.BigInteger, nullable=False, comment="somebody works on it until this time; 0: nobody"),
        sa.Column("last_sent", sa.BigInteger, nullable=True),
    )
    op.create_index("uq_schedules_workspace_chat", "schedules", ["workspace", "chat"], unique=True)
    op.create_index("ix_schedules_next_due", "schedules", ["next_due"])
    op.create_index("ix_schedules_brand", "schedules", ["brand"])
    op.create_table(
        "dialogues",
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("name", sa.String(16), nullable=False, comment="which conversation"),
        sa.Column("step", sa.String(32), nullable=False, comment="what the next message answers"),
        sa.Column("state", sa.JSON, nullable=False),
        sa.Column("updated", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("chat", "person"),
    )


def move_in() -> None:
    """A private chat's number is its person's."""
    op.execute("INSERT INTO people (id, created) SELECT chat, created FROM workspaces WHERE kind = 'private'")
    op.execute(
        "INSERT INTO members (workspace, person, role, joined) "
        "SELECT id, chat, 'lead', created FROM workspaces WHERE kind = 'private'"
    )
    op.execute(
        "UPDATE drafts SET author = chat "
        "WHERE EXISTS (SELECT 1 FROM workspaces w WHERE w.id = drafts.workspace AND w.kind = 'private')"
    )


def workspace() -> sa.Column[int]:
    return sa.Column("workspace", sa.BigInteger, sa.ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False)


def brand(*, nullable: bool = False, comment: str | None = None) -> sa.Column[int]:
    of = sa.ForeignKey("brands.id", ondelete="CASCADE")
    return sa.Column("brand", sa.BigInteger, of, nullable=nullable, comment=comment)
