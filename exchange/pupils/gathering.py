"""The lines of a list as pupils: several lines of one pupil together, namesakes apart."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from exchange.findings import cell_issue
from exchange.pupils.entries import Entry, Joined
from models import Issue, Text
from models.noun import ClassId, ClubId

_Known = tuple[ClassId, str]
"""(class, name)."""


@dataclass(frozen=True)
class Pupil:
    """A pupil as he or she is printed, and the clubs that were joined."""

    school_class: ClassId
    label: str  # the name, with the number where a classmate has the same one
    joined: tuple[Joined, ...]


def gathered(entries: Sequence[Entry], issues: list[Issue]) -> list[Pupil]:
    """In the order of the list. A line without a number belongs to the only pupil of that name, if there is one."""
    numbers: defaultdict[_Known, dict[str, None]] = defaultdict(dict)
    for entry in entries:
        if entry.number:
            numbers[entry.school_class, entry.name][entry.number] = None
    lines: defaultdict[tuple[ClassId, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        known = numbers.get((entry.school_class, entry.name), {})
        if not entry.number and len(known) > 1:
            issues.append(_which(entry, list(known)))
        else:
            lines[entry.school_class, entry.name, entry.number or next(iter(known), "")].append(entry)
    found = []
    for (owner, name, number), own in lines.items():
        label = f"{name}({number})" if len(numbers.get((owner, name), ())) > 1 else name
        found.append(Pupil(owner, label, _once([j for entry in own for j in entry.joined])))
    return found


def _once(joined: Sequence[Joined]) -> tuple[Joined, ...]:
    """Each club and group once, with all of its days; a group that is left open in one line is the one in another."""
    said: dict[ClubId, int] = {}
    for j in joined:
        if j.group is not None:
            said.setdefault(j.club, j.group)
    found: dict[tuple[ClubId, int | None], Joined] = {}
    for j in joined:
        key = j.club, j.group or said.get(j.club)
        before = found.get(key)
        both = None if before is None or before.days is None or j.days is None else before.days | j.days
        found[key] = replace(j, group=key[1]) if before is None else replace(before, days=both)
    return tuple(found.values())


def _which(entry: Entry, numbers: Sequence[str]) -> Issue:
    numbered = "、".join(numbers)
    text = Text(
        f"{entry.school_class}有几名{entry.name}（学号 {numbered}）：请写上是哪一个的学号。",
        f"{entry.school_class} has several pupils called {entry.name} (no. {numbered}): write which number it is.",
    )
    return cell_issue("which_pupil", entry.sheet, entry.place, text)
