#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The day of a space: its cut-off, its zone, the nights when clocks change."""
import os

from desk import tap
from desk.profile import Profile
from desk.tap import same

DAY = "2026-11-26"


def day_at(profile, space, now):
    return profile.ask("today", space, now=now)["day"]


@tap.story
def wrong_now():
    """FOYER_NOW that is no instant"""
    profile = Profile()
    for now in ("2026-11-26", "2026-11-26T09:00:00", "2026-11-26 09:00:00+01:00x", "now", "0", "2026-02-30T09:00:00Z",
                "2026-11-26T25:00:00Z", "9999-12-31T23:59:59Z", "1900-01-01T00:00:00Z",
                "2026-11-26T09:00:00+25:00", " 2026-11-26T09:00:00Z"):
        profile.refuse(2, "invalid", "space", "list", now=now)
    assert not os.path.exists(profile.dir)
    for now in ("2026-11-26T09:00:00Z", "2026-11-26T09:00:00+01:00", "2026-11-26T09:00:00.250-05:30"):
        profile.ask("space", "list", now=now)


@tap.story
def far_clocks():
    """a clock that is far off is one that a day can be kept by"""
    for now, day in (("1970-01-02T00:00:00Z", "1970-01-01"), ("9989-12-31T12:00:00Z", "9989-12-31")):
        profile = Profile(now=now)
        space = profile.add_home(week="daily 9-18")
        same(day_at(profile, space, now), day)
        profile.ask("checkin", space, "--guest", "Zoé")
        same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def cut_off():
    """a day ends at three in the morning, not at midnight"""
    profile = Profile()
    space = profile.add_home()
    same(day_at(profile, space, "2026-11-27T02:30:00+01:00"), DAY)
    same(day_at(profile, space, "2026-11-27T02:59:59+01:00"), DAY)
    same(day_at(profile, space, "2026-11-27T03:00:00+01:00"), "2026-11-27")
    profile.refuse(1, "past-day", "book", space, DAY, "--guest", "Zoé", now="2026-11-27T03:00:00+01:00")
    profile.book(space, DAY, "--guest", "Zoé", "--part", "pm", now="2026-11-27T02:30:00+01:00")


@tap.story
def late_leaver():
    """a check-out in the night belongs to the day of the check-in"""
    profile = Profile()
    space = profile.add_home()
    zoe = profile.ask("checkin", space, "--guest", "Zoé")["booking"]
    night = "2026-11-27T02:59:00+01:00"
    roll = profile.ask("rollcall", space, now=night)
    same([person["booking"] for person in roll["here"]], [zoe], "still in the building")
    profile.ask("checkout", space, "--booking", zoe, now=night)
    same([(person["booking"], person.get("forgotten"))
          for person in profile.ask("today", space, "--day", DAY, now=night)["left"]], [(zoe, None)])
    night = "2026-11-27T04:00:00+01:00"
    same(profile.ask("today", space, now=night)["left"], [])
    same(profile.ask("rollcall", space, now=night)["here"], [])


def forgotten(profile, space, now):
    """Whom nobody checked out, of the first day; who left is no longer here, and who is here has not left."""
    left = [person["name"] for person in profile.ask("today", space, "--day", DAY, now=now)["left"] if person.get("forgotten")]
    called = [person["name"] for person in profile.ask("rollcall", space, now=now)["here"]]
    assert not set(left) & set(called), (left, called)
    return left


@tap.story
def never_checked_out():
    """who was not checked out left when the day ended, and the house is not full for ever"""
    profile = Profile()
    space = profile.add_home()
    zoe = profile.ask("checkin", space, "--guest", "Zoé")["booking"]
    same(forgotten(profile, space, "2026-11-27T02:59:59+01:00"), [])
    after = "2026-11-27T03:00:00+01:00"
    profile.refuse(1, "not-in", "checkout", space, "--booking", zoe, now=after)
    same(forgotten(profile, space, after), ["Zoé"])
    assert "Not checked out" in profile.tell("today", space, "--day", DAY, now=after)
    # It is no act of the host: the arrival is the last one, and it can still be taken back.
    same(profile.ask("undo", now=after)["undone"], "checkin")
    same(profile.ask("today", space, "--day", DAY, now=after)["left"], [])
    same(profile.ask("check", now=after), {"ok": True, "problems": []})


@tap.story
def never_checked_out_in_two_zones():
    """each space closes its own day"""
    profile = Profile(now="2026-11-26T18:00:00+01:00")
    spaces = [profile.add_home("--tz", zone, name=zone, week="daily 9-18") for zone in ("Europe/Paris", "America/New_York")]
    for space in spaces:
        profile.ask("checkin", space, "--guest", "Zoé")
    for now, names in (("2026-11-27T01:59:59Z", [[], []]), ("2026-11-27T02:00:00Z", [["Zoé"], []]),
                       ("2026-11-27T07:59:59Z", [["Zoé"], []]), ("2026-11-27T08:00:00Z", [["Zoé"], ["Zoé"]])):
        same([forgotten(profile, space, now) for space in spaces], names, now)


