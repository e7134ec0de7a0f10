"""A mistyped command line: one sentence in the language of the screen, the usage, exit code 2."""

import json
import re

import pytest

from tests.cli.running import kehou

CASES = {
    "solve": "缺少参数“学校文件”。",
    "audit a.xlsx": "缺少参数“课表.json”。",
    "template": "缺少参数“文件.xlsx”。",
    "solve a.xlsx": "缺少选项 -o / --out。",
    "solve a.xlsx -o": "选项 -o 后面缺少内容。",
    "solve a.xlsx -o b --json=3": "选项 --json 后面不带内容。",
    "solve a.xlsx -o b c": "多出了“c”：文件名里有空格时，请加引号。",
    "solve a.xlsx -o b --seconds 很久": "选项 --seconds 应是数。",
    "solve a.xlsx -o b --seconds 0": "选项 --seconds 不能小于 0.1。",
    "solve a.xlsx -o b --seconds -3": "选项 --seconds 不能小于 0.1。",
    "solve a.xlsx -o b --seconds nan": "选项 --seconds 不能大于 86400。",
    "solve a.xlsx -o b --seconds inf": "选项 --seconds 不能大于 86400。",
    "solve a.xlsx -o b --gap 5": "选项 --gap 不能大于 1。",
    "solve a.xlsx -o b --workers 1.5": "选项 --workers 应是整数。",
    "solve a.xlsx -o b --workers 0": "选项 --workers 不能小于 1。",
    "solve a.xlsx -o b --seed x": "选项 --seed 应是整数。",
    "solve --workrs 3": "没有选项 --workrs；是不是 --workers？",
    "check -z": "没有选项 -z。",
    "sovle": "没有命令 sovle；是不是 solve？",
    "排课": "没有命令 排课。",
    "--version": "没有选项 --version。",
}


@pytest.mark.parametrize("words", CASES)
def test_each_mistake_is_named_in_chinese(words: str) -> None:
    ended = kehou(*words.split())
    assert ended.code == 2
    assert ended.out == ""
    assert CASES[words] in ended.err.splitlines()
    assert "--help" in ended.err
    left = re.sub(r"\bkehou( \w+)?|\.(json|xlsx)|\B--?[a-z]+", "", ended.err)
    for word in words.split():
        left = left.replace(word, "")
    assert re.findall("[A-Za-z]{3,}", left.replace("solve", "")) == []  # no English is left over


@pytest.mark.parametrize("words", CASES)
def test_and_in_english(words: str) -> None:
    ended = kehou("--lang", "en", *words.split())
    assert ended.code == 2
    assert re.findall("[\u3000-\u9fff]", ended.err.replace("很久", "").replace("排课", "")) == []


def test_with_json_a_mistake_is_an_issue_too() -> None:
    ended = kehou("solve", "a.xlsx", "--json")
    assert ended.code == 2
    answer = json.loads(ended.out)
    assert answer["status"] == "ISSUES"
    assert answer["issues"][0]["code"] == "usage"
    assert answer["issues"][0]["text"] == {"zh": "缺少选项 -o / --out。", "en": "Missing option '-o' / '--out'."}
