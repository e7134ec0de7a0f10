"""Changes of classes: one more class, more or fewer pupils."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from models.changes.altering import altered, with_more
from models.changes.base import ChangeBase
from models.changes.faults import Place
from models.changes.naming import counted, taken, unknown
from models.checks.finding import listed
from models.noun import GradeId
from models.problem import Problem
from models.school import SchoolClass
from models.text import Text

MOST_PUPILS = 99  # of a class, as in SchoolClass.pupils


class ClassAdded(ChangeBase):
    """One more class. Quotas and activities of its grade hold for it."""

    title: ClassVar[Text] = Text("增加班级", "Class added")
    kind: Literal["class_added"] = Field("class_added", description="增加班级")
    school_class: SchoolClass = Field(description="the new class")

    def sentence(self, problem: Problem) -> Text:
        """增加班级三(5)（40人）."""
        name, pupils = self.school_class.title, self.school_class.pupils
        return Text(f"增加班级{name}（{pupils}人）", f"add the class {name} ({counted(pupils, 'pupil')})")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from taken(problem, self.title, "classes", self.school_class.id)

    def _place(self, problem: Problem) -> Place:
        return "classes", self.school_class.id

    def _applied(self, problem: Problem) -> Problem:
        return with_more(problem, "classes", self.school_class)


class PupilsGrown(ChangeBase):
    """Every class has so many percent more pupils (rounded half up, 1–99). Club enrolment stays as it is."""

    title: ClassVar[Text] = Text("学生增减", "Pupils grown")
    kind: Literal["pupils_grown"] = Field("pupils_grown", description="学生增减")
    percent: int = Field(ge=-99, le=900, description="percent more pupils; negative = fewer")
    grades: tuple[GradeId, ...] = Field((), description="only classes of these grades; empty = all classes")

    def sentence(self, problem: Problem) -> Text:
        """每班学生增加10% / 三年级每班学生减少5%."""
        more = Text("增加", "more") if self.percent >= 0 else Text("减少", "fewer")
        grades = listed(self.grades)
        where = Text("", "") if not self.grades else Text(grades.zh, f" of {grades.en}")
        much = abs(self.percent)
        return Text(f"{where.zh}每班学生{more.zh}{much}%", f"{much}% {more.en} pupils in every class{where.en}")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, grades=self.grades)

    def _applied(self, problem: Problem) -> Problem:
        return altered(problem, classes=tuple(self._grown(c) for c in problem.classes))

    def _grown(self, school_class: SchoolClass) -> SchoolClass:
        if self.grades and school_class.grade not in self.grades:
            return school_class
        pupils = (school_class.pupils * (100 + self.percent) * 2 + 100) // 200  # in whole numbers: 12.5 → 13
        return altered(school_class, pupils=min(max(pupils, 1), MOST_PUPILS))
