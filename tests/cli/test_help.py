"""The help: complete, in one language, quick, and the same as docs/commands.md."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

import cli
from commands.shell import Command, Program
from commands.words import COMMANDS
from models import Language
from tests.cli.commands_page import COMMAND, commands_page
from tests.cli.running import kehou

ROOT = Path(cli.__file__).parent
PAGES = ((), *((name,) for name in COMMANDS))
# Latin letters that a Chinese page may have: names, file formats and what is typed.
LATIN = (
    r"kehou(-demo)?|KEHOU_LANG|Ctrl-C|JSON( Schema)?|demo|template|check|solve|audit|schema|lang|help|zh|en|json|xlsx|"
    r"out|seconds|gap|workers|seed|timetable|explain|prices|whatif|compare|sweep|name|close-room|away|leave|pupils|scenario|then|rooms|teachers|instructors|"
    r"serve|network|port|name|proxy|certificate|key|https|password|office|reader|remove|pem|"
    r"term|calendar|export|to|what|anyway|classes|zip|people|results|PDF|pictures|poster|A3|clubs|club-list(-xlsx)?|attendance|rota|"
    r"patrol-form|"
    r"calendars|week|hours|settlement|month|from|until|(plain|club|patrol)-rate|actual|before|"
    r"rules|csv|CSV|Excel|WPS|processes|cluster|dask|YAML|yaml|null|docs/repairs\.md|docs/policy\.md|policy|"
    r"names|swaps?|ways?|earlier(-actual)?|since|cover|absent|cancel|room|event|revoke|why|who|log|apply|told|record"
)


@pytest.mark.parametrize("page", PAGES)
def test_each_page_is_chinese(page: tuple[str, ...]) -> None:
    ended = kehou(*page, "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("用法：kehou")
    assert re.findall(r"[A-Za-z]{2,}", re.sub(rf"\b({LATIN})\b", "", ended.out)) == []


@pytest.mark.parametrize("page", PAGES)
def test_each_page_is_english_with_lang_en(page: tuple[str, ...]) -> None:
    ended = kehou(*page, "--help", "--lang", "en")
    assert ended.out.startswith("Usage: kehou")
    assert re.findall("[\u3000-\u9fff]+", ended.out) == []


def test_every_parameter_has_words_and_all_words_have_a_parameter() -> None:
    program = get_command(cli.app)
    assert isinstance(program, Program)
    assert list(program.commands) == list(COMMANDS)
    for command in program.commands.values():
        assert isinstance(command, Command)
        assert {p.name for p in command.parameters} == set(command.words.parameters)
        for parameter in command.parameters:
            takes_value = not getattr(parameter, "is_flag", False)
            assert takes_value == (command.words.parameters[parameter.name].value is not None)


def test_no_word_at_all_shows_the_help() -> None:
    assert kehou() == kehou("--help")


def test_minus_h_is_help() -> None:
    assert kehou("solve", "-h") == kehou("solve", "--help")


def test_the_page_in_docs_is_what_the_help_says() -> None:
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == commands_page(), f"run {COMMAND}"


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        (["--help"], {"ortools", "openpyxl", "pandas", "numpy", "xlsxwriter"}),
        (["solve", "--help"], {"ortools", "openpyxl", "pandas", "numpy", "xlsxwriter"}),
        (["schema"], {"ortools", "pandas"}),
        (["template", "blank.xlsx"], {"ortools", "pandas"}),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_loads_only_what_it_needs(words: list[str], unwanted: set[str], tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['kehou', *{words!r}]; import cli\n"
        f"try: cli.main()\nexcept SystemExit as end: assert not end.code, end.code\n"
        f"sys.exit(str(sorted({unwanted!r} & set(sys.modules)) or ''))"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.stderr.strip() == ""


def test_readme_and_docs_name_only_commands_and_options_that_exist() -> None:
    program = get_command(cli.app)
    assert isinstance(program, Program)
    found = 0
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "sample_inputs").glob("*.md")]:
        for line in page.read_text(encoding="utf-8").splitlines():
            for name, rest in re.findall(r"(?:start\.py|^kehou|`kehou) ([a-z]+)\b([^`#]*)", line):
                if name == "test":  # of start.py itself
                    continue
                found += 1
                assert name in program.commands, line
                options = {option for p in program.commands[name].params for option in p.opts} | {"--help", "--lang"}
                assert set(re.findall(r"(?<!\S)--?[a-z]+", rest)) <= options, line
    assert found >= 8


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_no_line_of_a_page_loses_its_end(name: str, language: Language) -> None:
    """Every sentence stands there whole, however its lines are broken."""
    shown = "".join(kehou(name, "--help", "--lang", language).out.split())
    said = [words.help.in_language(language) for words in COMMANDS[name].parameters.values()]
    assert [sentence for sentence in said if "".join(sentence.split()) not in shown] == []
    assert "".join(COMMANDS[name].what.in_language(language).split()) in "".join(
        kehou("--help", "--lang", language).out.split()
    )
