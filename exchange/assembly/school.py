"""The school, its week, grades, bands, classes and subjects."""

import re
from collections.abc import Sequence

from exchange.assembly.noun import Json, identified, noun, nouns
from exchange.class_names import class_key, grade_name, grade_number
from exchange.columns.simple_cells import time_from
from exchange.directory import Directory, Kind
from exchange.findings import Place, cell_issue
from exchange.parse import ParsedRow
from exchange.source_map import Source, SourceMap
from exchange.spelling import numeral
from models import Day, Issue, SlotKind, Text

_SPAN = re.compile(r"(.*?)\s*(?:-+|—+|–|―|至|到|~|～|－)\s*(.*)")


def school(row: ParsedRow, sources: SourceMap) -> Json:
    """School, term, settings; the cycle is part of the week."""

    def group(path: tuple[str, ...], fields: dict[str, str]) -> Json:
        for name, field in fields.items():
            sources.add((*path, name), row.sources.get(field))
        return {name: row.values[field] for name, field in fields.items() if field in row.values}

    made: Json = group((), {"school": "school"})
    made["term"] = group(("term",), {"name": "term", "first_day": "first_day", "last_day": "last_day"})
    settings = group(("settings",), {n: n for n in ("accompany_instructors", "pupils_per_adult")})
    settings["patrol"] = group(("settings", "patrol"), {"at_least": "at_least", "spread": "spread"})
    made["settings"] = settings
    sources.add(("week", "cycle"), row.sources.get("cycle"))
    return made


def week(rows: Sequence[ParsedRow], cycle: int, sources: SourceMap, issues: list[Issue]) -> Json:
    """Periods in the order in which they appear; kinds in order of generality, day, period."""
    periods: dict[object, Json] = {}
    kinds: list[tuple[tuple[object, ...], Json, ParsedRow, str]] = []
    for row in rows:
        number = row.values["number"]
        _times(row, issues)
        if number not in periods:
            path = ("week", "periods", len(periods))
            periods[number] = noun(row, path, sources, ("number", "start", "end"))
        else:
            _same_times(periods[number], row, issues)
        grades = row.values.get("grades") or []
        assert isinstance(grades, list)
        for day in Day:
            if (kind := row.values.get(f"day{int(day)}")) is not None:
                made: Json = {"day": int(day), "period": number, "kind": kind, "grades": grades}
                kinds.append(((bool(grades), int(day), number, grades), made, row, f"day{int(day)}"))
    kinds.sort(key=lambda entry: entry[0])
    for i, (_, _, row, field) in enumerate(kinds):
        path = ("week", "kinds", i)
        sources.add(path, row.sources.get(field))
        sources.add((*path, "grades"), row.sources.get("grades"))
        sources.add((*path, "period"), row.sources.get("number"))
    return {"periods": list(periods.values()), "kinds": [made for _, made, _, _ in kinds], "cycle": cycle}


def opened(week: Json) -> tuple[tuple[int, int], ...]:
    """The (day, period) pairs that are open for some grade."""
    kinds = week["kinds"]
    assert isinstance(kinds, list)
    return tuple(sorted({(k["day"], k["period"]) for k in kinds if k["kind"] is not SlotKind.OFF}))


def _times(row: ParsedRow, issues: list[Issue]) -> None:
    """A column 时间 with start and end in one cell fills the two fields."""
    source = row.sources.get("both")
    if source is None or source.place is None or "both" not in row.values:
        return
    match = _SPAN.fullmatch(str(row.values["both"]))
    times = [time_from(part) for part in match.groups()] if match else [None]
    if None in times:
        text = Text(
            f"“时间”应为起止时间，如 15:40—16:20，现在是“{row.values['both']}”。",
            f"“Time” should be start and end such as 15:40—16:20, but is “{row.values['both']}”.",
        )
        issues.append(cell_issue("bad_time", source.sheet, source.place, text))
        return
    for field, value in zip(("start", "end"), times, strict=True):
        row.values.setdefault(field, value)
        row.sources.setdefault(field, source)


