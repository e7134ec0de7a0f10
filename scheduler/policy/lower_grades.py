"""Grades 1–2: the first period is not written work all week."""

from models import PolicyCase, SchoolClass, SessionKind, Slot, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, not_applicable, some, times


class LowerGrades(PolicyCheck):
    """Homework subjects of the first open period of each day."""

    key = "lower_grades"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each class of these grades with fewer days without written work in the first period."""
        classes, problem = asked.classes_of(self.key), asked.problem
        if not classes:
            return not_applicable("学校没有一、二年级。", "There are no grades 1 and 2.")
        least, cases = asked.number(self.key) or 0, []
        for c in classes:
            days = min(_unwritten_days(asked, c, week) for week in problem.week.weeks)
            if days < least:
                text = Text(
                    f"{c.title}每周只有 {days} 天的第一节不是书面学科，少于 {least} 天。"
                    if days
                    else f"{c.title}每天的第一节都是书面学科。",
                    f"{c.title}: {times(days, 'day')} without written work in period 1, fewer than {least}.",
                )
                cases.append(PolicyCase(text=text, classes=(c.id,)))
        if cases:
            who = some((problem.class_by_id[case.classes[0]].title for case in cases), "个班")
            return broken(
                f"{who.zh}的第一节几乎都是书面学科，建议每周安排 {least} 天阅读、游戏或户外活动。",
                f"{who.en}: too much written work in period 1; reading, play or outdoor time on {times(least, 'day')}.",
                cases,
            )
        return kept(
            f"一、二年级 {len(classes)} 个班每周至少有 {least} 天的第一节是阅读、活动或社团。",
            f"{times(len(classes), 'class')} of grades 1 and 2 have {times(least, 'day')} a week without written work "
            "in period 1.",
        )


def _unwritten_days(asked: Asked, c: SchoolClass, week: int) -> int:
    """Days on which the class's first period is no homework of a written subject."""
    written = {s.id for s in asked.problem.subjects if s.written}
    tutored = {s.slot: s.subject for s in asked.timetable.of_class.get(c.id, ()) if s.kind is SessionKind.HOMEWORK}
    opened = asked.open_days(c, week)
    return sum(tutored.get(Slot(day, numbers[0], week)) not in written for day, numbers in opened.items())
