"""Every session of a timetable stands on the sheet of its class, its people, its room and its club."""

import pytest

from models import Problem, Role, Session, SessionKind, Timetable
from tests.builders import tiny_school
from tests.exchange_results.reading_back import Results, written
from tests.timetables import tiny_timetable

OWN = (SessionKind.HOMEWORK, SessionKind.CLASS_ACTIVITY)


@pytest.fixture(scope="module")
def problem() -> Problem:
    return tiny_school()


@pytest.fixture(scope="module")
def timetable(problem: Problem) -> Timetable:
    return tiny_timetable(problem)


@pytest.fixture(scope="module")
def results(problem: Problem, timetable: Timetable, tmp_path_factory: pytest.TempPathFactory) -> Results:
    return written(problem, timetable, tmp_path_factory.mktemp("results"))


def what(session: Session) -> str:
    """Subject or name of the club, as the sheets call it."""
    if session.subject is not None:
        return session.subject
    if session.club == "合唱":  # the only club with two groups
        return f"合唱{session.group}组"
    return session.club or "自主活动"


def test_there_is_a_sheet_for_each_reader(results: Results) -> None:
    assert results.names == [
        "总表",
        "班级课表",
        "教师课表",
        "外聘教师",
        "场地",
        "社团",
        "巡查安排",
        "工作量",
        "未满足的愿望",
        "结论",
    ]


def test_a_class_finds_its_own_sessions(problem: Problem, timetable: Timetable, results: Results) -> None:
    titles = [f"{c.title}班 课后服务周课表与去向单" for c in problem.classes]
    blocks = results.blocks("班级课表", titles)
    seen = 0
    for c, title in zip(problem.classes, titles, strict=True):
        week = results.week(blocks[title])
        for session in timetable.of_class[c.id]:
            text = week[session.slot.day, session.slot.period]
            assert what(session) in text
            assert session.people()[0] in text
            assert (session.room or "") in text
            seen += 1
    assert seen == sum(s.kind in OWN for s in timetable.sessions)


def test_a_class_finds_the_clubs_of_its_pupils(problem: Problem, timetable: Timetable, results: Results) -> None:
    titles = [f"{c.title}班 课后服务周课表与去向单" for c in problem.classes]
    blocks = results.blocks("班级课表", titles)
    for c, title in zip(problem.classes, titles, strict=True):
        rows = [[cell for cell in row if cell] for row in blocks[title]]
        for session in timetable.sessions:
            if session.kind is not SessionKind.CROSS_CLASS or not session.pupils.get(c.id):
                continue
            wanted = {what(session), session.room or "", str(session.pupils[c.id])}
            assert any(wanted <= set(row) and session.people(Role.LEADER)[0] in "".join(row) for row in rows), wanted


def test_a_whole_school_club_stands_in_the_week_of_its_classes(problem: Problem, results: Results) -> None:
    titles = [f"{c.title}班 课后服务周课表与去向单" for c in problem.classes]
    blocks = results.blocks("班级课表", titles)
    with_club = [t for t in titles if any("大合唱" in text for text in results.week(blocks[t]).values())]
    assert with_club == ["一(1)班 课后服务周课表与去向单", "一(2)班 课后服务周课表与去向单"]  # it takes 一年级 only


def test_a_person_finds_every_duty(problem: Problem, timetable: Timetable, results: Results) -> None:
    outside = {p.id for p in problem.instructors}
    blocks = results.blocks("教师课表", [t.name for t in problem.teachers])
    blocks |= results.blocks("外聘教师", [f"{p.name}（外聘）" for p in problem.instructors])
    seen = 0
    for session in timetable.sessions:
        for duty in session.duties:
            week = results.week(blocks[f"{duty.person}（外聘）" if duty.person in outside else duty.person])
            text = week[session.slot.day, session.slot.period]
            assert ("巡查" if duty.role is Role.PATROL else what(session)) in text
            if duty.role is not Role.PATROL:
                assert (session.room or "") in text
            seen += 1
    assert seen == sum(len(s.duties) for s in timetable.sessions)


def test_a_room_finds_everything_that_meets_in_it(problem: Problem, timetable: Timetable, results: Results) -> None:
    blocks = results.blocks("场地", [r.id for r in problem.rooms])
    for session in timetable.sessions:
        if session.room is not None:
            text = results.week(blocks[session.room])[session.slot.day, session.slot.period]
            assert what(session) in text
            assert session.people(Role.TUTOR, Role.LEADER)[0] in text


def test_a_club_finds_its_meetings(timetable: Timetable, results: Results) -> None:
    rows = results.rows("社团")
    for (club, group), meetings in timetable.of_club.items():
        row = next(r for r in rows if r[0] == what(meetings[0]))
        assert club in row[0]
        assert meetings[0].group == group
        for session in meetings:
            assert session.slot.title() in row[5]
            assert (session.room or "") in row[4]
            assert session.people(Role.LEADER)[0] in row[3]
            assert str(session.head_count) in row[7]
            for c, count in session.pupils.items():
                assert f"{c[0]}({c[1]}) {count}" in row[8]


def test_class_activities_stand_among_the_clubs(timetable: Timetable, results: Results) -> None:
    rows = results.rows("社团")
    for session in timetable.sessions:
        if session.kind is SessionKind.CLASS_ACTIVITY:
            c = session.school_class or ""
            text = f"{c[0]}({c[1]}) {session.slot.title()} {session.people()[0]}"
            assert any(row[0] == what(session) and text in row[3] for row in rows), text


def test_patrol_stands_by_day_and_period(timetable: Timetable, results: Results) -> None:
    rows = {row[0]: row for row in results.rows("巡查安排")}
    for session in timetable.sessions:
        if session.kind is SessionKind.PATROL:
            assert session.people()[0] in rows["周" + "一二三四五"[session.slot.day - 1]][session.slot.period]


def test_the_overview_has_every_homework_session_and_every_club(timetable: Timetable, results: Results) -> None:
    text = results.texts("总表")
    cells = [cell for row in results.rows("总表") for cell in row]
    for session in timetable.sessions:
        if session.kind is SessionKind.HOMEWORK:
            assert f"{session.subject}\n{session.people()[0]}" in cells
        elif session.kind is SessionKind.CROSS_CLASS:
            assert f"·{session.room} {session.head_count}" in text
    homework = [s for s in timetable.sessions if s.kind is SessionKind.HOMEWORK]
    counted = sum(
        cell == f"{s.subject}\n{s.people()[0]}"
        for cell in cells
        for s in {(x.subject, x.people()): x for x in homework}.values()
    )
    assert counted == len(homework)


def test_the_load_adds_up(timetable: Timetable, results: Results) -> None:
    rows = results.rows("工作量")
    total = next(row for row in rows if row[0] == "合计")
    outside = sum(p == "孙教练" for s in timetable.sessions for p in s.people())
    assert int(float(total[6])) == sum(len(s.duties) for s in timetable.sessions) - outside
    assert sum(int(float(n)) for n in total[1:6]) == int(float(total[6]))
