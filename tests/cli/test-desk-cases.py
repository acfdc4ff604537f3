#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What makes desks go wrong. Each story names where the case comes from: the help of a program that hosts use,
the law of the clock, or the rule of Foyer that it holds."""
from desk import tap
from desk.profile import Profile
from desk.tap import same

DAY = "2026-11-26"


def begin(*args, **options):
    profile = Profile(**options)
    space = profile.add_home("--price", "4", *args, week="daily 09:00-18:00")
    return profile, space, add(profile, "Zoé Marchelin")


def add(profile, name):
    return profile.ask("member", "add", "--name", name)["id"]


def sell(profile, member, days="10", *args, **options):
    return profile.ask("pass", "sell", "--member", member, "--days", days, "--price", "36", *args, **options)["id"]


def left(profile, member):
    return [one["days_left"] for one in profile.ask("pass", "list", "--member", member)]


def here(profile, space, now=None):
    """Who is in the building; the roll call and the sheet of the day never disagree about a day."""
    return [person["booking"] for person in profile.ask("rollcall", space, now=now)["here"]]


def sound(profile):
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def in_out_in():
    """out for lunch and back, also twice, is one day of a carnet and one visit
    (Cobot, help article 4998603: checking in again on one day uses no second pass)"""
    profile, space, zoe = begin()
    sell(profile, zoe)
    visits = set()
    for hour in (9, 12, 15):
        visits.add(profile.ask("checkin", space, "--member", zoe, now=f"{DAY}T{hour:02}:05:00+01:00")["booking"])
        profile.ask("checkout", space, "--member", zoe, now=f"{DAY}T{hour:02}:55:00+01:00")
    same((len(visits), left(profile, zoe)), (1, [9]))
    # In the night it is still the same day.
    profile.ask("checkin", space, "--member", zoe, now="2026-11-27T02:59:00+01:00")
    same(left(profile, zoe), [9])
    profile.ask("checkout", space, "--member", zoe, now="2026-11-27T02:59:30+01:00")
    # The next day is another one.
    profile.ask("checkin", space, "--member", zoe, now="2026-11-27T03:00:00+01:00")
    same(left(profile, zoe), [8])
    sound(profile)


@tap.story
def over_midnight():
    """who stays into the night leaves on the day on which they came
    (Nexudus has a cut-off hour for it; a day of Foyer ends at 03:00)"""
    profile, space, zoe = begin()
    sell(profile, zoe)
    visit = profile.ask("checkin", space, "--member", zoe, now=f"{DAY}T23:50:00+01:00")["booking"]
    night = "2026-11-27T01:30:00+01:00"
    same(here(profile, space, night), [visit])
    profile.refuse(1, "already-in", "checkin", space, "--member", zoe, now=night)
    profile.ask("checkout", space, "--member", zoe, now=night)
    same([one["booking"] for one in profile.ask("today", space, "--day", DAY, now=night)["left"]], [visit])
    same((here(profile, space, night), left(profile, zoe)), ([], [9.5]), "it was the afternoon")
    sound(profile)


@tap.story
def halves():
    """a morning and an afternoon are one day, and neither is paid twice
    (Cobot, \"Smarter time passes\": half a day that becomes a whole one must not cost a whole one more)"""
    profile, space, zoe = begin()
    sell(profile, zoe)
    for part, now, rest in (("am", f"{DAY}T09:00:00+01:00", 9.5), ("pm", f"{DAY}T14:00:00+01:00", 9)):
        booking = profile.book(space, DAY, "--member", zoe, "--part", part, now=now)["id"]
        profile.ask("checkin", space, "--booking", booking, now=now)
        same(left(profile, zoe), [rest])
        profile.ask("checkout", space, "--booking", booking, now=now)
    # Whoever comes in the afternoon without a booking takes half a day as well.
    noor = add(profile, "Noor")
    sell(profile, noor)
    profile.ask("checkin", space, "--member", noor, now=f"{DAY}T13:00:00+01:00")
    same(left(profile, noor), [9.5])
    # With half a day left of a carnet, the other half is due in money.
    ada = add(profile, "Ada")
    sell(profile, ada, "0.5")
    booking = profile.ask("checkin", space, "--member", ada)["booking"]
    same((left(profile, ada), [one["due_minor"] for one in profile.ask("today", space)["here"]
                               if one["booking"] == booking]), ([0], [200]))
    sound(profile)


@tap.story
def month():
    """somebody with a month takes one seat of it a day, coming and going, and carnets are left alone
    (Cobot, help article 4917977: time passes)"""
    profile, space, zoe = begin()
    sell(profile, zoe)
    profile.ask("pass", "sell", "--member", zoe, "--month", "--price", "60")
    for now in (f"{DAY}T09:00:00+01:00", f"{DAY}T14:00:00+01:00", "2026-11-27T09:00:00+01:00"):
        profile.ask("checkin", space, "--member", zoe, now=now)
        profile.ask("checkout", space, "--member", zoe, now=now)
    same(left(profile, zoe), [None, 10])
    # Its last day is one of it; the day after, the carnet pays.
    for day, rest in (("2026-12-25", [None, 10]), ("2026-12-26", [9, None])):
        profile.ask("checkin", space, "--member", zoe, now=f"{day}T10:00:00+01:00")
        profile.ask("checkout", space, "--member", zoe, now=f"{day}T17:00:00+01:00")
        same(sorted(left(profile, zoe), key=str), sorted(rest, key=str), day)
    sound(profile)


@tap.story
def passes_that_do_not_pay():
    """a pass of somebody else, an expired one and an empty one let nobody in for nothing
    (Cobot, help article 4917977; rules of Foyer: no-pass, pass-expired)"""
    profile, space, zoe = begin()
    max_ = add(profile, "Max")
    of_max = sell(profile, max_)
    booking = profile.ask("checkin", space, "--member", zoe)["booking"]
    profile.refuse(1, "no-pass", "pass", "use", booking, "--pass", of_max)
    day = sell(profile, zoe, "1", "--expires", DAY)
    tomorrow = profile.book(space, "2026-11-27", "--member", zoe)["id"]
    profile.refuse(1, "pass-expired", "pass", "use", tomorrow, "--pass", day)
    profile.ask("pass", "use", booking, "--pass", day)
    profile.refuse(1, "no-pass", "pass", "use", tomorrow, "--pass", day)
    same((left(profile, zoe), left(profile, max_)), ([0], [10]))
    # Whose pass is over pays, and is let in.
    again = profile.ask("checkin", space, "--booking", tomorrow, now="2026-11-27T09:00:00+01:00")
    same(again["state"], "checked-in")
    same([one["due_minor"] for one in profile.ask("today", space, now="2026-11-27T09:01:00+01:00")["here"]
          if one["booking"] == tomorrow], [400])
    sound(profile)


@tap.story
def namesakes():
    """two members with one name are two, each with a visit and a pass of their own
    (known wherever people are checked in by name)"""
    profile, space, zoe = begin()
    other = add(profile, "Zoé Marchelin")
    sell(profile, zoe)
    sell(profile, other, "5")
    first = profile.ask("checkin", space, "--member", zoe)["booking"]
    second = profile.ask("checkin", space, "--member", other)["booking"]
    same(sorted(here(profile, space)), sorted((first, second)))
    same((left(profile, zoe), left(profile, other)), ([9], [4]))
    profile.ask("checkout", space, "--member", zoe)
    same(here(profile, space), [second])
    # Two who are expected under one name: by the name alone nobody of them is meant.
    tomorrow = "2026-11-27T09:00:00+01:00"
    booked = {profile.book(space, "2026-11-27", "--member", member)["id"] for member in (zoe, other)}
    came = profile.ask("checkin", space, "--guest", "zoe marchelin", now=tomorrow)
    assert came["booking"] not in booked and came["id"] not in (zoe, other), came
    sound(profile)


@tap.story
def guest_of_a_guest():
    """whoever brings a guest pays for them, each has a seat and leaves for themselves, and a guest's guest is theirs too
    (GuestOf of Optix and Cobot; needs of hosts: a freelancer brings a client for an hour)"""
    profile, space, zoe = begin()
    sell(profile, zoe, "1.5")
    visit = profile.ask("checkin", space, "--member", zoe)["booking"]
    ada = profile.ask("checkin", space, "--guest", "Ada", "--of", visit)["booking"]
    same(left(profile, zoe), [0], "a day of Zoé's, and half a day of Ada's")
    ben = profile.ask("checkin", space, "--guest", "Ben", "--of", ada, "--pays-self")["booking"]
    people = {one["name"]: one for one in profile.ask("today", space)["here"]}
    same([(people[name].get("guest_of"), people[name]["due_minor"]) for name in ("Zoé Marchelin", "Ada", "Ben")],
         [(None, 0), ({"booking": visit, "name": "Zoé Marchelin", "pays": True}, 200),
          ({"booking": visit, "name": "Zoé Marchelin", "pays": False}, 400)])
    assert "Guest of Zoé Marchelin, who pays" in profile.tell("today", space)
    same(sorted(here(profile, space)), sorted((visit, ada, ben)))
    assert "2 guests of theirs are still here." in profile.tell("checkout", space, "--member", zoe)
    same(sorted(here(profile, space)), sorted((ada, ben)), "a fire does not ask who paid")
    profile.refuse(1, "bad-state", "checkin", space, "--guest", "Cid", "--of", visit)
    # Erased is who brought them, not that they were brought.
    profile.ask("checkout", space, "--booking", ada)
    profile.ask("checkout", space, "--booking", ben)
    profile.ask("member", "erase", zoe)
    assert "Marchelin" not in profile.tell("today", space), profile.tell("today", space)
    same([one["guest_of"]["booking"] for one in profile.ask("today", space)["left"] if "guest_of" in one], [visit] * 2)
    sound(profile)


@tap.story
def brought_ahead():
    """a guest who is booked with somebody comes with them, and the day can be full for guests as well
    (rule of Foyer: each guest of a guest has a seat)"""
    profile = Profile()
    space = profile.add_home("--price", "4", seats=2)
    friday = profile.book(space, "2026-11-27", "--guest", "Zoé")["id"]
    ada = profile.book(space, "2026-11-27", "--guest", "Ada", "--of", friday)["id"]
    profile.refuse(1, "full", "book", space, "2026-11-27", "--guest", "Ben", "--of", friday)
    profile.refuse(1, "wrong-day", "book", space, "2026-11-30", "--guest", "Ben", "--of", friday)
    profile.refuse(2, "invalid", "book", space, "2026-11-30", "--guest", "Ben", "--pays-self")
    profile.refuse(2, "invalid", "checkin", space, "--booking", ada, "--of", friday)
    profile.refuse(1, "not-found", "checkin", space, "--guest", "Ben", "--of", "nobody")
    morning = "2026-11-27T09:00:00+01:00"
    same(profile.ask("checkin", space, "--guest", "Ada", "--of", friday, now=morning)["booking"], ada)
    same(profile.ask("undo", now=morning)["undone"], "checkin")
    same([one["booking"] for one in profile.ask("today", space, now=morning)["expected"] if "guest_of" in one], [ada])
    sound(profile)


@tap.story
def one_with_oneself():
    """nobody is merged with themself, and a visit stays the visit of whoever came
    (rule of Foyer: same-person)"""
    profile, space, zoe = begin()
    sell(profile, zoe)
    visit = profile.ask("checkin", space, "--member", zoe)["booking"]
    profile.refuse(1, "same-person", "member", "merge", zoe, zoe)
    same((here(profile, space), left(profile, zoe)), ([visit], [9]))
    same(profile.ask("undo")["undone"], "checkin", "what was refused is no act")
    same((here(profile, space), left(profile, zoe)), ([], [10]))
    sound(profile)


@tap.story
def short_and_long_days():
    """the day of 23 hours and that of 25 are one day each, also for who is there when the hour goes or comes
    (Directive 2000/84/EC: 01:00 UTC on the last Sundays of March and October)"""
    for eve, before, after, morning in (
            ("2026-03-28T18:00:00+01:00", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-03-29T10:00:00+02:00"),
            ("2026-10-24T18:00:00+02:00", "2026-10-25T01:59:59Z", "2026-10-25T02:00:00Z", "2026-10-25T10:00:00+01:00")):
        profile, space, zoe = begin(now=eve)
        sell(profile, zoe)
        visit = profile.ask("checkin", space, "--member", zoe)["booking"]
        same(here(profile, space, before), [visit], before)
        profile.ask("checkout", space, "--member", zoe, now=before)
        same(profile.ask("checkin", space, "--member", zoe, now=before)["booking"], visit, "still the eve")
        profile.ask("checkout", space, "--member", zoe, now=before)
        next_day = profile.ask("checkin", space, "--member", zoe, now=after)["booking"]
        assert next_day != visit, after
        profile.ask("checkout", space, "--member", zoe, now=after)
        same(profile.ask("checkin", space, "--member", zoe, now=morning)["booking"], next_day, morning)
        same(left(profile, zoe), [8.5], morning)
        sound(profile)


@tap.story
def clock_set_back():
    """a clock that is set back during the day takes no second day, and loses nobody
    (rule of Foyer: the clock set back during the day)"""
    profile, space, zoe = begin()
    sell(profile, zoe)
    visit = profile.ask("checkin", space, "--member", zoe, now=f"{DAY}T14:00:00+01:00")["booking"]
    earlier = f"{DAY}T08:00:00+01:00"
    profile.refuse(1, "already-in", "checkin", space, "--member", zoe, now=earlier)
    same(here(profile, space, earlier), [visit])
    profile.ask("checkout", space, "--member", zoe, now=earlier)
    same(profile.ask("checkin", space, "--member", zoe, now=f"{DAY}T08:30:00+01:00")["booking"], visit)
    same((here(profile, space), left(profile, zoe)), ([visit], [9.5]))
    same(profile.ask("undo", now=earlier)["undone"], "checkin")
    same((here(profile, space), left(profile, zoe)), ([], [9.5]))
    sound(profile)


tap.main()
