"""Ways to begin: a sample, an uploaded workbook, the next term; nothing that was typed is lost."""

import pytest

from exchange.document import document_json, document_of, examine, workbook_of
from models import Text
from scheduler.rules import rule_cards
from store import SavedSchool, Store
from tests.builders import tiny_school
from tests.ui.server import ROOT
from ui.samples import SAMPLES
from ui.saved.beginning import (
    NextTerm,
    add,
    begin_blank,
    begin_with_sample,
    document_in,
    ends_a_year,
    incoming,
    renamed,
    roll_forward,
    term_after,
)
from ui.saved.listing import lines

CARDS = rule_cards()


def _tiny() -> bytes:
    return workbook_of(document_of(tiny_school(), CARDS), CARDS)


@pytest.fixture
def school(store: Store) -> SavedSchool:
    return add(store, incoming(_tiny(), "tiny.xlsx", CARDS), "沈", Text("测", "t"))


def test_a_sample_is_begun_once_and_found_again(store: Store) -> None:
    first = begin_with_sample(store, SAMPLES[1], CARDS, "沈")
    assert begin_with_sample(store, SAMPLES[1], CARDS, "沈").id == first.id
    assert len(store.schools()) == 1
    assert store.version(first.id).problem is not None


def test_an_uploaded_workbook_is_kept_as_typed(store: Store, school: SavedSchool) -> None:
    version = store.version(school.id)
    assert version.problem is not None
    assert document_json(document_in(version, CARDS)) == version.document
    assert (school.name, school.term) == (version.problem.school, version.problem.term.name)


def test_a_workbook_with_mistakes_is_kept_too(store: Store) -> None:
    """sample_inputs/broken.xlsx has twenty mistakes; it can be saved, to be mended on the screen."""
    content = (ROOT / "sample_inputs" / "broken.xlsx").read_bytes()
    read = incoming(content, "broken.xlsx", CARDS)
    assert read.problem is None
    assert len(read.errors) == 20
    saved = add(store, read, "沈", Text("测", "t"))
    assert store.version(saved.id).document
    assert lines(store)[0].tone == "warn"


def test_what_is_no_workbook_is_refused_with_an_issue() -> None:
    read = incoming(b"\x89PNG....", "photo.xlsx", CARDS)
    assert read.document is None
    assert read.issues


def test_another_name_also_stands_in_the_document() -> None:
    read = renamed(incoming(_tiny(), "tiny.xlsx", CARDS), "别的学校", "2030–2031学年第一学期", CARDS)
    assert read.problem is not None
    assert (read.problem.school, read.problem.term.name) == ("别的学校", "2030–2031学年第一学期")


def test_the_next_term_has_the_data_and_not_the_locks(store: Store, school: SavedSchool) -> None:
    old = store.version(school.id)
    new = NextTerm(school.name, "2027–2028学年第一学期", "2027-09-01", "2028-01-20")
    made = store.version(roll_forward(store, school, old, new, CARDS, "沈").id)
    assert old.problem is not None
    assert made.problem is not None
    assert old.problem.pins
    assert not made.problem.pins
    assert made.problem.term.name == "2027–2028学年第一学期"
    assert str(made.problem.term.last_day) == "2028-01-20"
    assert made.problem.teachers == old.problem.teachers
    assert len(store.schools()) == 2


def test_the_next_year_begins_with_classes_a_grade_higher(store: Store, school: SavedSchool) -> None:
    old = store.version(school.id)
    new = NextTerm(school.name, "2027–2028学年第一学期", next_year=True)
    made = store.version(roll_forward(store, school, old, new, CARDS, "沈").id)
    assert made.problem is None  # the new first grade is to be filled in
    assert examine(document_in(made, CARDS), CARDS).reading.issues
    assert old.document == store.version(school.id).document


@pytest.mark.parametrize(("term", "ends"), [("2026–2027学年第二学期", True), ("2026–2027学年第一学期", False)])
def test_after_which_term_a_school_year_ends(term: str, ends: bool) -> None:
    assert ends_a_year(term) is ends


def test_a_copy_keeps_dates_and_locks(store: Store, school: SavedSchool) -> None:
    old = store.version(school.id)
    new = NextTerm(f"{school.name}（副本）", school.term, keep_pins=True)
    made = store.version(roll_forward(store, school, old, new, CARDS, "沈").id)
    assert old.problem is not None
    assert made.problem == old.problem.model_copy(update={"school": f"{school.name}（副本）"})


def test_a_blank_school_has_a_name_and_is_to_be_filled_in(store: Store) -> None:
    made = begin_blank(store, "新学校", "2026–2027学年第二学期", CARDS, "沈", "zh")
    version = store.version(made.id)
    assert version.problem is None
    assert "新学校" in version.document


@pytest.mark.parametrize(
    ("term", "following"),
    [
        ("2026–2027学年第一学期", "2026–2027学年第二学期"),
        ("2026–2027学年第二学期", "2027–2028学年第一学期"),
        ("2026学年第二学期", "2027学年第一学期"),
        ("秋季", "秋季"),
    ],
)
def test_which_term_follows(term: str, following: str) -> None:
    assert term_after(term) == following
