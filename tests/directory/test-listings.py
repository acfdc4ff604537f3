#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Listings, their seats and their end, over real HTTP."""
import base64
import json

from desk import tap
from desk.tap import same
from driver import papers
from driver.papers import HOST, Key, day, new_id
from driver.server import Server

OTHER = Key(b"o" * 32)


def payload(envelope):
    text = envelope["payload"]
    return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))


@tap.story
def publish():
    """a listing is published once, changed by its revision, and served as it was signed"""
    with Server() as server:
        client = server.client
        paper = papers.listing()
        path = f"/v1/listings/{paper['id']}"
        same(client.get(path).problem, "not-found")
        same(client.put(HOST, path, paper).problem, "precondition-required")
        same(client.put(HOST, path, paper, If_Match='"1"').problem, "precondition")
        first = client.publish(HOST, paper)
        same((first.status, first.json, first.headers["ETag"]),
             (201, {"id": paper["id"], "type": "listing", "rev": 1}, '"1"'))
        again = client.publish(HOST, paper)
        same((again.status, again.body), (200, first.body), "the same bytes, the same answer")
        same(client.put(HOST, path, paper, If_Match='"1"').status, 200, "with either guard")

        same(client.publish(HOST, {**paper, "name": "Other"}).problem, "precondition")
        same(client.put(HOST, path, {**paper, "name": "Other"}, If_Match='"1"').problem, "id-reused")
        same(client.put(OTHER, path, paper, If_Match='"1"').problem, "taken")
        same(client.publish(OTHER, paper).problem, "taken")
        changed = {**paper, "rev": 4, "name": "Autre table"}
        same(client.put(HOST, path, changed, If_Match='"9", W/"1"').problem, "precondition")
        same(client.put(HOST, path, changed, If_Match='"9", "1"').status, 200)
        same(client.put(HOST, path, {**paper, "rev": 3}, If_Match='"4"').problem, "stale")
        same(client.put(HOST, path, {**paper, "rev": 5}, If_Match="4").problem, "invalid")

        answer = client.get(path)
        same(answer.json["envelope"], json.loads(HOST.sign(changed)))
        same(answer.json["view"], payload(answer.json["envelope"]))
        same((answer.headers["ETag"], answer.headers["Cache-Control"].split(",")[1]), ('"4"', " max-age=60"))
        same(client.get(path, If_None_Match='"4"').status, 304)
        same(client.get(path, If_None_Match='"3"').status, 200)
        head = client.ask("HEAD", path)
        same((head.status, head.body, head.headers["Content-Length"]), (200, b"", str(len(answer.body))))


@tap.story
def cached():
    """what a listing's answer says is never older than its last acknowledged revision"""
    with Server() as server:
        paper = papers.listing()
        path = f"/v1/listings/{paper['id']}"
        server.client.publish(HOST, paper)
        for rev in range(2, 40):
            same(server.client.put(HOST, path, {**paper, "rev": rev}, If_Match=f'"{rev - 1}"').status, 200)
            same(server.client.get(path).headers["ETag"], f'"{rev}"')


