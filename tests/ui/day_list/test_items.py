"""A day on a phone: the counts of where pupils go add up to the class."""

import pytest

from models import SessionKind, Slot
from tests.ui.week.boards import BOARDS, fortnightly, hostile, marked, plain, volunteers, wrong
from tests.ui.week.reading import read
from ui.day_list.items import class_day, day_changes, goings, heading, person_day


@pytest.mark.parametrize("name", BOARDS)
def test_head_counts_are_those_of_the_timetable(name: str) -> None:
    board = BOARDS[name]()
    for c in board.problem.classes:
        for slot in board.timetable.at:
            clubs = [s for s in board.timetable.at[slot] if s.kind is SessionKind.CROSS_CLASS and s.pupils.get(c.id)]
            found = goings(board, c.id, slot)
            assert sum(going.pupils for going in found) == sum(s.pupils[c.id] for s in clubs)
            assert sum(len(going.sessions) for going in found) == len(clubs)
            html = class_day(board, c.id, slot.day, slot.week) + person_day(board, "王1", slot.day, slot.week)
            assert not read(html).all("img")


def test_a_walk_with_who_brings_them() -> None:
    page = read(class_day(plain(), "一1", 1, 1))
    first, second = page.all("section")
    assert first.text == "第一节语文作业辅导 · 王1教室1 · 20 人"
    assert second.text.startswith("第二节送的人 王1")  # who has the class before
    assert [e.text for e in second.with_class("going")] == [
        "合唱1组音乐教室 · 李15 人",
        "合唱2组舞蹈房 · 李25 人",
        "足球操场 · 孙教练外10 人",
    ]
    assert second.with_class("sum")[0].text == "应到 20 人，都去社团"


def test_who_stays_is_counted_too() -> None:
    page = read(class_day(volunteers(), "一1", 1, 1))
    assert page.with_class("sum")[0].text == "应到 20 人：去社团 10，留班 10"
    assert "自主活动" in page.text


def test_the_gathering_and_who_goes_along() -> None:
    text = read(class_day(plain(), "一2", 2, 1)).text
    assert "大社团 · 大合唱操场 · 带班 李4随班 王2全班 20 人" in text


def test_a_person_s_day_in_every_role() -> None:
    assert "陪同 足球操场 · 40 人 · 带班 孙教练（外聘）" in read(person_day(plain(), "冯老师", 1, 1)).text
    assert "巡查" in read(person_day(plain(), "周校长", 1, 1)).text
    assert read(person_day(plain(), "冯老师", 2, 1)).text == "这天没有课后服务。"


def test_each_week_of_a_cycle_has_its_own_day() -> None:
    assert "语文" in read(class_day(fortnightly(), "一1", 1, 1)).text
    assert "数学" in read(class_day(fortnightly(), "一1", 1, 2)).text
    assert read(heading(fortnightly(), "一(1)班", 1, 2)).text == "周一 · 双周一(1)班"


def test_what_changed_stands_first() -> None:
    board = marked()
    changes = day_changes(board, board.timetable.at[Slot(1, 1)])
    assert changes is not None
    assert "由王1改为王2" in read(changes).text
    assert day_changes(board, board.timetable.at[Slot(2, 1)]) is None


def test_what_is_missing_is_said() -> None:
    assert "未安排" in read(class_day(wrong(), "一1", 5, 1)).text
    assert "&lt;img" in class_day(hostile(), "一1", 1, 1)
