"""Brings a store's tables up to this release, all or nothing; a store of a newer release is refused."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from models import Text
from store.connection import for_writing
from store.errors import StoreError
from store.tables import Row

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "kehou_version"
_LOCK_NUMBER = 0x6B65686F75  # PostgreSQL's locks have numbers; this is “kehou”
_alembic = Lock()  # Alembic keeps what it works on in global variables


class NewerStoreError(StoreError):
    """A newer release of the program made this store."""

    def __init__(self, place: str) -> None:
        super().__init__(
            Text(
                f"{place} 是更新版本的程序建立的，这个版本打不开：请更新程序。数据没有改动。",
                f"{place} was made by a newer release of the program, which this one cannot open: "
                "update the program. The data were not touched.",
            )
        )


class NotAStoreError(StoreError):
    """A database of something else."""

    def __init__(self, place: str) -> None:
        super().__init__(
            Text(
                f"{place} 是别的程序的数据库：为了不弄乱它，没有打开。请换一个位置。",
                f"{place} is another program's database and was left alone: choose another place.",
            )
        )


def bring_up_to_date(
    engine: Engine,
    place: str,
    *,
    empty: bool = True,
    before: Callable[[str], None] | None = None,
) -> None:
    """Make the tables or bring them to the newest form, in one transaction.

    `empty`: whether an empty database may become a store. `before` is called with the present revision when a store
    that holds data is about to be changed. Raises NewerStoreError, NotAStoreError.
    """
    scripts = ScriptDirectory(str(MIGRATIONS))
    newest = scripts.get_current_head()
    with engine.connect() as connection:
        if _revision(connection) == newest:
            return
    with _alembic, for_writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK_NUMBER})"))
        present = _revision(connection)
        if present is None and (not empty or _holds_other_tables(connection)):
            raise NotAStoreError(place)
        if present is not None and present not in {script.revision for script in scripts.walk_revisions()}:
            raise NewerStoreError(place)
        if present == newest:  # another process was faster
            return
        if present is not None and before is not None:
            before(present)
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()


def _holds_other_tables(connection: Connection) -> bool:
    """A file must be empty; a PostgreSQL database may be shared, as long as no name is taken."""
    present = set(inspect(connection).get_table_names())
    return bool(present if connection.dialect.name == "sqlite" else present & set(Row.metadata.tables))
