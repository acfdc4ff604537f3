#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A host's day, kept from a terminal alone."""
import re

from desk import tap
from desk.profile import Profile
from desk.tap import same

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
DAY = "2026-11-26"
PERSON = ["booking", "member", "name", "part", "seats", "since", "due_minor", "first_visit", "state"]
TODAY = ["day", "expected", "here", "left", "requests", "seats_free"]


def names(people):
    return [person["name"] for person in people]


@tap.story
def whole_day():
    """from an empty profile to people at the table and gone again"""
    profile = Profile()
    space = profile.add_home()
    assert UUID.fullmatch(space), space
    same(profile.ask("space", "list"),
         [{"id": space, "name": "La Tablée", "kind": "home", "seats": 8, "published": False}])
    zoe = profile.ask("member", "add", "--name", "Zoé Marchelin", "--email", "zoe@example.org",
                      "--phone", "06 39 98 12 34", "--skill", "Traduction", "--skill", "Danois", keys=["id"])["id"]
    same(profile.ask("member", "find", "marche"), [{"id": zoe, "name": "Zoé Marchelin"}])

    booked = profile.book(space, DAY, "--member", zoe)
    same((booked["state"], booked["price_minor"], booked["currency"]), ("confirmed", 400, "EUR"))
    tomasz = profile.book(space, DAY, "--guest", "Tomasz Wolarek", "--part", "pm", "--seats", "2")
    same(tomasz["price_minor"], 400, "two afternoons")

    today = profile.ask("today", space, keys=TODAY)
    same((today["day"], today["here"], today["left"], today["requests"], today["seats_free"]), (DAY, [], [], [], 5))
    same(names(today["expected"]), ["Tomasz Wolarek", "Zoé Marchelin"])
    for person in today["expected"]:
        same(list(person), PERSON)
    same(today["expected"][1], {
        "booking": booked["id"], "member": zoe, "name": "Zoé Marchelin", "part": "full", "seats": 1, "since": None,
        "due_minor": 400, "first_visit": True, "state": "confirmed"})
    same(today["expected"][0]["member"], None)

    answer = profile.ask("checkin", space, "--member", zoe, keys=["id", "booking", "state"])
    same((answer["booking"], answer["state"]), (booked["id"], "checked-in"))
    soon = "2026-11-26T09:31:00+01:00"
    walk_in = profile.ask("checkin", space, "--guest", "Noor Delvigne", now=soon, keys=["id", "booking", "state"])
    here = profile.ask("today", space, now=soon)["here"]
    same(names(here), ["Zoé Marchelin", "Noor Delvigne"])
    same([person["since"] for person in here], [1795681800000, 1795681860000], "integer UTC milliseconds")
    same([person["part"] for person in here], ["full", "full"], "before half_at a walk-in stays all day")

    roll = profile.ask("rollcall", space, keys=["at", "here"])
    same((roll["at"], names(roll["here"])), (1795681800000, ["Noor Delvigne", "Zoé Marchelin"]))
    same(list(roll["here"][0]), PERSON)

    later = "2026-11-26T17:45:00+01:00"
    same(profile.ask("checkout", space, "--booking", walk_in["booking"], now=later,
                     keys=["id", "booking", "state"])["state"], "checked-out")
    same(profile.ask("cancel", tomasz["id"], now=later, keys=["id", "state"]),
         {"id": tomasz["id"], "state": "cancelled"})
    today = profile.ask("today", space, now=later)
    same((today["expected"], names(today["here"]), names(today["left"]), today["seats_free"]),
         ([], ["Zoé Marchelin"], ["Noor Delvigne"], 6))
    same(profile.ask("check", now=later), {"ok": True, "problems": []})


