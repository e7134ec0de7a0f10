"""Credentials on the dates of the sessions: not valid then, or run out before or soon after the last one."""

from datetime import timedelta

from models import Credential, DatedSession, DatedTimetable, PaperRisk, Problem
from models.noun import PersonId

SOON = timedelta(days=30)  # after the last session: renewing takes as long


def paper_risks(problem: Problem, dated: DatedTimetable) -> tuple[PaperRisk, ...]:
    """Each paper that is not valid for some session (an error), or that ends at most 30 days after the last one."""
    found, by_person = [], sessions_of_instructors(problem, dated)
    for person in problem.instructors:
        served = by_person[person.id]
        if not served:
            continue
        last = served[-1].day
        for paper in person.credentials:
            bad = tuple(d for d in served if not _valid(paper, d))
            if bad or (paper.valid_until is not None and paper.valid_until <= last + SOON):
                found.append(PaperRisk(person=person.id, paper=paper, last=last, sessions=bad))
    return tuple(found)


def sessions_of_instructors(problem: Problem, dated: DatedTimetable) -> dict[PersonId, list[DatedSession]]:
    """Instructor → his or her sessions in order of date, found in one look at the term."""
    found: dict[PersonId, list[DatedSession]] = {i.id: [] for i in problem.instructors}
    for d in dated.sessions:
        for person in dict.fromkeys(d.session.people()):
            if person in found:
                found[person].append(d)
    return found


def _valid(paper: Credential, session: DatedSession) -> bool:
    begun = paper.valid_from is None or paper.valid_from <= session.day
    return begun and (paper.valid_until is None or session.day <= paper.valid_until)
