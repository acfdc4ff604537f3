#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cards of members at the desk, and the codes that let nobody in."""
import os
import re
import subprocess

from desk import tap
from desk.profile import Profile
from desk.tap import same

NOON = "2026-11-26T12:00:00+01:00"
LETTERS = re.compile(r"FC[BCDFGHJKLNPRSTVX]{16}\Z")


def house(*names, seats=4):
    """A space that is open today, and members."""
    profile = Profile()
    space = profile.add_home(seats=seats, week="every day 09:00-18:00")
    return profile, space, [profile.ask("member", "add", "--name", name)["id"] for name in names]


def card_of(profile, member, *args):
    (given,) = profile.ask("member", "card", member, *args)
    assert LETTERS.match(given["card"]), given
    return given["card"]


def reasons(profile, space, **options):
    """Of every second: a refusal is tried for people and for scripts."""
    codes = profile.ask("refusals", space, **options)
    same(codes[::2], [{**code, "at": codes[2 * i]["at"]} for i, code in enumerate(codes[1::2])])
    return [(code["code"], code["reason"], code["name"]) for code in codes[::2]]


@tap.story
def at_the_door():
    """a card opens in any writing, once; a second scan is no check-out and says since when"""
    profile, space, (camille,) = house("Camille Roux")
    card = card_of(profile, camille)
    same(profile.ask("member", "card", camille), [{"id": camille, "name": "Camille Roux", "card": card}])
    same(profile.ask("member", "show", camille)["card"], card)
    here = profile.ask("checkin", space, "--code", "-".join(re.findall(".{1,4}", card.lower())) + " ")
    same((here["id"], here["state"]), (camille, "checked-in"))
    error = profile.refuse(1, "already-in", "checkin", space, "--code", card, now=NOON)
    assert "Camille Roux" in error["message"] and "09:30" in error["message"], error
    same(len(profile.ask("rollcall", space)["here"]), 1)
    same(reasons(profile, space), [("card", "already-in", "Camille Roux")])
    profile.ask("checkout", space, "--member", camille)
    same(profile.ask("checkin", space, "--code", card)["booking"], here["booking"])
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def namesakes():
    """of two with one name each has a card of their own"""
    profile, space, (one, other) = house("Marie Martin", "Marie Martin")
    cards = {member: card_of(profile, member) for member in (one, other)}
    assert len(set(cards.values())) == 2, cards
    same(profile.ask("checkin", space, "--code", cards[other])["id"], other)
    same(profile.ask("checkin", space, "--code", cards[one])["id"], one)


@tap.story
def renewed():
    """a new card ends the old one, which an undo brings back"""
    profile, space, (camille,) = house("Camille Roux")
    old = card_of(profile, camille)
    new = card_of(profile, camille, "--new")
    assert new != old
    profile.refuse(1, "bad-code", "checkin", space, "--code", old)
    same(profile.ask("undo"), {"undone": "card", "id": camille})
    profile.refuse(1, "bad-code", "checkin", space, "--code", new)
    same(profile.ask("checkin", space, "--code", old)["id"], camille)
    same(reasons(profile, space), [("unknown", "bad-code", "")] * 2)


@tap.story
def refused():
    """what lets nobody in is kept with its reason for three months, and the code itself is not"""
    profile, space, (camille, idris) = house("Camille Roux", "Idris Belcourt", seats=1)
    cards = [card_of(profile, member) for member in (camille, idris)]
    profile.refuse(1, "bad-code", "checkin", space, "--code", "FO" + "B" * 16)
    profile.refuse(1, "bad-code", "checkin", space, "--code", "=1+1; DROP TABLE person")
    profile.ask("checkin", space, "--code", cards[0])
    profile.refuse(1, "full", "checkin", space, "--code", cards[1])
    same(reasons(profile, space), [("card", "full", "Idris Belcourt"), ("unknown", "bad-code", ""), ("ticket", "bad-code", "")])
    same(reasons(profile, space, now="2026-11-27T09:00:00+01:00"), [])
    same(len(profile.ask("refusals", space, "--day", "2026-11-26", now="2026-11-27T09:00:00+01:00")), 6)
    with open(os.path.join(profile.dir, "foyer.db"), "rb") as database:
        assert b"DROP TABLE person" not in database.read()
    later = "2027-03-01T10:00:00+01:00"
    profile.refuse(1, "bad-code", "checkin", space, "--code", "ABCD", now=later)
    same(profile.ask("refusals", space, "--day", "2026-11-26", now=later), [])
    profile.refuse(1, "not-found", "refusals", "00000000-0000-7000-8000-000000000000")
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def printed():
    """what a scanner reads from the printed card lets its member in"""
    profile, space, members = house("Camille Roux", "Émile <b>Sato</b>")
    path = profile.path("cards.pdf")
    same(profile.ask("member", "card", members[0], "--also", members[1], "--pdf", path), {"file": path})
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True, timeout=60).stdout
    for word in ("Camille", "Roux", "Émile", "<b>Sato</b>", "La Tablée"):
        assert word in text, (word, text)
    subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", path, path[:-4]], check=True, timeout=60)
    found = subprocess.run(["zbarimg", "--quiet", "--raw", path[:-4] + ".png"], check=True, capture_output=True,
                           text=True, timeout=60).stdout.split()
    same(sorted(found), sorted(card_of(profile, member) for member in members))
    same({profile.ask("checkin", space, "--code", code)["id"] for code in found}, set(members))
    profile.refuse(1, "not-found", "member", "card", "00000000-0000-7000-8000-000000000000")


tap.main()
