"""The whole school as the scheduler sees it: nouns, their look-ups, and the figures that follow from them."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from math import ceil
from typing import Literal

from pydantic import Field

from models.calendar import Calendar
from models.club import ClassActivity, Club, ClubGroup, CrossClassClub, WholeSchoolClub
from models.homework import HomeworkQuota
from models.noun import BandId, ClassId, ClubId, GradeId, Name, Noun, PersonId, RoomId, Subject
from models.people import Instructor, Person, Teacher
from models.policy import Institution
from models.room import Room
from models.school import Band, Grade, SchoolClass
from models.settings import Pin, Settings, Term
from models.timetable import Timetable
from models.week import Slot, SlotKind, Week


class SubjectInfo(Noun):
    """A subject that is tutored in homework periods."""

    id: Subject = Field(description="学科名称")
    written: bool = Field(True, description="whether pupils write (语文, 数学) or not (趣味阅读)")


class Problem(Noun):
    """Everything that a timetable is made from. Ids may dangle here: `models.checks` finds those and says where."""

    format: Literal["kehou-problem/1"] = Field("kehou-problem/1", description="version of this form")
    school: Name = Field(description="the school's name, printed on every page")
    term: Term = Field(description="学期")
    week: Week = Field(description="作息")
    subjects: tuple[SubjectInfo, ...] = Field((), description="subjects that are tutored")
    grades: tuple[Grade, ...] = Field(min_length=1, description="年级")
    classes: tuple[SchoolClass, ...] = Field(min_length=1, description="行政班")
    bands: tuple[Band, ...] = Field((), description="走班段")
    teachers: tuple[Teacher, ...] = Field(min_length=1, description="教师")
    instructors: tuple[Instructor, ...] = Field((), description="外聘教师")
    rooms: tuple[Room, ...] = Field(min_length=1, description="场地")
    homework: tuple[HomeworkQuota, ...] = Field((), description="作业辅导")
    clubs: tuple[Club, ...] = Field((), description="社团 of all three kinds")
    pins: tuple[Pin, ...] = Field((), description="锁定")
    settings: Settings = Field(Settings(), description="choices for the whole school")
    institutions: tuple[Institution, ...] = Field((), description="机构: approved institutions; empty = no list")
    calendar: Calendar = Field(Calendar(), description="校历: what the term's dates are")
    published: Timetable | None = Field(
        None, description="the published timetable that a change should stay near; none = there is none"
    )

    @cached_property
    def class_by_id(self) -> Mapping[ClassId, SchoolClass]:
        """Class id → class."""
        return {c.id: c for c in self.classes}

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Teachers, then instructors."""
        return (*self.teachers, *self.instructors)

    @cached_property
    def person_by_id(self) -> Mapping[PersonId, Person]:
        """Person id → teacher or instructor."""
        return {p.id: p for p in self.people}

    @cached_property
    def shared_person_names(self) -> frozenset[str]:
        """Names that several people have: these are printed with the id."""
        return frozenset(name for name, times in Counter(p.name for p in self.people).items() if times > 1)

    @cached_property
    def shared_club_names(self) -> frozenset[str]:
        """Names that several clubs have: these are printed with the id."""
        return frozenset(name for name, times in Counter(c.name for c in self.clubs).items() if times > 1)

    @cached_property
    def room_by_id(self) -> Mapping[RoomId, Room]:
        """Room id → room."""
        return {r.id: r for r in self.rooms}

    @cached_property
    def club_by_id(self) -> Mapping[ClubId, Club]:
        """Club id → club of any kind."""
        return {c.id: c for c in self.clubs}

    @cached_property
    def band_by_id(self) -> Mapping[BandId, Band]:
        """Band id → band."""
        return {b.id: b for b in self.bands}

    @cached_property
    def band_by_grade(self) -> Mapping[GradeId, Band]:
        """Grade id → the band in which it walks, where it has one."""
        return {grade: band for band in self.bands for grade in band.grades}

    @cached_property
    def classes_by_grade(self) -> Mapping[GradeId, tuple[SchoolClass, ...]]:
        """Grade id → its classes, in the school's order."""
        return {g.id: tuple(c for c in self.classes if c.grade == g.id) for g in self.grades}

    @cached_property
    def pupils_by_grade(self) -> Mapping[GradeId, int]:
        """Grade id → pupils of all its classes."""
        return {grade: sum(c.pupils for c in classes) for grade, classes in self.classes_by_grade.items()}

    @cached_property
    def groups(self) -> tuple[ClubGroup, ...]:
        """Every parallel group of every cross-class club; its id is the club's, numbered if there are several."""
        return tuple(
            ClubGroup(id=club.id if club.groups == 1 else f"{club.id}·{number}", number=number, club=club)
            for club in self.clubs
            if isinstance(club, CrossClassClub)
            for number in range(1, club.groups + 1)
        )

    @cached_property
    def whole_school_clubs(self) -> tuple[WholeSchoolClub, ...]:
        """大社团."""
        return tuple(c for c in self.clubs if isinstance(c, WholeSchoolClub))

    @cached_property
    def quotas(self) -> Mapping[ClassId, Mapping[Subject, HomeworkQuota]]:
        """Class id → subject → the quota that holds for it."""
        found: dict[ClassId, dict[Subject, HomeworkQuota]] = {c.id: {} for c in self.classes}
        for general in (True, False):  # a quota that names the class comes last, and so wins
            for quota in self.homework:
                for c in self.classes:
                    if (c.grade in quota.grades) if general else (c.id in quota.classes):
                        found[c.id][quota.subject] = quota
        return found

    @cached_property
    def activities(self) -> Mapping[ClassId, tuple[ClassActivity, ...]]:
        """Class id → the named activities that it has."""
        named = [c for c in self.clubs if isinstance(c, ClassActivity)]
        return {c.id: tuple(a for a in named if c.grade in a.grades or c.id in a.classes) for c in self.classes}

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot that is open for some grade."""
        return self.week.slots

    def slots_of(self, school_class: SchoolClass, kind: SlotKind) -> tuple[Slot, ...]:
        """The slots that are of this kind for this class."""
        return tuple(s for s in self.slots if self.week.kind(s, school_class.grade) is kind)

    @cached_property
    def last_period(self) -> Mapping[int, int]:
        """Day → the last open period of the day; serving then makes a late day."""
        return {int(day): max(s.period for s in self.slots if s.day == day) for day in self.week.days}

    def is_late(self, slot: Slot) -> bool:
        """Whether the slot is in the day's last period, on a day of more than one period."""
        return len(self.week.periods) > 1 and slot.period == self.last_period[slot.day]

    @cached_property
    def even_share(self) -> int:
        """Sessions a week of a teacher without target or debt, if one adult is with every class (rounded)."""
        opened = sum(self.week.kind(s, c.grade) is not SlotKind.OFF for s in self.slots for c in self.classes)
        aimed = sum(t.target for t in self.teachers if t.target is not None) + sum(t.debt for t in self.teachers)
        others = sum(t.target is None for t in self.teachers)
        return max(0, round((opened / self.week.cycle - aimed) / others)) if others else 0

    def target_of(self, teacher: Teacher) -> int:
        """Sessions a week aimed at for this teacher: his own target or the even share, and what he owes."""
        return max(0, (self.even_share if teacher.target is None else teacher.target) + teacher.debt)

    @cached_property
    def late_share(self) -> int:
        """Late days a week of a teacher if they are shared evenly (rounded up)."""
        late = sum(
            self.week.kind(s, c.grade) is not SlotKind.OFF for s in self.slots for c in self.classes if self.is_late(s)
        )
        return ceil(late / self.week.cycle / len(self.teachers))
