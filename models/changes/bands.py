"""Changes of bands: how often and when classes walk."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from models.changes.altering import altered, given, with_one
from models.changes.base import ChangeBase, nothing_given
from models.changes.faults import Place
from models.changes.naming import counted, joined, slots_text, unknown
from models.noun import BandId
from models.problem import Problem
from models.text import Text
from models.week import SlotRef


class BandChanged(ChangeBase):
    """A band that walks more or less often, or in other slots."""

    title: ClassVar[Text] = Text("走班调整", "Band changed")
    kind: Literal["band_changed"] = Field("band_changed", description="走班调整")
    band: BandId = Field(description="the band")
    walking_least: int | None = Field(None, ge=0, le=30, description="walking slots a week, at least")
    walking_most: int | None = Field(None, ge=0, le=30, description="walking slots a week, at most")
    fixed_slots: tuple[SlotRef, ...] | None = Field(None, description="exactly these slots; empty list = any slots")

    def sentence(self, problem: Problem) -> Text:
        """中段每周走班2–3次，走班时段改为周一第2节、周三第2节."""
        parts = []
        least, most = self.walking_least, self.walking_most
        if least is not None and most is not None:
            span = f"{least}" if least == most else f"{least}–{most}"
            parts.append(Text(f"每周走班{span}次", f"walks {span} times a week"))
        elif least is not None:
            parts.append(Text(f"每周走班至少{least}次", f"walks at least {counted(least, 'time')} a week"))
        elif most is not None:
            parts.append(Text(f"每周走班至多{most}次", f"walks at most {counted(most, 'time')} a week"))
        if self.fixed_slots is not None:
            when = slots_text(problem, self.fixed_slots)
            anytime = Text("走班时段不再限定", "walks in any slots")
            only = Text(f"走班时段改为{when.zh}", f"walks only on {when.en}")
            parts.append(only if self.fixed_slots else anytime)
        band, said = problem.band_by_id.get(self.band), joined(parts)
        name = self.band if band is None else band.name
        return Text(f"{name}{said.zh}", f"{name} {said.en}")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, bands=(self.band,))
        yield from nothing_given(self, Text("走班次数或时段", "how often or when it walks"))

    def _place(self, problem: Problem) -> Place:
        return "bands", self.band

    def _applied(self, problem: Problem) -> Problem:
        fields = given(
            walking_least=self.walking_least, walking_most=self.walking_most, fixed_slots=self.fixed_slots
        )  # fmt: skip
        return with_one(problem, "bands", self.band, lambda band: altered(band, **fields))
