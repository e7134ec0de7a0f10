"""Files of scenarios: what is written is what is read; every mistake has its place, its words and its cure."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from exchange.atomic import WriteError
from exchange.scenarios import read_scenarios, scenarios_json, scenarios_yaml, write_scenarios
from models import CHANGE_KINDS, PersonLeft, PinReleased, RoomClosed, RuleChanged, Scenario, Slot, Strength
from tests.builders import WED_2, tiny_school
from tests.exchange.changes import scenarios
from tests.models.changes.kinds import CHANGES

KINDS_ZH = "、".join(f"{kind}（{made.title.zh}）" for kind, made in CHANGE_KINDS.items())
ONE = Scenario(name="会议室停用", note="装修", changes=(RoomClosed(room="会议室", slots=(WED_2,)),))


def read(path: Path, content: str | bytes, name: str = "what_if.yaml") -> tuple[Scenario, ...]:
    """The scenarios of a file that has no mistake."""
    file = path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    reading = read_scenarios(file)
    assert [issue.text.zh for issue in reading.issues] == []
    return reading.scenarios


def issues(path: Path, content: str | bytes, name: str = "what_if.yaml") -> list[tuple[str, str]]:
    """(code, Chinese sentence) of all mistakes; then there are no scenarios, and each has an English sentence."""
    file = path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    reading = read_scenarios(file)
    assert reading.issues
    assert reading.scenarios == ()
    assert all(issue.text.en for issue in reading.issues)
    return [(issue.code, issue.text.zh) for issue in reading.issues]


@pytest.mark.parametrize("name", ["a.json", "a.yaml"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=scenarios())
def test_what_is_written_is_what_is_read(made: tuple[Scenario, ...], name: str, tmp_path: Path) -> None:
    write_scenarios(made, tmp_path / name)
    reading = read_scenarios(tmp_path / name)
    assert [issue.text.zh for issue in reading.issues] == []
    assert reading.scenarios == made


def test_every_kind_comes_back(tmp_path: Path) -> None:
    made = (Scenario(name="全部", changes=CHANGES),)
    assert read(tmp_path, scenarios_yaml(made)) == made
    assert read(tmp_path, scenarios_json(made), "a.json") == made


def test_the_three_shapes_of_a_file(tmp_path: Path) -> None:
    one = "name: 会议室停用\nnote: 装修\nchanges:\n- {kind: room_closed, room: 会议室, slots: [3.2]}\n"
    listed = "- " + one.replace("\n", "\n  ")
    assert read(tmp_path, one) == (ONE,)
    assert read(tmp_path, "format: kehou-scenarios/1\n" + one) == (ONE,)
    assert read(tmp_path, listed) == (ONE,)
    assert read(tmp_path, "format: kehou-scenarios/1\nscenarios:\n" + listed) == (ONE,)
    assert read(tmp_path, "format: kehou-scenarios/1\nscenarios: []\n") == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_encodings_of_chinese_offices(encoding: str, name: str, tmp_path: Path) -> None:
    text = scenarios_yaml([ONE]) if name == "a.yaml" else scenarios_json([ONE])
    assert read(tmp_path, text.encode(encoding), name) == (ONE,)


def test_a_file_is_read_as_what_it_is(tmp_path: Path) -> None:
    assert read(tmp_path, scenarios_yaml([ONE]), "a.json") == (ONE,)
    assert read(tmp_path, scenarios_json([ONE]), "a.yaml") == (ONE,)


def test_what_yaml_takes_for_numbers_and_truth_is_read_as_meant(tmp_path: Path) -> None:
    text = """
