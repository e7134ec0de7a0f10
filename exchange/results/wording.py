"""What stands in a cell of a class's, a person's or a room's week: the lines, and the look of their kind."""

from exchange.results import styles
from exchange.results.names import (
    KIND,
    ROLE,
    class_title,
    content_name,
    people_names,
    person_name,
    room_name,
    week_mark,
)
from exchange.results.page import Run
from exchange.results.styles import Look
from exchange.results.view import ClassSlot, escorts
from models import Language, Parity, Problem, Role, Session, SessionKind, Text, WholeSchoolClub

LOOK: dict[SessionKind, Look] = {
    SessionKind.HOMEWORK: styles.HOMEWORK,
    SessionKind.CROSS_CLASS: styles.WALKING,
    SessionKind.WHOLE_SCHOOL: styles.WHOLE,
    SessionKind.CLASS_ACTIVITY: styles.ACTIVITY,
    SessionKind.PATROL: styles.PATROL,
}


def kind_of(kinds: tuple[SessionKind, ...]) -> SessionKind | None:
    """Of the kinds of sessions in a cell the one which most concerns pupils; none for an empty cell."""
    for kind in (
        SessionKind.WHOLE_SCHOOL,
        SessionKind.CROSS_CLASS,
        SessionKind.CLASS_ACTIVITY,
        SessionKind.HOMEWORK,
    ):
        if kind in kinds:
            return kind
    return SessionKind.PATROL if kinds else None


def look_of(kinds: tuple[SessionKind, ...]) -> Look:
    """The look of a cell that holds sessions of these kinds."""
    kind = kind_of(kinds)
    return styles.EMPTY if kind is None else LOOK[kind]


def marked(week: Parity, runs: tuple[Run, ...], language: Language) -> tuple[Run, ...]:
    """The runs with 单： or 双： in front where they hold in one week of the cycle only."""
    mark = week_mark(week, language)
    return ((f"{mark}：" if language == "zh" else f"{mark}: ", True), *runs) if mark else runs


def stacked(parts: list[tuple[Run, ...]]) -> tuple[Run, ...]:
    """Several parts, one under the other."""
    found: list[Run] = []
    for part in parts:
        found += [("\n", False), *part] if found else part
    return tuple(found)


def heads(count: int, language: Language) -> str:
    """41 人."""
    return f"{count} 人" if language == "zh" else f"{count} pupils"


def parted(here: ClassSlot, language: Language) -> str:
    """社团 18＋留班 2; 都去社团 where nobody stays."""
    if not here.staying:
        return Text("都去社团", "all to clubs").in_language(language)
    away, stay = here.walkers, here.staying
    return Text(f"社团 {away}＋留班 {stay}", f"clubs {away} + class {stay}").in_language(language)


def in_all(here: ClassSlot, language: Language) -> str:
    """应到 20 人：去社团 18，留班 2; 应到 20 人，都去社团."""
    total, away, stay = here.school_class.pupils, here.walkers, here.staying
    if not stay:
        return Text(f"应到 {total} 人，都去社团", f"{total} in all, all to clubs").in_language(language)
    text = Text(f"应到 {total} 人：去社团 {away}，留班 {stay}", f"{total} in all: {away} to clubs, {stay} stay")
    return text.in_language(language)


def class_runs(problem: Problem, here: ClassSlot, language: Language) -> tuple[Run, ...]:
    """A class's slot on its own sheet: what, with whom, where, how many."""
    parts: list[tuple[Run, ...]] = []
    for session in here.whole:
        parts.append(whole_runs(problem, session, here, language))
    if here.walking:
        title, below = Text("走班社团", "cross-class clubs"), Text("　见下表", " (see below)")
        split = Text(
            f"{here.walkers} 人分到 {len(here.walking)} 处",
            f"{here.walkers} pupils to {len(here.walking)} places",
        )
        parts.append(((title.in_language(language), True), (below.in_language(language), False)))
        parts.append(((split.in_language(language), False),))
    parts += [own_runs(problem, session, here, language) for session in here.own]
    if not parts and here.open:
        parts.append(((Text("未安排", "nothing").in_language(language), True),))
    return stacked(parts)


