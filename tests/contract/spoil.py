# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Values just outside of a schema, and just inside."""
import re

OTHER_TYPE = {"string": 7, "integer": "x", "number": "x", "boolean": "x", "array": {}, "object": []}


def spoil(contract, schema, value, path="$"):
    """(what, bad value): one for each thing that @schema says about @value."""
    schema = contract.resolve(schema)
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds:
        yield f"{path} of another type", OTHER_TYPE[kinds[0]]
    if kinds and "null" not in kinds:
        yield f"{path} null", None
    if "integer" in kinds:
        yield f"{path} with a fraction", 1.5
    if "minimum" in schema:
        yield f"{path} below {schema['minimum']}", schema["minimum"] - 1
    if "maximum" in schema:
        yield f"{path} above {schema['maximum']}", schema["maximum"] + 1
    if "maxLength" in schema:
        yield f"{path} too long", "x" * (schema["maxLength"] + 1)
    if schema.get("minLength"):
        yield f"{path} empty", ""
    if "enum" in schema or "const" in schema:
        yield f"{path} of none of its values", value + 1 if isinstance(value, int) else "something-else"
    if "pattern" in schema:
        for bad in ("", "?", value + "?", value[:-1], "?" + value):
            if not re.search(schema["pattern"], bad):
                yield f"{path} as {bad[:40]!r}", bad
    if isinstance(value, list):
        yield from spoil_list(contract, schema, value, path)
    if isinstance(value, dict):
        for name in schema.get("required", []):
            yield f"{path}.{name} missing", {key: member for key, member in value.items() if key != name}
        for name in value.keys() & schema.get("properties", {}).keys():
            for what, bad in spoil(contract, schema["properties"][name], value[name], f"{path}.{name}"):
                yield what, {**value, name: bad}


def spoil_list(contract, schema, value, path):
    if value and "maxItems" in schema:
        yield f"{path} with too many", [f"{value[0]}{i}" if isinstance(value[0], str) else value[0]
                                       for i in range(schema["maxItems"] + 1)]
    if value and schema.get("uniqueItems"):
        yield f"{path} with one twice", value + value[:1]
    if value and "items" in schema:
        for what, bad in spoil(contract, schema["items"], value[0], f"{path}[0]"):
            yield what, [bad] + value[1:]


def edges(contract, schema, value, path="$"):
    """(what, good value): the ends of what @schema allows."""
    schema = contract.resolve(schema)
    for name in ("minimum", "maximum"):
        if name in schema:
            yield f"{path} {name}", schema[name]
    if schema.get("type") == "string" and "maxLength" in schema and "pattern" not in schema:
        yield f"{path} as long as it may be", "é" * schema["maxLength"]
    if isinstance(value, dict):
        for name in value.keys() & schema.get("properties", {}).keys():
            for what, good in edges(contract, schema["properties"][name], value[name], f"{path}.{name}"):
                yield what, {**value, name: good}
    if isinstance(value, list) and value and "items" in schema:
        for what, good in edges(contract, schema["items"], value[0], f"{path}[0]"):
            yield what, [good] + value[1:]
