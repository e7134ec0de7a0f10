"""The exit codes of `kehou`: what a script may rely on."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0  # a timetable was written; nothing wrong was found
    DEFECT = 1  # a mistake of the program
    ISSUES = 2  # the input or the command line is wrong
    IMPOSSIBLE = 3  # proved: no timetable keeps the requirements
    OUT_OF_TIME = 4  # no timetable yet, and no proof that there is none
    BROKEN = 5  # the audited timetable breaks a requirement
    INTERRUPTED = 130  # Ctrl-C, as shells number it
