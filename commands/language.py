"""In which language `kehou` speaks: --lang, then KEHOU_LANG, then an English locale; else Chinese."""

import re
from collections.abc import Mapping, Sequence

import typer

from models.text import Language, Text

VARIABLE = "KEHOU_LANG"
OPTION = "--lang"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first one that is set counts, as in POSIX
_ENGLISH = re.compile(r"en([_.@-]|$)", re.IGNORECASE)
_WANTED = Text("--lang 后面应是 zh 或 en。", "--lang must be followed by zh or en.")


def environment_language(environment: Mapping[str, str]) -> Language:
    """English where KEHOU_LANG or else the locale says so; Chinese where neither does (C, POSIX, nothing set)."""
    match environment.get(VARIABLE, "").strip().lower():
        case "zh":
            return "zh"
        case "en":
            return "en"
    locale = next((value for name in _LOCALE if (value := environment.get(name))), "")
    return "en" if _ENGLISH.match(locale) else "zh"


def without_language(words: Sequence[str], default: Language) -> tuple[Language, list[str]]:
    """The asked language, and the words without `--lang`, which may stand anywhere before `--`.

    Raises typer.BadParameter, in the default language, if another language is asked for.
    """
    end = words.index("--") if "--" in words else len(words)
    language, left, rest = default, [], iter(words[:end])
    for word in rest:
        name, equals, value = word.partition("=")
        if name != OPTION:
            left.append(word)
            continue
        match value if equals else next(rest, ""):
            case "zh":
                language = "zh"
            case "en":
                language = "en"
            case _:
                raise typer.BadParameter(_WANTED.in_language(default))
    return language, [*left, *words[end:]]
