"""Looks of cells: kinds differ by lightness and border as well as hue, so that a black-and-white print tells them."""

from typing import Any

from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]

FONT = "微软雅黑"
INK, INK_2, INK_3, LINE = "#18212C", "#4A5766", "#66727F", "#9AA6B2"
THIN, THICK, DASHED, MEDIUM = 1, 5, 8, 2

INDENT_PX = 9

Look = dict[str, Any]

BASE: Look = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter", "text_wrap": True}
TITLE: Look = {**BASE, "font_size": 16, "bold": True, "text_wrap": False}
SUBTITLE: Look = {**BASE, "font_color": INK_2, "text_wrap": False}
SECTION: Look = {**BASE, "font_size": 12, "bold": True, "text_wrap": False}
NOTE: Look = {**BASE, "font_size": 9, "font_color": INK_2}
WARNING: Look = {**BASE, "bold": True, "font_color": "#B3261E", "border": MEDIUM, "border_color": "#B3261E"}
CELL: Look = {**BASE, "border": THIN, "border_color": LINE}
CENTRE: Look = {**CELL, "align": "center"}
HEAD: Look = {**CENTRE, "bold": True, "bg_color": "#EDF0F4"}
LABEL: Look = {**CELL, "align": "center", "bg_color": "#F4F6F9"}
TOTAL: Look = {**CELL, "bold": True, "bg_color": "#F4F6F9"}

BAR: Look = {**CELL, "indent": 1}  # room between a thick bar and the text
HOMEWORK: Look = {**BAR, "left": THICK, "left_color": "#B4BEC9"}
WALKING: Look = {**BAR, "bg_color": "#E3EEFA", "font_color": "#12365F", "left": THICK, "left_color": "#1F5FAE"}
WHOLE: Look = {**BAR, "bg_color": "#23466F", "font_color": "#FFFFFF", "left": MEDIUM, "left_color": INK}
ACTIVITY: Look = {**BAR, "bg_color": "#FBF1D9", "font_color": "#4A3500", "left": DASHED, "left_color": "#B47A00"}
PATROL: Look = {**BAR, "left": 6, "left_color": INK_2}
EMPTY: Look = {**CELL, "font_color": INK_3}
CLOSED: Look = {**CELL, "font_color": INK_3, "pattern": 14, "fg_color": "#C9D1DA", "bg_color": "#FFFFFF"}


class Styles:
    """The workbook's formats, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def of(self, look: Look) -> Format:
        """The format of this look."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(look)
        return self._made[key]

    def font(self, look: Look, bold: bool) -> Format:
        """The font alone, for a part of a cell's text."""
        kept: Look = {key: look[key] for key in ("font_name", "font_size", "font_color") if key in look}
        return self.of({**kept, "bold": bold or bool(look.get("bold"))})
