"""Changes picked by hand: every kind has its words, and wrong picks are answered in sentences."""

import pytest

from exchange.columns.change_words import WORDS_OF
from models import ClubAdded, ClubChanged, DayOff, PersonAway, PupilsGrown, RoomClosed, RuleChanged, Slot, Strength
from scheduler.rules import rule_cards
from tests.builders import tiny_school
from ui.scenarios.making import NotMadeError, made, objects, one_of, several

CARDS = rule_cards()
SCHOOL = tiny_school()


def test_changes_come_out_as_they_were_picked() -> None:
    assert made("room_closed", "操场", {"slots": "周三第2节"}, SCHOOL, CARDS) == (
        RoomClosed(room="操场", slots=(Slot(3, 2),)),
    )
    assert made("person_away", "孙教练", {"slots": "周一第2节、周四第1节"}, SCHOOL, CARDS) == (
        PersonAway(person="孙教练", slots=(Slot(1, 2), Slot(4, 1))),
    )
    assert made("pupils_grown", "", {"percent": "10%"}, SCHOOL, CARDS) == (PupilsGrown(percent=10),)
    assert made("day_off", "5", {}, SCHOOL, CARDS) == (DayOff(day=5),)
    (club,) = made("club_changed", "足球", {"meetings": "1", "least": "", "most": "30"}, SCHOOL, CARDS)
    assert isinstance(club, ClubChanged)
    assert (club.club, club.meetings, club.most, club.least) == ("足球", 1, 30, None)


def test_a_new_club_of_many_items() -> None:
    picked = {"grades": "一年级", "meetings": "1", "skills": "合唱", "features": "音乐", "least": "5", "most": "20"}
    (change,) = made("club_added", "口琴", picked, SCHOOL, CARDS)
    assert isinstance(change, ClubAdded)
    assert (change.club.id, change.club.name, change.club.skills) == ("口琴", "口琴", ("合唱",))


def test_a_rule_is_picked_by_its_key() -> None:
    rule = next(card for card in CARDS if Strength.OFF in card.choices)
    choices = objects("rule_changed", SCHOOL, CARDS, "zh")
    assert choices is not None
    assert choices[rule.key] == rule.title.zh
    picked = made("rule_changed", rule.key, {"strength": "关闭"}, SCHOOL, CARDS)
    assert picked == (RuleChanged(rule=rule.key, strength=Strength.OFF),)


@pytest.mark.parametrize(
    ("kind", "thing", "contents", "said"),
    [
        ("room_added", "", {}, "场地"),  # a new thing needs a name
        ("club_changed", "足球", {"meetings": "很多"}, "周次数"),
        ("club_changed", "足球", {}, "没有写要改什么"),
        ("person_left", "没有这人", {}, "没有这人"),
    ],
)
def test_what_cannot_be_made_is_said(kind: str, thing: str, contents: dict[str, str], said: str) -> None:
    with pytest.raises(NotMadeError) as error:
        made(kind, thing, contents, SCHOOL, CARDS)
    assert said in " ".join(text.zh for text in error.value.texts)


def test_every_kind_offers_objects_or_takes_a_name() -> None:
    new = {"room_added", "person_joined", "class_added", "club_added"}
    for kind, words in WORDS_OF.items():
        choices = objects(kind, SCHOOL, CARDS, "en")
        assert (choices is None) == (kind in new or words.object is None), kind


def test_the_choices_of_items() -> None:
    slots = several(WORDS_OF["room_closed"].items[0], SCHOOL, "en")
    assert slots is not None
    assert slots["周一第1节"].startswith("Mon")
    source = one_of(WORDS_OF["club_changed"].item("leader_from"), SCHOOL, "zh")
    assert source is not None
    assert len(source) == 3
    assert several(WORDS_OF["club_changed"].item("most"), SCHOOL, "zh") is None
