"""One session as it stands in a grid: a button of two lines, a chip among other clubs, or a wide dark cell."""

from collections.abc import Sequence
from itertools import groupby

from exchange.results.measure import em_width
from exchange.results.names import KIND, class_title, content_name, is_instructor, room_name, short_names
from exchange.results.page import Run
from exchange.results.view import escorts
from exchange.results.wording import has_escorts, heads
from models import Role, SchoolClass, Session, SessionKind
from ui.week.board import Board
from ui.week.markup import Content, Markup, joined, lines, tag

CLASS_OF_KIND = {
    SessionKind.HOMEWORK: "homework",
    SessionKind.CROSS_CLASS: "club",
    SessionKind.WHOLE_SCHOOL: "large",
    SessionKind.CLASS_ACTIVITY: "activity",
    SessionKind.PATROL: "patrol",
}


_CHIP_PT, _CHIP_PADDING_PX, _MARK_PX = 12.5, 22, 18


def session_button(board: Board, session: Session, *content: Content, form: str = "session") -> Markup:
    """What can be clicked, focused and dragged: it carries the key of its session.

    `form` is session (a cell's whole content), chip (one among several) or inline (in a line of text).
    """
    return tag(
        "div",
        *content,
        class_=f"{form} {CLASS_OF_KIND[session.kind]}",
        role="button",
        tabindex=-1,
        data_key=board.key(session),
        draggable="true",
        title=board.spoken(session),
    )


def own_cell(board: Board, session: Session, walkers: int = 0, *, room: bool = False) -> Markup:
    """A class's homework or activity in the column of the class; `walkers` pupils are elsewhere then."""
    name = tag("b", content_name(board.problem, session, board.language))
    who = tag("small", board.people(session.people(Role.TUTOR, Role.LEADER)))
    away = tag("small", board.say(f"走班 {walkers} 人", f"{walkers} walk")) if walkers else None
    where = tag("small", room_name(session, board.language)) if room else None
    return session_button(board, session, tag("span", name, board.marks_on(session)), who, where, away)


def chips(board: Board, sessions: Sequence[Session], *, of: str | None = None, room: bool = False) -> Markup:
    """Clubs of one slot side by side, in columns so wide that none is cut off: name, leader, the room if asked, and
    the head count (of one class, if `of` names it)."""
    width = max((_chip_px(board, s, room=room) for s in sessions), default=0)
    return tag("div", [_chip(board, s, of=of, room=room) for s in sessions], class_="chips", style=f"--chip:{width}px")


def _chip(board: Board, session: Session, *, of: str | None, room: bool) -> Markup:
    count = session.head_count if of is None else session.pupils[of]
    return session_button(
        board,
        session,
        tag("b", content_name(board.problem, session, board.language)),
        tag("small", board.people(session.people(Role.LEADER))),
        tag("em", room_name(session, board.language)) if room else None,
        tag("em", str(count), title=heads(count, board.language)),
        board.marks_on(session),
        form="chip",
    )


def _chip_px(board: Board, session: Session, *, room: bool) -> int:
    """About how wide the chip is, with room for two marks."""
    leaders = session.people(Role.LEADER)
    text = content_name(board.problem, session, board.language) + short_names(board.problem, leaders, board.language)
    text += room_name(session, board.language) if room else ""
    marks = board.count_marks(session) + sum(is_instructor(board.problem, person) for person in leaders)
    signs = em_width(text) + em_width(str(session.head_count))
    return round(signs * _CHIP_PT + marks * _MARK_PX + _CHIP_PADDING_PX)


def whole_cell(board: Board, session: Session, classes: Sequence[SchoolClass]) -> Markup:
    """A whole-school club over the classes that it takes: what, how many, where; by whom, and who goes with them."""
    problem, language = board.problem, board.language
    title = f"{KIND[session.kind].in_language(language)} · {content_name(problem, session, language)}"
    everyone = len(session.pupils) == len(problem.classes)
    count = board.say("全校 ", "all ") * everyone + heads(session.head_count, language)
    below: list[Content] = [board.say("带班 ", "led by "), board.people(session.people(Role.LEADER))]
    helpers = session.people(Role.ACCOMPANYING)
    if helpers and has_escorts(problem, session):
        own = {c.id: c.class_teacher for c in classes}
        found = escorts(problem, session)
        with_own = sum(found.get(c) == teacher for c, teacher in own.items())
        all_own = with_own == len(own)
        below.append(
            board.say(" · 各班由班主任陪同", " · each class with its class teacher")
            if all_own
            else board.say(f" · 各班跟班 {len(helpers)} 人", f" · {len(helpers)} go with their classes")
        )
    elif helpers:
        below.append(board.say(" · 陪同 ", " · with ") + short_names(problem, helpers, language))
    first = tag("span", tag("b", title), "　", f"{count} · {room_name(session, language)}", board.marks_on(session))
    return session_button(board, session, first, tag("small", *below))


def run_cell(board: Board, session: Session, runs: Sequence[Run]) -> Markup:
    """A session in the words of the workbook's sheets: bold runs are its name."""
    return session_button(
        board,
        session,
        joined(tag("b", lines(text)) if bold else tag("small", lines(text)) for text, bold in _split(runs)),
        board.marks_on(session),
        form="session lines",
    )


def _split(runs: Sequence[Run]) -> list[Run]:
    """Names and details, each in one piece, without the breaks and spaces that only stand between them on paper."""
    pieces = [("".join(text for text, _ in some), bold) for bold, some in groupby(runs, key=lambda run: run[1])]
    return [(text.strip("\n 　·"), bold) for text, bold in pieces if text.strip("\n 　")]


def title_of(board: Board, session: Session) -> str:
    """三(1) 语文, 书法, 巡查: what a session is called in headings and in choices."""
    name = content_name(board.problem, session, board.language)
    if session.school_class is None:
        return name
    return f"{class_title(board.problem, session.school_class)} {name}"
