"""A school as an input file of FET: who teaches whom where is taken from a timetable, FET chooses only when."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, tostring

from models import Instructor, Problem, Room, Session, SessionKind, Slot, Timetable

HOUR = {SessionKind.HOMEWORK: "1"}


@dataclass
class FetFile:
    """The file, and which session each activity of FET is (none for one that only holds classes together)."""

    text: bytes = b""
    sessions: dict[int, tuple[Session, int]] = field(default_factory=dict)  # and which of its duties, for a patrol


class _Writer:
    def __init__(self, problem: Problem, given: Timetable) -> None:
        self.problem = problem
        self.given = given
        self.found = FetFile()
        self.root = Element("fet", version="6.8.5")
        SubElement(self.root, "Mode").text = "Official"
        SubElement(self.root, "Institution_Name").text = problem.school
        for lists, item, names in (
            ("Days", "Day", [str(int(d)) for d in problem.week.days]),
            ("Hours", "Hour", [str(p.number) for p in problem.week.periods]),
        ):
            listed = SubElement(self.root, f"{lists}_List")
            SubElement(listed, f"Number_of_{lists}").text = str(len(names))
            for name in names:
                _filled(listed, item, [("Name", name)])
        self._names("Subjects_List", "Subject", ["x"])
        self._names("Activity_Tags_List", "Activity_Tag", ["1", "2", "any"])
        self._names("Teachers_List", "Teacher", [p.id for p in problem.people])
        patrols = [f"巡查{n}" for n in range(1, problem.settings.patrol.at_least + 1)]
        self._names("Students_List", "Year", [*(c.id for c in problem.classes), *patrols])
        self.activities = SubElement(self.root, "Activities_List")
        self._names("Rooms_List", "Room", [n for r in problem.rooms for n in places(r)], ("Virtual", "false"))
        self.time = SubElement(self.root, "Time_Constraints_List")
        self.space = SubElement(self.root, "Space_Constraints_List")
        self._limit(self.time, "BasicCompulsoryTime")
        self._limit(self.space, "BasicCompulsorySpace")
        self.count = 0

    def _names(self, lists: str, item: str, names: Iterable[str], *more: tuple[str, str]) -> None:
        listed = SubElement(self.root, lists)
        for name in names:
            _filled(listed, item, [("Name", name), *more])

    def _limit(self, where: Element, name: str, *fields: tuple[str, str]) -> Element:
        return _filled(where, f"Constraint{name}", [("Weight_Percentage", "100"), *fields, ("Active", "true")])

    def activity(self, tag: str, people: Iterable[str], students: Iterable[str]) -> int:
        self.count += 1
        fields = [("Teacher", p) for p in people] + [("Subject", "x"), ("Activity_Tag", tag)]
        fields += [("Students", s) for s in students]
        fields += [("Duration", "1"), ("Total_Duration", "1"), ("Id", str(self.count)), ("Activity_Group_Id", "0")]
        _filled(self.activities, "Activity", [*fields, ("Active", "true")])
        return self.count

    def write(self) -> FetFile:
        together: defaultdict[tuple[str, Slot], list[int]] = defaultdict(list)
        for slot in self.problem.slots:
            for session in self.given.at.get(slot, ()):
                self._session(session, together)
        for (band, _), numbers in together.items():
            grades = self.problem.band_by_id[band].grades
            anchor = self.activity("2", (), [c.id for c in self.problem.classes if c.grade in grades])
            ids = [("Activity_Id", str(n)) for n in (anchor, *numbers)]
            self._limit(self.time, "ActivitiesSameStartingTime", ("Number_of_Activities", str(len(ids))), *ids)
        for tag in ("1", "2"):
            self._hour(tag)
        self._absences()
        self._pins()
        self.found.text = tostring(self.root, encoding="utf-8", xml_declaration=True)
        return self.found

    def _session(self, session: Session, together: defaultdict[tuple[str, Slot], list[int]]) -> None:
        if session.kind is SessionKind.PATROL:
            for number, person in enumerate(session.people()):
                row = min(number + 1, self.problem.settings.patrol.at_least)
                self.found.sessions[self.activity("any", [person], [f"巡查{row}"])] = (session, number)
            return
        students: list[str] = []
        if session.kind is not SessionKind.CROSS_CLASS:
            students = [session.school_class] if session.school_class else list(session.pupils)
        activity = self.activity(HOUR.get(session.kind, "2"), session.people(), students)
        self.found.sessions[activity] = (session, 0)
        if session.kind is SessionKind.CROSS_CLASS and session.club is not None:
            club = self.problem.club_by_id[session.club]
            together[self.problem.band_by_grade[club.grades[0]].id, session.slot].append(activity)
        room = self.problem.room_by_id[session.room or ""]
        names = [("Preferred_Room", name) for name in places(room)]
        count = ("Number_of_Preferred_Rooms", str(len(names)))
        self._limit(self.space, "ActivityPreferredRooms", ("Activity_Id", str(activity)), count, *names)

    def _hour(self, tag: str) -> None:
        limit = self._limit(
            self.time,
            "ActivitiesPreferredStartingTimes",
            *((name, "") for name in ("Teacher_Name", "Students_Name", "Subject_Name")),
            ("Activity_Tag_Name", tag),
            ("Duration", ""),
            ("Number_of_Preferred_Starting_Times", str(len(self.problem.week.days))),
        )
        for day in self.problem.week.days:
            fields = [("Preferred_Starting_Day", str(int(day))), ("Preferred_Starting_Hour", tag)]
            _filled(limit, "Preferred_Starting_Time", fields)

    def _absences(self) -> None:
        for person in self.problem.people:
            away = set(person.unavailable)
            if isinstance(person, Instructor) and person.visits_only:
                away |= set(self.problem.slots) - set(person.visits_only)
            self._never(self.time, "TeacherNotAvailableTimes", ("Teacher", person.id), away)
        for room in self.problem.rooms:
            for name in places(room):
                self._never(self.space, "RoomNotAvailableTimes", ("Room", name), set(room.closed))

    def _never(self, where: Element, name: str, who: tuple[str, str], slots: set[Slot]) -> None:
        if slots:
            limit = self._limit(where, name, who, ("Number_of_Not_Available_Times", str(len(slots))))
            for slot in sorted(slots):
                _filled(limit, "Not_Available_Time", [("Day", str(slot.day)), ("Hour", str(slot.period))])

    def _pins(self) -> None:
        for pin in self.problem.pins:
            for activity, (session, _) in self.found.sessions.items():
                same = (session.school_class, session.subject) == (pin.school_class, pin.subject)
                if same and session.slot == pin.slot:
                    day, hour = ("Preferred_Day", str(pin.slot.day)), ("Preferred_Hour", str(pin.slot.period))
                    number, locked = ("Activity_Id", str(activity)), ("Permanently_Locked", "true")
                    self._limit(self.time, "ActivityPreferredStartingTime", number, day, hour, locked)


def fet_file(problem: Problem, given: Timetable) -> FetFile:
    """The input file for this school and the choices of this timetable."""
    return _Writer(problem, given).write()


def places(room: Room) -> list[str]:
    """A room that holds several groups at once is several rooms to FET."""
    return [room.id] + [f"{room.id}/{n}" for n in range(2, room.groups_at_once + 1)]


def _filled(parent: Element, name: str, fields: Iterable[tuple[str, str]]) -> Element:
    element = SubElement(parent, name)
    for key, text in fields:
        SubElement(element, key).text = text
    return element
