"""As few people as possible must be told of a change to a published timetable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Duty, Problem, Session, SessionKind, Slot, Text, Timetable, Violation
from models.noun import PersonId
from scheduler.reading import listed, person_title
from scheduler.rule import Preference
from scheduler.told import told

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class LeastChange(Preference):
    """People who must be told, each once; nothing without a published timetable.

    To be told are everybody whose own duties differ (slot, role, class and content or club and group, room), and
    every class teacher of a class whose week differs: an own session (slot, content, tutor or leader, room) is lost or
    new, or a club session with pupils of the class is not the same any more (slot, group, leaders, room). Head counts
    do not count, nor does whoever has left (weekly_most = 0).
    """

    key = "least_change"
    title = Text("尽量少改动", "Least change")
    sentence = Text(
        "修改已发布的课表时，需要通知的人越少越好：本人任务有变的教师，以及本班安排或本班学生所在社团有变的班主任；"
        "没有已发布的课表时不计。",
        "When a published timetable is changed, as few people as possible should have to be told: whoever has other "
        "duties, and the class teachers of classes whose own sessions or whose pupils' clubs change. Nothing counts "
        "without a published timetable.",
    )
    weight = 5
    unit = Text("通知一人", "person to tell")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """1 for each person who must be told."""
        if problem.published is None:
            return
        duties: defaultdict[PersonId, list[tuple[Session, Duty]]] = defaultdict(list)
        for session in problem.published.sessions:
            for duty in dict.fromkeys(session.duties):
                duties[duty.person].append((session, duty))
        for person in problem.people:
            if person.weekly_most == 0:
                continue
            kept = [x.serves_again(session, person.id, duty.role) for session, duty in duties[person.id]]
            again: defaultdict[Slot, list[Linear]] = defaultdict(list)
            for session, duty in duties[person.id]:
                again[session.slot].append(x.serves_as(session, person.id, duty.role))
            new = [x.duties(person.id, slot) - x.sum(again[slot]) for slot in problem.slots]
            for lost, added in self._weeks(x, problem, problem.published, person.id):
                kept += [1 - changed for changed in lost]
                new += added
            yield x.unless(kept, new, "told", person.id)

    @staticmethod
    def _weeks(
        x: Variables, problem: Problem, published: Timetable, person: PersonId
    ) -> Iterator[tuple[list[Linear], list[Linear]]]:
        """For each class of a class teacher: which of its sessions are not as they were, and how many are new."""
        for c in problem.classes:
            if c.class_teacher != person:
                continue
            own = published.of_class.get(c.id, ())
            clubs = [
                s
                for s in published.sessions
                if s.kind in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL) and s.pupils.get(c.id, 0) > 0
            ]
            before = {s.slot for s in own}
            added = [x.in_own_session(c.id, slot) for slot in problem.slots if slot not in before]
            yield [x.changed(s) for s in (*own, *clubs)], added

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation for each person, with all that he or she must be told."""
        if problem.published is None:
            return
        for person, differences in told(problem, problem.published, timetable).items():
            who, why = person_title(problem, person), listed(_short(d.text) for d in differences)
            yield Violation(
                rule=self.key,
                text=Text(f"需要通知{who.zh}：{why.zh}。", f"{who.en} must be told: {why.en}."),
                people=(person,),
                classes=tuple(dict.fromkeys(c for d in differences for c in d.classes if c in problem.class_by_id)),
                clubs=tuple(dict.fromkeys(c for d in differences for c in d.clubs if c in problem.club_by_id)),
            )


def _short(text: Text) -> Text:
    return Text(text.zh.rstrip("。"), text.en.rstrip("."))
