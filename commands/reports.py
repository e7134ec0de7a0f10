"""What a command tells people: issues, shortages, a verdict, how a search ended and where the files lie."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from commands.screen import Screen
from exchange.reading import Reading
from exchange.results.console import score_table
from exchange.results.sentences import audit_sentence, outcome_sentence
from models import Issue, Outcome, Problem, Severity, Shortage, Text, Verdict, Violation
from scheduler.rules import rule_cards

Line = tuple[Text, str]  # a sentence and its style

_MARK = {
    Severity.ERROR: (Text("错误　", "error    "), "red"),
    Severity.WARNING: (Text("提醒　", "warning  "), "yellow"),
}
_FILES = {
    "sample": Text("示例学校：", "Sample school: "),
    "timetable": Text("课表：", "Timetable: "),
    "timetable_before": Text("原来的课表留在：", "The one before is kept: "),
    "workbook": Text("工作簿：", "Workbook: "),
    "answers": Text("答案：", "Answers: "),
    "answers_before": Text("原来的答案留在：", "The ones before are kept: "),
    "table": Text("表格：", "Table: "),
    "workbook_before": Text("原来的工作簿留在：", "The one before is kept: "),
    "changes": Text("变更记录：", "Log of changes: "),
    "changes_before": Text("原来的变更记录留在：", "The log before is kept in: "),
    "actual": Text("实际课表：", "Actual timetable: "),
    "actual_before": Text("原来的实际课表留在：", "The actual timetable before is kept in: "),
    "record": Text("代课登记表：", "Record of substitutions: "),
    "record_before": Text("原来的代课登记表留在：", "The record before is kept in: "),
}


def issue_lines(issues: Sequence[Issue]) -> list[Line]:
    """Each issue in a line, and how many there are."""
    lines: list[Line] = []
    for issue in issues:
        mark, style = _MARK[issue.severity]
        lines.append((_joined(mark, issue.text), style))
    wrong = sum(issue.severity is Severity.ERROR for issue in issues)
    odd = len(issues) - wrong
    if issues:
        zh = "，".join(f"{n} 处{what}" for n, what in ((wrong, "错误"), (odd, "提醒")) if n)
        en = ", ".join(_count(n, what) for n, what in ((wrong, "error"), (odd, "warning")) if n)
        lines.append((Text(f"{zh}。", f"{en}."), "bold"))
    return lines


def shortage_lines(shortages: Sequence[Shortage]) -> list[Line]:
    """Each count that cannot come out."""
    return [(_joined(Text("不够　", "short    "), shortage.text), "red") for shortage in shortages]


def check_report(screen: Screen, reading: Reading, shortages: Sequence[Shortage]) -> None:
    """What is wrong or odd in a school's file; if nothing is wrong, whether the counts come out."""
    for text, style in [*issue_lines(reading.issues), *shortage_lines(shortages)]:
        screen.say(text, style)
    if reading.problem is None:
        return
    screen.say(size_text(reading.problem))
    if shortages:
        screen.say(
            Text(
                f"填写没有错误，但数得出 {len(shortages)} 处不够，一定排不出。",
                f"No errors, but {_count(len(shortages), 'shortage')}: no timetable can exist.",
            ),
            "bold red",
        )
    else:
        screen.say(Text("填写没有错误，数量也够。", "No errors, and the counts come out."), "bold green")


def outcome_report(screen: Screen, outcome: Outcome, files: Mapping[str, Path]) -> None:
    """The score by rule, how good it is or why there is none, and where the files lie."""
    if outcome.verdict is not None:
        screen.show(score_table(outcome.verdict, rule_cards(), screen.language))
    for text, style in shortage_lines(outcome.shortages):
        screen.say(text, style)
    sentences = [outcome_sentence(outcome)]
    if outcome.timetable is not None:
        sentences.append(audit_sentence(outcome))
    screen.say(_joined(*sentences), "bold")
    files_report(screen, files)


def files_report(screen: Screen, files: Mapping[str, Path]) -> None:
    """Where the files lie."""
    for name, path in files.items():
        screen.say(_joined(_FILES[name], Text(str(path), str(path))))


def verdict_report(screen: Screen, verdict: Verdict, issues: Sequence[Issue]) -> None:
    """What an audit found: broken requirements, the score by rule, the warnings about the input."""
    for text, style in issue_lines(issues):
        screen.note(text, style)
    titles = {card.key: card.title for card in rule_cards()}
    for violation in verdict.broken:
        screen.say(_violation_text(violation, titles), "red")
    screen.show(score_table(verdict, rule_cards(), screen.language))
    if verdict.clean:
        screen.say(Text("没有违反硬性规则。", "No requirement is broken."), "bold green")
    else:
        count = len(verdict.broken)
        screen.say(
            Text(f"违反硬性规则 {count} 处。", f"Requirements are broken in {_count(count, 'place')}."), "bold red"
        )


def size_text(problem: Problem) -> Text:
    """How large the school is."""
    classes, teachers, clubs = len(problem.classes), len(problem.teachers), len(problem.clubs)
    outside, rooms = len(problem.instructors), len(problem.rooms)
    return Text(
        f"{problem.school}：{classes} 个班，{teachers} 名教师，{outside} 名外聘教师，"
        f"{clubs} 个社团和活动，{rooms} 个场地。",
        f"{problem.school}: {classes} classes, {teachers} teachers, {outside} instructors, "
        f"{clubs} clubs and activities, {rooms} rooms.",
    )


def _violation_text(violation: Violation, titles: Mapping[str, Text]) -> Text:
    title = titles.get(violation.rule, Text(violation.rule, violation.rule))
    return Text(f"违反　{title.zh}：{violation.text.zh}", f"broken  {title.en}: {violation.text.en}")


def _joined(*texts: Text) -> Text:
    return Text("".join(t.zh for t in texts), " ".join(t.en.strip() for t in texts))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
