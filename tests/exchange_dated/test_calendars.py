"""Calendar files, read again: local times, ids that stay, what changed, what was dropped."""

from datetime import date, datetime, timedelta
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from icalendar import Calendar

from exchange.dated import DatedHead, Edition, calendar_files, calendars_zip
from models import Period, Role, SessionKind, Text
from scheduler.term import clock
from tests.builders import MON_1, changed
from tests.exchange_dated.terms import LATER, THEN, autumn, headed
from tests.timetables import duty, replaced, the, tiny_timetable, without

SCHOOL = autumn()
TABLE = tiny_timetable(SCHOOL)


def files(head: DatedHead, when: datetime = THEN, earlier: tuple[Edition, ...] = ()) -> dict[str, bytes]:
    """王1 → the content of the file, for persons and classes."""
    return {name.split(" ", 1)[1].removesuffix(".ics"): data for name, data in calendar_files(head, when, earlier)}


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def edition(head: DatedHead, when: datetime = THEN) -> Edition:
    return Edition(head.problem, head.dated, head.clock, when)


def test_everybody_who_serves_and_every_class_has_a_file() -> None:
    found = files(headed())
    serving = {p for s in TABLE.sessions for p in s.people()}
    names = {"孙教练（外聘）" if p == "孙教练" else p for p in serving}
    assert set(found) == names | {"一(1)班", "一(2)班", "二(1)班", "二(2)班"}
    archive = ZipFile(BytesIO(calendars_zip(headed(), THEN)))
    assert archive.namelist()[0] == "班级/01 一(1)班.ics"
    assert len(archive.namelist()) == len(found)


def test_times_are_local_and_follow_the_clock_of_the_date() -> None:
    content = files(headed())["王1"]
    assert b"DTSTART;TZID=Asia/Shanghai:20261012T154000\r\n" in content
    starts = {e.start for e in events(content)}
    shanghai = {s.date(): (s.hour, s.minute, s.utcoffset()) for s in starts if s.weekday() in (0, 2)}
    assert shanghai[date(2026, 10, 12)] == (15, 40, timedelta(hours=8))
    assert shanghai[date(2026, 11, 2)] == (15, 10, timedelta(hours=8))  # winter timetable


def test_holidays_make_up_days_and_lost_periods() -> None:
    """Homework Mon and Wed, 大合唱 Tue, free activity Fri: October 3 + 4 + 3 + 3 (10-30 is lost), September 3,
    November 4."""
    found = events(files(headed())["王1"])
    assert len(found) == 13 + 3 + 4
    days = {e.start.date() for e in found}
    assert not any(date(2026, 10, 1) <= day <= date(2026, 10, 7) for day in days)
    assert date(2026, 10, 30) not in days
    (saturday,) = (e for e in found if e.start.date() == date(2026, 10, 10))
    assert saturday["summary"] == "辅导 一(1)班 语文"
    assert "按周三" in saturday["description"]


def test_a_class_sees_where_its_pupils_go_and_the_counts_add_up() -> None:
    found = events(files(headed())["一(1)班"])
    (walk,) = (e for e in found if e.start.date() == date(2026, 10, 12) and "走班" in e["summary"])
    text = str(walk["description"]).split("\n")
    assert walk["summary"] == "走班社团（3 处）"
    assert text == [
        "送的人：王1",
        "合唱1组 · 音乐教室 · 李1 · 5 人",
        "合唱2组 · 舞蹈房 · 李2 · 5 人",
        "足球 · 操场 · 孙教练（外聘） · 10 人",
        "应到 20 人，都去社团",
    ]
    friday = [e for e in found if e.start.date() == date(2026, 10, 30)]
    assert [e["summary"] for e in friday] == ["数学 作业辅导"]


def test_a_club_s_colleagues_and_pupils_by_class() -> None:
    (first, *_) = (e for e in events(files(headed())["冯老师"]) if "足球" in e["summary"])
    assert first["summary"] == "陪同 足球"
    assert first["location"] == "操场"
    assert str(first["description"]).split("\n") == [
        "40 人：一(1) 10、一(2) 10、二(1) 10、二(2) 10",
        "带班：孙教练（外聘）",
    ]


def test_ids_are_unique_and_stay() -> None:
    once, again = files(headed()), files(headed(), LATER)
    for name, content in once.items():
        ids = [str(e["uid"]) for e in events(content)]
        assert len(set(ids)) == len(ids)
        assert ids == [str(e["uid"]) for e in events(again[name])]
    assert once == files(headed())
    everywhere = [str(e["uid"]) for content in once.values() for e in events(content)]
    assert len(set(everywhere)) == len(everywhere)


def test_a_change_of_room_updates_only_what_it_touches() -> None:
    moved = replaced(TABLE, the(TABLE, MON_1, school_class="一1"), room="科学教室")
    before, now = events(files(headed())["王1"]), None
    now = events(files(headed(SCHOOL, moved), LATER, (edition(headed()),))["王1"])
    assert [e["uid"] for e in now] == [e["uid"] for e in before]
    for old, new in zip(before, now, strict=True):
        if new.start.weekday() == 0:
            assert (old["location"], new["location"]) == ("教室1", "科学教室")
            assert new["sequence"] > old["sequence"]
            assert new["last-modified"].dt == LATER
        else:
            assert new.to_ical() == old.to_ical()


