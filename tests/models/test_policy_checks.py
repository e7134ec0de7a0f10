"""Input checks of what the policy report reads."""

from datetime import date

from models import Institution, PolicySetting, Severity
from tests.builders import changed, tiny_school
from tests.models.fired import fired, only

SCHOOL = tiny_school()


def test_a_setting_is_for_an_item_that_there_is() -> None:
    odd = changed(SCHOOL, settings=changed(SCHOOL.settings, policy=(PolicySetting(item="hour_a_day"),)))
    assert "hours_a_day" in only(odd, "policy_item_known").text.zh
    assert fired(SCHOOL, "policy_item_known") == []


def test_two_settings_of_an_item_are_a_warning() -> None:
    twice = (PolicySetting(item="fees", on=True), PolicySetting(item="fees", on=False))
    found = only(changed(SCHOOL, settings=changed(SCHOOL.settings, policy=twice)), "policy_item_once")
    assert found.severity is Severity.WARNING
    assert found.path == ("settings", "policy", 1, "item")


def test_an_institution_is_entered_once_and_its_approval_ends_after_it_begins() -> None:
    first, last = date(2026, 9, 1), date(2026, 8, 31)
    wrong = changed(
        SCHOOL,
        institutions=(
            Institution(name="少年宫"),
            Institution(name="少年宫", approved_from=first, approved_until=last),
        ),
    )
    assert only(wrong, "institution_once").path == ("institutions", 1, "name")
    assert only(wrong, "institution_dates").path == ("institutions", 1, "approved_until")
