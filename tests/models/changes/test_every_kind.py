"""What holds for changes of every kind: they say themselves, change a copy, and may be made again."""

import pytest
from pydantic import TypeAdapter

from models import (
    CHANGE_KINDS,
    BandChanged,
    Change,
    ChangeBase,
    ClubChanged,
    PersonChanged,
    RoomChanged,
    RuleChanged,
    SettingsChanged,
    Severity,
    Text,
    fingerprint,
)
from models.checks import problem_issues
from tests.builders import tiny_school
from tests.models.changes.kinds import CHANGES, EXAMPLES

ANY: TypeAdapter[ChangeBase] = TypeAdapter(Change)


def name_of(change: object) -> str:
    """A short name for a test's id."""
    return str(getattr(change, "kind", ""))


def test_every_kind_has_an_example() -> None:
    assert {name_of(change) for change in CHANGES} == set(CHANGE_KINDS)


def test_titles_tell_the_kinds_apart() -> None:
    for language in ("zh", "en"):
        titles = [getattr(kind.title, language) for kind in CHANGE_KINDS.values()]
        assert len(set(titles)) == len(titles) == 21


@pytest.mark.parametrize(("change", "zh", "en"), EXAMPLES, ids=name_of)
def test_the_sentence(change: ChangeBase, zh: str, en: str) -> None:
    assert change.sentence(tiny_school()) == Text(zh, en)


@pytest.mark.parametrize("change", CHANGES, ids=name_of)
def test_data_are_told_apart_by_their_kind(change: ChangeBase) -> None:
    assert ANY.validate_json(ANY.dump_json(change)) == change


@pytest.mark.parametrize(
    ("change", "zh", "en"),
    [
        (RoomChanged(room="操场"), "操场不变", "操场 as before"),
        (PersonChanged(person="王1"), "王1不变", "王1: as before"),
        (ClubChanged(club="合唱"), "“合唱”不变", '"合唱": as before'),
        (BandChanged(band="全校"), "全校不变", "全校 as before"),
        (RuleChanged(rule="own_teacher"), "规则 own_teacher 不变", "rule own_teacher as before"),
        (SettingsChanged(), "不变", "as before"),
    ],
    ids=name_of,
)
def test_what_changes_nothing_says_so(change: ChangeBase, zh: str, en: str) -> None:
    assert change.sentence(tiny_school()) == Text(zh, en)


@pytest.mark.parametrize("change", CHANGES, ids=name_of)
def test_the_given_problem_stays_as_it_is(change: ChangeBase) -> None:
    problem = tiny_school()
    assert problem.groups  # something is remembered before the change …
    before = problem.model_dump_json()
    after = change.apply(problem)
    assert problem.model_dump_json() == before
    assert "groups" not in vars(after)  # … and not carried into the result


@pytest.mark.parametrize("change", CHANGES, ids=name_of)
def test_the_result_has_no_new_error(change: ChangeBase) -> None:
    after = change.apply(tiny_school())
    assert [i.text.zh for i in problem_issues(after) if i.severity is Severity.ERROR] == []


@pytest.mark.parametrize("change", CHANGES, ids=name_of)
def test_made_twice_it_is_no_error_unless_it_adds_or_removes_something(change: ChangeBase) -> None:
    # What is so already is no error, so that a scenario outlives edits of its base; only names are.
    once = change.apply(tiny_school())
    if name_of(change) in ("room_added", "person_joined", "class_added", "club_added", "club_dropped"):
        return
    if name_of(change) == "pupils_grown":  # ten percent of what there is then
        assert change.apply(once).classes != once.classes
    else:
        assert fingerprint(change.apply(once)) == fingerprint(once)
