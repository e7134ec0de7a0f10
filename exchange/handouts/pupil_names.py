"""Names of pupils in the cells of a class sheet, and what is said where the list and the head count differ."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from exchange.handouts.head import Head
from exchange.pupils import by_list
from exchange.results.dispatch import Dispatch, alike
from exchange.results.view import ClassSlot
from models import Session
from models.noun import ClassId


def by_name(head: Head, school_class: ClassId, walks: Sequence[Dispatch]) -> list[list[Dispatch]]:
    """The walks with every place to which the list sends somebody; those with the same names at the same places share
    a list.
    """
    names = head.names
    assert names is not None
    walks = [replace(w, here=by_list(names, head.problem, head.timetable, w.here)) for w in walks]

    def look(walk: Dispatch) -> Hashable:
        return tuple(tuple(names.going(school_class, session)) for session in walk.here.walking)

    found: list[list[Dispatch]] = []
    for some in alike(walks):
        same: dict[Hashable, list[Dispatch]] = {}
        for walk in some:
            same.setdefault(look(walk), []).append(walk)
        found += same.values()
    return found


def names_going(head: Head, school_class: ClassId, session: Session) -> str:
    """Who of the class goes to this group; behind the names how many lack, or are too many."""
    if head.names is None:
        return ""
    return _said(head, head.names.going(school_class, session), session.pupils.get(school_class, 0))


def names_staying(head: Head, school_class: ClassId, here: ClassSlot) -> str:
    """Who stays; a list need not hold those who joined nothing, so the others are counted."""
    if head.names is None:
        return ""
    return _said(head, head.names.staying(school_class, here.walking), here.staying)


def _said(head: Head, names: Sequence[str], expected: int) -> str:
    say, lacking = head.say, expected - len(names)
    parts = [say("、", ", ").join(names)] if names else []
    if lacking > 0 and names:
        parts.append(say(f"另 {lacking} 人", f"and {lacking} more"))
    elif lacking < 0:
        parts.append(
            say(f"（名单 {len(names)} 人，课表 {expected} 人）", f" ({len(names)} listed, {expected} planned)")
        )
    return say("，", "; ").join(parts) if lacking > 0 else "".join(parts)
