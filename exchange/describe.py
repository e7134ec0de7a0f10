"""docs/workbook.md, from the description of the sheets: `python -m exchange.describe` writes it anew."""

import sys
from pathlib import Path

from exchange.columns import SCENARIOS, SHEETS, Column, Sheet
from exchange.columns.change_words import CHANGE_WORDS, ChangeWords
from exchange.writing.guide import STEPS
from models import CHANGE_KINDS, Language, Text

PAGE = Path(__file__).parent.parent / "docs" / "workbook.md"
_TITLE = Text("工作簿", "The workbook")
_MADE = "<!-- Made by `python -m exchange.describe`; change exchange/columns, not this page. -->"
_HEADS = Text("| 列 | 必填 | 填什么 | 说明 | 也认作 |", "| column | required | what | meaning | also read |")
_ACCEPTED = (
    Text(
        "班级：一1、一(1)、一（1）班、一⑴、一年级1班、1.1、101 都是一1；年级：一年级、一、1，初一就是七年级。",
        "Classes: 一1, 一(1), 一（1）班, 一⑴, 一年级1班, 1.1 and 101 are all 一1; grades: 一年级, 一 and 1; 初"
        "一 is 七年级.",
    ),
    Text(
        "时段：周一第2节、周一2、星期一第二节、周一、三第2节、周一至周三第2节、每天第2节；周一是整天；单周周三第1节。",
        "Slots: Mon period 2, Mon 2, 周一第2节, 周一、三第2节, 每天第2节; Mon is the whole day; odd Wed period 1.",
    ),
    Text(
        "全角半角、多余空格、空行、合并单元格、标题行在上面、列和表换了顺序、英文表头，都能读。",
        "Full width, spaces, empty rows, merged cells, a title above the headings, other orders and English "
        "headings are read.",
    ),
    Text(
        "清单用 、 ， , ； ; 或换行隔开；名称里本身有这些符号的，用英文双引号括起来。",
        'Lists are separated by 、 ， , ； ; or line breaks; a name that has such a sign stands in "double quotes".',
    ),
    Text(
        "日期：Excel 日期、2026-09-01、2026/9/1、2026年9月1日；时间：Excel 时间、15:40、15：40。公式取已算好的结果。",
        "Dates: Excel's, 2026-09-01, 2026/9/1, 2026年9月1日; times: Excel's, 15:40, 15：40. Formulas: their "
        "stored result.",
    ),
    Text(
        "“备注”“序号”“合计”列和“合计”行不读；其他多出来的列和表会提醒一次，不影响排课。",
        "Columns 备注, 序号 and 合计 and rows 合计 are left out; other columns and sheets that are not read "
        "get a warning.",
    ),
)


def workbook_page() -> str:
    """The page in both languages, Chinese first."""
    parts = [f"# {_TITLE.zh} · {_TITLE.en}", _MADE, "[中文](#中文) · [English](#english)"]
    languages: tuple[tuple[Language, str], ...] = (("zh", "中文"), ("en", "English"))
    for language, name in languages:
        parts.append(f"## {name}")
        parts.append("\n".join(f"{n}. {s.in_language(language)}" for n, s in enumerate(STEPS, start=1)))
        parts.append({"zh": "### 怎么写都能读", "en": "### Spellings that are read"}[language])
        parts.append("\n".join(f"- {line.in_language(language)}" for line in _ACCEPTED))
        for sheet in SHEETS:
            parts.append(_sheet(sheet, language))
            if sheet is SCENARIOS:
                parts.append(_changes(language))
    return "\n\n".join(parts) + "\n"


def _sheet(sheet: Sheet, language: Language) -> str:
    must = Text("（必填）", " (required)") if sheet.required else Text("", "")
    lines = [
        f"### {sheet.title.in_language(language)}{must.in_language(language)}",
        "",
        sheet.note.in_language(language),
    ]
    if sheet.synonyms and language == "zh":
        lines[-1] += f"（表名也可以是：{'、'.join(sheet.synonyms)}）"
    lines += ["", _HEADS.in_language(language), "| --- | --- | --- | --- | --- |"]
    return "\n".join([*lines, *(_column(column, language) for column in sheet.columns)])


def _changes(language: Language) -> str:
    """How each kind of change is written."""
    lead = Text(
        "“内容”里各项写成“名称 值”，用；隔开；括号里的名称可以不写。内容也可以是 JSON，字段见 `models/changes`。",
        "Items of the content are written “name value”, separated by ;. Names in brackets may be left out. JSON is "
        "read too, with the fields of `models/changes`.",
    )
    heads = Text("| 变更 | 对象 | 内容 |", "| Change | Object | Content |")
    lines = [lead.in_language(language), "", heads.in_language(language), "| --- | --- | --- |"]
    return "\n".join([*lines, *(_change(words, language) for words in CHANGE_WORDS)])


def _change(words: ChangeWords, language: Language) -> str:
    items = []
    for column in words.items:
        name, what = column.title.in_language(language), column.cell.expected.in_language(language)
        must = Text("，必填", ", required") if words.inside is not None and column.required else Text("", "")
        if column.field == "drop_ratio":
            items.append(name)
        elif column.field == words.bare:
            optional = Text(f"（{name}）{what}", f"({name}) {what}")
            items.append(what if len(words.items) == 1 else optional.in_language(language))
        else:
            items.append(f"{name} {what}{must.in_language(language)}")
    thing = "" if words.object is None else words.object.note.in_language(language)
    separator = {"zh": "；", "en": "; "}[language]
    return f"| {CHANGE_KINDS[words.kind].title.in_language(language)} | {thing} | {separator.join(items)} |"


def _column(column: Column, language: Language) -> str:
    required = {"zh": "是", "en": "yes"}[language] if column.required else ""
    what = column.cell.expected.in_language(language)
    note = column.note.in_language(language)
    if column.rare:
        note += Text(
            "（模板里没有这一列，需要时自己加。）", " (Not on the template; add it where needed.)"
        ).in_language(language)
    also = "、".join(column.synonyms) if language == "zh" else column.title.zh
    cells = (column.title.in_language(language), required, what, note, also)
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(workbook_page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
