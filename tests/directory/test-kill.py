#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""kill -9 at random moments: what was acknowledged is there, and nothing twice."""
import os
import random
import signal
import sqlite3
import threading

from desk import tap
from desk.tap import same
from driver import papers
from driver.papers import HOST, Key
from driver.server import NOW_S, Client, Server

KILLS = int(os.environ.get("FOYER_KILLS", "200"))
WRITERS = 6
ORIGIN = "https://foyer.example"


class Writer:
    """A guest that asks without end; after each start it first repeats what it does not know."""

    def __init__(self, listing, progress):
        self.listing, self.key, self.progress = listing, Key(), progress
        self.acknowledged, self.withdrawn = {}, []
        self.unknown, self.failure, self.running = None, None, False

    def write(self, client, paper, body):
        self.unknown = (paper, body)
        answer = client.ask("PUT", f"/v1/bookings/{paper['id']}", body)
        assert answer.status in (200, 201), answer.body
        with self.progress:
            self.acknowledged[paper["id"]] = answer.body
            self.progress.notify()
        withdrawn = client.withdraw(self.key, paper["id"])
        assert withdrawn.status in (200, 201), withdrawn.body
        self.withdrawn.append(paper["id"])
        self.unknown = None

    def run(self, url):
        client = Client(url)
        try:
            if self.unknown is not None:
                self.write(client, *self.unknown)
            while True:
                paper = papers.request(self.listing, HOST, ORIGIN)
                self.write(client, paper, self.key.sign(paper))
        except OSError:
            pass
        except Exception as failure:             # a half answer is none
            if type(failure).__module__ != "http.client":
                self.failure = failure
        finally:
            client.close()
            with self.progress:
                self.running = False
                self.progress.notify()


def check_rows(server, writers):
    with sqlite3.connect(f"file:{server.db}?mode=ro", uri=True) as db:
        same(db.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        same(db.execute("PRAGMA foreign_key_check").fetchall(), [])
        ids = {bytes(row[0]).hex() for row in db.execute("SELECT uid FROM booking")}
        asked, twice = db.execute("SELECT count(*), count(*) - count(DISTINCT booking) FROM letter WHERE rev = 1").fetchone()
        same((asked, twice), (len(ids), 0), "a booking has one request")
    known = {text.replace("-", "") for writer in writers for text in writer.acknowledged}
    assert known <= ids, f"{len(known - ids)} acknowledged bookings are lost"
    maybe = {writer.unknown[0]["id"].replace("-", "") for writer in writers if writer.unknown}
    assert ids - known <= maybe, "bookings that nobody asked for"


@tap.story
def killed():
    """200 kills among six writers: each acknowledged step is there, each unknown one can be repeated"""
    chance = random.Random(int(os.environ.get("FOYER_SEED", "3")))
    with Server("--public-url", ORIGIN) as server:
        listing = server.client.open_space(HOST, [(500, 500)] * 3)
        progress = threading.Condition()
        writers = [Writer(listing, progress) for _ in range(WRITERS)]
        count = lambda: sum(len(writer.acknowledged) for writer in writers)
        for number in range(KILLS):
            threads = [threading.Thread(target=writer.run, args=(server.url,)) for writer in writers]
            target = count() + chance.randrange(0, 40)
            for writer, thread in zip(writers, threads):
                writer.running = True
                thread.start()
            with progress:
                progress.wait_for(lambda: count() >= target or not any(writer.running for writer in writers), 60)
            same(server.stop(signal.SIGKILL), -signal.SIGKILL)
            for thread in threads:
                thread.join()
            for writer in writers:
                if writer.failure is not None:
                    raise writer.failure
            if number % 10 == 9 or number == KILLS - 1:
                check_rows(server, writers)
            server.start()
        for writer in writers:
            for booking in writer.withdrawn:
                path = f"/v1/bookings/{booking}"
                view = server.client.ask("GET", path, headers=writer.key.sign_read("GET", ORIGIN + path, NOW_S)).json
                same((view["id"], view["state"], view["rev"], len(view["items"])), (booking, "withdrawn", 2, 2))
        assert count() > KILLS


tap.main()