@tap.story
def refused():
    """what is not a listing, or not this one, is refused with its reason"""
    with Server() as server:
        client = server.client
        paper = papers.listing()
        path = f"/v1/listings/{paper['id']}"
        signed = json.loads(HOST.sign(paper))
        same(client.put(HOST, f"/v1/listings/{new_id()}", paper, If_None_Match="*").problem, "invalid")
        same(client.put(HOST, f"{path}/availability", paper).problem, "invalid")
        for name, value in (("signature", "A" * 86), ("key", OTHER.text)):
            same(client.ask("PUT", path, json.dumps({**signed, name: value}), If_None_Match="*").problem,
                 "bad-signature", name)
        same(client.ask("PUT", path, b"{", If_None_Match="*").problem, "invalid")
        same(client.ask("PUT", path, b"[" * 5000, If_None_Match="*").problem, "invalid")
        same(client.ask("PUT", path, json.dumps({**signed, "more": 1}), If_None_Match="*").problem, "invalid")
        same(client.put(HOST, path, {**paper, "type": "new"}, If_None_Match="*").problem, "unknown-type")
        for changes in ({"kind": "home"}, {"seats": 0}, {"seats": 501}, {"name": "a\tb"}, {"lat": 90.5}, {"tz": "Mars"},
                        {"price_minor": -1}, {"about": "x" * 2001}, {"kind": "castle"}, {"photos": ["x"]},
                        {"tags": ["a"] * 25 + ["b"] * 24}, {"id": paper["id"].upper()}):
            same(client.put(HOST, path, {**paper, **changes}, If_None_Match="*").problem, "invalid", changes)
        same(client.ask("PUT", path, HOST.sign(paper), If_None_Match="*", Content_Type="text/plain").problem, "media-type")
        same(client.ask("PUT", path, b" " * 300000, If_None_Match="*").problem, "too-large")
        same(client.ask("POST", path).headers["Allow"], "GET, HEAD, PUT, DELETE")
        same(client.get(path + "/").problem, "not-found")
        same(client.get(path.replace("-", "%2d")).problem, "not-found")
        same(client.get(path).problem, "not-found")


@tap.story
def seats():
    """seats are shown as signed, by their own revision, and only the host may say them"""
    with Server() as server:
        client = server.client
        paper = papers.listing()
        listing = paper["id"]
        path = f"/v1/listings/{listing}/availability"
        days = [(4, 3), None, (0, 2)]
        same(client.offer(HOST, listing, days).problem, "not-found")
        client.publish(HOST, paper)
        same(client.get(path).json["envelope"], None)
        same(client.offer(OTHER, listing, days).problem, "not-yours")
        first = client.offer(HOST, listing, days, rev=5)
        same((first.status, first.json), (201, {"id": listing, "type": "availability", "rev": 5}))
        again = client.offer(HOST, listing, days, rev=5)
        same((again.status, again.body), (200, first.body))
        same(client.offer(HOST, listing, [(1, 1)], rev=5).problem, "id-reused")
        same(client.offer(HOST, listing, [(1, 1)], rev=4).problem, "stale")

        view = client.get(path).json["view"]
        same((view["rev"], view["today"], view["from"], len(view["days"])), (5, day(0), day(0), 64))
        same(view["days"][:4], [{"day": day(0), "open": True, "am": 4, "pm": 3},
                                {"day": day(1), "open": False, "am": 0, "pm": 0},
                                {"day": day(2), "open": True, "am": 0, "pm": 2},
                                {"day": day(3), "open": False, "am": 0, "pm": 0}])
        some = client.get(f"{path}?from={day(2)}&days=1")
        same([entry["day"] for entry in some.json["view"]["days"]], [day(2)])
        same(client.get(f"{path}?from={day(2)}&days=1", If_None_Match=some.headers["ETag"]).status, 304)
        same(client.get(path, If_None_Match=some.headers["ETag"]).status, 200)
        for query in ("from=tomorrow", "days=0", "days=65", "days=1&days=1", "more=1", "from=9999-12-31"):
            same(client.get(f"{path}?{query}").problem, "invalid", query)


@tap.story
def taken_down():
    """a tombstone ends a listing until a later revision; what is older never comes back"""
    with Server() as server:
        client = server.client
        paper = papers.listing()
        path = f"/v1/listings/{paper['id']}"
        listing = client.open_space(HOST, [(2, 2)] * 5, id=paper["id"])
        near = f"/v1/listings?near=45.76,4.84&day={day(1)}"
        same([item["id"] for item in client.get(near).json["items"]], [listing])

        def delete(key, rev):
            return client.ask("DELETE", path, key.sign(papers.notice("tombstone", listing, rev)))
        same(delete(OTHER, 2).problem, "not-yours")
        same(delete(HOST, 1).problem, "id-reused")
        same((delete(HOST, 2).status, delete(HOST, 2).status), (200, 200))
        for way in (path, path + "/availability", path + ".ics", path + ".geojson"):
            same(client.get(way).problem, "gone")
        same(client.get(near).json["items"], [])
        same(client.offer(HOST, listing, [(9, 9)], rev=9).problem, "gone")
        same(client.publish(HOST, paper).problem, "stale", "the listing before it is not published again")
        same(client.put(HOST, path, {**paper, "rev": 3}, If_Match='"2"').problem, "precondition")
        same(client.publish(HOST, {**paper, "rev": 3}).status, 201)
        same(client.get(near).json["items"], [], "it has no seats yet")
        same(client.offer(HOST, listing, [(2, 2)] * 5).problem, "id-reused", "nor are its old seats")
        same(client.offer(HOST, listing, [(2, 2)] * 5, rev=2).status, 201)
        same([item["id"] for item in client.get(near).json["items"]], [listing])


