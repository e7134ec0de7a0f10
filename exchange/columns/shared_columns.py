"""Columns and words that several sheets share: names, notes, wishes, odd and even weeks, who may serve."""

from pydantic import BaseModel

from exchange.columns.bounds import bounds
from exchange.columns.description import Column
from exchange.columns.reference_cells import SlotsCell
from exchange.columns.simple_cells import ChoiceCell, TextCell, WholeCell
from models import MayServe, Parity, Text, Wish

PARITY = ChoiceCell(
    (
        (Parity.EVERY, Text("每周", "every week"), ("都上", "不分", "单双周", "每周都")),
        (Parity.ODD, Text("单周", "odd weeks"), ("单", "奇数周", "odd")),
        (Parity.EVEN, Text("双周", "even weeks"), ("双", "偶数周", "even")),
    )
)

SUBJECT_TEACHERS = (
    MayServe.SUBJECT,
    Text("本学科教师", "teachers of the subject"),
    ("本学科", "任教本学科", "学科教师"),
)
OWN_TEACHERS = (
    MayServe.OWN,
    Text("本学科或本班任课教师", "teachers of the subject or of the class"),
    ("本班任课教师", "本班教师", "任课教师", "本班任课", "own teachers"),
)
CLASS_TEACHER = (MayServe.CLASS_TEACHER, Text("班主任", "class teacher"), ("本班班主任",))
NAMED = (MayServe.NAMED, Text("指定教师", "named teachers"), ("指定", "named"))
SKILLED = (MayServe.SKILL, Text("有专长的教师", "teachers with the skill"), ("专长", "按专长", "有专长"))
ANYBODY = (MayServe.ANYBODY, Text("全体教师", "every teacher"), ("不限", "所有教师", "任何教师", "全部", "均可"))

WISH_FIELDS = {
    "strongly_wished": Wish.STRONGLY_WISHED,
    "wished": Wish.WISHED,
    "unwished": Wish.UNWISHED,
    "strongly_unwished": Wish.STRONGLY_UNWISHED,
}


def whole(
    model: type[BaseModel],
    name: str,
    title: Text,
    note: Text,
    *synonyms: str,
    required: bool = False,
    examples: tuple[str, ...] = (),
    field: str | None = None,
) -> Column:
    """A column for a whole-number field, with the model's own limits."""
    cell = WholeCell(*bounds(model, name))
    return Column(field or name, title, note, cell, synonyms, required=required, examples=examples, width=10)


def identity(note: Text) -> Column:
    """编号: only needed where two things have one name."""
    cell = TextCell(Text("编号", "an id"))
    return Column("id", Text("编号", "Id"), note, cell, ("工号", "代号", "code"), rare=True)


def fixed_slots(title: Text, note: Text, *synonyms: str, examples: tuple[str, ...] = ()) -> Column:
    """Slots in which something has to happen: they must be open."""
    return Column("fixed_slots", title, note, SlotsCell(closed_allowed=False), synonyms, examples=examples, width=18)


def parity(note: Text, examples: tuple[str, ...] = ()) -> Column:
    """每周, 单周 or 双周."""
    title = Text("单双周", "Weeks")
    return Column("weeks", title, note, PARITY, ("周次安排", "单周双周", "odd/even"), examples=examples, width=9)


def wishes(*examples: dict[str, str]) -> tuple[Column, ...]:
    """Four columns, one per level of a wish."""
    titles = {
        "strongly_wished": (Text("很想排", "Strongly wished"), Text("最希望服务的时段", "slots wished for most")),
        "wished": (Text("想排", "Wished"), Text("希望服务的时段", "slots wished for")),
        "unwished": (Text("不想排", "Unwished"), Text("不希望服务的时段", "slots not wished for")),
        "strongly_unwished": (
            Text("很不想排", "Strongly unwished"),
            Text("最不希望服务的时段", "slots wished for least"),
        ),
    }
    return tuple(
        Column(
            field,
            title,
            Text(
                f"{note.zh}，尽量照顾，不保证；写法同“不能排”。",
                f"{note.en}; met where possible; written like “Not available”.",
            ),
            SlotsCell(),
            examples=tuple(example.get(field, "") for example in examples),
            width=14,
        )
        for field, (title, note) in titles.items()
    )


def unavailable(examples: tuple[str, ...] = ()) -> Column:
    """Slots in which a person cannot serve."""
    return Column(
        "unavailable",
        Text("不能排", "Not available"),
        Text(
            "一定不能服务的时段，如 周三第2节；只写 周三 表示整天；多个用、隔开。分单双周时可写 单周周三第1节。",
            "slots in which the person cannot serve, such as Wed period 2; Wed alone is the whole day; "
            "several separated by commas. With odd and even weeks: odd Wed period 1.",
        ),
        SlotsCell(),
        ("不可排", "不可用时段", "不能排时段", "没空", "unavailable"),
        examples=examples,
        width=18,
    )