def own_runs(problem: Problem, session: Session, here: ClassSlot, language: Language) -> tuple[Run, ...]:
    """A class's homework or activity as the class itself sees it."""
    named = session.kind is SessionKind.CLASS_ACTIVITY and session.club is not None
    kind = KIND[session.kind].in_language(language) + " " if named else ""
    name, who = kind + content_name(problem, session, language), people_names(problem, session.people(), language)
    homework = session.kind is SessionKind.HOMEWORK
    count = f" · {heads(here.staying, language)}" if homework or here.walking else ""
    where = room_name(session, language) + count
    return ((name, True), (f"　{who}\n{where}" if homework else f"\n{who} · {where}", False))


def whole_runs(problem: Problem, session: Session, here: ClassSlot, language: Language) -> tuple[Run, ...]:
    """A whole-school club as one of its classes sees it."""
    escort = escorts(problem, session).get(here.school_class.id)
    name = f"{KIND[session.kind].in_language(language)} {content_name(problem, session, language)}"
    leaders = (
        ROLE[Role.LEADER].in_language(language) + " " + people_names(problem, session.people(Role.LEADER), language)
    )
    runs: list[Run] = [(name, True), (f"\n{room_name(session, language)} · {leaders}", False)]
    if escort is not None and has_escorts(problem, session):
        runs.append(("\n" + Text("随班 ", "with the class: ").in_language(language), False))
        runs.append((person_name(problem, escort, language), False))
    runs.append((Text(" · 全班 ", " · all ").in_language(language) + heads(here.school_class.pupils, language), False))
    return tuple(runs)


def duty_runs(problem: Problem, session: Session, person: str, role: Role, language: Language) -> tuple[Run, ...]:
    """A duty on the sheet of the person who has it."""
    if session.kind is SessionKind.PATROL or role is Role.PATROL:
        return ((ROLE[Role.PATROL].in_language(language), True),)
    what, room = content_name(problem, session, language), room_name(session, language)
    if session.school_class is not None:
        where, kind = class_title(problem, session.school_class), KIND[session.kind].in_language(language)
        return ((f"{where} {what}", True), (f"　{kind}\n{room}", False))
    act = ROLE[role].in_language(language)
    count = heads(session.head_count, language)
    own = next((c for c, p in escorts(problem, session).items() if p == person), None)
    if role is Role.ACCOMPANYING and own is not None and has_escorts(problem, session):
        act = Text("随班 ", "with ").in_language(language) + class_title(problem, own)
        return ((f"{what} {act}", True), (f"\n{room}", False))
    other = Role.LEADER if role is Role.ACCOMPANYING else Role.ACCOMPANYING
    also = beside(problem, session, other, language)
    return ((f"{act} {what}", True), (f"\n{room} · {count}{' · ' + also if also else ''}", False))


def has_escorts(problem: Problem, session: Session) -> bool:
    """Whether each class is accompanied by a teacher of its own to this whole-school club (各班跟班)."""
    club = problem.club_by_id.get(session.club or "")
    return isinstance(club, WholeSchoolClub) and club.adult_per_class


def beside(problem: Problem, session: Session, role: Role, language: Language) -> str:
    """陪同 董老师: who else serves in this role; a teacher for each class is only counted."""
    people = session.people(role)
    if role is Role.ACCOMPANYING and has_escorts(problem, session):
        return Text(f"各班跟班 {len(people)} 人", f"{len(people)} with their classes").in_language(language)
    return f"{ROLE[role].in_language(language)} {people_names(problem, people, language)}" if people else ""


def room_runs(problem: Problem, session: Session, language: Language) -> tuple[Run, ...]:
    """A session on the sheet of its room."""
    what = content_name(problem, session, language)
    leads = people_names(problem, session.people(Role.TUTOR, Role.LEADER), language)
    if session.school_class is not None:
        return ((f"{class_title(problem, session.school_class)} {what}", True), (f"\n{leads}", False))
    also = beside(problem, session, Role.ACCOMPANYING, language)
    return ((what, True), (f"　{heads(session.head_count, language)}\n{leads}{' · ' + also if also else ''}", False))
