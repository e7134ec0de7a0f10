"""The names of a list in the groups of a timetable, and where the two do not agree."""

from collections import defaultdict
from collections.abc import Sequence

from exchange.findings import cell_issue, file_issue
from exchange.pupils.names import Group, PupilNames
from exchange.pupils.reading import Pupil, PupilList
from models import CrossClassClub, Issue, Problem, Severity, Slot, Text, Timetable
from models.noun import ClassId, ClubId


def placed(found: PupilList, problem: Problem, timetable: Timetable) -> tuple[PupilNames, tuple[Issue, ...]]:
    """Everybody in a group, and what to look at: two clubs at once (an error), head counts that differ (warnings).

    Who joined a club of several groups without saying which goes where the timetable has room for the class, in the
    order of the list; so each pupil has the same group at every meeting.
    """
    by_class: defaultdict[ClassId, list[Pupil]] = defaultdict(list)
    for pupil in found.pupils:
        by_class[pupil.school_class].append(pupil)
    members: dict[tuple[ClassId, Group], list[str]] = {}
    issues: list[Issue] = []
    for school_class in problem.classes:
        own = by_class.get(school_class.id)
        if own is None:
            continue
        groups = _grouped(problem, timetable, school_class.id, own)
        for group, names in groups.items():
            members[school_class.id, group] = names
        issues += _two_at_once(timetable, own)
        issues += _differing(problem, timetable, school_class.id, len(own), groups)
    issues += _not_listed(problem, by_class)
    labels = {c: tuple(dict.fromkeys(p.label for p in own)) for c, own in by_class.items()}
    return PupilNames(labels, members), tuple(issues)


def _grouped(
    problem: Problem, timetable: Timetable, school_class: ClassId, own: Sequence[Pupil]
) -> dict[Group, list[str]]:
    groups: defaultdict[Group, list[str]] = defaultdict(list)
    undecided: defaultdict[ClubId, list[str]] = defaultdict(list)
    for pupil in own:
        for joined in pupil.joined:
            if joined.group is None:
                undecided[joined.club].append(pupil.label)
            else:
                groups[joined.club, joined.group].append(pupil.label)
    for club, names in undecided.items():
        known = problem.club_by_id[club]
        assert isinstance(known, CrossClassClub)
        room = {number: _most(timetable, (club, number), school_class) for number in range(1, known.groups + 1)}
        for name in names:
            free = [number for number, most in room.items() if len(groups[club, number]) < most]
            # More names than places: they all stand in the last group that has any of the class.
            full = max((number for number, most in room.items() if most), default=1)
            groups[club, free[0] if free else full].append(name)
    return {group: names for group, names in groups.items() if names}


def _most(timetable: Timetable, group: Group, school_class: ClassId) -> int:
    return max((s.pupils.get(school_class, 0) for s in timetable.of_club.get(group, ())), default=0)


def _two_at_once(timetable: Timetable, own: Sequence[Pupil]) -> list[Issue]:
    met: defaultdict[ClubId, set[Slot]] = defaultdict(set)
    for (club, _), meetings in timetable.of_club.items():
        met[club] |= {s.slot for s in meetings}
    found = []
    for pupil in own:
        for number, joined in enumerate(pupil.joined):
            for other in pupil.joined[:number]:
                both = met[joined.club] & met[other.club]
                if both:
                    slot = min(both)
                    text = Text(
                        f"{pupil.school_class}{pupil.label} 报了“{other.club}”和“{joined.club}”，"
                        f"都在{slot.title()}：请去掉一个。",
                        f"{pupil.school_class} {pupil.label} is in “{other.club}” and “{joined.club}”, both on "
                        f"{slot.title(1, 'en')}: take one out.",
                    )
                    found.append(cell_issue("two_clubs_at_once", joined.sheet, joined.place, text))
                    break
    return found


def _differing(
    problem: Problem, timetable: Timetable, school_class: ClassId, listed: int, groups: dict[Group, list[str]]
) -> list[Issue]:
    """One sentence for the class: clubs in which names and the timetable's head counts differ."""
    parts: list[Text] = []
    for club in problem.clubs:
        if not isinstance(club, CrossClassClub):
            continue
        numbers = range(1, club.groups + 1)
        names = sum(len(groups.get((club.id, number), ())) for number in numbers)
        places = sum(_most(timetable, (club.id, number), school_class) for number in numbers)
        if names != places:
            parts.append(Text(f"{club.name} {names} 人（课表 {places}）", f"{club.name} {names} (timetable {places})"))
    found = []
    if parts:
        found.append(
            file_issue(
                "names_and_counts_differ",
                f"{school_class}的名单和课表人数不同：{'、'.join(p.zh for p in parts)}。请核对；"
                "要课表照名单排，在“社团报名”里填各班人数再排。",
                f"{school_class}: names and the timetable's head counts differ: {', '.join(p.en for p in parts)}. "
                "Check them; to plan by the list, enter its counts in sheet Enrolment and solve again.",
                Severity.WARNING,
            )
        )
    size = problem.class_by_id[school_class].pupils
    if listed > size:
        found.append(
            file_issue(
                "more_names_than_pupils",
                f"{school_class}有 {size} 人，名单上有 {listed} 人：请核对（同一个人的姓名、学号要写得一样）。",
                f"{school_class} has {size} pupils and {listed} on the list: check it (a pupil's name and number "
                "must be written alike).",
                Severity.WARNING,
            )
        )
    return found


def _not_listed(problem: Problem, by_class: dict[ClassId, list[Pupil]]) -> list[Issue]:
    lacking = [c.id for c in problem.classes if c.id not in by_class]
    if not lacking or not by_class:
        return []
    return [
        file_issue(
            "classes_not_listed",
            f"名单里没有{'、'.join(lacking)}：这些班的去向单只印人数。",
            f"{', '.join(lacking)} are not on the list: their sheets show head counts only.",
            Severity.WARNING,
        )
    ]
