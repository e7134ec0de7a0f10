"""Nobody serves when he or she cannot come, or with a paper that does not cover the term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Credential, Instructor, Person, Problem, Session, Slot, Text, Timetable, Violation
from scheduler.open_scope import OpenScope
from scheduler.reading import listed, person_title, session_title, slot_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class PersonAvailable(Requirement):
    """Unavailable slots; for instructors also visits, weeks and credentials."""

    key = "person_available"
    title = Text("人员到得了", "People can come")
    sentence = Text(
        "不在本人不能到岗的时段安排任务；外聘教师只在约定的时段和单双周来校，各项证明和合同须覆盖整个学期。",
        "Nobody has a duty when unavailable. Instructors serve only in the slots and weeks in which they "
        "come, and only if each credential and the contract cover the whole term.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """No duty in a slot in which the person cannot come."""
        allowed = OpenScope(problem)
        for person in problem.people:
            for slot in problem.slots:
                if not allowed.may_be_present(person, slot):
                    x.forbid(x.duties(person.id, slot))

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per person and slot with a duty, and per credential that does not cover the term."""
        for person_id, sessions in timetable.of_person.items():
            person = problem.person_by_id[person_id]
            by_slot: defaultdict[Slot, list[Session]] = defaultdict(list)
            for session in sessions:
                by_slot[session.slot].append(session)
            for slot, together in by_slot.items():
                reason = _absent(person, slot)
                if reason is not None:
                    who, when = person_title(problem, person_id), slot_title(problem, slot)
                    what = listed(session_title(problem, s) for s in together)
                    yield Violation(
                        rule=self.key,
                        text=Text(
                            f"{who.zh}{reason.zh}，{when.zh}却安排了{what.zh}。",
                            f"{who.en} {reason.en}, but at {when.en} has {what.en}.",
                        ),
                        slot=slot,
                        people=(person_id,),
                        clubs=tuple(s.club for s in together if s.club is not None),
                    )
            if isinstance(person, Instructor):
                for credential in person.credentials:
                    if not _covers(problem, credential):
                        yield self._expired(problem, person_id, credential, len(sessions))

    def _expired(self, problem: Problem, person_id: str, credential: Credential, duties: int) -> Violation:
        who, term = person_title(problem, person_id), problem.term
        since = "…" if credential.valid_from is None else credential.valid_from.isoformat()
        until = "…" if credential.valid_until is None else credential.valid_until.isoformat()
        return Violation(
            rule=self.key,
            text=Text(
                f"{who.zh}的“{credential.name}”（有效期{since}至{until}）没有覆盖整个学期（{term.name}），"
                f"却安排了{duties}项任务。",
                f'{who.en} has {duties} duties, but the credential "{credential.name}" ({since} to {until}) '
                f"does not cover the whole term ({term.name}).",
            ),
            people=(person_id,),
        )


def _absent(person: Person, slot: Slot) -> Text | None:
    if slot in person.unavailable:
        return Text("该时段不能到岗", "cannot serve then")
    if isinstance(person, Instructor):
        if person.visits_only and slot not in person.visits_only:
            return Text("该时段不来校", "does not come to school then")
        if not person.weeks.includes(slot.week):
            return Text("这一周不来校", "does not come in that week")
    return None


def _covers(problem: Problem, credential: Credential) -> bool:
    first, last = problem.term.first_day, problem.term.last_day
    too_late = credential.valid_from is not None and first is not None and credential.valid_from > first
    too_early = credential.valid_until is not None and last is not None and credential.valid_until < last
    return not (too_late or too_early)
