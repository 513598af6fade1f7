"""An answer that fits a JSON schema, so that a script can answer any typed request."""

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]


def conforming(schema: Schema, **values: object) -> dict[str, Any]:
    """Build an object of the schema: as few items as allowed but one in every list, no nulls. `values` fill properties by their name."""
    built = _build(schema, schema.get("$defs", {}), values, "")
    assert isinstance(built, dict), "the schema of an answer is that of an object"
    return built


def _build(schema: Schema, definitions: Schema, values: Mapping[str, object], name: str) -> Any:  # noqa: PLR0911 - one return for each kind of schema
    if "$ref" in schema:
        target = definitions[schema["$ref"].removeprefix("#/$defs/")]
        return _build(target, definitions, values, name)
    if name in values:
        return values[name]
    if choices := schema.get("anyOf"):
        chosen = next((choice for choice in choices if choice.get("type") != "null"), choices[0])
        return _build(chosen, definitions, values, name)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    match schema.get("type"):
        case "object":
            properties: Schema = schema.get("properties", {})
            return {key: _build(part, definitions, values, key) for key, part in properties.items()}
        case "array":
            return [_build(schema.get("items", {}), definitions, values, name)] * schema.get("minItems", 1)
        case "integer" | "number":
            return _number(schema)
        case "boolean":
            return True
        case "string":
            return name.replace("_", "-") or "text"
    return None


def _number(schema: Schema) -> Any:
    lowest = schema.get("minimum", schema.get("exclusiveMinimum", 0))
    return min(lowest + 1, schema.get("maximum", lowest + 1))
