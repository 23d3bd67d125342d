"""A PostgreSQL of the tests' own: a cluster in a temporary folder, which nobody else uses and which leaves nothing."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import asyncpg

from bot.store.connection import open_database
from bot.store.migrate import NEWEST
from bot.store.tables import metadata
from tests.support.ports import free_port

OWNER, PASSWORD = "whyfollow", "a-password-of-the-tests"
MISSING = "PostgreSQL's programs are not here: what runs on PostgreSQL is NOT tested (Debian: apt install postgresql)"

# A test's data need not survive a power cut; that of a server which is killed is safe all the same.
QUICK = {"fsync": "off", "full_page_writes": "off"}

EMPTY = "".join(
    [
        *(f"DELETE FROM {table.name};" for table in reversed(metadata.sorted_tables)),
        # Numbers begin at 1 again, as in a new database.
        "SELECT setval(seqrelid, 1, false) FROM pg_sequence;",
        f"UPDATE alembic_version SET version_num = '{NEWEST}'",
    ]
)


def programs() -> Path | None:
    """The folder of initdb and pg_ctl: on the PATH, or where Debian keeps them, the newest version first."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(debian, key=lambda folder: float(folder.parent.name), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


def unprivileged() -> str | None:
    """PostgreSQL refuses to run as root: then it runs as this user."""
    if os.geteuid() != 0:
        return None
    known = {user.pw_name for user in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


@dataclass
class Cluster:
    """A running server; each test takes a database of its own."""

    programs: Path
    folder: Path
    port: int
    user: str | None
    _numbers: Iterator[int] = field(default_factory=count)
    _made: bool = False

    def url(self, name: str, *, user: str = OWNER, password: str = PASSWORD) -> str:
        return f"postgresql+asyncpg://{user}:{password}@127.0.0.1:{self.port}/{name}"

    def start(self) -> None:
        self.control("-w", "-l", str(self.folder / "log"), "start")

    def stop(self, how: str = "immediate") -> None:
        """`immediate` is a crash: nobody gets time to finish."""
        self.control("-w", "-m", how, "stop")

    def control(self, *arguments: str) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), *arguments)

    def run(self, program: str, *arguments: str) -> None:
        # Not a pipe: that would stay open for as long as the server runs.
        with (self.folder / "errors").open("w") as errors:
            ended = subprocess.run(
                [self.programs / program, *arguments],
                user=self.user,
                cwd=self.folder,
                env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        assert ended.returncode == 0, (self.folder / "errors").read_text()

    @asynccontextmanager
    async def asked(self, name: str = "postgres") -> AsyncIterator[asyncpg.Connection]:
        connection = await asyncpg.connect(self.url(name).replace("+asyncpg", ""))
        try:
            yield connection
        finally:
            await connection.close()

    @asynccontextmanager
    async def database(self) -> AsyncIterator[str]:
        """The address of a database with our tables and nothing in them: emptying one is quicker than making one."""
        if not self._made:
            async with self.asked() as connection:
                await connection.execute("CREATE DATABASE tables")
            async with open_database(self.url("tables")):
                self._made = True
        yield self.url("tables")
        async with self.asked("tables") as connection:
            await connection.execute(EMPTY)

    @asynccontextmanager
    async def empty_database(self) -> AsyncIterator[str]:
        """The address of a new database without any tables; it is gone afterwards."""
        name = f"test_{next(self._numbers)}"
        async with self.asked() as connection:
            await connection.execute(f"CREATE DATABASE {name}")
            yield self.url(name)
            await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def cluster(found: Path, settings: dict[str, str] = QUICK) -> Iterator[Cluster]:
    """A new cluster, started, and stopped and removed at the end."""
    with tempfile.TemporaryDirectory(prefix="whyfollow-postgres-", ignore_cleanup_errors=True) as name:
        made = Cluster(found, Path(name), free_port(), unprivileged())
        (made.folder / "password").write_text(PASSWORD)
        if made.user is not None:
            for path in (made.folder, made.folder / "password"):
                shutil.chown(path, made.user)
        set_up(made, {**settings, "port": str(made.port), "listen_addresses": "'127.0.0.1'"})
        made.start()
        try:
            yield made
        finally:
            made.stop()


def set_up(made: Cluster, settings: dict[str, str]) -> None:
    made.run(
        "initdb", "-D", str(made.folder / "data"), "-U", OWNER, "--pwfile", str(made.folder / "password"),
        "--no-sync", "--encoding", "UTF8", "--locale", "C", "--auth", "password",
    )  # fmt: skip
    with (made.folder / "data" / "postgresql.conf").open("a") as written:
        written.writelines(f"{name} = {value}\n" for name, value in settings.items())
        written.write("unix_socket_directories = ''\n")


def server(settings: dict[str, str] = QUICK) -> AbstractContextManager[Cluster]:
    """A cluster for a measurement: without the programs there is nothing to measure."""
    found = programs()
    if found is None:
        raise SystemExit(MISSING)
    return cluster(found, settings)
