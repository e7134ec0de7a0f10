"""Other credentials in one cell: 健康证（2026-01-01至2027-01-01）；培训证（至2027-06-30）；推荐信."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from exchange.columns.description import Context, UnreadableError
from exchange.columns.simple_cells import date_from
from exchange.spelling import plain, quoted_if_needed, split_list
from models import Credential, Language, Text

_DAY = r"\d{4}(?:年|-|/|\.)\d{1,2}(?:月|-|/|\.)\d{1,2}日?|\d{8}"
_BRACKETED = re.compile(r"(?P<name>.*)[(（](?P<dates>[^()（）]*\d{4}[^()（）]*)[)）]")
_BARE = re.compile(
    rf"(?P<name>.*?)[\s:：]*(?P<dates>(?:{_DAY})\s*(?:起|(?:至|到)\s*(?:{_DAY}))|(?:有效期)?(?:至|到)\s*(?:{_DAY}))"
)
_SPAN = re.compile(rf"(?:自|从)?({_DAY})?\s*(?:起)?\s*(?:(?:有效期)?(?:至|到|~|-)\s*({_DAY}))?\s*(?:止)?")


@dataclass(frozen=True)
class CredentialsCell:
    """Named papers with the dates between which they hold."""

    is_list: bool = True

    @property
    def expected(self) -> Text:
        return Text("证件名称（起至止），如 健康证（至2027-06-30）", "name (from to), such as 健康证（至2027-06-30）")

    def read(self, typed: object, context: Context) -> object:
        found: list[dict[str, object]] = []
        for item in split_list(str(typed)):
            match = _BRACKETED.fullmatch(item) or _BARE.fullmatch(item)
            if match is None:
                found.append({"name": item.removesuffix("（无日期）")})
                continue
            span = _SPAN.fullmatch(plain(match["dates"]))
            dates = [date_from(text) if text else None for text in span.groups()] if span else []
            if not any(dates):
                raise UnreadableError("bad_date")
            found.append({"name": match["name"].strip(), "valid_from": dates[0], "valid_until": dates[1]})
        return found

    def write(self, value: object, context: Context) -> object:
        assert isinstance(value, Iterable)
        return "；".join(quoted_if_needed(_written(c)) for c in value if isinstance(c, Credential)) or None

    def choices(self, language: Language) -> list[str]:
        return []


def _written(credential: Credential) -> str:
    first = "" if credential.valid_from is None else credential.valid_from.isoformat()
    last = "" if credential.valid_until is None else credential.valid_until.isoformat()
    if not first and not last:
        mistakable = _BRACKETED.fullmatch(credential.name) or _BARE.fullmatch(credential.name)
        return (
            f"{credential.name}（无日期）" if mistakable or credential.name.endswith("（无日期）") else credential.name
        )
    return f"{credential.name}（{first}{'至' + last if last else '起'}）"
