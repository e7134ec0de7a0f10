"""Sheets 政策 and 机构: what a district enters is read, written and complained of like everything else."""

from datetime import date, time

import pytest

from exchange.document.edits import with_cells
from exchange.document.making import document_of
from exchange.document.parts import parts_of, with_field
from exchange.document.reading import read_document
from exchange.document.sheets import Document
from models import (
    POLICY_ITEMS,
    Institution,
    Issue,
    PolicyNeed,
    PolicySetting,
    PolicySeverity,
    Problem,
    fingerprint,
)
from scheduler.rules import rule_cards
from tests.builders import changed, tiny_school

CARDS = rule_cards()
SETTINGS = (
    PolicySetting(item="hours_a_day", number=110, basis="某县教发〔2026〕1号"),
    PolicySetting(item="end_time", clock=time(17, 0), severity=PolicySeverity.MUST),
    PolicySetting(item="no_new_lessons", words=("奥数", "新课")),
    PolicySetting(item="fees", on=False),
)
LIST = (
    Institution(name="阳光体育", approved_from=date(2026, 9, 1), approved_until=date(2027, 8, 31)),
    Institution(name="县少年宫"),
)
SCHOOL = tiny_school()


def with_policy(problem: Problem) -> Problem:
    """The school with settings of every kind, and a list of institutions."""
    return changed(problem, settings=changed(problem.settings, policy=SETTINGS), institutions=LIST)


def entered(document: Document, item: str, **texts: str) -> Document:
    """With these texts in the row of an item."""
    for name, text in texts.items():
        part = next(p for p in parts_of(document) if p.sheet.key == "policy")
        page = document.sheet(part.name)
        assert page is not None
        (row,) = (r for r in part.rows if page.text((r, part.columns["item"])) == item)
        document = with_field(document, part, row, name, text)
    return document


def issues_of(document: Document) -> list[Issue]:
    """What the reader complains of in sheet 政策."""
    return [issue for issue in read_document(document, CARDS).issues if issue.sheet == "政策"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_written_is_read_back(language: str) -> None:
    wanted = with_policy(SCHOOL)
    document = document_of(wanted, CARDS, "zh" if language == "zh" else "en")
    read = read_document(document, CARDS).problem
    assert read is not None
    assert read.settings.policy == SETTINGS
    assert read.institutions == LIST


def test_neither_sheet_is_an_input_of_the_timetable() -> None:
    # Else a published timetable would be called stale because a district changed a figure.
    assert fingerprint(with_policy(SCHOOL)) == fingerprint(SCHOOL)


def test_every_item_stands_on_the_sheet_with_its_default_and_nothing_chosen() -> None:
    document = document_of(SCHOOL, CARDS)
    part = next(p for p in parts_of(document) if p.sheet.key == "policy")
    page = document.sheet(part.name)
    assert page is not None
    rows = {page.text((r, part.columns["item"])): page.text((r, part.columns["default"])) for r in part.rows}
    assert list(rows) == [item.key for item in POLICY_ITEMS]
    assert rows["hours_a_day"] == "120 分钟（每天至少）；应当"
    assert rows["end_time"] == "17:30（不早于）；提示"
    assert rows["privacy"] == "必须"
    read = read_document(document, CARDS).problem
    assert read is not None
    assert read.settings.policy == ()


@pytest.mark.parametrize(
    ("item", "figure", "field", "value"),
    [
        ("hours_a_day", "110", "number", 110),
        ("hours_a_day", "１１０", "number", 110),  # full width
        ("adult_ratio", "1:30", "number", 30),
        ("end_time", "17：40", "clock", time(17, 40)),
        ("credentials", "资格证、健康证", "words", ("资格证", "健康证")),
    ],
)
def test_figures_are_read_by_the_kind_of_their_item(item: str, figure: str, field: str, value: object) -> None:
    document = entered(document_of(SCHOOL, CARDS), item, figure=figure)
    assert issues_of(document) == []
    read = read_document(document, CARDS).problem
    assert read is not None
    assert read.settings.policy == (PolicySetting.model_validate({"item": item, field: value}),)


@pytest.mark.parametrize(
    ("item", "figure", "words"),
    [
        ("hours_a_day", "两小时", "“每天服务满时长”的标准应为 1–480 的整数，现在是“两小时”。"),
        ("hours_a_day", "900", "“每天服务满时长”的标准应为 1–480 的整数，现在是“900”。"),
        ("end_time", "放学后", "“结束时间与下班衔接”的标准应为时间，如 15:40，现在是“放学后”。"),
        ("privacy", "3", "“不存学生个人信息”的标准应为空（这一项没有标准可填），现在是“3”。"),
    ],
)
def test_a_figure_of_another_kind_is_an_issue_at_its_cell(item: str, figure: str, words: str) -> None:
    document = entered(document_of(SCHOOL, CARDS), item, figure=figure)
    (issue,) = issues_of(document)
    number = 2 + [i.key for i in POLICY_ITEMS].index(item)
    assert issue.cell == f"E{number}"
    assert words in issue.text.zh


def test_an_item_that_there_is_not_is_an_issue_at_its_cell() -> None:
    document = entered(document_of(SCHOOL, CARDS), "five_days", on="否")
    document = with_cells(document, "政策", {(2, 1): "five_day"})
    (issue,) = issues_of(document)
    assert (issue.code, issue.cell) == ("policy_item_known", "A2")
    assert "是不是“five_days”" in issue.text.zh


def test_an_item_may_be_named_by_its_title() -> None:
    document = with_cells(entered(document_of(SCHOOL, CARDS), "fees", on="否"), "政策", {(10, 1): "不乱收费"})
    read = read_document(document, CARDS).problem
    assert read is not None
    assert read.settings.policy == (PolicySetting(item="fees", on=False),)


def test_every_item_with_a_figure_says_what_it_counts() -> None:
    for item in POLICY_ITEMS:
        assert bool(item.unit.zh) == (item.need is not PolicyNeed.NOTHING)
        assert (item.need is PolicyNeed.NOTHING) <= (item.default is None)
