"""The store: everything that is kept between two visits, in one object that any thread may use."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from store.connection import engine_for, sentences
from store.copies import Copies
from store.erasing import Erasing
from store.files import copy_database, free_name, written_beside
from store.jobs import Jobs
from store.migrate import bring_up_to_date
from store.office_settings import OfficeSettings
from store.place import location, store_url
from store.scenarios import Scenarios
from store.schools import Schools
from store.sign_ins import SignIns
from store.turns import Turns


class Store(Schools, Turns, Scenarios, Jobs, OfficeSettings, SignIns, Erasing, Copies):
    """An open store. `location` is the file's path, or the database's URL without its password."""

    @classmethod
    def open(cls, url: str | None = None, *, clock: Callable[[], datetime] | None = None) -> "Store":
        """Open the store, and make it if there is none: at this URL or path, else KEHOU_STORE, else the user's file.

        `clock` gives the time in place of the machine's. Raises StoreError.
        """
        where = store_url(url)
        shown = location(where)
        engine = engine_for(where)
        file = Path(shown) if where.get_backend_name() == "sqlite" else None

        def keep(revision: str) -> None:
            if file is not None:
                kept = free_name(file.with_name(f"{file.stem}-before-update-from-{revision}.db"))
                with written_beside(kept) as scratch:
                    copy_database(file, scratch)

        try:
            with sentences(shown):
                bring_up_to_date(engine, shown, before=keep)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, shown, file, clock)

    def for_long_work(self) -> "Store":
        """What a job writes with, which goes on when the session that began it is over."""
        return self