@tap.story
def changes():
    """the feed has the last paper of each kind in the order in which they came"""
    with Server() as server:
        client = server.client
        kinds = lambda page: [(payload(item["envelope"])["type"], payload(item["envelope"])["rev"]) for item in page["items"]]
        empty = client.get("/v1/changes").json
        same((empty["items"], empty["more"]), ([], False))
        same(empty["epoch"], client.get("/.well-known/foyer").json["epoch"])
        one = client.open_space(HOST, [(1, 1)])
        two = client.open_space(OTHER, [(1, 1)])
        page = client.get("/v1/changes").json
        same(kinds(page), [("listing", 1), ("availability", 1)] * 2)
        client.offer(HOST, one, [(0, 0)], rev=2)
        client.ask("DELETE", f"/v1/listings/{two}", OTHER.sign(papers.notice("tombstone", two, 7)))
        later = client.get(f"/v1/changes?after={page['cursor']}")
        same(kinds(later.json), [("availability", 2), ("tombstone", 7)])
        same(kinds(client.get("/v1/changes").json), [("listing", 1), ("availability", 2), ("tombstone", 7)])
        same(client.get(f"/v1/changes?after={page['cursor']}", If_None_Match=later.headers["ETag"]).status, 304)
        same(kinds(client.get(f"/v1/changes?after={later.json['cursor']}").json), [])
        same(client.get("/v1/changes?after=e0123456789abcdef.4").problem, "cursor-expired")
        same(client.get("/v1/changes?after=a/b").problem, "invalid")


@tap.story
def pages_of_changes():
    """a feed of any length comes whole, page after page"""
    with Server() as server:
        client = server.client
        about = "é" * 1900
        ids = [client.publish(HOST, papers.listing(about=about, name=f"Nr. {number}")).json["id"] for number in range(250)]
        seen, cursor, pages = [], None, 0
        while True:
            answer = client.get("/v1/changes" + (f"?after={cursor}" if cursor else ""))
            assert len(answer.body) < 1024 * 1024, len(answer.body)
            page, pages = answer.json, pages + 1
            seen += [payload(item["envelope"])["id"] for item in page["items"]]
            cursor = page["cursor"]
            if not page["more"]:
                break
        same(seen, ids)
        assert pages > 1


@tap.story
def other_formats():
    """calendars and maps of others are served"""
    with Server() as server:
        client = server.client
        listing = client.open_space(HOST, [(2, 1), None, (0, 0), (0, 3)], name="Chez Anaïs, Lyon; deux " + "é" * 50)
        answer = client.get(f"/v1/listings/{listing}.ics")
        same(answer.headers["Content-Type"], "text/calendar; charset=utf-8")
        lines = answer.body.split(b"\r\n")
        assert all(len(line) <= 75 for line in lines), lines
        text = answer.body.decode().replace("\r\n ", "")
        same(text.count("BEGIN:VEVENT"), 2)
        assert "SUMMARY:Chez Anaïs\\, Lyon\\; deux " + "é" * 50 + ": 2 / 1\r\n" in text, text
        assert "DTSTART;VALUE=DATE:20261129\r\n" in text
        feature = client.get(f"/v1/listings/{listing}.geojson")
        same(feature.headers["Content-Type"], "application/geo+json")
        same(feature.json["geometry"], {"type": "Point", "coordinates": [4.842223, 45.759723]})
        same(feature.json["properties"]["url"], f"{server.url}/l/{listing}")


tap.main()
