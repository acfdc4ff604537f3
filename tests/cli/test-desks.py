#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Seats that have a name, from a terminal."""
from desk import tap
from desk.profile import Profile
from desk.tap import same

DAY = "2026-11-30"


def seated(profile, space):
    today = profile.ask("today", space, "--day", DAY)
    return {who["name"]: who["desk"] for who in today["expected"] + today["here"]}


def room(profile):
    space = profile.add_home(seats=3, week="Mon-Fri 9-18")
    same("desk" in str(profile.ask("space", "list")), False)
    profile.ask("space", "edit", space, "--desk", "Window", "--desk", "Desk 4")
    same(profile.ask("space", "list")[0]["desks"], ["Window", "Desk 4"])
    return space


def book(profile, space, name, *more):
    return profile.ask("book", space, DAY, "--guest", name, *more)["id"]


@tap.story
def wishes_and_pins():
    """a wish gives way to a pin, what is pinned stays, and all of it is undone"""
    profile = Profile()
    space = room(profile)
    ada = book(profile, space, "Ada")
    bo = book(profile, space, "Bo", "--desk", "window")
    same(seated(profile, space), {"Ada": "Desk 4", "Bo": "Window"})
    moved = profile.ask("desk", ada, "Window", "--pin")
    same((moved["booking"], moved["desk"], moved["day"]), (ada, "Window", DAY))
    same(seated(profile, space), {"Ada": "Window", "Bo": "Desk 4"})
    profile.refuse(1, "desk-taken", "desk", bo, "Window", "--pin")
    profile.refuse(1, "desk-taken", "book", space, DAY, "--guest", "Cy", "--part", "pm", "--desk", "Window", "--pin")
    profile.refuse(1, "no-desk", "desk", bo, "Cellar")
    profile.refuse(1, "not-found", "desk", "nobody", "--any")
    profile.ask("desk", ada, "--any")
    same(seated(profile, space), {"Ada": "Desk 4", "Bo": "Window"})
    for expected in ({"Ada": "Window", "Bo": "Desk 4"}, {"Ada": "Desk 4", "Bo": "Window"}):
        same(profile.ask("undo")["undone"], "desk")
        same(seated(profile, space), expected)
    assert "Window" in profile.tell("today", space, "--day", DAY)
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def several_seats():
    """more seats than names, and two seats side by side"""
    profile = Profile()
    space = room(profile)
    profile.ask("book", space, DAY, "--guest", "Ada", "--seats", "2", "--part", "am", "--desk", "Window")
    book(profile, space, "Bo")
    today = {who["name"]: who for who in profile.ask("today", space, "--day", DAY)["expected"]}
    same(today["Ada"]["desks"], [{"am": "Window", "pm": None}, {"am": None, "pm": None}])
    same(today["Bo"]["desk"], "Desk 4")
    same("desks" in today["Bo"], False)


@tap.story
def names():
    """a new name in the place of an old one is the same desk; a pinned one is not taken away"""
    profile = Profile()
    space = room(profile)
    ada = book(profile, space, "Ada", "--desk", "Desk 4", "--pin")
    profile.ask("space", "edit", space, "--desk", "Window", "--desk", "Garden")
    same(seated(profile, space), {"Ada": "Garden"})
    profile.ask("space", "edit", space, "--desk", "Garden", "--desk", "Stand", "--desk", "Window")
    same(seated(profile, space), {"Ada": "Garden"})
    same(profile.refuse(1, "has-bookings", "space", "edit", space, "--desk", "Window", "--desk", "Stand")["bookings"], [ada])
    profile.refuse(1, "has-bookings", "space", "edit", space, "--desk", "")
    profile.ask("desk", ada, "--any")
    profile.ask("space", "edit", space, "--desk", "")
    same("desk" in str(profile.ask("today", space, "--day", DAY)), False)
    same(profile.ask("undo")["undone"], "space-edit")
    same(seated(profile, space), {"Ada": "Garden"})


@tap.story
def who_is_here_stays():
    """a wish of somebody who comes later moves nobody who was let in"""
    profile = Profile(now="2026-11-30T09:00:00+01:00")
    space = room(profile)
    profile.ask("checkin", space, "--guest", "Ada")
    book(profile, space, "Bo", "--desk", "Window")
    same(seated(profile, space), {"Ada": "Window", "Bo": "Desk 4"})
    same([who["desk"] for who in profile.ask("rollcall", space)["here"]], ["Window"])


@tap.story
def refused():
    """what cannot be said"""
    profile = Profile()
    space = room(profile)
    ada = book(profile, space, "Ada")
    for args in (["desk", ada], ["desk", ada, "Window", "--any"], ["desk", ada, "--any", "--pin"],
                 ["book", space, DAY, "--guest", "Bo", "--pin"],
                 ["book", space, "every Tuesday", "--guest", "Bo", "--desk", "Window"],
                 ["space", "edit", space, "--desk", "A", "--desk", "a"],
                 ["space", "edit", space, "--desk", "A" * 41],
                 ["space", "edit", space, "--desk", "A", "--desk", " "],
                 ["space", "edit", space, "--desk", "A", "--desk", "B", "--desk", "C", "--desk", "D"],
                 ["space", "edit", space, "--seats", "1"]):
        status = profile.run("--json", *args).status
        assert status in (1, 2), (args, status)
    same(profile.ask("space", "list")[0]["desks"], ["Window", "Desk 4"])
    profile.ask("cancel", ada)
    profile.refuse(1, "bad-state", "desk", ada, "Window")


tap.main()
