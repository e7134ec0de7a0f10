"""A calendar file (RFC 5545): its events, what has changed since earlier editions, and what was dropped."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, TimezoneStandard, vText
from icalendar import Event as Entry

from exchange.dated.events import Event, Key

ZONE = ZoneInfo("Asia/Shanghai")
_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Issue:
    """The events of one reader as they were handed out at some time."""

    events: dict[Key, Event]
    when: datetime


@dataclass(frozen=True)
class Sheet:
    """How a calendar is called, and what its events' ids are made from."""

    owner: str  # school and term: the same for all calendars of a term
    reader: str  # person/王1 or class/一1
    title: str
    about: str
    warning: str = ""  # first line of every event


def calendar_file(sheet: Sheet, now: Issue, earlier: Sequence[Issue] = ()) -> bytes:
    """The file. `earlier` are the editions before, oldest first.

    An event's id depends on the term, the date, the period and which meeting it is, so that reading the file in again
    replaces it. Its sequence number is the minute of the oldest edition since which it has been the same, and so grows
    with every change whichever editions are known. What an earlier edition had and this one has not is cancelled.
    """
    calendar = _begun(sheet)
    editions = [*sorted(earlier, key=lambda issue: issue.when), now]
    keys = sorted({key for issue in editions for key in issue.events})
    for key in keys:
        states = [issue.events.get(key) for issue in editions]
        since = len(states) - 1
        while since > 0 and states[since - 1] == states[-1]:
            since -= 1
        last = next(state for state in reversed(states) if state is not None)
        calendar.add_component(_entry(sheet, last, editions[since].when, cancelled=states[-1] is None))
    return bytes(calendar.to_ical())


def _begun(sheet: Sheet) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Kehou//after-school timetables//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    # As texts, for the library does not escape properties that it does not know.
    calendar.add("x-wr-calname", vText(sheet.title))
    calendar.add("x-wr-caldesc", vText("\n".join(filter(None, (sheet.warning, sheet.about)))))
    calendar.add("x-wr-timezone", ZONE.key)
    calendar.add_component(_zone())
    return calendar


def _zone() -> Timezone:
    """Beijing time has had no summer time since 1991."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE.key)
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - local time of the zone, as the standard wants it
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    standard.add("tzname", "CST")
    zone.add_component(standard)
    return zone


def _entry(sheet: Sheet, event: Event, since: datetime, *, cancelled: bool) -> Entry:
    day, _, _ = event.key
    entry = Entry()
    entry.add("uid", _uid(sheet, event.key))
    entry.add("dtstamp", since.astimezone(UTC))
    entry.add("last-modified", since.astimezone(UTC))
    entry.add("sequence", max(0, int((since - _COUNTED_FROM).total_seconds()) // 60))
    if event.clock is None:
        entry.add("dtstart", day)
        entry.add("dtend", day + timedelta(days=1))
    else:
        start, end = event.clock
        entry.add("dtstart", _at(event, start))
        entry.add("dtend", _at(event, end))
    entry.add("summary", event.summary)
    if event.location:
        entry.add("location", event.location)
    if text := "\n".join(filter(None, (sheet.warning, event.description))):
        entry.add("description", text)
    entry.add("categories", [event.category])
    entry.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    return entry


def _at(event: Event, clock: time) -> datetime:
    return datetime.combine(event.key[0], clock, tzinfo=ZONE)


def _uid(sheet: Sheet, key: Key) -> str:
    day, period, meeting = key
    words = "\n".join((sheet.owner, sheet.reader, day.isoformat(), str(period), meeting))
    return f"{day:%Y%m%d}-{period}-{hashlib.sha256(words.encode()).hexdigest()[:24]}@kehou"
