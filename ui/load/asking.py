"""某人多一次、少一次要多少代价: the school solved again with that person's number, in the background."""

import logging
from dataclasses import dataclass, field
from threading import Lock, Thread

import streamlit as st

from models import Comparison, Outcome, PersonChanged, Problem, Status, Teacher, Text, Timetable
from models.changes import apply_changes
from scheduler.compare import compare
from scheduler.progress import SolveOptions, Stop
from scheduler.solve import solve
from ui import marks
from ui.language import say
from ui.load.figures import lines_of
from ui.view.opened import Opened

SECONDS = 30.0
_log = logging.getLogger("kehou.app")
_lock = Lock()


@dataclass
class Question:
    """One change that is being solved, or was."""

    change: PersonChanged
    stop: Stop = field(default_factory=Stop)
    outcome: Outcome | None = None
    difference: Comparison | None = None
    failed: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is still being worked on."""
        return self.outcome is None and not self.failed


_asked: dict[tuple[str, PersonChanged], Question] = {}  # modules live as long as the server process


def ask(key: str, problem: Problem, timetable: Timetable, change: PersonChanged) -> Question:
    """Begin, or say how far it is; what two people ask is solved once. `key` is of the timetable."""
    with _lock:
        known = _asked.get((key, change))
        if known is not None and not known.failed:
            return known
        question = _asked[key, change] = Question(change)
    Thread(target=_work, args=(question, problem, timetable), daemon=True, name="one-more").start()
    return question


def _work(question: Question, problem: Problem, timetable: Timetable) -> None:
    try:
        changed = apply_changes(problem, [question.change])
        outcome = solve(changed, SolveOptions(seconds=SECONDS, background=True), stop=question.stop)
        if outcome.timetable is not None:
            question.difference = compare(problem, timetable, changed, outcome.timetable)
        question.outcome = outcome
    except Exception:  # noqa: BLE001  nobody else would hear of it
        _log.exception("one more or one less failed")
        question.failed = True


def change_of(teacher: Teacher, weekly: float, more: bool) -> PersonChanged | None:
    """One session a week more or less than now; none where that is not a number that a person may have."""
    wanted = int(weekly) + 1 if more else int(-(-weekly // 1)) - 1
    if not 0 <= wanted <= 30:
        return None
    if more:
        most = None if wanted <= teacher.weekly_most else wanted
        return PersonChanged(person=teacher.id, weekly_least=wanted, weekly_most=most)
    least = None if wanted >= teacher.weekly_least else wanted
    return PersonChanged(person=teacher.id, weekly_most=wanted, weekly_least=least)


def answer_text(question: Question, cost: int) -> Text:
    """What came out, and no more than was proved; `cost` is that of the timetable that there is."""
    outcome, difference = question.outcome, question.difference
    if question.failed or outcome is None:
        return Text("程序自身出错，没有算出来。", "A defect of the program: no answer.")
    if outcome.status is Status.IMPOSSIBLE:
        why = outcome.shortages[0].text if outcome.shortages else Text("", "")
        return Text(f"不可，已证明没有这样的课表。{why.zh}", f"Impossible, proved. {why.en}")
    if outcome.objective is None or difference is None:
        return Text(f"{SECONDS:.0f} 秒内没有结果，也没有证明不可。", f"No answer in {SECONDS:.0f} s, and no proof.")
    told = len(difference.notices)
    people = Text(f"照那份课表需告知 {told} 人", f"{told} people to tell by that timetable")
    more = outcome.objective - cost
    if outcome.status is Status.OPTIMAL:
        return Text(
            f"全校偏好代价 {more:+d}，已证最优；{people.zh}。",
            f"The preferences cost {more:+d}, proved best; {people.en}.",
        )
    least = "" if outcome.bound is None else f"{outcome.bound - cost:+g}"
    return Text(
        f"偏好代价至多 {more:+d}，至少 {least}，尚未证完；{people.zh}。",
        f"It costs at most {more:+d}, at least {least}, not proved; {people.en}.",
    )


def asking(shown: Opened) -> None:
    """Two boxes, a button, and the answer; nothing is changed by it."""
    lines = {line.teacher.id: line for line in lines_of(shown.problem, shown.timetable)}
    marks.section(
        Text("某人多一次、少一次", "One more or one less"),
        Text("重新求解，看全校偏好代价差多少；不改动任何数据", "solved again; nothing is changed"),
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="load-asking"):
        names = {t.id: t.name for t in shown.problem.teachers}
        who = st.selectbox(
            say(Text("教师", "Teacher")), list(names), format_func=names.__getitem__, key="load-who", width=200
        )
        ways = {False: say(Text("少 1 次", "one less")), True: say(Text("多 1 次", "one more"))}
        more = st.segmented_control(
            say(Text("每周", "a week")), list(ways), default=False, format_func=ways.__getitem__, key="load-more"
        )
        line = lines[who]
        change = change_of(line.teacher, line.load.weekly, bool(more))
        pressed = st.button(say(Text("算一算", "Work it out")), key="load-ask", disabled=change is None)
    if change is None:
        return
    if pressed:
        ask(shown.key, shown.problem, shown.timetable, change)
    question = _asked.get((shown.key, change))
    if question is not None:
        _answer(question, shown)


@st.fragment(run_every=0.7)
def _waiting(question: Question) -> None:
    if not question.is_open:
        st.rerun()
    marks.faint(Text(f"正在重新求解，至多 {SECONDS:.0f} 秒…", f"Solving again, at most {SECONDS:.0f} s…"))
    if st.button(say(Text("停止，保留目前最好", "Stop and keep the best")), key="load-stop"):
        question.stop.set()


def _answer(question: Question, shown: Opened) -> None:
    if question.is_open:
        _waiting(question)
        return
    cost = shown.verdict.cost if shown.verdict is not None else 0
    sentence = question.change.sentence(shown.problem)
    text = answer_text(question, cost)
    good = question.outcome is not None and question.outcome.timetable is not None
    marks.notice(Text(f"{sentence.zh}：{text.zh}", f"{sentence.en}: {text.en}"), "acc" if good else "warn")
