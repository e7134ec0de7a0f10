"""Every field of the published schemas says what it means, with its unit."""

import pytest
from pydantic import BaseModel

from models import Problem, Timetable


@pytest.mark.parametrize("model", [Problem, Timetable])
def test_every_field_is_described(model: type[BaseModel]) -> None:
    schema = model.model_json_schema()
    silent = [
        f"{name}.{field}"
        for name, noun in {**schema["$defs"], model.__name__: schema}.items()
        for field, described in noun.get("properties", {}).items()
        if not described.get("description")
    ]
    assert silent == []
