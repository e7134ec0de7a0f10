"""Parameters that several commands have, and the exit code of each way in which a search can end."""

from pathlib import Path
from typing import Annotated

import typer

from commands.exit_codes import ExitCode
from models import Status

School = Annotated[Path, typer.Argument()]
Seconds = Annotated[float, typer.Option(min=0.1, max=86_400)]
AsJson = Annotated[bool, typer.Option("--json")]

ENDING = {
    Status.OPTIMAL: ExitCode.DONE,
    Status.FEASIBLE: ExitCode.DONE,
    Status.IMPOSSIBLE: ExitCode.IMPOSSIBLE,
    Status.OUT_OF_TIME: ExitCode.OUT_OF_TIME,
}
