"""Changes of classes, pupils, quotas and bands."""

from typing import Any, Literal

from pydantic import Field

from models.changes.change import BAND, CLASS, GRADE, BaseChange, ChangeError, named, replaced, unused, with_fields
from models.homework import HomeworkQuota
from models.noun import BandId, ClassId, GradeId, Subject
from models.problem import Problem
from models.school import SchoolClass
from models.text import Text
from models.week import SlotRef

_MOST_PUPILS = 99


class ClassAdded(BaseChange):
    """多一个班."""

    kind: Literal["class_added"] = Field("class_added", description="增加班级")
    school_class: SchoolClass = Field(description="the new class")

    def apply(self, problem: Problem) -> Problem:
        unused(CLASS, self.school_class.id, problem.class_by_id)
        named(GRADE, self.school_class.grade, {g.id: g for g in problem.grades})
        return with_fields(problem, classes=(*problem.classes, self.school_class))

    def sentence(self, problem: Problem) -> Text:
        c = self.school_class
        return Text(f"增加{c.title}（{c.pupils}人）", f"add the class {c.title} ({c.pupils} pupils)")


class PupilsGrown(BaseChange):
    """学生人数增减百分之几: each class for itself, rounded half up, between 1 and 99."""

    kind: Literal["pupils_grown"] = Field("pupils_grown", description="学生人数增减")
    percent: int = Field(ge=-90, le=200, description="per cent more; below 0: fewer")
    grades: tuple[GradeId, ...] = Field((), description="empty = all grades")

    def apply(self, problem: Problem) -> Problem:
        for grade in self.grades:
            named(GRADE, grade, {g.id: g for g in problem.grades})
        return with_fields(problem, classes=tuple(self._grown(c) for c in problem.classes))

    def _grown(self, c: SchoolClass) -> SchoolClass:
        if self.grades and c.grade not in self.grades:
            return c
        pupils = (c.pupils * (100 + self.percent) * 2 + 100) // 200
        return with_fields(c, pupils=min(_MOST_PUPILS, max(1, pupils)))

    def sentence(self, problem: Problem) -> Text:
        who = "、".join(self.grades)
        zh, en = ("增加", "more") if self.percent >= 0 else ("减少", "fewer")
        number = abs(self.percent)
        return Text(f"{who}学生{zh}{number}%", f"{number}% {en} pupils{f' in {who}' if who else ''}")


class QuotaChanged(BaseChange):
    """某学科作业辅导的周次数改变; who may tutor stays as it was."""

    kind: Literal["quota_changed"] = Field("quota_changed", description="作业辅导次数改变")
    subject: Subject = Field(description="学科")
    times: int = Field(ge=0, le=30, description="sessions a week (a cycle, where the quota counts so)")
    grades: tuple[GradeId, ...] = Field((), description="for these grades")
    classes: tuple[ClassId, ...] = Field((), description="for these classes; neither: wherever the subject is tutored")

    def apply(self, problem: Problem) -> Problem:
        for grade in self.grades:
            named(GRADE, grade, {g.id: g for g in problem.grades})
        classes = [named(CLASS, c, problem.class_by_id).id for c in self.classes]
        chosen = [c.id for c in problem.classes if c.grade in self.grades or c.id in classes]
        if not self.grades and not classes:
            chosen = [c.id for c in problem.classes if self.subject in problem.quotas[c.id]]
        if not any(q.subject == self.subject for q in problem.homework):
            known = "、".join(dict.fromkeys(q.subject for q in problem.homework)) or "无"
            raise ChangeError(
                Text(
                    f"没有学科“{self.subject}”的作业辅导，已有的是：{known}。",
                    f'No homework is tutored in "{self.subject}"; there is {known}.',
                )
            )
        kept = [self._without(q, set(chosen)) for q in problem.homework]
        return with_fields(problem, homework=(*(q for q in kept if q), *(self._new(problem, c) for c in chosen)))

    def _without(self, quota: HomeworkQuota, chosen: set[ClassId]) -> HomeworkQuota | None:
        if quota.subject != self.subject or not chosen & set(quota.classes):
            return quota
        left = tuple(c for c in quota.classes if c not in chosen)
        return with_fields(quota, classes=left) if left or quota.grades else None

    def _new(self, problem: Problem, class_id: ClassId) -> HomeworkQuota:
        old = problem.quotas[class_id].get(self.subject)
        as_before = {"who": old.who, "people": old.people, "per_cycle": old.per_cycle} if old else {}
        return HomeworkQuota(subject=self.subject, times=self.times, classes=(class_id,), **as_before)

    def sentence(self, problem: Problem) -> Text:
        who = "、".join((*self.grades, *(f"{c[0]}({c[1:]})" if c[1:].isdigit() else c for c in self.classes)))
        return Text(
            f"{who}{self.subject}辅导每周{self.times}次",
            f"{self.subject} is tutored {self.times} times a week{f' in {who}' if who else ''}",
        )


class BandChanged(BaseChange):
    """走班段的走班次数或时段改变."""

    kind: Literal["band_changed"] = Field("band_changed", description="走班次数改变")
    band: BandId = Field(description="which band")
    walking_least: int | None = Field(None, ge=0, le=30, description="walking slots a week, at least; none = as before")
    walking_most: int | None = Field(None, ge=0, le=30, description="walking slots a week, at most; none = as before")
    fixed_slots: tuple[SlotRef, ...] | None = Field(None, description="exactly these; empty = any; none = as before")

    def apply(self, problem: Problem) -> Problem:
        band = named(BAND, self.band, problem.band_by_id)
        values = {
            "walking_least": self.walking_least,
            "walking_most": self.walking_most,
            "fixed_slots": self.fixed_slots,
        }
        fields: dict[str, Any] = {name: value for name, value in values.items() if value is not None}
        return replaced(problem, "bands", band, **fields)

    def sentence(self, problem: Problem) -> Text:
        known = problem.band_by_id.get(self.band)
        name, zh, en = known.name if known else self.band, [], []
        if self.walking_least is not None:
            zh.append(f"每周走班至少{self.walking_least}次")
            en.append(f"walks {self.walking_least} times a week at least")
        if self.walking_most is not None:
            zh.append(f"每周走班至多{self.walking_most}次")
            en.append(f"walks {self.walking_most} times a week at most")
        if self.fixed_slots is not None:
            listed = "、".join(s.title(problem.week.cycle) for s in self.fixed_slots)
            zh.append(f"走班时段改为{listed}" if listed else "走班时段不再限定")
            en.append(f"walks at {', '.join(map(str, self.fixed_slots))}" if listed else "walks in any slots")
        return Text(f"{name}{'，'.join(zh) or '不变'}", f"{name} {', '.join(en) or 'stays as it is'}")
