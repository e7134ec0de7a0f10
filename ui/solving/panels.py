"""The parts of the screen 排课 as HTML: the sentence, the steps, the figures, what improved, what preferences cost."""

from collections.abc import Sequence
from html import escape

from exchange.results.sentences import percent
from models import RuleCard, Strength, Text, Verdict
from ui.language import say
from ui.solving.run import Run
from ui.solving.words import Headline, Step, clock, improvement_words, requirements_in_force

_SIGNS = {"done": "✓", "now": "●", "todo": "○", "failed": "✕"}
_SPOKEN = {
    "done": Text("已完成", "done"),
    "now": Text("进行中", "going on"),
    "todo": Text("还没到", "to come"),
    "failed": Text("没成", "failed"),
}
_SHOWN_UNMET = 60  # of one preference; a page is no place for hundreds


def headline_html(headline: Headline, run: Run) -> str:
    """The sentence, what may be done meanwhile, and how much of the time has passed."""
    bar = ""
    if run.job.running and run.limit:
        part = min(1.0, run.seconds / run.limit)
        bar = f'<div class="k-passed" aria-hidden="true"><i style="width:{part:.1%}"></i></div>'
    more = f'<span class="k-sub">{escape(say(headline.more))}</span>' if headline.more else ""
    sign = {"ok": "✓ ", "warn": "！", "err": "✕ "}.get(headline.tone, "")
    return (
        f'<div class="k-alert {headline.tone} k-headline" role="status"><div class="k-row">'
        f"<b>{sign}{escape(say(headline.text))}</b>{more}</div>{bar}</div>"
    )


def steps_html(steps: Sequence[Step]) -> str:
    """The five steps in a row."""
    items = "".join(
        f'<li class="{step.state}"><i title="{escape(say(_SPOKEN[step.state]))}">{_SIGNS[step.state]}</i>'
        f"<b>{escape(say(step.title))}</b><small>{escape(say(step.detail))}</small></li>"
        for step in steps
    )
    return f'<ol class="k-steps">{items}</ol>'


def figures_html(run: Run) -> str:
    """Cost, bound, gap, time, requirements. A dash stands for what is not known yet."""
    cost, bound, gap = run.objective, run.bound, run.gap
    steps = () if run.found is None else run.found.improvements
    first = steps[0].after if steps else None
    tiles = [
        (
            Text("偏好代价（目前最好）", "Cost of preferences (best)"),
            "—" if cost is None else f"{cost:,}",
            Text(f"第一张是 {first:,}", f"the first one: {first:,}")
            if first is not None
            else Text("还没有课表", "none yet"),
        ),
        (
            Text("已证下界", "Proved bound"),
            f"{bound:,.0f}" if bound else "—",
            Text("没有课表能低于它", "no timetable costs less"),
        ),
        (
            Text("差距", "Gap"),
            percent(gap) if gap is not None and (bound or gap == 0) else "—",
            Text(f"({cost:,} − {bound:,.0f}) ÷ {max(1, cost):,}", f"({cost:,} − {bound:,.0f}) ÷ {max(1, cost):,}")
            if cost is not None and bound
            else Text("离最好最多差多少", "how far from best at most"),
        ),
        (
            Text("用时", "Time"),
            clock(run.seconds),
            Text(f"上限 {clock(run.limit)}，到时自动停", f"stops by itself at {clock(run.limit)}")
            if run.limit and run.job.running
            else Text("已结束", "over")
            if not run.job.running
            else Text("进行中", "going on"),
        ),
    ]
    verdict = None if run.outcome is None else run.outcome.verdict
    if verdict is not None:
        rules = requirements_in_force(run)
        tiles.append(
            (
                Text("硬性规则", "Requirements"),
                say(Text(f"{len(verdict.broken)} 违反", f"{len(verdict.broken)} broken")),
                Text(f"{rules} 条，已独立复核", f"{rules} rules, audited apart"),
            )
        )
    cells = "".join(
        f'<div><div class="l">{escape(say(label))}</div><div class="v">{escape(value)}</div>'
        f'<div class="d">{escape(say(note))}</div></div>'
        for label, value, note in tiles
    )
    return f'<div class="k-figures" style="grid-template-columns:repeat({len(tiles)},1fr)">{cells}</div>'


