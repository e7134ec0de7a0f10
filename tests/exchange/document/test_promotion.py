"""Into a new school year: classes go up with their teachers, rooms and grades' rules stay, new classes are empty."""

import pytest

from exchange.document import Document, document_of, examine, read_document
from exchange.document.edits import with_cells
from exchange.document.promotion import promoted
from exchange.normal import normal
from models import Severity
from scheduler.rules import rule_cards
from tests.builders import tiny_school
from tests.ui.editing.schools import JISU, part, sample

CARDS = rule_cards()


def _column(document: Document, key: str, field: str) -> dict[str, str]:
    """Class → what stands in a column of a sheet."""
    found = part(document, key)
    page = document.sheet(found.name)
    assert page is not None
    name = found.columns["id" if key == "classes" else "class"]
    return {page.text((row, name)): page.text((row, found.columns[field])) for row in found.rows}


def test_classes_go_up_with_their_teachers_and_the_highest_grade_leaves() -> None:
    year = promoted(JISU)
    before, after = (_column(document, "classes", "class_teacher") for document in (JISU, year.document))
    assert year.up["一1"] == "二1"
    assert year.leaving == ("六1",)
    assert {year.up[name]: teacher for name, teacher in before.items() if name in year.up} == {
        name: teacher for name, teacher in after.items() if name not in year.new
    }
    pupils = _column(year.document, "classes", "pupils")
    assert (pupils["二1"], pupils["一1"], after["一1"]) == ("38", "", "")
    assert _column(year.document, "classes", "grade")["六1"] == "六年级"


def test_rooms_stay_where_they_are() -> None:
    year = promoted(JISU)
    rooms = _column(year.document, "classes", "home_room")
    assert (rooms["一1"], rooms["二1"], rooms["六1"]) == ("一1教室", "二1教室", "六1教室")
    assert year.roomless == ("五2",)  # two classes of grade four, one room of grade five
    assert rooms["五2"] == ""


def test_only_the_new_classes_have_to_be_filled_in() -> None:
    year = promoted(JISU)
    seen = examine(year.document, CARDS).reading
    errors = [issue for issue in seen.issues if issue.severity is Severity.ERROR]
    assert seen.problem is None
    assert errors
    assert all("一1" in e.text.zh or "人数" in e.text.zh for e in errors)
    classes, teaching = part(year.document, "classes"), part(year.document, "teaching")
    old = JISU.sheet("任课")
    assert old is not None
    filled = {(classes.rows[n], classes.columns["pupils"]): "35" for n in range(2)}
    document = with_cells(year.document, classes.name, filled)
    document = with_cells(
        document,
        teaching.name,
        {(teaching.rows[n], c): old.text((2 + n, c)) for n in range(2) for c in range(2, 10)},
    )
    problem = read_document(document, CARDS).problem
    assert problem is not None
    assert [c.id for c in problem.classes][:3] == ["一1", "一2", "二1"]
    assert problem.pins == ()


def test_what_is_set_for_a_class_goes_with_it_and_ends_with_it() -> None:
    tiny = document_of(normal(tiny_school(), CARDS), CARDS)
    assert part(tiny, "pins").rows
    homework = part(tiny, "homework")
    place = (homework.rows[0], homework.columns.get("grades", 1))
    ours = with_cells(tiny, homework.name, {place: "一1、二1"})
    year = promoted(ours)
    page = year.document.sheet(homework.name)
    assert page is not None
    assert page.text(place) == "二1"
    assert not part(year.document, "pins").rows
    assert year.gone["pins"] == len(part(tiny, "pins").rows)


@pytest.mark.parametrize(
    ("typed", "now"), [("一(1)班", "二(1)班"), ("一年级1班", "二年级1班"), ("101", "201"), ("一⑴", "二⑴")]
)
def test_names_keep_the_way_in_which_the_school_writes_them(typed: str, now: str) -> None:
    classes = part(JISU, "classes")
    ours = with_cells(JISU, classes.name, {(classes.rows[0], classes.columns["id"]): typed})
    year = promoted(ours)
    assert year.up[typed] == now
    assert typed in year.new
    assert now in _column(year.document, "classes", "pupils")


def test_a_middle_school_begins_with_grade_seven_again() -> None:
    year = promoted(sample("chuzhong"))
    assert year.up["七1"] == "八1"
    assert all(name.startswith("九") for name in year.leaving)
    assert all(name.startswith("七") for name in year.new)


def test_it_says_what_changes_in_both_languages() -> None:
    zh = [text.zh for text in promoted(JISU).texts]
    assert zh[0].startswith("9 个班升一级，班主任和任课教师跟班走：一1→二1、")
    assert zh[1:] == [
        "毕业离校：六1",
        "新生班（人数、班主任、任课教师待填）：一1、一2",
        "固定教室待定：五2",
        "去掉毕业班和上学年的行：锁定 1 行、任课 1 行",
    ]
    assert promoted(JISU).texts[1].en == "Leaving: 六1"


def test_without_classes_nothing_changes() -> None:
    assert promoted(Document()).document == Document()
    assert promoted(Document()).texts == ()
