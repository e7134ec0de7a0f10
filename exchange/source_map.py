"""From a place in the problem's JSON back to the sheet and cell that it was read from."""

from dataclasses import dataclass, field

from exchange.columns import Column
from exchange.findings import Place, cell_name

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Source:
    """A cell (or, without a place, a sheet), the column that it stands in, and what was typed."""

    sheet: str
    place: Place | None = None
    column: Column | None = None
    typed: object = None

    @property
    def cell(self) -> str | None:
        """Such as C12."""
        return None if self.place is None else cell_name(self.place)


@dataclass
class SourceMap:
    """Path → source; a path that is not in the map has the source of the longest path before it."""

    sources: dict[Path, Source] = field(default_factory=dict)

    def add(self, path: Path, source: Source | None) -> None:
        """Remember where this came from."""
        if source is not None:
            self.sources[path] = source

    def find(self, path: Path) -> Source | None:
        """Where this came from, as exactly as is known."""
        for end in range(len(path), 0, -1):
            if (source := self.sources.get(path[:end])) is not None:
                return source
        return None