def improvements_html(run: Run, cards: Sequence[RuleCard], most: int = 6) -> str:
    """The last improvements, the newest first."""
    by_key = {card.key: card for card in cards}
    steps = () if run.found is None else run.found.improvements
    rows = "".join(
        f"<tr><td>{clock(i.seconds)}</td><th scope='row'>"
        + (f"{i.before:,} → {i.after:,}" if i.before is not None else f"{i.after:,}")
        + f"</th><td>{escape(say(improvement_words(i, by_key)))}</td></tr>"
        for i in reversed(steps[-most:])
    )
    title = escape(say(Text("刚才的改进", "What just improved")))
    if not rows:
        empty = escape(say(Text("还没有课表。", "No timetable yet.")))
        return f'<h2 class="k-h2">{title}</h2><p class="k-sub">{empty}</p>'
    return f'<h2 class="k-h2">{title}</h2><table class="k-log"><tbody>{rows}</tbody></table>'


def costs_html(verdict: Verdict, cards: Sequence[RuleCard]) -> str:
    """What each preference costs, the dearest first, with the sum; recounted by the rules' checks."""
    by_key = {card.key: card for card in cards}
    scores = sorted(
        (s for s in verdict.scores if s.strength is Strength.PREFER and s.rule in by_key), key=lambda s: -s.cost
    )
    dearest = max((s.cost for s in scores), default=0) or 1
    rows = "".join(
        f"<tr><th scope='row'>{escape(say(by_key[s.rule].title))}</th>"
        f'<td class="u">{escape(say(unit)) if (unit := by_key[s.rule].unit) else ""}</td>'
        f'<td class="num">{s.amount:,}</td><td class="num mute">× {s.weight}</td><td class="num"><b>{s.cost:,}</b></td>'
        f'<td class="bar"><i style="width:{s.cost / dearest:.0%}"></i></td></tr>'
        for s in scores
        if s.cost
    )
    free = [say(by_key[s.rule].title) for s in scores if not s.cost]
    heads = [
        Text("偏好", "Preference"),
        Text("一份是", "One unit is"),
        Text("数量", "Units"),
        Text("权重", "Weight"),
        Text("代价", "Cost"),
        Text("", ""),
    ]
    head = "".join(
        f'<th scope="col"{" class=num" if 1 < number < 5 else ""}>{escape(say(text))}</th>'
        for number, text in enumerate(heads)
    )
    total = escape(say(Text("合计", "Total")))
    separator = say(Text("、", ", "))
    none = say(Text(f"没有花代价的：{separator.join(free)}。", f"At no cost: {separator.join(free)}.")) if free else ""
    caption = say(
        Text(
            "由复核程序从课表里重新数出，与求解器报的数一致才会显示。",
            "Recounted from the timetable by the audit; shown only because it agrees with the solver.",
        )
    )
    return (
        f'<table class="k-costs"><thead><tr>{head}</tr></thead><tbody>{rows}'
        f'<tr class="sum"><th scope="row" colspan="4">{total}</th><td class="num">{verdict.cost:,}</td><td></td></tr>'
        f'</tbody></table><p class="k-sub">{escape(none)}</p><p class="k-sub">{escape(caption)}</p>'
        + _unmet_html(verdict, [s.rule for s in scores if s.cost], by_key)
    )


def _unmet_html(verdict: Verdict, rules: Sequence[str], cards: dict[str, RuleCard]) -> str:
    """Under each preference that costs something, where it is not met; folded up."""
    parts = []
    for rule in rules:
        texts = [say(v.text) for v in verdict.unmet if v.rule == rule]
        more = len(texts) - _SHOWN_UNMET
        items = "".join(f"<li>{escape(text)}</li>" for text in texts[:_SHOWN_UNMET])
        if more > 0:
            items += f"<li>{escape(say(Text(f'还有 {more} 处', f'and {more} more')))}</li>"
        label = Text(f"{cards[rule].title.zh}：{len(texts)} 处没满足", f"{cards[rule].title.en}: {len(texts)} not met")
        parts.append(f"<details><summary>{escape(say(label))}</summary><ul>{items}</ul></details>")
    return f'<div class="k-unmet">{"".join(parts)}</div>' if parts else ""
