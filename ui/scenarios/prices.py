"""The price list of the school: what is saved of it, and what is typed in its table."""

from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from models import Language, RepairPrices, Text
from store import SavedSetting

KEY = "repair-prices"


def prices_of(saved: SavedSetting | None) -> RepairPrices:
    """The school's own prices; the usual ones where it has none, or where they cannot be read any more."""
    if saved is None:
        return RepairPrices()
    try:
        return RepairPrices.model_validate(saved.value)
    except ValidationError:
        return RepairPrices()


def title(name: str, language: Language) -> str:
    """What a price is for, from the description of its field."""
    zh, _, en = (RepairPrices.model_fields[name].description or name).partition(": ")
    return Text(zh, en or name).in_language(language)


def rows(prices: RepairPrices, language: Language) -> list[dict[str, str | int | None]]:
    """One row for each price."""
    return [
        {"name": name, "what": title(name, language), "price": getattr(prices, name)}
        for name in RepairPrices.model_fields
    ]


def typed(given: Sequence[Mapping[str, object]]) -> RepairPrices | None:
    """The prices in the rows; an empty price rules a way out. None where a number is out of range."""
    found = {str(row["name"]): _whole(row["price"]) for row in given}
    try:
        return RepairPrices.model_validate(found)
    except ValidationError:
        return None


def _whole(value: object) -> object:
    """A table gives whole numbers as 3.0, and nothing as None or as a number that is not equal to itself."""
    if value is None or (isinstance(value, float) and value != value):
        return None
    return int(value) if isinstance(value, float) and value.is_integer() else value


def sentence(prices: RepairPrices, language: Language) -> str:
    """教师每周多一次 2、新请一位外聘 8 …: the prices that matter most often."""
    names = ("more_sessions", "other_room", "instructor", "fewer_meetings", "teacher")
    said = [
        f"{title(name, language).partition(';')[0]} {price}"
        for name in names
        if (price := getattr(prices, name)) is not None
    ]
    return ("、" if language == "zh" else ", ").join(said)
