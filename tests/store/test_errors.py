"""Every refusal has both languages, and times in it are the reader's."""

import os
import time
from datetime import UTC, datetime

import pytest

from models import Text
from store.errors import clock_time


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone of a process cannot be changed here")
def test_times_are_those_of_the_readers_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    before = os.environ.get("TZ")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        found = clock_time(datetime(2027, 3, 17, 16, 5, tzinfo=UTC))
    finally:
        monkeypatch.delenv("TZ") if before is None else monkeypatch.setenv("TZ", before)
        time.tzset()
    assert found == Text("3月18日 00:05", "2027-03-18 00:05")
