"""Grades 3–6: enough homework tutoring a week to finish most of the written homework at school."""

from models import PolicyCase, SessionKind, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, not_applicable, some, times


class HomeworkTime(PolicyCheck):
    """Homework sessions of each class and week."""

    key = "homework_time"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each class of these grades with fewer homework sessions in some week."""
        classes, problem = asked.classes_of(self.key), asked.problem
        least, cases, counts = asked.number(self.key) or 0, [], []
        if not classes:
            return not_applicable("学校没有三至六年级。", "There are no grades 3 to 6.")
        for c in classes:
            own = [s for s in asked.timetable.of_class.get(c.id, ()) if s.kind is SessionKind.HOMEWORK]
            fewest = min(sum(s.slot.week == week for s in own) for week in problem.week.weeks)
            counts.append(fewest)
            if fewest < least:
                text = Text(
                    f"{c.title}每周 {fewest} 节作业辅导，少于 {least} 节。",
                    f"{c.title}: {times(fewest, 'session')} of homework tutoring a week, fewer than {least}.",
                )
                cases.append(PolicyCase(text=text, classes=(c.id,)))
        if cases:
            who = some((problem.class_by_id[case.classes[0]].title for case in cases), "个班")
            return broken(
                f"{who.zh}的作业辅导少于每周 {least} 节，书面作业未必能在校做完。",
                f"{who.en}: fewer than {least} sessions a week; homework may not be finished at school.",
                cases,
            )
        lowest, highest = min(counts), max(counts)
        span = f"{lowest}" if lowest == highest else f"{lowest}–{highest}"
        return kept(
            f"三至六年级 {len(classes)} 个班每周 {span} 节作业辅导，不少于 {least} 节。",
            f"{times(len(classes), 'class')} of grades 3 to 6 have {span} sessions a week, at least {least}.",
        )
