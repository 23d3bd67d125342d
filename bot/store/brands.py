"""The brands of a workspace: what a team declared about each of its channels, and which one a person writes for."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from pydantic import TypeAdapter
from sqlalchemy import Connection, RowMapping, bindparam, select, update
from sqlalchemy import delete as delete_from

from bot.engine.model import Brand as Declared
from bot.engine.model import Language, Network, Stance
from bot.store.clock import Clock, now
from bot.store.connection import Database, storable
from bot.store.tables import brands, drafts, members

# More than anybody needs, and few enough for buttons.
MOST_BRANDS = 20

Promise = Literal["support", "deal", "exclusive", "guidance", "entertainment", "conversation"]
PROMISES: tuple[Promise, ...] = ("support", "deal", "exclusive", "guidance", "entertainment", "conversation")
MOST_PROMISES = 3

Address = Literal["", "ty", "wy", "panstwo", "ты", "вы"]


@dataclass(frozen=True, slots=True)
class BrandSettings:
    """What is known about a brand. Nothing is required; what nobody said is at its default."""

    reach: str = ""
    """Whom the brand reaches, in the team's words."""
    promise: tuple[Promise, ...] = ()
    """What followers are promised, at most three kinds."""
    manifesto: str = ""
    """The brand's promise in one sentence."""
    asked: bool | None = None
    """Whether the followers were asked what they want; None while nobody said."""
    asked_at: int | None = None
    """When they were last asked, in milliseconds."""
    said: str = ""
    """What they said."""
    networks: tuple[Network, ...] = ()
    """Where the brand posts; drafts are judged for the first of them."""
    channel: Literal["mass", "community"] = "mass"
    stance: Stance = "balanced"
    space: Literal["library", "bookshop", "mixed"] = "mixed"
    answerer: bool | None = None
    """Whether somebody answers replies; None while nobody said."""
    answers: str = ""
    """Who answers and until when, in the team's words ("Ola, until 18:00")."""
    promo_limit: float = 0.30
    address: Address = ""
    """How readers are addressed, in Polish or Russian."""
    language: Language | None = None
    """The channel's language; None leaves it to each draft."""
    topics: str = ""
    legal: Literal["off", "us", "eu-pl", "ru"] = "off"
    crisis: bool = False

    def declared(self, name: str, muted: frozenset[str] = frozenset()) -> Declared:
        """The part that the engine judges by."""
        return Declared(
            name=name,
            promise=self.promise,
            stance=self.stance,
            space=self.space,
            channel=self.channel,
            answerer=self.answerer,
            promo_limit=self.promo_limit,
            legal=self.legal,
            crisis=self.crisis,
            muted=muted,
        )


