"""The input, or the command line, is wrong: what is wrong with it, all at once, in place of a traceback."""

from collections.abc import Sequence

from models import Issue, Severity, Text


class RefusedError(Exception):
    """A command cannot do its work; the issues say why. Ends with exit code 2."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        super().__init__("; ".join(issue.text.en for issue in issues))
        self.issues = tuple(issues)

    @classmethod
    def because(cls, code: str, text: Text) -> "RefusedError":
        """For one reason that is not in the data."""
        return cls([Issue(code=code, text=text)])


def errors(issues: Sequence[Issue]) -> list[Issue]:
    """Those that stop the work."""
    return [issue for issue in issues if issue.severity is Severity.ERROR]
