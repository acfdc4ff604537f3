#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Facts of a space from a terminal: archived and taken up again, what its price is made of, what only guests read."""
import contextlib
import sqlite3

from desk import tap
from desk.injection import CORPUS
from desk.profile import Profile
from desk.tap import same

FRIDAY = "2026-11-27"
MONDAY = "2026-11-30"
FRENCH = {"LC_ALL": "fr_FR.UTF-8", "LANGUAGE": None}


def names(profile, *options):
    return [space["name"] for space in profile.ask("space", "list", *options)]


def shares(profile):
    with contextlib.closing(sqlite3.connect(profile.database)) as book:
        return book.execute("SELECT shares FROM space").fetchone()[0]


@tap.story
def archived():
    """a space with bookings is archived with --cancel only, and undo gives every seat back"""
    profile = Profile()
    space = profile.add_home("--city", "Lyon", "--postcode", "69003", name="Chez Zoé", seats=2)
    booking = profile.ask("book", space, FRIDAY, "--guest", "Enzo")["id"]
    profile.ask("waiting", "add", space, FRIDAY, "--guest", "Paul", "--seats", "2")

    error = profile.refuse(1, "has-bookings", "space", "archive", "Chez Zoé")
    same(error["bookings"], [booking])
    same(names(profile, "--archived"), [])
    same(profile.ask("space", "archive", space, "--cancel"), {"id": space, "cancelled": 1, "declined": 0})
    same((names(profile), names(profile, "--archived")), ([], ["Chez Zoé"]))

    for args in (("book", space, FRIDAY, "--guest", "Noor"), ("book", space, "every Monday until 31 Dec", "--guest", "Noor"),
                 ("checkin", space, "--guest", "Noor"), ("open", space, "Sat 9-18"), ("open", space, MONDAY),
                 ("close", space, MONDAY), ("waiting", "add", space, FRIDAY, "--guest", "Noor"),
                 ("space", "edit", space, "--seats", "3"), ("space", "archive", space),
                 ("publish", space, "--directory", "http://127.0.0.1:9")):
        error = profile.refuse(1, "bad-state", *args)
        assert "archived" in error["message"], (args, error)

    same(profile.ask("undo")["undone"], "archive")
    same((names(profile), names(profile, "--archived")), (["Chez Zoé"], []))
    same([one["name"] for one in profile.ask("today", space, "--day", FRIDAY)["expected"]], ["Enzo"])
    same([(one["name"], one["state"]) for one in profile.ask("waiting", "list", space)], [("Paul", "waiting")])


@tap.story
def taken_up():
    """an archived space comes back with its hours; of two of a name the one in use is meant"""
    profile = Profile()
    old = profile.add_home(name="Chez Zoé", week="Mon-Fri 9-18")
    profile.ask("space", "archive", old)
    new = profile.add_home(name="Chez Zoé", week="Mon-Fri 9-18")
    same([space["id"] for space in profile.ask("space", "list")], [new])
    booking = profile.ask("book", "Chez Zoé", FRIDAY, "--guest", "Enzo")["id"]
    same([one["booking"] for one in profile.ask("today", new, "--day", FRIDAY)["expected"]], [booking])

    same(profile.ask("space", "restore", old), {"id": old})
    same(profile.ask("space", "restore", old), {"id": old})
    profile.ask("book", old, FRIDAY, "--guest", "Noor")
    same(names(profile), ["Chez Zoé", "Chez Zoé"])
    profile.refuse(1, "not-found", "book", "Chez Zoé", FRIDAY, "--guest", "Eli")
    profile.refuse(1, "not-found", "space", "archive", "Chez Nobody")
    profile.refuse(1, "not-found", "space", "restore", "Chez Nobody")
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def words():
    """people read whom it concerns in their language"""
    for locale, refused, told, back in (({}, "1 booking is in the way", "1 booking is cancelled", "takes bookings again"),
                                        (FRENCH, "1 réservation", "1 réservation est annulée", "accepte de nouveau")):
        profile = Profile(**locale)
        space = profile.add_home(name="Chez Zoé", week="Mon-Fri 9-18")
        profile.ask("book", space, FRIDAY, "--guest", "Tomasz")
        result = profile.run("space", "archive", space)
        assert result.status == 1 and refused in result.err and "Tomasz" in result.out, (result.out, result.err)
        said = profile.tell("space", "archive", space, "--cancel")
        assert told in said and "Tomasz" in said, said
        assert "Chez Zoé" in profile.tell("space", "list", "--archived")
        assert back in profile.tell("space", "restore", space)


@tap.story
def price_shares():
    """what a price is made of: kept in order, never more than the price, in the digits of its currency"""
    profile = Profile()
    space = profile.add_home("--price", "4", "--share", "Heating=0.80", "--share", "Tea = 2 cups=0,20")
    same(shares(profile), "80 Heating\n20 Tea = 2 cups")
    profile.ask("space", "edit", space, "--share", "Alles=4")
    profile.refuse(2, "invalid", "space", "edit", space, "--price", "3.99")
    profile.refuse(2, "invalid", "space", "edit", space, "--share", "Heating=3", "--share", "Tea=1.01")
    profile.refuse(2, "invalid", "space", "edit", space, "--currency", "JPY", "--price", "400")
    profile.ask("space", "edit", space, "--currency", "JPY", "--price", "400", "--share", "Heating=80")
    same(shares(profile), "80 Heating")
    for text in ("Heating=0.5", "Heating=-1", "Heating", "=5", "Heating=", "Heating=1e2", "Heating=99999999999999999999",
                 "Heating=9223372036854775807", "x" * 41 + "=1", "a\nb=1", " =1", "Heating=401", "Heating=1 "):
        profile.refuse(2, "invalid", "space", "edit", space, "--share", text)
    profile.refuse(2, "invalid", "space", "edit", space, *(word for n in range(9) for word in ("--share", f"{n}=1")))
    profile.refuse(2, "invalid", "space", "edit", space, *(word for n in range(8) for word in
                                                           ("--share", f"{n}=100000000000")))
    same(shares(profile), "80 Heating")
    profile.ask("space", "edit", space, "--currency", "BHD", "--price", "1.000", "--share", "Heating=0.125")
    same(shares(profile), "125 Heating")
    profile.ask("space", "edit", space, "--share", "")
    same(shares(profile), "")
    profile.ask("undo")
    same(shares(profile), "125 Heating")


@tap.story
def share_names():
    """texts that mean something to a program are kept as names of shares, or refused"""
    profile = Profile()
    space = profile.add_home("--price", "4")
    kept = 0
    for text in CORPUS[::7]:
        if "\0" in text:
            continue
        result = profile.run("--json", "space", "edit", space, f"--share={text}=0.10")
        assert result.status in (0, 2), (text[:80], result.status, result.err)
        kept += result.status == 0
        assert shares(profile).count("\n") == 0
    assert kept > 0
    same(profile.ask("check"), {"ok": True, "problems": []})


tap.main()