@tap.story
def clock_ahead_by_mistake():
    """a clock that was set ahead and back again loses nobody, and costs nothing more"""
    profile = Profile()
    space = profile.add_home("--price", "4")
    zoe = profile.ask("member", "add", "--name", "Zoé")["id"]
    profile.ask("pass", "sell", "--member", zoe, "--days", "10", "--price", "36")
    visit = profile.ask("checkin", space, "--member", zoe)["booking"]
    same(profile.ask("rollcall", space, now="2027-11-26T09:00:00+01:00")["here"], [])
    same(profile.ask("checkin", space, "--member", zoe)["booking"], visit)
    same([person["booking"] for person in profile.ask("rollcall", space)["here"]], [visit])
    same([one["days_left"] for one in profile.ask("pass", "list", "--member", zoe)], [9])
    profile.ask("checkout", space, "--member", zoe)
    same([person.get("forgotten") for person in profile.ask("today", space)["left"]], [None])


@tap.story
def nights_of_change():
    """the cut-off follows the wall clock when clocks change"""
    profile = Profile(now="2026-03-01T09:00:00+01:00")
    space = profile.add_home()
    # In spring 02:00 is 03:00: the day of the 28th ends when it is struck.
    same(day_at(profile, space, "2026-03-29T00:59:59Z"), "2026-03-28")
    same(day_at(profile, space, "2026-03-29T01:00:00Z"), "2026-03-29")
    # In autumn 03:00 is 02:00 again: the day of the 24th has one hour more.
    same(day_at(profile, space, "2026-10-25T00:30:00Z"), "2026-10-24")
    same(day_at(profile, space, "2026-10-25T01:59:59Z"), "2026-10-24")
    same(day_at(profile, space, "2026-10-25T02:00:00Z"), "2026-10-25")


@tap.story
def far_zones():
    """each space has its own today"""
    profile = Profile(now="2026-11-26T12:00:00Z")
    for zone, day in (("Pacific/Kiritimati", "2026-11-26"), ("Pacific/Pago_Pago", "2026-11-25"),
                      ("Asia/Kolkata", "2026-11-26"), ("Pacific/Auckland", "2026-11-26")):
        same(day_at(profile, profile.add_home("--tz", zone, name=zone), None), day, zone)
    same(day_at(profile, "Pacific/Kiritimati", "2026-11-26T13:00:00Z"), "2026-11-27")


@tap.story
def walk_in():
    """a walk-in stays all day before half past, for the afternoon after it"""
    profile = Profile()
    space = profile.add_home("--half-at", "12:30")
    for now, part in (("2026-11-26T12:29:59+01:00", "full"), ("2026-11-26T12:30:00+01:00", "pm")):
        booking = profile.ask("checkin", space, "--guest", part, now=now)["booking"]
        here = {person["booking"]: person["part"] for person in profile.ask("today", space, now=now)["here"]}
        same(here[booking], part)


@tap.story
def first_visit():
    """the first day of a person is marked, the second is not"""
    profile = Profile()
    space = profile.add_home()
    zoe = profile.ask("member", "add", "--name", "Zoé")["id"]
    for _ in range(2):
        profile.ask("checkin", space, "--member", zoe)
        same(profile.ask("today", space)["here"][0]["first_visit"], True, "also after coming back the same day")
        profile.ask("checkout", space, "--member", zoe)
    tomorrow = "2026-11-27T09:30:00+01:00"
    profile.ask("checkin", space, "--member", zoe, now=tomorrow)
    same(profile.ask("today", space, now=tomorrow)["here"][0]["first_visit"], False)


@tap.story
def clock_goes_back():
    """a clock that jumps back loses nothing"""
    profile = Profile()
    space = profile.add_home()
    booking = profile.ask("checkin", space, "--guest", "Zoé")["booking"]
    before = "2026-11-26T08:00:00+01:00"
    profile.ask("checkout", space, "--booking", booking, now=before)
    same(profile.ask("check", now="2020-01-01T00:00:00Z"), {"ok": True, "problems": []})
    same([person["booking"] for person in profile.ask("today", space)["left"]], [booking])


@tap.story
def year_end():
    """weeks and ranges go over the end of a year and over a leap day"""
    profile = Profile(now="2027-12-30T09:00:00+01:00")
    space = profile.add_home(week=None)
    same(profile.ask("open", space, "2027-12-30..2028-01-02"), {"days": 4})
    same(profile.ask("open", space, "2028-02-28..2028-03-01"), {"days": 3})
    profile.book(space, "2028-02-29", "--guest", "Zoé")
    same([day["day"] for day in profile.ask("availability", space, "--from", "2028-02-28", "--days", "3")],
         ["2028-02-28", "2028-02-29", "2028-03-01"])


tap.main()
