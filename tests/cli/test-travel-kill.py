#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""kill -9 of either end on the way: what was acknowledged is there afterwards, and nothing twice.

FOYER_SEED=n goes a way again as far as the moments of the kills allow, FOYER_KILLS=n is how many.
"""
import base64
import contextlib
import datetime
import json
import os
import random
import signal
import sqlite3
import subprocess
import time
import urllib.request

from desk import tap
from desk.directory import Directory
from desk.profile import FOYERCTL, Profile
from desk.tap import same

KILLS = int(os.environ.get("FOYER_KILLS", "200"))
SEED = int(os.environ.get("FOYER_SEED", "11"))
GUESTS = 5
SEATS = 3                                        # less than there are guests: some days are full
DAYS = ("2026-11-27", "2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-07",
        "2026-12-08", "2026-12-09", "2026-12-10")
HALVES = {"am": {"am"}, "pm": {"pm"}, "full": {"am", "pm"}}
PARTS = {1: "am", 2: "pm", 3: "full"}

# What a rule may refuse on the way; anything else is a mistake.
REFUSALS = {
    "request": {"already-booked", "full"},
    "accept": {"not-found", "bad-state", "full"},
    "decline": {"not-found", "bad-state"},
    "cancel": {"not-found", "bad-state"},
    "undo": {"bad-state", "nothing-to-undo"},
}

# A fate is what the host and the guest have each done about one booking. These are the rows that
# both may end with: the booking of the host, and the seat of the guest. What nobody sent the other
# cannot have answered.
ENDS = {
    ("requested", "asked"): {("requested", "requested")},
    ("confirmed", "asked"): {("confirmed", "confirmed")},
    ("declined", "asked"): {("declined", "declined")},
    ("cancelled", "asked"): {("cancelled", "cancelled"), ("cancelled", "declined")},
    ("requested", "left"): {("withdrawn", "withdrawn"), (None, "withdrawn")},
    ("confirmed", "left"): {("withdrawn", "withdrawn"), ("cancelled", "cancelled")},
    ("declined", "left"): {("declined", "declined"), ("withdrawn", "withdrawn")},
    ("cancelled", "left"): {("cancelled", "cancelled"), ("cancelled", "declined"), ("cancelled", "withdrawn"),
                            ("withdrawn", "withdrawn")},
    ("requested", "gone"): {(None, None)},
}


class Seat:
    """One booking, and every fate that what is known of it leaves open."""

    def __init__(self, guest, day, part):
        self.guest, self.day, self.part = guest, day, part
        self.fates = {("requested", "asked")}

    def move(self, side, word, sure):
        """One side has said @word, or perhaps has."""
        moved = {(word, guest) if side == "host" else (host, word) for host, guest in self.fates}
        self.fates = moved if sure else self.fates | moved

    def ends(self):
        return set().union(*(ENDS.get(fate, ()) for fate in self.fates))


class Actor:
    """A profile, and what it did last as far as that can be taken back."""

    def __init__(self, name):
        self.name, self.profile = name, Profile()
        self.side = "host" if name == "host" else "guest"
        self.last = None                          # (verb, seat, the word before)
        self.running = None                       # (process, arguments, what to note)

    def start(self, note, *args):
        process = subprocess.Popen([FOYERCTL, "--json", *args], env=self.profile.environ(), stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.running = (process, args, note)
        return process

    def end(self):
        """Returns: the answer (None: nobody knows), and whether it was killed"""
        process, args, note = self.running
        out, err = process.communicate(timeout=120)
        self.running = None
        killed = process.returncode == -signal.SIGKILL
        answer = json.loads(out) if out.endswith(b"\n") else None
        if not killed:
            assert process.returncode in (0, 1, 69), f"{self.name} {args}: {process.returncode} {err.decode()}"
            assert b"**" not in err, err.decode()
        if answer is not None and "error" in answer:
            code = answer["error"]["code"]
            assert code in REFUSALS.get(args[0], ()), f"{self.name} {args}: {answer}"
            answer = {}
        note(answer)
        return killed


class Way:
    """A host with a few seats, guests, a directory, and the journal of what was acknowledged."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.directory = Directory("--no-limits")
        self.host = Actor("host")
        self.guests = [Actor(f"guest {number}") for number in range(GUESTS)]
        self.seats = {}                           # by id
        self.maybe = []                           # (guest, day, part) of requests without an answer
        self.abouts = {"A table."}                # what the space may say of itself
        self.took = 0.2                           # seconds of a command, about
        self.acknowledged = 0
        home = self.host.profile
        self.space = home.ask("space", "add", "--name", "Chez Zoé", "--kind", "coworking", "--seats", str(SEATS),
                              "--city", "Lyon", "--postcode", "69003", "--price", "4", "--about", "A table.")["id"]
        home.ask("open", self.space, "Mon-Fri 09:00-18:00")
        self.listing = home.ask("publish", self.space, "--directory", self.directory.url)["id"]

    # ---- one step of somebody ----

    def offline(self):
        return ("--offline",) if self.chance.random() < 0.3 else ()

    def sync(self, actor):
        return actor.start(lambda answer: None, "sync")

    def request(self, guest, *options):
        day, part = self.chance.choice(DAYS), self.chance.choice(tuple(HALVES))

        def note(answer):
            guest.last = None
            if answer is None:
                self.maybe.append((guest, day, part))
            elif answer:
                assert answer["id"] not in self.seats, "an id twice"
                seat = self.seats[answer["id"]] = Seat(guest, day, part)
                guest.last = ("request", answer["id"], "gone", seat)
                self.acknowledged += 1
        return guest.start(note, "request", self.listing, day, "--directory", self.directory.url, "--name", guest.name,
                           "--part", part, *options)

    def act(self, actor, verb, name, word, *options):
        """@verb on the seat @name, which lets @word be said of it."""
        seat = self.seats[name]
        before = {host if actor.side == "host" else guest for host, guest in seat.fates}

        def note(answer):
            actor.last = None
            if answer == {}:
                return
            seat.move(actor.side, word, answer is not None)
            if answer is not None:
                self.acknowledged += 1
                if len(before) == 1:
                    actor.last = ("withdraw" if (verb, actor.side) == ("cancel", "guest") else verb, name,
                                  before.pop(), seat)
        return actor.start(note, verb, name, *options)

    def undo(self, actor):
        verb, name, word, seat = actor.last

        def note(answer):
            actor.last = None
            if answer == {}:
                return
            if answer is not None:
                same(answer, {"undone": verb, "id": name})
                self.acknowledged += 1
            seat.move(actor.side, word, answer is not None)
        return actor.start(note, "undo")

    def edit(self):
        about = f"Table number {self.chance.randrange(1_000_000_000)}."

        def note(answer):
            self.host.last = None
            self.abouts = {about} if answer else self.abouts | {about}
            self.acknowledged += answer is not None
        return self.host.start(note, "space", "edit", self.space, "--about", about)

    def pick(self, side, *words, guest=None):
        """A seat that may be under one of @words on one side."""
        index = 0 if side == "host" else 1
        names = [name for name, seat in self.seats.items()
                 if (guest is None or seat.guest is guest) and any(fate[index] in words for fate in seat.fates)
                 and not any(fate[1] == "gone" for fate in seat.fates)]
        return self.chance.choice(names[-20:]) if names else None

    def step_host(self):
        host, dice = self.host, self.chance.random()
        if host.last is not None and dice < 0.3:
            return self.undo(host)
        asked, kept = self.pick("host", "requested"), self.pick("host", "confirmed")
        dice = self.chance.random()
        if asked is not None and dice < 0.4:
            return self.act(host, "accept", asked, "confirmed", *self.offline())
        if asked is not None and dice < 0.5:
            return self.act(host, "decline", asked, "declined", *self.offline())
        if kept is not None and dice < 0.6:
            return self.act(host, "cancel", kept, "cancelled", *self.offline())
        if dice < 0.68:
            return self.edit()
        if dice < 0.72:
            return host.start(lambda answer: None, "publish", self.space, "--directory", self.directory.url)
        return self.sync(host)

    def step_guest(self, guest):
        dice = self.chance.random()
        if guest.last is not None and dice < 0.25:
            return self.undo(guest)
        mine = self.pick("guest", "asked", guest=guest)
        dice = self.chance.random()
        if mine is not None and dice < 0.2:
            return self.act(guest, "cancel", mine, "left", *self.offline())
        if dice < 0.75:
            return self.request(guest, *self.offline())
        return self.sync(guest)

    # ---- rounds ----

    def round(self, victim):
        """Host and guest at once, and @victim dies somewhere on the way; whether it did."""
        guest = self.chance.choice(self.guests)
        began = time.monotonic()
        processes = {"host": self.step_host(), "guest": self.step_guest(guest), "server": None}
        moment = self.chance.uniform(0, self.took)
        if victim is not None:
            try:
                (processes[victim] or processes["guest"]).wait(timeout=moment)
            except subprocess.TimeoutExpired:
                pass
        if victim == "server":
            self.directory.stop(signal.SIGKILL)
            self.directory.start()
        elif victim is not None:
            processes[victim].kill()
        killed = {"host": self.host.end(), "guest": guest.end(), "server": True}
        if victim is None:
            self.took = (3 * self.took + time.monotonic() - began) / 4
        return victim is not None and killed[victim]

    def settle(self):
        """Everybody speaks until nothing moves any more."""
        for _ in range(20):
            results = [actor.profile.run("--json", "sync") for actor in (*self.guests, self.host)]
            reports = [json.loads(result.out) for result in results]
            crowded = [result.err for result in results if result.status != 0]
            if not crowded and not any(any(report.values()) for report in reports):
                return
            if crowded:
                self.make_room()
        waiting = {actor.name: self.rows(actor, "SELECT kind, subject, rev, attempts, refused, trouble FROM post")
                   for actor in (self.host, *self.guests)}
        raise AssertionError(f"it does not come to rest: {reports}, {crowded}, {waiting}")

    def make_room(self):
        """A directory lets a guest have no more than five requests open."""
        home = self.host.profile
        for request in home.ask("today", self.space)["requests"]:
            name = request["booking"]
            same(home.ask("decline", name, "--offline")["state"], "declined")
            self.seats.setdefault(name, None)
            if self.seats[name] is not None:
                self.seats[name].move("host", "declined", True)

    # ---- afterwards ----

    def check(self):
        for actor in (self.host, *self.guests):
            same(actor.profile.ask("check"), {"ok": True, "problems": []}, actor.name)
            same(self.rows(actor, "SELECT kind, subject, trouble FROM post"), [], f"{actor.name}: what waits")
        bookings = self.rows(self.host, "SELECT uid, state, day, part FROM booking WHERE deleted_at = 0")
        kept = {row[0]: row[1] for row in bookings}
        same(len(kept), len(bookings), "an id twice at the host")
        mine = {}
        for guest in self.guests:
            for seat in guest.profile.ask("seats"):
                assert seat["id"] not in mine, "an id twice at the guests"
                mine[seat["id"]] = (guest, seat)
        self.check_steps(kept, mine)
        self.check_seats([(row[2], PARTS[row[3]]) for row in bookings if row[1] == "confirmed"])
        self.check_seats([(seat["day"], seat["part"]) for _, seat in mine.values() if seat["state"] == "confirmed"])
        self.check_directory(set(kept) | set(mine))

    def rows(self, actor, query):
        with contextlib.closing(sqlite3.connect(f"file:{actor.profile.database}?mode=ro", uri=True)) as db:
            return db.execute(query).fetchall()

    def check_steps(self, kept, mine):
        """The rows of both against the journal."""
        full = {row[0] for guest in self.guests
                for row in self.rows(guest, "SELECT uid FROM my_seat WHERE trouble = 'full'")}
        maybe = list(self.maybe)
        for name in sorted(set(kept) | set(mine) | set(self.seats)):
            guest, row = mine.get(name, (None, {"state": None}))
            seat = self.seats.get(name)
            end = (kept.get(name), row["state"])
            # The directory had no seat left for it, and said so.
            if name in full and end == (None, "declined"):
                continue
            if seat is None:
                same(guest is not None, True, f"{name}: a booking that nobody asked for")
                wanted = (guest, row["day"], row["part"])
                assert wanted in maybe, f"{name}: nobody asked for {guest.name} {row}"
                maybe.remove(wanted)              # each was asked for once
                seat = Seat(guest, row["day"], row["part"])
                if name in self.seats:
                    seat.move("host", "declined", True)
            if guest is not None:
                same((guest, row["day"], row["part"]), (seat.guest, seat.day, seat.part), name)
            assert end in seat.ends(), f"{name}: {seat.fates} ended as {end}"
        for guest in self.guests:
            taken = [(seat["day"], half) for other, seat in mine.values() for half in HALVES[seat["part"]]
                     if other is guest and seat["state"] in ("requested", "confirmed")]
            same(len(taken), len(set(taken)), f"{guest.name} sits on one chair")

    def check_seats(self, confirmed):
        held = [(day, half) for day, part in confirmed for half in HALVES[part]]
        for one in set(held):
            assert held.count(one) <= SEATS, f"{one}: {held.count(one)} of {SEATS} seats"

    def read(self, path):
        with urllib.request.urlopen(f"{self.directory.url}/v1/listings/{self.listing}{path}", timeout=120) as answer:
            payload = json.load(answer)["envelope"]["payload"]
        return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))

    def check_directory(self, known):
        assert self.read("")["about"] in self.abouts, f"{self.read('')['about']} is none of {self.abouts}"
        home = self.host.profile
        here = {day["day"]: (day["am_free"], day["pm_free"])
                for day in home.ask("availability", self.space, "--from", DAYS[0], "--days", "14")}
        told = self.read("/availability")
        first = datetime.date.fromisoformat(told["from"])
        there = {str(first + datetime.timedelta(number)): (day["am"], day["pm"])
                 for number, day in enumerate(told["days"]) if day is not None}
        same({day: there.get(day) for day in DAYS}, {day: here[day] for day in DAYS}, "the free seats")
        self.directory.stop()
        database = f"file:{self.directory.base}/directory.db?mode=ro"
        with contextlib.closing(sqlite3.connect(database, uri=True)) as db:
            same(db.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            asked = [bytes(row[0]).hex() for row in db.execute("SELECT uid FROM booking")]
        same(len(asked), len(set(asked)), "an id twice at the directory")
        assert set(asked) <= {name.replace("-", "") for name in known}, "bookings that nobody knows"
        self.directory.start()


@tap.story
def killed():
    """200 kills of server, host and guests: each acknowledged step is there, and nothing twice"""
    way = Way(SEED)
    kills = {"server": 0, "host": 0, "guest": 0}
    for _ in range(4):
        way.round(None)
    while sum(kills.values()) < KILLS:
        victim = way.chance.choice(("server", "host", "host", "guest", "guest", None))
        if way.round(victim):
            kills[victim] += 1
    way.settle()
    way.check()
    ends = [row[0] for row in way.rows(way.host, "SELECT state FROM booking")]
    print(f"# seed {SEED}: killed {kills}; {way.acknowledged} steps acknowledged, {len(way.maybe)} requests unknown; "
          f"{ {state: ends.count(state) for state in sorted(set(ends))} }", flush=True)
    assert way.acknowledged >= KILLS / 4 and ends.count("confirmed") > 0, "too little was acknowledged"


def lose(actor, kind):
    with contextlib.closing(sqlite3.connect(actor.profile.database, autocommit=True)) as db:
        same(db.execute("DELETE FROM post WHERE kind = ?", (kind,)).rowcount, 1, f"a {kind} waits")


def caught(way):
    way.settle()
    try:
        way.check()
    except AssertionError as found:
        assert " ended as " in str(found), found
        return
    raise AssertionError("a planted loss is not seen")


@tap.story
def lost():
    """the control: a request or an acceptance that is taken out of the outbox is missed"""
    way = Way(SEED)
    guest = way.guests[0]

    def acknowledged(process, actor):
        process.wait(timeout=120)
        actor.end()
    acknowledged(way.request(guest, "--offline"), guest)
    lose(guest, "request")
    caught(way)

    way = Way(SEED)
    guest = way.guests[0]
    acknowledged(way.request(guest), guest)
    way.settle()
    way.check()
    acknowledged(way.act(way.host, "accept", next(iter(way.seats)), "confirmed", "--offline"), way.host)
    lose(way.host, "decision")
    caught(way)


tap.main()
