"""Everything that is handed out: as many pages as there should be, and every page says what is wrong."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from PIL import Image

from exchange.handouts import GROUPS, KINDS, Head, Kind, documents
from exchange.handouts import kinds as made_by
from exchange.handouts.attendance import attendance_forms
from exchange.handouts.club_lists import club_list
from exchange.handouts.patrol_rota import rota
from exchange.handouts.pictures import named_pictures
from exchange.handouts.posters import poster_sheets
from exchange.handouts.typeset import pictures
from models import Language, Problem, Text
from tests.builders import changed, tiny_school
from tests.exchange_results import large_school
from tests.timetables import tiny_timetable

PROBLEM = tiny_school()
HEAD = Head(PROBLEM, tiny_timetable(PROBLEM), "zh", "已发布 7", date(2027, 3, 1))
WARNING = Text(
    "！复核发现 1 处违反硬性规则，不能照此执行。", "! The audit found 1 broken requirement: not fit for use."
)
PPI = 60
PDFS = [kind for kind in KINDS if kind.ending == "pdf"]
PAGES = {"people": 2}
"""Of the tiny school: 13 people, 7 to a page."""


def typeset_by(kind: Kind, head: Head, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[Any]]:
    """Template and facts with which the kind makes its PDF."""
    caught: list[tuple[str, list[Any]]] = []

    def catch(template: str, _: Head, sheets: list[Any], **_options: bool) -> bytes:
        caught.append((template, list(sheets)))
        return b""

    for module in (made_by, documents):
        monkeypatch.setattr(module, "pdf", catch)
    kind.make(head)
    monkeypatch.undo()
    ((template, sheets),) = caught
    return template, sheets


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_not_sound_says_so_wherever_it_is_read(
    kind: Kind, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = replace(HEAD, language=language, warning=WARNING)
    words = WARNING.in_language(language)
    content = kind.make(head)
    if kind.ending == "pdf":
        template, sheets = typeset_by(kind, head, monkeypatch)
        assert sheets
        pages = pictures(template, head, sheets, ppi=PPI)
        # Each page is a picture in which the frame of the warning stands at its top: its first rows are not white.
        assert all(marked_at_the_top(page, PPI) for page in pages)
        clean = pictures(template, replace(head, warning=None), sheets, ppi=PPI)
        assert not any(marked_at_the_top(page, PPI) for page in clean)
    elif kind.ending == "csv":
        rows = content.decode("utf-8-sig").splitlines()
        assert all(words in row for row in rows[1:])
        assert len(rows) > 1
    elif kind.ending == "json":
        assert json.loads(content)["warning"] == words
    elif kind.ending == "xlsx":
        book = load_workbook(BytesIO(content))
        assert all(words in str(sheet["A1"].value) and words in str(sheet.oddHeader.center.text) for sheet in book)  # type: ignore[union-attr]
    elif kind.key == "pictures":
        assert all(
            marked_at_the_top(page, 110 if name.startswith("00") else 130) for name, page in named_pictures(head)
        )
        assert not any(
            marked_at_the_top(page, 110 if name.startswith("00") else 130)
            for name, page in named_pictures(replace(head, warning=None))
        )
    else:
        assert kind.key == "zip"  # of the PDFs of `classes`, a page each
        with ZipFile(BytesIO(content)) as archive, ZipFile(BytesIO(kind.make(replace(head, warning=None)))) as sound:
            assert all(archive.read(name) != sound.read(name) for name in archive.namelist())


def marked_at_the_top(picture: bytes, ppi: float) -> bool:
    """Whether a dark line runs over nearly all of the paper between 5 and 15 mm from its upper edge.

    There the frame of a warning stands, and nothing else: without one a page begins at 9 mm with its title, and the
    line below the title is at 16 mm.
    """
    with Image.open(BytesIO(picture)) as image:
        flat = image.convert("L")
    mm = ppi / 25.4
    rows = (flat.crop((0, y, flat.width, y + 1)).tobytes() for y in range(int(5 * mm), int(15 * mm)))
    return any(sum(value < 140 for value in row) > 0.9 * flat.width for row in rows)


@pytest.mark.parametrize("kind", PDFS, ids=lambda kind: kind.key)
def test_as_many_pages_as_expected(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    template, sheets = typeset_by(kind, HEAD, monkeypatch)
    # Whatever is one sheet for each room, group or slot is one page for each: none of them runs over.
    assert len(pictures(template, HEAD, sheets, ppi=12)) == PAGES.get(kind.key, len(sheets))


@pytest.mark.parametrize("cycle", [1, 2])
def test_a_large_school_s_posters_split_by_grade(cycle: int) -> None:
    """57 classes, 9 or 10 in a grade: a column for four signs in 10 pt is 57 pt wide, so 17 fit beside days and
    periods, but two grades do not: six pages for a week."""
    problem = large_school.school(57, cycle)
    head = Head(problem, large_school.timetable(problem))
    sheets = poster_sheets(head)
    assert len(sheets) == cycle  # another subject in even weeks
    assert len(pictures("poster.typ", head, sheets, ppi=12)) == 6 * cycle


def test_there_is_a_group_for_each_kind_and_a_file_of_its_own() -> None:
    assert {kind.group for kind in KINDS} == set(GROUPS)
    for language in ("zh", "en"):
        names = [f"{kind.file.in_language(language)}.{kind.ending}" for kind in KINDS]
        assert len(set(names)) == len(names) == 14


def test_a_school_without_clubs_and_patrol_has_pages_that_say_so() -> None:
    bare = HEAD.timetable.with_sessions(s for s in HEAD.timetable.sessions if s.kind in ("homework", "class_activity"))
    problem: Problem = changed(PROBLEM, clubs=tuple(c for c in PROBLEM.clubs if c.kind == "class_activity"))
    head = replace(HEAD, problem=problem, timetable=bare)
    for kind in KINDS:
        assert kind.make(head)
    for facts, words in (
        (club_list(head), "本校没有社团。"),
        (attendance_forms(head), "本校没有社团。"),
        (rota(head), "本周没有安排巡查。"),
    ):
        assert words in str(facts)
