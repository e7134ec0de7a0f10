"""Issues of a workbook as a table: where, what is wrong, and what to do."""

from collections.abc import Sequence
from html import escape

from models import Issue, Severity, Text
from ui.language import say

_MOST = 200  # a page is no place for thousands


def issues_html(issues: Sequence[Issue]) -> str:
    """Errors before warnings, in the order of the workbook."""
    ordered = sorted(issues, key=lambda issue: issue.severity is not Severity.ERROR)
    rows = "".join(_row(issue) for issue in ordered[:_MOST])
    more = len(ordered) - _MOST
    if more > 0:
        rows += f"<tr><td></td><td></td><td>{escape(say(Text(f'还有 {more} 处', f'and {more} more')))}</td></tr>"
    heads = (Text("", ""), Text("位置", "Place"), Text("问题和改法", "What is wrong, and the cure"))
    head = "".join(f'<th scope="col">{escape(say(text))}</th>' for text in heads)
    return f'<table class="k-issues"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(issue: Issue) -> str:
    error = issue.severity is Severity.ERROR
    sign, word = ("✕", Text("错误", "error")) if error else ("！", Text("提醒", "warning"))
    place = "" if issue.sheet is None else issue.sheet if issue.cell is None else f"{issue.sheet} {issue.cell}"
    return (
        f'<tr><td class="{"err" if error else "warn"}" title="{escape(say(word))}">{sign}</td>'
        f"<td>{escape(place)}</td><td>{escape(say(issue.text))}</td></tr>"
    )
