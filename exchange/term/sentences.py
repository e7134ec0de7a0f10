"""What is said of a dated timetable in sentences: how much takes place, which weekdays are short, which papers end."""

from collections.abc import Sequence

from exchange.results.names import person_name
from exchange.term.tables import count_name
from models import Counted, DatedTimetable, PaperRisk, Problem, TermCount, Text


def total_sentence(dated: DatedTimetable) -> Text:
    """So many sessions on so many days, and how many are lost."""
    days = len({d.day for d in dated.sessions})
    return Text(
        f"{len(dated.sessions)} 个课次，{days} 天有课后服务；因放假和停课减少 {len(dated.losses)} 个课次。",
        f"{len(dated.sessions)} sessions on {days} days; {len(dated.losses)} are lost to holidays and no service.",
    )


def short_days(problem: Problem, counts: Sequence[TermCount]) -> tuple[Text, ...]:
    """周五社团少 3 次。 For each weekday, homework and clubs apart, that has fewer sessions than planned."""
    return tuple(
        Text(
            f"{count_name(problem, count, 'zh')}少 {count.missing} 次。",
            f"{count_name(problem, count, 'en')}: {count.missing} fewer.",
        )
        for count in counts
        if count.what is Counted.DAY and count.missing > 0
    )


def paper_sentence(problem: Problem, risk: PaperRisk) -> Text:
    """An error where a session is not covered, else a reminder; with the dates and what to do."""
    zh, en = person_name(problem, risk.person), person_name(problem, risk.person, "en")
    until = risk.paper.valid_until
    if risk.sessions:
        days = ", ".join(dict.fromkeys(str(d.day) for d in risk.sessions))
        return Text(
            f"错误：{zh}的“{risk.paper.name}”（有效期至 {until or '…'}）没有覆盖 {len(risk.sessions)} 个课次："
            f"{days}。请续期或换人。",
            f"Error: {en}: “{risk.paper.name}” (valid until {until or '...'}) does not cover {len(risk.sessions)} "
            f"sessions: {days}. Renew it, or choose somebody else.",
        )
    return Text(
        f"提醒：{zh}的“{risk.paper.name}”{until}到期，最后一次课是 {risk.last}：请及早续期。",
        f"At risk: {en}: “{risk.paper.name}” ends on {until}; the last session is on {risk.last}. Renew it soon.",
    )
