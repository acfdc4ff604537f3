#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""data/openapi.yaml and the running directory say the same."""
import copy
import json
import os
import re
import urllib.parse

import openapi
import spoil
from desk import tap
from desk.tap import same
from driver import papers
from driver.papers import GUEST, HOST, Key, day, new_id
from driver.server import NOW_S, Answer, Client, Server

ROOT = os.environ["FOYER_SOURCE_ROOT"]
CONTRACT = openapi.Contract(openapi.load(os.path.join(ROOT, "data", "openapi.yaml")))
OTHER = Key(b"o" * 32)
PHOTO = papers.jpeg()
# On a port of its own.
OPERATORS = ("/healthz", "/metrics")
ACCEPTANCE = ("listings", "bookings", "search", "photos")
# What no client can bring about, and who brings it about instead.
UNREACHABLE = {
    (operation["operationId"], "5XX"): "a full or broken disk: the store's own tests"
    for _, _, operation in CONTRACT.operations()
}

plain_ask = Client.ask


def judged_ask(self, method, path, body=None, headers=None, **fields):
    answer = plain_ask(self, method, path, body, headers, **fields)
    if path not in OPERATORS or answer.status != 200:
        CONTRACT.check(method, path, body, answer)
    return answer


Client.ask = judged_ask


class Scene:
    """A directory with one of each, so that every operation has something to be about."""

    def __init__(self, server):
        client = self.client = server.client
        self.url = server.url
        self.listing = client.open_space(HOST, [(4, 4)] * 9, photos=[papers.sha256(PHOTO)],
                                         shares=[{"label": "Coffee", "minor": 50}],
                                         address={"street": "1 rue Bleue", "postcode": "69003", "city": "Lyon"})
        same(client.ask("PUT", self.photo, PHOTO, Content_Type="image/jpeg").status, 201)
        same(client.put(HOST, f"/v1/listings/{self.listing}/allotment", papers.allotment(self.listing, [(1, 1)] * 9)).status, 201)
        self.booking = self.request()["id"]
        same(client.put(GUEST, f"/v1/bookings/{self.booking}", self.request(self.booking, seats=3)).status, 201)

    photo = f"/v1/photos/{papers.sha256(PHOTO)}"

    def request(self, booking=None, **changes):
        paper = papers.request(self.listing, HOST, self.url, **changes)
        return {**paper, "id": booking or paper["id"]}

    def path(self, template, listing=None, booking=None):
        value = (booking or self.booking) if "/bookings/" in template else (listing or self.listing)
        return template.replace("{id}", value).replace("{sha256}", papers.sha256(PHOTO))

    def document(self, operation):
        """A good document for a write, its key, and the id that it is about."""
        listing, booking = self.listing, self.booking
        new = papers.listing(shares=[{"label": "Coffee", "minor": 50}], photos=[papers.sha256(PHOTO)],
                             address={"street": "1 rue Bleue", "postcode": "69003", "city": "Lyon"})
        request = self.request()
        return {
            "putListing": lambda: (new, HOST, new["id"]),
            "deleteListing": lambda: (papers.notice("tombstone", listing, 50), HOST, listing),
            "putAvailability": lambda: (papers.availability(listing, [(2, 2), None], 50), HOST, listing),
            "putAllotment": lambda: (papers.allotment(listing, [(2, 2), None], 50), HOST, listing),
            "recallAllotment": lambda: (papers.notice("recall", listing, 50), HOST, listing),
            "putRequest": lambda: (request, OTHER, request["id"]),
            "putDecision": lambda: (papers.decision(booking, rev=50), HOST, booking),
            "putWithdrawal": lambda: (papers.notice("withdrawal", booking, 50), GUEST, booking),
        }[operation]()

    def send(self, method, template, operation, paper, key, about):
        fields = {"If_None_Match": "*"} if operation == "putListing" else {}
        return self.client.ask(method, self.path(template, about, about), key.sign(paper), **fields)


def writes():
    for method, template, operation in CONTRACT.operations():
        if CONTRACT.payload_schema(operation) is not None:
            yield method, template, operation


def fields_of(method, path, url):
    """What a private read needs."""
    return GUEST.sign_read(method, url + path, NOW_S)


