"""Between a change and its two cells: the object, and the fields that the content gives."""

from collections.abc import Mapping
from typing import Any

from exchange.change_text import Fields
from exchange.columns.change_words import ChangeWords
from models import ChangeBase

_USUAL = {"person": {"kind": "teacher"}, "club": {"kind": "cross_class"}}  # of a new thing, unless the content says so
_NAMED = ("person", "club")  # new things that have a name beside their id


def data_from(words: ChangeWords, thing: object, fields: Fields) -> list[Fields]:
    """The data of the changes that a row means: one, or one for each slot whose pin is released."""
    start: Fields = {"kind": words.kind}
    if words.inside is not None:
        own: Fields = {} if thing is None else {"id": thing}
        if words.inside in _NAMED and "id" in {**own, **fields}:
            own["name"] = fields.get("id", thing)
        return [start | {words.inside: _USUAL.get(words.inside, {}) | own | fields}]
    fields = dict(fields)
    if "whom" in fields:
        fields["grades"], fields["classes"] = fields.pop("whom")
    if "walking" in fields:
        least, most = fields.pop("walking")
        fields = {"walking_least": least, "walking_most": most} | fields
    data = start | _object_fields(words, thing) | fields
    if words.kind == "pin_released" and isinstance(slots := data.get("slot"), list):
        return [data | {"slot": slot} for slot in slots]
    return [data]


def _object_fields(words: ChangeWords, thing: object) -> Fields:
    if words.object is None or thing is None:
        return {}
    if words.object.field == "whose":
        assert isinstance(thing, tuple)
        return {thing[0]: thing[1]}
    return {words.object.field: int(str(thing)) if words.object.field == "day" else thing}


def object_of(words: ChangeWords, change: ChangeBase) -> object:
    """What stands under 对象, as its cell writes it; none if nothing does."""
    if words.inside is not None:
        return getattr(getattr(change, words.inside), "id")  # noqa: B009
    if words.object is None:
        return None
    if words.object.field == "whose":
        named = [(f, value) for f in ("school_class", "club") if (value := getattr(change, f)) is not None]
        return named[0] if len(named) == 1 else None
    value = getattr(change, words.object.field)
    if words.object.field == "day":
        return str(int(value))
    return None if value == () else value


def given_fields(words: ChangeWords, change: ChangeBase) -> Fields:
    """What the content says: fields that are not as usual, in the shape in which `text_of` writes them."""
    if words.inside is None:
        fields = _unusual(change, set() if words.object is None else {words.object.field})
        if words.kind == "quota_changed":
            whom = (fields.pop("grades", ()), fields.pop("classes", ()))
            fields |= {"whom": whom} if any(whom) else {}
        if words.kind == "band_changed" and {"walking_least", "walking_most"} <= fields.keys():
            fields["walking"] = (fields.pop("walking_least"), fields.pop("walking_most"))
        if words.kind == "pin_released":
            fields = {key: value for key, value in fields.items() if key not in ("school_class", "club")}
            fields["slot"] = (fields["slot"],)
        return fields
    noun = getattr(change, words.inside)
    fields = _unusual(noun, {"id", "kind"})
    if words.inside in _NAMED:
        if fields.get("name") == noun.id:
            del fields["name"]
        if noun.kind != _USUAL[words.inside]["kind"]:
            fields["kind"] = noun.kind
    return fields


def _unusual(noun: Any, left_out: set[str]) -> Fields:
    fields = type(noun).model_fields
    return {
        name: value
        for name, value in noun
        if name not in left_out and name != "kind" and (fields[name].is_required() or value != _default(fields[name]))
    }


def _default(field: Any) -> object:
    return field.get_default(call_default_factory=True)


def without_object(words: ChangeWords, data: Mapping[str, Any]) -> Fields:
    """The data of a change for a JSON content: without its kind and what stands under 对象."""
    rest = {key: value for key, value in data.items() if key != "kind"}
    if words.inside is not None:
        inner: Fields = dict(rest[words.inside])
        if inner.get("name") == inner["id"]:
            del inner["name"]
        return {key: value for key, value in inner.items() if key != "id"}
    if words.object is None:
        return rest
    gone = ("school_class", "club") if words.object.field == "whose" else (words.object.field,)
    return {key: value for key, value in rest.items() if key not in gone}