@tap.story
def week_and_days():
    """openings by week, by day, for a half, and for a while"""
    profile = Profile()
    space = profile.add_home(week=None)
    same(profile.ask("open", space, "Tue,Thu 09:00-18:00", "--until", "2026-12-10"), {"days": 5})
    same(profile.ask("open", space, "2026-11-27..2026-11-28", "--seats", "3"), {"days": 2})
    same(profile.ask("open", space, "Wed 9-13", "--from", "2026-12-01", "--until", "2026-12-02"), {"days": 1})
    same(profile.ask("close", space, "2026-12-01"), {"days": 1})
    same(profile.ask("availability", space, "--from", DAY, "--days", "7"), [
        {"day": "2026-11-26", "open": True, "seats": 8, "am_free": 8, "pm_free": 8},
        {"day": "2026-11-27", "open": True, "seats": 3, "am_free": 3, "pm_free": 3},
        {"day": "2026-11-28", "open": True, "seats": 3, "am_free": 3, "pm_free": 3},
        {"day": "2026-11-29", "open": False, "seats": 0, "am_free": 0, "pm_free": 0},
        {"day": "2026-11-30", "open": False, "seats": 0, "am_free": 0, "pm_free": 0},
        {"day": "2026-12-01", "open": False, "seats": 0, "am_free": 0, "pm_free": 0},
        {"day": "2026-12-02", "open": True, "seats": 8, "am_free": 8, "pm_free": 0}])
    same(profile.ask("close", space, "2026-12-01"), {"days": 0}, "closed already")


@tap.story
def halves():
    """half days fill apart, and a full day needs both"""
    profile = Profile()
    space = profile.add_home("--price", "5", seats=1)
    same(profile.book(space, DAY, "--guest", "Maud Kerlouan", "--part", "am")["price_minor"], 250)
    profile.refuse(1, "full", "book", space, DAY, "--guest", "Awa Sennequi")
    profile.refuse(1, "full", "book", space, DAY, "--guest", "Awa Sennequi", "--part", "am")
    profile.book(space, DAY, "--guest", "Awa Sennequi", "--part", "pm")
    same(profile.ask("availability", space, "--from", DAY, "--days", "1"),
         [{"day": DAY, "open": True, "seats": 1, "am_free": 0, "pm_free": 0}])
    profile.refuse(1, "full", "checkin", space, "--guest", "Idris Belcourt")


