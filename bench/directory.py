# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the directory answers, beside fastify with better-sqlite3 on the same rows.

Searches are timed by the directory itself, in its handlers (/metrics): what the machine's
other programs do is in it, what wrk does is not.
"""
import http.client
import json
import os
import random
import re
import sqlite3
import statistics
import subprocess
import tempfile
import urllib.parse

import programs
from driver import build

FOYER_DIRECTORY = os.path.join(build.BUILD, "src", "directory", "foyer-directory")
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "directory")
PEER = ("fastify@4.29.1", "better-sqlite3@12.6.2")
CACHE = os.path.join(os.environ.get("XDG_CACHE_HOME", os.path.expanduser("~/.cache")), "foyer-bench", "-".join(PEER))
LISTINGS = 100_000
IDS = 2000
ROUNDS = 5
SECONDS = 3
# What the listing costs less than the peer, at least; what a search may take, in ms.
TIMES_THE_PEER = 1.5
SEARCH_MS = 3.0
# So many searches at once.
SEARCHERS = 2
TAGS = ("wifi", "quiet", "garden", "piano", "phone-booth", "step-free", "whiteboard", "tea", "sauna")
WORDS = ("jardin", "calme", "wifi", "fibre", "café", "piano", "terrasse", "chat", "salle calme", "table jardin", "bureau écran",
         "jar", "c", "atel", "meule", "tomates", "Paris", "Lyon", "xylophone")
PARIS = "near=48.855,2.35&radius=50000"
NO_ID = "00000000-0000-4000-8000-000000000000"


def _make_peer():
    """The modules, fetched once; the one in C++ is built against this machine's node."""
    modules = os.path.join(CACHE, "node_modules")
    if not os.path.exists(os.path.join(modules, "better-sqlite3", "build", "Release", "better_sqlite3.node")):
        os.makedirs(CACHE, exist_ok=True)
        subprocess.run(["npm", "install", "--prefix", CACHE, "--no-audit", "--no-fund", "--ignore-scripts", *PEER],
                       check=True, stdout=subprocess.DEVNULL)
        plain = {name: value for name, value in os.environ.items() if name not in ("CFLAGS", "CXXFLAGS", "CPPFLAGS")}
        subprocess.run(["node-gyp", "rebuild", "--release", "--nodedir=/usr/include/nodejs"], check=True, env=plain,
                       cwd=os.path.join(modules, "better-sqlite3"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return modules


class _Serving:
    """A program that says where it listens."""

    def __init__(self, *argv):
        self.process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        env={**os.environ, "FOYER_NOW": programs.NOW})
        self.url = self._read_url()
        self.admin = self._read_url() if "--admin" in argv else None

    def _read_url(self):
        return self.process.stdout.readline().decode().split()[1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()

    def get(self, path, url=None):
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(url or self.url).netloc)
        connection.request("GET", path)
        answer = connection.getresponse().read()
        connection.close()
        return answer

    def count_searches(self):
        """How many took at most so many microseconds."""
        text = self.get("/metrics", self.admin).decode()
        steps = re.findall(r'microseconds_bucket\{route="GET /v1/listings",le="([^"]+)"\} (\d+)', text)
        return {float(most): int(count) for most, count in steps}

    def time_searches(self, paths):
        """Within how many milliseconds 99 of 100 were answered, a step of the histogram."""
        before = self.count_searches()
        self.ask(paths, SEARCHERS)
        counts = {most: count - before[most] for most, count in self.count_searches().items()}
        return min(most for most, count in counts.items() if count >= 0.99 * counts[float("inf")]) / 1000

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
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE listing(id TEXT PRIMARY KEY, rev INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID")
        for path in paths:
            body = serving.get(path).decode()
            db.execute("INSERT INTO listing VALUES (?, ?, ?)", (path.rsplit("/", 1)[1], json.loads(body)["view"]["rev"], body))
    db.close()
    return database


def _ask_something(chance, points):
    """What people may ask: where others live, mostly for themselves, some with a wish."""
    lat, lon = chance.choice(points)
    step = lambda degrees: round((degrees + chance.gauss(0, 0.02)) * 200) / 200      # as the application asks
    query = {"near": f"{step(lat):.3f},{step(lon):.3f}", "radius": chance.choice((1000, 2000, 5000, 5000, 10000, 10000, 20000, 50000)),
             "limit": chance.choice((20, 20, 20, 50))}
    wishes = {"day": (0.95, lambda: f"2026-{chance.choice(('11-27', '11-30', '12-02', '12-03', '12-09', '12-17', '12-24'))}"),
              "part": (0.3, lambda: chance.choice(("am", "pm"))),
              "seats": (0.25, lambda: chance.choice((2, 2, 2, 3, 4, 6, 12, 40))),
              "kind": (0.25, lambda: chance.choice(("home", "home", "coworking", "third-place"))),
              "tag": (0.2, lambda: chance.choice(TAGS)),
              "q": (0.3, lambda: chance.choice(WORDS)),
              "cursor": (0.15, lambda: f"{chance.randrange(query['radius'])}.{NO_ID}")}
    query.update((name, make()) for name, (odds, make) in wishes.items() if chance.random() < odds)
    return "/v1/listings?" + urllib.parse.urlencode(query)


def _make_searches(database):
    chance = random.Random(7)
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
        points = [(lat / 1e6, lon / 1e6) for lat, lon in db.execute("SELECT lat_e6, lon_e6 FROM listing ORDER BY id")]
    return [_ask_something(chance, points) for _ in range(4000)]


def _make_hard_searches():
    """What looks at everything around Paris and finds next to nothing, or the last of it."""
    wishes = ("q=xylophone", "q=piano+xylophone", "q=z", "tag=castle", "tag=castle&q=jardin", "seats=500", "seats=60", "seats=60&kind=home",
              "q=jardin&kind=third-place&seats=9", "q=piano+phone", f"cursor=30000.{NO_ID}", f"cursor=49000.{NO_ID}",
              f"cursor=45000.{NO_ID}&q=wifi")
    return [f"/v1/listings?{PARIS}&day={day}&limit=50&{wish}" for day in ("2026-11-30", "2026-12-24", "2027-01-25") for wish in wishes]


def directory():
    """Listings by id against the peer, rounds interleaved; and searches among 100,000 listings."""
    modules = _make_peer()
    with tempfile.TemporaryDirectory() as folder:
        database = _make_database(folder)
        with _Serving(FOYER_DIRECTORY, "serve", "--listen", "127.0.0.1:0", "--admin", "127.0.0.1:0", "--db", database, "--no-limits") as foyer:
            paths = [f"/v1/listings/{listing}" for listing in _choose_ids(database)]
            listings = _write_lines(folder, "listings", paths)
            searches = _write_lines(folder, "searches", _make_searches(database))
            hard = _write_lines(folder, "hard", _make_hard_searches())
            with _Serving("node", os.path.join(HERE, "peer.js"), modules, _fill_peer(folder, foyer, paths)) as peer:
                rounds = [(foyer.ask(listings, 64), peer.ask(listings, 64)) for _ in range(ROUNDS + 1)][1:]
            found = [(foyer.time_searches(searches), foyer.time_searches(hard)) for _ in range(ROUNDS + 1)][1:]
    # As time per request, so that less is better here as everywhere.
    cost, floor = (statistics.median(1e6 / pair[side]["requests_s"] for pair in rounds) for side in (0, 1))
    search, hard_search = (statistics.median(pair[side] for pair in found) for side in (0, 1))
    return [("listing by id", cost, floor, 1 / TIMES_THE_PEER, "us"),
            ("search p99", search, SEARCH_MS, 1.0, "ms"),
            ("hard search p99", hard_search, SEARCH_MS, 1.0, "ms")]
