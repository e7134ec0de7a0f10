"""Pairs what two timetables have in common: a session that kept its slot, was altered, moved, lost or added.

Reading only: nothing here knows a solver, so that rules may use it.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from models import Session, Slot, Text
from models.noun import PersonId, RoomId


@dataclass(frozen=True)
class Item:
    """A session, or one person's part in it, as a change is told of it."""

    slot: Slot
    what: Hashable  # stays the same when it is moved, given to others or held elsewhere
    name: Text
    who: tuple[PersonId, ...]  # the people whose change counts here
    room: RoomId | None
    session: Session

    @property
    def key(self) -> Hashable:
        """Two items with the same key are no change."""
        return self.slot, self.what, frozenset(self.who), self.room


class Change(NamedTuple):
    """One of both is none for what is new or lost; the same `what` in both, unless something else takes its slot."""

    before: Item | None
    after: Item | None


def changes(base: Iterable[Item], new: Iterable[Item]) -> list[Change]:
    """What is in only one of both, in pairs where it can be: altered in its slot, else moved; the rest is alone."""
    old_keys, new_keys = {item.key: item for item in base}, {item.key: item for item in new}
    lost = [item for key, item in old_keys.items() if key not in new_keys]
    added = [item for key, item in new_keys.items() if key not in old_keys]
    found: list[Change] = []
    for same in (_what_and_slot, _what):
        waiting: defaultdict[Hashable, list[Item]] = defaultdict(list)
        for item in sorted(added, key=lambda item: _when(item.slot)):
            waiting[same(item)].append(item)
        for item in sorted(lost, key=lambda item: _when(item.slot)):
            if waiting[same(item)]:
                other = waiting[same(item)].pop(0)
                lost.remove(item)
                added.remove(other)
                found.append(Change(item, other))
    found += [Change(item, None) for item in lost] + [Change(None, item) for item in added]
    return in_order(found)


def replaced(found: Iterable[Change]) -> list[Change]:
    """The same with what was lost and what is new in one slot told as one change: the one instead of the other."""
    listed = list(found)
    fresh: defaultdict[Slot, list[Change]] = defaultdict(list)
    for change in listed:
        if change.before is None:
            fresh[slot_of(change)].append(change)
    joined = [
        Change(c.before, fresh[c.before.slot].pop(0).after)
        if c.before is not None and c.after is None and fresh[c.before.slot]
        else c
        for c in listed
        if c.before is not None
    ]
    return in_order([*joined, *(change for left in fresh.values() for change in left)])


def in_order(found: Iterable[Change]) -> list[Change]:
    """By week, day and period of what was before, or of what is new."""
    return sorted(found, key=lambda change: _when(slot_of(change)))


def slot_of(change: Change) -> Slot:
    """The slot under which it is told. Raises ValueError for a change of nothing."""
    item = change.before or change.after
    if item is None:
        raise ValueError("neither before nor after")
    return item.slot


def _when(slot: Slot) -> tuple[int, int, int]:
    return slot.week, slot.day, slot.period


def _what(item: Item) -> Hashable:
    return item.what


def _what_and_slot(item: Item) -> Hashable:
    return item.what, item.slot
