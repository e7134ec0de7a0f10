"""What a calendar file compares with: each change of the published timetable or of the calendar is an edition."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar as File

from exchange.dated import calendar_files
from models import Calendar, Holiday, NoService, Problem, Revoked, Role, Substitution, Text, Timetable
from scheduler.audit import audit
from scheduler.term import dated
from store import Access, PublishedOnly, SavedTimetable, SchoolId, Store
from tests.builders import MON_1, changed
from tests.cover.terms import ill, log_of, ref_at
from tests.exchange_dated.terms import CALENDAR, LAST, autumn
from tests.timetables import replaced, the, tiny_timetable
from ui.desk import Desk, version_of
from ui.handing.dates import term_head, with_todays_calendar
from ui.handing.editions import editions
from ui.signing.visiting import Visitor
from ui.view.opened import Opened

SCHOOL = autumn()
TABLE = tiny_timetable(SCHOOL)
NOW = datetime(2030, 1, 1, tzinfo=UTC)
NOTE = Text("测", "t")
DAY = date(2026, 10, 12)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def school(store: Store) -> str:
    return store.add_school("甲", "乙", document="{}", problem=SCHOOL, who="沈", note=NOTE).id


def saved(store: Store, school: Any, table: Timetable, *, published: bool) -> SavedTimetable:
    made = store.save_timetable(school, table, version=1, who="沈", note=NOTE, verdict=audit(SCHOOL, table))
    if published:
        store.publish(made.id, who="沈", note=NOTE)
    return store.timetable(made.id)


def opened(store: Store, school: Any, shown: SavedTimetable) -> Opened:
    newest = store.version(school, store.school(school).newest)
    made_from = version_of(store, school, shown.version).problem
    assert made_from is not None
    desk = Desk(store, "沈", store.school(school), newest, shown, made_from)
    return Opened(desk, shown, made_from, None, "zh")


def instead(person: str, by: str, when: datetime = LONG_AGO) -> Substitution:
    """Somebody else has 一1 in the first period of the day."""
    ref = ref_at(dated(SCHOOL, TABLE), DAY, school_class="一1", period=1)
    return Substitution(
        id="2", who="沈", when=when, day=DAY, session=ref, role=Role.TUTOR, person=person, by=by, because="1"
    )


def with_calendar(store: Store, school: Any, calendar: Calendar, after: int) -> Problem:
    problem = changed(SCHOOL, calendar=calendar)
    store.save_version(school, document="{}", problem=problem, who="沈", note=NOTE, after=after)
    return problem


def test_what_is_published_is_an_edition_of_its_own_moment(store: Store, school: str) -> None:
    first = saved(store, school, TABLE, published=True)
    when, earlier = editions(opened(store, school, first), NOW)
    assert when == first.steps[-1].when
    assert earlier == ()
    assert editions(opened(store, school, first), NOW + timedelta(days=1))[0] == when


def test_a_draft_is_compared_with_what_is_published(store: Store, school: str) -> None:
    first = saved(store, school, TABLE, published=True)
    other = replaced(TABLE, the(TABLE, MON_1, school_class="一1"), room="科学教室")
    draft = saved(store, school, other, published=False)
    when, earlier = editions(opened(store, school, draft), NOW)
    assert when == NOW
    assert [e.dated.sessions_mark for e in earlier] == [earlier[0].dated.sessions_mark]
    assert earlier[0].when == first.steps[-1].when


def test_a_day_without_service_that_is_added_later_cancels(store: Store, school: str) -> None:
    first = saved(store, school, TABLE, published=True)
    meet = NoService(first=date(2026, 10, 14), last=date(2026, 10, 14), reason="艺术节")
    with_calendar(store, school, changed(CALENDAR, no_service=(*CALENDAR.no_service, meet)), after=1)
    shown = opened(store, school, first)
    when, earlier = editions(shown, NOW)
    assert len(earlier) == 1
    assert when > earlier[0].when
    head = term_head(shown)
    assert head is not None
    files = {name: data for name, data in calendar_files(head, when, earlier) if name.endswith(" 王1.ics")}
    (content,) = files.values()
    events: list[Any] = list(File.from_ical(content).walk("VEVENT"))
    gone = [e.start.date() for e in events if str(e["status"]) == "CANCELLED"]
    assert gone == [date(2026, 10, 14)]
    assert len({str(e["uid"]) for e in events}) == len(events)


def test_other_changes_of_the_data_are_no_edition(store: Store, school: str) -> None:
    first = saved(store, school, TABLE, published=True)
    with_calendar(store, school, CALENDAR, after=1)
    assert editions(opened(store, school, first), NOW)[1] == ()


def test_the_dates_are_those_that_the_school_has_written_down_since() -> None:
    holiday = Holiday(first=LAST, last=LAST, name="校庆")
    today = changed(SCHOOL, calendar=Calendar(holidays=(holiday,)), school="别名")
    merged = with_todays_calendar(SCHOOL, today)
    assert merged.calendar.holidays == (holiday,)
    assert merged.school == SCHOOL.school
    assert with_todays_calendar(SCHOOL, None) is SCHOOL


def test_a_reader_has_the_dates_of_today_and_no_history(store: Store, school: str) -> None:
    first = saved(store, school, TABLE, published=True)
    meet = NoService(first=date(2026, 10, 14), last=date(2026, 10, 14), reason="艺术节")
    with_calendar(store, school, changed(CALENDAR, no_service=(*CALENDAR.no_service, meet)), after=1)
    seen = PublishedOnly.of(store)
    version = seen.version(SchoolId(school))
    desk = Desk(seen, "沈", seen.school(SchoolId(school)), version, first, version.problem, Visitor(Access.READER))
    assert version.problem is not None
    shown = Opened(desk, first, version.problem, None, "zh")
    head = term_head(shown)
    assert head is not None
    assert date(2026, 10, 14) not in head.held.on
    assert editions(shown, NOW) == (NOW, ())


def test_the_head_holds_what_the_log_has_changed(store: Store, school: str) -> None:
    first = saved(store, school, TABLE, published=True)
    shown = opened(store, school, first)
    head = term_head(shown)
    assert head is not None
    assert head.actual is None  # as planned
    log = log_of(head.dated, ill("王1", DAY, when=LONG_AGO), instead("王1", "冯老师"))
    store.save_term_log(first.id, log, who="沈", after=0)
    held = term_head(shown)
    assert held is not None
    assert held.dated == head.dated
    (mine,) = (d.session for d in held.held.on[DAY] if d.session.school_class == "一1" and d.session.slot == MON_1)
    assert mine.people() == ("冯老师",)
    store.save_term_log(first.id, log.revoked("1", Revoked(by="沈", when=NOW)), who="沈", after=1)
    back = term_head(shown)
    assert back is not None
    assert back.held.sessions == head.dated.sessions


def test_what_the_log_changes_is_an_edition_and_moves_from_calendar_to_calendar(store: Store, school: str) -> None:
    """冯老师 comes for 王1, then it is revoked: the event goes and comes back, each time with a higher number."""
    first = saved(store, school, TABLE, published=True)
    shown, published = opened(store, school, first), first.steps[-1].when
    one, two = published + timedelta(hours=1), published + timedelta(hours=2)
    assert event(shown, "王1")["status"] == "CONFIRMED"
    planned = event(shown, "王1")["sequence"]
    log = log_of(dated(SCHOOL, TABLE), ill("王1", DAY, when=one), instead("王1", "冯老师", one))
    store.save_term_log(first.id, log, who="沈", after=0)
    when, earlier = editions(shown, NOW)
    assert (when, [e.when for e in earlier]) == (one, [published])
    gone = event(shown, "王1")
    assert gone["status"] == "CANCELLED"
    assert event(shown, "冯老师")["status"] == "CONFIRMED"
    store.save_term_log(first.id, log.revoked("1", Revoked(by="沈", when=two)), who="沈", after=1)
    when, earlier = editions(shown, NOW)
    assert (when, [e.when for e in earlier]) == (two, [published, one])
    back = event(shown, "王1")
    assert back["status"] == "CONFIRMED"
    assert event(shown, "冯老师")["status"] == "CANCELLED"
    assert planned < gone["sequence"] < back["sequence"]


def test_the_log_of_the_timetable_before_is_cancelled_with_it(store: Store, school: str) -> None:
    """What was noted for it before the new one was published counts, what was noted in it afterwards does not."""
    first = saved(store, school, TABLE, published=True)
    log = log_of(dated(SCHOOL, TABLE), ill("王1", DAY, when=LONG_AGO), instead("王1", "冯老师"))
    second = saved(
        store, school, replaced(TABLE, the(TABLE, MON_1, school_class="一1"), room="科学教室"), published=True
    )
    late = ill("王2", DAY, when=second.steps[-1].when + timedelta(hours=1), id="3")
    store.save_term_log(first.id, log.with_changes(late), who="沈", after=0)
    shown = opened(store, school, second)
    when, earlier = editions(shown, NOW)
    assert when == second.steps[-1].when
    assert len(earlier) == 1
    assert event(shown, "冯老师")["status"] == "CANCELLED"


def event(shown: Opened, person: str) -> Any:
    """What the person's calendar says of the first period of the day."""
    head = term_head(shown)
    assert head is not None
    (content,) = (data for name, data in calendar_files(head, *editions(shown, NOW)) if name.endswith(f" {person}.ics"))
    found: list[Any] = list(File.from_ical(content).walk("VEVENT"))
    (mine,) = (e for e in found if e.start.date() == DAY and str(e["uid"]).startswith("20261012-1-"))
    return mine
