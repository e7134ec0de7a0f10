"""`kehou term` and `kehou calendar`: files, summary, exit codes; the school's own file is never touched."""

import csv
import json
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from exchange.template import write_workbook
from exchange.workbook_read import read_workbook
from models import Calendar, Credential, Day, Holiday, MakeUpDay, Problem
from scheduler.rules import rule_cards
from tests.builders import changed, tiny_school
from tests.cli.running import kehou, school_file, timetable_file
from tests.timetables import tiny_timetable

FRIDAY = date(2027, 6, 11)


def school(**fields: object) -> Problem:
    holiday = Holiday(first=FRIDAY, last=FRIDAY, name="=校庆")  # a spreadsheet must not take it for a formula
    return changed(tiny_school(**fields), calendar=Calendar(holidays=(holiday,)))


def test_every_session_with_its_date(tmp_path: Path) -> None:
    problem, out = school(), tmp_path / "term.csv"
    ended = kehou("term", school_file(tmp_path, problem), timetable_file(tmp_path), "-o", out)
    assert ended.code == 0
    assert "周五社团少 1 次" in ended.out
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    weekly = tiny_timetable(problem).sessions
    assert len(rows) == 19 * len(weekly) - sum(s.slot.day == 5 for s in weekly)
    assert {row["星期"] for row in rows if row["日期"] == "2027-02-22"} == {"周一"}


def test_the_workbook_and_the_json_say_the_same(tmp_path: Path) -> None:
    call = ("term", school_file(tmp_path, school()), timetable_file(tmp_path), "-o")
    assert kehou(*call, tmp_path / "term.xlsx").code == kehou(*call, tmp_path / "term.json").code == 0
    book = load_workbook(tmp_path / "term.xlsx")
    assert book.sheetnames == ["课次", "课次统计", "减少的课次", "证件"]
    made = json.loads((tmp_path / "term.json").read_text(encoding="utf-8"))
    assert book["课次"].max_row - 1 == len(made["sessions"])
    assert book["减少的课次"].max_row - 1 == len(made["losses"])
    assert book["减少的课次"].cell(2, 7).value == "=校庆"
    assert book["减少的课次"].cell(2, 7).data_type == "s"
    assert book["课次统计"].max_row - 1 == len(made["counts"])


def test_a_paper_that_runs_out_is_an_error_and_names_person_paper_and_date(tmp_path: Path) -> None:
    base = tiny_school()
    paper = Credential(name="无犯罪记录证明", valid_until=date(2027, 6, 30))
    instructor = changed(base.instructors[0], credentials=(paper,))
    call = ("term", school_file(tmp_path, school(instructors=(instructor,))), timetable_file(tmp_path))
    ended = kehou(*call, "-o", tmp_path / "term.xlsx")
    assert ended.code == 5
    for word in ("孙教练", "无犯罪记录证明", "2027-06-30", "2027-07-01"):
        assert word in ended.err
    assert (tmp_path / "term.xlsx").exists()


def test_what_cannot_be_done_is_a_sentence(tmp_path: Path) -> None:
    bare = changed(tiny_school(), term=changed(tiny_school().term, first_day=None, last_day=None))
    call = ("term", school_file(tmp_path, bare), timetable_file(tmp_path), "-o")
    ended = kehou(*call, tmp_path / "term.csv")
    assert (ended.code, "开学日期" in ended.err) == (2, True)
    ended = kehou(*call, tmp_path / "term.txt")
    assert (ended.code, ".csv" in ended.err) == (2, True)
    assert kehou("calendar", school_file(tmp_path, bare)).code == 2


def test_the_proposal_goes_into_another_workbook_and_only_where_asked(tmp_path: Path) -> None:
    own = Calendar(make_up_days=(MakeUpDay(day=date(2027, 4, 10), runs_as=Day.MON),))
    path, out = tmp_path / "school.xlsx", tmp_path / "new.xlsx"
    write_workbook(changed(tiny_school(), calendar=own), path, rule_cards())
    before = path.read_bytes()
    ended = kehou("calendar", path)
    assert ended.code == 0
    assert "清明节（暂定）" in ended.out
    assert "2027 年的调休还没有公布" in ended.err
    assert not out.exists()
    assert kehou("calendar", path, "-o", out).code == 0
    assert kehou("calendar", path, "-o", path).code == 2
    assert path.read_bytes() == before
    problem = read_workbook(out, rule_cards()).problem
    assert problem is not None
    assert problem.calendar.make_up_days == own.make_up_days
    assert [h.name for h in problem.calendar.holidays] == ["清明节（暂定）", "劳动节（暂定）", "端午节（暂定）"]
    again = kehou("calendar", out)
    assert "没有要补充的" in again.out
