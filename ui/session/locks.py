"""Locks of a session: the pins that say what is fixed, saved as a new version of the school's data, and taken back."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from exchange.document import Document, document_json, read_document
from exchange.document.pins import with_pins, without_these_pins
from models import Pin, Problem, Role, Session, SessionKind, Text
from scheduler.reading import session_title, slot_title
from scheduler.rules import rule_cards
from store import StoreError, Version
from ui.desk import Desk
from ui.saved.beginning import document_in


class Part(StrEnum):
    """What of a session can be fixed beside its slot and whose it is."""

    PEOPLE = "people"
    ROOM = "room"
    SUBJECT = "subject"


_PARTS = {
    Part.PEOPLE: Text("人", "people"),
    Part.ROOM: Text("场地", "room"),
    Part.SUBJECT: Text("内容", "content"),
}


def part_title(part: Part) -> Text:
    """人, 场地, 内容."""
    return _PARTS[part]


def parts_of(session: Session) -> tuple[Part, ...]:
    """What can be fixed of this session; nothing of a patrol."""
    if session.kind is SessionKind.PATROL:
        return ()
    found = [Part.PEOPLE] if session.people(Role.TUTOR, Role.LEADER) else []
    found += [Part.ROOM] if session.room is not None else []
    return (*found, Part.SUBJECT) if session.subject or (session.school_class and session.club) else tuple(found)


def words(parts: Collection[Part], language: str = "zh") -> str:
    """锁定人和场地: what the button says."""
    if not parts:
        return "锁定时段" if language == "zh" else "Lock the slot"
    named = [_PARTS[part].in_language("zh" if language == "zh" else "en") for part in Part if part in parts]
    return "锁定" + "和".join(named) if language == "zh" else "Lock " + " and ".join(named)


def pins_for(sessions: Sequence[Session], parts: Collection[Part], *, by: str, reason: str) -> tuple[Pin, ...]:
    """The pins that fix these parts of these meetings. Raises ValueError without a reason, and for a patrol.

    A session with several tutors or leaders has a pin for each of them.
    """
    if not reason.strip():
        raise ValueError("a lock needs a reason")
    found: list[Pin] = []
    for session in sessions:
        if session.kind is SessionKind.PATROL:
            raise ValueError("a patrol cannot be locked")
        own = session.school_class is not None
        people = session.people(Role.TUTOR, Role.LEADER) if Part.PEOPLE in parts else ()
        what = {
            "school_class": session.school_class,
            "club": session.club if not own or Part.SUBJECT in parts else None,
            "group": session.group,
            "subject": session.subject if Part.SUBJECT in parts else None,
            "room": session.room if Part.ROOM in parts else None,
        }
        for person in people or (None,):
            found.append(
                Pin.model_validate(what | {"slot": session.slot, "person": person, "by": by, "reason": reason})
            )
    return tuple(found)


def lock(now: Desk, sessions: Sequence[Session], pins: Sequence[Pin]) -> Version:
    """Save the pins as a new version. Raises LostUpdateError if somebody saved since; StoreError."""
    problem, version = _readable(now)
    fresh = [pin for pin in pins if pin not in problem.pins]
    document = with_pins(document_in(version, rule_cards()), problem, fresh)
    what = _named(problem, sessions)
    note = Text(f"锁定：{what.zh}（{pins[0].reason}）", f"Locked: {what.en} ({pins[0].reason})")
    return _save(now, document, note)


def unlock(now: Desk, sessions: Sequence[Session], pins: Collection[Pin], reason: str) -> Version:
    """Save the data without these pins as a new version. Raises ValueError without a reason; StoreError."""
    if not reason.strip():
        raise ValueError("taking a lock away needs a reason")
    problem, version = _readable(now)
    document = without_these_pins(document_in(version, rule_cards()), rule_cards(), pins)
    what = _named(problem, sessions)
    note = Text(f"解除锁定：{what.zh}（{reason}）", f"Unlocked: {what.en} ({reason})")
    return _save(now, document, note)


def _readable(now: Desk) -> tuple[Problem, Version]:
    if now.problem is None or now.version is None:
        raise StoreError(
            Text("现在的数据还有错误，改好以后才能锁定。", "The data have errors now; mend them before you lock.")
        )
    return now.problem, now.version


def _named(problem: Problem, sessions: Sequence[Session]) -> Text:
    when = [slot_title(problem, s.slot) for s in sessions]
    what = session_title(problem, sessions[0])
    return Text("、".join(w.zh for w in when) + what.zh, ", ".join(w.en for w in when) + ": " + what.en)


def _save(now: Desk, document: Document, note: Text) -> Version:
    assert now.school is not None
    assert now.version is not None
    problem = read_document(document, rule_cards()).problem
    return now.store.save_version(
        now.school.id,
        document=document_json(document),
        problem=problem,
        who=now.who,
        note=note,
        after=now.version.number,
    )
