"""`kehou export`: everything in a folder, and nothing that is not sound unless asked for."""

from pathlib import Path

from openpyxl import load_workbook

from commands.handing_out import What
from exchange.dated import DatedKind
from exchange.handouts import KINDS
from tests.builders import CLASSES, MON_1, changed, tiny_school
from tests.cli.running import kehou, school_file, timetable_file
from tests.exchange_pupils.lists import csv_file, whole_list
from tests.timetables import replaced, the, tiny_timetable


def test_everything_lies_in_the_folder(tmp_path: Path) -> None:
    to = tmp_path / "发放" / "三月"
    ended = kehou("export", school_file(tmp_path), timetable_file(tmp_path), "--to", to)
    assert ended.code == 0
    kinds = [kind for kind in KINDS if not kind.blank_dates]
    names = {f"{kind.file.zh}.{kind.ending}" for kind in kinds} | {"课表.xlsx", "政策自查报告.pdf"}
    assert len(names) == len(kinds) + 2  # no file is written over another
    found = {path.name for path in to.iterdir()}
    assert names < found
    # And what is for the dates of the term, see test_export_dates: no form is there twice, with dates and without.
    assert {"课时统计 2027-03.xlsx", "考勤表 2027-03.pdf"} < found
    assert not {"考勤表.pdf", "巡课记录表.pdf"} & found
    assert [name[0] + name[-9:] for name in found if "巡课" in name] == ["第巡课记录表.pdf"]
    assert all(name in ended.out for name in names)
    assert (to / "班级单.pdf").read_bytes().startswith(b"%PDF")


def test_each_kind_can_be_asked_for() -> None:
    assert {what.value for what in What} == {kind.key for kind in KINDS} | {"results", "policy"} | set(DatedKind)


def test_only_what_was_asked_for_in_english(tmp_path: Path) -> None:
    to = tmp_path / "out"
    words = ("--what", "people", "--what", "results", "--lang", "en")
    assert kehou("export", school_file(tmp_path), timetable_file(tmp_path), "--to", to, *words).code == 0
    assert {path.name for path in to.iterdir()} == {"people.pdf", "results.xlsx"}


def test_what_is_not_sound_is_only_written_when_asked_for(tmp_path: Path) -> None:
    valid = tiny_timetable(tiny_school())
    first, second = (the(valid, slot=MON_1, school_class=c) for c in CLASSES[:2])
    doubled = replaced(valid, second, duties=first.duties)
    for table, words in ((doubled, "违反硬性规则"), (changed(valid, fingerprint="0000-0000"), "数据在排课后改过")):
        to = tmp_path / words
        call = ("export", school_file(tmp_path), timetable_file(tmp_path, table), "--to", to, "--what", "results")
        ended = kehou(*call)
        assert ended.code == 2
        assert words in ended.err
        assert not to.exists()
        assert kehou(*call, "--anyway").code == 0
        header = load_workbook(to / "课表.xlsx").worksheets[0].oddHeader
        assert header is not None
        assert words in str(header.center.text)


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    ended = kehou("export", school_file(tmp_path), timetable_file(tmp_path), "--to", tmp_path / "file")
    assert ended.code == 2
    assert "建不了文件夹" in ended.err


def test_names_of_pupils_are_printed_and_a_wrong_list_is_refused_as_a_whole(tmp_path: Path) -> None:
    call = ("export", school_file(tmp_path), timetable_file(tmp_path), "--what", "classes", "--what", "attendance")
    plain, named = tmp_path / "无", tmp_path / "有"
    assert kehou(*call, "--to", plain).code == 0
    ended = kehou(*call, "--to", named, "--names", csv_file(tmp_path, whole_list()))
    assert (ended.code, ended.err) == (0, "")
    for file in ("班级单.pdf", "考勤表 2027-03.pdf"):
        assert (named / file).read_bytes() != (plain / file).read_bytes()
    wrong = [*whole_list(), ("81", "九9", "某某", "合昌", "", "")]
    ended = kehou(*call, "--to", tmp_path / "错", "--names", csv_file(tmp_path, wrong))
    assert ended.code == 2
    assert "'名单'!D82：没有叫“合昌”的社团，是不是“合唱”？" in ended.err
    assert "'名单'!B82：没有叫“九9”的班级" in ended.err
    assert not (tmp_path / "错").exists()
    assert kehou(*call, "--to", tmp_path / "错", "--names", tmp_path / "没有.csv").code == 2
