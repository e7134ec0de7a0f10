"""The answers as HTML: the right sentence for each ending, sums, bars, marks, and nothing unescaped."""

from models import (
    ClubDropped,
    Explanation,
    Margin,
    Repair,
    Shortage,
    Status,
    Step,
    SweepCase,
    SweepKind,
    SweepRow,
    Text,
)
from tests.builders import tiny_school
from tests.timetables import tiny_timetable
from ui.scenarios.answers_html import Column, comparison, price_sum, repair_steps, touched
from ui.scenarios.heat import heat_table, share
from ui.scenarios.why_html import banner, bars, shortages, tightest

SHORT = Shortage(code="club_rooms", text=Text("缺<场地>", "no <room>"), demand=6, supply=4)


def _told(status: Status, *found: Shortage) -> Explanation:
    return Explanation(status=status, shortages=found, seconds=2.61)


def test_impossible_and_out_of_time_are_two_sentences() -> None:
    impossible = banner(_told(Status.IMPOSSIBLE, SHORT, SHORT), "zh")
    assert "排不出，已证明。数出 2 处缺口，每一处都要补。" in impossible
    assert "2.6 秒" in impossible
    assert "时间到" not in impossible
    late = banner(_told(Status.OUT_OF_TIME), "zh")
    assert "时间到，还没排出，也没证明排不出" in late
    assert "已证明" not in late
    assert "There is a timetable" in banner(_told(Status.FEASIBLE), "en")


def test_a_shortage_with_its_bars_and_escaped() -> None:
    html = shortages((SHORT,), (), "zh")
    assert "缺 2" in html
    assert "缺&lt;场地&gt;" in html
    assert "width:96px" in bars(6, 4, "zh")
    assert "width:64px" in bars(6, 4, "zh")


def test_the_tightest_counts() -> None:
    html = tightest((Margin(code="x", text=Text("琴", "piano"), demand=4, supply=4),), "zh")
    assert 'class="n none"' in html
    assert "<b>0</b>" in html


def _repair(*costs: int) -> Repair:
    steps = tuple(Step(change=ClubDropped(club="足球"), text=Text("停", "stop"), cost=cost) for cost in costs)
    school = tiny_school()
    return Repair(
        steps=steps,
        cost=sum(costs),
        cheapest=False,
        people=("王1",),
        classes=("一1",),
        clubs=("足球",),
        timetable=tiny_timetable(school),
    )


def test_a_price_is_shown_as_its_sum() -> None:
    assert price_sum(_repair(8, 4, 8, 0)) == "2×8 + 4 = 20"
    assert price_sum(_repair(0)) == "0 = 0"
    assert "停；停" in repair_steps(_repair(8, 8), "zh")
    said = touched(_repair(1), tiny_school(), "zh")
    assert all(name in said for name in ("王1", "一(1)", "足球"))


def test_scenarios_side_by_side() -> None:
    school = tiny_school()
    table = tiny_timetable(school)
    first = Column("草稿 1", Status.OPTIMAL, 14, table, school)
    html = comparison(
        [first, Column("多<一>班", Status.IMPOSSIBLE), Column("丙", Status.FEASIBLE, 14, table, school, 3)], "zh"
    )
    assert "多&lt;一&gt;班" in html
    assert '<td class="new" title="和第一列不同">排不出</td>' in html
    assert "≤ 3" in html  # not proved the fewest
    assert html.count(f"<td>{len(table.sessions)}</td>") == 2


def _row(key: str, **fields: object) -> SweepRow:
    case = SweepCase(key=key, title=Text(f"少{key}", f"without {key}"))
    return SweepRow.model_validate({"case": case, "status": Status.OPTIMAL, "seconds": 0, **fields})


def test_a_heat_map_shades_what_is_worse_and_leaves_out_what_nobody_knows() -> None:
    rows = (
        _row("甲", cost=10, places_left=9),
        _row("乙", cost=30, places_left=1),
        _row("丙", status=Status.IMPOSSIBLE, why=(SHORT.text,)),
        _row("丁", status=Status.OUT_OF_TIME),
    )
    html = heat_table(rows, SweepKind.ROOMS, "zh")
    assert '<td style="--heat:0%">10</td>' in html
    assert '<td style="--heat:45%">30</td>' in html
    assert '<td style="--heat:45%">余 1</td>' in html  # fewer places are worse
    assert "排不出：缺&lt;场地&gt;" in html
    assert "没算完" in html
    assert "需告知" not in html  # there is no timetable in use
    assert (share(5, (5, 5), 1), share(5, (1, 9), 1)) == (0, 22)
