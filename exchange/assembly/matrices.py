"""Sheets with a column per subject or class: 任课 into the classes, 社团报名 into the clubs."""

from collections.abc import Sequence
from dataclasses import replace

from exchange.assembly.noun import Json
from exchange.class_names import class_key
from exchange.columns import TEACHING, Column
from exchange.directory import Kind
from exchange.findings import Place, cell_issue
from exchange.parse import Parser
from exchange.source_map import Source, SourceMap
from exchange.spelling import fold, nearest
from exchange.table import Table, is_ignored
from models import Issue, Severity, Text

_CLASS_TEACHER = frozenset({"班主任", "classteacher"})


def teaching(table: Table, parser: Parser, classes: Sequence[Json], sources: SourceMap) -> None:
    """Fill `teachers` of each class; a column 班主任 serves where sheet 班级 leaves it empty."""
    if "class" not in table.columns:
        return
    index = {c["id"]: i for i, c in enumerate(classes)}
    people = TEACHING.column("people")
    subjects = [(c, text) for c, text in table.others.items() if text and not is_ignored(text) and text != "年级"]
    seen: dict[object, Place] = {}
    for row in parser.rows(table, "class"):
        name, place = row.values["class"], row.source.place
        if place is None or (
            row.sources["class"].typed is not None and not _known(name, index, row.sources["class"], Kind.CLASS, parser)
        ):
            continue
        if name in seen or name not in index:
            if name in seen:
                parser.issues.append(_twice(row.sources["class"], str(name), seen[name]))
            continue
        seen[name] = place
        i = index[name]
        taught = classes[i].setdefault("teachers", {})
        assert isinstance(taught, dict)
        for c, heading in subjects:
            here = (row.number, c)
            typed = table.grid.cells.get(here)
            column = Column("people", Text(heading, heading), people.note, people.cell)
            found = parser.cell(table.grid.name, here, column, typed)
            if not found or not isinstance(found, list):
                continue
            source = Source(table.grid.name, here, column, typed)
            if fold(heading) in _CLASS_TEACHER:
                if "class_teacher" not in classes[i]:
                    classes[i]["class_teacher"] = found[0]
                    sources.add(("classes", i, "class_teacher"), source)
                continue
            subject = parser.context.directory.find(Kind.SUBJECT, heading) or heading
            taught[subject] = found
            sources.add(("classes", i, "teachers", subject), source)


def enrolment(table: Table, parser: Parser, clubs: Sequence[Json], sources: SourceMap) -> None:
    """Fill `enrolment` of the cross-class clubs, from three columns or from a column per class."""
    if "club" not in table.columns:
        return
    index = {c["id"]: i for i, c in enumerate(clubs)}
    long = {"class", "pupils"} <= table.columns.keys()
    headings = {} if long else _class_headings(table, parser)
    for row in parser.rows(table, *(("club", "class", "pupils") if long else ("club",))):
        club = row.values["club"]
        if row.sources["club"].typed is None or not _known(club, index, row.sources["club"], Kind.CLUB, parser):
            continue
        i = index[club]
        if clubs[i]["kind"] != "cross_class":
            parser.issues.append(_not_walking(row.sources["club"], str(club)))
            continue
        entries: list[tuple[object, object, Source]] = []
        if long:
            entries.append((row.values["class"], row.values["pupils"], row.sources["pupils"]))
        for c, name in headings.items():
            here = (row.number, c)
            column = replace(table.sheet.column("pupils"), required=False)
            typed = table.grid.cells.get(here)
            value = parser.cell(table.grid.name, here, column, typed)
            if value is not None:
                entries.append((name, value, Source(table.grid.name, here, column, typed)))
        joined = clubs[i].setdefault("enrolment", {})
        assert isinstance(joined, dict)
        for school_class, value, source in entries:
            if school_class in joined:
                before = sources.find(("clubs", i, "enrolment", str(school_class)))
                place = before.place if before is not None else None
                parser.issues.append(_twice(source, f"{club}·{school_class}", place))
            joined[school_class] = value
            sources.add(("clubs", i, "enrolment", str(school_class)), source)


def _class_headings(table: Table, parser: Parser) -> dict[int, str]:
    """Column → class, of the columns that are classes; others are complained of once, at their heading."""
    found: dict[int, str] = {}
    for c, text in table.others.items():
        if not text or is_ignored(text):
            continue
        name = parser.context.directory.find(Kind.CLASS, text)
        if name is not None:
            found[c] = name
        else:
            severity = Severity.ERROR if class_key(text) else Severity.WARNING
            words = Text(
                f"“班级”表里没有班级“{text}”，这一列没有读入。", f"there is no class “{text}”; the column was not read."
            )
            code = "known_class" if class_key(text) else "extra_column"
            parser.issues.append(cell_issue(code, table.grid.name, (table.heading, c), words, severity))
    return found


def _known(name: object, index: dict[object, int], source: Source, kind: Kind, parser: Parser) -> bool:
    if name in index:
        return True
    near = nearest(str(name), parser.context.directory.ids(kind))
    what = Text("班级", "class") if kind is Kind.CLASS else Text("社团", "club")
    guess = Text("请先登记它，或者改成已有的名称。", "enter it first, or use an existing name.")
    if near is not None:
        guess = Text(f"是不是“{near}”？", f"is “{near}” meant?")
    if source.place is not None:
        text = Text(f"没有叫“{name}”的{what.zh}，{guess.zh}", f"there is no {what.en} called “{name}”; {guess.en}")
        code = "known_class" if kind is Kind.CLASS else "known_club"
        parser.issues.append(cell_issue(code, source.sheet, source.place, text))
    return False


def _twice(source: Source, name: str, before: Place | None) -> Issue:
    other = Source(source.sheet, before).cell or ""
    text = Text(
        f"“{name}”写了两次（另一处：{other}）：请只留一处。", f"“{name}” is there twice (also {other}): keep one."
    )
    return cell_issue("duplicate_row", source.sheet, source.place or (1, 1), text)


def _not_walking(source: Source, name: str) -> Issue:
    text = Text(
        f"“{name}”不是走班社团，不用填报名人数，这一行没有读入。",
        f"“{name}” is no cross-class club and has no enrolment; the row was not read.",
    )
    return cell_issue("value_in_vain", source.sheet, source.place or (1, 1), text, Severity.WARNING)
