"""The people who talk to the bot: their language, and nothing else that they did not ask to be kept."""

from __future__ import annotations

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.store.clock import Clock, now
from bot.store.connection import Database
from bot.store.tables import people


class People:
    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def language(self, person: int) -> str | None:
        """The language somebody chose; None while they leave it to their Telegram."""
        query = select(people.c.language).where(people.c.id == person)

        def language(connection: Connection) -> str | None:
            chosen: str | None = connection.execute(query).scalar()
            return chosen

        return await self._database.ask(language)

    async def speak(self, person: int, language: str | None) -> None:
        """Answer this person in a language, or (None) in that of their Telegram again."""

        def speak(connection: Connection) -> None:
            meet(connection, person, self._clock())
            connection.execute(update(people).where(people.c.id == person).values(language=language))

        await self._database.keep(speak)


def meet(connection: Connection, person: int, at: int) -> None:
    """Know this person from now on, inside the caller's transaction."""
    insert = sqlite_insert(people) if connection.dialect.name == "sqlite" else postgresql_insert(people)
    connection.execute(insert.values(id=person, created=at).on_conflict_do_nothing(index_elements=["id"]))
