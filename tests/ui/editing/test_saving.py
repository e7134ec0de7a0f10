"""Edits as versions: undo and redo, taking back what others did, and two people who edit at the same time."""

import pytest

from exchange.document import Document, changes_between, document_from_json, document_json, read_document, with_cell
from models import Text
from scheduler.rules import rule_cards
from store import SavedSchool, Store, StoreError
from tests.ui.editing.schools import BROKEN, JISU, part
from ui.desk import Desk
from ui.editing.saving import redo, return_to, save, settle, take_back, undo
from ui.editing.sitting import Sitting
from ui.editing.table import enter
from ui.editing.view import NEW, view_of


@pytest.fixture
def school(store: Store) -> SavedSchool:
    return add(store, JISU)


def add(store: Store, document: Document) -> SavedSchool:
    """A school with this document as its first version."""
    problem = read_document(document, rule_cards()).problem
    return store.add_school(
        "清溪小学", "2026秋", document=document_json(document), problem=problem, who="沈", note=Text("导入", "Imported")
    )


def at(store: Store, school: SavedSchool, who: str = "沈") -> tuple[Desk, Sitting]:
    """Somebody who looks at the newest version."""
    sitting = Sitting(school.id, version=store.school(school.id).newest)
    return Desk(store, who, school, store.version(school.id), None, None), sitting


def document(store: Store, school: SavedSchool, number: int | None = None) -> Document:
    """The document of a version; of the newest, if none is named."""
    return document_from_json(store.version(school.id, number).document)


def notes(store: Store, school: SavedSchool) -> list[str]:
    """What the history says, the newest first."""
    return [head.note.zh for head in store.versions(school.id)]


def test_an_edit_is_a_version_with_its_words_and_the_problem_if_it_can_be_read(
    store: Store, school: SavedSchool
) -> None:
    now, sitting = at(store, school)
    assert save(now, sitting, with_cell(JISU, "教师", "F3", "5"))
    assert save(now, sitting, with_cell(document(store, school), "教师", "F3", "多"))
    assert save(now, sitting, document(store, school))  # nothing changed: no version
    assert notes(store, school) == ["改 教师02 周课时上限 5 → 多", "改 教师02 周课时上限 6 → 5", "导入"]
    assert [head.readable for head in store.versions(school.id)] == [False, True, True]
    assert document(store, school).sheet("教师").text((3, 6)) == "多"  # type: ignore[union-attr]


def test_undo_and_redo(store: Store, school: SavedSchool) -> None:
    now, sitting = at(store, school)
    first, second = with_cell(JISU, "教师", "F3", "5"), with_cell(JISU, "教师", "F3", "4")
    save(now, sitting, first)
    save(now, sitting, second)
    undo(now, sitting)
    assert document(store, school) == first
    undo(now, sitting)
    assert document(store, school) == JISU
    undo(now, sitting)  # there is nothing more to undo
    redo(now, sitting)
    redo(now, sitting)
    assert document(store, school) == second
    undo(now, sitting)
    assert document(store, school) == first
    assert notes(store, school)[:5] == [
        "撤销：改 教师02 周课时上限 5 → 4",
        "重做：改 教师02 周课时上限 5 → 4",
        "重做：改 教师02 周课时上限 6 → 5",
        "撤销：改 教师02 周课时上限 6 → 5",
        "撤销：改 教师02 周课时上限 5 → 4",
    ]
    save(now, sitting, with_cell(first, "教师", "F4", "3"))
    assert sitting.future == []  # an edit ends what could be done again


def test_undo_leaves_what_somebody_else_did_meanwhile(store: Store, school: SavedSchool) -> None:
    now, sitting = at(store, school)
    save(now, sitting, with_cell(JISU, "教师", "F3", "5"))
    other, their = at(store, school, "吴")
    save(other, their, with_cell(document(store, school), "场地", "C2", "40"))
    sitting.version = 3  # the page was drawn anew
    undo(now, sitting)
    assert [c.text.zh for c in changes_between(JISU, document(store, school))] == ["改 一1教室 容量 48 → 40"]