SETTINGS = TypeAdapter(BrandSettings)


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand as it is kept."""

    id: int
    workspace: int
    name: str
    settings: BrandSettings
    created: int
    updated: int
    asked_again: int | None


class Brands:
    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def all(self, workspace: int) -> list[Brand]:
        """The brands of a workspace, the oldest first."""
        query = select(brands).where(brands.c.workspace == workspace).order_by(brands.c.id)
        return await self._database.ask(
            lambda connection: [_brand(row) for row in connection.execute(query).mappings()]
        )

    async def get(self, workspace: int, brand: int) -> Brand | None:
        """A brand of this workspace; None for one of another workspace, as for one that does not exist."""
        return await self._database.ask(lambda connection: find(connection, workspace, brand))

    async def current(self, workspace: int, person: int | None) -> Brand | None:
        """The brand a person chose in this workspace, else its oldest one; None where there is none."""
        return await self._database.ask(lambda connection: current(connection, workspace, person))

    async def add(self, workspace: int, person: int, name: str, settings: BrandSettings | None = None) -> int | None:
        """A new brand, which the person writes for from now on; None where there are too many already."""
        at = self._clock()

        def add(connection: Connection) -> int | None:
            there = select(brands.c.id).where(brands.c.workspace == workspace)
            if len(connection.execute(there).all()) >= MOST_BRANDS:
                return None
            made = brands.insert().values(
                workspace=workspace,
                name=storable(name),
                settings=_plain(_checked(settings or BrandSettings())),
                created=at,
                updated=at,
            )
            brand: int = connection.execute(made.returning(brands.c.id)).scalar_one()
            _choose(connection, workspace, person, brand)
            return brand

        return await self._database.keep(add)

    async def choose(self, workspace: int, person: int, brand: int) -> bool:
        """Let the person write for this brand from now on."""

        def choose(connection: Connection) -> bool:
            if find(connection, workspace, brand) is None:
                return False
            return _choose(connection, workspace, person, brand)

        return await self._database.keep(choose)

    async def rename(self, workspace: int, brand: int, name: str) -> bool:
        return await self._set(workspace, brand, name=storable(name), updated=self._clock())

    async def change(self, workspace: int, brand: int, **settings: Any) -> bool:
        """Set some of the settings of a brand; False if the workspace has no such brand.

        Raises TypeError for a setting and pydantic's ValidationError for a value that does not exist.
        """

        def change(connection: Connection) -> bool:
            found = find(connection, workspace, brand, to_change=True)
            if found is None:
                return False
            changed = _checked(replace(found.settings, **settings))
            connection.execute(
                update(brands)
                .where(brands.c.workspace == workspace, brands.c.id == brand)
                .values(settings=_plain(changed), updated=self._clock())
            )
            return True

        return await self._database.keep(change)

    async def confirm(self, workspace: int, brand: int) -> bool:
        """Somebody said that the settings still hold."""
        return await self._set(workspace, brand, updated=self._clock())

    async def asked_again(self, workspace: int, brand: int) -> bool:
        """The coach has asked whether the settings still hold."""
        return await self._set(workspace, brand, asked_again=self._clock())

    async def remove(self, workspace: int, brand: int) -> bool:
        """The brand with its feed, its mutes and its notes; its drafts stay, without a brand."""

        def remove(connection: Connection) -> bool:
            of = drafts.c.workspace == workspace, drafts.c.brand == brand
            connection.execute(update(drafts).where(*of).values(brand=None))
            gone = delete_from(brands).where(brands.c.workspace == workspace, brands.c.id == brand)
            return connection.execute(gone).rowcount > 0

        return await self._database.keep(remove)

    async def _set(self, workspace: int, brand: int, **values: object) -> bool:
        statement = update(brands).where(brands.c.workspace == workspace, brands.c.id == brand).values(**values)
        return await self._database.keep(lambda connection: connection.execute(statement).rowcount > 0)


def find(connection: Connection, workspace: int, brand: int, *, to_change: bool = False) -> Brand | None:
    """None if the workspace has no such brand; one that is found `to_change` changes for nobody else meanwhile."""
    query = select(brands).where(brands.c.workspace == workspace, brands.c.id == brand)
    query = query.with_for_update() if to_change else query
    row = connection.execute(query).mappings().first()
    return None if row is None else _brand(row)


CHOSEN = select(members.c.brand).where(
    members.c.workspace == bindparam("workspace"), members.c.person == bindparam("person")
)
CURRENT = (
    select(brands)
    .where(brands.c.workspace == bindparam("workspace"))
    .order_by((brands.c.id == CHOSEN.scalar_subquery()).desc().nulls_last(), brands.c.id)
    .limit(1)
)


def current(connection: Connection, workspace: int, person: int | None) -> Brand | None:
    row = connection.execute(CURRENT, {"workspace": workspace, "person": person}).mappings().first()
    return None if row is None else _brand(row)


def _choose(connection: Connection, workspace: int, person: int, brand: int) -> bool:
    of = update(members).where(members.c.workspace == workspace, members.c.person == person)
    return connection.execute(of.values(brand=brand)).rowcount > 0


def _checked(settings: BrandSettings) -> BrandSettings:
    values = {name: storable(value) if isinstance(value, str) else value for name, value in asdict(settings).items()}
    return SETTINGS.validate_python(values)


def _plain(settings: BrandSettings) -> dict[str, Any]:
    plain: dict[str, Any] = SETTINGS.dump_python(settings, mode="json")
    return plain


def _brand(row: RowMapping) -> Brand:
    return Brand(
        id=row["id"],
        workspace=row["workspace"],
        name=row["name"],
        settings=SETTINGS.validate_python(row["settings"]),
        created=row["created"],
        updated=row["updated"],
        asked_again=row["asked_again"],
    )
