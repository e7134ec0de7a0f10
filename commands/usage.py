"""What is wrong with the words of a command line, in Chinese: typer itself knows these sentences in English only."""

import re

import typer

from models.text import Text

# Each sentence that typer's parser and its reading of numbers can utter; {0}, {1} are its parts.
_SENTENCES: tuple[tuple[str, str], ...] = (
    (r"Missing argument '(.+)'\.", "缺少参数“{0}”。"),
    (r"Missing option (.+)\.", "缺少选项 {0}。"),
    (r"Missing command\.", "缺少命令。"),
    (r"No such option: (\S+) \(Possible options: (.+)\)", "没有选项 {0}；是不是 {1}？"),
    (r"No such option: (.+)", "没有选项 {0}。"),
    (r"No such command '(.+)'\. Did you mean ([^,]+).*\?", "没有命令 {0}；是不是 {1}？"),
    (r"No such command '(.+)'\.", "没有命令 {0}。"),
    (r"Option '(.+)' requires an argument\.", "选项 {0} 后面缺少内容。"),
    (r"Option '(.+)' does not take a value\.", "选项 {0} 后面不带内容。"),
    (r"Got unexpected extra argument\(s\) \((.+)\)", "多出了“{0}”：文件名里有空格时，请加引号。"),
    (r"Invalid value for (.+?): Input should be a valid number.*", "选项 {0} 应是数。"),
    (r"Invalid value for (.+?): Input should be a valid integer.*", "选项 {0} 应是整数。"),
    (r"Invalid value for (.+?): Input should be greater than or equal to (.+)", "选项 {0} 不能小于 {1}。"),
    (r"Invalid value for (.+?): Input should be less than or equal to (.+)", "选项 {0} 不能大于 {1}。"),
    (
        r"Invalid value for (.+?): (?:Value error, )?'(.+?)' is not one of (.+)\.",
        "{0} 不能是“{1}”，应是其中之一：{2}。",
    ),
    (r"Invalid value: (.+)", "{0}"),
)


def usage_text(wrong: typer.TyperException) -> Text:
    """The sentence in both languages; a sentence that is not known here stays English in both."""
    said = wrong.format_message()
    english = said.removeprefix("Invalid value: ")
    for pattern, chinese in _SENTENCES:
        if match := re.fullmatch(pattern, said):
            return Text(chinese.format(*(part.replace("'", "") for part in match.groups())), english)
    return Text(said, english)