def test_what_was_changed_again_cannot_be_undone_and_that_is_said(store: Store, school: SavedSchool) -> None:
    now, sitting = at(store, school)
    save(now, sitting, with_cell(JISU, "教师", "F3", "5"))
    other, their = at(store, school, "吴")
    save(other, their, with_cell(document(store, school), "教师", "F3", "4"))
    sitting.version = 3
    undo(now, sitting)
    assert store.school(school.id).newest == 3
    assert sitting.said is not None
    assert "教师02 周课时上限" in sitting.said[0].zh
    assert sitting.past  # still there, should the other edit be undone


def test_any_edit_of_the_history_is_taken_back_and_any_version_returned_to(store: Store, school: SavedSchool) -> None:
    now, sitting = at(store, school)
    save(now, sitting, with_cell(JISU, "教师", "F3", "5"))
    save(now, sitting, with_cell(document(store, school), "场地", "C2", "40"))
    take_back(now, sitting, 2)
    assert [c.text.zh for c in changes_between(JISU, document(store, school))] == ["改 一1教室 容量 48 → 40"]
    undo(now, sitting)  # taking back is an edit, too
    assert document(store, school) == document(store, school, 3)
    return_to(now, sitting, 1)
    assert document(store, school) == JISU
    assert notes(store, school)[0] == "回到第 1 版"
    assert store.school(school.id).newest == 6


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("both", ["改 教师02 周课时上限 6 → 5", "改 一1教室 容量 48 → 40"]),
        ("mine", ["改 教师02 周课时上限 6 → 5"]),
        ("theirs", ["改 一1教室 容量 48 → 40"]),
    ],
)
def test_a_lost_update_is_refused_and_then_settled(
    store: Store, school: SavedSchool, way: str, expected: list[str]
) -> None:
    now, sitting = at(store, school)
    other, their = at(store, school, "吴")
    save(other, their, with_cell(JISU, "场地", "C2", "40"))
    assert not save(now, sitting, with_cell(JISU, "教师", "F3", "5"))
    assert sitting.clash
    assert store.school(school.id).newest == 2  # nothing was overwritten
    sitting.version = 2
    settle(now, sitting, way)
    assert not sitting.clash
    assert [c.text.zh for c in changes_between(JISU, document(store, school))] == expected


def test_an_entry_keeps_the_table_and_a_refused_one_makes_it_anew(store: Store, school: SavedSchool) -> None:
    now, sitting = at(store, school)
    view = view_of(JISU, part(JISU, "teachers"))
    shown = sitting.table("teachers", view, (1, "", True, None))
    enter(now, sitting, "teachers", {view.rows.index(NEW): {"name": "新人"}}, "zh")
    assert notes(store, school)[0] == "新增 教师 新人"
    assert sitting.table("teachers", view, (2, "", True, None)) is shown  # not made anew: the focus stays
    assert shown.view.rows[view.rows.index(NEW)] == 26
    enter(now, sitting, "teachers", {0: {"name": "王老师"}, view.rows.index(NEW): {"name": "新人"}}, "zh")
    assert sitting.renamed is not None
    assert (sitting.renamed.old, sitting.renamed.new) == ("教师01", "王老师")
    other, their = at(store, school, "吴")
    save(other, their, with_cell(document(store, school), "场地", "C2", "40"))
    enter(now, sitting, "teachers", {1: {"weekly_most": 5}}, "zh")
    assert sitting.clash is not None
    assert sitting.table("teachers", view, (4, "", True, None)) is not shown


def test_a_store_that_refuses_says_so(store: Store, school: SavedSchool, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreError(Text("磁盘满了。", "The disk is full."))

    now, sitting = at(store, school)
    monkeypatch.setattr(store, "save_version", full)
    assert not save(now, sitting, BROKEN)
    assert sitting.said == (Text("磁盘满了。", "The disk is full."), "err")
