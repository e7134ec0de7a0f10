"""The policy report on paper says all that the report says, and stands on one page of an ordinary school."""

from datetime import date
from typing import Any, cast

from exchange.handouts import Head
from exchange.handouts.fonts.letters import letters
from exchange.handouts.policy_sheet import MOST_CASES, policy_pdf, policy_pictures, policy_sheet
from models import PolicyState
from tests.builders import CLASSES, changed
from tests.policy.asking import report, school, with_setting
from tests.timetables import tiny_timetable

SCHOOL = with_setting(school(), "hours_a_day", number=180, basis="某县教发〔2026〕1号")
TABLE = tiny_timetable(SCHOOL)
EMPTY = changed(TABLE, sessions=())


def rows(made: dict[str, Any]) -> list[dict[str, Any]]:
    """All rows, whatever their heading."""
    return [row for topic in made["topics"] for row in topic["rows"]]


def test_every_item_has_a_row_with_mark_sentence_and_source() -> None:
    found = report(SCHOOL)
    made: Any = policy_sheet(Head(SCHOOL, TABLE), found)
    assert [row["sentence"] for row in rows(made)] == [f.sentence.zh for f in found.findings]
    (short,) = (row for row in rows(made) if row["title"] == "每天服务满时长")
    assert (short["mark"], short["state"], short["severity"]) == ("×", "不符合", "应当")
    assert short["cases"] == ["各年级：每天 120 分钟。"]
    assert short["source"] == "某县教发〔2026〕1号"
    assert {row["mark"] for row in rows(made)} <= {"✓", "×", "！", "–", "○", "？"}


def test_every_sign_of_every_state_is_in_the_shipped_font() -> None:
    words = [word for f in report(SCHOOL).findings for word in (f.sentence.zh, f.source.zh, f.title.zh)]
    marks = [row["mark"] for row in rows(cast(Any, policy_sheet(Head(SCHOOL, TABLE), report(SCHOOL))))]
    used = {ord(sign) for word in (*words, *marks, *"✓×！–○？") for sign in word}
    assert used <= letters()


def test_more_places_than_there_is_room_for_are_counted() -> None:
    # Without any session each of the four classes is nowhere in each of the ten slots: 40 places.
    found = report(SCHOOL, EMPTY)
    made: Any = policy_sheet(Head(SCHOOL, EMPTY), found)
    (dispatch,) = (row for row in rows(made) if row["title"] == "每个学生都有去处")
    assert len(dispatch["cases"]) == MOST_CASES + 1
    assert dispatch["cases"][-1] == f"另有 {10 * len(CLASSES) - MOST_CASES} 处。"


def test_the_summary_counts_every_item_once() -> None:
    found = report(SCHOOL)
    made: Any = policy_sheet(Head(SCHOOL, TABLE), found)
    digits = [int(word) for word in made["summary"].partition("。")[0].split() if word.isdigit()]
    assert sum(digits) == len(found.findings)
    assert f"符合 {found.count(PolicyState.KEPT)} 项" in made["summary"]


def test_in_chinese_it_is_one_page_of_a4_and_it_is_set_in_english_too() -> None:
    head = Head(SCHOOL, TABLE, printed=date(2027, 3, 1))
    assert len(policy_pictures(head, report(SCHOOL))) == 1
    assert policy_pdf(head, report(SCHOOL)).startswith(b"%PDF")
    assert policy_pdf(Head(SCHOOL, TABLE, "en"), report(SCHOOL)).startswith(b"%PDF")
