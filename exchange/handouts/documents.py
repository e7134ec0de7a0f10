"""The handouts as files: sheets of all classes in one PDF, one PDF for each class in a ZIP, the weeks of people."""

from exchange.archive import zipped
from exchange.handouts.class_sheets import class_sheet
from exchange.handouts.head import Data, Head
from exchange.handouts.people_weeks import person_week
from exchange.handouts.typeset import pdf
from exchange.results.names import class_heading

CLASSES, PEOPLE, POSTER, DOORS, TABLES = "classes.typ", "people.typ", "poster.typ", "doors.typ", "tables.typ"


def class_pdf(head: Head) -> bytes:
    """The sheets of all classes, a page for each."""
    return pdf(CLASSES, head, [class_sheet(head, c) for c in head.problem.classes])


def class_pdfs(head: Head) -> bytes:
    """A ZIP with one PDF for each class, in the order of the school's list."""
    names = (file_name(class_heading(head.problem, c.id, head.language)) for c in head.problem.classes)
    return zipped(
        (f"{number:02} {name}.pdf", pdf(CLASSES, head, [class_sheet(head, school_class)]))
        for number, (name, school_class) in enumerate(zip(names, head.problem.classes, strict=True), start=1)
    )


def people_pdf(head: Head) -> bytes:
    """The week of each teacher and instructor who serves, in the order of the school's lists; several on a page."""
    return pdf(PEOPLE, head, people_sheets(head))


def people_sheets(head: Head) -> list[Data]:
    """The facts of `people_pdf`."""
    serving = {person for session in head.timetable.sessions for person in session.people()}
    return [person_week(head, person) for person in head.problem.people if person.id in serving]


def file_name(words: str) -> str:
    """The words without what a file's name may not hold."""
    return "".join("_" if sign in '\\/:*?"<>|' or ord(sign) < 32 else sign for sign in words)
