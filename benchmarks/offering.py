"""The clubs across classes of a benchmark school, each with the leader and the room that it has in the hidden
timetable."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from random import Random

from benchmarks.diary import Diary, band_of
from benchmarks.figures import (
    BANDS,
    CLUBS_PER_CLASS,
    MOST_IN_A_CLUB,
    OFFERS,
    ONCE_SHARE,
    OUTSIDE,
    OUTSIDE_SHARE,
    PLACES_PER_PUPIL,
    ROOM_NAMES,
    Offer,
    grade_id,
    shared_out,
)
from benchmarks.staff import Staff
from models import Slot


@dataclass(frozen=True)
class Offered:
    """One group of a club."""

    club: str
    group: int
    groups: int
    band: int
    slots: tuple[Slot, ...]
    offer: Offer
    leader: str
    accompanying: str | None  # beside a leader from outside
    room: str
    most: int
    grades: tuple[str, ...]


class Rooms:
    """Rooms of the hidden timetable; a function room is built when none is free."""

    def __init__(self, staff: Staff) -> None:
        self.home = {b: [f"{c.id}教室" for c in staff.classes if band_of(c) == b] for b in range(len(BANDS))}
        self.feature_of: dict[str, str] = {}
        self.taken: defaultdict[str, set[Slot]] = defaultdict(set)
        self.playground: Counter[Slot] = Counter()

    def take(self, feature: str | None, band: int, slots: tuple[Slot, ...]) -> str:
        """A room that is free in all the slots."""
        if feature == "操场":
            self.playground.update(slots)
            return "操场"
        wanted = feature or "室内"
        rooms = [] if feature else list(self.home[band])
        rooms += [r for r, has in self.feature_of.items() if has == wanted]
        room = next((r for r in rooms if self.taken[r].isdisjoint(slots)), None) or self.build(wanted)
        self.taken[room].update(slots)
        return room

    def build(self, feature: str) -> str:
        """One more function room."""
        room = f"{ROOM_NAMES[feature]}{sum(has == feature for has in self.feature_of.values()) + 1}"
        self.feature_of[room] = feature
        return room


@dataclass(frozen=True)
class _Position:
    """What one teacher does in one room on both walking days: a club that meets twice, two that meet once, or one
    group of a club that runs several."""

    band: int
    outside: bool
    clubs: int  # 1 or 2
    group: int = 1
    groups: int = 1


def offered(staff: Staff, diary: Diary, rooms: Rooms, kind: str, rng: Random) -> list[Offered]:
    """All groups of all clubs."""
    used: Counter[tuple[int, str]] = Counter()
    found: list[Offered] = []
    wanted = shared_out(
        round(CLUBS_PER_CLASS * len(staff.classes)),
        [sum(band_of(c) == b for c in staff.classes) for b in range(len(BANDS))],
    )
    visits: defaultdict[tuple[str, Offer], set[Slot]] = defaultdict(set)
    for band, clubs in enumerate(wanted):
        pupils = Counter[str]()
        for c in staff.classes:
            if band_of(c) == band:
                pupils[c.grade] += c.pupils
        positions = list(_positions(band, clubs, sum(pupils.values()), len(staff.classes)))
        size = ceil(PLACES_PER_PUPIL[kind] * sum(pupils.values()) / len(positions))
        own_places: Counter[str] = Counter()
        slots = tuple(Slot(day, 2) for day in diary.walking[band])
        for number, position in enumerate(positions):
            most = min(MOST_IN_A_CLUB, size + number % 5 - 2)
            grades = tuple(map(grade_id, BANDS[band][1]))
            only = rng.choice(grades)
            if rng.random() < 0.3 and position.groups == 1 and own_places[only] + most <= pupils[only] / 2:
                own_places[only] += most
                grades = (only,)
            person = _helper(staff, diary, slots, rng)
            diary.take(person, *slots)
            if position.group > 1:  # the second group has the club and the kind of room of the first
                offer, names = found[-1].offer, [found[-1].club]
                leader, beside = person, None
                most = found[-1].most
            else:
                offer = _offer(staff, person, position, used, rng)
                names = [_name(offer, band, used) for _ in range(position.clubs)]
                leader, beside = person, None
                if position.outside:
                    leader, beside = _visitor(offer, slots, visits), person
            room = rooms.take(offer[1], band, slots)
            for at, name in enumerate(names):
                meets = slots if len(names) == 1 else slots[at : at + 1]
                found.append(
                    Offered(
                        name, position.group, position.groups, band, meets, offer, leader, beside, room, most, grades
                    )
                )
    return found


def _positions(band: int, clubs: int, pupils: int, classes: int) -> Iterator[_Position]:
    pairs = round(ONCE_SHARE * clubs / 2)
    if (clubs - pairs) * MOST_IN_A_CLUB < 1.2 * pupils:
        pairs = 0
    outside = round(OUTSIDE_SHARE * clubs)
    last = clubs - pairs - 1
    for number in range(last + 1):
        if classes >= 30 and number == last:  # one club of the band runs two groups
            yield _Position(band, False, 1, 1, 2)
            yield _Position(band, False, 1, 2, 2)
        else:
            yield _Position(band, number < outside, 2 if last - pairs <= number < last else 1)


def _helper(staff: Staff, diary: Diary, slots: tuple[Slot, ...], rng: Random) -> str:
    """The least busy teacher who is free in all the slots; a class teacher only if there is nobody else."""
    free = [p for p in staff.others if diary.is_free(p, *slots)]
    free = free or [c.teachers["语文"][0] for c in staff.classes if diary.is_free(c.teachers["语文"][0], *slots)]
    return min(free, key=lambda p: (diary.load(p), rng.random()))


def _offer(staff: Staff, person: str, position: _Position, used: Counter[tuple[int, str]], rng: Random) -> Offer:
    offers = OUTSIDE if position.outside else OFFERS[staff.subject_of[person]]
    return min(offers, key=lambda offer: (used[position.band, offer[0]], rng.random()))


def _name(offer: Offer, band: int, used: Counter[tuple[int, str]]) -> str:
    used[band, offer[0]] += 1
    number = used[band, offer[0]]
    return f"{offer[0]}（{BANDS[band][0]}）" + (str(number) if number > 1 else "")


def _visitor(offer: Offer, slots: tuple[Slot, ...], visits: defaultdict[tuple[str, Offer], set[Slot]]) -> str:
    """An instructor for the skill who is free in the slots; a new one if there is none."""
    known = [who for (who, has), taken in visits.items() if has == offer and taken.isdisjoint(slots)]
    who = known[0] if known else f"外聘{len(visits) + 1:02}"
    visits[who, offer].update(slots)
    return who
