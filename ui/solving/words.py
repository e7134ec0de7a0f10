"""What the screen 排课 says of a search, in sentences. Every number comes from the job or from the audit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from exchange.results.sentences import outcome_sentence, percent
from models import Problem, RuleCard, SlotKind, Status, Strength, Text
from store import JobState
from ui.marks import Tone
from ui.solving.found import Improvement
from ui.solving.run import Run

StepState = Literal["done", "now", "todo", "failed"]


@dataclass(frozen=True)
class Step:
    """One step on the way to a proved timetable."""

    title: Text
    detail: Text
    state: StepState


@dataclass(frozen=True)
class Headline:
    """How the search stands, in a sentence, and what may be done meanwhile or next."""

    text: Text
    tone: Tone
    more: Text | None = None


def size(problem: Problem) -> Text:
    """57 个班 · 198 名教师 · 51 个社团 · 62 处场地 · 570 个班次时段."""
    week = problem.week
    places = sum(week.kind(s, c.grade) is not SlotKind.OFF for s in problem.slots for c in problem.classes)
    counts = len(problem.classes), len(problem.teachers), len(problem.clubs), len(problem.rooms)
    return Text(
        "{} 个班 · {} 名教师 · {} 个社团和活动 · {} 处场地 · {} 个班次时段".format(*counts, places),
        "{} classes · {} teachers · {} clubs and activities · {} rooms · {} class slots".format(*counts, places),
    )


def headline(run: Run) -> Headline:
    """How the search stands."""
    if run.job.running:
        leave = Text("可以离开这一页，排课不会停", "You may leave this page, the search goes on")
        if run.job.stop_asked:
            leave = Text("正在停下，最好的课表会留着", "Stopping; the best timetable is kept")
        return Headline(_running(run), "acc", leave)
    if run.was_cut_off:
        return Headline(
            Text("排课中途被打断（程序或电脑关了）。", "The search was cut off (program or computer went off)."),
            "warn",
            Text("当时最好的课表还在。", "Its best timetable is still here.") if run.objective is not None else None,
        )
    if run.job.state is JobState.FAILED:
        return Headline(run.job.sentence or Text("没有完成。", "Not finished."), "err")
    if run.outcome is None:
        return Headline(run.job.sentence or Text("已结束。", "It is over."), "warn")
    tones: dict[Status, Tone] = {Status.OPTIMAL: "ok", Status.IMPOSSIBLE: "err", Status.OUT_OF_TIME: "warn"}
    stopped = run.job.state is JobState.STOPPED
    sentence = outcome_sentence(run.outcome)
    if stopped and run.outcome.status is Status.OUT_OF_TIME:
        sentence = Text(
            "已停止：还没排出，也没证明排不出。", "Stopped: no timetable yet, and no proof that there is none."
        )
    elif stopped and run.outcome.status is Status.FEASIBLE:
        sentence = Text(f"已停止，保留目前最好。{sentence.zh}", f"Stopped, the best is kept. {sentence.en}")
    return Headline(sentence, tones.get(run.outcome.status, "acc"))


def _running(run: Run) -> Text:
    if run.objective is None:
        if not run.marks:
            return Text("正在读入，清点场地、专长和人手。", "Reading, and counting rooms, skills and people.")
        return Text("正在找第一张可用课表。", "Looking for a first timetable.")
    if run.gap is None or not run.bound:
        return Text(
            "已有可用课表，正在继续改进；离最好差多少还不知道。",
            "There is a timetable, and it is being improved; how far from best is not known yet.",
        )
    if run.gap == 0:
        return Text("已证最优，正在做最后的复核。", "Proved best; the last audit is under way.")
    away = percent(run.gap)
    return Text(
        f"已有可用课表。它离可能的最好至多差 {away}，正在继续改进并证明。",
        f"There is a timetable, at most {away} from the best possible. It is being improved and proved.",
    )


def steps(run: Run) -> tuple[Step, ...]:
    """The five steps, each with what is known of it."""
    counted = bool(run.marks) or run.objective is not None
    first = next((mark.seconds for mark in run.marks if mark.objective is not None), None)
    if run.found is not None and run.found.improvements:
        first = run.found.improvements[0].seconds
    outcome = run.outcome
    short = () if outcome is None else outcome.shortages
    has, over = run.objective is not None, not run.job.running
    proved = outcome is not None and outcome.status in (Status.OPTIMAL, Status.IMPOSSIBLE)
    better = 0 if run.found is None else sum(i.before is not None for i in run.found.improvements)
    version = run.job.version
    read = Step(
        Text("读入与检查", "Read and check"),
        Text(f"第 {version} 版数据，无错误", f"Version {version}, no error"),
        "done",
    )
    if short:
        count = Step(_COUNT, Text(f"{len(short)} 处不够", f"short in {len(short)} places"), "failed")
    elif counted or over:
        count = Step(_COUNT, Text("场地、专长、人手没有数出缺口", "no shortage of rooms, skills, people"), "done")
    else:
        count = Step(_COUNT, Text("场地、专长、人手", "rooms, skills, people"), "now")
    if has and first is not None:
        found = Step(_FIRST, Text(f"{first:.1f} 秒", f"{first:.1f} s"), "done")
    else:
        waiting: StepState = ("failed" if over else "now") if counted or over else "todo"
        words = Text("没有找到", "none") if over else Text("还没有", "none yet")
        found = Step(_FIRST, words, "failed" if waiting == "failed" else waiting)
    improve: StepState = "todo" if not has else "done" if over else "now"
    spent = f"{run.seconds:.0f}"
    done = Text(
        f"{'共' if over else '已'} {spent} 秒 · 改进 {better} 次" + (" · 已证明" if proved else ""),
        f"{spent} s · {better} times better" + (" · proved" if proved else ""),
    )
    improving = Step(_IMPROVE, done if has else Text("有了第一张之后", "after the first one"), improve)
    audited = over and outcome is not None and outcome.verdict is not None
    audit = Step(
        Text("独立复核", "Independent audit"),
        Text("无违反", "nothing broken")
        if audited and outcome is not None and outcome.verdict is not None and outcome.verdict.clean
        else Text("每张新课表都复核，最后再做一次", "each timetable at once, the last one again"),
        "done" if audited else "todo",
    )
    return read, count, found, improving, audit


_COUNT = Text("计数预查", "Counts")
_FIRST = Text("第一张可用课表", "First timetable")
_IMPROVE = Text("改进与证明", "Improve and prove")


def improvement_words(improvement: Improvement, cards: Mapping[str, RuleCard]) -> Text:
    """时段意愿 −4，本班教师辅导 −2，学科间隔 +1: which rules became cheaper or dearer."""
    parts = [
        (
            cards[s.rule].title if s.rule in cards else Text(s.rule, s.rule),
            f"−{s.cost}" if s.cost > 0 else f"+{-s.cost}",
        )
        for s in improvement.savings
    ]
    if not parts:
        return Text("第一张可用课表", "first timetable")
    return Text("，".join(f"{t.zh} {by}" for t, by in parts), ", ".join(f"{t.en} {by}" for t, by in parts))


def requirements_in_force(run: Run) -> int:
    """How many requirements the audit has judged."""
    verdict = None if run.outcome is None else run.outcome.verdict
    return 0 if verdict is None else sum(score.strength is Strength.MUST for score in verdict.scores)


def clock(seconds: float) -> str:
    """0:41."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
