"""Times are kept in UTC, whatever time zone they were given in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import StatementError

from store import Store
from tests.store.words import FIRST

BEIJING = timezone(timedelta(hours=8))


def test_a_time_of_another_zone_is_the_same_moment(url: str) -> None:
    store = Store.open(url, clock=lambda: datetime(2026, 9, 1, 8, 30, 15, 123456, tzinfo=BEIJING))
    store.add_school("甲", "秋", document="{}", problem=None, who="王", note=FIRST)
    (school,) = store.schools()
    assert school.created == datetime(2026, 9, 1, 0, 30, 15, 123456, tzinfo=UTC)
    assert school.created.tzinfo is UTC
    store.close()


def test_a_time_without_zone_is_refused(url: str) -> None:
    naive = datetime(2026, 9, 1, 8, 30, tzinfo=UTC).replace(tzinfo=None)
    store = Store.open(url, clock=lambda: naive)
    with pytest.raises(StatementError, match="without time zone"):
        store.add_school("甲", "秋", document="{}", problem=None, who="王", note=FIRST)
    assert store.schools() == ()
    store.close()
