"""What the school has entered, by kind, so that a reference is found however it is spelt."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from exchange.class_names import class_key, grade_number
from exchange.spelling import fold
from models import Problem

_OUTSIDE = re.compile(r"(.+)[(（](?:社会|外聘|校外)[)）]")


class Kind(StrEnum):
    """Kinds of things that cells refer to. Skills and features are entered by being used."""

    GRADE = "grade"
    CLASS = "class"
    PERSON = "person"
    ROOM = "room"
    CLUB = "club"
    SUBJECT = "subject"
    BAND = "band"
    SKILL = "skill"
    FEATURE = "feature"


class Directory:
    """Ids by kind and by every spelling that means them."""

    def __init__(self) -> None:
        self._ids: dict[Kind, dict[str, None]] = {kind: {} for kind in Kind}
        self._folded: dict[Kind, dict[str, str | None]] = {kind: {} for kind in Kind}
        self._grade_numbers: dict[str, int] = {}

    @classmethod
    def of(cls, problem: Problem) -> "Directory":
        """The directory of a finished problem, for writing it."""
        made = cls()
        for grade in problem.grades:
            made.enter_grade(grade.id, grade.number)
        for kind, ids in (
            (Kind.CLASS, [c.id for c in problem.classes]),
            (Kind.ROOM, [r.id for r in problem.rooms]),
            (Kind.SUBJECT, [s.id for s in problem.subjects]),
        ):
            for word in ids:
                made.enter(kind, word)
        for person in problem.people:
            made.enter(Kind.PERSON, person.id, person.name)
        for band in problem.bands:
            made.enter(Kind.BAND, band.id, band.name)
        for club in problem.clubs:
            made.enter(Kind.CLUB, club.id, club.name)
        return made

    def enter(self, kind: Kind, word: str, name: str | None = None) -> None:
        """Something exists: its id, and its name where that differs (which counts only if nobody else has it)."""
        self._ids[kind].setdefault(word)
        folded = self._folded[kind]
        if folded.get(fold(word)) is None:
            folded[fold(word)] = word
        if name is not None and fold(name) != fold(word) and fold(name) not in map(fold, self._ids[kind]):
            folded[fold(name)] = None if fold(name) in folded else word

    def enter_grade(self, word: str, number: int | None) -> None:
        """A grade exists, with its year of school where known."""
        self.enter(Kind.GRADE, word)
        self._grade_numbers[word] = number if number is not None else (grade_number(word) or 0)

    def ids(self, kind: Kind) -> Sequence[str]:
        """All ids of a kind, in the school's order."""
        return list(self._ids[kind])

    @property
    def grades(self) -> list[tuple[str, int]]:
        """(id, year of school) of every grade."""
        return list(self._grade_numbers.items())

    def find(self, kind: Kind, typed: str) -> str | None:
        """The id that is meant; none if there is none."""
        ids, folded = self._ids[kind], self._folded[kind]
        if typed in ids:
            return typed
        if (found := folded.get(fold(typed))) is not None:
            return found
        if kind is Kind.GRADE and (number := grade_number(typed)) is not None:
            return next((g for g, n in self._grade_numbers.items() if n == number), None)
        if kind is Kind.CLASS and (key := class_key(typed)) is not None:
            return next((c for c in ids if class_key(c) == key), None)
        if kind is Kind.PERSON and (match := _OUTSIDE.fullmatch(typed)):
            return self.find(kind, match[1])
        return None

    def find_all(self, kind: Kind, typed: Iterable[str]) -> list[str]:
        """The ids meant by a list; what is not found stays as typed, and is split at / and spaces if that helps."""
        found: list[str] = []
        for item in typed:
            one = self.find(kind, item)
            if one is None:
                parts = [self.find(kind, part) for part in re.split(r"[/\s]+", item.strip())]
                if len(parts) > 1 and None not in parts:
                    found.extend(part for part in parts if part is not None)
                    continue
            found.append(item if one is None else one)
        return list(dict.fromkeys(found))

    def same_word(self, kind: Kind, typed: str) -> str:
        """For skills and features: the spelling that was used first for the same word."""
        found = self.find(kind, typed)
        if found is None:
            self.enter(kind, typed)
        return typed if found is None else found
