"""Changes of homework quotas: how often a week a subject is tutored, for grades, for classes, or everywhere."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from pydantic import Field

from models.changes.altering import altered
from models.changes.base import ChangeBase
from models.changes.naming import class_title, counted, unknown
from models.checks.finding import listed
from models.homework import HomeworkQuota
from models.noun import ClassId, GradeId, Subject
from models.problem import Problem
from models.text import Text


class QuotaChanged(ChangeBase):
    """Another number of sessions a week of one subject.

    For grades, the grades' quota changes (quotas of single classes still win over it); for classes, there is a quota
    for exactly these classes; with neither, every quota of the subject changes. Who may tutor stays as it is.
    """

    title: ClassVar[Text] = Text("作业辅导调整", "Quota changed")
    kind: Literal["quota_changed"] = Field("quota_changed", description="作业辅导调整")
    subject: Subject = Field(description="the subject")
    times: int = Field(ge=0, le=30, description="sessions a week (a cycle, where the quota counts over the cycle)")
    grades: tuple[GradeId, ...] = Field((), description="grades whose quota changes")
    classes: tuple[ClassId, ...] = Field((), description="classes that have this quota of their own")

    def sentence(self, problem: Problem) -> Text:
        """三年级、四(1)语文辅导每周3次."""
        where = listed((*self.grades, *(class_title(problem, c) for c in self.classes)))
        whom = Text("", "") if not where.zh else Text(where.zh, f" in {where.en}")
        return Text(
            f"{whom.zh}{self.subject}辅导每周{self.times}次",
            f"{self.subject} is tutored {counted(self.times, 'time')} a week{whom.en}",
        )

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(
            problem, self.title, subjects=(self.subject,), grades=self.grades, classes=self.classes
        )  # fmt: skip
        anywhere = self.grades or self.classes or any(q.subject == self.subject for q in problem.homework)
        if not anywhere and any(s.id == self.subject for s in problem.subjects):
            yield Text(
                f"{self.title.zh}：还没有年级安排“{self.subject}”辅导，请写明是哪些年级或班级。",
                f"{self.title.en}: no grade has “{self.subject}” yet; say which grades or classes are meant.",
            )

    def _applied(self, problem: Problem) -> Problem:
        homework = problem.homework
        if not self.grades and not self.classes:
            homework = tuple(altered(q, times=self.times) if q.subject == self.subject else q for q in homework)
        if self.grades:
            homework = self._for_grades(homework)
        if self.classes:
            usual = HomeworkQuota(subject=self.subject, times=self.times)
            wanted = {
                c: altered(problem.quotas[c].get(self.subject, usual), times=self.times)
                for c in dict.fromkeys(self.classes)
            }
            homework = with_class_quotas(homework, self.subject, wanted)
        return altered(problem, homework=homework)

    def _for_grades(self, homework: tuple[HomeworkQuota, ...]) -> tuple[HomeworkQuota, ...]:
        """Each quota of the subject is split: the named grades at the new number, everybody else at the old one."""
        made: list[HomeworkQuota] = []
        for quota in homework:
            here = tuple(g for g in quota.grades if g in self.grades)
            if quota.subject != self.subject or not here:
                made.append(quota)
                continue
            others = tuple(g for g in quota.grades if g not in here)
            if others or quota.classes:
                made.append(altered(quota, grades=others))
            made.append(altered(quota, grades=here, classes=(), times=self.times))
        had = {g for q in homework if q.subject == self.subject for g in q.grades}
        if new := tuple(g for g in dict.fromkeys(self.grades) if g not in had):
            made.append(HomeworkQuota(subject=self.subject, times=self.times, grades=new))
        return tuple(made)


def with_class_quotas(
    homework: tuple[HomeworkQuota, ...], subject: Subject, wanted: Mapping[ClassId, HomeworkQuota]
) -> tuple[HomeworkQuota, ...]:
    """The quotas with these ones for these classes, in place of what was said of these classes before.

    Classes that get the same times, people and count share one quota. Grades of the given quotas do not count.
    """
    kept: list[HomeworkQuota] = []
    for quota in homework:
        if quota.subject != subject or not wanted.keys() & set(quota.classes):
            kept.append(quota)
        elif (others := tuple(c for c in quota.classes if c not in wanted)) or quota.grades:
            kept.append(altered(quota, classes=others))
    shared: dict[HomeworkQuota, list[ClassId]] = {}
    for name, quota in wanted.items():
        shared.setdefault(altered(quota, grades=(), classes=()), []).append(name)
    return (*kept, *(altered(quota, classes=tuple(names)) for quota, names in shared.items()))
