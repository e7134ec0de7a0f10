"""Why there is no timetable, as HTML: the sentence above all, what is short with bars, conflicts, tightest counts."""

from collections.abc import Sequence

from models import Conflict, Explanation, Language, LeastBad, Margin, Shortage, Status, Text
from ui.week.markup import Markup, joined, tag

_MISSING_SHOWN = 30
_ENDS = {
    Status.FEASIBLE: Text("✓ 排得出。", "✓ There is a timetable."),
    Status.OPTIMAL: Text("✓ 排得出。", "✓ There is a timetable."),
    Status.OUT_OF_TIME: Text(
        "！时间到，还没排出，也没证明排不出。", "! Out of time: no timetable, and no proof that there is none."
    ),
}
_TONES = {Status.IMPOSSIBLE: "err", Status.OUT_OF_TIME: "warn"}


def banner(told: Explanation, language: Language, *, complete: bool = True) -> Markup:
    """Impossible, possible, or out of time: three different sentences, and how it is known; or that more may come."""
    if told.status is Status.IMPOSSIBLE:
        text = impossible(len(told.shortages), len(told.conflicts))
    else:
        text = _ENDS[told.status]
    how = Text(f"用时 {told.seconds:.1f} 秒", f"{told.seconds:.1f} s")
    if told.repairs:
        count = len(told.repairs)
        how = Text(
            f"{count} 个补救办法都求解并复核过 · {how.zh}", f"{count} ways out, each solved and audited · {how.en}"
        )
    if not complete:
        how = Text("还在继续找", "still looking for more")
    return tag(
        "div",
        tag(
            "div",
            tag("b", text.in_language(language)),
            tag("span", how.in_language(language), class_="k-sub"),
            class_="k-row",
        ),
        class_=f"k-alert k-headline {_TONES.get(told.status, 'ok')}",
        role="alert" if told.status is Status.IMPOSSIBLE else "status",
    )


def impossible(shortages: int, conflicts: int) -> Text:
    """The sentence of a school without a timetable."""
    proved = Text("✕ 排不出，已证明。", "✕ Impossible, proved. ")
    if shortages:
        each = "" if shortages == 1 else "，每一处都要补"
        return Text(
            f"{proved.zh}数出 {shortages} 处缺口{each}。",
            f"{proved.en}Counting finds {shortages} shortage{'' if shortages == 1 else 's'}; each must be met.",
        )
    if conflicts:
        return Text(
            f"{proved.zh}数量都够，但几条要求凑在一起排不下。",
            f"{proved.en}Every count comes out, but some requirements cannot hold together.",
        )
    return Text(proved.zh, proved.en.strip())


def shortages(found: Sequence[Shortage], conflicts: Sequence[Conflict], language: Language) -> Markup:
    """Each shortage with its sentence, two bars and by how much; then requirements that cannot hold together."""
    rows = [_shortage(number, shortage, language) for number, shortage in enumerate(found, start=1)]
    rows += [_conflict(number, conflict, language) for number, conflict in enumerate(conflicts, start=len(found) + 1)]
    return tag("ol", rows, class_="k-short")


def _shortage(number: int, shortage: Shortage, language: Language) -> Markup:
    lack = shortage.demand - shortage.supply
    return tag(
        "li",
        tag("i", str(number)),
        tag("div", shortage.text.in_language(language), class_="t"),
        bars(shortage.demand, shortage.supply, language),
        tag("b", Text(f"缺 {lack}", f"short by {lack}").in_language(language)) if lack > 0 else tag("b"),
    )


def bars(demand: int, supply: int, language: Language) -> Markup:
    """What is needed and what there is, as numbers and as lengths."""
    most = max(demand, supply, 1)
    lines = (
        (Text("需要", "needed"), demand, "need"),
        (Text("现有", "there are"), supply, "have"),
    )
    return tag(
        "div",
        [
            tag(
                "div",
                tag("span", label.in_language(language)),
                tag("em", style=f"width:{max(1, round(amount / most * 96))}px", class_=class_, aria_hidden="true"),
                tag("strong", str(amount)),
            )
            for label, amount, class_ in lines
        ],
        class_="bars",
    )


def _conflict(number: int, conflict: Conflict, language: Language) -> Markup:
    proof = Text(
        "两面都求解证过：合在一起排不出，少了任何一条就排得出。",
        "Proved by solving: together impossible, without any one of them possible.",
    )
    return tag(
        "li",
        tag("i", str(number)),
        tag(
            "div",
            conflict.text.in_language(language),
            tag("ul", [tag("li", part.in_language(language)) for part in conflict.parts]),
            tag("small", proof.in_language(language)),
            class_="t wide",
        ),
    )


def tightest(margins: Sequence[Margin], language: Language) -> Markup:
    """The counts nearest to breaking, of a school that has a timetable."""
    heads = [Text("余", "Spare"), Text("哪一处", "Which count"), Text("需要与现有", "Needed and there")]
    return tag(
        "table",
        tag("thead", tag("tr", [tag("th", head.in_language(language), scope="col") for head in heads])),
        tag(
            "tbody",
            [
                tag(
                    "tr",
                    tag("td", tag("b", str(m.spare)), class_="n" + (" none" if m.spare <= 0 else "")),
                    tag("td", m.text.in_language(language)),
                    tag("td", bars(m.demand, m.supply, language)),
                )
                for m in margins
            ],
        ),
        class_="k-plan k-tight",
    )


def missing(bad: LeastBad, language: Language) -> Markup:
    """What a timetable of today would lack, by name."""
    items = [tag("li", text.in_language(language)) for text in bad.missing[:_MISSING_SHOWN]]
    more = len(bad.missing) - _MISSING_SHOWN
    if more > 0:
        items.append(tag("li", Text(f"还有 {more} 处", f"and {more} more").in_language(language)))
    return joined(tag("ul", items, class_="k-list"))
