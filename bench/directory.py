# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the directory answers, beside fastify with better-sqlite3 on the same rows."""
import http.client
import json
import os
import random
import sqlite3
import statistics
import subprocess
import tempfile
import urllib.parse

import programs
from driver import build

FOYER_DIRECTORY = os.path.join(build.BUILD, "src", "directory", "foyer-directory")
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "directory")
CACHE = os.path.join(os.environ.get("XDG_CACHE_HOME", os.path.expanduser("~/.cache")), "foyer-bench")
PEER = ("fastify@4", "better-sqlite3@11")
LISTINGS = 100_000
IDS = 2000
ROUNDS = 5
SECONDS = 3
# What the listing costs less than the peer, at least; what a search may take, in ms.
TIMES_THE_PEER = 1.5
SEARCH_MS = 3.0
TOWNS = ((48.85, 2.35), (45.76, 4.84), (43.30, 5.38), (43.60, 1.44), (47.22, -1.55), (50.63, 3.06), (44.84, -0.58), (48.58, 7.75))


def _make_peer():
    """The modules, fetched once; the one in C++ is built against this machine's node."""
    modules = os.path.join(CACHE, "node_modules")
    if not os.path.exists(os.path.join(modules, "better-sqlite3", "build", "Release", "better_sqlite3.node")):
        subprocess.run(["npm", "install", "--prefix", CACHE, "--no-audit", "--no-fund", "--ignore-scripts", *PEER],
                       check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["node-gyp", "rebuild", "--release", "--nodedir=/usr/include/nodejs"], check=True,
                       cwd=os.path.join(modules, "better-sqlite3"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return modules


class _Serving:
    """A program that says where it listens."""

    def __init__(self, *argv):
        self.process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        env={**os.environ, "FOYER_NOW": programs.NOW})
        self.url = self.process.stdout.readline().decode().split()[1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()

    def get(self, path):
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.url).netloc)
        connection.request("GET", path)
        answer = connection.getresponse().read()
        connection.close()
        return answer

    def ask(self, paths, connections):
        answer = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "-s", os.path.join(HERE, "random.lua"),
                                 self.url, "--", paths], check=True, capture_output=True, text=True).stdout
        figures = json.loads(answer.splitlines()[-1])
        assert figures["errors"] == 0, figures
        return figures


def _make_database(folder):
    database = os.path.join(folder, "directory.db")
    subprocess.run([FOYER_DIRECTORY, "sample", "--db", database, "--seed", "7", "--listings", str(LISTINGS)], check=True,
                   env={**os.environ, "FOYER_NOW": programs.NOW}, stdout=subprocess.DEVNULL)
    return database


def _write_lines(folder, name, lines):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)
    return path


def _choose_ids(database):
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
        rows = [row[0] for row in db.execute("SELECT lower(hex(uid)) FROM listing ORDER BY id")]
    chosen = random.Random(7).sample(rows, min(IDS, len(rows)))
    return ["-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:])) for text in chosen]


def _fill_peer(folder, serving, paths):
    """The same answers, each a row by its id."""
    database = os.path.join(folder, "peer.db")
    with sqlite3.connect(database) as db:
        db.execute("CREATE TABLE listing(id TEXT PRIMARY KEY, rev INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID")
        for path in paths:
            body = serving.get(path).decode()
            db.execute("INSERT INTO listing VALUES (?, ?, ?)", (path.rsplit("/", 1)[1], json.loads(body)["view"]["rev"], body))
    db.close()
    return database


def _make_searches():
    chance, searches = random.Random(7), []
    for _ in range(4000):
        lat, lon = chance.choice(TOWNS)
        day = chance.choice(("2026-11-27", "2026-12-03", "2026-12-10", "2027-01-05"))
        more = chance.choice(("", "", "&part=am", "&seats=2", "&kind=home"))
        searches.append(f"/v1/listings?near={lat + chance.gauss(0, 0.03):.6f},{lon + chance.gauss(0, 0.03):.6f}"
                        f"&radius=10000&day={day}&limit=20{more}")
    return searches


def directory():
    """Listings by id against the peer, rounds interleaved; and searches among 100,000 listings."""
    modules = _make_peer()
    with tempfile.TemporaryDirectory() as folder:
        database = _make_database(folder)
        with _Serving(FOYER_DIRECTORY, "serve", "--listen", "127.0.0.1:0", "--db", database, "--no-limits") as foyer:
            paths = [f"/v1/listings/{listing}" for listing in _choose_ids(database)]
            listings = _write_lines(folder, "listings", paths)
            searches = _write_lines(folder, "searches", _make_searches())
            with _Serving("node", os.path.join(HERE, "peer.js"), modules, _fill_peer(folder, foyer, paths)) as peer:
                rounds = [(foyer.ask(listings, 64), peer.ask(listings, 64)) for _ in range(ROUNDS + 1)][1:]
            found = [foyer.ask(searches, 1) for _ in range(ROUNDS + 1)][1:]
    # As time per request, so that less is better here as everywhere.
    cost, floor = (statistics.median(1e6 / pair[side]["requests_s"] for pair in rounds) for side in (0, 1))
    search = statistics.median(figures["p99_ms"] for figures in found)
    return [("listing by id", cost, floor, 1 / TIMES_THE_PEER, "us"),
            ("search p99", search, SEARCH_MS, 1.0, "ms")]
