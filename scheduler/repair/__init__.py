"""Why a school has no timetable, and verified ways out of it (docs/solver.md, 7)."""
