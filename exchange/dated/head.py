"""What the handouts for dates are made from, and how they are headed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from exchange.handouts.head import Head
from models import DatedTimetable, Language, Problem

Clock = Callable[[date, int], tuple[time, time] | None]  # from when to when a period lasts on a date, local time


@dataclass(frozen=True)
class DatedHead:
    """A weekly timetable with its head, laid on the dates of the term; and what has become of it, where it is known."""

    head: Head
    dated: DatedTimetable  # as planned
    clock: Clock
    actual: DatedTimetable | None = None  # with substitutes and cancellations; none = as planned
    turns: tuple[tuple[date | None, str], ...] = ()  # of several timetables within the term: first day, fingerprint

    @property
    def problem(self) -> Problem:
        """The school."""
        return self.head.problem

    @property
    def language(self) -> Language:
        """Of the handouts."""
        return self.head.language

    @property
    def held(self) -> DatedTimetable:
        """What takes place, as far as it is known."""
        return self.dated if self.actual is None else self.actual

    def say(self, zh: str, en: str) -> str:
        """The sentence in the language of the handouts."""
        return self.head.say(zh, en)

    @property
    def marks(self) -> str:
        """School, term, the marks of the data and of the calendar, and the date: one line for the head of a sheet."""
        head, say = self.head, self.say
        parts = [
            f"{self.problem.school} · {self.problem.term.name}",
            head.name,
            say("指纹 ", "fingerprint ") + head.timetable.fingerprint,
            self.since,
            self.calendar_mark,
            "" if head.printed is None else say("打印 ", "printed ") + head.printed.isoformat(),
        ]
        return " · ".join(filter(None, parts))

    @property
    def since(self) -> str:
        """10.19 起；之前 1A2B-3C4D: from when on the timetable holds, and the marks of those before; else empty."""
        if len(self.turns) < 2 or (first := self.turns[-1][0]) is None:
            return ""
        before = self.say("、", ", ").join(dict.fromkeys(mark for _, mark in self.turns[:-1]))
        return self.say(f"{first.month}.{first.day} 起；之前 {before}", f"from {first:%d %b}; before {before}")

    @property
    def calendar_mark(self) -> str:
        """校历 1A2B: another one says that the term has other dates now."""
        return self.say("校历 ", "calendar ") + self.dated.calendar_mark

    @property
    def warning(self) -> str:
        """What must stand on every page; empty if the timetable is sound."""
        return "" if self.head.warning is None else self.head.warning.in_language(self.language)


@dataclass(frozen=True)
class Edition:
    """A dated timetable as it was handed out at some time, so that calendars can tell what has changed since."""

    problem: Problem
    dated: DatedTimetable
    clock: Clock
    when: datetime  # with its time zone
