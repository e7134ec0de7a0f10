"""`kehou export` for dates: what is written, for which month and week, and what is refused with a sentence."""

from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from exchange.json_files import write_json
from models import Problem, Role, Substitution, Term, Timetable
from scheduler.term import dated
from tests.builders import CLASSES, MON_1, changed, tiny_school
from tests.cli.running import kehou, school_file, timetable_file
from tests.cover.terms import WHEN, ill, log_of, ref_at
from tests.exchange_dated.terms import autumn
from tests.timetables import duty, replaced, the, tiny_timetable

SCHOOL = autumn()


def files(folder: Path, problem: Problem = SCHOOL, table: Timetable | None = None) -> tuple[Path, Path]:
    school, week = folder / "school.json", folder / "week.json"
    write_json(problem, school)
    write_json(tiny_timetable(problem) if table is None else table, week)
    return school, week


def test_everything_for_one_month_and_one_week(tmp_path: Path) -> None:
    to = tmp_path / "out"
    kinds = ("calendars", "week", "patrol-form", "attendance", "hours", "settlement")
    words = [word for kind in kinds for word in ("--what", kind)]
    ended = kehou("export", *files(tmp_path), "--to", to, *words, "--month", "2026-10", "--week", "2",
                  "--plain-rate", "30", "--club-rate", "40")  # fmt: skip
    assert ended.code == 0, ended.err
    assert {path.name for path in to.iterdir()} == {
        "日历", "日历.zip", "第2周班级单.pdf", "第2周巡课记录表.pdf", "考勤表 2026-10.pdf", "课时统计 2026-10.xlsx",
        "外聘结算单 2026-10.pdf", "外聘结算单 2026-10.xlsx",
    }  # fmt: skip
    loose = {str(path.relative_to(to / "日历")) for path in (to / "日历").rglob("*.ics")}
    assert loose == set(ZipFile(to / "日历.zip").namelist())
    sheet = load_workbook(to / "课时统计 2026-10.xlsx", data_only=True)["课时统计"]
    fees = {row[1].value: row[-1].value for row in sheet.iter_rows() if isinstance(row[0].value, int)}
    assert fees["王1"] == 10 * 30 + 3 * 40


def test_without_what_every_month_of_the_term(tmp_path: Path) -> None:
    to = tmp_path / "out"
    assert kehou("export", *files(tmp_path), "--to", to, "--lang", "en").code == 0
    names = {path.name for path in to.iterdir()}
    assert {f"hours 2026-{month}.xlsx" for month in ("09", "10", "11")} <= names
    assert {"calendars.zip", "calendars", "classes.pdf"} <= names


