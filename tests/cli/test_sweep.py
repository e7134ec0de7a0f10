"""`kehou sweep`: every answer is written at once, an interrupted sweep goes on, and a cluster brings the same."""

import csv
import json
from pathlib import Path

from distributed import LocalCluster

from tests.builders import tiny_school
from tests.cli.running import kehou, school_file

QUICKLY = ("--processes", "1", "--seconds", "20")


def _answers(path: Path) -> dict[str, tuple[str, int | None]]:
    rows = json.loads(path.read_text(encoding="utf-8"))["rows"]
    return {row["case"]["key"]: (row["status"], row["cost"]) for row in rows}


def test_answers_are_written_at_once_and_an_interrupted_sweep_goes_on(tmp_path: Path) -> None:
    school, out, table = school_file(tmp_path), tmp_path / "sweep.json", tmp_path / "sweep.csv"
    asked = ("sweep", school, "instructors", "-o", out, *QUICKLY)
    ended = kehou(*asked, "--csv", table)
    assert ended.code == 0
    assert "现状" in ended.out
    whole = json.loads(out.read_text(encoding="utf-8"))
    keys = [row["case"]["key"] for row in whole["rows"]]
    assert keys == ["as_it_is", *(f"person:{i.id}" for i in tiny_school().instructors)]
    assert whole["rows"][0]["status"] == "OPTIMAL"
    lines = list(csv.reader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert [line[0] for line in lines[:2]] == ["问题", "现状"]
    assert len(lines) == len(keys) + 1
    # Interrupted after the first answer, whose seconds are altered so that one can see that it was not asked again.
    whole["rows"][0]["seconds"] = 12345.0
    out.write_text(json.dumps(whole | {"rows": whole["rows"][:1], "complete": False}), encoding="utf-8")
    again = kehou(*asked, "--json")
    assert "已有 1 个答案" in again.err
    assert again.answer["status"] == "COMPLETE"
    assert again.answer["rows"][0]["seconds"] == 12345.0
    assert [row["case"]["key"] for row in again.answer["rows"]] == keys
    # Answers to another question are kept beside, and not taken for these.
    blank = json.loads(out.read_text(encoding="utf-8")) | {"rows": [], "seconds": 3.0}
    out.write_text(json.dumps(blank), encoding="utf-8")
    assert "原来的答案留在" in kehou(*asked).out
    assert json.loads((tmp_path / "sweep.1.json").read_text(encoding="utf-8"))["seconds"] == 3.0


def test_a_cluster_answers_the_same(tmp_path: Path) -> None:
    school, out, other = school_file(tmp_path), tmp_path / "one.json", tmp_path / "other.json"
    kehou("sweep", school, "instructors", "-o", out, *QUICKLY)
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