@tap.story
def routes():
    """the table of routes and the contract name the same operations"""
    with open(os.path.join(ROOT, "src", "directory", "resources", "foyer-routes.c"), encoding="utf-8") as source:
        table = source.read().partition("foyer_routes[] = {")[2].partition("};")[0]
    served = set(re.findall(r'\{ "([A-Z]+)", "([^"]+)"', table))
    same(served, {(method, path) for method, path, _ in CONTRACT.operations()})
    assert len(served) >= 19, served


@tap.story
def acceptance():
    """every answer of the directory's own suite is as documented"""
    here = os.path.join(ROOT, "tests", "directory")
    stories = [story for name in ACCEPTANCE for story in tap.collect(os.path.join(here, f"test-{name}.py"))]
    assert len(stories) > 20, len(stories)
    for story in stories:
        try:
            story()
        except Exception as problem:
            raise AssertionError(f"{story.__name__}: {problem}") from problem


@tap.story
def reads():
    """each read answers 200, 304, HEAD alike, and refuses a body"""
    with Server() as server:
        scene = Scene(server)
        for path in OPERATORS:
            same(server.client.get(path).problem, "not-found")
        for method, template, operation in CONTRACT.operations():
            if method != "GET":
                continue
            path = scene.path(template) + ("?near=45.76,4.84" if template == "/v1/listings" else "")
            signed = fields_of("GET", path, server.url) if "security" in operation else {}
            first = server.client.ask("GET", path, headers=signed)
            same(first.status, 200, path)
            if "304" in operation["responses"]:
                again = server.client.ask("GET", path, headers={**signed, "If-None-Match": first.headers["ETag"]})
                same((again.status, again.headers["ETag"]), (304, first.headers["ETag"]), path)
            head = fields_of("HEAD", path, server.url) if "security" in operation else {}
            same(server.client.ask("HEAD", path, headers=head).headers["Content-Length"], str(len(first.body)), path)
            same(server.client.ask("GET", path, b"body", headers=signed).problem, "invalid", path)
            for other in ("POST", "DELETE", "PUT"):
                if other.lower() not in CONTRACT.document["paths"][template]:
                    same(server.client.ask(other, path, b"").problem, "method", path)


@tap.story
def heads():
    """each write refuses what is too large, of another type, forged or about something else"""
    with Server() as server:
        scene = Scene(server)
        for method, template, operation in writes():
            name = operation["operationId"]
            paper, key, about = scene.document(name)
            path = scene.path(template, about, about)
            guard = {"If-None-Match": "*"} if name == "putListing" else {}
            good = key.sign(paper)
            forged = json.dumps({**json.loads(good), "key": Key(b"f" * 32).text})

            def ask(body, **fields):
                return server.client.ask(method, path, body, {**guard, **fields})
            same(ask(b" " * 300000).problem, "too-large", name)
            same(ask(good, **{"Content-Type": "text/plain"}).problem, "media-type", name)
            same(ask(forged).problem, "bad-signature", name)
            elsewhere = scene.path(template, new_id(), new_id())
            same(server.client.ask(method, elsewhere, good, guard).problem, "invalid", name)
            for member in ("payload", "key", "signature"):
                envelope = json.loads(good)
                for what, bad in spoil.spoil(CONTRACT, CONTRACT.schema("Envelope"), envelope):
                    if f".{member}" in what:
                        assert ask(json.dumps(bad)).status in (400, 401), (name, what)
        path = scene.photo
        same(server.client.ask("PUT", path, b" " * 300001, Content_Type="image/jpeg").problem, "too-large")
        same(server.client.ask("PUT", path, PHOTO, Content_Type="image/webp").problem, "media-type")


@tap.story
def bad_documents():
    """each document just outside of its schema is refused, and nothing of it stays"""
    count = 0
    with Server() as server:
        scene = Scene(server)
        feed = server.client.get("/v1/changes").body
        for method, template, operation in writes():
            paper, key, about = scene.document(operation["operationId"])
            for what, bad in spoil.spoil(CONTRACT, CONTRACT.payload_schema(operation), paper):
                answer = scene.send(method, template, operation["operationId"], bad, key, about)
                same(answer.status, 400, f"{operation['operationId']}: {what}: {answer.body!r}")
                count += 1
        same(server.client.get("/v1/changes").body, feed)
    assert count > 200, count


