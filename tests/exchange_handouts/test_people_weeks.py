"""People's weeks: every duty of the timetable is there, and no other."""

from typing import Any

from exchange.handouts import Head, people_pdf
from exchange.handouts.documents import people_sheets
from exchange.results.names import content_name
from models import SessionKind, Slot
from tests.builders import MON_1, changed, tiny_school
from tests.timetables import the, tiny_timetable

PROBLEM = tiny_school()
TABLE = tiny_timetable(PROBLEM)


def duties(head: Head) -> dict[tuple[str, int, int], str]:
    """(name, day, period) → what stands there."""
    found: dict[tuple[str, int, int], str] = {}
    for sheet in people_sheets(head):
        week: Any = sheet["week"]
        for period, row in enumerate(week["rows"], start=1):
            for day, cell in enumerate(row["cells"], start=1):
                if cell["kind"]:
                    said = "\n".join("".join(words for words, _ in line) for line in cell["lines"])
                    found[str(sheet["title"]).removesuffix("（外聘）"), day, period] = said
    return found


def test_every_duty_is_there_and_no_other() -> None:
    shown = duties(Head(PROBLEM, TABLE))
    served = {(person, s.slot.day, s.slot.period): s for s in TABLE.sessions for person in s.people()}
    assert set(shown) == set(served)
    for place, session in served.items():
        if session.kind is not SessionKind.PATROL:
            assert content_name(PROBLEM, session) in shown[place]
            assert str(session.room) in shown[place]
    assert people_pdf(Head(PROBLEM, TABLE)).startswith(b"%PDF")


def test_when_somebody_cannot_come_is_hatched() -> None:
    away = tuple(changed(t, unavailable=(Slot(5, 1, 1),)) if t.id == "王1" else t for t in PROBLEM.teachers)
    shown = duties(Head(changed(PROBLEM, teachers=away), TABLE))
    assert shown["王1", 5, 1] == "不能来"


def test_who_does_not_serve_has_no_sheet() -> None:
    assert the(TABLE, MON_1, school_class="一1").people() == ("王1",)
    alone = changed(TABLE, sessions=tuple(s for s in TABLE.sessions if "王1" not in s.people()))
    assert "王1" not in {sheet["title"] for sheet in people_sheets(Head(PROBLEM, alone))}
