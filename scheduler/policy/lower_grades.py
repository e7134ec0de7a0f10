"""Grades 1–2: the first period is not written work all week."""

from models import PolicyCase, SessionKind, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, not_applicable, some, times


class LowerGrades(PolicyCheck):
    """Homework subjects of the first open period of each day."""

    key = "lower_grades"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each class of these grades whose first periods all are written subjects."""
        classes, problem = asked.classes_of(self.key), asked.problem
        if not classes:
            return not_applicable("学校没有一、二年级。", "There are no grades 1 and 2.")
        written = {s.id for s in problem.subjects if s.written}
        cases = []
        for c in classes:
            first = {
                (day, numbers[0], week)
                for week in problem.week.weeks
                for day, numbers in asked.open_days(c, week).items()
            }  # fmt: skip
            own = [s for s in asked.timetable.of_class.get(c.id, ()) if tuple(s.slot) in first]
            tutored = [s for s in own if s.kind is SessionKind.HOMEWORK]
            if tutored and len(tutored) == len(own) and all(s.subject in written for s in tutored):
                subjects = "、".join(dict.fromkeys(str(s.subject) for s in tutored))
                text = Text(
                    f"{c.title}第一节全是书面学科（{subjects}）。",
                    f"{c.title}: period 1 is all written subjects ({subjects}).",
                )
                cases.append(PolicyCase(text=text, classes=(c.id,)))
        if cases:
            who = some(problem.class_by_id[case.classes[0]].title for case in cases)
            return broken(
                f"{who.zh}的作业辅导全是书面学科，建议每周安排阅读、游戏或户外活动。",
                f"{who.en}: nothing but written subjects; have reading, play or outdoor time in period 1 each week.",
                cases,
            )
        return kept(
            f"一、二年级 {len(classes)} 个班的第一节每周都有阅读或其他非书面内容。",
            f"{times(len(classes), 'class')} of grades 1 and 2 have reading or other unwritten work in period 1.",
        )
