"""`kehou cover`: gaps of some dates, the best cover, the log, notices and the record."""

import json
from datetime import date
from pathlib import Path

from models import DatedTimetable, TermLog
from tests.cli.running import Ended, kehou, school_file, timetable_file


def cover(folder: Path, *words: object) -> Ended:
    return kehou("cover", school_file(folder), timetable_file(folder), *words)


def test_it_prints_the_cover_and_the_notices_and_writes_nothing(tmp_path: Path) -> None:
    """李1 leads 合唱·1 on Monday, 1 March; of those with the skill only 李4 is free (tests/cover)."""
    before = {path.name for path in tmp_path.iterdir()}
    ended = cover(tmp_path, "--absent", "李1:2027-03-01", "--why", "病假")
    assert ended.code == 0
    assert "缺口1处，补上1处，请1人代课（已证明不能更好）。" in ended.out
    assert "李4：3月1日（周一）第2节 社团“合唱” 请您代课（李1病假），地点音乐教室。" in ended.out
    assert "没有写进变更记录" in ended.err
    assert {path.suffix for path in tmp_path.iterdir() if path.name not in before} <= {".json"}  # school and timetable


def test_apply_revoke_and_the_base_is_back(tmp_path: Path) -> None:
    log = tmp_path / "changes.json"
    words = ("--absent", "李1:3-1..3-3", "--absent", "冯老师：3月1日:2", "--why", "病假", "--who", "沈老师")
    assert cover(tmp_path, *words, "--log", log, "--apply").code == 0
    kept = TermLog.model_validate_json(log.read_text(encoding="utf-8"))
    # 李1: 合唱 on Monday and Wednesday, 数学 on Tuesday; 冯老师: beside 孙教练 on Monday.
    assert [c.kind for c in kept.changes] == ["absence"] * 2 + ["substitution"] * 4
    assert {c.who for c in kept.changes if c.kind == "absence"} == {"沈老师"}
    again = cover(tmp_path, "--log", log)
    assert again.code == 0
    assert "没有缺口。" in again.out
    revoked = cover(tmp_path, "--log", log, "--revoke", "1", "--revoke", "2", "--apply")
    assert revoked.code == 0
    kept = TermLog.model_validate_json(log.read_text(encoding="utf-8"))
    assert kept.holding == ()
    assert len(kept.changes) == 6
    assert "请您代课" not in revoked.out  # nobody was told of it, so nobody is told that it is off


def test_what_stays_open_is_named_and_ends_with_three(tmp_path: Path) -> None:
    ended = cover(tmp_path, "--absent", "王1:2027-03-01", "--lang", "en")
    assert ended.code == 3
    assert "3 fit, and none can come" in ended.out


def test_rooms_events_the_record_and_json(tmp_path: Path) -> None:
    record = tmp_path / "record.xlsx"
    actual = tmp_path / "actual.json"
    words = ("--room", "教室1:3-1..3-5", "--cancel", "孙教练:3-4", "--event", "全校:3-4", "--record", record)
    ended = cover(tmp_path, *words, "--actual", actual, "--json")
    assert ended.code == 0  # 孙教练's Thursday is off for the whole school: no gap
    answer = json.loads(ended.out)
    assert answer["status"] == "COVERED"
    assert {c["by"]["room"] for c in answer["rooms"]["covered"]} == {"舞蹈房"}
    assert record.exists()
    held = DatedTimetable.model_validate_json(actual.read_text(encoding="utf-8"))
    assert date(2027, 3, 4) not in held.on  # the event; what is held is what `kehou export --actual` reads
    assert any("停一次" in n["zh"] for n in answer["notices"])


def test_notices_are_only_of_what_is_new(tmp_path: Path) -> None:
    log = tmp_path / "changes.json"
    first = cover(tmp_path, "--absent", "李1:2027-03-01", "--log", log, "--apply", "--told")
    assert "李4：" in first.out
    second = cover(tmp_path, "--absent", "周校长:2027-03-02:1", "--log", log, "--apply")
    assert "李4：" not in second.out
    assert "周校长：" in second.out


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    log = tmp_path / "changes.json"
    words = ("--absent", "赵一:3-1", "--room", "天台:3-1", "--revoke", "7", "--log", log, "--apply")
    ended = cover(tmp_path, *words)
    assert ended.code == 2
    assert "没有“赵一”这个人" in ended.err
    assert "没有场地“天台”" in ended.err
    assert "没有可撤销的变更“7”" in ended.err
    assert not log.exists()
    assert cover(tmp_path, "--absent", "李1:3-1", "--apply").code == 2
    log.write_text('{"format": "kehou-timetable/1"}', encoding="utf-8")
    assert "变更记录" in cover(tmp_path, "--log", log).err