@tap.story
def good_documents():
    """each listing and statement of seats just inside of its schema is taken"""
    with Server() as server:
        scene = Scene(server)
        listing = scene.document("putListing")[0]
        for what, good in spoil.edges(CONTRACT, CONTRACT.schema("Listing"), {**listing, "shares": []}):
            if what.startswith("$.tz "):           # whether a name is a zone no schema says
                continue
            answer = server.client.publish(HOST, {**good, "id": new_id()})
            same(answer.status, 201, f"{what}: {answer.body!r}")
        seats = papers.availability(scene.listing, [(2, 2)])
        number = 60
        for what, good in spoil.edges(CONTRACT, CONTRACT.schema("Availability"), seats):
            if what.startswith("$.rev"):
                continue
            number += 1
            answer = server.client.put(HOST, f"/v1/listings/{scene.listing}/availability", {**good, "rev": number})
            same(answer.status, 201, f"{what}: {answer.body!r}")


@tap.story
def bad_queries():
    """each query just outside of its parameters is refused"""
    count = 0
    with Server() as server:
        scene = Scene(server)
        for method, template, operation in CONTRACT.operations():
            parameters = [CONTRACT.resolve(one) for one in operation.get("parameters", [])]
            values = {"near": "45.76,4.84", "day": day(1), "from": day(1), "cursor": f"1.{new_id()}", "kind": "home",
                      "part": "am", "after": server.client.get("/v1/changes").json["cursor"], "tag": "wifi", "q": "table"}
            known = [one for one in parameters if one["in"] == "query"]
            path = scene.path(template)
            base = {one["name"]: values[one["name"]] for one in known if one["name"] == "near"}

            def ask(query):
                target = f"{path}?{query}"
                signed = fields_of("GET", target, server.url) if "security" in operation else {}
                return server.client.ask(method, target, headers=signed)
            for one in known:
                schema = CONTRACT.resolve(one["schema"])
                value = values.get(one["name"], schema.get("minimum", 0))
                for what, bad in spoil.spoil(CONTRACT, schema, value, one["name"]):
                    if bad is None or (schema["type"] == "string" and not isinstance(bad, str)) or bad == "":
                        continue                   # in a query all is text, and nothing is as if not given
                    query = urllib.parse.urlencode({**base, one["name"]: bad})
                    same(ask(query).status, 400, f"{path}: {what}")
                    count += 1
                twice = urllib.parse.urlencode({**base, one["name"]: value})
                same(ask(f"{twice}&{one['name']}={value}").problem, "invalid", one["name"])
            if known:
                same(ask(urllib.parse.urlencode({**base, "else": 1})).problem, "invalid")
    assert count > 20, count


@tap.story
def ends():
    """what was taken down, is not there, is another's, or was of another epoch"""
    with Server() as server:
        scene = Scene(server)
        client = server.client
        for method, template, operation in writes():
            name = operation["operationId"]
            paper, _, about = scene.document(name)
            if "403" in operation["responses"]:
                same(scene.send(method, template, name, paper, OTHER, about).problem, "not-yours", name)
            if "404" in operation["responses"] and name != "putRequest":
                nowhere = new_id()
                member = "booking" if "booking" in paper else "listing"
                same(scene.send(method, template, name, {**paper, member: nowhere}, HOST, nowhere).problem, "not-found", name)
        recall = papers.notice("recall", scene.listing, 50)
        for status in (201, 200):
            same(client.ask("POST", f"/v1/listings/{scene.listing}/allotment/recall", HOST.sign(recall)).status, status)
        same(client.ask("POST", f"/v1/listings/{scene.listing}/allotment/recall",
                        HOST.sign({**recall, "rev": 49})).problem, "stale")
        end = HOST.sign(papers.notice("tombstone", scene.listing, 60))
        same(client.ask("DELETE", f"/v1/listings/{scene.listing}", end).status, 200)
        for method, template, operation in CONTRACT.operations():
            if "410" not in operation["responses"] or template in ("/v1/inbox", "/v1/changes"):
                continue
            if method == "GET":
                same(client.get(scene.path(template)).status, 410, template)
                continue
            paper, key, about = scene.document(operation["operationId"])
            if "rev" in paper and operation["operationId"] != "putRequest":
                paper["rev"] = 70
            same(scene.send(method, template, operation["operationId"], paper, key, about).problem, "gone", template)
        for method, template, operation in CONTRACT.operations():
            if method == "GET" and "{id}" in template and "security" not in operation:
                same(client.get(scene.path(template, new_id())).status, 404, template)
        same(client.get("/v1/changes?after=other.1").problem, "cursor-expired")
        same(client.read_as(GUEST, "/v1/inbox?after=other.1").problem, "cursor-expired")


