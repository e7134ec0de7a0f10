"""The command line as a whole: its language, its help, and every way in which a command can end."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from commands import help_page, words
from commands.answers import defect, refusal, tell
from commands.defects import reported
from commands.exit_codes import ExitCode
from commands.language import environment_language, without_language
from commands.refused import RefusedError
from commands.screen import Screen
from commands.usage import usage_text
from commands.wording import CommandWords
from models import Issue, Language, Text

if TYPE_CHECKING:
    from typer._click import Context

PROGRAM = "kehou"


class Command(TyperCommand):
    """One command, whose help speaks the language of its screen."""

    language: Language = "zh"

    @property
    def parameters(self) -> list[help_page.Parameter]:
        """What the command takes, in the order of its page."""
        return [p for p in self.params if isinstance(p, TyperArgument | TyperOption)]

    @property
    def words(self) -> CommandWords:
        """What the help says of the command."""
        return words.COMMANDS[self.name or ""]

    def translate(self, language: Language) -> None:
        """Speak this language from now on, also where typer names an argument."""
        self.language = language
        for parameter in self.parameters:
            stands = self.words.parameters[parameter.name].value
            if isinstance(parameter, TyperArgument) and stands is not None:
                parameter.metavar = stands.in_language(language)

    def get_help(self, ctx: "Context") -> str:
        """The whole page."""
        page = help_page.command_page(ctx.command_path, self.words, self.parameters, self.language)
        return help_page.drawn(page, Screen(self.language).out)

    def get_usage(self, ctx: "Context") -> str:
        """The first line of the page."""
        return help_page.usage(ctx.command_path, self.words, self.parameters, self.language)


class Program(TyperGroup):
    """`kehou`: whatever happens in a command, it ends here with its exit code and never with a traceback."""

    language: Language = "zh"

    def get_help(self, ctx: "Context") -> str:
        """The whole page."""
        return help_page.drawn(help_page.program_page(ctx.command_path, self.language), Screen(self.language).out)

    def get_usage(self, ctx: "Context") -> str:
        """The first line of the page."""
        return help_page.program_usage(ctx.command_path, self.language)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command that the words name, and exit: always as `kehou`, with the words as they were typed."""
        sys.exit(self._run(list(sys.argv[1:] if args is None else args), **extra))

    def _run(self, given: list[str], **extra: Any) -> int:
        command = next((word for word in given if word in self.commands), "")
        as_json = "--json" in given
        screen = Screen(environment_language(os.environ))
        try:
            screen.language, given = without_language(given, screen.language)
            self._translate(screen.language)
            code = super().main(given or ["--help"], PROGRAM, standalone_mode=False, obj=screen, **extra)
        except RefusedError as refused:
            return _refused(refused.issues, command, screen, as_json)
        except typer.TyperException as wrong:
            return _misused(wrong, command, screen, as_json)
        except Exception as error:  # noqa: BLE001  a traceback tells a school nothing
            text = reported(error, command)
            if as_json:
                tell(defect(command, text))
            screen.note(text, style="bold red")
            return ExitCode.DEFECT
        return int(code or ExitCode.DONE)

    def _translate(self, language: Language) -> None:
        self.language = language
        for command in self.commands.values():
            assert isinstance(command, Command)
            command.translate(language)


def _refused(issues: Sequence[Issue], command: str, screen: Screen, as_json: bool) -> int:
    from commands.reports import issue_lines

    if as_json:
        tell(refusal(command, issues))
    screen.notes(issue_lines(issues))
    return ExitCode.ISSUES


def _misused(wrong: typer.TyperException, command: str, screen: Screen, as_json: bool) -> int:
    text = usage_text(wrong)
    if as_json:
        tell(refusal(command, [Issue(code="usage", text=text)]))
    context = getattr(wrong, "ctx", None)
    if context is not None:
        usage = context.get_usage()
        screen.note(Text(usage, usage))
    path = PROGRAM if context is None else context.command_path
    screen.note(text, style="red")
    screen.note(Text(f"看说明：{path} --help", f"For help: {path} --help"))
    return ExitCode.ISSUES
