"""Ways to begin with a school's data: a sample, a blank workbook, an uploaded one, another term's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exchange.document import (
    Document,
    DocumentError,
    blank_document,
    document_from_json,
    document_json,
    document_of,
    document_of_workbook,
    examine,
    read_document,
)
from exchange.document.answers import with_answers, without_pins
from exchange.document.promotion import promoted
from models import Issue, Language, Problem, RuleCard, Severity, Text
from store import SavedSchool, SchoolExistsError, Store, Version
from ui.samples import Sample


@dataclass(frozen=True)
class Incoming:
    """A workbook that was opened, or why it could not be; and what is wrong in it."""

    document: Document | None
    problem: Problem | None
    issues: tuple[Issue, ...]
    school: str  # as it stands on the sheet 学校; empty where it stands nowhere
    term: str

    @property
    def errors(self) -> tuple[Issue, ...]:
        """Issues that stop the work."""
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)


def incoming(content: bytes, name: str, cards: Sequence[RuleCard]) -> Incoming:
    """Open an uploaded workbook and read it."""
    opened = document_of_workbook(content, name)
    if opened.document is None:
        return Incoming(None, None, opened.issues, "", "")
    seen = examine(opened.document, cards)
    form = {} if seen.form is None else seen.form.sources
    names = [str(source.typed or "").strip() if (source := form.get(field)) else "" for field in ("school", "term")]
    return Incoming(opened.document, seen.reading.problem, seen.reading.issues, *names)


def begin_with_sample(store: Store, sample: Sample, cards: Sequence[RuleCard], who: str) -> SavedSchool:
    """A new school with the sample's data; the one that is there already, if it is. Raises StoreError."""
    read = incoming(sample.path.read_bytes(), sample.path.name, cards)
    note = Text(f"示例学校：{sample.title.zh}", f"Sample school: {sample.title.en}")
    try:
        return add(store, read, who, note)
    except SchoolExistsError as error:
        return error.existing


def begin_blank(
    store: Store, school: str, term: str, cards: Sequence[RuleCard], who: str, language: Language
) -> SavedSchool:
    """A new school that has a name, a term, and sheets to be filled in. Raises StoreError."""
    document = with_answers(blank_document(cards, language), cards, {"school": school, "term": term}, language)
    return add(store, Incoming(document, None, (), school, term), who, Text("空白工作簿", "Blank workbook"))


def add(store: Store, read: Incoming, who: str, note: Text) -> SavedSchool:
    """A new school with what was read. Raises SchoolExistsError, StoreError; ValueError where nothing was."""
    if read.document is None:
        raise ValueError("nothing was read")
    document = document_json(read.document)
    return store.add_school(read.school, read.term, document=document, problem=read.problem, who=who, note=note)


def renamed(read: Incoming, school: str, term: str, cards: Sequence[RuleCard]) -> Incoming:
    """The same under another name or in another term, which then also stand on its sheet 学校."""
    if read.document is None or (read.school, read.term) == (school, term):
        return read
    document = with_answers(read.document, cards, {"school": school, "term": term})
    reading = read_document(document, cards)
    return Incoming(document, reading.problem, reading.issues, school, term)


def document_in(version: Version, cards: Sequence[RuleCard]) -> Document:
    """The document of a version; made of its problem where it has none."""
    try:
        return document_from_json(version.document)
    except DocumentError:
        return Document() if version.problem is None else document_of(version.problem, cards)


@dataclass(frozen=True)
class NextTerm:
    """What a school begins its next term with."""

    school: str
    term: str
    first_day: str = ""  # as typed; empty = not known yet
    last_day: str = ""
    keep_pins: bool = False
    next_year: bool = False  # every class goes up a grade


def roll_forward(
    store: Store, old: SavedSchool, version: Version, new: NextTerm, cards: Sequence[RuleCard], who: str
) -> SavedSchool:
    """A school of the same data in another term, or under another name. Raises SchoolExistsError, StoreError."""
    answers = {"school": new.school, "term": new.term}
    if (new.term, new.first_day, new.last_day) != (old.term, "", ""):
        answers |= {"first_day": new.first_day, "last_day": new.last_day}
    document = document_in(version, cards)
    document = with_answers(promoted(document).document if new.next_year else document, cards, answers)
    if not new.keep_pins:
        document = without_pins(document, cards)
    problem = read_document(document, cards).problem
    return store.copy_school(
        old.id, name=new.school, term=new.term, who=who, document=document_json(document), problem=problem
    )


def ends_a_year(term: str) -> bool:
    """Whether a new school year follows this term."""
    return "第二学期" in term or "下学期" in term


def term_after(term: str) -> str:
    """2026–2027学年第一学期 → 2026–2027学年第二学期 → 2027–2028学年第一学期; other names as they are."""
    if "第一学期" in term:
        return term.replace("第一学期", "第二学期")
    if "第二学期" not in term:
        return term
    return re.sub(r"\d{4}", lambda year: str(int(year[0]) + 1), term.replace("第二学期", "第一学期"))