@tap.story
def limits():
    """each operation says when it may be asked again"""
    few = [argument for name in ("read", "search", "write", "request") for argument in ("--limit", f"{name}=1/3600")]
    with Server(*few, limits=True) as server:
        for method, template, operation in CONTRACT.operations():
            path = template.replace("{id}", new_id()).replace("{sha256}", "0" * 64)
            for _ in range(2):
                answer = server.client.ask(method, path, b"" if method != "GET" else None)
            same(answer.problem, "too-many-requests", operation["operationId"])


@tap.story
def broken_contract():
    """a contract that says something else is found out"""
    with Server() as server:
        scene = Scene(server)
        near = "/v1/listings?near=45.76,4.84"
        asked = [("GET", path, None, plain_ask(server.client, "GET", path))
                 for path in (near, f"/v1/listings/{scene.listing}", f"/v1/listings/{new_id()}", "/v1/changes",
                              f"/v1/listings/{scene.listing}.geojson")]

    def deviates(change):
        document = copy.deepcopy(CONTRACT.document)
        change(document["paths"], document["components"]["schemas"])
        contract = openapi.Contract(document)
        try:
            for one in asked:
                contract.check(*one)
        except openapi.Deviation:
            return True
        return False
    changes = (
        lambda paths, schemas: paths["/v1/listings/{id}"]["get"]["responses"].pop("404"),
        lambda paths, schemas: paths.pop("/v1/changes"),
        lambda paths, schemas: paths["/v1/listings"]["get"]["parameters"].pop(0),
        lambda paths, schemas: schemas["SearchResult"]["required"].append("photo"),
        lambda paths, schemas: schemas["SearchResult"]["properties"].pop("seats_left"),
        lambda paths, schemas: schemas["Listing"]["properties"].update(rev={"const": 2}),
        lambda paths, schemas: schemas["Kind"].update(enum=["home"]),
        lambda paths, schemas: schemas["Key"].update(pattern="^x"),
    )
    same([deviates(change) for change in changes], [True] * len(changes))
    same(deviates(lambda paths, schemas: None), False)


@tap.story
def broken_server():
    """a server that answers something else is found out"""
    with Server() as server:
        scene = Scene(server)
        path = f"/v1/listings/{scene.listing}"
        good = plain_ask(server.client, "GET", path)
        bad = plain_ask(server.client, "GET", f"/v1/listings/{new_id()}")

    def deviates(answer):
        try:
            CONTRACT.check("GET", path, None, answer)
        except openapi.Deviation:
            return True
        return False

    def altered(answer, status=None, body=None, **headers):
        fields = {**answer.headers, **{name.replace("_", "-"): value for name, value in headers.items()}}
        return Answer(status or answer.status, {name: value for name, value in fields.items() if value is not None},
                      answer.body if body is None else json.dumps(body).encode())
    view = good.json["view"]
    answers = (
        altered(good, ETag=None), altered(good, ETag='W/"1"'), altered(good, Content_Type="text/plain"),
        altered(good, Cache_Control="no-store"), altered(good, X_Content_Type_Options=None), altered(good, 203),
        altered(good, body={**good.json, "view": {**view, "seats": 0}}),
        altered(good, body={**good.json, "envelope": {**good.json["envelope"], "more": 1}}),
        altered(good, body={"view": view}),
        altered(bad, Content_Type="application/json"), altered(bad, Connection=None), altered(bad, 410),
        altered(bad, body={**bad.json, "status": 410}), altered(bad, body={**bad.json, "type": "about:blank"}),
        altered(bad, Cache_Control=None),
    )
    same([deviates(answer) for answer in answers], [True] * len(answers))
    same((deviates(good), deviates(bad)), (False, False))


@tap.story
def complete():
    """each operation and each documented status was seen, or cannot be"""
    documented = CONTRACT.documented()
    same(set(UNREACHABLE) - documented, set(), "a reason for what is not documented")
    same(set(UNREACHABLE) & CONTRACT.seen, set(), "unreachable, but it was seen")
    same(documented - CONTRACT.seen - set(UNREACHABLE), set())


tap.main()
