"""Names in changes: complaints about unknown and taken ones, and how names and slots stand in a sentence."""

from collections.abc import Iterable, Iterator

from models.checks.finding import listed, missing, slot_name
from models.problem import Problem
from models.text import Text
from models.week import Day, Slot

_WHAT = {
    "grades": Text("年级", "grade"),
    "classes": Text("班级", "class"),
    "bands": Text("走班段", "band"),
    "people": Text("教师", "person"),
    "rooms": Text("场地", "room"),
    "clubs": Text("社团", "club"),
    "subjects": Text("学科", "subject"),
}
_MOST_SLOTS = 6  # in one sentence


def unknown(problem: Problem, where: Text, **names: Iterable[str | None]) -> Iterator[Text]:
    """A sentence for each name that nothing has: unknown(problem, where, rooms=("操场",), people=("王芳",))."""
    for key, words in names.items():
        known = [noun.id for noun in getattr(problem, key)]
        for word in words:
            if word is not None and word not in known:
                yield missing(word, known, _WHAT[key], where)


def taken(problem: Problem, where: Text, key: str, word: str) -> Iterator[Text]:
    """A sentence if something of this kind has the name already."""
    if any(noun.id == word for noun in getattr(problem, key)):
        what = _WHAT[key]
        yield Text(
            f"{where.zh}：已经有叫“{word}”的{what.zh}了，请换一个名称，或改用调整它的变更。",
            f"{where.en}: there is a {what.en} called “{word}” already; choose another name, or change that one.",
        )


def outside_cycle(problem: Problem, where: Text, slots: Iterable[Slot]) -> Iterator[Text]:
    """A sentence for each slot of an odd or even week where the school has none. A closed slot is harmless here."""
    for slot in slots:
        if slot.week not in problem.week.weeks:
            name = slot_name(slot, problem)
            yield Text(
                f"{where.zh}：写了{name.zh}，但学校没有分单双周，请去掉单双周。",
                f"{where.en}: {name.en} is named, but the school has no odd and even weeks; leave odd or even out.",
            )


def person_name(problem: Problem, word: str) -> str:
    """A person's name as printed; the id itself if nobody has it."""
    person = problem.person_by_id.get(word)
    return word if person is None else person.name


def club_name(problem: Problem, word: str) -> str:
    """A club's name as printed; the id itself if there is no such club."""
    club = problem.club_by_id.get(word)
    return word if club is None else club.name


def slots_text(problem: Problem, slots: Iterable[Slot]) -> Text:
    """The slots in a few words: 周三 for the whole day, both weeks without 单双, at most six and then 等…个时段."""
    wanted = sorted(set(slots))
    names: list[Text] = []
    rest = list(wanted)
    while rest:
        first = rest[0]
        whole = [s for s in problem.slots if s.day == first.day]
        both = [Slot(first.day, first.period, week) for week in problem.week.weeks]
        if len(whole) > len(both) and set(whole) <= set(rest):
            names.append(Day(first.day).title)
            rest = [s for s in rest if s not in whole]
        elif len(both) == 2 and set(both) <= set(rest):
            names.append(Text(first.title(1, "zh"), first.title(1, "en")))
            rest = [s for s in rest if s not in both]
        else:
            names.append(slot_name(first, problem))
            rest = rest[1:]
    shown = names[:_MOST_SLOTS]
    words = Text(listed(t.zh for t in shown).zh, listed(t.en for t in shown).en)
    if len(names) > _MOST_SLOTS:
        return Text(f"{words.zh}等{len(wanted)}个时段", f"{words.en} and more ({len(wanted)} slots)")
    return words


def class_title(problem: Problem, word: str) -> str:
    """A class as printed, 一(1); the id itself if there is no such class."""
    school_class = problem.class_by_id.get(word)
    return word if school_class is None else school_class.title


def joined(parts: Iterable[Text]) -> Text:
    """Several things said in a row: 甲，乙 / a, b; 不变 if there is nothing to say."""
    found = list(parts) or [Text("不变", "as before")]
    return Text("，".join(t.zh for t in found), ", ".join(t.en for t in found))


def from_to(noun: object, field: str, number: int) -> str:
    """10→7: what the field was, where that is known and another number, and what it becomes."""
    old = getattr(noun, field, None)
    return f"{number}" if old is None or old == number else f"{old}→{number}"


def counted(number: int, noun: str) -> str:
    """1 meeting, 2 meetings: for English sentences."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
