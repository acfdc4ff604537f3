#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A request on its way to a host and back, and all that is refused on the way."""
import json
import threading
import time

from desk import tap
from desk.tap import same
from driver import papers
from driver.papers import GUEST, HOST, Key, day, new_id
from driver.server import NOW_S, Client, Server

OTHER = Key(b"o" * 32)
ORIGIN = "https://foyer.example"


def kinds(page):
    return [json.loads(papers_payload(item))["type"] for item in page["items"]]


def papers_payload(item):
    text = item["envelope"]["payload"]
    return papers.base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@tap.story
def travels():
    """request, decision, withdrawal: each side reads the other's papers as they were signed"""
    with Server() as server:
        client = server.client
        listing = client.open_space(HOST, [(2, 2)] * 5)
        paper, first = client.request(GUEST, listing, HOST)
        booking = paper["id"]
        same((first.status, first.json), (201, {"id": booking, "type": "request", "rev": 1, "state": "requested"}))
        page = client.read_as(HOST, "/v1/inbox").json
        same([item["envelope"] for item in page["items"]], [json.loads(GUEST.sign(paper))])
        same(client.read_as(GUEST, "/v1/inbox").json["items"], [])

        decided = client.decide(HOST, booking)
        same((decided.status, decided.json), (201, {"id": booking, "type": "decision", "rev": 2, "state": "confirmed"}))
        same(kinds(client.read_as(GUEST, "/v1/inbox").json), ["decision"])
        same(client.read_as(HOST, f"/v1/inbox?after={page['cursor']}").json["items"], [])
        for key in (GUEST, HOST):
            view = client.read_as(key, f"/v1/bookings/{booking}")
            same({name: view.json[name] for name in ("id", "listing", "state", "rev", "day", "part", "seats")},
                 {"id": booking, "listing": listing, "state": "confirmed", "rev": 2, "day": day(1), "part": "full", "seats": 1})
            same(kinds(view.json), ["request", "decision"])
            same(view.headers["Cache-Control"], "no-store")
        same(client.read_as(OTHER, f"/v1/bookings/{booking}").body, client.read_as(OTHER, f"/v1/bookings/{new_id()}").body,
             "who may not read it learns what a stranger learns")

        for _ in range(2):
            again = client.put(GUEST, f"/v1/bookings/{booking}", paper)
            same((again.status, again.body), (200, first.body), "the answer of then, whatever came since")
        same(client.decide(HOST, booking).status, 200)
        taken_back = client.withdraw(GUEST, booking, 3)
        same((taken_back.status, taken_back.json["state"]), (201, "cancelled"))
        same(client.withdraw(GUEST, booking, 3).body, taken_back.body)
        same(client.decide(HOST, booking).body, decided.body)
        same(kinds(client.read_as(HOST, f"/v1/inbox?after={page['cursor']}").json), ["withdrawal"])


@tap.story
def who_may():
    """only the host decides, only the guest withdraws, and nobody takes another's id"""
    with Server() as server:
        client = server.client
        listing = client.open_space(HOST, [(2, 2)] * 5)
        paper, _ = client.request(GUEST, listing, HOST)
        booking = paper["id"]
        for key in (GUEST, OTHER):
            same(client.decide(key, booking).problem, "not-yours")
        for key in (HOST, OTHER):
            same(client.withdraw(key, booking).problem, "not-yours")
        same(client.put(OTHER, f"/v1/bookings/{booking}", paper).problem, "taken")
        same(client.put(GUEST, f"/v1/bookings/{booking}", {**paper, "seats": 2}).problem, "id-reused")
        same(client.decide(HOST, new_id()).problem, "not-found")
        same(client.withdraw(GUEST, new_id()).problem, "not-found")
        same(client.put(HOST, f"/v1/bookings/{booking}/decision", papers.decision(new_id())).problem, "invalid")
        same(client.ask("GET", f"/v1/bookings/{booking}").problem, "bad-signature")
        same(client.read_as(GUEST, f"/v1/bookings/{booking}").json["rev"], 1)


