"""What is marked on a session: locked by whom and why, changed against the published timetable, breaking a rule."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from models import Pin, Role, Session, SessionChange, SessionKind, Text, Timetable, Verdict, Violation
from ui.week.keys import SessionKey, keys_of


@dataclass(frozen=True)
class Marks:
    """Session key → what is marked on it."""

    locked: Mapping[SessionKey, tuple[Pin, ...]] = field(default_factory=dict)
    changed: Mapping[SessionKey, Text] = field(default_factory=dict)
    broken: Mapping[SessionKey, tuple[Text, ...]] = field(default_factory=dict)
    lost: int = 0
    """Sessions of the published timetable that are no more: they can be marked nowhere, but they count."""

    @property
    def changes(self) -> int:
        """How many sessions are not as published."""
        return len(self.changed) + self.lost


def marks_of(
    pins: Iterable[Pin],
    timetable: Timetable,
    changes: Iterable[SessionChange] = (),
    verdict: Verdict | None = None,
) -> Marks:
    """All marks; `changes` are those from the published timetable to this one."""
    by_key = keys_of(timetable.sessions)
    key_of = {id(session): key for key, session in by_key.items()}
    changed: dict[SessionKey, Text] = {}
    lost = 0
    for change in changes:
        if change.after is None:
            lost += 1
        else:
            changed[_key_of(key_of, by_key, change.after)] = change.text
    locked: dict[SessionKey, list[Pin]] = defaultdict(list)
    for pin in pins:
        for session in timetable.at.get(pin.slot, ()):
            if is_pinned(session, pin):
                locked[key_of[id(session)]].append(pin)
    broken: dict[SessionKey, list[Text]] = defaultdict(list)
    for violation in () if verdict is None else verdict.broken:
        for session in concerned(timetable, violation):
            broken[key_of[id(session)]].append(violation.text)
    return Marks(
        locked={key: tuple(pins) for key, pins in locked.items()},
        changed=changed,
        broken={key: tuple(texts) for key, texts in broken.items()},
        lost=lost,
    )


def is_pinned(session: Session, pin: Pin) -> bool:
    """Whether the pin is about this session: its slot, and its class or its club and group.

    A session that is not as the pin says (another person, say) is about it all the same: the lock is shown there.
    """
    if session.slot != pin.slot:
        return False
    if pin.school_class is not None:
        return session.school_class == pin.school_class
    shared = session.kind in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL)
    return shared and session.club == pin.club and session.group == pin.group


def concerned(timetable: Timetable, violation: Violation) -> tuple[Session, ...]:
    """The sessions that a violation is about: in its slot (if it names one), and with whom and what it names."""
    here = timetable.sessions if violation.slot is None else timetable.at.get(violation.slot, ())
    named = [s for s in here if _names(violation, s)]
    return tuple(named)


def _names(violation: Violation, session: Session) -> bool:
    """Everything that the violation names of a sort must fit; people count in any role."""
    fits: list[bool] = []
    if violation.clubs:
        fits.append(session.club in violation.clubs)
    if violation.classes and session.school_class is not None:
        fits.append(session.school_class in violation.classes)
    if violation.people:
        fits.append(bool(set(violation.people) & set(session.people(*Role))))
    if violation.rooms:
        fits.append(session.room in violation.rooms)
    return bool(fits) and all(fits)


def _key_of(key_of: Mapping[int, SessionKey], by_key: Mapping[SessionKey, Session], session: Session) -> SessionKey:
    """The key of a session of the timetable, also where a comparison hands on an equal copy of it."""
    if id(session) in key_of:
        return key_of[id(session)]
    return next(key for key, found in by_key.items() if found == session)