def test_a_swap_is_proposed_with_a_number_and_taken_by_it(tmp_path: Path) -> None:
    """By hand in tests/cover: 李4 leads 合唱·1 on Monday, 1 March, and 李1 the 大合唱 of 李4 on a Tuesday near it."""
    log = tmp_path / "changes.json"
    words = ("--absent", "李1:2027-03-01", "--why", "病假")
    shown = cover(tmp_path, *words, "--swaps")
    assert shown.code == 0
    assert "1.1　李4：3月1日第2节带社团“合唱·1”；李1：3月2日第2节带大社团“大合唱”" in shown.out
    assert "可以对调" not in cover(tmp_path, *words).out  # a substitute was found, and nobody asked
    answer = json.loads(cover(tmp_path, *words, "--swaps", "--json").out)
    assert answer["swaps"]["1.1"]["swap"]["other"] == "李4"
    taken = cover(tmp_path, *words, "--swap", "1.1", "--log", log, "--apply")
    assert taken.code == 0
    assert "没有缺口。" in taken.out
    kept = TermLog.model_validate_json(log.read_text(encoding="utf-8"))
    assert [(c.kind, c.id) for c in kept.changes] == [("absence", "1"), ("swap", "2")]
    assert "由李4代李1（李1病假）" in taken.out  # and the day on which 李1 goes instead
    assert "3月2日（周二）第2节 社团“大合唱” 由李1代李4" in taken.out
    for wrong in ("1.9", "7.1", "一"):
        refused = cover(tmp_path, *words, "--swap", wrong)
        assert refused.code == 2
        assert f"没有叫“{wrong}”的对调" in refused.err


def test_other_ways_are_listed_for_what_stays_open_and_taken_by_number(tmp_path: Path) -> None:
    """By hand in tests/cover/test_other_ways: nobody can tutor 一1 for 王1 on Monday; 数学 of Tuesday can change places
    with it, and in the fifth place it is made up on Friday."""
    log = tmp_path / "changes.json"
    words = ("--absent", "王1:2027-03-01", "--why", "病假")
    shown = cover(tmp_path, *words)
    assert shown.code == 3
    flat = shown.out.replace("\n", "")
    assert "1.1　与3月2日（周二）第1节一(1)班数学作业辅导对调时间" in flat
    assert "1.7　停课：这一次不上（本学期还剩37次，原定38次；" in flat
    assert "1.3　合班：与一(2)一起在教室2，由王2看护" in flat
    assert "别的办法" not in cover(tmp_path, "--absent", "李1:2027-03-01").out  # somebody stands in, nobody asked
    asked = cover(tmp_path, "--absent", "李1:2027-03-01", "--ways", "--lang", "en")
    assert "Other ways (taken with --way NUMBER):" in asked.out
    taken = cover(tmp_path, *words, "--way", "1.5", "--log", log, "--apply")
    assert taken.code == 0
    assert "没有缺口。" in taken.out
    kept = TermLog.model_validate_json(log.read_text(encoding="utf-8"))
    assert [(c.kind, c.id, c.why) for c in kept.changes] == [("absence", "1", "病假"), ("moved", "2", "病假")]
    assert "改到3月5日（周五）第2节" in taken.out
    back = cover(tmp_path, "--log", log, "--revoke", "1", "--apply")
    assert TermLog.model_validate_json(log.read_text(encoding="utf-8")).holding == ()
    assert back.code == 0
    answer = json.loads(cover(tmp_path, *words, "--json").out)
    assert answer["ways"]["1.5"]["measure"]["to_day"] == "2027-03-05"
    assert answer["ways"]["1.5"]["told"] == ["王1"]
    refused = cover(tmp_path, *words, "--way", "1.8")
    assert refused.code == 2
    assert "没有叫“1.8”的办法" in refused.err


def test_a_shut_room_has_other_ways_too(tmp_path: Path) -> None:
    """Both music rooms are in use on Monday in period 2; on Friday all classes have free activities then."""
    ended = cover(tmp_path, "--room", "音乐教室:2027-03-01", "--why", "漏水")
    assert ended.code == 3
    assert "1.1　补课：改到3月5日（周五）第2节，地点音乐教室" in ended.out.replace("\n", "")
