"""The names of a list in the groups of a timetable, and where the two do not agree."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from exchange.findings import cell_issue, file_issue
from exchange.pupils.filling import Filling
from exchange.pupils.gathering import Pupil
from exchange.pupils.names import PupilNames
from exchange.pupils.reading import PupilList
from exchange.pupils.walks import by_list
from exchange.results.view import class_slot
from models import CrossClassClub, Issue, Problem, Severity, Slot, Text, Timetable
from models.noun import ClassId, ClubId

_MOST_NAMED = 5


def placed(found: PupilList, problem: Problem, timetable: Timetable) -> tuple[PupilNames, tuple[Issue, ...]]:
    """Everybody in a group, and what to look at.

    Errors: two clubs at once, a day on which the club does not meet, more names than a club has places. Warnings: head
    counts that differ, pupils without a club, more names than pupils, classes that are not listed.
    """
    by_class: defaultdict[ClassId, list[Pupil]] = defaultdict(list)
    for pupil in found.pupils:
        by_class[pupil.school_class].append(pupil)
    filling = Filling(problem, timetable)
    filling.fill([pupil for school_class in problem.classes for pupil in by_class.get(school_class.id, ())])
    names, issues = filling.names, [*filling.issues, *_too_full(filling)]
    for owner in filling.of_class:
        issues += _differing(problem, timetable, owner, names)
        issues += _without_a_club(problem, timetable, owner, names)
        issues += _more_than_pupils(problem, owner, names)
    issues += _not_listed(problem, by_class)
    return names, tuple(issues)


def _too_full(filling: Filling) -> Iterator[Issue]:
    """Each group to which more are sent than it takes, at the first name that is too much."""
    names = filling.names
    for (club_id, number), joined in filling.joined.items():
        club = filling.problem.club_by_id[club_id]
        assert isinstance(club, CrossClassClub)
        for session in filling.timetable.of_club.get((club_id, number), ()):
            come = [(j, label) for owner, label, j in joined if label in names.going(owner, session)]
            if len(come) <= club.most:
                continue
            first = come[club.most][0]
            group = Text(f"第 {number} 组", f" group {number}") if club.groups > 1 else Text("", "")
            text = Text(
                f"“{club.name}”{group.zh}报了 {len(come)} 人，最多 {club.most} 人，从这里起超出：请改名单，"
                "或在“社团”表里改人数上限再排。",
                f"“{club.name}”{group.en} has {len(come)} names and {club.most} places, which end here: change the "
                "list, or the club's most pupils in sheet Clubs and solve again.",
            )
            yield cell_issue("club_too_full", first.sheet, first.place, text)
            break


def _differing(problem: Problem, timetable: Timetable, owner: ClassId, names: PupilNames) -> Iterator[Issue]:
    """One sentence for the class: clubs in which names and the timetable's head counts differ."""
    parts: list[Text] = []
    for club in problem.clubs:
        if isinstance(club, CrossClassClub):
            parts += _of_club(timetable, owner, names, club.id, range(1, club.groups + 1)) or [
                Text(f"{club.name}第 {n} 组{part.zh}", f"{club.name} group {n}{part.en}")
                for n in range(1, club.groups + 1)
                for part in _of_club(timetable, owner, names, club.id, [n], named=False)
            ]
    if parts:
        yield file_issue(
            "names_and_counts_differ",
            f"{owner}的名单和课表人数不同：{'、'.join(p.zh for p in parts)}。请核对；"
            "要课表照名单排，在“社团报名”里填各班人数再排。",
            f"{owner}: names and the timetable's head counts differ: {', '.join(p.en for p in parts)}. "
            "Check them; to plan by the list, enter its counts in sheet Enrolment and solve again.",
            Severity.WARNING,
        )


def _of_club(
    timetable: Timetable, owner: ClassId, names: PupilNames, club: ClubId, groups: Sequence[int], *, named: bool = True
) -> list[Text]:
    """足球 9 人（课表 10）; with the slot where the meetings are not alike."""
    listed: defaultdict[Slot, int] = defaultdict(int)
    planned: defaultdict[Slot, int] = defaultdict(int)
    for session in (s for n in groups for s in timetable.of_club.get((club, n), ())):
        listed[session.slot] += len(names.going(owner, session))
        planned[session.slot] += session.pupils.get(owner, 0)
    word = club if named else ""
    if not listed:  # it does not meet
        count = sum(len(names.members.get((owner, (club, n)), ())) for n in groups)
        return [Text(f"{word} {count} 人（课表没有排）", f"{word} {count} (not in the timetable)")] if count else []
    differ = {slot: (listed[slot], planned[slot]) for slot in sorted(listed) if listed[slot] != planned[slot]}
    if len(differ) == len(listed) and len(set(differ.values())) == 1:
        (count, places), *_ = differ.values()
        return [Text(f"{word} {count} 人（课表 {places}）", f"{word} {count} (timetable {places})")]
    return [
        Text(f"{word}{slot.title()} {count} 人（课表 {places}）",
             f"{word} {slot.title(1, 'en')} {count} (timetable {places})")
        for slot, (count, places) in differ.items()
    ]  # fmt: skip


def _without_a_club(problem: Problem, timetable: Timetable, owner: ClassId, names: PupilNames) -> Iterator[Issue]:
    """Those who are in no club while the whole class walks."""
    found: dict[tuple[str, ...], list[Slot]] = {}
    for slot in sorted(timetable.at):
        here = class_slot(problem, timetable, owner, slot)
        if here.walking and here.staying <= 0:
            staying = names.staying(owner, by_list(names, problem, timetable, here).walking)
            found.setdefault(tuple(staying), []).append(slot)
    for staying, slots in found.items():
        if not staying:
            continue
        when = Text("、".join(s.title() for s in slots), ", ".join(s.title(1, "en") for s in slots))
        few, more = staying[:_MOST_NAMED], len(staying) > _MOST_NAMED
        who = Text("、".join(few) + (f"等 {len(staying)} 人" if more else ""),
                   ", ".join(few) + (f" and {len(staying) - len(few)} more" if more else ""))  # fmt: skip
        yield file_issue(
            "pupils_without_a_club",
            f"{owner}的{who.zh}在{when.zh}没有社团，会印在“留在本班”里，可是这时全班都走班：请补报，或核对。",
            f"{owner}: {who.en} in no club on {when.en}, and printed under “stay”, though the whole class walks then: "
            "let them join one, or check it.",
            Severity.WARNING,
        )


def _more_than_pupils(problem: Problem, owner: ClassId, names: PupilNames) -> Iterator[Issue]:
    size, listed = problem.class_by_id[owner].pupils, len(names.of_class[owner])
    if listed > size:
        yield file_issue(
            "more_names_than_pupils",
            f"{owner}有 {size} 人，名单上有 {listed} 人：请核对（同一个人的姓名、学号要写得一样）。",
            f"{owner} has {size} pupils and {listed} on the list: check it (a pupil's name and number "
            "must be written alike).",
            Severity.WARNING,
        )


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
