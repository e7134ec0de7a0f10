"""What a change is: typed data on a school, which makes another school of it and can say so in a sentence."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from models.noun import Noun
from models.problem import Problem
from models.text import Text
from models.week import Slot

N = TypeVar("N", bound=Noun)


class ChangeError(Exception):
    """A change that cannot be made; `text` names the culprit and the cure."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text


class ChangesError(Exception):
    """All changes of a list that cannot be made."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self.texts = tuple(texts)
        super().__init__("；".join(text.zh for text in self.texts))


class BaseChange(Noun, ABC):
    """Base of all changes. None of them alters the school that it is given."""

    @abstractmethod
    def apply(self, problem: Problem) -> Problem:
        """The school afterwards. What is so already stays so. Raises ChangeError for names that do not exist (or
        exist, where something is added)."""

    @abstractmethod
    def sentence(self, problem: Problem) -> Text:
        """What is done, in the words of the school before the change."""


def with_fields(noun: N, **fields: Any) -> N:
    """The noun with other values; it is validated again, and what it has worked out so far is forgotten."""
    return type(noun).model_validate({name: getattr(noun, name) for name in type(noun).model_fields} | fields)


def replaced(problem: Problem, field: str, found: Noun, **fields: Any) -> Problem:
    """The school in which one noun of the field has other values."""
    nouns = getattr(problem, field)
    return with_fields(problem, **{field: tuple(with_fields(n, **fields) if n is found else n for n in nouns)})


def named(what: Text, name: str, known: Mapping[str, N]) -> N:
    """The noun of this name. Raises ChangeError, with the nearest names, if there is none."""
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3, cutoff=0.4)
    zh = f"是否指：{'、'.join(near)}？" if near else f"请先在学校数据里加上，或改成已有的{what.zh}。"
    en = f"Did you mean {', '.join(near)}?" if near else f"Add it to the school, or name {what.en} that exists."
    raise ChangeError(Text(f"没有{what.zh}“{name}”，{zh}", f'There is no {what.en} "{name}". {en}'))


def unused(what: Text, name: str, known: Mapping[str, object]) -> None:
    """Raises ChangeError if something of this name exists already."""
    if name in known:
        raise ChangeError(
            Text(
                f"已有{what.zh}“{name}”，不能再加一次：请换一个名称。",
                f'There is a {what.en} "{name}" already: choose another name.',
            )
        )


def slots_title(problem: Problem, slots: Iterable[Slot]) -> Text:
    """周三第2节、周四第2节."""
    listed, cycle = list(slots), problem.week.cycle
    return Text("、".join(s.title(cycle) for s in listed), ", ".join(s.title(cycle, language="en") for s in listed))


ROOM = Text("场地", "room")
PERSON = Text("教师或外聘教师", "person")
CLUB = Text("社团", "club")
BAND = Text("走班段", "band")
CLASS = Text("班级", "class")
GRADE = Text("年级", "grade")
