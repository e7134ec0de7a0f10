"""What a change is: it makes another problem of a problem, says itself in one sentence, and complains in sentences."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from models.changes.faults import Place, new_faults
from models.noun import Noun
from models.problem import Problem
from models.text import Text


class ChangesError(Exception):
    """Changes that cannot be made; `texts` has one sentence for each culprit, with the cure."""

    def __init__(self, *texts: Text) -> None:
        super().__init__("\n".join(text.zh for text in texts))
        self.texts = texts


class ChangeError(ChangesError):
    """One change that cannot be made: something that it names is unknown or there already, or it contradicts itself."""

    @property
    def text(self) -> Text:
        """What is wrong, first of all."""
        return self.texts[0]


class ChangeBase(Noun, ABC):
    """Base of all changes. What is so already is no error, so that a scenario outlives edits of its base problem."""

    title: ClassVar[Text]

    def apply(self, problem: Problem) -> Problem:
        """The changed problem; the given one stays as it is. Raises ChangeError."""
        if wrong := tuple(self._wrong(problem)):
            raise ChangeError(*wrong)
        after = self._applied(problem)
        if wrong := tuple(new_faults(problem, after, self._place(problem))):
            raise ChangeError(*wrong)
        return after

    @abstractmethod
    def sentence(self, problem: Problem) -> Text:
        """The change in a few words; names that `problem` does not know are shown as they are."""

    @abstractmethod
    def _applied(self, problem: Problem) -> Problem:
        """The changed problem, where nothing is wrong."""

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        """Unknown names, names that exist already, fields that contradict one another."""
        return iter(())

    def _place(self, problem: Problem) -> Place | None:
        """The list and the id of the one noun that comes out changed, so that its new faults are found."""
        return None


def nothing_given(change: ChangeBase, what: Text) -> Iterator[Text]:
    """A complaint if the change gives none of the things that it could change."""
    optional = [name for name, field in type(change).model_fields.items() if not field.is_required() and name != "kind"]
    if all(getattr(change, name) == type(change).model_fields[name].default for name in optional):
        title = change.title
        yield Text(f"{title.zh}：没有写要改什么，请写明{what.zh}。", f"{title.en}: nothing to change; give {what.en}.")
