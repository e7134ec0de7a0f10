"""Draws the help of the program and of each command, in its language.

typer's own pages are half English whatever the language, and it has no way to translate them.
"""

from collections.abc import Sequence

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line
from typer.core import TyperArgument, TyperOption

from commands import words
from commands.wording import CommandWords, Words
from models.text import Language, Text

Parameter = TyperArgument | TyperOption
_INDENT = 2


def command_page(path: str, said: CommandWords, parameters: Sequence[Parameter], language: Language) -> Group:
    """Usage, what the command does, its arguments and options."""
    arguments = [
        (_stand(said.parameters[p.name], language), said.parameters[p.name].help.in_language(language))
        for p in parameters
        if isinstance(p, TyperArgument)
    ]
    options = [_option(p, said.parameters[p.name], language) for p in parameters if isinstance(p, TyperOption)]
    return Group(
        Line(usage(path, said, parameters, language), style="bold"),
        _paragraphs(said.what, language),
        *_section(words.ARGUMENTS, arguments, language),
        *_section(words.OPTIONS, options + _everywhere(language), language),
        _paragraphs(said.more, language),
    )


def program_page(path: str, language: Language) -> Group:
    """Usage, what the program does, its commands and options."""
    commands = [(name, said.what.in_language(language)) for name, said in words.COMMANDS.items()]
    return Group(
        Line(program_usage(path, language), style="bold"),
        _paragraphs(words.PROGRAM.what, language),
        *_section(words.COMMANDS_HEAD, commands, language),
        *_section(words.OPTIONS, _everywhere(language), language),
        _paragraphs(words.PROGRAM.more, language),
    )


def usage(path: str, said: CommandWords, parameters: Sequence[Parameter], language: Language) -> str:
    """用法：kehou solve [选项] 学校文件 -o 课表.json."""
    pieces = [words.OPTIONS_STAND.in_language(language)]
    for p in parameters:
        stands = _stand(said.parameters[p.name], language)
        if isinstance(p, TyperArgument):
            pieces.append(stands)
        elif p.required:
            pieces.append(f"{p.opts[0]} {stands}")
    return f"{words.USAGE.in_language(language)}{path} {' '.join(pieces)}"


def program_usage(path: str, language: Language) -> str:
    """用法：kehou [选项] 命令 …."""
    pieces = (words.OPTIONS_STAND, words.COMMAND_STANDS)
    return f"{words.USAGE.in_language(language)}{path} {' '.join(p.in_language(language) for p in pieces)}"


def drawn(page: Group, console: Console) -> str:
    """The page as text, with colours where the console has them."""
    with console.capture() as captured:
        console.print(page)
    return "\n".join(line.rstrip() for line in captured.get().rstrip().split("\n"))


def _option(option: TyperOption, said: Words, language: Language) -> tuple[str, str]:
    names = ", ".join(option.opts)
    facts: list[str] = []
    if option.required:
        facts.append(words.REQUIRED.in_language(language))
    elif said.value is not None and isinstance(option.default, int | float):
        facts.append(f"{words.DEFAULT.in_language(language)} {option.default:g}")
    fact = f"（{'，'.join(facts)}）" if language == "zh" else f" ({', '.join(facts)})"
    return f"{names} {_stand(said, language)}".rstrip(), said.help.in_language(language) + (fact if facts else "")


def _everywhere(language: Language) -> list[tuple[str, str]]:
    """The options that every command has."""
    return [
        (f"--lang {_stand(words.LANGUAGE, language)}", words.LANGUAGE.help.in_language(language)),
        ("-h, --help", words.HELP.help.in_language(language)),
    ]


def _stand(said: Words, language: Language) -> str:
    return "" if said.value is None else said.value.in_language(language)


def _section(title: Text, rows: Sequence[tuple[str, str]], language: Language) -> list[Line | Padding]:
    if not rows:
        return []
    table = Table.grid(padding=(0, 3))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(overflow="fold")  # else a Chinese line that is a sign too long loses its end
    for name, does in rows:
        table.add_row(name, does)
    return [Line(f"\n{title.in_language(language)}", style="bold"), Padding.indent(table, _INDENT)]


def _paragraphs(text: Text, language: Language) -> Line:
    return Line(f"\n{text.in_language(language)}")
