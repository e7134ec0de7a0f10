"""Cell types that refer to other sheets: names of people, rooms, clubs; grades and classes; slots; credentials."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from exchange.class_names import class_from_date, class_key, class_name, grade_name, grade_number, grades_meant
from exchange.class_names import written_grades as short_grades
from exchange.columns.description import Context, UnreadableError
from exchange.directory import Kind
from exchange.slot_names import SlotError
from exchange.spelling import as_text, is_nothing, join_list, split_list
from models import Language, Slot, Text


def items(typed: object) -> list[str]:
    """The items of a list cell."""
    text = class_from_date(typed) if isinstance(typed, datetime) else as_text(typed)
    return [] if is_nothing(text) else split_list(text)


@dataclass(frozen=True)
class OwnGrade:
    """The name of a grade where it is entered."""

    is_list: bool = False

    @property
    def expected(self) -> Text:
        return Text("年级，如 一年级", "a grade such as 一年级")

    def read(self, typed: object, context: Context) -> object:
        return grade_name(as_text(typed))

    def write(self, value: object, context: Context) -> object:
        return value

    def choices(self, language: Language) -> list[str]:
        return []


@dataclass(frozen=True)
class OwnClass:
    """The name of a class where it is entered."""

    is_list: bool = False

    @property
    def expected(self) -> Text:
        return Text("班级，如 一1 或 一(1)班", "a class such as 一1")

    def read(self, typed: object, context: Context) -> object:
        return class_from_date(typed) if isinstance(typed, datetime) else class_name(as_text(typed))

    def write(self, value: object, context: Context) -> object:
        return value

    def choices(self, language: Language) -> list[str]:
        return []


@dataclass(frozen=True)
class RefCell:
    """The name of one thing that is entered on another sheet; an unknown name is kept, and complained of later."""

    kind: Kind
    what: Text
    is_list: bool = False

    @property
    def expected(self) -> Text:
        return self.what

    def read(self, typed: object, context: Context) -> object:
        text = class_from_date(typed) if isinstance(typed, datetime) else as_text(typed).strip()
        if is_nothing(text):
            return None
        named = split_list(text) if text.startswith('"') else [text]
        return context.directory.find(self.kind, named[0]) or named[0]

    def write(self, value: object, context: Context) -> object:
        text = str(value)
        return join_list([text]) if is_nothing(text) or text.startswith('"') else text

    def choices(self, language: Language) -> list[str]:
        return []


@dataclass(frozen=True)
class RefsCell:
    """Names of several things that are entered on other sheets, or of skills and features."""

    kind: Kind
    what: Text
    is_list: bool = True

    @property
    def expected(self) -> Text:
        return Text(self.what.zh + "，多个用、隔开", self.what.en + ", several separated by commas")

    def read(self, typed: object, context: Context) -> object:
        found = items(typed)
        if self.kind in (Kind.SKILL, Kind.FEATURE):
            return list(dict.fromkeys(context.directory.same_word(self.kind, item) for item in found))
        return context.directory.find_all(self.kind, found)

    def write(self, value: object, context: Context) -> object:
        return join_list(words(value)) or None

    def choices(self, language: Language) -> list[str]:
        return []


@dataclass(frozen=True)
class GradesCell:
    """Grades: 一年级、二年级, 三至六年级, 全校; and classes too where the column says so (then a pair)."""

    classes_too: bool = False
    is_list: bool = True

    @property
    def expected(self) -> Text:
        if self.classes_too:
            return Text("年级或班级，如 三至五年级、六1", "grades or classes such as 三至五年级、六1")
        return Text("年级，如 一年级、二年级，三至六年级 或 全校", "grades such as 一年级、二年级, 三至六年级 or 全校")

    def read(self, typed: object, context: Context) -> object:
        grades: list[str] = []
        classes: list[str] = []
        for item in items(typed):
            several = grades_meant(item, context.directory.grades)
            if several is None and not self.classes_too:
                several = grades_meant(item + "年级", context.directory.grades)
            if several is not None:
                grades += several
            elif (grade := context.directory.find(Kind.GRADE, item)) is not None:
                grades.append(grade)
            elif self.classes_too and (found := self._class(item, context)) is not None:
                classes.append(found)
            else:
                grades.append(grade_name(item))
        if self.classes_too:
            return list(dict.fromkeys(grades)), list(dict.fromkeys(classes))
        return list(dict.fromkeys(grades))

    def _class(self, item: str, context: Context) -> str | None:
        """The class that is meant; also an unknown one, if it is spelt like a class and not like a grade."""
        found = context.directory.find(Kind.CLASS, item)
        if found is None and grade_number(item) is None and (class_key(item) or not item.endswith("年级")):
            return class_name(item)
        return found

    def write(self, value: object, context: Context) -> object:
        known = context.directory.grades
        if not self.classes_too:
            return join_list(short_grades(words(value), known)) or None
        assert isinstance(value, tuple)
        grades, classes = value
        return join_list([*short_grades(words(grades), known), *words(classes)]) or None

    def choices(self, language: Language) -> list[str]:
        return []


@dataclass(frozen=True)
class SlotsCell:
    """Slots: 周一第2节, 周一 (all day), 单周周三第1节, several of them."""

    closed_allowed: bool = True
    is_list: bool = True

    @property
    def expected(self) -> Text:
        return Text("时段，如 周一第2节、周三（整天）", "slots such as Mon period 2, Wed (all day)")

    def read(self, typed: object, context: Context) -> object:
        text = as_text(typed)
        if is_nothing(text):
            return []
        try:
            return [
                str(slot)
                for slot in context.slots.read(text.replace("(整天)", "").replace("（整天）", ""), self.closed_allowed)
            ]
        except SlotError as problem:
            raise UnreadableError(problem.code, _slot_advice(problem)) from None

    def write(self, value: object, context: Context) -> object:
        separator = "、" if context.language == "zh" else ", "
        return separator.join(context.slots.write(slots(value), context.language)) or None

    def choices(self, language: Language) -> list[str]:
        return []


def _slot_advice(problem: SlotError) -> Text:
    match problem.code:
        case "closed_day":
            return Text(
                f"有课后服务的时段（{problem.word}没有开放的节次）",
                f"slots with service (there is none on {problem.word})",
            )
        case "no_odd_and_even_weeks":
            return Text(
                "不分单双周的时段（“学校”表的周期是每周相同；要分单双周，请把周期改为“单双周”）",
                "slots without odd or even (the cycle on sheet 学校 is one week; set it to two weeks to tell "
                "them apart)",
            )
        case _:
            return Text(
                f"时段，如 周一第2节、周三、单周周五第1节（看不懂“{problem.word}”）",
                f"slots such as Mon period 2, Wed, odd Fri period 1 (“{problem.word}” is none)",
            )


def words(value: object) -> list[str]:
    """A tuple of names as a list."""
    assert isinstance(value, Iterable)
    return [str(word) for word in value]


def slots(value: object) -> list[Slot]:
    """A tuple of slots as a list."""
    assert isinstance(value, Iterable)
    found = list(value)
    assert all(isinstance(slot, Slot) for slot in found)
    return found
