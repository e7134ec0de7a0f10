"""One attempt by hand: with the days of the large club and of each band's walking given, all else is filled in."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from random import Random

from benchmarks.methods.roster import Need, Roster
from models import CrossClassClub, Duty, Problem, Role, SchoolClass, Session, SessionKind, Slot, SlotKind, Timetable
from models.fingerprint import fingerprint
from scheduler.open_scope import OpenScope
from scheduler.scope import Unit, units_of


@dataclass(frozen=True)
class Pattern:
    """The day of the whole-school club, and of each band's walking slots; both in the second period."""

    large: int
    walking: tuple[tuple[int, ...], ...]


class ByHand:
    """Fills in a week; `holes` counts what did not come out. For schools as `benchmarks.schools` makes them."""

    def __init__(self, problem: Problem, scope: OpenScope, pattern: Pattern, rng: Random) -> None:
        self.problem = problem
        self.scope = scope
        self.roster = Roster(problem, scope, rng)
        self.rng = rng
        self.holes = 0
        self.large = Slot(pattern.large, 2)
        self.walks = {
            band.id: tuple(Slot(d, 2) for d in days) for band, days in zip(problem.bands, pattern.walking, strict=True)
        }
        self.slots: dict[str, tuple[Slot, ...]] = {}  # club → when it meets
        self.sessions: list[tuple[Session, list[Need]]] = []
        self.taken: Counter[tuple[str, Slot]] = Counter()  # groups in a room
        self.teachers = tuple(t.id for t in problem.teachers)

    def fill(self) -> None:
        """The scarcest first: patrols, clubs, the large club, homework; what anybody can do comes last."""
        self._patrols()
        self._meetings()
        units = [u for u in units_of(self.problem) if isinstance(u.club, CrossClassClub)]
        for unit in sorted(units, key=lambda u: (len(self.scope.leaders(u.club)), u.id)):
            self._club(unit)
        self._large_club()
        for c in sorted(self.problem.classes, key=lambda _: self.rng.random()):
            self._homework(c)
        for c in self.problem.classes:
            self._activities(c)
        for session, needs in self.sessions:
            self._beside(session, needs)

    def timetable(self) -> Timetable:
        """What stands on the sheet, holes and all."""
        pupils = self._pupils()
        sessions = []
        for number, (session, needs) in enumerate(self.sessions):
            duties = tuple(Duty(person=n.person, role=n.role) for n in needs if n.person is not None)
            there = pupils.get(number, session.pupils)
            sessions.append(session.model_copy(update={"duties": duties, "pupils": dict(there)}))
        school, term = self.problem.school, self.problem.term.name
        return Timetable(school=school, term=term, fingerprint=fingerprint(self.problem), sessions=tuple(sessions))

    def _pupils(self) -> dict[int, Counter[str]]:
        """Session → pupils by class: each pupil goes where the smallest part of the places is taken, but first to
        what is open to few."""
        meeting: defaultdict[Slot, list[tuple[int, CrossClassClub]]] = defaultdict(list)
        for number, (session, _) in enumerate(self.sessions):
            club = self.problem.club_by_id.get(session.club or "")
            if isinstance(club, CrossClassClub):
                meeting[session.slot].append((number, club))
        found: dict[int, Counter[str]] = {n: Counter() for there in meeting.values() for n, _ in there}

        def rank(choice: tuple[int, CrossClassClub]) -> tuple[bool, float]:
            filled = found[choice[0]].total() / choice[1].most
            return len(choice[1].grades) > 1 or filled >= 1, filled

        for there in meeting.values():
            for c in self.problem.classes:
                open_to = [choice for choice in there if c.grade in choice[1].grades]
                for _ in range(c.pupils if open_to else 0):
                    found[min(open_to, key=rank)[0]][c.id] += 1
        return found

    def _add(self, session: Session, needs: list[Need]) -> None:
        self.sessions.append((session, needs))

    def _need(self, need: Need, *, evenly: bool = True) -> Need:
        self.holes += not self.roster.meet(need, evenly=evenly)
        return need

    def _meetings(self) -> None:
        """Clubs that meet once take the walking day of their band on which fewer places are offered so far."""
        places: Counter[tuple[str, Slot]] = Counter()
        clubs = [c for c in self.problem.clubs if isinstance(c, CrossClassClub)]
        for club in sorted(clubs, key=lambda c: (-c.meetings, -c.most)):
            band = self.problem.band_by_grade[club.grades[0]].id
            days = sorted(self.walks[band], key=lambda slot: (places[band, slot], slot))[: club.meetings]
            self.slots[club.id] = tuple(sorted(days))
            for slot in days:
                places[band, slot] += club.most * club.groups

    def _club(self, unit: Unit) -> None:
        club, slots = unit.club, self.slots[unit.club.id]
        people = tuple(p.id for p in self.scope.leaders(club))
        leaders = [self._need(Need(slots, people, Role.LEADER)) for _ in range(club.leaders)]
        room = self._room(unit, slots)
        for slot in slots:
            session = Session(slot=slot, kind=SessionKind.CROSS_CLASS, club=club.id, group=unit.number, room=room)
            self._add(session, list(leaders))

    def _room(self, unit: Unit, slots: tuple[Slot, ...]) -> str | None:
        """A function room if it must be one, else the home room of a class that walks then."""
        away = {
            c.home_room
            for c in self.problem.classes
            if set(slots) <= set(self.walks[self.problem.band_by_grade[c.grade].id])
        }
        home = {c.home_room for c in self.problem.classes}
        for room in sorted(self.scope.rooms(unit.club), key=lambda r: (r.id not in away, r.id)):
            usable = room.id in away or room.id not in home
            if usable and all(self.taken[room.id, s] < room.groups_at_once and s not in room.closed for s in slots):
                self.taken.update((room.id, slot) for slot in slots)
                return room.id
        self.holes += 1
        return None

    def _large_club(self) -> None:
        for unit in (u for u in units_of(self.problem) if not isinstance(u.club, CrossClassClub)):
            people = tuple(p.id for p in self.scope.leaders(unit.club))
            leaders = [self._need(Need((self.large,), people, Role.LEADER)) for _ in range(unit.club.leaders)]
            heads = [c.class_teacher for c in self.problem.classes if c.class_teacher]
            beside = [
                self._need(Need((self.large,), (head, *self.teachers), Role.ACCOMPANYING), evenly=False)
                for head in heads
            ]
            rooms = [r.id for r in self.scope.rooms(unit.club) if self.large not in r.closed]
            session = Session(
                slot=self.large,
                kind=SessionKind.WHOLE_SCHOOL,
                club=unit.club.id,
                room=rooms[0] if rooms else None,
                pupils={c.id: c.pupils for c in self.problem.classes},
            )
            self._add(session, [*leaders, *beside])

    def _patrols(self) -> None:
        turns = Counter(dict.fromkeys((t.id for t in self.problem.teachers if t.leader), 0))
        for slot in self.problem.slots:
            needs = []
            for _ in range(self.problem.settings.patrol.at_least):
                people = tuple(sorted(turns, key=lambda p: (turns[p], self.rng.random())))
                needs.append(self._need(Need((slot,), people, Role.PATROL), evenly=False))
                turns.update(n.person for n in needs[-1:] if n.person)
            self._add(Session(slot=slot, kind=SessionKind.PATROL), needs)

    def _homework(self, c: SchoolClass) -> None:
        """The subject whose own teacher can come on the fewest days first."""
        pins = {(p.slot, p.subject) for p in self.problem.pins if p.school_class == c.id}
        left = Counter({subject: quota.times for subject, quota in self.problem.quotas[c.id].items()})
        days = list(self.problem.slots_of(c, SlotKind.HOMEWORK))
        planned = [(slot, subject) for slot, subject in pins if subject is not None]
        left.subtract(subject for _, subject in planned)
        free = [slot for slot in days if slot not in {slot for slot, _ in planned}]
        while free and left.total() > 0:
            choices = [(s, subject) for s in free for subject, times in left.items() if times > 0]
            slot, subject = min(choices, key=lambda choice: self._rarity(c, choice[0], choice[1], free))
            planned.append((slot, subject))
            free.remove(slot)
            left[subject] -= 1
            self._tutored(c, *planned[-1])
        for slot, subject in planned[: len(pins)]:
            self._tutored(c, slot, subject)

    def _rarity(self, c: SchoolClass, slot: Slot, subject: str, free: list[Slot]) -> tuple[bool, int, float]:
        own = c.teachers.get(subject, c.teachers["语文"])
        comes = any(self.roster.fits(p, (slot,)) for p in own)
        return not comes, sum(any(self.roster.fits(p, (s,)) for p in own) for s in free), self.rng.random()

    def _tutored(self, c: SchoolClass, slot: Slot, subject: str) -> None:
        own = c.teachers.get(subject, c.teachers["语文"])
        able = [t.id for t in self.scope.tutors(c, self.problem.quotas[c.id][subject])]
        people = tuple(sorted(able, key=lambda p: p not in own))
        session = Session(
            slot=slot,
            kind=SessionKind.HOMEWORK,
            school_class=c.id,
            subject=subject,
            room=c.home_room,
            pupils={c.id: c.pupils},
        )
        self._add(session, [self._need(Need((slot,), people, Role.TUTOR), evenly=False)])

    def _activities(self, c: SchoolClass) -> None:
        walks = self.walks[self.problem.band_by_grade[c.grade].id]
        slots = [s for s in self.problem.slots_of(c, SlotKind.CLUB) if s != self.large and s not in walks]
        named = [a.id for a in self.problem.activities[c.id] for _ in range(a.meetings)]
        for slot, club in zip(slots, [*named, *[None] * len(slots)], strict=False):
            people = (*([c.class_teacher] if c.class_teacher else []), *self.teachers)
            need = self._need(Need((slot,), people, Role.LEADER), evenly=False)
            kind, pupils = SessionKind.CLASS_ACTIVITY, {c.id: c.pupils}
            session = Session(slot=slot, kind=kind, school_class=c.id, club=club, room=c.home_room, pupils=pupils)
            self._add(session, [need])

    def _beside(self, session: Session, needs: list[Need]) -> None:
        """A teacher beside an instructor."""
        outside = {i.id for i in self.problem.instructors}
        if session.kind is SessionKind.CROSS_CLASS and any(n.person in outside for n in needs):
            needs.append(self._need(Need((session.slot,), self.teachers, Role.ACCOMPANYING)))
