"""A second timetable in the middle of the term: hours, changes and calendars are those of each date."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from exchange.dated import calendar_files, institutions, month_of
from exchange.dated.hours import hours
from exchange.dated.services import Work
from models import Problem, Role, Substitution, Timetable
from scheduler.audit import audit
from scheduler.term import dated
from store import PublishedOnly, SavedTimetable, Store
from tests.builders import MON_1, changed
from tests.cover.terms import ill, log_of, ref_at
from tests.exchange_dated.terms import autumn
from tests.timetables import duty, replaced, the, tiny_timetable
from tests.ui.handing.test_editions import NOTE, NOW, opened
from ui.covering.situation import situation
from ui.handing.dates import term_head
from ui.handing.editions import editions
from ui.term_dates.laid import laid
from ui.view.publishing import publish

SCHOOL: Problem = autumn()
FIRST: Timetable = tiny_timetable(SCHOOL)
OLD = the(FIRST, MON_1, school_class="一1").people()[0]
SECOND = replaced(FIRST, the(FIRST, MON_1, school_class="一1"), duties=(duty("冯老师", Role.TUTOR),))
DAY, OCTOBER = date(2026, 10, 19), month_of(2026, 10)
WHEN = datetime(2026, 10, 12, 8, tzinfo=UTC)


@pytest.fixture
def school(store: Store) -> Any:
    return store.add_school("甲", "乙", document="{}", problem=SCHOOL, who="沈", note=NOTE).id


def draft(store: Store, school: Any, table: Timetable) -> SavedTimetable:
    return store.save_timetable(school, table, version=1, who="沈", note=NOTE, verdict=audit(SCHOOL, table))


def both(store: Store, school: Any) -> SavedTimetable:
    """The first from the beginning, the second from Monday 19 October on."""
    first, second = draft(store, school, FIRST), draft(store, school, SECOND)
    publish(opened(store, school, first), NOTE, None)
    publish(opened(store, school, store.timetable(second.id)), NOTE, DAY)
    return store.timetable(second.id)


def mondays(store: Store, school: Any, shown: SavedTimetable) -> dict[str, list[date]]:
    """Who has 一1 in the first period of the Mondays of October, by the hours of the month."""
    head = term_head(opened(store, school, shown))
    assert head is not None
    days = [date(2026, 10, d) for d in (12, 19, 26)]
    rows = {row.person: row for row in hours(head, OCTOBER, Work.PLAIN)}
    held = {p: [d for d in days for _ in range(rows[p].held.get((d, Work.PLAIN), 0))] for p in (OLD, "冯老师")}
    plain = {p: [d for d in days for _ in range(_usual(p))] for p in (OLD, "冯老师")}
    return {p: [d for d in held[p] if held[p].count(d) > plain[p].count(d)] for p in held}


def _usual(person: str) -> int:
    """Sessions of homework that the person has on a Monday in both timetables."""
    found = 0
    for session in SECOND.sessions if person == OLD else FIRST.sessions:
        found += session.slot.day == 1 and session.subject is not None and person in session.people(Role.TUTOR)
    return found


def test_hours_are_those_of_the_timetable_in_force_on_each_date(store: Store, school: Any) -> None:
    """Mondays 12, 19 and 26 October: the first is the old teacher's, the others are the new one's."""
    shown = both(store, school)
    assert mondays(store, school, shown) == {OLD: [date(2026, 10, 12)], "冯老师": [DAY, date(2026, 10, 26)]}
    found = laid(opened(store, school, shown))
    assert found is not None
    assert len(found.dated.sessions) == len(dated(SCHOOL, FIRST).sessions)


def test_changes_of_the_first_stay_on_its_dates_and_whoever_is_still_away_is_away(store: Store, school: Any) -> None:
    """The old teacher was ill on the 12th, and is from the 26th to the 27th; 吴主任 came instead on the 12th."""
    first, second = draft(store, school, FIRST), draft(store, school, SECOND)
    publish(opened(store, school, first), NOTE, None)
    term = dated(SCHOOL, FIRST)
    ref = ref_at(term, date(2026, 10, 12), school_class="一1", period=1)
    instead = Substitution(
        id="2", who="沈", when=WHEN, day=date(2026, 10, 12), session=ref, role=Role.TUTOR, person=OLD, by="吴主任",
        because="1",
    )  # fmt: skip
    later = ill(OLD, date(2026, 10, 26), date(2026, 10, 27), id="3", when=WHEN)
    log = log_of(term, ill(OLD, date(2026, 10, 12), when=WHEN), instead, later)
    store.save_term_log(first.id, log, who="沈", after=0)
    publish(opened(store, school, store.timetable(second.id)), NOTE, DAY)
    shown = store.timetable(second.id)
    kept = store.term_log(second.id)
    assert kept is not None
    assert [(c.kind, c.id) for c in kept.log.changes] == [("absence", "3")]
    head = term_head(opened(store, school, shown))
    assert head is not None
    rows = {row.person: row for row in hours(head, OCTOBER, Work.PLAIN)}
    assert rows["吴主任"].held[date(2026, 10, 12), Work.PLAIN] == 1
    assert rows["吴主任"].substituted == 1
    assert (date(2026, 10, 12), Work.PLAIN) not in rows[OLD].held or _usual(OLD)
    gone = [d for d in head.held.on[date(2026, 10, 27)] if OLD in d.session.people()]
    assert gone == []


def test_a_reader_has_the_same_dates(store: Store, school: Any) -> None:
    shown = both(store, school)
    office = term_head(opened(store, school, shown))
    reader = term_head(opened(PublishedOnly.of(store), school, shown))
    assert office is not None
    assert reader is not None
    assert office.held.sessions == reader.held.sessions


def test_calendars_change_only_from_the_first_day_on(store: Store, school: Any) -> None:
    shown = both(store, school)
    when, earlier = editions(opened(store, school, shown), NOW)
    assert [len(e.dated.sessions) for e in earlier] == [len(dated(SCHOOL, FIRST).sessions)]
    head = term_head(opened(store, school, shown))
    assert head is not None
    files = dict(calendar_files(head, when, earlier))
    (mine,) = (content for name, content in files.items() if OLD in name)
    cancelled = [part for part in mine.decode().split("BEGIN:VEVENT") if "STATUS:CANCELLED" in part]
    assert {part.split("DTSTART")[1].split(":")[1][:8] for part in cancelled} == {"20261019", "20261026", "20261102"}


def test_back_to_the_first_timetable_keeps_the_weeks_before(store: Store, school: Any) -> None:
    """The first until 18 October and from the 26th on, the second in between: of three Mondays one is the new one's."""
    both(store, school)
    first = next(turn.saved for turn in store.turns(school) if turn.first_day is None)
    publish(opened(store, school, store.timetable(first.id)), NOTE, date(2026, 10, 26))
    shown = store.timetable(first.id)
    assert mondays(store, school, shown) == {OLD: [date(2026, 10, 12), date(2026, 10, 26)], "冯老师": [DAY]}
    head = term_head(opened(store, school, shown))
    assert head is not None
    assert len(head.dated.sessions) == len(dated(SCHOOL, FIRST).sessions)
    when, earlier = editions(opened(store, school, shown), NOW)
    assert len(earlier) == 2
    assert when > earlier[1].when
    base = situation(opened(store, school, shown))
    assert base is not None
    assert {date(2026, 10, 12), date(2026, 10, 26)} <= set(base.base.on)  # its changes are kept on both
    assert DAY not in base.base.on


