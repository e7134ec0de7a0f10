"""A scenario (方案): a named list of changes on the school, or on another scenario. It is data, and is applied anew."""

from collections.abc import Mapping

from pydantic import Field

from models.changes import Change, ChangesError
from models.noun import Name, Noun
from models.text import Text


class Scenario(Noun):
    """What if: these changes, after those of `base`."""

    name: Name = Field(description="方案名称")
    base: Name | None = Field(None, description="the scenario that it stands on; none = the school as it is")
    changes: tuple[Change, ...] = Field((), description="变更, in order")
    note: str = Field("", max_length=500, description="备注")


def changes_of(scenario: Scenario, others: Mapping[str, Scenario]) -> tuple[Change, ...]:
    """All its changes, those of its base first. Raises ChangesError for an unknown base and for a circle."""
    path = [scenario]
    while (base := path[-1].base) is not None:
        names = " → ".join(s.name for s in path)
        if base not in others:
            known = "、".join(others) or "无"
            raise ChangesError(
                [
                    Text(
                        f"方案“{path[-1].name}”基于“{base}”，但没有这个方案（已有：{known}）。",
                        f'Scenario "{path[-1].name}" stands on "{base}", which does not exist (there are: {known}).',
                    )
                ]
            )
        if others[base] in path:
            raise ChangesError(
                [
                    Text(
                        f"方案互相依赖，绕成了圈：{names} → {base}。请让其中一个直接基于学校数据。",
                        f"Scenarios stand on one another in a circle: {names} → {base}. Let one stand on the school.",
                    )
                ]
            )
        path.append(others[base])
    return tuple(change for found in reversed(path) for change in found.changes)