@tap.story
def moves():
    """a booking only goes forward: every state from every other, as the table has it"""
    after = {"requested": [], "confirmed": ["confirmed"], "declined": ["declined"], "cancelled": ["confirmed", "cancelled"],
             "checked-in": ["confirmed", "checked-in"], "checked-out": ["confirmed", "checked-in", "checked-out"],
             "no-show": ["confirmed", "no-show"]}
    may = {"requested": {"confirmed", "declined"}, "confirmed": {"checked-in", "cancelled", "no-show"},
           "checked-in": {"checked-out"}, "checked-out": {"checked-in"}}
    with Server() as server:
        client = server.client
        listing = client.open_space(HOST, [(9, 9)] * 5)
        for state, way in after.items():
            for target in list(after)[1:]:
                paper, _ = client.request(Key(), listing, HOST)
                rev = 2
                for step in way:
                    same(client.decide(HOST, paper["id"], step, rev).status, 201)
                    rev += 1
                answer = client.decide(HOST, paper["id"], target, rev)
                if target in may.get(state, ()):
                    same((answer.status, answer.json["state"]), (201, target), state)
                else:
                    same(answer.problem, "bad-state", f"{state} to {target}")
        for state in ("requested", "withdrawn", "expired"):
            same(client.decide(HOST, paper["id"], state, 90).problem, "invalid")


@tap.story
def revisions():
    """one row of revisions for both sides: who comes second with a number is stale"""
    with Server() as server:
        client = server.client
        listing = client.open_space(HOST, [(9, 9)] * 5)
        paper, _ = client.request(GUEST, listing, HOST)
        booking = paper["id"]
        same(client.decide(HOST, booking, rev=1).problem, "stale")
        same(client.decide(HOST, booking, rev=5).status, 201)
        same(client.decide(HOST, booking, "checked-in", rev=5).problem, "id-reused")
        same(client.withdraw(GUEST, booking, 5).problem, "stale")
        same(client.decide(HOST, booking, "checked-in", rev=4).problem, "stale")
        same(client.withdraw(GUEST, booking, 6).status, 201)
        same(client.decide(HOST, booking, "checked-in", rev=7).problem, "bad-state")


@tap.story
def days():
    """a request is for a day that is open, has seats, is not over and not too far"""
    with Server(now="2026-11-27T02:30:00+01:00") as server:
        client = server.client
        hours = [(2, 1), (2, 1), None, (0, 0)] + [(1, 1)] * 60
        listing = client.open_space(HOST, hours)

        def ask(offset, **changes):
            return client.request(Key(), listing, HOST, day=day(offset), answer_by=1796000000000, **changes)[1]
        same(ask(0).status, 201, "until three in the morning a day is not over")
        same(ask(-1).problem, "past-day")
        same(ask(2).problem, "closed")
        same(ask(3).problem, "full")
        for part, seats, status in (("full", 1, 201), ("full", 2, 409), ("am", 2, 201), ("am", 3, 409), ("pm", 1, 201), ("pm", 2, 409)):
            answer = ask(1, part=part, seats=seats)
            same(answer.status, status, (part, seats))
            if status == 409:
                same(answer.problem, "full")
        same(ask(63).status, 201)
        same(ask(64).problem, "closed", "within 64 days of the 27th, but nobody said so far")
        same(ask(65).problem, "beyond-horizon")
        same(client.request(Key(), new_id(), HOST)[1].problem, "not-found")
        same(client.request(Key(), listing, OTHER)[1].problem, "not-found")
        same(ask(1, directory="https://other.example").problem, "invalid")
        same(ask(1, rev=2).problem, "invalid")
        same(ask(1, sealed="AAAA").problem, "invalid")


