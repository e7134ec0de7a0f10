"""The measures that a cover comes to, ready for the log."""

from datetime import datetime

from models import Cover, RoomChange, SessionRef, Substitution, TermChange, TermLog


def measures_of(log: TermLog, *covers: Cover, who: str, when: datetime) -> tuple[TermChange, ...]:
    """One substitution or change of room for each gap that is closed, each with its reason and the fact it answers."""
    number, made = int(log.next_id), list[TermChange]()
    for line in (line for cover in covers for line in cover.covered):
        gap, ref = line.gap, SessionRef.to(line.gap.session)
        noted = {"id": str(number + len(made)), "who": who, "when": when, "why": gap.why, "because": gap.because}
        if line.by.person is not None:
            fields = noted | {"role": gap.role, "person": gap.person, "by": line.by.person}
            made.append(Substitution.model_validate({"day": gap.day, "session": ref, **fields}))
        elif line.by.room is not None:
            fields = noted | {"room": gap.room, "to": line.by.room}
            made.append(RoomChange.model_validate({"day": gap.day, "session": ref, **fields}))
    return tuple(made)
