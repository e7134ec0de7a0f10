"""What a description offers: homework quotas, bands, clubs of the three kinds, and what is pinned."""

from models import (
    Band,
    ClassActivity,
    CrossClassClub,
    HomeworkQuota,
    Pin,
    SchoolClass,
    SubjectInfo,
    WholeSchoolClub,
)
from sample_inputs.description import Description, SubjectLine
from sample_inputs.reading import ends, grade_ids, slots
from sample_inputs.teaching import People


def subjects(description: Description) -> tuple[SubjectInfo, ...]:
    """Every subject that somebody teaches or that is tutored."""
    tutored = {subject: None for line in description.homework for subject in line.times}
    names = dict.fromkeys((*description.staff, *tutored))
    return tuple(SubjectInfo(id=name, written=description.subjects.get(name, SubjectLine()).written) for name in names)


def homework(description: Description) -> tuple[HomeworkQuota, ...]:
    """Quotas of all grades."""
    return tuple(
        HomeworkQuota(
            subject=subject,
            times=times,
            grades=grade_ids(line.grades),
            who=description.subjects.get(subject, SubjectLine()).who,
        )
        for line in description.homework
        for subject, times in line.times.items()
    )


def bands(description: Description) -> tuple[Band, ...]:
    """Bands that walk."""
    return tuple(
        Band(
            id=name,
            name=name,
            grades=grade_ids(line.grades),
            walking_least=ends(line.walking)[0],
            walking_most=ends(line.walking)[1],
            participation=line.participation,
            fixed_slots=slots(line.fixed, description.week),
        )
        for name, line in description.bands.items()
    )


def clubs(description: Description, people: People, classes: tuple[SchoolClass, ...]) -> tuple[CrossClassClub, ...]:
    """Cross-class clubs."""
    return tuple(
        CrossClassClub(
            id=name,
            name=name,
            grades=grade_ids(line.grades),
            meetings=line.meetings,
            periods=line.periods,
            fixed_slots=slots(line.fixed, description.week),
            skills=line.skills or (_without_brackets(name),),
            leaders=line.leaders,
            leader_from=line.leader_from,
            preferred_leaders=people.named(line.preferred),
            features=line.features,
            named_rooms=line.rooms,
            least=ends(line.pupils)[0],
            most=ends(line.pupils)[1],
            groups=line.groups,
            priority=line.priority,
            enrolment=_enrolment(line.enrolment, classes),
            intro=line.intro,
        )
        for name, line in description.clubs.items()
    )


def large_clubs(description: Description, people: People) -> tuple[WholeSchoolClub, ...]:
    """Whole-school clubs."""
    return tuple(
        WholeSchoolClub(
            id=name,
            name=name,
            grades=grade_ids(line.grades),
            weeks=line.weeks,
            fixed_slots=slots(line.fixed, description.week),
            skills=line.skills or (name,),
            leaders=line.leaders,
            leader_from=line.leader_from,
            named_leaders=people.named(line.named),
            features=line.features,
            adult_per_class=line.each_class,
            intro=line.intro,
        )
        for name, line in description.large_clubs.items()
    )


def activities(description: Description) -> tuple[ClassActivity, ...]:
    """Classes' own activities."""
    return tuple(
        ClassActivity(
            id=name,
            name=name,
            grades=grade_ids(line.grades),
            classes=line.classes,
            meetings=line.times,
            who=line.who,
            skills=line.skills,
            fixed_slots=slots(line.fixed, description.week),
        )
        for name, line in description.activities.items()
    )


def pins(description: Description, people: People) -> tuple[Pin, ...]:
    """What is fixed, in every week of the cycle."""
    return tuple(
        Pin(
            slot=slot,
            school_class=line.school_class,
            club=line.club,
            subject=line.subject,
            person=next(iter(people.named(line.person)), None),
            room=line.room,
            by=line.by,
            reason=line.reason,
        )
        for line in description.pins
        for slot in slots((line.slot,), description.week)
    )


def _without_brackets(name: str) -> str:
    return name.split("（")[0]


def _enrolment(numbers: tuple[int, ...], classes: tuple[SchoolClass, ...]) -> dict[str, int]:
    if not numbers:
        return {}
    return {c.id: number for c, number in zip(classes, numbers, strict=True) if number}