def test_a_span_instead_of_months(tmp_path: Path) -> None:
    to = tmp_path / "out"
    call = ("export", *files(tmp_path), "--to", to, "--what", "hours", "--from", "2026-10-12", "--until", "2026-10-25")
    assert kehou(*call).code == 0
    (file,) = to.iterdir()
    assert file.name == "课时统计 20261012-20261025.xlsx"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--week", "30"), "本学期没有第 30 周：只有第 1–6 周。"),
        (("--month", "2026-13"), "--month 应写作 2027-03，现在是“2026-13”。"),
        (("--from", "10.12"), "日期应写作 2027-03-01，现在是“10.12”。"),
        (("--from", "2026-10-12", "--until", "2026-10-01"), "--until 2026-10-01 在 --from 2026-10-12 之前。"),
    ],
)
def test_times_that_are_none_are_a_sentence(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    to = tmp_path / "out"
    ended = kehou("export", *files(tmp_path), "--to", to, "--what", "hours", *words)
    assert ended.code == 2
    assert said in ended.err
    assert not to.exists()


def test_without_dates_of_the_term_it_says_what_to_fill_in(tmp_path: Path) -> None:
    problem = tiny_school(term=Term(name="春"))
    school, week = files(tmp_path, problem)
    asked = kehou("export", school, week, "--to", tmp_path / "a", "--what", "hours")
    assert asked.code == 2
    assert "还没有写学期的第一天和最后一天" in asked.err
    everything = kehou("export", school, week, "--to", tmp_path / "b")
    assert everything.code == 0
    assert "还没有写学期的第一天和最后一天" in everything.err
    found = {path.name for path in (tmp_path / "b").iterdir()}
    assert not [name for name in found if "日历" in name or "课时" in name]
    assert {"考勤表.pdf", "巡课记录表.pdf"} < found  # with blank dates
    blank = kehou("export", school, week, "--to", tmp_path / "c", "--what", "attendance", "--what", "patrol-form")
    assert (blank.code, blank.err) == (0, "")
    assert {path.name for path in (tmp_path / "c").iterdir()} == {"考勤表.pdf", "巡课记录表.pdf"}


def test_a_broken_timetable_is_marked_everywhere(tmp_path: Path) -> None:
    valid = tiny_timetable(SCHOOL)
    first, second = (the(valid, MON_1, school_class=c) for c in CLASSES[:2])
    to = tmp_path / "out"
    broken = files(tmp_path, SCHOOL, replaced(valid, second, duties=first.duties))
    call = ("export", *broken, "--to", to, "--month", "2026-10", "--what", "calendars", "--what", "hours")
    assert kehou(*call).code == 2
    assert not to.exists()
    assert kehou(*call, "--anyway").code == 0
    for path in (to / "日历").rglob("*.ics"):
        for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
            assert "违反硬性规则" in str(event["description"])
    for sheet in load_workbook(to / "课时统计 2026-10.xlsx"):
        assert any("违反硬性规则" in str(row[0].value) for row in sheet.iter_rows(max_row=4))


def test_what_was_handed_out_before_is_cancelled_and_the_actual_term_is_followed(tmp_path: Path) -> None:
    """The second file has a term in which 王1's Monday of 10-12 is held by nobody."""
    table = tiny_timetable(SCHOOL)
    planned = dated(SCHOOL, table)
    fewer = changed(planned, sessions=tuple(
        d for d in planned.sessions
        if not (d.day.isoformat() == "2026-10-12" and d.session.slot == MON_1 and d.session.school_class == "一1")
    ))  # fmt: skip
    write_json(planned, tmp_path / "before.json")
    write_json(fewer, tmp_path / "actual.json")
    to = tmp_path / "out"
    words = ("--what", "calendars", "--actual", tmp_path / "actual.json", "--before", tmp_path / "before.json")
    assert kehou("export", *files(tmp_path), "--to", to, *words).code == 0
    (mine,) = (to / "日历" / "个人").glob("* 王1.ics")
    events: list[Any] = list(Calendar.from_ical(mine.read_bytes()).walk("VEVENT"))
    gone = [e.start.date().isoformat() for e in events if str(e["status"]) == "CANCELLED"]
    assert gone == ["2026-10-12"]
    other = replaced(table, the(table, MON_1, school_class="一1"), room="科学教室")
    refused = kehou("export", *files(tmp_path, SCHOOL, other), "--to", to, *words, "--anyway")
    assert refused.code == 2
    assert "是另一张课表的学期课表" in refused.err


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    call = ("export", school_file(tmp_path), timetable_file(tmp_path), "--to", tmp_path / "out", "--what", "hours")
    ended = kehou(*call, "--actual", timetable_file(tmp_path))
    assert ended.code == 2
    assert "学期课表" in ended.err


def test_the_log_of_changes_is_followed_too(tmp_path: Path) -> None:
    """冯老师 stands in for 王1 on 10-12; of the change after it nothing is left, and that is said."""
    table, log = tiny_timetable(SCHOOL), tmp_path / "changes.json"
    term, day = dated(SCHOOL, table), date(2026, 10, 12)
    ref = ref_at(term, day, school_class="一1", period=1)
    instead = Substitution(
        id="2", who="沈", when=WHEN, day=day, session=ref, role=Role.TUTOR, person="王1", by="冯老师", because="1"
    )
    again = changed(instead, id="3", by="王2")
    write_json(log_of(term, ill("王1", day), instead, again), log)
    to = tmp_path / "out"
    words = ("--to", to, "--what", "hours", "--month", "2026-10", "--actual", log)
    ended = kehou("export", *files(tmp_path), *words)
    assert ended.code == 0, ended.err
    assert "变更3没有生效" in ended.err
    sheet = load_workbook(to / "课时统计 2026-10.xlsx", data_only=True)["课时统计"]
    heads = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any("代课" in str(head) for head in heads)
    other = replaced(table, the(table, MON_1, school_class="一1"), room="科学教室")
    refused = kehou("export", *files(tmp_path, SCHOOL, other), *words, "--anyway")
    assert refused.code == 2
    assert "是另一张课表的变更记录" in refused.err


def test_a_second_timetable_within_the_term_leaves_the_days_before_as_they_were(tmp_path: Path) -> None:
    """王1 has 10 sessions of homework in October (see above); from the 19th on 冯老师 takes those of two Mondays."""
    first = tiny_timetable(SCHOOL)
    second = replaced(first, the(first, MON_1, school_class="一1"), duties=(duty("冯老师", Role.TUTOR),))
    school, new = files(tmp_path, table=second)
    old, log = tmp_path / "old.json", tmp_path / "log.json"
    write_json(first, old)
    term = dated(SCHOOL, first)
    ref = ref_at(term, date(2026, 10, 12), school_class="一1", period=1)
    instead = Substitution(
        id="2", who="沈", when=WHEN, day=date(2026, 10, 12), session=ref, role=Role.TUTOR, person="王1", by="吴主任",
        because="1",
    )  # fmt: skip
    write_json(log_of(term, ill("王1", date(2026, 10, 12)), instead), log)
    call = ("export", school, new, "--what", "hours", "--month", "2026-10", "--plain-rate", "30", "--club-rate", "40",
            "--anyway", "--earlier", old)  # fmt: skip
    assert _fee(tmp_path / "a", *call, "--since", "2026-10-19") == (10 - 2) * 30 + 3 * 40
    with_log = _fee(tmp_path / "b", *call, "--since", "2026-10-19", "--earlier-actual", log)
    assert with_log == (10 - 2 - 1) * 30 + 3 * 40
    ended = kehou(*call, "--to", tmp_path / "c")
    assert ended.code == 2
    assert "还要用一个 --since 写接替它的课表从哪天起执行" in ended.err


def test_three_timetables_in_a_term_and_calendars_in_which_what_is_gone_is_cancelled(tmp_path: Path) -> None:
    """Homework of 一1 on Mondays of October: 王1 on the 12th, 冯老师 on the 19th, 李4 on the 26th and in November.

    In 王1's calendar the Mondays from the 19th on are cancelled, in 冯老师's those from the 26th on; each keeps its id.
    """
    first = tiny_timetable(SCHOOL)
    session = the(first, MON_1, school_class="一1")
    tables = [replaced(first, session, duties=(duty(who, Role.TUTOR),)) for who in ("王1", "冯老师", "李4")]
    school, new = files(tmp_path, table=tables[2])
    olds = [tmp_path / "1.json", tmp_path / "2.json"]
    for table, path in zip(tables, olds, strict=False):
        write_json(table, path)
    to, words = tmp_path / "out", ["--anyway", "--what", "calendars", "--what", "hours", "--month", "2026-10"]
    before = kehou("export", school, olds[0], "--to", tmp_path / "before", *words)
    assert before.code == 0, before.err
    ended = kehou("export", school, new, "--to", to, *words, "--earlier", olds[0], "--since", "2026-10-19",
                  "--earlier", olds[1], "--since", "2026-10-26")  # fmt: skip
    assert ended.code == 0, ended.err
    seen = {who: _first_mondays(to, who) for who in ("王1", "冯老师", "李4")}
    assert seen["王1"] == {"0928": "CONFIRMED", "1012": "CONFIRMED", "1019": "CANCELLED", "1026": "CANCELLED",
                          "1102": "CANCELLED"}  # fmt: skip
    assert seen["冯老师"] == {"1019": "CONFIRMED", "1026": "CANCELLED", "1102": "CANCELLED"}
    assert seen["李4"] == {"1026": "CONFIRMED", "1102": "CONFIRMED"}
    assert _ids(tmp_path / "before", "王1") == _ids(to, "王1")
    for since in (("2026-10-26", "2026-10-19"), ("2026-10-19", "2026-10-19")):
        pairs = [word for old, day in zip(olds, since, strict=True) for word in ("--earlier", old, "--since", day)]
        wrong = kehou("export", school, new, "--to", tmp_path / "wrong", *words, *pairs)
        assert wrong.code == 2
        assert "从早到晚写" in wrong.err


def _events(to: Path, person: str) -> list[Any]:
    (mine,) = (to / "日历" / "个人").glob(f"* {person}.ics")
    return list(Calendar.from_ical(mine.read_bytes()).walk("VEVENT"))


def _first_mondays(to: Path, person: str) -> dict[str, str]:
    """Date of each Monday on which the person has, or had, a first period → state of the event."""
    return {
        f"{e.start:%m%d}": str(e["status"])
        for e in _events(to, person)
        if e.start.isoweekday() == 1 and f"{e.start:%H%M}" in ("1540", "1510")
    }


def _ids(to: Path, person: str) -> set[str]:
    return {str(e["uid"]) for e in _events(to, person)}


def _fee(to: Path, *call: object) -> object:
    """What 王1 is paid for the month."""
    ended = kehou(*call, "--to", to)
    assert ended.code == 0, ended.err
    sheet = load_workbook(to / "课时统计 2026-10.xlsx", data_only=True)["课时统计"]
    return next(row[-1].value for row in sheet.iter_rows() if row[1].value == "王1")
