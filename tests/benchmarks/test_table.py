"""The rows, the CSV file and the table."""

from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks.methods import Answer, Step
from benchmarks.row import Row, judged
from benchmarks.schools import planted
from benchmarks.table import BEGIN, END, append, best_bounds, markdown, read, written
from models import Timetable

ROW = Row(10, 1, "usual", "kehou", 60.0, "optimal", 0.1, 0.5, 4.0, 100, 100.0, 300, 0, "0.50:120:80 1.00:105:90 3:100:")


def test_a_row_survives_the_file(tmp_path: Path) -> None:
    rows = [ROW, Row(10, 1, "usual", "fet", 60.0, "absent", note="fet-cl is not installed, or so")]
    for row in rows:
        append(tmp_path / "results.csv", row)
    assert read(tmp_path / "results.csv") == rows
    assert read(tmp_path / "none.csv") == []


def test_times_to_a_cost_come_from_the_trail() -> None:
    assert ROW.reached(105.2) == 1.0  # 100 / 0.95
    assert ROW.reached(101.0) == 3.0
    assert ROW.reached(99.0) is None
    assert ROW._replace(outcome="broken").reached(200.0) is None


def test_the_best_bound_is_that_of_any_method() -> None:
    other = ROW._replace(method="highs", bound=98.0)
    assert best_bounds([other, ROW]) == {(10, 1, "usual"): 100.0}


def test_the_median_counts_what_did_not_happen_as_never() -> None:
    late = ROW._replace(seed=2, outcome="feasible", cost=110, first=9.0)
    lines = markdown([ROW, late, late._replace(seed=3)]).splitlines()
    cells = [cell.strip() for cell in lines[4].split("|")]
    assert cells[1:5] == ["10", "usual", "kehou", "3"]
    assert cells[6] == "9.00"  # the first timetable: 0.5, 9, 9
    assert cells[9] == "–"  # one proof of three
    assert cells[13] == "1 optimal, 2 feasible"


def test_a_broken_timetable_is_called_so() -> None:
    problem, timetable = planted(6, 1, "usual")
    torn = Timetable.model_validate({**timetable.model_dump(), "sessions": timetable.sessions[1:]})
    row = judged(ROW._replace(outcome="failed"), problem, Answer(timetable=torn, proved=True, bound=0))
    assert row.outcome == "broken"
    assert (row.broken or 0) > 0


def test_the_table_stands_between_the_marks(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    written(readme, [ROW])
    text = readme.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    assert "| 10 | usual | kehou |" in text
    readme.write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match="marks"):
        written(readme, [ROW])


def test_the_command_measures_what_is_missing_and_no_more(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"{BEGIN}\n{END}", encoding="utf-8")
    arguments = ["--sizes", "6", "--seeds", "1", "--kinds", "usual", "--methods", "greedy", "--seconds", "1"]
    arguments += ["--out", str(tmp_path), "--readme", str(readme)]
    command.main(arguments)
    rows = read(tmp_path / "results.csv")
    assert [(row.key, row.outcome) for row in rows] == [((6, 1, "usual", "greedy"), "feasible")]
    assert (rows[0].memory or 0) > 0
    command.main(arguments)
    assert read(tmp_path / "results.csv") == rows


def test_a_bound_that_is_not_reached_proves_nothing() -> None:
    problem, timetable = planted(6, 1, "usual")
    answer = Answer(timetable=timetable, proved=True, bound=0, trail=(Step(0.1, 5, 0),))
    assert judged(ROW._replace(outcome="failed"), problem, answer).outcome == "feasible"


def test_a_cost_of_nothing_has_no_gap_to_speak_of_only_if_it_is_proved() -> None:
    proved = ROW._replace(cost=0, bound=0.0, trail="1.00:0:0")
    cells = [cell.strip() for cell in markdown([proved]).splitlines()[4].split("|")]
    assert cells[9] == "4.00"
    assert cells[10] == "–"
