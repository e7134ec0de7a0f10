"""What came out, in a sentence: proved best or how far from it, impossible, or out of time; and whether it is sound."""

from math import ceil

from models import ChangeKind, Outcome, Problem, Status, Text, Timetable, WhatIf, fingerprint

CHANGE_TITLES = {
    ChangeKind.ADDED: Text("新增", "added"),
    ChangeKind.LOST: Text("取消", "lost"),
    ChangeKind.MOVED: Text("换时段", "moved"),
    ChangeKind.ALTERED: Text("换人或场地", "other people or room"),
}
"""What happened to a session between two timetables."""


def percent(gap: float) -> str:
    """A gap as per cent, rounded up, so that the sentence never promises more than was proved."""
    return f"{ceil(round(gap * 1000, 6)) / 10:g}%"


def outcome_sentence(outcome: Outcome) -> Text:
    """How good the timetable is, or why there is none."""
    if outcome.status is Status.IMPOSSIBLE:
        return Text(
            "排不出，已证明：在这些硬性规则下没有任何课表。",
            "Impossible, proved: no timetable keeps the requirements.",
        )
    if outcome.status is Status.OUT_OF_TIME:
        return Text(
            "时间到，还没排出，也没证明排不出。",
            "Out of time: no timetable yet, and no proof that there is none.",
        )
    cost = outcome.objective
    if outcome.status is Status.OPTIMAL:
        return Text(
            f"已证最优：偏好代价 {cost}，没有代价更低的课表。",
            f"Proved best: cost {cost}, no timetable costs less.",
        )
    if outcome.gap is None or outcome.bound is None:
        return Text(
            f"可行，偏好代价 {cost}；离最优多远还不知道。",
            f"Feasible, cost {cost}; how far from best is not known.",
        )
    away = percent(outcome.gap)
    return Text(
        f"与最优至多差 {away}：偏好代价 {cost}，已证明任何课表不低于 {outcome.bound:g}。",
        f"At most {away} from best: cost {cost}, and no timetable costs less than {outcome.bound:g}.",
    )


def audit_sentence(outcome: Outcome) -> Text:
    """What the audit said of the timetable."""
    if outcome.verdict is None:
        return Text("未经复核。", "Not audited.")
    if outcome.verdict.clean:
        return Text("复核无违反。", "Audit clean: no requirement is broken.")
    count = len(outcome.verdict.broken)
    return Text(
        f"复核发现 {count} 处违反硬性规则，不能照此执行。",
        f"The audit found {count} broken requirement{'' if count == 1 else 's'}: not fit for use.",
    )


def warning(problem: Problem, timetable: Timetable, outcome: Outcome, now: str | None = None) -> Text | None:
    """What must stand on every page of a timetable that is not sound; nothing if it is.

    `now` is the fingerprint of the data of today where they may differ from `problem`, empty if they have errors.
    """
    found: list[Text] = []
    if outcome.verdict is None or not outcome.verdict.clean:
        found.append(audit_sentence(outcome))
    now = fingerprint(problem) if now is None else now
    if not now:
        found.append(
            Text(
                "数据在排课后改过，现在的数据里还有错误。",
                "The data changed after this timetable was made, and have errors now.",
            )
        )
    elif timetable.fingerprint != now:
        found.append(
            Text(
                f"数据在排课后改过，指纹已不同（现在的数据是 {now}）。",
                f"The data changed after this timetable was made (its fingerprint is now {now}).",
            )
        )
    if not found:
        return None
    return Text("！" + "".join(t.zh for t in found), "! " + " ".join(t.en for t in found))


def told_sentence(found: WhatIf) -> Text:
    """How many people must be told, and whether that was proved the fewest."""
    if found.status is Status.OPTIMAL:
        return Text(
            f"要告知 {found.told} 人，已证明不能更少；复核无违反。",
            f"{found.told} people must be told, proved the fewest; audit clean.",
        )
    return Text(
        f"要告知 {found.told} 人；至少 {found.told_bound} 人，是否还能更少没有证完。复核无违反。",
        f"{found.told} people must be told; at least {found.told_bound}, not proved the fewest. Audit clean.",
    )
