"""A clock for the tests."""

from datetime import UTC, datetime, timedelta


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 9, 1, 7, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Move it on."""
        self.now += timedelta(seconds=seconds)
