"""Voluntary: no slot counts more pupils of a class than take part."""

from models import Participation, PolicyCase, Text
from scheduler.heads_by_class import heads
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, some, times
from scheduler.reading import slot_title


class Voluntary(PolicyCheck):
    """Head counts of each class and slot against the pupils who take part."""

    key = "voluntary"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each class and slot with more pupils placed than take part."""
        problem, cases = asked.problem, []
        for (class_id, slot), placed in heads(asked.timetable).items():
            c = problem.class_by_id[class_id]
            if placed > c.pupils:
                when = slot_title(problem, slot)
                text = Text(
                    f"{c.title}{when.zh}安排了 {placed} 人，参加服务的只有 {c.pupils} 人。",
                    f"{c.title}, {when.en}: {placed} pupils are placed, but only {c.pupils} take part.",
                )
                cases.append(PolicyCase(text=text, slot=slot, classes=(class_id,)))
        if cases:
            who = some((problem.class_by_id[case.classes[0]].title for case in cases), "个班")
            return broken(
                f"{len(cases)} 处安排的人数多于参加的人数：{who.zh}。",
                f"More pupils placed than take part in {times(len(cases), 'place')}: {who.en}.",
                cases,
            )
        free = [b.name for b in problem.bands if b.participation is Participation.VOLUNTEERS]
        clubs = Text(f"社团自愿走班（{'、'.join(free)}）。", f"Clubs are for volunteers ({', '.join(free)}).")
        pupils = sum(c.pupils for c in problem.classes)
        return kept(
            f"按参加服务的 {pupils} 人安排，没有多排。{clubs.zh if free else ''}"
            "是否自愿以家长的书面申请为准，允许提前接走。",
            f"{pupils} pupils take part, and no more are placed. {clubs.en + ' ' if free else ''}Parents' written "
            "applications decide; pupils may leave early.",
        )
