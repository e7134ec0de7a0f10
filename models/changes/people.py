"""Changes of who there is and how much a person may serve; and papers that are renewed."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from models.changes.altering import altered, given, list_of, with_more, with_one
from models.changes.base import ChangeBase, nothing_given
from models.changes.faults import Place
from models.changes.naming import from_to, joined, person_name, taken, unknown
from models.checks.finding import listed
from models.noun import PersonId, Skill
from models.people import Credential, Instructor, Person, Teacher
from models.problem import Problem
from models.text import Text

_LIMITS = (
    ("weekly_least", "每周至少", "a week at least"),
    ("weekly_most", "每周至多", "a week at most"),
    ("daily_most", "每天至多", "a day at most"),
)


class PersonChanged(ChangeBase):
    """A person who may serve more or less, or has learnt something."""

    title: ClassVar[Text] = Text("人员调整", "Person changed")
    kind: Literal["person_changed"] = Field("person_changed", description="人员调整")
    person: PersonId = Field(description="the teacher or instructor")
    weekly_least: int | None = Field(None, ge=0, le=30, description="sessions a week, at least")
    weekly_most: int | None = Field(None, ge=0, le=30, description="sessions a week, at most")
    daily_most: int | None = Field(None, ge=0, le=9, description="sessions a day, at most")
    add_skills: tuple[Skill, ...] = Field((), description="skills that the person has from now on")

    def sentence(self, problem: Problem) -> Text:
        """王芳每周至多10→6次，也能教合唱."""
        person = problem.person_by_id.get(self.person)
        parts = []
        for field, zh, en in _LIMITS:
            if (number := getattr(self, field)) is not None:
                said = from_to(person, field, number)
                parts.append(Text(f"{zh}{said}次", f"{said} {en}"))
        if self.add_skills:
            words = listed(self.add_skills)
            parts.append(Text(f"也能教{words.zh}", f"also able to teach {words.en}"))
        name, said_of = person_name(problem, self.person), joined(parts)
        return Text(f"{name}{said_of.zh}", f"{name}: {said_of.en}")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, people=(self.person,))
        yield from nothing_given(self, Text("课时的上下限或专长", "limits of sessions, or skills"))

    def _place(self, problem: Problem) -> Place:
        return list_of(problem.person_by_id[self.person]), self.person

    def _applied(self, problem: Problem) -> Problem:
        def made(person: Person) -> Person:
            limits = given(
                weekly_least=self.weekly_least, weekly_most=self.weekly_most, daily_most=self.daily_most
            )  # fmt: skip
            return altered(person, skills=tuple(dict.fromkeys((*person.skills, *self.add_skills))), **limits)

        return with_one(problem, list_of(problem.person_by_id[self.person]), self.person, made)


class PersonJoined(ChangeBase):
    """One more teacher or instructor."""

    title: ClassVar[Text] = Text("增加人员", "Person joined")
    kind: Literal["person_joined"] = Field("person_joined", description="增加人员")
    person: Person = Field(description="the new teacher or instructor")

    def sentence(self, problem: Problem) -> Text:
        """增加教师“钱老师”（语文） / 增加外聘教师“孙教练”（足球）."""
        person, outside = self.person, isinstance(self.person, Instructor)
        able = listed((*person.skills, *(person.subjects if isinstance(person, Teacher) else ())))
        side = Text("外聘教师", "instructor") if outside else Text("教师", "teacher")
        zh, en = (f"（{able.zh}）", f" ({able.en})") if able.zh else ("", "")
        return Text(f"增加{side.zh}“{person.name}”{zh}", f'add the {side.en} "{person.name}"{en}')

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from taken(problem, self.title, "people", self.person.id)

    def _place(self, problem: Problem) -> Place:
        return list_of(self.person), self.person.id

    def _applied(self, problem: Problem) -> Problem:
        return with_more(problem, list_of(self.person), self.person)


class PapersRenewed(ChangeBase):
    """All papers of an instructor are valid for the whole term; without term dates they stay as they are."""

    title: ClassVar[Text] = Text("资质续期", "Papers renewed")
    kind: Literal["papers_renewed"] = Field("papers_renewed", description="资质续期")
    person: PersonId = Field(description="the instructor")

    def sentence(self, problem: Problem) -> Text:
        """孙教练的证明和合同续到期末."""
        name = person_name(problem, self.person)
        return Text(f"{name}的证明和合同续到期末", f"the papers of {name} are renewed for the term")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, people=(self.person,))
        person = problem.person_by_id.get(self.person)
        if person is not None and not isinstance(person, Instructor):
            yield Text(
                f"{self.title.zh}：“{person.name}”是本校教师，没有外聘资质，请改填外聘教师。",
                f"{self.title.en}: “{person.name}” is a teacher of the school, without papers; name an instructor.",
            )

    def _applied(self, problem: Problem) -> Problem:
        first, last = problem.term.first_day, problem.term.last_day

        def renewed(person: Instructor) -> Instructor:
            return altered(person, credentials=tuple(_covering(paper, first, last) for paper in person.credentials))

        return with_one(problem, "instructors", self.person, renewed)


def _covering(paper: Credential, first: date | None, last: date | None) -> Credential:
    """The paper, valid from the term's first day at the latest to its last day at least; open ends stay open."""
    begin, end = paper.valid_from, paper.valid_until
    if begin is not None and first is not None:
        begin = min(begin, first)
    if end is not None and last is not None:
        end = max(end, last)
    return altered(paper, valid_from=begin, valid_until=end)
