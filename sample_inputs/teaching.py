"""Numbers the teachers and shares the classes out among them, as a school does: in blocks of neighbouring classes."""

import re
from dataclasses import dataclass

from models import SchoolClass
from sample_inputs.description import Description
from sample_inputs.reading import class_id, grade_id, numbers


@dataclass(frozen=True)
class People:
    """Who is who: ids of the teachers by subject, and of the instructors."""

    teachers: dict[str, tuple[str, ...]]
    instructors: tuple[str, ...]

    @property
    def everybody(self) -> tuple[str, ...]:
        """All teachers, in the order of their numbers."""
        return tuple(person for group in self.teachers.values() for person in group)

    def named(self, words: str) -> tuple[str, ...]:
        """ "语文3、数学2-4、体育、外聘2" → ids; 全体 → all teachers; nobody for an empty string."""
        return tuple(person for word in filter(None, words.split("、")) for person in self._of(word))

    def _of(self, word: str) -> tuple[str, ...]:
        match = re.fullmatch(r"(.+?)(\d+)?(?:-(\d+))?", word)
        if match is None:
            raise ValueError(f"not a person: {word}")
        group, first, last = match.groups()
        if group == "全体":
            return self.everybody
        people = self.instructors if group == "外聘" else self.teachers[group]
        if first is None:
            return people
        if int(last or first) > len(people):
            raise ValueError(f"there is no {word}: only {len(people)}")
        return people[int(first) - 1 : int(last or first)]


def people_of(description: Description) -> People:
    """教师01, 教师02 … in the order of the staff list; 外聘01 … in the order of the instructors."""
    width = max(2, len(str(sum(description.staff.values()))))
    teachers: dict[str, tuple[str, ...]] = {}
    number = 0
    for subject, count in description.staff.items():
        teachers[subject] = tuple(f"教师{n:0{width}}" for n in range(number + 1, number + count + 1))
        number += count
    instructors = tuple(f"外聘{n:02}" for n in range(1, len(description.instructors) + 1))
    return People(teachers, instructors)


def classes_of(description: Description, people: People) -> tuple[SchoolClass, ...]:
    """The classes with their teachers.

    Of n teachers of a subject, each gets an equal block of neighbouring classes; those above the number of classes
    (heads of the school, say) teach the subject to none. Class teacher is the Chinese teacher, or else the next of the
    class's teachers who has no class of his own yet.
    """
    ids = [(grade, class_id(grade, n)) for grade, sizes in description.grades.items() for n in range(1, len(sizes) + 1)]
    sizes = [pupils for sizes in description.grades.values() for pupils in sizes]
    taught: dict[str, dict[str, tuple[str, ...]]] = {name: {} for _, name in ids}
    for subject, teachers in people.teachers.items():
        wanted = description.taught_in.get(subject)
        chosen = [name for grade, name in ids if wanted is None or grade in numbers(wanted)]
        busy = teachers[: len(chosen)]
        for position, name in enumerate(chosen):
            taught[name][subject] = (busy[position * len(busy) // len(chosen)],)
    class_teachers: list[str] = []
    for _, name in ids:
        own = [person for group in taught[name].values() for person in group]
        class_teachers.append(next(person for person in own if person not in class_teachers))
    return tuple(
        SchoolClass(
            id=name,
            grade=grade_id(grade),
            pupils=pupils,
            class_teacher=class_teacher,
            home_room=f"{name}教室",
            teachers=taught[name],
        )
        for (grade, name), pupils, class_teacher in zip(ids, sizes, class_teachers, strict=True)
    )
