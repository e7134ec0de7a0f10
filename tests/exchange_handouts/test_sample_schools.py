"""Handouts of whole schools as they are solved: where each pupil is, for each class, and pages that hold it all."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from exchange.handouts import Head
from exchange.handouts.class_sheets import class_sheet
from exchange.handouts.club_sheets import club_sheets
from exchange.handouts.documents import CLASSES, DOORS, POSTER, TABLES
from exchange.handouts.posters import poster_sheets
from exchange.handouts.room_doors import door_sheets
from exchange.handouts.typeset import pictures
from exchange.pupils import placed, read_pupils
from exchange.results.names import content_name
from models import SessionKind, Slot
from sample_inputs.expand import expand
from scheduler.audit import audit
from scheduler.progress import SolveOptions
from scheduler.solve import solve

SCHOOLS = pytest.mark.parametrize("school", ["dongjie", "jisu"])


@cache
def head(school: str) -> Head:
    """The first timetable that is found, audited: how good it is does not matter here."""
    problem = expand(school)
    outcome = solve(problem, SolveOptions(seconds=300, gap=1.0))
    assert outcome.timetable is not None
    assert audit(problem, outcome.timetable).clean
    return Head(problem, outcome.timetable)


def test_each_class_of_dongjie_finds_all_of_its_pupils_on_friday() -> None:
    """51 clubs at the same time, two periods long: the list of each class has a row for each club to which it sends."""
    here = head("dongjie")
    friday = [s for s in here.timetable.at[Slot(5, 1)] if s.kind is SessionKind.CROSS_CLASS]
    assert len(friday) == 51
    sent: dict[str, int] = {}
    for school_class in here.problem.classes:
        sheet: Any = class_sheet(here, school_class)
        (found,) = [found for found in sheet["lists"] if found["walks"] == ["周五第1–2节"]]
        at = [column["kind"] for column in found["columns"]].index("count") - 1
        told = {(row["cells"][0], row["cells"][1]): int(row["cells"][at]) for row in found["rows"]}
        assert sum(told.values()) == school_class.pupils == int(found["total"]["once"])
        assert told == {
            (content_name(here.problem, s), s.room): n for s in friday if (n := s.pupils.get(school_class.id, 0))
        }
        for (club, _), count in told.items():
            sent[club] = sent.get(club, 0) + count
    assert sent == {content_name(here.problem, s): s.head_count for s in friday}


def listed(here: Head, folder: Path) -> tuple[Path, dict[str, list[str]]]:
    """A list of invented names as the timetable has them, in columns 社团1 and 社团2, and everybody by class."""
    rows: list[tuple[str, ...]] = [("班级", "学号", "姓名", "社团1", "社团2")]
    everybody = {}
    for number, school_class in enumerate(here.problem.classes):
        names = [f"{chr(0x4E00 + number)}{chr(0x4E00 + n)}" for n in range(school_class.pupils)]
        everybody[school_class.id] = names
        joined: dict[str, list[str]] = {one: [] for one in names}
        at: dict[frozenset[Slot], int] = {}
        for (club, group), meetings in here.timetable.of_club.items():
            if meetings[0].kind is SessionKind.CROSS_CLASS:
                slots = frozenset(s.slot for s in meetings)
                first, count = at.get(slots, 0), meetings[0].pupils.get(school_class.id, 0)
                at[slots] = first + count
                for one in names[first : first + count]:
                    joined[one].append(f"{club}（{group}组）" if (club, 2) in here.timetable.of_club else club)
        for n, one in enumerate(names, start=1):
            rows.append(
                (f"{school_class.id[0]}（{school_class.id[1:]}）班", str(n), one, *(joined[one] + ["", ""])[:2])
            )
    path = folder / "报名.csv"
    path.write_bytes("\r\n".join(",".join(row) for row in rows).encode("gb18030"))
    return path, everybody


@SCHOOLS
def test_by_name_every_pupil_is_in_one_place_of_each_walk(school: str, tmp_path: Path) -> None:
    here = head(school)
    path, everybody = listed(here, tmp_path)
    names, issues = placed(read_pupils(path, here.problem), here.problem, here.timetable)
    assert issues == ()
    by_name = replace(here, names=names)
    sheets: list[Any] = [class_sheet(by_name, c) for c in here.problem.classes]
    for school_class, sheet in zip(here.problem.classes, sheets, strict=True):
        assert sheet["lists"]
        for found in sheet["lists"]:
            at = [column["kind"] for column in found["columns"]].index("names") - 1
            told = [one for row in found["rows"] for one in row["cells"][at].split("、") if one]
            assert sorted(told) == everybody[school_class.id]
    assert len(pictures(CLASSES, by_name, sheets, ppi=12)) == len(sheets)


@SCHOOLS
def test_what_the_classes_send_is_what_the_clubs_expect(school: str) -> None:
    here = head(school)
    sheets: list[Any] = list(club_sheets(here))
    for sheet in sheets:
        for table in sheet["tables"][1:]:
            *classes, total = table["rows"]
            assert sum(int(row[2]) for row in classes) == int(total[1]["text"])
            assert all(row[3] for row in classes)  # somebody brings them
    meetings = {(s.club, s.group) for s in here.timetable.sessions if s.kind in ("cross_class", "whole_school")}
    assert len(sheets) == len(meetings)


@SCHOOLS
def test_no_sheet_runs_over_its_page(school: str) -> None:
    here = head(school)
    classes = [class_sheet(here, c) for c in here.problem.classes]
    for template, sheets in ((CLASSES, classes), (DOORS, door_sheets(here)), (TABLES, club_sheets(here))):
        assert len(pictures(template, here, sheets, ppi=12)) == len(sheets)
    # 10 classes on one A3; of 38, three pages with two grades on each.
    expected = {"jisu": 1, "dongjie": 3}[school]
    assert len(pictures(POSTER, here, poster_sheets(here), ppi=12)) == expected
