"""What cannot be printed: characters of names for which neither the shipped font nor one of this machine has a form."""

from collections.abc import Iterator
from unicodedata import category

from exchange.handouts.fonts.coverage import holds
from exchange.handouts.fonts.letters import letters
from exchange.handouts.typeset import fonts
from exchange.pupils import PupilNames
from models import Problem, Text

_UNSEEN = ("Cc", "Cf", "Me", "Mn", "Zs", "Zl", "Zp")  # controls, marks on others and spaces are not drawn by themselves


def unprintable(problem: Problem, pupils: PupilNames | None = None, *, system_fonts: bool = True) -> tuple[Text, ...]:
    """A sentence for each name, of the school or of a pupil, that would come out with boxes, and the cure."""
    found: dict[Text, None] = {}
    for what, name in (*_names(problem), *_of_pupils(pupils)):
        lacking = "".join(dict.fromkeys(sign for sign in name if not _drawn(sign, system_fonts)))
        if lacking:
            found[_sentence(what, name, lacking)] = None
    return tuple(found)


def _drawn(sign: str, system_fonts: bool) -> bool:
    if ord(sign) in letters() or category(sign) in _UNSEEN:
        return True
    files = {(font.path, font.index) for font in fonts(system_fonts).fonts()}
    return any(ord(sign) in holds(path, index) for path, index in files if path is not None)


def _names(problem: Problem) -> Iterator[tuple[Text, str]]:
    """Everything of the school's own words that stands on a handout."""
    yield Text("学校", "School"), problem.school
    yield Text("学期", "Term"), problem.term.name
    for teacher in problem.teachers:
        yield Text("教师", "Teacher"), teacher.name
    for instructor in problem.instructors:
        yield Text("外聘教师", "Instructor"), instructor.name
        yield Text("机构", "Institution"), instructor.institution or ""
    for school_class in problem.classes:
        yield Text("班级", "Class"), school_class.id
    for room in problem.rooms:
        yield Text("场地", "Room"), "".join((room.id, *room.features))
    for subject in problem.subjects:
        yield Text("学科", "Subject"), subject.id
    for club in problem.clubs:
        yield Text("社团", "Club"), club.name
        yield Text(f"社团“{club.name}”的简介", f"About the club “{club.name}”:"), club.intro


def _of_pupils(pupils: PupilNames | None) -> Iterator[tuple[Text, str]]:
    for school_class, names in () if pupils is None else pupils.of_class.items():
        for name in names:
            yield Text(f"{school_class}学生", f"Pupil of {school_class}"), name


def _sentence(what: Text, name: str, lacking: str) -> Text:
    codes = "、".join(f"“{sign}”（U+{ord(sign):04X}）" for sign in lacking)
    latin = ", ".join(f"“{sign}” (U+{ord(sign):04X})" for sign in lacking)
    short = name if len(name) <= 24 else name[:24] + "…"
    return Text(
        f"{what.zh}“{short}”里的{codes}没有字体可印，纸上会是方框：请装一个有这个字的中文字体，或在数据里换一个写法。",
        f"{what.en} “{short}”: no font has {latin}, so a box is printed instead: install a font that has it, or write "
        "the name in another way.",
    )
