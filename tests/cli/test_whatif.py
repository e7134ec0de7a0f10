"""`kehou whatif` and `kehou compare`: changes from words, files and the workbook; people told; nothing else touched."""

from pathlib import Path

import pytest

from exchange.json_files import read_timetable
from exchange.scenarios import write_scenarios
from exchange.template import write_workbook
from models import PersonLeft, RoomClosed, Scenario
from scheduler.rules import rule_cards
from tests.builders import changed, tiny_school
from tests.cli.running import QUICK, kehou, school_file, timetable_file

LEFT = Scenario(name="少冯老师", changes=(PersonLeft(person="冯老师"),))


def test_a_person_leaves(tmp_path: Path) -> None:
    # 冯老师 only accompanied 足球: one person takes over, and nobody else must be told (tests/scheduler/test_whatif).
    school, base, out = school_file(tmp_path), timetable_file(tmp_path), tmp_path / "new.json"
    before = school.read_bytes(), base.read_bytes()
    asked = ("whatif", school, "--timetable", base, "--leave", "冯老师", "-o", out, *QUICK)
    ended = kehou(*asked)
    assert ended.code == 0
    assert "要告知 1 人，已证明不能更少" in ended.out
    assert "冯老师不再参加课后服务" in ended.err
    assert (school.read_bytes(), base.read_bytes()) == before
    timetable = read_timetable(out).timetable
    assert timetable is not None
    assert all("冯老师" not in s.people() for s in timetable.sessions)
    answer = kehou(*asked, "--json", "--lang", "en").answer
    assert (answer["status"], answer["told"], answer["told_bound"]) == ("OPTIMAL", 1, 1)
    assert len(answer["comparison"]["notices"]) == 1
    assert "timetable_before" not in answer["files"], "the same answer twice is the same file"


def test_scenarios_from_a_file_and_from_the_workbook(tmp_path: Path) -> None:
    school, base, out = school_file(tmp_path), timetable_file(tmp_path), tmp_path / "new.json"
    file = tmp_path / "scenarios.yaml"
    write_scenarios([LEFT, Scenario(name="也少场地", base="少冯老师", changes=(RoomClosed(room="科学教室"),))], file)
    asked = ("whatif", school, "--timetable", base, "-o", out, *QUICK, "--json", "--scenario", file)
    assert kehou(*asked).code == 2, "two scenarios, and no name"
    assert kehou(*asked, "--name", "少冯老师").answer["told"] == 1
    nested = kehou(*asked, "--name", "也少场地")
    assert (nested.code, nested.answer["status"]) == (3, "IMPOSSIBLE")
    assert nested.answer["shortages"]
    assert len(nested.answer["changes"]) == 2, "those of its base first"
    book = tmp_path / "school.xlsx"
    write_workbook(tiny_school(), book, rule_cards(), scenarios=[LEFT])
    from_sheet = ("whatif", book, "--timetable", base, "--name", "少冯老师", "-o", out, *QUICK, "--json")
    assert kehou(*from_sheet).answer["told"] == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "没有写学校有什么变动"),
        (["--close-room", "音乐室9"], "没有叫“音乐室9”的场地，是不是“音乐教室”？"),
        (["--away", "王1@周八"], "“王1@周八”读不懂"),
        (["--leave", "冯老师@周一"], "“冯老师@周一”读不懂"),
        (["--name", "没有的方案"], "没有方案“没有的方案”"),
    ],
)
def test_what_cannot_be_read_is_named(words: list[str], said: str, tmp_path: Path) -> None:
    out = tmp_path / "new.json"
    asked = ("whatif", school_file(tmp_path), "--timetable", timetable_file(tmp_path), "-o", out, *words)
    ended = kehou(*asked)
    assert (ended.code, out.exists()) == (2, False)
    assert said in ended.err


def test_slots_stand_after_an_at(tmp_path: Path) -> None:
    out = tmp_path / "new.json"
    asked = ("whatif", school_file(tmp_path), "--timetable", timetable_file(tmp_path), "-o", out, *QUICK, "--json")
    answer = kehou(*asked, "--away", "冯老师＠周一").answer
    assert answer["changes"][0]["zh"].startswith("冯老师周一")
    assert answer["told"] == 2, "冯老师 and whoever is beside 足球 on Monday instead"


def test_compare(tmp_path: Path) -> None:
    school, base, out = school_file(tmp_path), timetable_file(tmp_path), tmp_path / "new.json"
    assert kehou("compare", school, base, base).out.count("课次没有变动") == 1
    kehou("whatif", school, "--timetable", base, "--away", "冯老师@周一", "-o", out, *QUICK)
    answer = kehou("compare", school, base, out, "--json").answer
    assert answer["status"] == "COMPARED"
    assert len(answer["comparison"]["sessions"]) == 1
    ended = kehou("compare", school, base, out)
    assert "换人或场地" in ended.out
    assert "要告诉谁什么" in ended.out
    assert "起，" not in ended.out
    dated = kehou("compare", school, base, out, "--since", "2026-10-19")
    assert "  冯老师：从10月19日（周一）起，" in dated.out
    wrong = kehou("compare", school, base, out, "--since", "19.10")
    assert (wrong.code, "日期应写作 2027-03-01" in wrong.err) == (2, True)
    other = school_file(tmp_path / "..", changed(tiny_school(), classes=tiny_school().classes[:1]))
    assert kehou("compare", school, base, base, "--then", other).code == 2, "classes that the other school lacks"
    other.unlink()
