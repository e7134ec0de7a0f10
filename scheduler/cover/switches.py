"""What everybody is told when another weekly timetable is in force from a date on (换课表通知)."""

from datetime import date

from models import Problem, Text, Timetable, with_former
from scheduler.cover.notices import DatedNotice
from scheduler.cover.wording import called
from scheduler.told import since_text, told


def switch_notices(
    before: Problem, base: Timetable, after: Problem, new: Timetable, first_day: date
) -> tuple[DatedNotice, ...]:
    """One for each person of the new data whom something concerns, in their order; each says from which day on.

    Call it only with timetables whose ids resolve in their own problem (`models.timetable_checks`).
    """
    everyone = with_former(after, [before])  # what is gone has a name still
    known = {p.id for p in after.people}
    return tuple(
        DatedNotice(person, called(everyone, person), tuple(_clause(d.text) for d in found), since_text(first_day))
        for person, found in told(everyone, base, new).items()
        if person in known
    )


def _clause(text: Text) -> Text:
    return Text(text.zh.rstrip("。"), text.en.rstrip("."))
