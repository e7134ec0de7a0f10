"""The list of clubs as a workbook, to be sent to parents or put on the school's page."""

from datetime import datetime
from io import BytesIO

from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]

from exchange.handouts.club_lists import WIDTHS, club_heads, club_rows
from exchange.handouts.head import Head
from exchange.results import styles
from exchange.results.styles import Styles

_SAME_EVERY_TIME = datetime(2000, 1, 1)  # noqa: DTZ001  no clock in the file: equal inputs give equal bytes


def club_book(head: Head) -> bytes:
    """A4 landscape, one page wide; texts are texts, whatever they begin with."""
    content = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    workbook = Workbook(content, options)
    workbook.set_properties({"title": head.problem.school, "created": _SAME_EVERY_TIME})
    looks, sheet = Styles(workbook), workbook.add_worksheet(head.say("社团一览表", "Clubs"))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width * 0.62)
    row = 0
    warning = "" if head.warning is None else head.warning.in_language(head.language)
    if warning:
        sheet.set_header("&C" + warning.replace("&", "&&"))
        sheet.merge_range(row, 0, row, len(WIDTHS) - 1, "", looks.of(styles.WARNING))
        sheet.write_string(row, 0, warning, looks.of(styles.WARNING))
        row += 1
    title = f"{head.problem.school} · {head.problem.term.name} {head.say('社团一览表', 'Clubs')}"
    sheet.write_string(row, 0, title, looks.of({**styles.SECTION}))
    for column, name in enumerate(club_heads(head)):
        sheet.write_string(row + 1, column, name, looks.of(styles.HEAD))
    sheet.freeze_panes(row + 2, 1)
    sheet.repeat_rows(row + 1)
    for at, values in enumerate(club_rows(head), start=row + 2):
        for column, value in enumerate(values):
            look = looks.of({**styles.CELL, "bold": column == 0})
            if isinstance(value, int):
                sheet.write_number(at, column, value, look)
            else:
                sheet.write_string(at, column, value, look)
    data = head.data
    foot = " · ".join(str(data[key]) for key in ("mark", "printed") if data[key])
    sheet.set_footer("&L" + head.problem.school.replace("&", "&&") + "&R" + foot.replace("&", "&&") + " · &P/&N")
    workbook.close()
    return content.getvalue()
