"""docs/scenarios.md is what the changes' fields say, and what it shows as an example is read."""

from pathlib import Path

from exchange.scenarios import read_scenarios
from exchange.scenarios.page import COMMAND, EXAMPLE, scenarios_page
from models import CHANGE_KINDS, apply_changes, changes_of
from sample_inputs.expand import expand

PAGE = Path(__file__).parents[2] / "docs" / "scenarios.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == scenarios_page(), f"run {COMMAND}"


def test_every_kind_is_there_in_both_languages() -> None:
    rows = [line.split(" | ") for line in scenarios_page().splitlines() if line.startswith("| `")]
    assert [row[0].strip("| `") for row in rows] == [*CHANGE_KINDS, *CHANGE_KINDS]
    titles = [made.title for made in CHANGE_KINDS.values()]
    assert [row[1] for row in rows] == [*(t.zh for t in titles), *(t.en for t in titles)]


def test_fields_that_must_be_given_are_marked() -> None:
    page = scenarios_page()
    assert "| `person_away` | 人员不能排 | person*, slots* |" in page
    assert "person*: {kind*: instructor, id*, name*, skills," in page


def test_the_example_is_read_and_can_be_applied(tmp_path: Path) -> None:
    file = tmp_path / "example.yaml"
    file.write_text(EXAMPLE, encoding="utf-8")
    reading = read_scenarios(file)
    assert reading.issues == ()
    _, fewer = reading.scenarios
    after = apply_changes(expand("jisu"), changes_of(fewer, {s.name: s for s in reading.scenarios}))
    assert after.room_by_id["会议室"].closed
    assert [after.person_by_id[name].weekly_most for name in ("教师01", "教师02")] == [0, 7]
