"""JSON files: every mistake is named with its path, whatever the encoding; the schema describes what is read."""

import json
from pathlib import Path
from typing import Any

import pytest

from exchange.json_files import json_path, problem_schema, read_timetable, timetable_schema, write_json
from exchange.load import load_problem
from exchange.pydantic_words import WORDS
from exchange.template import write_workbook
from tests.builders import tiny_school
from tests.exchange.problems import CARDS
from tests.timetables import tiny_timetable


def data() -> dict[str, Any]:
    """The small school as JSON."""
    made: dict[str, Any] = tiny_school().model_dump(mode="json")
    return made


def issues(path: Path, content: object) -> list[tuple[str, str]]:
    """(code, sentence without its file) of what is found."""
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return [(i.code, i.text.zh) for i in load_problem(path, ()).issues]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "school.json"
    path.write_bytes(tiny_school().model_dump_json().encode(encoding))
    assert load_problem(path, ()).problem == tiny_school()


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "empty_file", "空文件"),
        (b"{\n  \"school\": ,\n}", "bad_json", "第 2 行第 13 列"),
        (b"{\"school\": \"a\", \"school\": \"b\"}", "duplicate_key", "“school”"),
        (b"[]", "not_an_object", "JSON 对象"),
        (b"{\"a\": NaN}", "bad_json", "读不了的数值"),
        (b"{\"a\": " + b"9" * 5000 + b"}", "bad_json", "读不了的数值"),
        (b"[" * 100_000, "bad_json", "过深的嵌套"),
        (b"{\"a\": \"\\ud800\"}", "bad_json", "读不了"),
        (b"{\"a\x00\": 1}", "not_json", "不是文本"),
        (b"{\"a\": \"\xff\xff\xff\"}", "not_json", "不是文本"),
        (b"{\"format\": \"kehou-timetable/1\"}", "wrong_format", "是课表"),
        (b"{\"format\": \"other/7\"}", "wrong_format", "“other/7”"),
    ],
)  # fmt: skip
def test_what_is_no_problem(content: bytes, code: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "school.json"
    path.write_bytes(content)
    (issue,) = load_problem(path, ()).issues
    assert issue.code == code
    assert words in issue.text.zh
    assert issue.text.en


WRONG: list[tuple[tuple[str | int, ...], object, str, str]] = [
    (("school",), None, "string_type", "school：应为文字"),
    (("shcool",), "x", "extra_forbidden", "shcool：是多余的"),
    (("term", "first_day"), "明天", "date_from_datetime_parsing", "term.first_day：应为日期"),
    (("term", "first_day"), {}, "date_type", "应为日期"),
    (("term", "first_day"), "2026-09-01T10:00", "date_from_datetime_inexact", "不带时间"),
    (("week", "periods", 0, "start"), "25:99", "time_parsing", "week.periods[0].start：应为时间"),
    (("week", "periods", 0, "start"), [], "time_type", "应为时间"),
    (("week", "kinds", 0, "day"), 9, "enum", "应为其中之一：1、2、3、4、5、6、7，现在是“9”"),
    (("grades", 0), 4, "model_type", "grades[0]：应为对象"),
    (("classes", 2, "pupils"), 200, "less_than_equal", "classes[2].pupils：不能大于 99，现在是“200”"),
    (("classes", 2, "pupils"), 0, "greater_than_equal", "不能小于 1"),
    (("classes", 2, "pupils"), "多", "int_parsing", "应为整数"),
    (("classes", 2, "pupils"), 1.5, "int_from_float", "不能带小数"),
    (("classes", 2, "pupils"), [], "int_type", "应为整数"),
    (("classes", 2, "teachers"), [], "dict_type", "应为对象"),
    (("bands",), 3, "tuple_type", "应为列表"),
    (("rooms",), [], "too_short", "至少要有 1 项"),
    (("teachers", 0, "name"), "", "string_too_short", "不能为空"),
    (("teachers", 0, "name"), "长" * 61, "string_too_long", "最多 60 个字"),
    (("teachers", 0, "leader"), "maybe", "bool_parsing", "true 或 false"),
    (("teachers", 0, "leader"), [], "bool_type", "true 或 false"),
    (("teachers", 0, "unavailable"), ["9"], "value_error", "teachers[0].unavailable[0]：应为时段"),
    (("teachers", 0, "unavailable"), [None], "named_tuple_type", "应为时段"),
    (("homework", 0, "who"), "x", "enum", "subject、own、class_teacher"),
    (("clubs", 0, "kind"), "x", "union_tag_invalid", "clubs[0]：类型 kind 应为其中之一"),
    (("clubs", 0), {}, "union_tag_not_found", "没有写类型 kind"),
    (("clubs", 0, "least"), -1, "greater_than_equal", "clubs[0].least：不能小于 0"),
    (("settings", "patrol", "at_least"), 10**30, "less_than_equal", "不能大于 20"),
]


@pytest.mark.parametrize(("path", "value", "code", "words"), WRONG)
def test_each_kind_of_mistake_has_its_place_and_its_words(
    path: tuple[str | int, ...], value: object, code: str, words: str, tmp_path: Path
) -> None:
    content = data()
    holder: Any = content
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    ((found, text),) = issues(tmp_path / "school.json", content)
    assert found == code
    assert words in text
    assert code in WORDS


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    content = data()
    del content["school"]
    content["classes"][0]["pupils"] = -3
    content["rooms"][0]["capacity"] = "大"
    found = issues(tmp_path / "school.json", content)
    assert [code for code, _ in found] == ["missing", "greater_than_equal", "int_parsing"]


def test_references_are_checked_too(tmp_path: Path) -> None:
    content = data()
    content["classes"][3]["class_teacher"] = "王9"
    found = issues(tmp_path / "school.json", content)
    assert ("known_person", "classes[3].class_teacher：") in [(code, text[:25]) for code, text in found]


def test_a_file_is_read_as_what_it_is_not_as_it_is_called(tmp_path: Path) -> None:
    write_workbook(tiny_school(), tmp_path / "school.json", CARDS)
    write_json(tiny_school(), tmp_path / "school.xlsx")
    assert load_problem(tmp_path / "school.json", CARDS).problem is not None
    assert load_problem(tmp_path / "school.xlsx", CARDS).problem == tiny_school()


def test_a_timetable_with_mistakes(tmp_path: Path) -> None:
    content = tiny_timetable(tiny_school()).model_dump(mode="json")
    content["sessions"][0]["kind"] = "nap"
    path = tmp_path / "timetable.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    (issue,) = read_timetable(path).issues
    assert issue.text.zh.startswith("sessions[0].kind：应为其中之一：homework、")
    assert read_timetable(path).timetable is None
    write_json(tiny_school(), path)
    assert [i.code for i in read_timetable(path).issues] == ["wrong_format"]


def test_paths_are_written_as_in_programs() -> None:
    assert json_path(("classes", 3, "teachers", "语文", 0)) == "classes[3].teachers.语文[0]"


def test_the_schema_names_every_field() -> None:
    properties = problem_schema()["properties"]
    assert isinstance(properties, dict)
    assert set(data()) == set(properties)
    assert "sessions" in str(timetable_schema()["properties"])
