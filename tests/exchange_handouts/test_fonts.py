"""The font that is shipped: complete for what we print, used first, under its licence; what it lacks is said."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from exchange.handouts import Head, unprintable
from exchange.handouts.class_sheets import class_sheet
from exchange.handouts.documents import CLASSES
from exchange.handouts.fonts import FAMILY, FOLDER
from exchange.handouts.fonts.coverage import holds
from exchange.handouts.fonts.letters import letters
from exchange.handouts.typeset import fonts, pdf
from models import Problem
from tests.builders import changed, tiny_school
from tests.timetables import tiny_timetable

PROBLEM = tiny_school()
HEAD = Head(PROBLEM, tiny_timetable(PROBLEM))
FILES = sorted(FOLDER.glob("*.otf"))
RARE = "\U0002ebf0"  # a character of Unicode 15.1, in no font of Noto Sans CJK 2.004


def named(name: str) -> Problem:
    """The tiny school with a teacher called so."""
    return changed(PROBLEM, teachers=(changed(PROBLEM.teachers[0], name=name), *PROBLEM.teachers[1:]))


@pytest.mark.parametrize("system_fonts", [True, False])
def test_a_pdf_uses_the_shipped_font_and_no_other(system_fonts: bool) -> None:
    made = pdf(CLASSES, HEAD, [class_sheet(HEAD, PROBLEM.classes[0])], system_fonts=system_fonts)
    used = {name.decode() for name in re.findall(rb"/BaseFont\s*/[A-Z]{6}\+(\w+)-(?:Regular|Bold)", made)}
    assert used == {FAMILY.replace(" ", "")}


def test_two_weights_under_their_licence() -> None:
    mine = [font for font in fonts(False).fonts() if font.family == FAMILY]
    assert sorted(font.weight for font in mine) == [400, 700]
    licence = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Copyright 2014-2021 Adobe" in licence
    assert "OTHER DEALINGS IN THE FONT SOFTWARE." in licence  # to its last line
    package_data = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert '"handouts/fonts/*.otf", "handouts/fonts/OFL.txt"' in package_data


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_holds_all_of_gb2312_and_our_reader_sees_what_fonttools_sees(file: Path) -> None:
    """GB2312 has 6763 characters; the box of a tick and the numbers of classes are what we print beside them."""
    held = holds(str(file))
    assert held == frozenset(TTFont(file).getBestCmap())
    rows = [
        (high, low)
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
        if (high, low) < (0xD7, 0xFA) or high > 0xD7
    ]
    hanzi = {ord(bytes(pair).decode("gb2312")) for pair in rows}
    assert len(hanzi) == 6763
    assert hanzi <= held
    assert {ord(sign) for sign in "□✓①⑴—–·…“”（）〇喆堃玥"} <= held
    assert letters() <= held


def test_a_name_that_no_font_can_print_is_said_with_its_character() -> None:
    assert unprintable(PROBLEM) == ()
    assert unprintable(named("欧阳喆·𬭊")) == ()  # rare, but shipped
    (said,) = unprintable(named(f"张{RARE}"))
    assert f"教师“张{RARE}”" in said.zh
    assert "U+2EBF0" in said.zh
    assert "U+2EBF0" in said.en


def test_without_fonts_of_the_system_only_what_is_shipped_counts() -> None:
    """한 is in the fonts of many systems, but not shipped."""
    (said,) = unprintable(named("한"), system_fonts=False)
    assert "U+D55C" in said.zh


def test_the_same_page_with_and_without_fonts_of_the_system() -> None:
    head = replace(HEAD, name="已发布 7")
    sheets = [class_sheet(head, c) for c in PROBLEM.classes]
    assert pdf(CLASSES, head, sheets) == pdf(CLASSES, head, sheets, system_fonts=False)


def test_a_damaged_font_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(b"\x00\x01\x00\x00\x00\x09")
    assert holds(str(tmp_path / "x.ttf")) == frozenset()
    assert holds(str(tmp_path / "none.ttf")) == frozenset()
