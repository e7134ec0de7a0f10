"""What a session is called between the page and Python: its slot, kind and whose it is; the same in the next draft."""

from collections import Counter
from collections.abc import Iterable

from models import Session, SessionKind

SessionKey = str
"""Such as 2.2/cross_class/书法/1; stays the same if only people, room or pupils change."""


def keys_of(sessions: Iterable[Session]) -> dict[SessionKey, Session]:
    """Key → session, in order; the second of two alike (in a wrong timetable) has #2 at its end."""
    seen: Counter[str] = Counter()
    found: dict[SessionKey, Session] = {}
    for session in sessions:
        key = _key(session)
        seen[key] += 1
        found[key if seen[key] == 1 else f"{key}#{seen[key]}"] = session
    return found


def _key(session: Session) -> SessionKey:
    if session.kind is SessionKind.PATROL:
        whose = "+".join(session.people())
    elif session.school_class is not None:
        # Not the subject: a class has one session of its own in a slot, whatever it does then.
        whose = session.school_class
    else:
        whose = f"{session.club}/{session.group}"
    return f"{session.slot}/{session.kind.value}/{whose}"
