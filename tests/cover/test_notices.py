"""What everybody is told, word by word; and the record of substitutions."""

from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from exchange.quick_term_changes import Noting, absence_from, event_from, room_from
from exchange.substitution_record import record_rows, write_record
from models import (
    Absence,
    DatedTimetable,
    EventDay,
    InstructorCancels,
    Issue,
    Leave,
    Problem,
    Revoked,
    Role,
    RoomShut,
    Substitution,
    TermLog,
    actual,
)
from scheduler.cover import Standing, best_cover, best_rooms, measures_of, notices, switch_notices
from tests.builders import MON_1, changed, tiny_school
from tests.cover.terms import FRI, MON, THU, TUE, WED, WHEN, ill, log_of, shut, tiny_term
from tests.timetables import duty, replaced, the, tiny_timetable

NOTING = Noting("沈", WHEN, "病假")


def covered(*facts: Any) -> tuple[Problem, DatedTimetable, TermLog]:
    problem, term = tiny_term()
    standing = Standing(problem, term, log_of(term, *facts))
    cover, rooms = best_cover(standing), best_rooms(standing)
    return problem, term, standing.log.with_changes(*measures_of(standing.log, cover, rooms, who="沈", when=WHEN))


def messages(problem: Problem, before: DatedTimetable, after: DatedTimetable, log: TermLog) -> dict[str, str]:
    return {n.person: n.message.zh for n in notices(problem, before, after, log)}


def test_the_substitute_the_absent_and_the_class_teachers_are_told() -> None:
    """李1 is ill on Monday, 李4 stands in. The pupils of 合唱·1 come from all four classes, those of 王1–王4."""
    problem, term, log = covered(ill("李1", MON))
    told = messages(problem, term, actual(term, log), log)
    assert set(told) == {"李1", "李4", "王1", "王2", "王3", "王4"}
    assert told["李4"] == "李4：3月1日（周一）第2节 社团“合唱” 请您代课（李1病假），地点音乐教室。"
    assert told["李1"] == "李1：3月1日（周一）第2节 社团“合唱” 由李4代，您不用到岗。"
    assert told["王1"] == "王1：3月1日（周一）第2节 社团“合唱”（一(1)有学生参加） 由李4代李1（李1病假）。"


def test_a_gap_that_stays_is_told_to_the_class_teachers() -> None:
    problem, term, log = covered(ill("李4", THU, periods=(1,)))  # nobody else has the skill 科学
    told = messages(problem, term, actual(term, log), log)
    assert told["王2"] == "王2：3月4日（周四）第1节 社团“科学”（一(2)有学生参加） 李4不来，暂无人代（李4病假）。"
    assert told["李4"] == "李4：3月4日（周四）第1节 社团“科学” 您不用到岗。"


def test_the_class_teacher_who_stands_in_is_told_so() -> None:
    """李2 tutors 一2 in 数学 on Tuesday; 数学 may be tutored by the class's own teachers, and 王2 is free."""
    problem, term, log = covered(ill("李2", TUE))
    told = messages(problem, term, actual(term, log), log)
    assert told["王2"] == "王2：3月2日（周二）第1节 一(2)班数学作业辅导 请您代课（李2病假），地点教室2。"


def test_another_room_is_told_to_those_who_serve_there() -> None:
    problem, term, log = covered(shut("教室1", MON))
    told = messages(problem, term, actual(term, log), log)
    assert told == {"王1": "王1：3月1日（周一）第1节 一(1)班语文作业辅导 地点改到舞蹈房（教室1漏水）。"}


def test_several_changes_are_one_text_for_a_person() -> None:
    problem, term, log = covered(ill("周校长", MON))
    told = messages(problem, term, actual(term, log), log)
    assert told["周校长"].count("您不用到岗") == 2
    assert told["周校长"].startswith("周校长：1. 3月1日（周一）第1节 值班巡查 由")


def test_only_what_changed_since_the_last_notice() -> None:
    """The first notice was sent before the illness on Friday was known; what is revoked later is told again."""
    problem, term, log = covered(ill("李1", MON))
    told = log.model_copy(update={"told": WHEN})
    later = WHEN.replace(hour=12)
    more = told.with_changes(ill("周校长", TUE, id="9", when=later))
    before, after = actual(term, more.as_of(more.told)), actual(term, more)
    assert "李1" not in messages(problem, before, after, more)
    assert set(messages(problem, before, after, more)) == {"周校长"}
    back = told.revoked("1", Revoked(by="沈", when=later, why="病好了"))
    again = messages(problem, actual(term, back.as_of(back.told)), actual(term, back), back)
    assert again["李1"] == "李1：3月1日（周一）第2节 社团“合唱” 请您代课，地点音乐教室。"
    assert again["李4"] == "李4：3月1日（周一）第2节 社团“合唱” 由李1代，您不用到岗。"