@tap.story
def prices():
    """prices as people write them, and the half rounded up"""
    profile = Profile()
    for text, minor in (("4", 400), ("4.0", 400), ("4.00", 400), ("4,00", 400), ("3.45", 345), ("0", 0)):
        space = profile.add_home("--price", text, name=f"À {text}")
        same(profile.book(space, DAY, "--guest", "Zoé")["price_minor"], minor)
        same(profile.book(space, DAY, "--guest", "Max", "--part", "am")["price_minor"], (minor + 1) // 2)
    space = profile.add_home("--price", "4", "--half-price", "2,50", name="Demi")
    same(profile.book(space, DAY, "--guest", "Zoé", "--part", "pm", "--seats", "3")["price_minor"], 750)
    profile.ask("space", "edit", space, "--price", "6")
    same(profile.book(space, DAY, "--guest", "Max")["price_minor"], 600)
    same(profile.ask("today", space)["expected"][1]["due_minor"], 750, "frozen when it was confirmed")


@tap.story
def same_key():
    """a key makes a second try harmless"""
    profile = Profile()
    space = profile.add_home()
    first = profile.book(space, DAY, "--guest", "Zoé", "--key", "k 1")
    profile.ask("checkin", space, "--booking", first["id"])
    same(profile.book(space, DAY, "--guest", "Zoé", "--key", "k 1"), first, "same answer")
    profile.refuse(1, "key-reused", "book", space, DAY, "--guest", "Zoé", "--key", "k 1", "--part", "am")
    profile.refuse(1, "key-reused", "book", space, "2026-11-27", "--guest", "Zoé", "--key", "k 1")
    same(len(profile.ask("today", space)["here"]), 1)


@tap.story
def coming_back():
    """whoever left and comes back has the same seat and pays nothing more"""
    profile = Profile()
    space = profile.add_home()
    zoe = profile.ask("member", "add", "--name", "Zoé")["id"]
    first = profile.ask("checkin", space, "--member", zoe)["booking"]
    profile.refuse(1, "already-in", "checkin", space, "--member", zoe)
    profile.refuse(1, "already-in", "checkin", space, "--booking", first)
    profile.ask("checkout", space, "--member", zoe)
    profile.refuse(1, "not-in", "checkout", space, "--member", zoe)
    again = profile.ask("checkin", space, "--member", zoe)
    same((again["booking"], again["state"]), (first, "checked-in"))
    same([person["due_minor"] for person in profile.ask("today", space)["here"]], [400])


@tap.story
def undo():
    """the last act is taken back, and the one before it, until nothing is left"""
    profile = Profile()
    space = profile.add_home(week=None)
    profile.ask("open", space, DAY)
    booking = profile.book(space, DAY, "--guest", "Zoé")["id"]
    profile.ask("cancel", booking)
    undone = profile.ask("undo", keys=["undone", "id"])
    same(undone, {"undone": "cancel", "id": booking})
    same(names(profile.ask("today", space)["expected"]), ["Zoé"])
    same(profile.ask("undo"), {"undone": "book", "id": booking})
    same(profile.ask("undo")["undone"], "open")
    same(profile.ask("availability", space, "--from", DAY, "--days", "1")[0]["open"], False)
    same(profile.ask("undo")["undone"], "space-add")
    profile.refuse(1, "nothing-to-undo", "undo")
    same(profile.ask("space", "list"), [])


@tap.story
def undo_too_late():
    """a seat that went to somebody else is not taken back"""
    profile = Profile()
    space = profile.add_home(seats=1)
    booking = profile.book(space, DAY, "--guest", "Zoé")["id"]
    profile.ask("noshow", booking)
    same(profile.ask("undo")["undone"], "noshow")
    profile.ask("cancel", booking)
    other = profile.book(space, DAY, "--guest", "Max")["id"]
    profile.ask("cancel", other)
    profile.ask("undo")
    same(names(profile.ask("today", space)["expected"]), ["Max"])


@tap.story
def by_name():
    """people name a space as they call it, when only one is called so"""
    profile = Profile()
    first = profile.add_home(name="Chez Zoé")
    same(profile.ask("today", "chez zoe")["day"], DAY)
    profile.add_home(name="Chez Zoé")
    profile.refuse(1, "not-found", "today", "Chez Zoé")
    same(profile.ask("today", first)["day"], DAY)


@tap.story
def close_over_bookings():
    """closing a booked day names the bookings, or cancels them when told to"""
    profile = Profile()
    space = profile.add_home()
    ids = {profile.book(space, day, "--guest", "Zoé")["id"] for day in ("2026-11-27", "2026-11-30")}
    error = profile.refuse(1, "has-bookings", "close", space, "2026-11-27..2026-11-30")
    same(set(error["bookings"]), ids)
    same(profile.ask("close", space, "2026-11-27..2026-11-30", "--cancel"), {"days": 2})
    same(profile.ask("today", space, "--day", "2026-11-27")["expected"], [])
    error = profile.refuse(1, "closed", "book", space, "2026-11-27", "--guest", "Zoé")
    assert "bookings" not in error
    profile.ask("undo")
    same(names(profile.ask("today", space, "--day", "2026-11-27")["expected"]), ["Zoé"])


@tap.story
def close_tells_whom():
    """closing says whom it concerns and what each gets back, before and after"""
    profile = Profile()
    space = profile.add_home("--price", "4.00", "--half-price", "2.00")
    zoe = profile.book(space, "2026-11-27", "--guest", "Zoé")["id"]
    max_ = profile.book(space, "2026-11-30", "--guest", "Max", "--part", "am")["id"]
    profile.book(space, "2026-12-01", "--guest", "Ada")
    wanted = [f"Zoé  Fri 27 November  Full day  €4.00 no longer due  {zoe}",
              f"Max  Mon 30 November  Morning   €2.00 no longer due  {max_}"]
    refused = profile.run("close", space, "2026-11-27..2026-11-30")
    same((refused.status, refused.out.splitlines()), (1, wanted))
    refused = profile.run("open", space, "2026-11-27", "--seats", "8", "--json")
    same(refused.status, 0)
    same(profile.tell("close", space, "2026-11-27..2026-11-30", "--cancel").splitlines(),
         ["2 days are changed.", "2 bookings are cancelled; tell the guests.", *wanted])
    # A week that would close and a space that would shrink say it too.
    profile.ask("undo")
    refused = profile.run("open", space, "not on 27 Nov")
    same((refused.status, refused.out.splitlines()), (1, wanted[:1]))
    profile.book(space, "2026-11-27", "--guest", "Ada")
    refused = profile.run("space", "edit", space, "--seats", "1")
    same((refused.status, len(refused.out.splitlines())), (1, 2))
    # Whoever is here is in the way of --cancel as well.
    profile.ask("checkin", space, "--guest", "Eve")
    refused = profile.run("close", space, "2026-11-26..2026-11-27", "--cancel")
    same((refused.status, [line.split()[0] for line in refused.out.splitlines()]), (1, ["Eve"]))


@tap.story
def fewer_seats():
    """seats never become fewer than are taken"""
    profile = Profile()
    space = profile.add_home()
    ids = [profile.book(space, DAY, "--guest", name)["id"] for name in ("Zoé", "Max", "Ada")]
    same(sorted(profile.refuse(1, "has-bookings", "space", "edit", space, "--seats", "2")["bookings"]), sorted(ids))
    same(sorted(profile.refuse(1, "has-bookings", "open", space, DAY, "--seats", "2")["bookings"]), sorted(ids))
    profile.ask("space", "edit", space, "--seats", "3", keys=["id"])
    same(profile.ask("today", space)["seats_free"], 0)


@tap.story
def backup_and_restore():
    """a copy brings everything back, and what was there is kept beside it"""
    profile = Profile()
    space = profile.add_home()
    profile.book(space, DAY, "--guest", "Zoé")
    copy = profile.path("copy é.db")
    same(profile.ask("backup", copy), {"file": copy})
    profile.refuse(1, "not-empty", "backup", copy)
    profile.book(space, DAY, "--guest", "Max")
    kept = profile.ask("restore", copy, keys=["kept"])["kept"]
    assert kept.startswith(profile.base + "/"), kept
    same(names(profile.ask("today", space)["expected"]), ["Zoé"])
    same(profile.ask("check"), {"ok": True, "problems": []})
    old = Profile()
    same(names(old.ask("today", space, "--data-dir", kept)["expected"]), ["Max", "Zoé"])


@tap.story
def texts():
    """every command also answers people in a sentence or a table"""
    profile = Profile()
    said = profile.tell("space", "add", "--name", "La Tablée", "--kind", "home", "--seats", "8")
    space = UUID.search(said).group()
    same(profile.tell("open", space, "Mon-Fri 9-18"), "262 days are changed.\n")
    same(profile.tell("open", space, "2026-11-28"), "1 day is changed.\n")
    assert profile.tell("space", "list").startswith("La Tablée  Home  8 seats  €4.00  " + space)
    assert "Zoé · Thursday 26 November · Full day · 1 seat · €4.00" in profile.tell("book", space, DAY, "--guest", "Zoé")
    assert "Zoé is here for the first time. (Full day)\nTo pay: €4.00\n" in profile.tell("checkin", space, "--guest", "Zoé")
    today = profile.tell("today", space)
    assert today.startswith("La Tablée · Thursday 26 November\nOpen 09:00 – 18:00, 7 of 8 seats free\n\nHere  1\n  Zoé  09:30  Full day"), today
    assert today.endswith("\n\nTo collect: €4.00\n"), today
    same(profile.tell("availability", space, "--from", DAY, "--days", "2"),
         "2026-11-26  Thu  09:00 – 18:00  7 of 8 free\n2026-11-27  Fri  09:00 – 18:00  8 of 8 free\n")
    assert profile.tell("rollcall", space).startswith("La Tablée · Thursday 26 November · 09:30\n\nHere  1\n")
    same(profile.tell("checkout", space, "--guest", "Zoé"), "Zoé has left.\n")
    same(profile.tell("undo"), "The check-out is taken back.\n")
    same(profile.tell("member", "find", "nobody"), "No member was found.\n")
    assert profile.tell("member", "add", "--name", "Max").startswith("Max is a member now. The id is ")
    same(profile.tell("check"), "Everything is in order.\n")


@tap.story
def cancellation_rule():
    """the rule is chosen and said in words, and what the host cancels says what the guest gets back"""
    profile = Profile()
    space = profile.add_home()
    told = profile.tell("space", "edit", space, "--cancel-at", "07:30", "--cancel-days", "0")
    assert "Guests cancel at no cost until 07:30 of the same day; after that the price is due." in told, told
    told = profile.tell("space", "edit", space, "--cancel-days", "3")
    assert "until 07:30, 3 days before" in told, told
    assert "cost" not in profile.tell("space", "edit", space, "--seats", "7")
    profile.refuse(2, "invalid", "space", "edit", space, "--cancel-days", "367")
    profile.refuse(2, "invalid", "space", "edit", space, "--cancel-at", "24:30")
    booking = profile.book(space, "2026-11-27", "--guest", "Zoé")["id"]
    told = profile.tell("cancel", booking)
    assert "the seat is free again; €4.00 no longer due." in told, told
    profile.ask("space", "edit", space, "--price", "0")
    booking = profile.book(space, "2026-11-27", "--guest", "Zoé")["id"]
    assert "due" not in profile.tell("cancel", booking)


tap.main()
