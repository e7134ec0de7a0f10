"""Why a change of the log has no effect, in the words that the office reads."""

from datetime import date

from models.noun import PersonId
from models.term_change import RoomChange, TermChange
from models.text import Text

OTHER_TIMETABLE = Text(
    "这份变更记录是按另一份课表记的：请核对每一条，或换回那份课表。",
    "This log was kept for another timetable: check each change, or take that timetable.",
)


def date_text(day: date) -> Text:
    """3月1日."""
    return Text(f"{day.month}月{day.day}日", day.isoformat())


def gone(day: date, person: PersonId) -> Text:
    """Somebody serves there no more."""
    when = date_text(day)
    return Text(
        f"{when.zh}这次活动里已经没有{person}了，可能先有另一条变更",
        f"{person} does not serve there on {when.en} any more, perhaps by another change",
    )


def lost(day: date) -> Text:
    """The session is not there."""
    when = date_text(day)
    return Text(f"{when.zh}已经没有这次活动了", f"that session is not held on {when.en}")


def elsewhere(c: RoomChange) -> Text:
    """The session is not where the change says."""
    when = date_text(c.day)
    return Text(f"{when.zh}这次活动已不在{c.room}", f"that session is not in {c.room} on {when.en} any more")


def taken(day: date) -> Text:
    """The class or group meets there already."""
    when = date_text(day)
    return Text(f"{when.zh}那一节已经有它的活动", f"it has a session on {when.en} already")


def numbered(change: TermChange, trouble: Text) -> Text:
    """The trouble under the change's number, with the cure."""
    return Text(
        f"变更{change.id}没有生效：{trouble.zh}。请撤销其中一条。",
        f"Change {change.id} has no effect: {trouble.en}. Revoke one of the two.",
    )
