#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who waits for a seat of a full day, from a terminal."""
from desk import tap
from desk.profile import Profile
from desk.tap import same

DAY = "2026-11-30"


def line(profile, space):
    return [(who["name"], who["state"]) for who in profile.ask("waiting", "list", space, "--day", DAY)]


def full_day(profile):
    space = profile.add_home(seats=1, week="Mon-Fri 9-18")
    return space, profile.ask("book", space, DAY, "--guest", "Noor")["id"]


@tap.story
def offers_in_order():
    """a seat that becomes free is kept for the first in line, booked, and undone"""
    profile = Profile()
    space, held = full_day(profile)
    zoe = profile.ask("member", "add", "--name", "Zoé Marchelin")["id"]
    first = profile.ask("waiting", "add", space, DAY, "--member", zoe)
    same({**first, "id": None}, {"id": None, "member": zoe, "name": "Zoé Marchelin", "day": DAY, "part": "full", "seats": 1,
                                 "state": "waiting", "place": 1, "until": None})
    second = profile.ask("waiting", "add", space, DAY, "--guest", "Tomasz", "--part", "am")
    same((second["place"], second["member"]), (2, None))

    profile.ask("cancel", held)
    same(line(profile, space), [("Zoé Marchelin", "offered"), ("Tomasz", "waiting")])
    offered = profile.ask("waiting", "list", space)[0]
    same(offered["until"], 1795725000000)
    profile.refuse(1, "full", "book", space, DAY, "--guest", "Eli")
    profile.refuse(1, "full", "waiting", "offer", second["id"])

    same(profile.ask("waiting", "remove", first["id"])["state"], "refused")
    same(line(profile, space), [("Tomasz", "offered")])
    same(profile.ask("undo")["undone"], "unwait")
    same(line(profile, space), [("Zoé Marchelin", "offered"), ("Tomasz", "waiting")])
    same(profile.ask("waiting", "book", first["id"])["state"], "booked")
    same([p["name"] for p in profile.ask("today", space, "--day", DAY)["expected"]], ["Zoé Marchelin"])
    same(line(profile, space), [("Tomasz", "waiting")])
    for verb in ("book", "cancel", "wait", "wait"):
        same(profile.ask("undo")["undone"], verb)
    same(line(profile, space), [])
    same([p["name"] for p in profile.ask("today", space, "--day", DAY)["expected"]], ["Noor"])


@tap.story
def lapses():
    """nobody runs anything when an offer ends: the next command finds the next one's turn"""
    profile = Profile()
    space, held = full_day(profile)
    for name in ("Zoé", "Tomasz"):
        profile.ask("waiting", "add", space, DAY, "--guest", name)
    profile.ask("cancel", held)
    profile.now = "2026-11-27T12:00:00+01:00"
    same(line(profile, space), [("Tomasz", "offered")])


@tap.story
def words():
    """people read it in their language"""
    for locale, waits, offered in (({}, "Number 1 in line", "Offer ends today at 21:30"),
                                   ({"LC_ALL": "fr_FR.UTF-8", "LANGUAGE": None}, "Numéro 1", "La proposition prend fin aujourd’hui à 21:30")):
        profile = Profile(**locale)
        space, held = full_day(profile)
        told = profile.tell("waiting", "add", space, DAY, "--guest", "Tomasz")
        assert waits in told and "Tomasz" in told, told
        profile.ask("cancel", held)
        told = profile.tell("waiting", "list", space)
        assert offered in told, told


@tap.story
def refusals():
    """what cannot be is said"""
    profile = Profile()
    space, held = full_day(profile)
    guest = ("--guest", "Zoé")
    entry = profile.ask("waiting", "add", space, DAY, *guest)["id"]
    profile.refuse(1, "already-waiting", "waiting", "add", space, DAY, *guest)
    profile.refuse(1, "already-booked", "waiting", "add", space, DAY, "--guest", "Noor")
    profile.refuse(1, "closed", "waiting", "add", space, "2026-11-29", "--guest", "Eli")
    profile.refuse(1, "past-day", "waiting", "add", space, "2026-11-25", "--guest", "Eli")
    profile.refuse(1, "too-much", "waiting", "add", space, DAY, "--guest", "Eli", "--seats", "2")
    profile.refuse(2, "invalid", "waiting", "add", space, DAY)
    profile.refuse(2, "invalid", "waiting", "add", space, "2026-02-30", "--guest", "Eli")
    profile.refuse(1, "not-found", "waiting", "book", "nobody")
    profile.refuse(1, "full", "waiting", "book", entry)
    profile.ask("waiting", "remove", entry)
    profile.refuse(1, "bad-state", "waiting", "book", entry)
    same(profile.ask("cancel", held)["state"], "cancelled")
    same(line(profile, space), [])


tap.main()
