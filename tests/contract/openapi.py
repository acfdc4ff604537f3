# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""data/openapi.yaml as a judge of what was really asked and answered."""
import base64
import json
import re
import urllib.parse

import jsonschema
import referencing
import referencing.jsonschema
import yaml

ROOT = "urn:foyer"
METHODS = ("get", "put", "post", "delete")
# What stands for a value in a path; whether it is a good one is the operation's question.
VALUES = {"id": "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "sha256": "[0-9a-f]{64}"}


class Deviation(AssertionError):
    """The server does something else than its contract says."""


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)


def decode(text):
    """The document inside of an envelope."""
    return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))


def find_envelopes(value):
    """Every signed document in an answer."""
    if isinstance(value, dict):
        if {"payload", "key", "signature"} == set(value):
            yield value
        for member in value.values():
            yield from find_envelopes(member)
    elif isinstance(value, list):
        for member in value:
            yield from find_envelopes(member)


class Contract:
    """Checks answers, and counts which operations answered with which status."""

    def __init__(self, document):
        self.document = document
        self.validators = {}
        resource = referencing.Resource(document, referencing.jsonschema.DRAFT202012)
        self.registry = referencing.Registry().with_resource(ROOT, resource)
        self.seen = set()
        self.templates = [(re.compile(re.sub(r"\\\{(\w+)\\\}", lambda match: VALUES[match[1]], re.escape(path)) + "$"), path)
                          for path in document["paths"]]

    def resolve(self, value):
        """@value, or what its $ref names, with the members that stand beside the $ref."""
        while value.get("$ref", "").startswith("#/"):
            rest = {name: member for name, member in value.items() if name != "$ref"}
            target = self.document
            for step in value["$ref"][2:].split("/"):
                target = target[step]
            value = {**target, **rest}
        return value

    def schema(self, name):
        return self.document["components"]["schemas"][name]

    def validate(self, value, schema, what):
        text = json.dumps(schema).replace('"#/', f'"{ROOT}#/')
        if text not in self.validators:
            self.validators[text] = jsonschema.Draft202012Validator(json.loads(text), registry=self.registry)
        for error in self.validators[text].iter_errors(value):
            raise Deviation(f"{what}: {error.json_path}: {error.message[:300]}")

    def operations(self):
        """(method, path, operation) of all that there are."""
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield method.upper(), path, item[method]

    def documented(self):
        return {(operation["operationId"], status)
                for _, _, operation in self.operations() for status in operation["responses"]}

    def payload_schema(self, operation):
        """What the document in the body must be, None where the body is no document."""
        contents = self.resolve(operation.get("requestBody", {})).get("content", {})
        envelope = contents.get("application/json", {}).get("schema")
        return envelope and self.resolve(envelope)["properties"]["payload"]["contentSchema"]

    def find(self, path):
        for pattern, template in self.templates:
            if pattern.match(path):
                return self.document["paths"][template]
        return None

    def check(self, method, target, sent, answer):
        """Judges @answer to @method @target with the body @sent."""
        path, _, query = target.partition("?")
        item = self.find(path)
        what = f"{method} {target[:200]} is answered {answer.status}"
        check_common(self, answer, what, is_page=item is not None and not path.startswith(("/v1/", "/.well-known/")))
        if item is None:
            if answer.status not in (404, 400):
                raise Deviation(f"{what}, but it is not in the contract")
            return
        name = "get" if method == "HEAD" else method.lower()
        if name not in item:
            check_method(item, answer, what)
            return
        operation = item[name]
        status = str(answer.status)
        if status not in operation["responses"]:
            status = f"{status[0]}XX"
        if status not in operation["responses"]:
            raise Deviation(f"{what} ({answer.body[:200]!r}), which {operation['operationId']} does not document")
        self.check_answer(self.resolve(operation["responses"][status]), method, answer, what)
        if method == "GET" and answer.status == 200 and "security" not in operation and "ETag" not in answer.headers:
            raise Deviation(f"{what} without an ETag")
        if 200 <= answer.status < 300:
            self.check_request(item, operation, query, sent, what)
        self.seen.add((operation["operationId"], status))

    def check_answer(self, response, method, answer, what):
        for name, header in response.get("headers", {}).items():
            header = self.resolve(header)
            if name in answer.headers:
                self.validate(answer.headers[name], header["schema"], f"{what}: {name}")
            elif header.get("required"):
                raise Deviation(f"{what} without {name}")
        contents = response.get("content")
        if method == "HEAD" or contents is None:
            if answer.body:
                raise Deviation(f"{what} with a body that it does not have")
            return
        media = answer.headers.get("Content-Type", "").partition(";")[0]
        if media not in contents:
            raise Deviation(f"{what} as {media!r}, not one of {list(contents)}")
        schema = contents[media].get("schema")
        if schema is None:
            return
        is_json = media.endswith("json")
        value = answer.json if is_json else answer.body.decode()
        self.validate(value, schema, what)
        for envelope in find_envelopes(value) if is_json else ():
            document = decode(envelope["payload"])
            self.validate(document, self.schema(document["type"].capitalize()), f"{what}: payload")

    def check_request(self, item, operation, query, sent, what):
        """What was accepted must be what the contract asks for."""
        parameters = [self.resolve(parameter) for parameter in item.get("parameters", []) + operation.get("parameters", [])]
        known = {parameter["name"]: parameter for parameter in parameters if parameter["in"] == "query"}
        given = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
        for name, value in given.items():
            if known and name not in known:
                raise Deviation(f"{what}, with {name}")
            if known and value:
                self.validate(self.parse(value, known[name]), known[name]["schema"], f"{what}: {name}")
        for name, parameter in known.items():
            if parameter.get("required") and name not in given:
                raise Deviation(f"{what} without {name}")
        schema = self.payload_schema(operation)
        if schema is not None:
            envelope = json.loads(sent)
            self.validate(envelope, self.schema("Envelope"), f"{what}: body")
            self.validate(decode(envelope["payload"]), schema, f"{what}: payload")

    def parse(self, value, parameter):
        """A value of the query as its schema wants it."""
        kind = self.resolve(parameter["schema"]).get("type")
        return int(value) if kind == "integer" and re.fullmatch("-?[0-9]+", value) else value


def check_common(contract, answer, what, is_page):
    """What holds for each answer, whatever was asked."""
    if answer.headers.get("X-Content-Type-Options") != "nosniff":
        raise Deviation(f"{what} without nosniff")
    if answer.status < 400:
        return
    if is_page and answer.headers.get("Content-Type") == "text/html; charset=utf-8":
        return                                 # said to a person
    if answer.headers.get("Content-Type") != "application/problem+json":
        raise Deviation(f"{what} without a problem document")
    if answer.headers.get("Cache-Control") != "no-store":
        raise Deviation(f"{what}, and others may keep that")
    if answer.status < 500 and answer.headers.get("Connection") != "close":
        raise Deviation(f"{what}, and the connection stays")
    if answer.body:
        contract.validate(answer.json, contract.schema("Problem"), what)
        if answer.json["status"] != answer.status:
            raise Deviation(f"{what}, but its problem says {answer.json['status']}")


def check_method(item, answer, what):
    """A path that is there does not know the method."""
    allowed = {method.upper() for method in METHODS if method in item}
    if "GET" in allowed:
        allowed.add("HEAD")
    told = set(answer.headers.get("Allow", "").split(", "))
    if answer.status != 405 or told != allowed:
        raise Deviation(f"{what} with Allow {sorted(told)} instead of {sorted(allowed)}")
