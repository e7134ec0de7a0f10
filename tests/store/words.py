"""Sentences that the tests save."""

from models import Text

FIRST = Text("导入工作簿", "Workbook imported")
EDITED = Text("改了教师", "Teachers changed")
READY = Text("可以发了", "Ready")
DONE = Text("排好了", "Done")
