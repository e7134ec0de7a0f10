"""Chinese by default, English where it is asked for; and the same words whatever the code page."""

import os
import re

import pytest
import typer

from commands.language import environment_language, without_language
from models import Language
from tests.cli.running import kehou, process


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "POSIX"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en"}, "en"),
        ({"LANG": "eng_nonsense"}, "zh"),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LANG": "en_US.UTF-8"}, "en"),
        ({"LC_MESSAGES": "en_US", "LANG": "zh_CN"}, "en"),
        ({"KEHOU_LANG": "zh", "LC_ALL": "en_US.UTF-8"}, "zh"),
        ({"KEHOU_LANG": "EN", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ({"KEHOU_LANG": "fr", "LC_ALL": "en_US.UTF-8"}, "en"),
    ],
)
def test_the_language_of_the_environment(environment: dict[str, str], language: Language) -> None:
    assert environment_language(environment) == language


@pytest.mark.parametrize(
    ("words", "language", "left"),
    [
        ("solve a -o b", "zh", "solve a -o b"),
        ("--lang en solve a", "en", "solve a"),
        ("solve a --lang en -o b", "en", "solve a -o b"),
        ("solve a -o b --lang=en", "en", "solve a -o b"),
        ("solve --lang en --lang zh", "zh", "solve"),
        ("check -- --lang en", "zh", "check -- --lang en"),
        ("", "zh", ""),
    ],
)
def test_lang_stands_anywhere(words: str, language: Language, left: str) -> None:
    assert without_language(words.split(), "zh") == (language, left.split())


@pytest.mark.parametrize("words", ["--lang", "--lang fr", "solve --lang= a", "--lang EN"])
def test_another_language_is_refused(words: str) -> None:
    with pytest.raises(typer.BadParameter, match="zh 或 en"):
        without_language(words.split(), "zh")
    ended = kehou(*words.split())
    assert ended.code == 2
    assert "zh 或 en" in ended.err


def test_the_locale_asks_for_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert kehou("--help").out.startswith("Usage: kehou")
    assert kehou("check").err.startswith("Usage: kehou check")
    assert kehou("--lang", "zh", "--help").out.startswith("用法：kehou")


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONIOENCODING": "cp936"}, {"PYTHONIOENCODING": "cp1252:strict"}],
)
def test_output_is_utf_8_whatever_the_code_page(environment: dict[str, str]) -> None:
    ended = process("--help", environment={"PATH": os.environ["PATH"], "PYTHONUTF8": "0", **environment})
    assert ended.code == 0
    assert ended.out.startswith("用法：kehou")
    missing = process("check", "没有.xlsx", environment={"PATH": os.environ["PATH"], "PYTHONUTF8": "0", **environment})
    assert missing.code == 2
    assert re.search("找不到文件 .*xlsx", missing.out)