def test_the_sequence_grows_with_each_change_whatever_is_known_of_the_past() -> None:
    last = LATER + timedelta(days=3)
    first, second = headed(), headed(SCHOOL, replaced(TABLE, the(TABLE, MON_1, school_class="一1"), room="科学教室"))
    whole = events(files(first, last, (edition(first), edition(second, LATER)))["王1"])
    short = events(files(first, last, (edition(second, LATER),))["王1"])
    changed_back = [(a, b) for a, b in zip(whole, short, strict=True) if a.start.weekday() == 0]
    middle = events(files(second, LATER, (edition(first),))["王1"])
    assert changed_back
    for a, b in changed_back:
        (between,) = (e for e in middle if e["uid"] == a["uid"])
        assert a["sequence"] == b["sequence"] > between["sequence"]


def test_what_is_dropped_is_cancelled_and_who_comes_instead_has_it() -> None:
    session = the(TABLE, MON_1, school_class="一1")
    other = replaced(TABLE, session, duties=(duty("冯老师", Role.TUTOR),))
    found = files(headed(SCHOOL, other), LATER, (edition(headed()),))
    mondays = [e for e in events(found["王1"]) if e.start.weekday() == 0]
    assert {str(e["status"]) for e in mondays} == {"CANCELLED"}
    assert len(mondays) == 5
    assert {str(e["status"]) for e in events(found["王1"]) if e.start.weekday() != 0} == {"CONFIRMED"}
    came = [e for e in events(found["冯老师"]) if "一(1)班 语文" in e["summary"]]
    assert {str(e["status"]) for e in came} == {"CONFIRMED"}
    in_class = [e for e in events(found["一(1)班"]) if e.start.weekday() == 0 and "语文" in e["summary"]]
    assert {str(e["description"]) for e in in_class} == {"冯老师\n20 人"}


def test_whoever_no_longer_serves_is_told_by_a_file_too() -> None:
    table = TABLE
    for session in TABLE.sessions:
        if "冯老师" in session.people():
            table = without(table, session)
    found = files(headed(SCHOOL, table), LATER, (edition(headed()),))
    assert {str(e["status"]) for e in events(found["冯老师"])} == {"CANCELLED"}
    assert "冯老师" not in files(headed(SCHOOL, table))


def test_a_new_clock_time_updates() -> None:
    late = changed(SCHOOL, calendar=changed(SCHOOL.calendar, clock_changes=()))
    old = Edition(late, headed(late).dated, partial(clock, late), THEN)
    found = events(files(headed(), LATER, (old,))["王1"])
    assert {e["last-modified"].dt for e in found if e.start.date() >= date(2026, 11, 2) and e.start.hour == 15} == {
        LATER
    }
    assert {e["last-modified"].dt for e in found if e.start.date() < date(2026, 11, 2)} == {THEN}


def test_lines_are_folded_at_75_octets_between_signs() -> None:
    for content in files(headed()).values():
        lines = content.split(b"\r\n")
        assert all(len(line) <= 75 for line in lines)
        assert all(line.decode() is not None for line in lines)  # no sign is cut in two
        assert any(line.startswith(b" ") for line in lines)


def test_without_clock_times_an_event_lasts_all_day_and_names_its_period() -> None:
    week = changed(SCHOOL.week, periods=(Period(number=1), Period(number=2)))
    calendar = changed(SCHOOL.calendar, clock_changes=())
    found = events(files(headed(changed(SCHOOL, week=week, calendar=calendar)))["王1"])
    assert found[0].start == date(2026, 9, 28)
    assert found[0]["summary"] == "第一节 辅导 一(1)班 语文"


def test_a_doubt_stands_first_in_every_event() -> None:
    doubt = headed(warning=Text("！违反硬性规则", "! broken"))
    for content in files(doubt).values():
        assert all(str(e["description"]).startswith("！违反硬性规则") for e in events(content))


def test_names_with_signs_of_the_format_come_back_as_they_are() -> None:
    odd = "陶艺; 泥塑, BEGIN:VEVENT \\n 一"
    clubs = tuple(changed(c, name=odd) if c.id == "足球" else c for c in SCHOOL.clubs)
    school = changed(SCHOOL, clubs=clubs, school=odd)
    content = files(headed(school, changed(TABLE, school=odd)))["冯老师"]
    assert str(events(content)[0]["summary"]) == f"陪同 {odd}"
    assert len(events(content)) == len(events(files(headed())["冯老师"]))
    # The library reads properties that it does not know as they stand in the file: escaped.
    about = str(Calendar.from_ical(content)["x-wr-caldesc"])
    assert about.startswith("陶艺\\; 泥塑\\, BEGIN:VEVENT \\\\n 一")


def test_a_wrong_timetable_with_a_meeting_twice_has_both() -> None:
    session = the(TABLE, MON_1, school_class="一1")
    doubled = changed(TABLE, sessions=(*TABLE.sessions, changed(session, room="科学教室")))
    ids = [str(e["uid"]) for e in events(files(headed(SCHOOL, doubled))["王1"])]
    assert len(set(ids)) == len(ids)
    assert len(ids) == 20 + 5


@pytest.mark.parametrize("cycle", [1, 2])
def test_every_session_of_the_dates_is_in_the_calendars(cycle: int) -> None:
    school = autumn(cycle)
    head = headed(school)
    found = files(head)
    for person in school.people:
        planned = [d for d in head.dated.sessions if person.id in d.session.people()]
        name = "孙教练（外聘）" if person.id == "孙教练" else person.id
        assert len(events(found[name])) == len(planned) > 0
        for event, d in zip(events(found[name]), sorted(planned, key=lambda d: (d.day, d.session.slot)), strict=True):
            assert event.start.date() == d.day
            assert event.get("location", "") == ("" if d.session.kind is SessionKind.PATROL else d.session.room)