def test_the_record_has_the_columns_of_real_schools(tmp_path: Path) -> None:
    problem, term, log = covered(ill("李1", MON, WED), ill("周校长", MON, id="2"))
    assert term.school
    rows = record_rows(problem, log)
    stand_in = next(c.by for c in log.changes if isinstance(c, Substitution) and c.person == "周校长")
    assert rows == [
        (1, "周校长", "2027-03-01", "周一", "病假", "病假", 1, stand_in, "", "第1、2节", "巡查", 2),
        (2, "李1", "2027-03-01", "周一", "病假", "病假", 3, "李4", "", "第2节", "合唱", 1),
        (3, "李1", "2027-03-02", "周二", "病假", "病假", 3, "王1", "一(1)", "第1节", "数学作业辅导", 1),
        (4, "李1", "2027-03-03", "周三", "病假", "病假", 3, "李4", "", "第2节", "合唱", 1),
    ]
    write_record(problem, log, tmp_path / "r.xlsx")
    sheet = load_workbook(tmp_path / "r.xlsx").worksheets[0]
    written = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heads = ["序号", "请假教师", "时间", "星期", "事由", "假别", "天数", "代课教师", "班级", "节次", "科目", "节数"]
    assert written[2] == heads
    foot = [value for value in written[-1] if value]
    assert foot == ["登记人：", "审核人：", "学校（盖章）："]


def test_facts_are_read_from_a_few_words() -> None:
    problem, _ = tiny_term()
    found = absence_from("李1：3月1日..3-3:第1节、2", problem, "1", NOTING)
    assert isinstance(found, Absence)
    assert (found.first, found.last, found.periods, found.leave) == (MON, WED, (1, 2), Leave.SICK)
    assert isinstance(absence_from("孙教练:2027-03-04", problem, "1", NOTING), InstructorCancels)
    room = room_from("操场:2027/3/5", problem, "1", NOTING)
    assert isinstance(room, RoomShut)
    assert room.first == FRI
    event = event_from("一年级、二1:3-2", problem, "1", NOTING)
    assert isinstance(event, EventDay)
    assert event.classes == ("一1", "一2", "二1")
    everybody = event_from("全校:3-2", problem, "1", NOTING)
    assert isinstance(everybody, EventDay)
    assert everybody.classes == ()


def test_what_cannot_be_read_is_a_sentence() -> None:
    problem, _ = tiny_term()
    codes = {
        "李1": "no_date",
        "赵一:3-1": "unknown_person",
        "李1:13-1": "bad_date",
        "李1:3-3..3-1": "bad_date",
        "李1:2031-03-01": "not_in_term",
        "李1:3-1:第7节": "bad_period",
    }
    for typed, code in codes.items():
        found = absence_from(typed, problem, "1", NOTING)
        assert isinstance(found, Issue)
        assert (found.code, typed in found.text.zh) == (code, True)
    assert isinstance(room_from("天台:3-1", problem, "1", NOTING), Issue)
    assert isinstance(event_from("九年级:3-1", problem, "1", NOTING), Issue)
    leap = absence_from("李1:2-29", problem, "1", NOTING)  # 2027 has no such day
    assert isinstance(leap, Issue)
    assert date(2027, 2, 28) < MON


def test_another_timetable_is_told_with_the_day_from_which_it_is_in_force() -> None:
    """From 10-19 on 冯老师 has 一1 on Monday in period 1 instead of 王1, who is its class teacher; and 孙教练 left,
    whose name is still known, and who is not told: 丁教练 leads 足球 and 篮球."""
    school = tiny_school()
    base = tiny_timetable(school)
    other = changed(school.instructors[0], id="丁教练", name="丁教练")
    data = changed(school, instructors=(other,), pins=())
    new = replaced(base, the(base, MON_1, school_class="一1"), duties=(duty("冯老师", Role.TUTOR),))
    new = changed(new, sessions=tuple(
        changed(s, duties=tuple(changed(d, person="丁教练") if d.person == "孙教练" else d for d in s.duties))
        for s in new.sessions
    ))  # fmt: skip
    told = {n.person: n.message for n in switch_notices(school, base, data, new, date(2026, 10, 19))}
    assert told["冯老师"].zh == "冯老师：从10月19日（周一）起，周一第1节：新增辅导一(1)语文（教室1）。"
    assert told["王1"].zh.startswith("王1：从10月19日（周一）起，1. 周一第1节：不再辅导一(1)语文；2. ")
    assert "孙教练" not in told
    assert "孙教练" in told["王1"].zh  # of 足球, with whose pupils its class teacher has to do
    assert told["丁教练"].en.startswith("丁教练: from Mon 2026-10-19 on: 1. ")
    assert not switch_notices(school, base, school, base, date(2026, 10, 19))
