"""Into a new school year: every class goes up a grade, the highest leaves, and the first grade begins anew."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from exchange.class_names import class_key, class_name, grade_name, grade_number
from exchange.columns import SHEETS
from exchange.columns.reference_cells import GradesCell, RefCell, RefsCell, items
from exchange.directory import Kind
from exchange.document.edits import with_cells, with_rows, without_rows
from exchange.document.parts import Part, parts_of
from exchange.document.sheets import Document
from exchange.document.typed import bare, typed_text
from exchange.findings import Place
from exchange.spelling import join_list, number_from, numeral
from models import Text

_CLEARED = ("signups", "pins")  # of one year's pupils, and of one term
_GRADE = re.compile(r"([小初高]?)([一二三四五六七八九]|[1-9])")


@dataclass(frozen=True)
class Promotion:
    """The document of the new year, and what became of the classes."""

    document: Document
    up: Mapping[str, str]  # class → what it is called now
    leaving: tuple[str, ...]
    new: tuple[str, ...]  # classes of the first grade, of which pupils and teachers are to be filled in
    odd: tuple[str, ...]  # classes whose name says no grade: only their grade changes
    gone: Mapping[str, int]  # sheet → rows that are left out: sign-ups, locks, and of classes that leave
    roomless: tuple[str, ...]  # classes that have no room of their own any more

    @property
    def texts(self) -> tuple[Text, ...]:
        """What changes, in sentences."""
        found: list[Text] = []
        if self.up:
            pairs = "、".join(f"{old}→{new}" for old, new in self.up.items())
            found.append(
                Text(
                    f"{len(self.up)} 个班升一级，班主任和任课教师跟班走：{pairs}",
                    f"{len(self.up)} classes go up a grade, with their teachers: {pairs.replace('、', ', ')}",
                )
            )
        for names, text in (
            (self.leaving, Text("毕业离校", "Leaving")),
            (self.new, Text("新生班（人数、班主任、任课教师待填）", "New, with pupils and teachers to be filled in")),
            (self.odd, Text("班名看不出年级，只改年级", "Names that say no grade: only the grade changes")),
            (self.roomless, Text("固定教室待定", "Without a home room")),
        ):
            if names:
                found.append(Text(f"{text.zh}：{'、'.join(names)}", f"{text.en}: {', '.join(names)}"))
        if self.gone:
            titles = {sheet.key: sheet.title for sheet in SHEETS}
            zh = "、".join(f"{titles[key].zh} {count} 行" for key, count in self.gone.items())
            en = ", ".join(f"{titles[key].en} {count}" for key, count in self.gone.items())
            found.append(Text(f"去掉毕业班和上学年的行：{zh}", f"Rows of the old year and of classes that leave: {en}"))
        return tuple(found)


def promoted(document: Document) -> Promotion:
    """The school a year later: classes and their teachers go up, rooms stay where they are.

    What the school has set for a grade (homework, clubs, bands) stays with the grade; what it has set for a class goes
    with the class. Sign-ups and locks are left out.
    """
    parts = {part.sheet.key: part for part in parts_of(document)}
    classes = parts["classes"]
    old = _classes(document, classes)
    grades = sorted({number for _, number in old.values() if number is not None})
    if not grades:
        return Promotion(document, {}, (), (), (), {}, ())
    first, last = grades[0], grades[-1]
    leaving = tuple(name for name, (_, grade) in old.items() if grade == last)
    new = tuple(name for name, (_, grade) in old.items() if grade == first and class_key(name))
    up = {name: _up(name) for name in old if name not in leaving and class_key(name)}
    odd = tuple(name for name in old if name not in leaving and not class_key(name))
    document, cleared = _cleared(document)
    names: dict[str, str | None] = {class_name(a): b for a, b in up.items()} | {class_name(a): None for a in leaving}
    document, dropped = _followed(document, names)
    document, roomless = _class_sheet(document, old, up, leaving, new, last)
    document = _new_rows(document, "teaching", "class", new)
    return Promotion(document, up, leaving, new, odd, {**cleared, **dropped}, roomless)


def _classes(document: Document, part: Part) -> dict[str, tuple[int, int | None]]:
    """Class as it is typed → its row and the number of its grade."""
    page = document.sheet(part.name)
    found: dict[str, tuple[int, int | None]] = {}
    if page is None or "id" not in part.columns:
        return found
    for row in part.rows:
        name = bare(page.text((row, part.columns["id"]))).strip()
        typed = bare(page.text((row, part.columns["grade"]))) if "grade" in part.columns else ""
        key = class_key(name)
        number = grade_number(typed) if typed.strip() else None
        if name:
            found[name] = (row, number if number is not None else key[0] if key else None)
    return found


def _up(name: str) -> str:
    """一1 → 二1, 三(2)班 → 四(2)班, 101 → 201: as the school writes it."""

    def next_one(match: re.Match[str]) -> str:
        stage, grade = match.groups()
        number = (number_from(grade) or 0) + 1
        return stage + (str(number) if grade.isdigit() else numeral(number))

    return _GRADE.sub(next_one, name, count=1)


def _cleared(document: Document) -> tuple[Document, dict[str, int]]:
    found: dict[str, int] = {}
    for part in parts_of(document):
        if part.sheet.key in _CLEARED and part.rows:
            document = without_rows(document, part.name, part.rows)
            found[part.sheet.key] = len(part.rows)
    return document, found


def _followed(document: Document, names: Mapping[str, str | None]) -> tuple[Document, dict[str, int]]:
    """Every reference to a class follows it; rows that speak only of classes that leave go."""
    dropped: dict[str, int] = {}
    for part in parts_of(document):
        page = document.sheet(part.name)
        if page is None or not part.heading or part.sheet.key == "classes":
            continue
        texts: dict[Place, str] = {}
        gone: set[int] = set()
        for field, number in part.columns.items():
            cell = part.sheet.column(field).cell
            if not (isinstance(cell, RefCell | RefsCell) and cell.kind is Kind.CLASS) and not (
                isinstance(cell, GradesCell) and cell.classes_too
            ):
                continue
            for row in part.rows:
                text = bare(page.text((row, number)))
                words = items(text) if cell.is_list else [text.strip()]
                now = [new for word in words if (new := names.get(class_name(word), word)) is not None]
                if now != words:
                    texts[row, number] = typed_text(join_list(now) if cell.is_list else "".join(now))
                    gone |= set() if now else {row}
        if texts:
            document = with_cells(document, part.name, texts)
        if gone:
            document = without_rows(document, part.name, gone)
            dropped[part.sheet.key] = len(gone)
    return document, dropped


def _class_sheet(
    document: Document, old: Mapping[str, tuple[int, int | None]], up: Mapping[str, str], leaving: Sequence[str],
    new: Sequence[str], last: int,
) -> tuple[Document, tuple[str, ...]]:  # fmt: skip
    """Names, grades and rooms of the classes; which of them have no room any more."""
    part = next(part for part in parts_of(document) if part.sheet.key == "classes")
    page = document.sheet(part.name)
    assert page is not None
    column = part.columns

    def text(name: str, field: str) -> str:
        return page.text((old[name][0], column[field])) if field in column and name in old else ""

    rooms = {class_name(name): text(name, "home_room") for name in old}
    texts: dict[Place, str] = {}
    roomless: list[str] = []
    for name, (row, grade) in old.items():
        if name in leaving or grade is None:
            continue
        if name in up:
            texts[row, column["id"]] = up[name]
            if "home_room" in column:
                room = rooms.get(class_name(up[name]), "")
                texts[row, column["home_room"]] = room
                roomless += [up[name]] if rooms[class_name(name)] and not room else []
        if text(name, "grade"):
            texts[row, column["grade"]] = typed_text(_next_grade(text(name, "grade"), min(grade + 1, last)))
    document = with_cells(document, part.name, texts) if texts else document
    document = without_rows(document, part.name, [old[name][0] for name in leaving])
    given: Callable[[str], dict[str, str]] = lambda name: {f: text(name, f) for f in ("grade", "home_room")}  # noqa: E731
    return _new_rows(document, "classes", "id", new, given), tuple(roomless)


def _next_grade(typed: str, number: int) -> str:
    """The grade in the way in which this one is written."""
    return str(number) if bare(typed).strip().isdigit() else grade_name(str(number))


def _new_rows(
    document: Document, key: str, field: str, names: Sequence[str],
    given: Callable[[str], Mapping[str, str]] = lambda _: {},
) -> Document:  # fmt: skip
    """A row for each new class above all others, empty but for its name and what is given."""
    part = next(part for part in parts_of(document) if part.sheet.key == key)
    if not part.heading or field not in part.columns or not names:
        return document
    rows = []
    for name in names:
        cells = {part.columns[f]: text for f, text in {field: name, **given(name)}.items() if f in part.columns}
        rows.append([cells.get(n, "") for n in range(1, max(cells) + 1)])
    return with_rows(document, part.name, min(part.rows, default=part.heading + 1), rows)
