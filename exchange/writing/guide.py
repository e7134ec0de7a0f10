"""Sheet 填写说明: how to fill in the workbook, in the words of an office."""

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from exchange.columns import SHEETS
from exchange.writing.look import Look, print_on_a4
from models import Language, Text

TITLE = Text("课后服务排课工作簿 填写说明", "How to fill in the after-school service workbook")
STEPS = (
    Text(
        "必填的表：学校、作息、班级、教师、场地。其他表用不到就空着。",
        "Sheets that are needed: School, Times, Classes, Teachers, Rooms. Leave the others empty where not used.",
    ),
    Text(
        "深色表头必填，浅色表头选填；鼠标停在表头上可以看到填写要求。",
        "Dark headings are required, light ones are not; rest the mouse on a heading to see what belongs there.",
    ),
    Text(
        "以“（例）”开头的灰色行是示例，系统不读，可以删掉。",
        "Grey rows that begin with “(e.g.)” are examples; they are not read and may be deleted.",
    ),
    Text(
        "班级可写 一1、一(1)班、一年级1班；年级可写 一年级、三至五年级、全校。",
        "Classes may be written 一1, 一(1)班 or 一年级1班; grades 一年级, 三至五年级 or 全校.",
    ),
    Text(
        "时段写 周一第2节；只写 周一 表示整天；多个用、隔开。分单双周时可写 单周周三第1节，不写单双表示两周都算。",
        "Slots: Mon period 2; Mon alone is the whole day; several separated by commas. With odd and even weeks: "
        "odd Wed period 1; without odd or even, both weeks.",
    ),
    Text(
        "一格里有多项（教师、专长、年级、时段）用、隔开。各表里的姓名、场地、社团写法要一致。",
        "Several entries in one cell are separated by commas. Names of people, rooms and clubs must agree "
        "between sheets.",
    ),
    Text(
        "可以加“备注”“序号”列，可以调换列和表的顺序，可以留空行。",
        "You may add columns “Notes” and “No.”, reorder columns and sheets, and leave rows empty.",
    ),
    Text(
        "填好以后先检查：检查会一次列出所有问题，写明哪张表哪一格、错在哪里、怎么改。",
        "Then check it: the check lists every problem at once, with sheet, cell, and the cure.",
    ),
)
_SHEETS = Text("各张表", "The sheets")


def write_guide(page: Worksheet, look: Look, language: Language) -> None:
    """Title, steps, and one line about each sheet."""
    page.hide_gridlines(2)
    page.set_column(0, 0, 20)
    page.set_column(1, 1, 110)
    page.write_string(0, 0, TITLE.in_language(language), look.title)
    page.set_row(0, 28)
    row = 2
    for number, step in enumerate(STEPS, start=1):
        page.write_string(row, 0, f"{number}", look.words)
        page.write_string(row, 1, step.in_language(language), look.words)
        row += 1
    row += 1
    page.write_string(row, 0, _SHEETS.in_language(language), look.section)
    for sheet in SHEETS:
        row += 1
        must = Text("（必填）", " (required)") if sheet.required else Text("", "")
        name = sheet.title.in_language(language) + must.in_language(language)
        page.write_string(row, 0, name, look.section)
        page.write_string(row, 1, sheet.note.in_language(language), look.words)
    print_on_a4(page, 0, language)
