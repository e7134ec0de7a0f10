"""Sheets of the policy report: 政策 (what the district asks for) and 机构 (the bureau's list)."""

from dataclasses import dataclass
from datetime import time

from exchange.columns.description import CellType, Column, Context, Layout, Sheet, UnreadableError
from exchange.columns.simple_cells import ChoiceCell, DateCell, TextCell, TimeCell, WholeCell, YesNoCell
from exchange.spelling import as_text, join_list, split_list
from models import Language, PolicyItem, PolicyNeed, PolicySeverity, Text

SEVERITY = ChoiceCell(
    (
        (PolicySeverity.MUST, PolicySeverity.MUST.label, ("一定", "硬性")),
        (PolicySeverity.SHOULD, PolicySeverity.SHOULD.label, ("应该", "原则上")),
        (PolicySeverity.NOTE, PolicySeverity.NOTE.label, ("提醒", "参考", "一般")),
    )
)


@dataclass(frozen=True)
class FigureCell:
    """What an item is judged by: which kind of figure that is, only the row's item tells (`figure_of`)."""

    is_list: bool = False

    @property
    def expected(self) -> Text:
        return Text("整数、时间或字样", "a number, a time or words")

    def read(self, typed: object, context: Context) -> object:
        return typed

    def write(self, value: object, context: Context) -> object:
        if isinstance(value, time):
            return f"{value:%H:%M}"
        return join_list(value) if isinstance(value, tuple) else value

    def choices(self, language: Language) -> list[str]:
        return []


def figure_of(item: PolicyItem, typed: object, context: Context) -> tuple[str, object]:
    """The field of a `PolicySetting` and its value. Raises UnreadableError, also for an item that has no figure."""
    cell: CellType
    match item.need:
        case PolicyNeed.NUMBER:
            cell = WholeCell(item.least, item.most)
        case PolicyNeed.CLOCK:
            cell = TimeCell()
        case PolicyNeed.WORDS:
            return "words", split_list(as_text(typed))
        case PolicyNeed.NOTHING:
            raise UnreadableError("no_figure", Text("空（这一项没有标准可填）", "empty (this item has no figure)"))
    try:
        value = cell.read(typed, context)
    except UnreadableError as wrong:
        raise UnreadableError(wrong.code, cell.expected) from wrong
    if isinstance(value, int) and not item.least <= value <= item.most:
        raise UnreadableError("out_of_range", cell.expected)
    return ("number" if item.need is PolicyNeed.NUMBER else "clock"), value


POLICY = Sheet(
    "policy",
    Text("政策", "Policy"),
    Text(
        "政策自查的项目，每项一行。只填和当地要求不同的格子，不填就用默认；不影响排课。",
        "What the policy report judges, one item a row. Fill in only what differs in the district; no input of the "
        "timetable.",
    ),
    (
        Column(
            "item",
            Text("项目代号", "Item"),
            Text("项目的代号，请不要改。", "The item's key; do not change."),
            TextCell(Text("项目代号", "an item's key")),
            ("代号", "key"),
            required=True,
            width=18,
        ),
        Column(
            "title",
            Text("项目", "Title"),
            Text("项目的名称，只供阅读。", "For reading only."),
            TextCell(),
            ("项目名称", "名称"),
            width=24,
        ),
        Column(
            "default",
            Text("默认标准", "Default"),
            Text("不填时的标准和程度，只供阅读。", "What holds without an entry; for reading only."),
            TextCell(),
            ("默认",),
            width=24,
        ),
        Column(
            "on",
            Text("检查", "Judged"),
            Text("要不要检查这一项；不填为“是”。", "Whether it is judged; empty: yes."),
            YesNoCell(),
            ("是否检查", "开关"),
            width=8,
        ),
        Column(
            "figure",
            Text("标准", "Figure"),
            Text(
                "当地的标准：照“默认标准”那样填数、时间（如 17:30）或字样（用、隔开）；不填用默认。",
                "The district's figure, of the kind of the default: number, time (such as 17:30) or words.",
            ),
            FigureCell(),
            ("数值", "当地标准"),
            width=18,
        ),
        Column(
            "severity",
            Text("程度", "Severity"),
            Text(
                "必须：不符合就是违规；应当：要说明原因；提示：只提醒。不填用默认。",
                "must, should or note; empty: the default.",
            ),
            SEVERITY,
            ("严重程度",),
            width=8,
        ),
        Column(
            "basis",
            Text("本地依据", "Local document"),
            Text(
                "当地文件的名称和文号，印在报告上；请照原件填写。",
                "Name and number of the local document, printed as the source; copy it from the original.",
            ),
            TextCell(Text("文件名称和文号", "a document and its number")),
            ("依据", "文号", "文件"),
            width=24,
        ),
        Column(
            "sentence",
            Text("说明", "Meaning"),
            Text("项目的意思，只供阅读。", "For reading only."),
            TextCell(),
            ("项目说明",),
            width=70,
        ),
    ),
    Layout.FIXED,
    synonyms=("政策自查", "政策检查", "政策要求"),
)

INSTITUTIONS = Sheet(
    "institutions",
    Text("机构", "Institutions"),
    Text(
        "教育部门公布的、学校可以选用的机构，每家一行；没有外聘教师就不填。只供政策自查核对。",
        "Institutions on the bureau's published list, one row each; only the policy report reads it.",
    ),
    (
        Column(
            "name",
            Text("机构名称", "Institution"),
            Text("与“外聘教师”表里的机构写成一样。", "As in sheet 外聘教师."),
            TextCell(Text("机构名称", "an institution")),
            ("机构", "名称", "第三方机构"),
            required=True,
            examples=("某艺术中心",),
            width=24,
        ),
        Column(
            "approved_from",
            Text("审核有效期起", "Approved from"),
            Text("从哪天起可以选用；不填为没有写明。", "First day of the approval; empty: not given."),
            DateCell(),
            ("有效期起", "审核日期"),
            examples=("2026-09-01",),
            width=14,
        ),
        Column(
            "approved_until",
            Text("审核有效期至", "Approved until"),
            Text("到哪天为止；名单一般每年更新。不填为没有写明。", "Last day of the approval; empty: not given."),
            DateCell(),
            ("有效期至", "有效期止", "有效期"),
            examples=("2027-08-31",),
            width=14,
        ),
    ),
    synonyms=("机构名单", "第三方机构", "审核机构"),
)
