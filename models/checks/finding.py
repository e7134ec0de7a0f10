"""What a check yields, and how its sentences name things: nearest name, slot, list of names."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from models.problem import Problem
from models.text import Text
from models.verdict import Severity
from models.week import Slot

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in the input; the issue's code is the name of the check that yields it."""

    path: Path
    text: Text
    severity: Severity = Severity.ERROR


Check = Callable[[Problem], Iterator[Finding]]


def error(path: Path, zh: str, en: str) -> Finding:
    """Something that no timetable can be made with."""
    return Finding(path, Text(zh, en))


def warning(path: Path, zh: str, en: str) -> Finding:
    """Something odd that the school should look at, and that does not stop the work."""
    return Finding(path, Text(zh, en), Severity.WARNING)


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The existing name that is most like the word, if one is alike enough to be a slip of the keyboard.

    Names of two characters that share one are too many to guess from, unless there is only one.
    """
    found = get_close_matches(word, sorted(set(names)), n=2, cutoff=0.5)
    close = get_close_matches(word, found, n=1, cutoff=0.6)
    return close[0] if close else found[0] if len(found) == 1 else None


def missing(word: str, names: Iterable[str], what: Text, where: Text) -> Text:
    """“没有叫…的…，是不是…？”: a name that nothing has, with the name that was probably meant."""
    near = nearest(word, names)
    if near is not None:
        return Text(
            f"{where.zh}：没有叫“{word}”的{what.zh}，是不是“{near}”？",
            f"{where.en}: there is no {what.en} called “{word}”; is “{near}” meant?",
        )
    return Text(
        f"{where.zh}：没有叫“{word}”的{what.zh}，请先登记它，或者改成已有的名称。",
        f"{where.en}: there is no {what.en} called “{word}”; enter it first, or use an existing name.",
    )


def slot_name(slot: Slot, problem: Problem) -> Text:
    """A slot's title; slots that no week has (day 9) are shown as they were written."""
    if not 1 <= slot.day <= 7:
        return Text(f"“{slot}”", f"“{slot}”")
    cycle = 2 if slot.week > 1 else problem.week.cycle
    return Text(slot.title(cycle, "zh"), slot.title(cycle, "en"))


def listed(names: Iterable[object]) -> Text:
    """Names in a row: 甲、乙 / A, B."""
    words = [str(name) for name in names]
    return Text("、".join(words), ", ".join(words))
