"""Changes of when people can serve: gone for good, away, free again."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from models.changes.altering import altered, list_of, with_one
from models.changes.base import ChangeBase
from models.changes.naming import outside_cycle, person_name, slots_text, unknown
from models.noun import PersonId
from models.people import Instructor, Person, Teacher
from models.problem import Problem
from models.text import Text
from models.week import SlotRef


class PersonLeft(ChangeBase):
    """A person who serves no longer.

    The person stays in the problem with no sessions and no free slot: classes, clubs and pins that name the person
    remain valid, and a club whose only named leader leaves does not become open to everybody.
    """

    title: ClassVar[Text] = Text("人员离岗", "Person left")
    kind: Literal["person_left"] = Field("person_left", description="人员离岗")
    person: PersonId = Field(description="the teacher or instructor")

    def sentence(self, problem: Problem) -> Text:
        """王芳不再参加课后服务."""
        name = person_name(problem, self.person)
        return Text(f"{name}不再参加课后服务", f"{name} no longer takes part")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, people=(self.person,))

    def _applied(self, problem: Problem) -> Problem:
        def gone(person: Person) -> Person:
            target = {"target": 0} if isinstance(person, Teacher) else {}
            nothing = {"weekly_least": 0, "weekly_most": 0, "daily_most": 0, "wishes": ()}
            return altered(person, unavailable=problem.slots, **nothing, **target)

        return with_one(problem, list_of(problem.person_by_id[self.person]), self.person, gone)


class PersonAway(ChangeBase):
    """A person who cannot serve in some slots; wishes for these slots go."""

    title: ClassVar[Text] = Text("人员不能排", "Person away")
    kind: Literal["person_away"] = Field("person_away", description="人员不能排")
    person: PersonId = Field(description="the teacher or instructor")
    slots: tuple[SlotRef, ...] = Field(min_length=1, description="slots in which the person cannot serve")

    def sentence(self, problem: Problem) -> Text:
        """王芳周三第2节不能到岗."""
        name, when = person_name(problem, self.person), slots_text(problem, self.slots)
        return Text(f"{name}{when.zh}不能到岗", f"{name} is away on {when.en}")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, people=(self.person,))
        yield from outside_cycle(problem, self.title, self.slots)

    def _applied(self, problem: Problem) -> Problem:
        def away(person: Person) -> Person:
            return altered(
                person,
                unavailable=tuple(dict.fromkeys((*person.unavailable, *self.slots))),
                wishes=tuple(w for w in person.wishes if w.slot not in self.slots),
            )

        return with_one(problem, list_of(problem.person_by_id[self.person]), self.person, away)


class PersonFree(ChangeBase):
    """A person who can serve in some slots after all; an instructor who comes only in some slots comes then too."""

    title: ClassVar[Text] = Text("人员可以排", "Person free")
    kind: Literal["person_free"] = Field("person_free", description="人员可以排")
    person: PersonId = Field(description="the teacher or instructor")
    slots: tuple[SlotRef, ...] = Field(min_length=1, description="slots in which the person can serve")

    def sentence(self, problem: Problem) -> Text:
        """王芳周三第2节腾出来到岗."""
        name, when = person_name(problem, self.person), slots_text(problem, self.slots)
        return Text(f"{name}{when.zh}腾出来到岗", f"{name} is free on {when.en}")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, people=(self.person,))
        yield from outside_cycle(problem, self.title, self.slots)

    def _applied(self, problem: Problem) -> Problem:
        def free(person: Person) -> Person:
            unavailable = tuple(s for s in person.unavailable if s not in self.slots)
            if isinstance(person, Instructor) and person.visits_only:
                visits = tuple(dict.fromkeys((*person.visits_only, *self.slots)))
                return altered(person, unavailable=unavailable, visits_only=visits)
            return altered(person, unavailable=unavailable)

        return with_one(problem, list_of(problem.person_by_id[self.person]), self.person, free)
