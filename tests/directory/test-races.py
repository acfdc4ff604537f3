#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sixty-four clients at once, for the last seat and for the same id."""
import collections
import os
import random
import threading

from desk import tap
from desk.tap import same
from driver import papers
from driver.papers import HOST, Key
from driver.server import Client, Server

CLIENTS = 64
ROUNDS = 200


class Crowd:
    """Clients that all do the same thing at the same moment, round after round."""

    def __init__(self, url):
        self.clients = [Client(url) for _ in range(CLIENTS)]
        self.keys = [Key() for _ in range(CLIENTS)]
        self.start, self.end = threading.Barrier(CLIENTS + 1), threading.Barrier(CLIENTS + 1)
        self.act, self.answers, self.failure = None, [None] * CLIENTS, None
        self.threads = [threading.Thread(target=self.run, args=(number,), daemon=True) for number in range(CLIENTS)]
        for thread in self.threads:
            thread.start()

    def run(self, number):
        while True:
            self.start.wait()
            if self.act is None:
                return
            try:
                self.answers[number] = self.act(self.clients[number], number)
            except Exception as failure:
                self.failure = failure
            self.end.wait()

    def all(self, act):
        self.act = act
        self.start.wait()
        self.end.wait()
        if self.failure is not None:
            raise self.failure
        return list(self.answers)

    def leave(self):
        self.act = None
        self.start.wait()
        for thread in self.threads:
            thread.join()
        for client in self.clients:
            client.close()


def race(server, rounds):
    """Returns how many seats each round sold beyond what was handed over."""
    crowd, chance, sold_beyond = Crowd(server.url), random.Random(7), []
    for number in range(rounds):
        am, pm = chance.choice(((1, 1), (1, 3), (5, 5), (20, 2), (63, 63)))
        listing = server.client.open_space(HOST, [(0, 0), (0, 0)])
        server.client.put(HOST, f"/v1/listings/{listing}/allotment", papers.allotment(listing, [None, (am, pm)]))
        parts = [chance.choice(("full", "am", "pm")) for _ in range(CLIENTS)]
        asked = [crowd.keys[i].sign(papers.request(listing, HOST, server.url, part=part)) for i, part in enumerate(parts)]
        ids = [papers.json.loads(papers.base64.urlsafe_b64decode(papers.json.loads(body)["payload"] + "=="))["id"] for body in asked]
        put = lambda client, i: client.ask("PUT", f"/v1/bookings/{ids[i]}", asked[i])
        answers = crowd.all(put)
        held = collections.Counter()
        for part, answer in zip(parts, answers):
            if answer.status == 409:
                same(answer.problem, "full")
                continue
            same((answer.status, answer.json["state"]), (201, "confirmed"))
            for half in ("am", "pm"):
                held[half] += part in (half, "full")
        sold_beyond.append(max(held["am"] - am, held["pm"] - pm))
        left = {"am": am - held["am"], "pm": pm - held["pm"]}
        for part, answer in zip(parts, answers):
            if sold_beyond[-1] <= 0 and answer.status == 409:
                assert min(left[half] for half in ("am", "pm") if part in (half, "full")) == 0, (part, left)
        if number % 20 == 0 and sold_beyond[-1] <= 0:
            again = crowd.all(put)
            for first, second in zip(answers, again):
                same((second.status, second.body if second.status == 200 else b""), (200, first.body) if first.status == 201 else (409, b""))
    crowd.leave()
    return sold_beyond


@tap.story
def last_seats():
    """64 clients, 200 rounds: what was handed over is confirmed, to the last seat and not one more"""
    with Server() as server:
        same(max(race(server, ROUNDS)), 0)


@tap.story
def without_guard():
    """the same race sells too much when the guard is off: the test can see it"""
    with Server(program=os.environ["FOYER_DIRECTORY_UNGUARDED"]) as server:
        assert max(race(server, 8)) > 0


@tap.story
def one_id():
    """64 clients with one id: one booking, one listing, and the same answer for the same bytes"""
    with Server() as server:
        crowd = Crowd(server.url)
        listing = server.client.open_space(HOST, [(500, 500)] * 3)
        for _ in range(20):
            paper = papers.request(listing, HOST, server.url)
            body = Key().sign(paper)
            answers = crowd.all(lambda client, i: client.ask("PUT", f"/v1/bookings/{paper['id']}", body))
            same(collections.Counter(answer.status for answer in answers), {201: 1, 200: CLIENTS - 1})
            same(len({answer.body for answer in answers}), 1)
            other = papers.request(listing, HOST, server.url)
            answers = crowd.all(lambda client, i: client.put(crowd.keys[i], f"/v1/bookings/{other['id']}", other))
            same(collections.Counter(answer.status for answer in answers), {201: 1, 409: CLIENTS - 1})
            same({answer.problem for answer in answers if answer.status == 409}, {"taken"})
            place = papers.listing()
            answers = crowd.all(lambda client, i: client.put(HOST, f"/v1/listings/{place['id']}", {**place, "name": f"Nr. {i}"}, If_None_Match="*"))
            same(collections.Counter(answer.status for answer in answers), {201: 1, 412: CLIENTS - 1})
            answers = crowd.all(lambda client, i: client.decide(HOST, paper["id"], ("confirmed", "declined")[i % 2]))
            same(collections.Counter(answer.status for answer in answers), {201: 1, 200: CLIENTS // 2 - 1, 409: CLIENTS // 2})
        crowd.leave()


@tap.story
def shared_commits():
    """writes that wait together share a commit"""
    with Server("--admin", "127.0.0.1:0") as server:
        crowd = Crowd(server.url)
        listing = server.client.open_space(HOST, [(500, 500)] * 3)
        for _ in range(4):
            for answer in crowd.all(lambda client, i: client.request(crowd.keys[i], listing, HOST)[1]):
                same(answer.status, 201)
        crowd.leave()
        writes, commits = server.get_metric("foyer_writes_total"), server.get_metric("foyer_commits_total")
        assert writes == 258 and commits < writes, (writes, commits)


tap.main()
