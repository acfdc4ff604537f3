#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the rules refuse: status 1, the contract's code, and nothing changed."""
from desk import tap
from desk.profile import Profile
from desk.tap import same

DAY = "2026-11-26"
NOBODY = "01890a5d-ac96-774b-bcce-b302099a8057"


@tap.story
def booking():
    """full, closed, past, too far ahead, twice the same person"""
    profile = Profile()
    space = profile.add_home(seats=2)
    zoe = profile.ask("member", "add", "--name", "Zoé")["id"]
    booked = profile.book(space, DAY, "--member", zoe, "--part", "am")["id"]
    error = profile.refuse(1, "already-booked", "book", space, DAY, "--member", zoe)
    same(error["bookings"], [booked])
    profile.book(space, DAY, "--member", zoe, "--part", "pm")
    profile.book(space, DAY, "--member", zoe, "--again")
    profile.refuse(1, "full", "book", space, DAY, "--guest", "Max")
    profile.refuse(1, "full", "book", space, "2026-11-27", "--guest", "Max", "--seats", "3")
    profile.refuse(1, "closed", "book", space, "2026-11-28", "--guest", "Max")
    profile.refuse(1, "past-day", "book", space, "2026-11-25", "--guest", "Max")
    profile.refuse(1, "beyond-horizon", "book", space, "9999-12-31", "--guest", "Max")
    profile.book(space, "2026-11-27", "--guest", "Ada")
    profile.refuse(1, "already-booked", "book", space, "2026-11-27", "--guest", "ada ")
    same(len(profile.ask("today", space)["expected"]), 3, "nothing of what was refused is there")


@tap.story
def front_desk():
    """in twice, out before in, on another day, after a cancellation"""
    profile = Profile()
    space = profile.add_home()
    zoe = profile.ask("member", "add", "--name", "Zoé")["id"]
    profile.refuse(1, "not-in", "checkout", space, "--member", zoe)
    tomorrow = profile.book(space, "2026-11-27", "--member", zoe)["id"]
    profile.refuse(1, "wrong-day", "checkin", space, "--booking", tomorrow)
    profile.refuse(1, "wrong-day", "noshow", tomorrow)
    profile.ask("cancel", tomorrow)
    profile.refuse(1, "bad-state", "cancel", tomorrow)
    profile.refuse(1, "bad-state", "noshow", tomorrow)
    here = profile.ask("checkin", space, "--member", zoe)["booking"]
    profile.refuse(1, "already-in", "checkin", space, "--member", zoe)
    profile.refuse(1, "bad-state", "cancel", here)
    profile.refuse(1, "bad-state", "noshow", here)
    profile.ask("checkout", space, "--booking", here)
    profile.refuse(1, "not-in", "checkout", space, "--booking", here)
    profile.refuse(1, "bad-state", "cancel", here)
    gone = profile.book(space, DAY, "--guest", "Max")["id"]
    profile.ask("cancel", gone)
    profile.refuse(1, "bad-state", "checkin", space, "--booking", gone)


@tap.story
def closed_day():
    """a walk-in on a closed day"""
    profile = Profile(now="2026-11-28T10:00:00+01:00")
    space = profile.add_home()
    profile.refuse(1, "closed", "checkin", space, "--guest", "Zoé")


@tap.story
def unknown():
    """names and ids that mean nothing here"""
    profile = Profile()
    space = profile.add_home()
    for what in (NOBODY, "x", "", "'; DROP TABLE booking; --", "La Tablée des autres", space[:-1], space.upper() + "x",
                 "é" * 5000):
        profile.refuse(1, "not-found", "today", what)
        profile.refuse(1, "not-found", "cancel", what)
        profile.refuse(1, "not-found", "noshow", what)
        profile.refuse(1, "not-found", "book", space, DAY, "--member", what)
        profile.refuse(1, "not-found", "checkin", space, "--member", what)
        profile.refuse(1, "not-found", "checkout", space, "--booking", what)
        profile.refuse(1, "not-found", "open", what, DAY)
        profile.refuse(1, "not-found", "space", "edit", what, "--seats", "3")
    same(profile.ask("member", "find", "%"), [])
    same(profile.ask("member", "find", "_' OR 1=1 --"), [])


@tap.story
def other_place():
    """a booking of one space is nothing in another"""
    profile = Profile()
    first, second = profile.add_home(name="Une"), profile.add_home(name="Deux")
    booking = profile.book(first, DAY, "--guest", "Zoé")["id"]
    result = profile.run("checkin", second, "--booking", booking, "--json")
    same(result.status, 1, result.err)
    same(len(profile.ask("today", first)["expected"]), 1)


@tap.story
def past_days():
    """what is over is neither opened nor closed"""
    profile = Profile()
    space = profile.add_home()
    profile.refuse(1, "past-day", "open", space, "2026-11-25")
    profile.refuse(1, "past-day", "close", space, "2026-11-01..2026-11-25")
    same(profile.ask("close", space, "2026-11-20..2026-11-27"), {"days": 2}, "only from today on")


@tap.story
def home_address():
    """the street of a home is never public, in whatever order it is said"""
    profile = Profile()
    profile.refuse(1, "home-address", "space", "add", "--name", "A", "--kind", "home", "--seats", "3",
                   "--public-address")
    home = profile.add_home()
    profile.refuse(1, "home-address", "space", "edit", home, "--public-address")
    shared = profile.ask("space", "add", "--name", "B", "--kind", "coworking", "--seats", "3",
                         "--public-address")["id"]
    profile.refuse(1, "home-address", "space", "edit", shared, "--kind", "home")
    profile.ask("space", "edit", shared, "--kind", "home", "--no-public-address")


@tap.story
def currency():
    """a currency stays while bookings are priced in it"""
    profile = Profile()
    space = profile.add_home()
    profile.ask("space", "edit", space, "--currency", "CHF")
    same(profile.book(space, DAY, "--guest", "Zoé")["currency"], "CHF")
    profile.refuse(1, "currency-mismatch", "space", "edit", space, "--currency", "EUR")


@tap.story
def same_name_twice():
    """a guest whose name two expected people bear is a new guest"""
    profile = Profile()
    space = profile.add_home()
    for _ in range(2):
        profile.ask("member", "add", "--name", "Zoé")
    people = [person["id"] for person in profile.ask("member", "find", "zoe")]
    same(len(people), 2)
    for person in people:
        profile.book(space, DAY, "--member", person)
    profile.ask("checkin", space, "--guest", "Zoé")
    today = profile.ask("today", space)
    same((len(today["expected"]), len(today["here"]), today["here"][0]["member"]), (2, 1, None))


@tap.story
def sample_over_data():
    """a sample never mixes with what somebody keeps"""
    profile = Profile()
    profile.add_home()
    profile.refuse(1, "not-empty", "sample", "--seed", "1")
    same(len(profile.ask("space", "list")), 1)


tap.main()
