"""Cost and bound over time: a step line that falls, a dashed one that rises, between them what may be left to win."""

from dataclasses import dataclass

import altair as alt
import pandas as pd

from exchange.results.sentences import percent
from models import Text
from ui.language import say
from ui.look import colour
from ui.solving.run import Run

_HEIGHT = 250
_FONT = "Source Sans, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif"


@dataclass(frozen=True)
class Point:
    """Where the search stood after so many seconds; both are steps, which hold until the next point."""

    seconds: float
    cost: int
    bound: float


def points(run: Run) -> list[Point]:
    """Every change since the first timetable, and now. Empty before there is one."""
    found, best, proved = [], None, 0.0
    for mark in run.marks:
        best = mark.objective if mark.objective is not None else best
        proved = max(proved, mark.bound or 0.0)
        if best is not None:
            found.append(Point(mark.seconds, best, min(proved, best)))
    if run.objective is not None:
        now = Point(max(run.seconds, found[-1].seconds if found else 0.0), run.objective, run.bound or 0.0)
        found.append(Point(now.seconds, now.cost, min(now.bound, now.cost)))
    return found


def domain(shown: list[Point]) -> tuple[float, float]:
    """Costs that the chart spans. A bound that began at nothing must not press all the rest to the upper edge."""
    top, end = max(p.cost for p in shown), shown[-1]
    low = min(end.bound, *(p.cost for p in shown))
    margin = max(1.0, (top - low) * 0.15)
    return max(0.0, low - margin), top + margin * 0.6


def spoken(run: Run) -> str:
    """The chart in a sentence, for who cannot see it."""
    shown = points(run)
    first, last = shown[0], shown[-1]
    away = percent(max(0.0, last.cost - last.bound) / max(1, last.cost))
    return say(
        Text(
            f"偏好代价由 {first.cost} 降到 {last.cost}，已证下界升到 {last.bound:g}，差距 {away}。",
            f"The cost fell from {first.cost} to {last.cost}, the proved bound rose to {last.bound:g}: gap {away}.",
        )
    )


def chart(run: Run) -> alt.LayerChart:
    """The chart; `points` must not be empty."""
    shown = points(run)
    low, high = domain(shown)
    frame = pd.DataFrame([(p.seconds, p.cost, max(p.bound, low)) for p in shown], columns=["seconds", "cost", "bound"])
    end = max(shown[-1].seconds * 1.25, 1.0)
    x = alt.X(
        "seconds:Q",
        title=None,
        scale=alt.Scale(domain=[0, end], nice=False),
        axis=alt.Axis(grid=False, tickCount=6, labelPadding=6, labelExpr=f"datum.label + '{say(Text(' 秒', ' s'))}'"),
    )
    scale = alt.Scale(domain=[low, high], nice=False, zero=False)
    y = alt.Y("cost:Q", title=None, scale=scale, axis=alt.Axis(tickCount=6, format=",d", tickMinStep=1))
    base = alt.Chart(frame)
    band = base.mark_area(interpolate="step-after", opacity=0.1, color=colour("accent"), clip=True)
    cost = base.mark_line(interpolate="step-after", strokeWidth=2.5, color=colour("accent"), clip=True)
    bound = base.mark_line(interpolate="step-after", strokeWidth=2, strokeDash=[5, 4], color=colour("ink-2"), clip=True)
    layers = [
        band.encode(x=x, y=y, y2="bound:Q"),
        bound.encode(x=x, y=alt.Y("bound:Q", scale=scale)),
        cost.encode(x=x, y=y),
        *_labels(shown, x, scale),
    ]
    drawn: alt.LayerChart = (
        alt.layer(*layers)
        .properties(height=_HEIGHT)
        .configure(font=_FONT, background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=colour("ink-3"), labelFontSize=12, gridColor=colour("line-2"), domain=False, ticks=False
        )
    )
    return drawn


def _labels(shown: list[Point], x: alt.X, scale: alt.Scale) -> list[alt.Chart]:
    """Which is the first timetable, what is best now, and what is proved."""
    first, last = shown[0], shown[-1]
    best, least = Text(f"目前最好 {last.cost:,}", f"best {last.cost:,}"), Text("", "")
    if 0 < last.bound < last.cost:
        least = Text(f"已证下界 {last.bound:,.0f}", f"bound {last.bound:,.0f}")
    elif last.bound == last.cost:
        best = Text(f"最好 {last.cost:,}，已证明", f"best {last.cost:,}, proved")
    y = alt.Y("value:Q", scale=scale)
    now = pd.DataFrame([(last.seconds, last.cost)], columns=["seconds", "value"])
    dot = alt.Chart(now).mark_point(filled=True, size=60, opacity=1, color=colour("accent")).encode(x=x, y=y)
    made = [dot, _word(now, say(best), x, y, "accent", dy=-9)]
    if least.zh:
        under = pd.DataFrame([(last.seconds, last.bound)], columns=["seconds", "value"])
        made.append(_word(under, say(least), x, y, "ink-2", dy=11))
    if first.cost > last.cost:
        start = pd.DataFrame([(first.seconds, first.cost)], columns=["seconds", "value"])
        text = Text(f"第一张 {first.cost:,}", f"first {first.cost:,}")
        made.append(_word(start, say(text), x, y, "ink", dy=-8))
    return made


def _word(frame: pd.DataFrame, text: str, x: alt.X, y: alt.Y, token: str, dy: int) -> alt.Chart:
    mark = alt.Chart(frame).mark_text(
        align="left", dx=8, dy=dy, fontSize=13, fontWeight=500, color=colour(token), text=text
    )
    placed: alt.Chart = mark.encode(x=x, y=y)
    return placed
