"""`kehou solve`: every way in which it can end, what it writes and what it says."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exchange.json_files import read_timetable
from models import CrossClassClub, Instructor, Outcome, Problem, Status, fingerprint
from models.timetable_checks import timetable_issues
from scheduler.audit import audit
from scheduler.progress import SolveOptions
from scheduler.solve import solve
from tests.builders import changed, tiny_school
from tests.cli.running import QUICK, kehou, process, school_file

KEYS = {
    "status", "objective", "bound", "gap", "seconds", "first_seconds", "sessions", "violations", "fingerprint",
    "scores", "issues", "shortages", "files",
}  # fmt: skip


def crowded_school() -> Problem:
    """The tiny school with 10 pupils to a group at most: 80 pupils walk 4 times, and there are 100 places.

    合唱 has 2 groups twice a week, 足球 one twice, 科学 and 篮球 one for two periods: 10 × (4 + 2 + 2 + 2).
    """
    clubs = tiny_school().clubs
    return tiny_school(clubs=tuple(changed(c, most=10) if isinstance(c, CrossClassClub) else c for c in clubs))


def end_with(monkeypatch: pytest.MonkeyPatch, outcome: Outcome) -> None:
    """Let the solver end like this."""
    monkeypatch.setattr("scheduler.solve.solve", lambda *_args, **_named: outcome)


def test_a_timetable_is_written_and_is_what_the_audit_says(tmp_path: Path) -> None:
    school, out = school_file(tmp_path), tmp_path / "课表.json"
    ended = kehou("solve", school, "-o", out, *QUICK)
    assert ended.code == 0
    timetable = read_timetable(out).timetable
    assert timetable is not None
    assert timetable_issues(tiny_school(), timetable) == ()
    verdict = audit(tiny_school(), timetable)
    assert verdict.clean
    # 8 sessions of 孙教练 at 1 and 3 visits at 2 are unavoidable; everything else can be had.
    assert verdict.cost == 14
    assert "已证最优：偏好代价 14" in ended.out
    assert "复核无违反" in ended.out
    assert str(out) in ended.out
    assert "4 个班" in ended.err


def test_json_is_one_object_with_everything(tmp_path: Path) -> None:
    school, out, book = school_file(tmp_path), tmp_path / "out.json", tmp_path / "out.xlsx"
    ended = kehou("solve", school, "-o", out, "--xlsx", book, "--json", *QUICK)
    assert ended.code == 0
    answer = ended.answer
    assert set(answer) == KEYS
    assert (answer["status"], answer["objective"], answer["bound"], answer["gap"]) == ("OPTIMAL", 14, 14, 0)
    assert answer["sessions"] == len(json.loads(out.read_text(encoding="utf-8"))["sessions"])
    assert answer["violations"] == 0
    assert answer["fingerprint"] == fingerprint(tiny_school())
    assert 0 < answer["first_seconds"] <= answer["seconds"]
    assert sum(score["cost"] for score in answer["scores"]) == 14
    assert answer["files"] == {"timetable": str(out), "workbook": str(book)}
    assert fingerprint(tiny_school()) in load_workbook(book).properties.subject


def test_the_same_seed_gives_the_same_timetable(tmp_path: Path) -> None:
    school, one, other = school_file(tmp_path), tmp_path / "1.json", tmp_path / "2.json"
    for out in (one, other):
        kehou("solve", school, "-o", out, "--seed", 7, *QUICK)
    assert one.read_bytes() == other.read_bytes()


def test_the_options_reach_the_solver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[SolveOptions] = []

    def note(_problem: Problem, options: SolveOptions, *_: object) -> Outcome:
        asked.append(options)
        return _out_of_time()

    monkeypatch.setattr("scheduler.solve.solve", note)
    words = ("--seconds", 2.5, "--gap", 0.05, "--workers", 3, "--seed", 9)
    kehou("solve", school_file(tmp_path), "-o", tmp_path / "out.json", *words)
    assert asked == [SolveOptions(seconds=2.5, gap=0.05, workers=3, seed=9)]


@pytest.mark.parametrize("as_json", [False, True])
def test_a_shortage_ends_with_3_and_says_what_is_short(as_json: bool, tmp_path: Path) -> None:
    school = school_file(tmp_path, crowded_school())
    ended = kehou("solve", school, "-o", tmp_path / "out.json", *QUICK, *(["--json"] if as_json else []))
    assert ended.code == 3
    assert not (tmp_path / "out.json").exists()
    if as_json:
        assert set(ended.answer) == KEYS
        assert ended.answer["status"] == "IMPOSSIBLE"
        assert ended.answer["objective"] is None
        shortage = ended.answer["shortages"][0]
        assert (shortage["demand"], shortage["supply"]) == (320, 100)
        assert shortage["text"]["zh"]
    else:
        assert "排不出，已证明" in ended.out
        assert "名额320人次" in ended.out


def test_impossible_without_a_countable_shortage_ends_with_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    end_with(monkeypatch, Outcome(status=Status.IMPOSSIBLE, seconds=1))
    ended = kehou("solve", school_file(tmp_path), "-o", tmp_path / "out.json")
    assert ended.code == 3
    assert "排不出，已证明" in ended.out


def _out_of_time() -> Outcome:
    return Outcome(status=Status.OUT_OF_TIME, seconds=2.5, bound=3)


@pytest.mark.parametrize("as_json", [False, True])
def test_out_of_time_ends_with_4_and_is_not_called_impossible(
    as_json: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    end_with(monkeypatch, _out_of_time())
    ended = kehou("solve", school_file(tmp_path), "-o", tmp_path / "out.json", *(["--json"] if as_json else []))
    assert ended.code == 4
    assert not (tmp_path / "out.json").exists()
    if as_json:
        assert ended.answer["status"] == "OUT_OF_TIME"
        assert ended.answer["bound"] == 3
        assert ended.answer["sessions"] is None
    else:
        assert "时间到，还没排出" in ended.out


def test_a_feasible_timetable_is_written_with_its_gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    best = solve(tiny_school(), SolveOptions(workers=1, seconds=30))
    end_with(monkeypatch, changed(best, status=Status.FEASIBLE, bound=7))
    ended = kehou("solve", school_file(tmp_path), "-o", tmp_path / "out.json")
    assert ended.code == 0
    assert "与最优至多差 50%" in ended.out  # (14 − 7) / 14


def test_issues_end_with_2_and_nothing_is_solved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scheduler.solve.solve", lambda *_: pytest.fail("nothing is to be solved"))
    plain = tiny_school()
    nobody = tuple(changed(c, class_teacher="没有这个人") for c in plain.classes)
    school = school_file(tmp_path, changed(plain, classes=nobody))
    ended = kehou("solve", school, "-o", tmp_path / "out.json")
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.count("没有这个人") >= 4  # all at once: one for each class
    answer = kehou("solve", school, "-o", tmp_path / "out.json", "--json").answer
    assert set(answer) == KEYS
    assert answer["status"] == "ISSUES"
    assert {tuple(issue["path"]) for issue in answer["issues"]} >= {("classes", n, "class_teacher") for n in range(4)}


def test_warnings_do_not_stop_the_work(tmp_path: Path) -> None:
    extra = Instructor(id="钱教练", name="钱教练", skills=("书法",))
    school = school_file(tmp_path, tiny_school(instructors=(*tiny_school().instructors, extra)))
    words = ("solve", school, "-o", tmp_path / "out.json", *QUICK)
    assert [issue["severity"] for issue in kehou(*words, "--json").answer["issues"]] == ["warning"]
    ended = kehou(*words)
    assert ended.code == 0
    assert "提醒" in ended.err
    assert "钱教练" in ended.err


def test_in_a_process_of_its_own_with_the_second_solver(tmp_path: Path) -> None:
    school, out = school_file(tmp_path), tmp_path / "课表 一.json"
    ended = process("solve", school, "-o", out, "--json", "--seconds", "30")
    assert ended.code == 0
    assert ended.answer["objective"] == 14
    assert out.exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["school.json", "课表 一.json"]  # no scratch file is left
