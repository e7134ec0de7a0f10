"""The policy report in words: the mark of each item, its lines for a terminal, and how it came out in all."""

from collections.abc import Iterator

from models import PolicyFinding, PolicyReport, PolicySeverity, PolicyState, PolicyTopic, Text

MARKS = {
    PolicyState.KEPT: "✓",
    PolicyState.BROKEN: "✕",
    PolicyState.NOT_APPLICABLE: "–",
    PolicyState.OFF: "○",
    PolicyState.UNJUDGED: "？",
}
_STYLES = {PolicyState.KEPT: "green", PolicyState.BROKEN: "red", PolicyState.UNJUDGED: "yellow"}


def mark_of(finding: PolicyFinding) -> str:
    """✓ kept, ✕ broken (！ where it is only a note), – not applicable, ○ off, ？ to be checked."""
    return "！" if is_note(finding) else MARKS[finding.state]


def is_note(finding: PolicyFinding) -> bool:
    """Whether what is broken is only brought to mind."""
    return finding.state is PolicyState.BROKEN and finding.severity is PolicySeverity.NOTE


def state_title(finding: PolicyFinding) -> Text:
    """符合, 不符合 …; 提醒 for a note."""
    return Text("提醒", "note") if is_note(finding) else finding.state.label


def by_topic(report: PolicyReport) -> Iterator[tuple[PolicyTopic, tuple[PolicyFinding, ...]]]:
    """The findings under their headings, in order; headings without items are left out."""
    for topic in PolicyTopic:
        found = tuple(f for f in report.findings if f.topic is topic)
        if found:
            yield topic, found


def policy_summary(report: PolicyReport) -> Text:
    """How many items came out how, and what that means."""
    notes = sum(map(is_note, report.findings))
    counts = [(state.label, report.count(state)) for state in PolicyState if state is not PolicyState.BROKEN]
    counts[1:1] = [
        (PolicyState.BROKEN.label, report.count(PolicyState.BROKEN) - notes),
        (Text("提醒", "to note"), notes),
    ]
    zh = "，".join(f"{title.zh} {count} 项" for title, count in counts if count)
    en = ", ".join(f"{count} {title.en}" for title, count in counts if count)
    must = [
        f for f in report.findings if f.state is PolicyState.BROKEN and f.severity is PolicySeverity.MUST
    ]  # fmt: skip
    if must:
        names = Text("、".join(f.title.zh for f in must), ", ".join(f.title.en for f in must))
        return Text(f"{zh}。必须做到而没有做到：{names.zh}。", f"{en}. Must be kept and is not: {names.en}.")
    return Text(f"{zh}。“必须”的项目没有发现不符合。", f"{en}. Nothing that must be kept was found broken.")


def policy_lines(report: PolicyReport) -> list[tuple[Text, str]]:
    """For a terminal: a line for each heading, item and case, with its style."""
    lines: list[tuple[Text, str]] = []
    for topic, findings in by_topic(report):
        lines.append((topic.label, "bold"))
        for finding in findings:
            severity, mark = finding.severity.label, mark_of(finding)
            style = "yellow" if is_note(finding) else _STYLES.get(finding.state, "")
            text = Text(
                f"{mark} {finding.title.zh}（{severity.zh}）：{finding.sentence.zh}",
                f"{mark} {finding.title.en} ({severity.en}): {finding.sentence.en}",
            )
            lines.append((text, style))
            lines += [(Text(f"    {case.text.zh}", f"    {case.text.en}"), "") for case in finding.cases]
            source = finding.source
            if finding.state is PolicyState.BROKEN:
                lines.append((Text(f"    依据：{source.zh}", f"    Source: {source.en}"), "dim"))
    return lines
