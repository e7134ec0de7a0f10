"""Puts the pupils of a list into the groups of a timetable, one by one, in the order of the list."""

from collections import defaultdict
from collections.abc import Sequence

from exchange.findings import cell_issue
from exchange.pupils.entries import Joined
from exchange.pupils.gathering import Pupil
from exchange.pupils.names import Group, PupilNames
from models import CrossClassClub, Day, Issue, Problem, Slot, Text, Timetable
from models.noun import ClassId

Settled = tuple[Joined, Group]
"""What a pupil joined, and the group in which he or she is."""


class Filling:
    """The groups as they fill. Who joined a club of several groups without saying which goes where the timetable has
    room for the class, and where he or she is in no other club; so each pupil has the same group at every meeting.
    """

    def __init__(self, problem: Problem, timetable: Timetable) -> None:
        self.problem = problem
        self.timetable = timetable
        self.issues: list[Issue] = []
        self.of_class: dict[ClassId, list[str]] = {}
        self.members: defaultdict[tuple[ClassId, Group], list[str]] = defaultdict(list)
        self.only_on: dict[tuple[ClassId, Group, str], frozenset[int]] = {}
        self.joined: defaultdict[Group, list[tuple[ClassId, str, Joined]]] = defaultdict(list)
        self._slots = {group: frozenset(s.slot for s in met) for group, met in timetable.of_club.items()}

    @property
    def names(self) -> PupilNames:
        """What has been filled in."""
        return PupilNames(self.of_class, dict(self.members), self.only_on)

    def fill(self, pupils: Sequence[Pupil]) -> None:
        """Everybody: first who knows the group, then who finds room in one; who finds none, where the fewest are."""
        settled: list[list[Settled]] = []
        for pupil in pupils:
            self.of_class.setdefault(pupil.school_class, []).append(pupil.label)
            known = [(j, (j.club, j.group)) for j in pupil.joined if j.group is not None]
            settled.append(known)
            for joined, group in known:
                self._put(pupil, joined, group)
        left = [(n, j) for n, pupil in enumerate(pupils) for j in pupil.joined if j.group is None]
        for full in (False, True):
            late = []
            for number, joined in left:
                pupil = pupils[number]
                group, fits = self._group(pupil, joined, settled[number])
                if fits or full:
                    settled[number].append((joined, group))
                    self._put(pupil, joined, group)
                else:
                    late.append((number, joined))
            left = late
        for pupil, found in zip(pupils, settled, strict=True):
            self.issues += self._complaints(pupil, sorted(found, key=lambda s: pupil.joined.index(s[0])))

    def room(self, school_class: ClassId, group: Group) -> int:
        """How many of the class the timetable ever sends to the group."""
        return max((s.pupils.get(school_class, 0) for s in self.timetable.of_club.get(group, ())), default=0)

    def _put(self, pupil: Pupil, joined: Joined, group: Group) -> None:
        self.members[pupil.school_class, group].append(pupil.label)
        self.joined[group].append((pupil.school_class, pupil.label, joined))
        if joined.days is not None:
            self.only_on[pupil.school_class, group, pupil.label] = joined.days

    def _group(self, pupil: Pupil, joined: Joined, settled: Sequence[Settled]) -> tuple[Group, bool]:
        """The best group, and whether it has room and meets while the pupil is in no other club."""
        club = self.problem.club_by_id[joined.club]
        assert isinstance(club, CrossClassClub)
        busy = {slot for other, group in settled for slot in self._met(other, group)}

        def last(number: int) -> tuple[bool, bool, bool, int, int]:
            group = joined.club, number
            room = self.room(pupil.school_class, group)
            full = len(self.members[pupil.school_class, group]) >= room
            return bool(busy & self._met(joined, group)), full, not room, full and len(self.joined[group]), number

        clash, full, _, _, number = min(map(last, range(1, club.groups + 1)))
        return (joined.club, number), not (clash or full)

    def _met(self, joined: Joined, group: Group) -> frozenset[Slot]:
        slots = self._slots.get(group, frozenset())
        return slots if joined.days is None else frozenset(slot for slot in slots if slot.day in joined.days)

    def _complaints(self, pupil: Pupil, settled: Sequence[Settled]) -> list[Issue]:
        found = []
        who = f"{pupil.school_class}{pupil.label}"
        for number, (joined, group) in enumerate(settled):
            meets = {slot.day for slot in self._slots.get(group, ())}
            if meets and joined.days is not None and not joined.days <= meets:
                found.append(_not_on_this_day(who, joined, meets))
            for other, before in settled[:number]:
                both = self._met(joined, group) & self._met(other, before)
                if both:
                    found.append(_two_at_once(who, (other, before), (joined, group), min(both)))
                    break
        return found


def _not_on_this_day(who: str, joined: Joined, meets: set[int]) -> Issue:
    """`meets`: its days."""
    assert joined.days is not None
    wrong, right = [Day(d).title for d in sorted(joined.days - meets)], [Day(d).title for d in sorted(meets)]
    text = Text(
        f"{who} 报了{'、'.join(d.zh for d in wrong)}的“{joined.club}”，它只在{'、'.join(d.zh for d in right)}："
        "请改周几，或改社团。",
        f"{who} is in “{joined.club}” on {', '.join(d.en for d in wrong)}, but it meets on "
        f"{', '.join(d.en for d in right)}: change the day, or the club.",
    )
    return cell_issue("not_on_this_day", joined.sheet, joined.place, text)


def _two_at_once(who: str, first: Settled, second: Settled, slot: Slot) -> Issue:
    if first[0].club == second[0].club:
        names = [Text(f"“{club}”第 {n} 组", f"“{club}” group {n}") for _, (club, n) in (first, second)]
    else:
        names = [Text(f"“{joined.club}”", f"“{joined.club}”") for joined, _ in (first, second)]
    text = Text(
        f"{who} 报了{names[0].zh}和{names[1].zh}，都在{slot.title()}：请去掉一个；是同名的两人，就各写学号。",
        f"{who} is in {names[0].en} and {names[1].en}, both on {slot.title(1, 'en')}: take one out; if these are two "
        "pupils of one name, give their numbers.",
    )
    return cell_issue("two_clubs_at_once", second[0].sheet, second[0].place, text)
