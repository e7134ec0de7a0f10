"""社团: every club in the columns that schools use, with real times, people, rooms and head counts by class."""

from collections.abc import Sequence
from itertools import groupby

from exchange.results import styles
from exchange.results.club_facts import by_time, every_group, from_classes, usual_columns, when
from exchange.results.names import KIND, class_title, content_name, people_names
from exchange.results.page import Book, Content, Page
from exchange.results.view import in_order
from models import Session, SessionKind, Text

_MEETINGS_IN_A_ROW = 60  # more would make a row higher than Excel allows
_WIDTHS = (92, 64, 74, 112, 88, 100, 44, 44, 267, 90)


def write_clubs(book: Book) -> None:
    """社团."""
    page = Page(book, Text("社团", "Clubs"), _WIDTHS)
    page.heading(book.say("每组一行；班级活动每年级一行", "One row per group; class activities by grade"))
    page.cells(_head(book), styles.HEAD, least=24)
    page.freeze(1)
    for row in _club_rows(book):
        first = page.row
        looks = [
            {**styles.CELL, "bold": True},
            *[styles.CELL] * 5,
            styles.CENTRE,
            styles.CENTRE,
            styles.CELL,
            styles.CELL,
        ]
        page.cells(row, looks)
        page.block(first)
    _write_activities(page)
    page.finish()


def _head(book: Book) -> tuple[str, ...]:
    if book.language == "en":
        return (
            "Club",
            "Kind",
            "Grades",
            "Teacher",
            "Room",
            "Time",
            "Most",
            "Pupils",
            "From classes",
            "About",
        )
    return (
        "社团名称",
        "类型",
        "所属年级",
        "授课教师",
        "上课地点",
        "上课时间",
        "人数\n上限",
        "人数",
        "来自各班",
        "简介",
    )


def _club_rows(book: Book) -> list[Sequence[Content]]:
    problem, timetable = book.problem, book.timetable
    rows: list[Sequence[Content]] = []
    for club_id, number in every_group(problem, timetable):
        club = problem.club_by_id.get(club_id)
        meetings = timetable.of_club.get((club_id, number), ())
        rows.append(
            (
                *usual_columns(book, club_id, number),
                _counts(meetings),
                by_time(book, meetings, lambda s: from_classes(book, s)),
                "" if club is None else club.intro,
            )
        )
    return rows


def _counts(meetings: Sequence[Session]) -> Content:
    """The head count; in order of the meetings where it differs."""
    counts = [s.head_count for s in sorted(meetings, key=when)]
    return counts[0] if len(set(counts)) == 1 else "/".join(map(str, counts))


def _write_activities(page: Page) -> None:
    problem, language = page.book.problem, page.book.language
    order = {c.id: number for number, c in enumerate(problem.clubs)}
    grades = {g.id: number for number, g in enumerate(problem.grades)}

    def key(session: Session) -> tuple[int, int]:
        owner = problem.class_by_id.get(session.school_class or "")
        return order.get(session.club or "", len(order)), len(grades) if owner is None else grades.get(owner.grade, 0)

    own = [s for s in in_order(problem, page.book.timetable.sessions) if s.kind is SessionKind.CLASS_ACTIVITY]
    for _, some in groupby(sorted(own, key=key), key=key):
        sessions = list(some)
        by_class: dict[str, list[Session]] = {}
        for session in sessions:
            by_class.setdefault(session.school_class or "", []).append(session)
        meetings = [
            f"{class_title(problem, owner)} {s.slot.title(problem.week.cycle, language)} "
            f"{people_names(problem, s.people(), language)}"
            for owner, found in by_class.items()
            for s in sorted(found, key=when)
        ]
        for start in range(0, len(meetings), _MEETINGS_IN_A_ROW):
            _write_activity(page, sessions[0], "；".join(meetings[start : start + _MEETINGS_IN_A_ROW]))


def _write_activity(page: Page, session: Session, meetings: str) -> None:
    problem, language, first = page.book.problem, page.book.language, page.row
    owner = problem.class_by_id.get(session.school_class or "")
    club = problem.club_by_id.get(session.club or "")
    page.put(0, content_name(problem, session, language), {**styles.CELL, "bold": True})
    page.put(1, KIND[SessionKind.CLASS_ACTIVITY].in_language(language), styles.CELL)
    page.put(2, "" if owner is None else owner.grade, styles.CELL)
    page.put(3, meetings, styles.CELL, columns=6)
    page.put(9, "" if club is None else club.intro, styles.CELL)
    page.next(
        max(
            18,
            page.needs(3, meetings, styles.CELL, 6),
            page.needs(9, "" if club is None else club.intro, styles.CELL),
        )
    )
    page.block(first)
