"""The store: everything that is kept between two visits, in one object that any thread may use."""

from collections.abc import Callable
from datetime import datetime

from store.connection import engine_for, sentences
from store.jobs import Jobs
from store.office_settings import OfficeSettings
from store.place import location, store_url
from store.scenarios import Scenarios
from store.schools import Schools
from store.tables import Row
from store.timetables import Timetables
from store.versions import Versions


class Store(Schools, Versions, Timetables, Scenarios, Jobs, OfficeSettings):
    """An open store. `location` is the file's path, or the database's URL without its password."""

    @classmethod
    def open(cls, url: str | None = None, *, clock: Callable[[], datetime] | None = None) -> "Store":
        """Open the store, and make it if there is none: at this URL or path, else KEHOU_STORE, else the user's file.

        `clock` gives the time in place of the machine's. Raises StoreError.
        """
        where = store_url(url)
        engine = engine_for(where)
        with sentences(location(where)):
            Row.metadata.create_all(engine)
        return cls(engine, location(where), clock)
