"""`kehou sweep`: every answer is written at once, an interrupted sweep goes on, and a cluster brings the same."""

import csv
import json
from pathlib import Path

from distributed import LocalCluster

from tests.cli.running import kehou, school_file, timetable_file

TWO = ("--processes", "2", "--seconds", "20")


def _answers(path: Path) -> dict[str, tuple[str, int | None]]:
    rows = json.loads(path.read_text(encoding="utf-8"))["rows"]
    return {row["case"]["key"]: (row["status"], row["cost"]) for row in rows}


def test_rooms(tmp_path: Path) -> None:
    school, out, table = school_file(tmp_path), tmp_path / "sweep.json", tmp_path / "sweep.csv"
    ended = kehou("sweep", school, "rooms", "-o", out, "--csv", table, *TWO)
    assert ended.code == 0
    assert "少 科学教室" in ended.out
    answers = _answers(out)
    assert answers["as_it_is"][0] == "OPTIMAL"
    lines = list(csv.reader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert [line[0] for line in lines[:2]] == ["问题", "现状"]
    assert len(lines) == len(answers) + 1
    # Once more: everything is there, nothing is asked again, and the file stays as it is.
    before = out.read_bytes()
    again = kehou("sweep", school, "rooms", "-o", out, *TWO, "--json")
    assert f"已有 {len(answers)} 个答案" in again.err
    assert again.answer["status"] == "COMPLETE"
    assert out.read_bytes() == before


def test_an_interrupted_sweep_goes_on(tmp_path: Path) -> None:
    school, out = school_file(tmp_path), tmp_path / "sweep.json"
    kehou("sweep", school, "rooms", "-o", out, *TWO)
    whole = json.loads(out.read_text(encoding="utf-8"))
    half = whole | {"rows": whole["rows"][:3], "complete": False}
    half["rows"][1]["seconds"] = 12345.0  # so that one can see that it was not asked again
    out.write_text(json.dumps(half, ensure_ascii=False), encoding="utf-8")
    ended = kehou("sweep", school, "rooms", "-o", out, *TWO)
    assert "已有 3 个答案" in ended.err
    found = json.loads(out.read_text(encoding="utf-8"))
    assert [row["case"]["key"] for row in found["rows"]] == [row["case"]["key"] for row in whole["rows"]]
    assert found["rows"][1]["seconds"] == 12345.0
    # Answers of another question are kept beside, and not taken for these.
    other = kehou("sweep", school, "instructors", "-o", out, *TWO)
    assert "原来的答案留在" in other.out
    assert (tmp_path / "sweep.1.json").exists()


def test_near_a_published_timetable_people_are_counted(tmp_path: Path) -> None:
    school, base, out = school_file(tmp_path), timetable_file(tmp_path), tmp_path / "sweep.json"
    answer = kehou("sweep", school, "teachers", "--timetable", base, "-o", out, *TWO, "--json").answer
    rows = {row["case"]["key"]: row for row in answer["rows"]}
    assert rows["as_it_is"]["told"] == 0
    assert rows["person:冯老师"]["told"] == 1


def test_a_cluster_answers_the_same(tmp_path: Path) -> None:
    school, out, other = school_file(tmp_path), tmp_path / "one.json", tmp_path / "other.json"
    kehou("sweep", school, "instructors", "-o", out, *TWO)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:  # type: ignore[no-untyped-call]
        asked = ("sweep", school, "instructors", "-o", other, "--seconds", "20", "--cluster", cluster.scheduler_address)
        assert kehou(*asked).code == 0
    assert _answers(out) == _answers(other)


def test_what_cannot_be_asked(tmp_path: Path) -> None:
    school, out = school_file(tmp_path), tmp_path / "sweep.json"
    ended = kehou("sweep", school, "desks", "-o", out)
    assert ended.code == 2
    assert "应是其中之一" in ended.err
    assert kehou("sweep", school, "rooms", "-o", out, "--csv", tmp_path / "table.txt").code == 2
    assert kehou("sweep", school, "rooms", "-o", school).code == 2
    assert kehou("sweep", school, "rooms", "-o", out, "--cluster", "tcp://127.0.0.1:9", "--seconds", "1").code == 2