@tap.story
def expires():
    """what nobody answered in time is expired for both, and no decision comes after"""
    server = Server()
    with server:
        client = server.client
        listing = client.open_space(HOST, [(9, 9)] * 5)
        paper, _ = client.request(GUEST, listing, HOST, answer_by=NOW_S * 1000 + 60000)
        answered, _ = client.request(GUEST, listing, HOST, answer_by=NOW_S * 1000 + 60000)
        same(client.decide(HOST, answered["id"]).status, 201)
        same(client.request(GUEST, listing, HOST, answer_by=NOW_S * 1000)[1].problem, "expired")
        url = server.url
        server.stop()
        server.now = "2026-11-26T09:01:00+01:00"
        server.args = ("--no-limits", "--public-url", url)
        server.start()
        client = server.client
        same(client.decide(HOST, paper["id"]).problem, "expired")
        same(client.withdraw(GUEST, paper["id"]).problem, "expired")
        for booking, state in ((paper, "expired"), (answered, "confirmed")):
            path = f"/v1/bookings/{booking['id']}"
            fields = GUEST.sign_read("GET", url + path, NOW_S + 60)
            same(client.ask("GET", path, headers=fields).json["state"], state)
        again = client.put(GUEST, f"/v1/bookings/{paper['id']}", paper)
        same((again.status, again.json["state"]), (200, "requested"), "the same answer for the same bytes")


@tap.story
def open_requests():
    """a key has five open requests at most; answered and expired ones do not count"""
    server = Server()
    with server:
        client = server.client
        listing = client.open_space(HOST, [(9, 9)] * 5)
        asked = [client.request(GUEST, listing, HOST) for _ in range(6)]
        same([answer.status for _, answer in asked], [201] * 5 + [429])
        refusal = asked[5][1]
        same((refusal.problem, refusal.headers["Retry-After"].isdigit()), ("too-many-open", True))
        same(client.put(GUEST, f"/v1/bookings/{asked[0][0]['id']}", asked[0][0]).status, 200, "a repetition is none")
        same(client.request(OTHER, listing, HOST)[1].status, 201)
        client.decide(HOST, asked[0][0]["id"], "declined")
        same(client.request(GUEST, listing, HOST)[1].status, 201)
        client.withdraw(GUEST, asked[1][0]["id"])
        same(client.request(GUEST, listing, HOST)[1].status, 201)
        same(client.request(GUEST, listing, HOST)[1].problem, "too-many-open")


@tap.story
def signed_reads():
    """a private read is signed for its URL and its time, whatever Host says"""
    with Server("--public-url", ORIGIN) as server:
        client = server.client
        path = "/v1/inbox?after="

        def read(url=ORIGIN + path, method="GET", now=NOW_S, key=GUEST, **fields):
            return client.ask("GET", path, headers={**key.sign_read(method, url, now), **fields})
        same(read().status, 200)
        same(read(Host="elsewhere.example").status, 200)
        same(read(now=NOW_S - 300).status, 200)
        same(read(now=NOW_S - 301).problem, "signature-expired")
        same(read(now=NOW_S + 301).problem, "signature-expired")
        for wrong in (dict(url=server.url + path), dict(method="PUT"), dict(url=ORIGIN + "/v1/inbox")):
            same(read(**wrong).problem, "bad-signature", wrong)
        same(read(Signature="sig1=:AAAA:").problem, "bad-signature")
        same(client.get(path).problem, "bad-signature")
        for query in ("wait=26", "wait=-1", "after=x/y", "more=1"):
            way = "/v1/inbox?" + query
            same(client.ask("GET", way, headers=GUEST.sign_read("GET", ORIGIN + way, NOW_S)).problem, "invalid", query)


@tap.story
def inbox():
    """a long poll answers when a letter comes, when its time is over, and when the server stops"""
    server = Server("--admin", "127.0.0.1:0")
    with server:
        client = server.client
        listing = client.open_space(HOST, [(500, 500)] * 5)
        cursor = client.read_as(HOST, "/v1/inbox").json["cursor"]
        answers = []

        def wait(seconds, key=HOST):
            start = time.monotonic()
            path = f"/v1/inbox?after={cursor}&wait={seconds}"
            answer = Client(server.url).read_as(key, path)
            answers.append((answer.status, len(answer.json["items"]), time.monotonic() - start))
        thread = threading.Thread(target=wait, args=(25,))
        stranger = threading.Thread(target=wait, args=(1, OTHER))
        thread.start()
        stranger.start()
        stranger.join()
        same(answers[0][:2], (200, 0), "nothing came in a second")
        assert 0.9 < answers[0][2] < 20, answers
        client.request(GUEST, listing, HOST)
        thread.join()
        same(answers[1][:2], (200, 1))
        assert answers[1][2] < 20, answers
        wait(25)
        same(answers[2][:2], (200, 1), "what is there is told at once")

        cursor = client.read_as(HOST, "/v1/inbox").json["cursor"]
        threads = [threading.Thread(target=wait, args=(25,)) for _ in range(20)]
        for thread in threads:
            thread.start()
        while server.get_metric("foyer_inbox_waiting") < 20:
            pass
        same(server.stop(), 0)
        for thread in threads:
            thread.join()
        for status, items, seconds in answers[3:]:
            same((status, items), (200, 0))
            assert seconds < 10, seconds


