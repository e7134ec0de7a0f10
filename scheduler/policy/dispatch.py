"""Every pupil is somewhere: in each open slot the head counts of a class add up."""

from models import PolicyCase, SlotKind, Text
from scheduler.heads_by_class import heads
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, some, times
from scheduler.reading import slot_title


class Dispatch(PolicyCheck):
    """What roll call would find: a class's pupils over all places of a slot, against the class's pupils."""

    key = "dispatch"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each class and open slot in which pupils are nowhere."""
        problem, placed, cases = asked.problem, heads(asked.timetable), []
        for c in problem.classes:
            for slot in problem.slots:
                missing = c.pupils - placed.get((c.id, slot), 0)
                if problem.week.kind(slot, c.grade) is not SlotKind.OFF and missing > 0:
                    when = slot_title(problem, slot)
                    text = Text(
                        f"{c.title}{when.zh}有 {missing} 名学生没有去处（全班 {c.pupils} 人）。",
                        f"{c.title}, {when.en}: {missing} of {c.pupils} pupils are nowhere.",
                    )
                    cases.append(PolicyCase(text=text, slot=slot, classes=(c.id,)))
        if cases:
            who = some((problem.class_by_id[case.classes[0]].title for case in cases), "个班")
            return broken(
                f"{len(cases)} 处人数对不上：{who.zh}。",
                f"Head counts do not add up in {times(len(cases), 'place')}: {who.en}.",
                cases,
            )
        return kept(
            "每个开放时段各班人数都对得上；点名、交接在班级单的去向单上签字。",
            "Head counts add up in each open slot; roll call and hand-over are signed on the class sheets.",
        )
