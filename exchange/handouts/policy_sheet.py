"""The policy report on paper: every item with its mark, what was found, where, and its source; room to sign."""

from exchange.handouts.head import Data, Head
from exchange.handouts.typeset import pdf, pictures
from exchange.results.policy import by_topic, mark_of, policy_summary, state_title
from models import PolicyFinding, PolicyReport, PolicyState

TEMPLATE = "policy.typ"
MOST_CASES = 12
"""So many places are printed for an item; how many more there are is said."""


def policy_pdf(head: Head, report: PolicyReport) -> bytes:
    """The report on A4."""
    return pdf(TEMPLATE, head, [policy_sheet(head, report)])


def policy_pictures(head: Head, report: PolicyReport) -> list[bytes]:
    """Its pages as PNG."""
    return pictures(TEMPLATE, head, [policy_sheet(head, report)])


def policy_sheet(head: Head, report: PolicyReport) -> Data:
    """The facts, as the template reads them."""
    say, language = head.say, head.language
    return {
        "title": say("课后服务政策自查报告", "After-school service: policy report"),
        "summary": policy_summary(report).in_language(language),
        "columns": [
            say("结果", "Result"), say("项目", "Item"), say("情况", "What was found"), say("依据", "Source"),
        ],
        "topics": [
            {"title": topic.label.in_language(language), "rows": [_row(head, finding) for finding in findings]}
            for topic, findings in by_topic(report)
        ],
        "note": say(
            "项目内容为概述，不是文件原文；依据以当地文件原件为准。标准可在工作簿的“政策”表里按当地要求修改。",
            "Items are in our words, not quoted; the local documents hold. Figures can be changed in sheet 政策.",
        ),
        "signs": [say("自查人", "checked by"), say("审核", "approved by"), say("日期", "date")],
    }  # fmt: skip


def _row(head: Head, finding: PolicyFinding) -> Data:
    language = head.language
    cases = [case.text.in_language(language) for case in finding.cases[:MOST_CASES]]
    more = len(finding.cases) - len(cases)
    if more:
        cases.append(head.say(f"另有 {more} 处。", f"{more} more."))
    return {
        "mark": mark_of(finding).replace("✕", "×"),  # which the shipped font has
        "state": state_title(finding).in_language(language),
        "alarm": finding.state is PolicyState.BROKEN,
        "title": finding.title.in_language(language),
        "severity": finding.severity.label.in_language(language),
        "sentence": finding.sentence.in_language(language),
        "cases": cases,
        "source": finding.source.in_language(language),
    }
