"""Runs `kehou sweep`: every answer is written at once, an interrupted sweep goes on, and a table at the end."""

import multiprocessing
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from rich.table import Table

from commands.outputs import check_places
from commands.refused import RefusedError
from commands.reports import files_report
from commands.screen import Screen
from exchange.atomic import WriteError
from exchange.sweeps import HEADINGS, cells, read_sweep, write_sweep, write_sweep_table
from exchange.versions import keep_version
from models import Sweep, SweepRow, Text, fingerprint
from models.fingerprint import sessions_mark
from scheduler.progress import Stop
from scheduler.sweep.run import SweepRun, process_pool

_NO_DASK = Text("--cluster 需要 dask：请先安装 kehou[cluster]。", "--cluster needs dask: install kehou[cluster] first.")
_NOT_CSV = Text("--csv 写的是表格，文件名应以 .csv 结尾。", "--csv writes a table: its name must end in .csv.")


@dataclass(frozen=True)
class SweepFiles:
    """Where the answers go, and which of them are there already."""

    out: Path
    table: Path | None
    blank: Sweep  # what the file says besides the answers
    kept: Mapping[str, Path]  # what stood there and belongs to something else

    @classmethod
    def planned(cls, school: Path, out: Path, table: Path | None, run: SweepRun) -> "SweepFiles":
        """Puts the answers that are there into the run. Raises RefusedError for places that cannot be written."""
        if table is not None and table.suffix.casefold() != ".csv":
            raise RefusedError.because("csv_is_no_table", _NOT_CSV)
        check_places(school, [out] if table is None else [out, table])
        base = None if run.base is None else sessions_mark(run.base)
        blank = Sweep(kind=run.kind, fingerprint=fingerprint(run.problem), base=base, seconds=run.seconds)
        before, kept = read_sweep(out), None
        if before is not None and before.model_copy(update={"rows": (), "complete": False}) == blank:
            run.rows.update({row.case.key: row for row in before.rows})
        elif out.exists():
            kept = keep_version(out)
        return cls(out, table, blank, {} if kept is None else {"answers_before": kept})

    def save(self, run: SweepRun, *, complete: bool) -> Sweep:
        """The answers so far, written."""
        sweep = self.blank.model_copy(update={"rows": run.answers, "complete": complete})
        write_sweep(sweep, self.out)
        return sweep


@contextmanager
def executor_of(processes: int, cluster: str | None, stop: Stop) -> Iterator[Executor]:
    """Processes of this machine, or a cluster. Raises RefusedError where dask is not installed or not reached."""
    if cluster is not None:
        try:
            from distributed import Client
        except ImportError as missing:
            raise RefusedError.because("no_dask", _NO_DASK) from missing
        try:
            client = Client(cluster, timeout=10)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as unreached:
            text = Text(f"连不上集群 {cluster}：请检查地址。", f"The cluster {cluster} cannot be reached: check it.")
            raise RefusedError.because("no_cluster", text) from unreached
        with client:
            yield client.get_executor()  # type: ignore[no-untyped-call]
        return
    heeded = multiprocessing.get_context("spawn").Event()
    # Each answer keeps two processors busy.
    number = processes or max(1, (os.cpu_count() or 2) // 2)

    def tell() -> None:
        stop.wait()
        heeded.set()

    Thread(target=tell, daemon=True).start()
    with process_pool(number, heeded) as pool:
        yield pool


def run_sweep(
    screen: Screen, run: SweepRun, files: SweepFiles, executor: Executor, stop: Stop
) -> tuple[Sweep, Mapping[str, Path]]:
    """All answers, or those until it was stopped; and the files. Raises RefusedError if one cannot be written."""
    if run.rows:
        count = len(run.rows)
        screen.note(Text(f"接着做：已有 {count} 个答案。", f"Going on: {count} answers are there."))

    def on_row(row: SweepRow, done: int, of: int) -> None:
        title = cells(row, screen.language)
        said = " · ".join(part for part in title[:4] if part)
        screen.note(Text(f"{done}/{of}　{said}", f"{done}/{of}  {said}"))
        files.save(run, complete=False)

    try:
        complete = run.run(executor, on_row, stop)
        sweep = files.save(run, complete=complete)
        written = {"answers": files.out, **files.kept}
        if files.table is not None:
            write_sweep_table(sweep, files.table, screen.language)
            written["table"] = files.table
    except WriteError as error:
        raise RefusedError.because("cannot_write", error.text) from error
    return sweep, written


def sweep_report(screen: Screen, sweep: Sweep, files: Mapping[str, Path]) -> None:
    """The answers as a table; columns without any entry are left out."""
    rows = [cells(row, screen.language) for row in sweep.rows]
    shown = [n for n in range(len(HEADINGS)) if n == 0 or any(row[n] for row in rows)]
    table = Table(show_lines=False)
    for number in shown:
        table.add_column(HEADINGS[number].in_language(screen.language), justify="right" if 3 <= number <= 7 else "left")
    for row in rows:
        table.add_row(*(row[number] for number in shown))
    screen.show(table)
    if not sweep.complete:
        screen.say(Text("停下了，还有问题没有答案。", "Stopped before every question was answered."), "bold yellow")
    files_report(screen, files)