@tap.story
def kept_for_a_week():
    """seven days after the day the boxes are gone, and the answers are still the same"""
    server = Server()
    with server:
        client = server.client
        listing = client.open_space(HOST, [(9, 9)] * 5)
        paper, first = client.request(GUEST, listing, HOST)
        later, _ = client.request(GUEST, listing, HOST, day=day(2))
        client.decide(HOST, paper["id"])
        url = server.url
        server.stop()
        server.now = "2026-12-05T09:00:00+01:00"
        server.args = ("--no-limits", "--public-url", url)
        server.start()
        client = server.client
        now = NOW_S + 9 * 86400
        path = f"/v1/bookings/{paper['id']}"
        view = client.ask("GET", path, headers=GUEST.sign_read("GET", url + path, now)).json
        same((view["state"], view["items"]), ("confirmed", []))
        page = client.ask("GET", "/v1/inbox", headers=HOST.sign_read("GET", url + "/v1/inbox", now)).json
        same([item["envelope"] for item in page["items"]], [json.loads(GUEST.sign(later))])
        again = client.put(GUEST, path, paper)
        same((again.status, again.body), (200, first.body))
        with open(server.db, "rb") as file:
            assert HOST.sign(papers.decision(paper["id"])) not in file.read()


@tap.story
def allotment():
    """seats that were handed over are booked at once, and come back by a recall only"""
    with Server() as server:
        client = server.client
        listing = client.open_space(HOST, [(1, 1)] * 3)
        path = f"/v1/listings/{listing}/allotment"
        recall = lambda rev: client.ask("POST", f"{path}/recall", HOST.sign(papers.notice("recall", listing, rev)))
        same(recall(1).problem, "not-found")
        same(client.put(OTHER, path, papers.allotment(listing, [(1, 1)])).problem, "not-yours")
        days = [None, (2, 1), (0, 5)]
        same(client.put(HOST, path, papers.allotment(listing, days)).status, 201)
        same(client.put(HOST, path, papers.allotment(listing, days)).status, 200)
        same(client.put(HOST, path, papers.allotment(listing, days, rev=2)).problem, "bad-state")
        same(client.get(f"/v1/listings/{listing}/availability").json["view"]["days"][1], {"day": day(1), "open": True, "am": 3, "pm": 2})
        result = client.get(f"/v1/listings?near=45.76,4.84&day={day(1)}").json["items"][0]
        same((result["seats_left"], result["week"][3]["am"]), (2, 3))

        paper, first = client.request(GUEST, listing, HOST)
        same((first.status, first.json["state"]), (201, "confirmed"))
        same(client.put(GUEST, f"/v1/bookings/{paper['id']}", paper).body, first.body)
        same(client.request(GUEST, listing, HOST)[1].json["state"], "requested", "the rest is the host's to give")
        same(client.request(GUEST, listing, HOST, part="am")[1].json["state"], "confirmed")
        same(kinds(client.read_as(HOST, "/v1/inbox").json), ["request"] * 3)
        same(client.withdraw(GUEST, paper["id"]).json["state"], "cancelled")

        answer = recall(3)
        same((answer.status, answer.json["left"]), (201, [{"day": day(1), "am": 0, "pm": 0}, {"day": day(2), "am": 0, "pm": 5}]))
        same((recall(3).status, recall(3).body), (200, answer.body))
        same(client.request(GUEST, listing, HOST, day=day(2), part="pm")[1].json["state"], "requested")
        same(client.put(HOST, path, papers.allotment(listing, days, rev=2)).problem, "stale")
        same(client.put(HOST, path, papers.allotment(listing, days, rev=4)).status, 201)
        same(client.request(GUEST, listing, HOST)[1].json["state"], "confirmed")


tap.main()
