"""The methods, one file each, by the name that they have in the table."""

from benchmarks.methods import fet, greedy, highs, kehou, monolith
from benchmarks.methods.answer import Answer, Method, Step, Task

METHODS: dict[str, Method] = {
    "kehou": kehou.run,
    "monolith": monolith.run,
    "highs": highs.run,
    "fet": fet.run,
    "greedy": greedy.run,
}

__all__ = ["METHODS", "Answer", "Method", "Step", "Task"]
