"""The school with everything that a repair might bring, as it is put together: fields changed by id, nouns added."""

from collections import defaultdict
from collections.abc import Container, Iterator
from itertools import count
from typing import Any

from models import Band, Club, Instructor, Problem, Room, Teacher
from models.changes.altering import altered

Fields = defaultdict[str, dict[str, Any]]


def free_names(before: str, after: str, taken: Container[str]) -> Iterator[str]:
    """“新教师1（合唱）”, “新教师2（合唱）” …, but none that is taken.

    The school may have followed an earlier repair.
    """
    names = (f"{before}{number}{after}"[:60] for number in count(1))
    return (name for name in names if name not in taken)


class Draft:
    """Levers write here what they would allow; `widened` is the school that has all of it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.people: Fields = defaultdict(dict)
        self.rooms: Fields = defaultdict(dict)
        self.clubs: Fields = defaultdict(dict)
        self.bands: Fields = defaultdict(dict)
        self.joining: list[Teacher | Instructor] = []
        self.new_rooms: list[Room] = []

    def widened(self) -> Problem:
        """The school with all changes."""
        problem = self.problem
        teachers = [self._with(t, self.people) for t in problem.teachers]
        instructors = [self._with(i, self.people) for i in problem.instructors]
        clubs: list[Club] = [self._with(c, self.clubs) for c in problem.clubs]
        bands: list[Band] = [self._with(b, self.bands) for b in problem.bands]
        return altered(
            problem,
            teachers=(*teachers, *(p for p in self.joining if isinstance(p, Teacher))),
            instructors=(*instructors, *(p for p in self.joining if isinstance(p, Instructor))),
            rooms=(*(self._with(r, self.rooms) for r in problem.rooms), *self.new_rooms),
            clubs=tuple(clubs),
            bands=tuple(bands),
        )

    @staticmethod
    def _with(noun: Any, fields: Fields) -> Any:
        return altered(noun, **fields[noun.id]) if noun.id in fields else noun
