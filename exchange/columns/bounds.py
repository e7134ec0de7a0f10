"""The least and most that the models allow a field, so that notes and messages never differ from them."""

from annotated_types import Ge, Le
from pydantic import BaseModel


def bounds(model: type[BaseModel], name: str) -> tuple[int, int]:
    """(least, most) of a whole-number field, from the model's own limits."""
    metadata = model.model_fields[name].metadata
    least = next(m.ge for m in metadata if isinstance(m, Ge))
    most = next(m.le for m in metadata if isinstance(m, Le))
    assert isinstance(least, int)
    assert isinstance(most, int)
    return least, most
