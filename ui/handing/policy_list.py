"""The policy report on 发放: what is not in order and to be checked first, the rest folded away."""

import streamlit as st

from exchange.results.policy import is_note, mark_of, policy_summary, state_title
from models import PolicyFinding, PolicyReport, PolicyState, Text
from ui import marks
from ui.language import say
from ui.week.markup import tag

_MOST_CASES = 8
_OPEN = (PolicyState.BROKEN, PolicyState.UNJUDGED)


def policy_section(report: PolicyReport) -> None:
    """The section: a summary, the items that somebody must look at, and below a fold all others."""
    marks.section(Text("政策自查", "Policy report"), Text("标准在数据的“政策”页修改", "figures: tab Policy"))
    watched = [f for f in report.findings if f.state in _OPEN]
    tone: marks.Tone = "err" if not report.sound else "ok" if all(map(is_note, watched)) else "warn"
    marks.notice(policy_summary(report), tone)
    others = [f for f in report.findings if f.state not in _OPEN]
    if watched:
        st.html(table_of(watched))
    with st.expander(say(Text(f"其余 {len(others)} 项", f"The other {len(others)} items"))):
        st.html(table_of(others))


def table_of(findings: list[PolicyFinding]) -> str:
    """The items as a table: mark, item, what was found and where, source."""
    heads = (Text("结果", "Result"), Text("项目", "Item"), Text("情况", "Found"), Text("依据", "Source"))
    head = tag("thead", tag("tr", [tag("th", say(text), scope="col") for text in heads]))
    return tag("table", head, tag("tbody", [_row(f) for f in findings]), class_="k-handouts k-policy")


def _row(finding: PolicyFinding) -> str:
    tone = "note" if is_note(finding) else finding.state.value
    cases = [tag("li", say(case.text)) for case in finding.cases[:_MOST_CASES]]
    more = len(finding.cases) - len(cases)
    if more:
        cases.append(tag("li", say(Text(f"另有 {more} 处，见报告或 kehou policy。", f"{more} more: see the report."))))
    found = [tag("span", say(finding.sentence)), *([tag("ul", cases)] if cases else [])]
    return tag(
        "tr",
        tag("td", f"{mark_of(finding)} {say(state_title(finding))}", class_=f"k-policy-{tone}"),
        tag("td", tag("b", say(finding.title)), tag("br"), tag("span", say(finding.severity.label), class_="k-sub")),
        tag("td", found),
        tag("td", say(finding.source), class_="k-sub"),
    )
