"""`kehou explain`: what is short and what would help, or what is tightest."""

from pathlib import Path

from models import fingerprint
from tests.builders import changed, tiny_school
from tests.cli.running import kehou, school_file
from tests.repair.plants import PLANTS


def test_a_school_with_a_timetable(tmp_path: Path) -> None:
    school = school_file(tmp_path)
    ended = kehou("explain", school)
    assert ended.code == 0
    assert "排得出。" in ended.out
    assert "最紧的几处" in ended.out
    answer = kehou("explain", school, "--json").answer
    assert answer["status"] == "FEASIBLE"
    assert answer["fingerprint"] == fingerprint(tiny_school())
    assert answer["repairs"] == []
    assert 0 < len(answer["tightest"]) <= 10


def test_a_school_without(tmp_path: Path) -> None:
    school = school_file(tmp_path, PLANTS["a room gone"].problem)
    ended = kehou("explain", school, "--seconds", "20")
    assert ended.code == 3
    assert "不够　社团“科学”" in ended.out
    assert "也作实验场地" in ended.out
    assert "已证同类最低" in ended.out
    answer = kehou("explain", school, "--seconds", "20", "--json", "--lang", "en").answer
    assert answer["status"] == "IMPOSSIBLE"
    assert [s["code"] for s in answer["shortages"]] == ["club_rooms"]
    assert answer["repairs"][0]["steps"][0]["change"]["kind"] == "room_changed"


def test_the_schools_own_prices(tmp_path: Path) -> None:
    prices = tmp_path / "prices.yaml"
    prices.write_text("other_room: null\nopen_room: 1\n", encoding="utf-8")
    school = school_file(tmp_path, PLANTS["a room gone"].problem)
    answer = kehou("explain", school, "--prices", prices, "--seconds", "20", "--json").answer
    assert [step["change"]["kind"] for step in answer["repairs"][0]["steps"]] == ["room_opened", "room_opened"]
    assert answer["repairs"][0]["cost"] == 2
    prices.write_text("other_rooms: 1\n", encoding="utf-8")
    ended = kehou("explain", school, "--prices", prices)
    assert ended.code == 2
    assert "是否指 other_room" in ended.out + ended.err


def test_wrong_data_are_refused(tmp_path: Path) -> None:
    broken = school_file(tmp_path, changed(tiny_school(), classes=tiny_school().classes * 2))
    assert kehou("explain", broken).code == 2
