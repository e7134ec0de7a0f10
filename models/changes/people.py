"""Changes of people: gone, away, free again, with another quota, new, with new papers."""

from typing import Any, Literal

from pydantic import Field

from models.changes.change import PERSON, BaseChange, named, replaced, slots_title, unused, with_fields
from models.noun import PersonId, Skill
from models.people import Instructor, Person, Teacher
from models.problem import Problem
from models.text import Text
from models.week import SlotRef


def _with_person(problem: Problem, person: Person, **fields: Any) -> Problem:
    return replaced(problem, "teachers" if isinstance(person, Teacher) else "instructors", person, **fields)


class PersonLeft(BaseChange):
    """离校或退出. The person stays on the list without any session, so that what names him or her does not become
    open to everybody: a class keeps a class teacher to be replaced, a club its only named leader."""

    kind: Literal["person_left"] = Field("person_left", description="人员离开")
    person: PersonId = Field(description="who")

    def apply(self, problem: Problem) -> Problem:
        person = named(PERSON, self.person, problem.person_by_id)
        target = {"target": 0} if isinstance(person, Teacher) else {}
        nothing = {"weekly_least": 0, "weekly_most": 0, "daily_most": 0, "wishes": ()}
        return _with_person(problem, person, unavailable=problem.slots, **nothing, **target)

    def sentence(self, problem: Problem) -> Text:
        return Text(f"{self.person}不再参加课后服务", f"{self.person} no longer takes part")


class PersonAway(BaseChange):
    """某些时段不能到岗."""

    kind: Literal["person_away"] = Field("person_away", description="人员不能到岗")
    person: PersonId = Field(description="who")
    slots: tuple[SlotRef, ...] = Field(min_length=1, description="when")

    def apply(self, problem: Problem) -> Problem:
        person = named(PERSON, self.person, problem.person_by_id)
        return _with_person(problem, person, unavailable=tuple(sorted({*person.unavailable, *self.slots})))

    def sentence(self, problem: Problem) -> Text:
        when = slots_title(problem, self.slots)
        return Text(f"{self.person}{when.zh}不能到岗", f"{self.person} is away {when.en}")


class PersonFree(BaseChange):
    """腾出时段; an instructor also comes in it."""

    kind: Literal["person_free"] = Field("person_free", description="人员可以到岗")
    person: PersonId = Field(description="who")
    slots: tuple[SlotRef, ...] = Field(min_length=1, description="when")

    def apply(self, problem: Problem) -> Problem:
        person = named(PERSON, self.person, problem.person_by_id)
        fields: dict[str, Any] = {"unavailable": tuple(s for s in person.unavailable if s not in self.slots)}
        if isinstance(person, Instructor) and person.visits_only:
            fields["visits_only"] = tuple(sorted({*person.visits_only, *self.slots}))
        return _with_person(problem, person, **fields)

    def sentence(self, problem: Problem) -> Text:
        when = slots_title(problem, self.slots)
        return Text(f"{self.person}{when.zh}腾出来到岗", f"{self.person} is free {when.en}")


class PersonChanged(BaseChange):
    """课时上下限、专长有变."""

    kind: Literal["person_changed"] = Field("person_changed", description="人员课时或专长有变")
    person: PersonId = Field(description="who")
    weekly_least: int | None = Field(None, ge=0, le=30, description="sessions a week, at least; none = as before")
    weekly_most: int | None = Field(None, ge=0, le=30, description="sessions a week, at most; none = as before")
    daily_most: int | None = Field(None, ge=0, le=9, description="sessions a day, at most; none = as before")
    add_skills: tuple[Skill, ...] = Field((), description="专长 that are added")

    def apply(self, problem: Problem) -> Problem:
        person = named(PERSON, self.person, problem.person_by_id)
        numbers = {"weekly_least": self.weekly_least, "weekly_most": self.weekly_most, "daily_most": self.daily_most}
        fields = {name: number for name, number in numbers.items() if number is not None}
        return _with_person(problem, person, skills=tuple(dict.fromkeys((*person.skills, *self.add_skills))), **fields)

    def sentence(self, problem: Problem) -> Text:
        before = problem.person_by_id.get(self.person)
        zh, en = [], []
        for field, what, english in (
            ("weekly_least", "每周至少", "a week at least"),
            ("weekly_most", "每周至多", "a week at most"),
            ("daily_most", "每天至多", "a day at most"),
        ):
            number = getattr(self, field)
            if number is not None:
                old = f"{getattr(before, field)}→" if before else ""
                zh.append(f"{what}{old}{number}次")
                en.append(f"{old}{number} {english}")
        if self.add_skills:
            zh.append(f"也能教{'、'.join(self.add_skills)}")
            en.append(f"also able to teach {', '.join(self.add_skills)}")
        return Text(f"{self.person}{'，'.join(zh) or '不变'}", f"{self.person}: {', '.join(en) or 'as before'}")


class PersonJoined(BaseChange):
    """新来一位教师或外聘教师."""

    kind: Literal["person_joined"] = Field("person_joined", description="新增人员")
    person: Person = Field(description="who")

    def apply(self, problem: Problem) -> Problem:
        unused(PERSON, self.person.id, problem.person_by_id)
        if isinstance(self.person, Teacher):
            return with_fields(problem, teachers=(*problem.teachers, self.person))
        return with_fields(problem, instructors=(*problem.instructors, self.person))

    def sentence(self, problem: Problem) -> Text:
        able = (*self.person.skills, *(self.person.subjects if isinstance(self.person, Teacher) else ()))
        side = Text("教师", "teacher") if isinstance(self.person, Teacher) else Text("外聘教师", "instructor")
        zh, en = (f"（{'、'.join(able)}）", f" ({', '.join(able)})") if able else ("", "")
        return Text(f"增加{side.zh}“{self.person.name}”{zh}", f'add the {side.en} "{self.person.name}"{en}')


class PapersRenewed(BaseChange):
    """证明、合同补办到覆盖整个学期."""

    kind: Literal["papers_renewed"] = Field("papers_renewed", description="证明或合同续期")
    person: PersonId = Field(description="which instructor")

    def apply(self, problem: Problem) -> Problem:
        person = named(PERSON, self.person, problem.person_by_id)
        if not isinstance(person, Instructor):
            return problem
        papers = tuple(with_fields(c, valid_from=None, valid_until=None) for c in person.credentials)
        return _with_person(problem, person, credentials=papers)

    def sentence(self, problem: Problem) -> Text:
        return Text(f"{self.person}的证明和合同续到期末", f"the papers of {self.person} are renewed for the term")
