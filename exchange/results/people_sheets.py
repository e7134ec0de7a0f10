"""教师课表 and 外聘教师: a block per person with his or her week; slots in which the person cannot come are hatched."""

from typing import Protocol

from exchange.results import styles
from exchange.results.load import Load, load_of
from exchange.results.names import class_heading, debt_text, person_name
from exchange.results.page import Book
from exchange.results.view import person_cell
from exchange.results.week_blocks import Block, Cell, write_week_blocks
from exchange.results.wording import duty_runs, look_of, marked, stacked
from models import Instructor, Language, Person, Problem, SessionKind, Slot, Teacher, Text


class Voice(Protocol):
    """Whatever is written about a school in a language."""

    @property
    def problem(self) -> Problem:
        """The school."""

    @property
    def language(self) -> Language:
        """The language."""

    def say(self, zh: str, en: str) -> str:
        """The sentence in that language."""


def write_teachers(book: Book) -> None:
    """教师课表."""
    blocks = [_block(book, teacher) for teacher in book.problem.teachers]
    write_week_blocks(book, Text("教师课表", "Teachers"), _hint(book), blocks, "")


def write_instructors(book: Book) -> None:
    """外聘教师."""
    blocks = [_block(book, instructor) for instructor in book.problem.instructors]
    nothing = book.say("本校没有外聘教师。", "This school has no outside instructors.")
    write_week_blocks(book, Text("外聘教师", "Instructors"), _hint(book), blocks, nothing)


def _hint(book: Book) -> str:
    return book.say("每人一周的课次", "Each person's week")


def _block(book: Book, person: Person) -> Block:
    def cell(day: int, period: int) -> Cell:
        found = person_cell(book.problem, book.timetable, person.id, day, period)
        kinds: tuple[SessionKind, ...] = tuple(s.kind for _, duties in found for s, _ in duties)
        parts = [
            marked(
                week,
                stacked([duty_runs(book.problem, s, person.id, role, book.language) for s, role in duties]),
                book.language,
            )
            for week, duties in found
            if duties
        ]
        shut = all(Slot(day, period, week) in person.unavailable for week in book.problem.week.weeks)
        if shut and not kinds:
            return Cell(((book.say("不能来", "cannot come"), False),), {**styles.CLOSED, "align": "center"})
        return Cell(stacked(parts), look_of(kinds))

    beside = person_facts(book, person, load_of(book.problem, book.timetable, person))
    return Block(person_name(book.problem, person.id, book.language), beside, cell)


def person_facts(book: Voice, person: Person, load: Load) -> str:
    """What stands beside the name: subjects and sessions a week; of an instructor institution, skills, days, fee."""
    return _teacher(book, person, load) if isinstance(person, Teacher) else _instructor(book, person, load)


def _weekly(load: Load) -> str:
    return f"{load.weekly:g}"


def _teacher(book: Voice, teacher: Teacher, load: Load) -> str:
    own = [
        class_heading(book.problem, c.id, book.language) for c in book.problem.classes if c.class_teacher == teacher.id
    ]
    facts = ["、".join(teacher.subjects)]
    facts.append("、".join(own) + book.say("班主任", " class teacher") if own else "")
    target, debt = book.problem.target_of(teacher), debt_text(teacher)
    zh, en = f"，{debt.zh}" if debt.zh else "", f", {debt.en}" if debt.en else ""
    facts.append(
        book.say(
            f"每周 {_weekly(load)} 次（目标 {target}{zh}）", f"{_weekly(load)} sessions a week (target {target}{en})"
        )
    )
    return " · ".join(f for f in facts if f)


def _instructor(book: Voice, instructor: Instructor, load: Load) -> str:
    facts = [instructor.institution or "", "、".join(instructor.skills)]
    visits = f"{load.days / load.cycle:g}"
    facts.append(
        book.say(f"每周 {_weekly(load)} 次，到校 {visits} 天", f"{_weekly(load)} sessions and {visits} days a week")
    )
    if instructor.fee:
        fee = f"{instructor.fee * load.weekly:g}"
        facts.append(book.say(f"课酬每周 {fee} 元", f"{fee} yuan a week"))
    return " · ".join(f for f in facts if f)
