"""Pay can be counted: sessions of teachers and instructors, and a fee for each instructor."""

from models import Instructor, PolicyCase, Text, Timetable
from models.noun import PersonId
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, some


class Pay(PolicyCheck):
    """Duties of a week; in a two-week cycle, of both weeks together."""

    key = "pay"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each instructor who serves without a fee; else how many sessions, and how much that is."""
        problem, table, rate = asked.problem, asked.timetable, asked.number(self.key)
        serving = asked.serving_instructors()
        unpaid = [i for i in serving if i.fee == 0]
        teachers = sum(_sessions(table, t.id) for t in problem.teachers)
        outside = sum(_sessions(table, i.id) for i in serving)
        due = sum(i.fee * _sessions(table, i.id) for i in serving)
        week = Text("每周", "A week") if problem.week.cycle == 1 else Text("每两周", "Two weeks")
        sums = Text(
            f"{week.zh}：本校教师 {teachers} 课次（含陪同、巡查）"
            + (f"，每课次 {rate} 元，计 {rate * teachers} 元" if rate else "")
            + (f"，外聘 {outside} 课次，课时费 {due} 元" if serving else "") + "。",
            f"{week.en}: {teachers} duties of teachers" + (f" ({rate} yuan each: {rate * teachers})" if rate else "")
            + (f", {outside} of instructors, {due} yuan" if serving else "") + ".",
        )  # fmt: skip
        if unpaid:
            names = some((i.name for i in unpaid), "人")
            return broken(
                f"{names.zh}没有填课时费。{sums.zh}",
                f"No fee for {names.en}. {sums.en}",
                map(_unpaid, unpaid),
            )
        return kept(sums.zh, sums.en)


def _sessions(timetable: Timetable, person: PersonId) -> int:
    return len(timetable.of_person.get(person, ()))


def _unpaid(instructor: Instructor) -> PolicyCase:
    name = instructor.name
    text = Text(f"{name}没有填课时费；义务任教的可以不管。", f"{name} has no fee; leave it if that is meant.")
    return PolicyCase(text=text, people=(instructor.id,))