def test_an_instructor_who_left_is_settled_for_the_sessions_held_before(store: Store, school: Any) -> None:
    """孙教练 leads 足球 and 篮球 until 16 October, 丁教练 from Monday the 19th on; the data have 孙教练 no longer.

    By hand: 足球 is on Monday and Wednesday, 篮球 on Thursday in both periods. In October before the 19th there are the
    8th and 15th (Thursdays), the 10th (as a Wednesday), the 12th and the 14th: 7 sessions; from the 19th on the 19th,
    21st, 26th, 28th, and the Thursdays 22 and 29: 8 sessions.
    """
    coach = SCHOOL.instructors[0]
    other = changed(coach, id="丁教练", name="丁教练", fee=200)
    data = changed(SCHOOL, instructors=(other,), pins=())
    store.save_version(school, document="{}", problem=data, who="沈", note=NOTE, after=1)
    duties = {coach.id: other.id}
    second = changed(FIRST, sessions=tuple(
        changed(s, duties=tuple(changed(d, person=duties.get(d.person, d.person)) for d in s.duties))
        for s in FIRST.sessions
    ))  # fmt: skip
    old = draft(store, school, FIRST)
    new = store.save_timetable(school, second, version=2, who="沈", note=NOTE, verdict=audit(data, second))
    publish(opened(store, school, old), NOTE, None)
    publish(opened(store, school, store.timetable(new.id)), NOTE, DAY)
    head = term_head(opened(store, school, store.timetable(new.id)))
    assert head is not None
    found = {one.instructor.id: one for school_ in institutions(head, OCTOBER) for one in school_.people}
    assert [s.day.day for s in found[coach.id].held] == [8, 8, 10, 12, 14, 15, 15]
    assert [s.day.day for s in found[other.id].held] == [19, 21, 22, 22, 26, 28, 29, 29]
    assert (found[coach.id].amount, found[other.id].amount) == (7 * 150, 8 * 200)
    people = {row.person for row in hours(head, OCTOBER, Work.PLAIN, Work.CLUB, Work.PATROL)}
    assert not people & {coach.id, other.id}  # neither is a teacher of the school
    assert "10.19 起；之前 " in head.marks
    assert head.turns[0][1] in head.marks


def test_each_date_has_the_clock_of_its_own_timetable(store: Store, school: Any) -> None:
    """From the second version of the data on, period 2 begins at 16:40 instead of 16:30."""
    later = changed(SCHOOL.week.periods[1], start=time(16, 40), end=time(17, 20))
    data = changed(SCHOOL, week=changed(SCHOOL.week, periods=(SCHOOL.week.periods[0], later)))
    store.save_version(school, document="{}", problem=data, who="沈", note=NOTE, after=1)
    old = draft(store, school, FIRST)
    new = store.save_timetable(school, SECOND, version=2, who="沈", note=NOTE, verdict=audit(data, SECOND))
    publish(opened(store, school, old), NOTE, None)
    publish(opened(store, school, store.timetable(new.id)), NOTE, DAY)
    head = term_head(opened(store, school, store.timetable(new.id)))
    assert head is not None
    assert head.clock(date(2026, 10, 12), 2) == (time(16, 30), time(17, 10))
    assert head.clock(DAY, 2) == (time(16, 40), time(17, 20))
