"""How far a search is, in one line on stderr: alive on a terminal, now and then a plain line elsewhere."""

import time
from types import TracebackType

from rich.live import Live
from rich.spinner import Spinner
from rich.text import Text as Line

from commands.screen import Screen
from exchange.results.sentences import percent
from models import Text
from scheduler.progress import Progress

_PLAIN_EVERY = 5.0  # seconds between plain lines


class ProgressLine:
    """Shown from entering to leaving; `show` may be called as often as one likes."""

    def __init__(self, screen: Screen, *, people: bool = False) -> None:
        self._screen = screen
        self._people = people
        self._started = time.monotonic()
        self._said: Progress | None = None
        self._said_at = self._started
        self._spinner = Spinner("dots" if screen.err.encoding.startswith("utf") else "line")
        self._live: Live | None = None
        if screen.err.is_terminal:
            self._live = Live(self._spinner, console=screen.err, transient=True, refresh_per_second=8)

    def __enter__(self) -> "ProgressLine":
        if self._live is not None:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live is not None:
            self._live.stop()

    def show(self, progress: Progress | None) -> None:
        """Say how far it is: none = nothing heard from the search yet."""
        now = time.monotonic()
        if self._live is not None:
            line = progress_text(progress, now - self._started, people=self._people)
            self._spinner.update(text=Line(line.in_language(self._screen.language)))
        elif progress != self._said and now - self._said_at >= _PLAIN_EVERY:
            self._said, self._said_at = progress, now
            self._screen.note(progress_text(progress, now - self._started, people=self._people))


def progress_text(progress: Progress | None, seconds: float, *, people: bool = False) -> Text:
    """12 秒 · 偏好代价 60 · 下界 53 · 差距 11.7%; or 3 秒 · 要告知 5 人 · 至少 3 人."""
    zh, en = [f"{seconds:.0f} 秒"], [f"{seconds:.0f} s"]
    if progress is None or progress.objective is None:
        zh.append("还没有课表")
        en.append("no timetable yet")
    elif people:
        zh.append(f"要告知 {progress.objective} 人")
        en.append(f"{progress.objective} people to tell")
    else:
        zh.append(f"偏好代价 {progress.objective}")
        en.append(f"cost {progress.objective}")
    if progress is not None and progress.bound is not None and progress.bound > 0:  # below that, it says nothing
        zh.append(f"至少 {progress.bound:g} 人" if people else f"下界 {progress.bound:g}")
        en.append(f"at least {progress.bound:g}" if people else f"bound {progress.bound:g}")
        if progress.gap is not None and not people:
            zh.append(f"差距 {percent(progress.gap)}")
            en.append(f"gap {percent(progress.gap)}")
    return Text(" · ".join(zh), " · ".join(en))
