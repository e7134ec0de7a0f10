"""Where nobody can stand in: another date, an exchange of dates, two classes together, or not at all. By hand, in the
tiny school: 王1 is ill on Monday, 1 March, when 一1 has 语文 in period 1 and 王2–王4 tutor their own classes.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from models import (
    Calendar,
    DatedTimetable,
    Holiday,
    InstructorCancels,
    Joined,
    Moved,
    NoService,
    OtherWay,
    Problem,
    Revoked,
    SessionRef,
    Settings,
    Swap,
    TermLog,
    actual,
    replayed,
)
from scheduler.cover import Standing, best_cover, cover_violations, notices, other_ways
from tests.builders import FRI_2, changed, tiny_school
from tests.cover.terms import FRI, MON, THU, TUE, WHEN, ill, log_of, shut, tiny_term

PROBLEM, TERM = tiny_term()
NEXT_FRI = date(2027, 3, 12)


def ways(*facts: Any, problem: Problem | None = None) -> tuple[Standing, tuple[OtherWay, ...]]:
    """Of the first gap that these facts leave."""
    problem, term = tiny_term(problem)
    standing = Standing(problem, term, log_of(term, *facts))
    gap = (*standing.gaps, *standing.room_gaps)[0]
    return standing, other_ways(standing, gap, who="沈", when=WHEN)


def one(found: Sequence[OtherWay], kind: type[Any]) -> Any:
    """The first measure of this kind."""
    return next(w.measure for w in found if isinstance(w.measure, kind))


def said(found: Sequence[OtherWay]) -> list[str]:
    return [w.text.zh for w in found]


def taken(standing: Standing, measure: Any) -> tuple[DatedTimetable, TermLog]:
    """The log with it: nothing is broken, nothing contradicts, nothing is open."""
    log = standing.log.with_changes(measure)
    found = replayed(standing.base, log)
    assert (found.gaps, found.conflicts) == ((), ())
    assert cover_violations(standing.problem, standing.base, log) == ()
    return found.timetable, log


def told(standing: Standing, log: TermLog) -> dict[str, str]:
    after = actual(standing.base, log)
    return {n.person: n.message.zh for n in notices(standing.problem, standing.base, after, log)}


def at(table: DatedTimetable, day: date, period: int, class_id: str) -> list[tuple[str | None, tuple[str, ...], Any]]:
    here = [d.session for d in table.on.get(day, ()) if d.session.slot.period == period]
    return [(s.subject, s.people(), s.room) for s in here if s.school_class == class_id]


def test_all_that_can_be_done_for_a_class_the_least_loss_first() -> None:
    """一1 has 数学 by 李1 on Tuesday and Friday in period 1: either can change places with Monday's 语文, for 李1 is
    free on Monday and 王1 on both days. Wednesday's 语文 would be the same again. Its only free activity is on Friday
    in period 2. 语文 may be tutored by 王2–王4, and a classroom holds 45, two classes 40."""
    standing, found = ways(ill("王1", MON))
    assert best_cover(standing).covered == ()
    assert said(found) == [
        "与3月2日（周二）第1节一(1)班数学作业辅导对调时间",
        "与3月5日（周五）第1节一(1)班数学作业辅导对调时间",
        "合班：与一(2)一起在教室2，由王2看护",
        "合班：与二(1)一起在教室3，由王3看护",
        "补课：改到3月5日（周五）第2节，地点教室1",
        "补课：改到3月12日（周五）第2节，地点教室1",
        "停课：这一次不上",
    ]
    assert found[0].told == ("王1", "李1")
    assert "一(1)少一次班级活动" in [r.zh for r in found[4].reasons]
    assert "原来那一节要另行安排或提前离校：一(1) 20人" in [r.zh for r in found[4].reasons]
    # 19 weeks with two 语文 each: 22 February to 2 July without holidays.
    assert found[-1].reasons[0].zh == "本学期还剩37次，原定38次"
    assert all(w.text.en and all(r.en for r in w.reasons) for w in found)


def test_an_exchange_of_dates_leaves_nobody_with_less() -> None:
    standing, found = ways(ill("王1", MON))
    table, log = taken(standing, one(found, Swap))
    assert at(table, MON, 1, "一1") == [("数学", ("李1",), "教室1")]
    assert at(table, TUE, 1, "一1") == [("语文", ("王1",), "教室1")]
    assert len(table.sessions) == len(standing.base.sessions)
    messages = told(standing, log)
    assert set(messages) == {"王1", "李1"}
    assert messages["李1"] == ("李1：3月2日（周二）第1节 一(1)班数学作业辅导 改到3月1日（周一）第1节，地点教室1。")
    assert "语文作业辅导 改到3月2日（周二）第1节，地点教室1" in messages["王1"]
    back = log.revoked("1", Revoked(by="沈", when=WHEN))  # the illness, and the exchange with it
    assert actual(standing.base, back) is standing.base


def test_a_session_is_made_up_in_place_of_a_free_activity() -> None:
    standing, found = ways(ill("王1", MON))
    move = one(found, Moved)
    assert (move.to_day, move.to_slot, move.room, move.because) == (FRI, FRI_2, None, "1")
    table, log = taken(standing, move)
    assert at(table, MON, 1, "一1") == []
    assert at(table, FRI, 2, "一1") == [("语文", ("王1",), "教室1")]  # the activity of that period gave way
    assert [(x.day, x.session.school_class, x.reason) for x in table.losses] == [(FRI, "一1", "让给补课")]
    assert told(standing, log) == {
        "王1": "王1：1. 3月1日（周一）第1节 一(1)班语文作业辅导 改到3月5日（周五）第2节，地点教室1（王1病假）；"
        "2. 3月5日（周五）第2节 一(1)班班级活动 停一次（让给一(1)班语文作业辅导补课）。"
    }
    assert standing.log.told is None


def test_what_was_made_up_is_told_back_when_it_is_revoked() -> None:
    standing, found = ways(ill("王1", MON))
    _, log = taken(standing, one(found, Moved))
    back = log.revoked("2", Revoked(by="沈", when=WHEN)).revoked("1", Revoked(by="沈", when=WHEN))
    again = notices(PROBLEM, actual(TERM, log), actual(TERM, back), back)
    (message,) = [n.message.zh for n in again]
    assert "3月5日（周五）第2节 一(1)班语文作业辅导 改到3月1日（周一）第1节，地点教室1" in message


def test_two_classes_sit_together_under_one_adult() -> None:
    standing, found = ways(ill("王1", MON))
    table, log = taken(standing, one(found, Joined))
    assert at(table, MON, 1, "一1") == [("语文", ("王2",), "教室2")]
    assert at(table, MON, 1, "一2") == [("语文", ("王2",), "教室2")]
    messages = told(standing, log)
    assert messages["王2"] == (
        "王2：3月1日（周一）第1节 一(1)班语文作业辅导 请您代课（王1病假，与一(2)合班），地点教室2。"
    )
    assert messages["王1"] == "王1：3月1日（周一）第1节 一(1)班语文作业辅导 由王2代，您不用到岗。"
    # A third class with them would be one too many.
    other = one(found, Joined)
    third = changed(other, id="3", session=SessionRef(**dict(other.session) | {"school_class": "二1"}), person="王3")
    broken = cover_violations(PROBLEM, TERM, log.with_changes(ill("王3", MON, id="9"), third))
    assert "joined" in {v.rule for v in broken}


@pytest.mark.parametrize(
    ("school", "rule"),
    [
        # 40 pupils: no room but the playground and the special rooms holds them, and the ratio allows 39.
        (lambda s: changed(s, settings=Settings(patrol=s.settings.patrol, pupils_per_adult=39)), "adult_ratio"),
        (lambda s: changed(s, rooms=tuple(changed(r, capacity=min(r.capacity, 39)) for r in s.rooms)), "room_fits"),
    ],
)
def test_classes_are_not_joined_where_places_or_the_ratio_forbid_it(
    school: Callable[[Problem], Problem], rule: str
) -> None:
    standing, found = ways(ill("王1", MON), problem=school(tiny_school()))
    assert not [w for w in found if isinstance(w.measure, Joined)]
    by_hand = one(ways(ill("王1", MON))[1], Joined)
    assert rule in {
        v.rule for v in cover_violations(standing.problem, standing.base, standing.log.with_changes(by_hand))
    }


def test_a_shut_room_brings_both_tutors_along() -> None:
    """Every other room that fits is shut as well: 一1 goes to 一2, and both tutors are there."""
    only = [shut("教室1", MON), *(shut(r, MON, id=str(n)) for n, r in enumerate(("音乐教室", "舞蹈房", "科学教室"), 2))]
    standing, found = ways(*only, shut("操场", MON, id="5"))
    table, log = taken_rooms(standing, one(found, Joined))
    assert at(table, MON, 1, "一1") == [("语文", ("王1",), "教室2")]
    assert at(table, MON, 1, "一2") == [("语文", ("王2",), "教室2")]
    assert "地点改到教室2（教室1漏水，与一(2)合班）" in told(standing, log)["王1"]


def taken_rooms(standing: Standing, measure: Any) -> tuple[DatedTimetable, TermLog]:
    """The same where other rooms stay shut: nothing is broken that was not."""
    log = standing.log.with_changes(measure)
    found = replayed(standing.base, log)
    assert found.conflicts == ()
    assert set(cover_violations(standing.problem, standing.base, log)) == set(
        cover_violations(standing.problem, standing.base, standing.log)
    )
    return found.timetable, log


def test_a_club_is_made_up_while_its_members_leave_free_activities() -> None:
    """足球 on Monday, period 2, without 孙教练. All classes are together only on Friday in period 2; 操场 is free, and
    so are 孙教练 and 冯老师, who is beside him. Wednesday and Thursday have clubs in period 2, Tuesday 大合唱."""
    gone = InstructorCancels(id="1", who="沈", when=WHEN, why="临时有事", person="孙教练", first=MON, last=MON)
    standing, found = ways(gone)
    assert [(w.measure.to_day, w.measure.to_slot) for w in found if isinstance(w.measure, Moved)] == [
        (FRI, FRI_2), (NEXT_FRI, FRI_2),
    ]  # fmt: skip
    table, log = taken(standing, one(found, Moved))
    played = [d for d in table.sessions if d.session.club == "足球"]
    assert len(played) == len([d for d in TERM.sessions if d.session.club == "足球"]) == 38
    assert [d.session.people() for d in played if d.day == FRI] == [("孙教练", "冯老师")]
    assert at(table, FRI, 2, "一1") == [(None, ("王1",), "教室1")]  # the others stay in their class
    assert told(standing, log)["冯老师"] == (
        "冯老师：3月1日（周一）第2节 社团“足球” 改到3月5日（周五）第2节，地点操场（孙教练临时有事）。"
    )
    assert "改到3月5日（周五）第2节" in told(standing, log)["王4"]  # her pupils play


def test_no_date_without_service_is_proposed() -> None:
    """Friday, 5 March, is a holiday, on the 12th grade 一年级 has no service in period 2, and within two weeks there
    is no third Friday: nothing is made up. On the 5th Monday could not change places with 数学 either."""
    calendar = Calendar(
        holidays=(Holiday(first=FRI, last=FRI, name="校庆"),),
        no_service=(NoService(first=NEXT_FRI, last=NEXT_FRI, periods=(2,), grades=("一年级",), reason="运动会"),),
    )
    _, found = ways(ill("王1", MON), problem=tiny_school(calendar=calendar))
    assert not [w for w in found if isinstance(w.measure, Moved)]
    assert [w.measure.other_day for w in found if isinstance(w.measure, Swap)] == [TUE, date(2027, 3, 9)]


def test_days_that_are_past_are_not_proposed_and_a_patrol_not_at_all() -> None:
    """For a gap on Thursday the office asks on Wednesday: Monday and Tuesday of that week are over."""
    standing = Standing(PROBLEM, TERM, log_of(TERM, ill("李1", FRI), ill("郑主任", FRI, id="2")))
    tutoring = next(g for g in standing.gaps if g.person == "李1")
    asked = WHEN.replace(day=THU.day)
    days = [w.measure.other_day for w in other_ways(standing, tutoring, who="沈", when=asked)
            if isinstance(w.measure, Swap)]  # fmt: skip
    assert days == [date(2027, 3, 8), date(2027, 3, 10)]  # 语文 by 王1, on Monday and Wednesday of the next week
    patrol = next(g for g in standing.gaps if g.person == "郑主任")
    assert other_ways(standing, patrol, who="沈", when=asked) == ()
