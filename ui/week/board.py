"""What every grid is drawn from: a problem, its timetable, the marks on its sessions, and the language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from exchange.results.names import content_name, is_instructor, people_names, room_name
from models import Language, Problem, Role, Session, Text, Timetable
from ui.week.keys import SessionKey, keys_of
from ui.week.markup import Markup, joined, tag
from ui.week.session_marks import Marks

OUTSIDE = Text("外聘教师", "outside instructor")
_SIGNS = {
    "outside": Text("外", "ext"),
    "locked": Text("锁", "lock"),
    "changed": Text("改", "new"),
    "broken": Text("✕", "✕"),
}


def sign(kind: str, language: Language, title: str) -> Markup:
    """A one-glyph mark (outside, locked, changed, broken) with what it means in its title."""
    return tag("i", _SIGNS[kind].in_language(language), class_=f"mark {kind}", title=title)


@dataclass(frozen=True)
class Board:
    """One timetable, ready to be drawn."""

    problem: Problem
    timetable: Timetable
    marks: Marks = field(default_factory=Marks)
    language: Language = "zh"

    @cached_property
    def sessions(self) -> Mapping[SessionKey, Session]:
        """Key → session."""
        return keys_of(self.timetable.sessions)

    @cached_property
    def _keys(self) -> Mapping[int, SessionKey]:
        return {id(session): key for key, session in self.sessions.items()}

    def key(self, session: Session) -> SessionKey:
        """The key of a session of this timetable. Raises KeyError for any other."""
        return self._keys[id(session)]

    def say(self, zh: str, en: str) -> str:
        """In the board's language."""
        return zh if self.language == "zh" else en

    def person(self, person: str) -> Markup:
        """A name, and the mark of an outside instructor beside it."""
        found = self.problem.person_by_id.get(person)
        name = person if found is None else found.name
        if not is_instructor(self.problem, person):
            return joined(name)
        return joined(name, sign("outside", self.language, OUTSIDE.in_language(self.language)))

    def people(self, people: tuple[str, ...]) -> Markup:
        """Names with marks, or that there is nobody."""
        if not people:
            return joined(people_names(self.problem, (), self.language))
        return joined([self.person(p) for p in people], by=self.say("、", ", "))

    def count_marks(self, session: Session) -> int:
        """How many marks `marks_on` sets."""
        key = self.key(session)
        return sum(key in marked for marked in (self.marks.locked, self.marks.changed, self.marks.broken))

    def marks_on(self, session: Session) -> Markup:
        """锁, 改 and ✕, each with its reason in its title; nothing for most sessions."""
        key = self.key(session)
        found: list[Markup] = []
        if key in self.marks.locked:
            pins = self.marks.locked[key]
            reasons = self.say("；", "; ").join(f"{p.by}：{p.reason}" for p in pins)
            found.append(sign("locked", self.language, self.say("人工锁定　", "locked: ") + reasons))
        if key in self.marks.changed:
            text = self.marks.changed[key].in_language(self.language)
            found.append(sign("changed", self.language, self.say("与已发布的不同　", "not as published: ") + text))
        if key in self.marks.broken:
            texts = " ".join(t.in_language(self.language) for t in self.marks.broken[key])
            found.append(sign("broken", self.language, self.say("违反硬性规则　", "breaks a requirement: ") + texts))
        return joined(found)

    def spoken(self, session: Session) -> str:
        """Everything of a session in one line, for its title: when, what, who, where, how many."""
        language = self.language
        when = session.slot.title(self.problem.week.cycle, language)
        what = content_name(self.problem, session, language)
        if session.school_class is not None and session.school_class in self.problem.class_by_id:
            what = f"{self.problem.class_by_id[session.school_class].title} {what}"
        parts = [when, what, people_names(self.problem, session.people(Role.TUTOR, Role.LEADER, Role.PATROL), language)]
        if helpers := session.people(Role.ACCOMPANYING):
            shown = people_names(self.problem, helpers, language)
            many = self.say(f"陪同 {len(helpers)} 人", f"{len(helpers)} accompanying")
            parts.append(self.say("陪同 ", "with ") + shown if len(helpers) <= 3 else many)
        if session.room is not None or session.pupils:
            parts.append(room_name(session, language))
        if session.pupils:
            parts.append(self.say(f"{session.head_count} 人", f"{session.head_count} pupils"))
        return " · ".join(parts)