def _same_times(period: Json, row: ParsedRow, issues: list[Issue]) -> None:
    """Another row of the same period may give its times too, but the same ones."""
    for field in ("start", "end"):
        value, source = row.values.get(field), row.sources.get(field)
        if value is None or source is None or source.place is None:
            continue
        if period.setdefault(field, value) != value:
            text = Text(
                f"同一节次写了两种时间（{period[field]:%H:%M} 和 {value:%H:%M}）：一节只能有一个时间，请改成一"
                f"致，或另立一节。",
                f"one period has two clock times ({period[field]:%H:%M} and {value:%H:%M}): make them equal, "
                "or make it a period of its own.",
            )
            issues.append(cell_issue("two_times", source.sheet, source.place, text))


def grades(
    rows: Sequence[ParsedRow], directory: Directory, class_source: Source | None, sources: SourceMap
) -> list[Json]:
    """The grades of the sheet, or those of the classes if there is no such sheet."""
    if not rows:
        sources.add(("grades",), class_source)
        return [{"id": grade, "number": number or 1} for grade, number in directory.grades]
    made = nouns(rows, "grades", sources, ("id", "number"))
    for grade in made:
        grade.setdefault("number", grade_number(str(grade["id"])) or 1)
    return made


def enter_grade_of(row: ParsedRow, directory: Directory) -> None:
    """Without a sheet 年级, the grades are those that the classes name, or that the classes' names tell."""
    key = class_key(str(row.values["id"]))
    typed = row.values.get("grade")
    if isinstance(typed, str):
        if directory.find(Kind.GRADE, typed) is None:
            directory.enter_grade(grade_name(typed), grade_number(typed))
    elif key is not None and key[0] not in (number for _, number in directory.grades):
        directory.enter_grade(f"{numeral(key[0])}年级", key[0])


def bands(rows: Sequence[ParsedRow], sources: SourceMap) -> list[Json]:
    """走班段."""
    fields = ("grades", "walking_least", "walking_most", "participation", "fixed_slots")
    return [
        identified(row, ("bands", i), sources) | noun(row, ("bands", i), sources, fields) for i, row in enumerate(rows)
    ]


def classes(rows: Sequence[ParsedRow], directory: Directory, sources: SourceMap, issues: list[Issue]) -> list[Json]:
    """班级; an empty grade is taken from the class's name."""
    made = nouns(rows, "classes", sources, ("id", "grade", "pupils", "class_teacher", "home_room"))
    for row, school_class in zip(rows, made, strict=True):
        if "grade" in school_class:
            continue
        key = class_key(str(school_class["id"]))
        found = next((g for g, n in directory.grades if key is not None and n == key[0]), None)
        school_class["grade"] = found or next(iter(directory.ids(Kind.GRADE)), "？")
        source = row.sources.get("grade", row.source)
        if found is None and source.place is not None and not _unread(row, "grade"):
            issues.append(_no_grade(source.sheet, source.place, str(school_class["id"])))
    return made


def _unread(row: ParsedRow, field: str) -> bool:
    """Whether something stood there that has been complained of already."""
    source = row.sources.get(field)
    return source is not None and source.typed is not None


def _no_grade(sheet: str, place: Place, name: str) -> Issue:
    text = Text(
        f"“年级”没有填，从班级名称“{name}”也看不出是哪个年级：请填年级。",
        f"“Grade” is empty, and the name “{name}” does not tell it: fill it in.",
    )
    return cell_issue("missing_value", sheet, place, text)


def subjects(rows: Sequence[ParsedRow], directory: Directory, sources: SourceMap) -> list[Json]:
    """学科, or the subjects of the homework quotas if there is no such sheet."""
    if not rows:
        return [{"id": word} for word in directory.ids(Kind.SUBJECT)]
    return nouns(rows, "subjects", sources, ("id", "written"))
