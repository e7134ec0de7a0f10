"""The style sheet and the script of the grids, read once."""

from pathlib import Path

import ui.week

_FOLDER = Path(ui.week.__file__).parent
WEEK_CSS = (_FOLDER / "week.css").read_text(encoding="utf-8")
WEEK_JS = (_FOLDER / "week.js").read_text(encoding="utf-8")
