"""Issues with their place in front of the sentence: '教师'!C12：…"""

from openpyxl.utils import get_column_letter

from models import Issue, Severity, Text

Place = tuple[int, int]  # row and column, from 1


def cell_name(place: Place) -> str:
    """(12, 3) → C12."""
    return f"{get_column_letter(place[1])}{place[0]}"


def should_be(expected: Text) -> Text:
    """“应为 0–30 的整数” / “should be a whole number 0–30”: Chinese before a digit or letter takes a space."""
    space = " " if expected.zh[:1].isascii() else ""
    return Text(f"应为{space}{expected.zh}", f"should be {expected.en}")


def file_issue(code: str, zh: str, en: str, severity: Severity = Severity.ERROR) -> Issue:
    """Something wrong with the file as a whole."""
    return Issue(code=code, text=Text(zh, en), severity=severity)


def sheet_issue(code: str, sheet: str, zh: str, en: str, severity: Severity = Severity.ERROR) -> Issue:
    """Something wrong with a sheet as a whole."""
    return Issue(code=code, text=Text(f"'{sheet}'：{zh}", f"'{sheet}': {en}"), severity=severity, sheet=sheet)


def cell_issue(
    code: str,
    sheet: str,
    place: Place,
    text: Text,
    severity: Severity = Severity.ERROR,
    path: tuple[str | int, ...] = (),
) -> Issue:
    """Something wrong with one cell."""
    cell = cell_name(place)
    return Issue(
        code=code,
        text=Text(f"'{sheet}'!{cell}：{text.zh}", f"'{sheet}'!{cell}: {text.en}"),
        severity=severity,
        path=path,
        sheet=sheet,
        cell=cell,
    )
