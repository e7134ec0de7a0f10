"""How each kind of change is written by hand: what stands under 对象, and what may stand under 内容."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exchange.columns.change_cells import ClassOrClubCell, OpenSlotsCell, PercentCell, SpanCell
from exchange.columns.choice_sheets import PINS, RULES
from exchange.columns.class_sheets import CLASSES
from exchange.columns.club_sheet import CLUBS
from exchange.columns.description import Column, Sheet
from exchange.columns.grade_sheets import BANDS
from exchange.columns.homework_sheet import HOMEWORK
from exchange.columns.people_sheets import INSTRUCTORS, TEACHERS
from exchange.columns.reference_cells import GradesCell, RefCell, SlotsCell
from exchange.columns.room_sheet import ROOMS
from exchange.columns.school_form import SCHOOL
from exchange.columns.simple_cells import ChoiceCell, TextCell, WholeCell, YesNoCell
from exchange.directory import Kind
from models import Day, Text


@dataclass(frozen=True)
class ChangeWords:
    """The object of a change, and the items of its content; `bare` is the item that needs no name before it."""

    kind: str
    object: Column | None
    items: tuple[Column, ...] = ()
    bare: str | None = None
    inside: str | None = None  # the field that holds the new thing, whose id is the object and whose fields the items
    synonyms: tuple[str, ...] = ()

    def item(self, field: str) -> Column:
        """The item of this field."""
        return next(column for column in self.items if column.field == field)


def _object(field: str, kind: Kind, what: Text) -> Column:
    return Column(field, Text("对象", "Object"), what, RefCell(kind, what), required=True)


_NO_NOTE = Text("", "")
_ROOM = _object("room", Kind.ROOM, Text("“场地”表里的名称", "a room of sheet 场地"))
_PERSON = _object("person", Kind.PERSON, Text("“教师”或“外聘教师”表里的姓名", "a name of sheets 教师 or 外聘教师"))
_CLUB = _object("club", Kind.CLUB, Text("“社团”或“班级活动”表里的名称", "a club or an activity"))
_BAND = _object("band", Kind.BAND, Text("“走班段”表里的名称", "a band of sheet 走班段"))
_SUBJECT = _object("subject", Kind.SUBJECT, Text("“学科”表里的学科", "a subject of sheet 学科"))
_SLOTS = Column("slots", Text("时段", "Slots"), _NO_NOTE, SlotsCell(), ("时间",))
_ANY_SLOTS = OpenSlotsCell(SlotsCell(closed_allowed=False))
_NUMBER_OF_SLOTS = WholeCell(0, 30)


def _new(what: Text) -> Column:
    text = Text(f"新的{what.zh}的名称", f"the name of the new {what.en}")
    return Column("id", Text("对象", "Object"), text, TextCell(text), required=True)


def _fields(sheet: Sheet, names: Sequence[str]) -> tuple[Column, ...]:
    return tuple(sheet.column(name) for name in names)


_DAYS = ChoiceCell(
    tuple((str(int(d)), d.title, (f"星期{d.title.zh[1]}", f"礼拜{d.title.zh[1]}", d.name)) for d in Day)
)  # fmt: skip

_SIDES = ChoiceCell(
    (
        ("teacher", Text("本校", "teacher"), ("本校教师", "教师", "校内")),
        ("instructor", Text("外聘", "instructor"), ("外聘教师", "校外")),
    )
)

CHANGE_WORDS: tuple[ChangeWords, ...] = (
    ChangeWords("room_closed", _ROOM, (_SLOTS,), "slots", synonyms=("停用场地", "场地关闭", "关闭场地")),
    ChangeWords("room_opened", _ROOM, (_SLOTS,), "slots", synonyms=("开放场地", "启用场地", "场地启用")),
    ChangeWords(
        "room_added",
        _new(Text("场地", "room")),
        _fields(ROOMS, ("features", "capacity", "groups_at_once", "closed")),
        inside="room",
        synonyms=("新增场地",),
    ),
    ChangeWords(
        "room_changed",
        _ROOM,
        (
            Column("add_features", Text("增加功能", "add features"), _NO_NOTE, ROOMS.column("features").cell),
            Column("remove_features", Text("取消功能", "remove features"), _NO_NOTE, ROOMS.column("features").cell),
            *_fields(ROOMS, ("capacity", "groups_at_once")),
        ),
        "add_features",
        synonyms=("增加场地功能", "场地增加功能"),
    ),
    ChangeWords("person_left", _PERSON, synonyms=("离岗", "教师离岗", "调离", "离职")),
    ChangeWords("person_away", _PERSON, (_SLOTS,), "slots", synonyms=("教师不能排", "请假", "不能排")),
    ChangeWords("person_free", _PERSON, (_SLOTS,), "slots", synonyms=("教师可以排", "可以排", "销假")),
    ChangeWords(
        "person_changed",
        _PERSON,
        (
            *_fields(TEACHERS, ("weekly_least", "weekly_most", "daily_most")),
            Column("add_skills", Text("增加专长", "add skills"), _NO_NOTE, TEACHERS.column("skills").cell),
        ),
        "weekly_most",
        synonyms=("教师调整", "周课时上限"),
    ),
    ChangeWords(
        "person_joined",
        _new(Text("教师", "person")),
        (
            Column("kind", Text("身份", "Who"), _NO_NOTE, _SIDES, ("类型", "类别")),
            *_fields(TEACHERS, ("subjects", "skills", "weekly_least", "weekly_most", "daily_most", "unavailable")),
            TEACHERS.column("target"),
            *_fields(INSTRUCTORS, ("visits_only", "fee")),
        ),
        inside="person",
        synonyms=("增加教师", "增加外聘教师", "新增教师", "新增人员"),
    ),
    ChangeWords("papers_renewed", _PERSON, synonyms=("证件续期", "合同续期")),
    ChangeWords(
        "class_added",
        replace(CLASSES.column("id"), title=Text("对象", "Object"), note=Text("新的班级的名称", "the new class")),
        (
            replace(CLASSES.column("grade"), required=True),
            *_fields(CLASSES, ("pupils", "class_teacher", "home_room")),
        ),
        inside="school_class",
        synonyms=("新增班级",),
    ),
    ChangeWords(
        "pupils_grown",
        Column(
            "grades",
            Text("对象", "Object"),
            Text("年级，不填为全校", "grades; empty: all"),
            GradesCell(),
        ),
        (Column("percent", Text("增减", "Percent"), _NO_NOTE, PercentCell()),),
        "percent",
        synonyms=("学生增加", "学生减少", "人数增减"),
    ),
    ChangeWords(
        "club_added",
        _new(Text("社团", "club")),
        _fields(
            CLUBS,
            (
                "kind",
                "grades",
                "meetings",
                "skills",
                "leader_from",
                "leaders",
                "named_leaders",
                "preferred_leaders",
                "features",
                "named_rooms",
                "fixed_slots",
                "least",
                "most",
                "groups",
                "periods",
            ),
        ),
        inside="club",
        synonyms=("增加社团", "新增社团", "新开社团"),
    ),
    ChangeWords("club_dropped", _CLUB, synonyms=("社团停开", "取消社团")),
    ChangeWords(
        "club_changed",
        _CLUB,
        (
            *_fields(CLUBS, ("meetings", "groups", "least", "most", "leaders", "leader_from")),
            replace(CLUBS.column("fixed_slots"), cell=_ANY_SLOTS),
            CLUBS.column("features"),
        ),
        synonyms=("调整社团",),
    ),
    ChangeWords(
        "quota_changed",
        _SUBJECT,
        _fields(HOMEWORK, ("times", "whom")),
        "times",
        synonyms=("辅导调整", "作业辅导课时"),
    ),
    ChangeWords(
        "band_changed",
        _BAND,
        (
            *_fields(BANDS, ("walking_least", "walking_most")),
            Column("walking", Text("走班时段", "Walking slots"), _NO_NOTE, SpanCell(_NUMBER_OF_SLOTS), ("走班次数",)),
            replace(BANDS.column("fixed_slots"), cell=_ANY_SLOTS),
        ),
        "walking",
        synonyms=("走班时段", "走班次数", "调整走班"),
    ),
    ChangeWords(
        "rule_changed",
        Column(
            "rule",
            Text("对象", "Object"),
            Text("规则的名称或代号", "a rule's title or key"),
            TextCell(Text("规则的名称或代号", "a rule's title or key")),
            required=True,
        ),
        _fields(RULES, ("strength", "weight")),
        "strength",
        synonyms=("调整规则", "规则"),
    ),
    ChangeWords(
        "settings_changed",
        None,
        (
            replace(SCHOOL.column("at_least"), field="patrol_at_least"),
            Column("drop_ratio", Text("不要求师生比", "no adult ratio"), _NO_NOTE, YesNoCell(), ("取消师生比",)),
            *_fields(SCHOOL, ("accompany_instructors", "pupils_per_adult")),
        ),
        synonyms=("设置调整", "全校设置", "巡查"),
    ),
    ChangeWords(
        "pin_released",
        Column(
            "whose",
            Text("对象", "Object"),
            Text("班级，或社团、班级活动的名称", "a class, or a club or an activity"),
            ClassOrClubCell(),
            required=True,
        ),
        (replace(PINS.column("slot"), cell=SlotsCell()), PINS.column("group")),
        "slot",
        synonyms=("取消锁定", "解锁"),
    ),
    ChangeWords(
        "day_off",
        Column("day", Text("对象", "Object"), Text("星期几", "a day"), _DAYS, required=True),
        synonyms=("停课", "停一天", "停开"),
    ),
)
WORDS_OF = {words.kind: words for words in CHANGE_WORDS}