name: 2026
base: 1
changes:
- {kind: room_closed, room: 301, slots: [3.2, 3.2.2]}
- {kind: person_left, person: 12}
- {kind: rule_changed, rule: fair_load, strength: off}
- {kind: pin_released, slot: 1.1, school_class: 101}
"""
    changes = (
        RoomClosed(room="301", slots=(Slot(3, 2), Slot(3, 2, 2))),
        PersonLeft(person="12"),
        RuleChanged(rule="fair_load", strength=Strength.OFF),
        PinReleased(slot=Slot(1, 1), school_class="101"),
    )
    assert read(tmp_path, text) == (Scenario(name="2026", base="1", changes=changes),)


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "empty_file", "空文件"),
        (b"# only a remark\n", "not_scenarios", "应为方案（name、changes……）或方案的列表，现在是“None”"),
        (b"hello", "not_scenarios", "现在是“hello”"),
        (b"PK\x03\x04\x00\x00", "not_yaml", "不是文本"),
        (b"name: \xff\xff\xff", "not_yaml", "不是文本"),
        (b"name: a\n  changes: []", "bad_yaml", "第 2 行第 10 列不是合法的 YAML"),
        (b"a: [1, 2\n", "bad_yaml", "第 2 行第 1 列"),
        (b"a: 'b\n", "bad_yaml", "不是合法的 YAML"),
        (b"a: \x07", "bad_yaml", "读不了的字符"),
        (b"a: 2026-13-45", "bad_yaml", "读不了的字符、数值"),
        (b"a: " + b"9" * 5000, "bad_yaml", "数值"),
        (b"- " * 3000, "bad_yaml", "过深的嵌套"),
        (b"name: a\nname: b\n", "duplicate_key", "第 2 行：同一处写了两次“name”"),
        (b"a: &x [1]\nb: *x\n", "yaml_reference", "引用（& 和 *）"),
        (b"a: &x\n  b: *x\n", "yaml_reference", "引用（& 和 *）"),
        (b"a: !!python/object/apply:os.system ['true']", "bad_yaml", "不是合法的 YAML"),
        (b"? [a]\n: b\n", "bad_yaml", "不是合法的 YAML"),
        (b"--- a\n--- b\n", "bad_yaml", "不是合法的 YAML"),
        (b"format: kehou-problem/1\n", "wrong_format", "是学校数据，这里要的是方案（format 为 kehou-scenarios/1）"),
        (b"format: other/7\n", "wrong_format", "“other/7”"),
        (b"scenarios: 3\n", "tuple_type", "scenarios：应为列表 [ ]，现在是“3”。"),
        (b"scenarios: []\nnames: 1\n", "extra_forbidden", "names：是多余的，这一层只有 format 和 scenarios。"),
    ],
)  # fmt: skip
def test_what_is_no_file_of_scenarios(content: bytes, code: str, words: str, tmp_path: Path) -> None:
    ((found, text),) = issues(tmp_path, content)
    assert found == code
    assert words in text


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"{", "bad_json"), (b"{\"name\": \"a\", \"name\": \"b\"}", "duplicate_key"), (b"[" * 9999, "bad_json")],
)  # fmt: skip
def test_json_has_the_words_of_json(content: bytes, code: str, tmp_path: Path) -> None:
    ((found, text),) = issues(tmp_path, content, "a.json")
    assert found == code
    assert "YAML" not in text


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert [issue.code for issue in read_scenarios(tmp_path / "no.yaml").issues] == ["no_such_file"]
    assert [issue.code for issue in read_scenarios(tmp_path).issues] == ["is_a_folder"]


WRONG = [
    ("kind: room_close\n  room: a", "unknown_kind", f"“room_close”的变更，是不是“room_closed”？可以是：{KINDS_ZH}。"),
    ("kind: 42", "unknown_kind", f"：没有叫“42”的变更，可以是：{KINDS_ZH}。"),
    ("kind: [a]", "unknown_kind", f"可以是：{KINDS_ZH}。"),
    ("room: a", "missing", f"：没有写变更的类型 kind，可以是：{KINDS_ZH}。"),
    ("3", "model_type", "：应为对象 { }，现在是“3”。"),
    ("kind: room_closed", "missing", " room：没有填。"),
    ("kind: room_closed\n  room: a\n  slot: [1.1]", "extra_forbidden", " slot：是多余的，没有这一项，是不是“slots”？"),
    ("kind: room_closed\n  room: a\n  xyz: 1", "extra_forbidden", " xyz：是多余的，没有这一项。"),
    ("kind: room_closed\n  room: [a]", "string_type", " room：应为文字。"),
    ("kind: room_closed\n  room: a\n  slots: 3.2", "tuple_type", " slots：应为列表 [ ]，现在是“3.2”。"),
    ("kind: room_closed\n  room: a\n  slots: [周三]", "value_error", " slots[0]：应为时段，如 \"3.2\"（周三第2节）"),
    ("kind: person_away\n  person: a\n  slots: []", "too_short", " slots：至少要有 1 项。"),
    ("kind: pupils_grown\n  percent: 10.5", "int_from_float", " percent：应为整数，不能带小数"),
    ("kind: pupils_grown\n  percent: .inf", "finite_number", " percent：应为普通的数，现在是“inf”。"),
    ("kind: pupils_grown\n  percent: 很多", "int_parsing", " percent：应为整数，现在是“很多”。"),
    ("kind: pupils_grown\n  percent: -100", "greater_than_equal", " percent：不能小于 -99，现在是“-100”。"),
    ("kind: day_off\n  day: 8", "enum", " day：应为其中之一：1、2、3、4、5、6、7，现在是“8”。"),
    ("kind: rule_changed\n  rule: a\n  strength: on", "enum", " strength：应为其中之一：must、prefer、off"),
    ("kind: club_added\n  club: {name: a}", "union_tag_not_found", " club：没有写类型 kind。"),
    ("kind: club_added\n  club: {kind: cross_class, id: a, name: a, grades: [b], least: x}", "int_parsing", "least："),
    ("kind: person_joined\n  person: {kind: teacher, id: a, name: a, target: 99}", "less_than_equal", "target："),
    ("kind: room_added\n  room: 操场", "model_type", " room：应为对象 { }，现在是“操场”。"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "code", "words"), WRONG)
def test_each_mistake_has_its_place(change: str, code: str, words: str, tmp_path: Path) -> None:
    start = "scenarios:\n- name: 甲\n  changes:\n  - {kind: person_left, person: b}\n  - "
    ((found, text),) = issues(tmp_path, start + change.replace("\n", "\n  "))
    assert found == code
    assert text.startswith("方案“甲”第2项变更")
    assert words in text


def test_english_and_paths(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "- changes: [{kind: room_close}, {kind: room_closed, romo: 1}]\n- {name: 1, x: 2}\n"
    )
    reading = read_scenarios(tmp_path / "a.yaml")
    assert [issue.path for issue in reading.issues] == [
        ("scenarios", 0, "name"),
        ("scenarios", 0, "changes", 0, "kind"),
        ("scenarios", 0, "changes", 1, "room"),
        ("scenarios", 0, "changes", 1, "romo"),
        ("scenarios", 1, "x"),
    ]
    said = [issue.text.en for issue in reading.issues]
    assert said[0] == "scenario 1, name: is missing."
    assert said[1].startswith(
        "scenario 1, change 1: there is no change of the kind “room_close”; is “room_closed” meant? There are: "
        "room_closed (Room closed), "
    )
    assert said[2] == "scenario 1, change 2, room: is missing."
    assert said[3] == ("scenario 1, change 2, romo: is not a field: remove it or check its spelling; is “room” meant?")
    assert said[4] == "scenario 2, x: is not a field: remove it or check its spelling."


def test_scenarios_that_are_none(tmp_path: Path) -> None:
    assert issues(tmp_path, "- 3\n- name: 乙\n  changes: 4\n- name: ''\n") == [
        ("model_type", "第1个方案：应为对象 { }，现在是“3”。"),
        ("tuple_type", "方案“乙” changes：应为列表 [ ]，现在是“4”。"),
        ("string_too_short", "第3个方案 name：不能为空，现在是“”。"),
    ]


def test_one_name_for_two_scenarios(tmp_path: Path) -> None:
    assert issues(tmp_path, "- {name: 甲}\n- {name: 甲, base: 甲}\n") == [
        ("scenario_once", "方案“甲”写了2次：请删去多余的，或者改名加以区分。")
    ]


def test_circles_are_named_once_and_bases_elsewhere_are_in_order(tmp_path: Path) -> None:
    text = "- {name: 甲, base: 乙}\n- {name: 乙, base: 甲}\n- {name: 丙, base: 甲}\n- {name: 丁, base: 丁}\n"
    assert issues(tmp_path, text) == [
        ("circle", "方案互相为基础，绕成了一圈：甲 → 乙 → 甲。请把其中一个的“基于”去掉。"),
        ("circle", "方案互相为基础，绕成了一圈：丁 → 丁。请把其中一个的“基于”去掉。"),
    ]
    assert read(tmp_path, "- {name: 甲, base: 在别处}\n")[0].base == "在别处"


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_scenarios([ONE], path)
    write_scenarios([], path)
    assert read_scenarios(path).scenarios == ()
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]
    with pytest.raises(WriteError):
        write_scenarios([ONE], tmp_path / "nowhere" / "a.yaml")


def test_a_scenario_that_is_read_can_be_applied(tmp_path: Path) -> None:
    (scenario,) = read(tmp_path, "name: 甲\nchanges: [{kind: room_closed, room: 操场}]\n")
    assert scenario.changes[0].apply(tiny_school()).room_by_id["操场"].closed == tiny_school().slots
