"""Settings of the office for a school, such as its prices of repairs: a key and a JSON value."""

import json

from pydantic import JsonValue
from sqlalchemy.orm import Session

from store.errors import LostUpdateError
from store.opened import OpenedStore, school_row
from store.tables import SettingRow
from store.values import SavedSetting, SchoolId


class OfficeSettings(OpenedStore):
    """The part of the store that keeps settings."""

    def settings(self, school_id: SchoolId, key: str) -> SavedSetting | None:
        """The setting; None if it was never saved. Raises NotFoundError for an unknown school."""
        with self._reading() as session:
            school_row(session, school_id)
            row = session.get(SettingRow, (school_id, key))
            return None if row is None else _saved(row)

    def save_settings(self, school_id: SchoolId, key: str, value: JsonValue, *, who: str, after: int) -> SavedSetting:
        """Save it. `after` is the number of the saved setting that was edited, 0 if there was none.

        Raises LostUpdateError if somebody else saved it since; NotFoundError.
        """

        def work(session: Session) -> SavedSetting:
            school_row(session, school_id)
            row = session.get(SettingRow, (school_id, key))
            if row is not None and row.edition != after:
                raise LostUpdateError(_saved(row), after)
            if row is None:
                row = SettingRow(school_id=school_id, key=key)
                session.add(row)
            row.value = json.dumps(value, ensure_ascii=False, allow_nan=False)
            row.saved_at, row.saved_by = self._now(session), who
            session.flush()
            return _saved(row)

        return self._write(work)


def _saved(row: SettingRow) -> SavedSetting:
    return SavedSetting(number=row.edition, when=row.saved_at, who=row.saved_by, value=json.loads(row.value))
