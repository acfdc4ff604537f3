#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Days paid ahead, from a terminal."""
from desk import tap
from desk.profile import Profile
from desk.tap import same

TODAY = "2026-11-26"
FRIDAY = "2026-11-27"


def begin():
    profile = Profile()
    space = profile.add_home("--price", "4")
    return profile, space, profile.ask("member", "add", "--name", "Zoé Marchelin")["id"]


def sell(profile, member, *args, **options):
    return profile.ask("pass", "sell", "--member", member, *(args or ("--days", "10", "--price", "36")), keys=["id"],
                       **options)["id"]


def left(profile, member):
    return [one["days_left"] for one in profile.ask("pass", "list", "--member", member)]


@tap.story
def one_day():
    """in, out and in is one day of a carnet; the undo of it is exact"""
    profile, space, zoe = begin()
    same(profile.ask("pass", "list", "--member", zoe), [])
    carnet = sell(profile, zoe, "--days", "10", "--price", "36", "--expires", "2027-11-26", "--method", "cash")
    same(profile.ask("pass", "list", "--member", zoe), [{"id": carnet, "days_left": 10, "expires": "2027-11-26"}])
    profile.ask("checkin", space, "--member", zoe)
    same(profile.ask("today", space)["here"][0]["due_minor"], 0)
    profile.ask("checkout", space, "--member", zoe)
    profile.ask("checkin", space, "--member", zoe)
    same(left(profile, zoe), [9])
    for verb in ("checkin", "checkout", "checkin", "pass-sell"):
        same(profile.ask("undo")["undone"], verb)
    same(left(profile, zoe), [])
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def halves():
    """half a day is half a day, and the other half makes it one"""
    profile, space, zoe = begin()
    sell(profile, zoe)
    profile.book(space, TODAY, "--member", zoe, "--part", "am")
    profile.ask("checkin", space, "--member", zoe)
    same(left(profile, zoe), [9.5])
    profile.ask("checkout", space, "--member", zoe)
    profile.book(space, TODAY, "--member", zoe, "--part", "pm")
    profile.ask("checkin", space, "--member", zoe, now="2026-11-26T14:00:00+01:00")
    same(left(profile, zoe), [9])


@tap.story
def order():
    """what expires first pays first, a month before all, and a day that was given says why"""
    profile, space, zoe = begin()
    never = sell(profile, zoe)
    soon = profile.ask("pass", "give", "--member", zoe, "--days", "0,5", "--expires", TODAY, "--reason", "trial")["id"]
    profile.ask("checkin", space, "--member", zoe)
    same(profile.ask("pass", "list", "--member", zoe), [
        {"id": never, "days_left": 9.5, "expires": None},
        {"id": soon, "days_left": 0, "expires": TODAY, "reason": "trial"}])
    month = sell(profile, zoe, "--month", "--price", "60")
    same(profile.ask("pass", "list", "--member", zoe)[0],
         {"id": month, "days_left": None, "expires": "2026-12-25", "from": TODAY})
    profile.ask("checkin", space, "--member", zoe, now="2026-11-27T09:00:00+01:00")
    same(left(profile, zoe), [None, 9.5, 0])
    given = profile.ask("pass", "give", "--member", zoe, "--days", "1", "--space", "La Tablée")["id"]
    same(profile.ask("pass", "list", "--member", zoe)[-2],
         {"id": given, "days_left": 1, "expires": None, "reason": "gift", "space": space})


@tap.story
def ahead_and_after():
    """paid before the visit and returned by the host; paid after it; given back for money"""
    profile, space, zoe = begin()
    carnet = sell(profile, zoe)
    booked = profile.book(space, FRIDAY, "--member", zoe)["id"]
    same(profile.ask("pass", "use", booked), {"id": booked, "due_minor": 0})
    same(left(profile, zoe), [9])
    profile.refuse(1, "already-paid", "pass", "use", booked)
    profile.ask("cancel", booked)
    same(left(profile, zoe), [10])
    profile.refuse(1, "bad-state", "pass", "use", booked)
    profile.ask("undo")
    same(left(profile, zoe), [9])

    noor = profile.ask("member", "add", "--name", "Noor")["id"]
    here = profile.ask("checkin", space, "--member", noor)["booking"]
    profile.refuse(1, "no-pass", "pass", "use", here)
    profile.refuse(1, "no-pass", "pass", "use", here, "--pass", carnet)
    sell(profile, noor, "--days", "1", "--price", "4")
    same(profile.ask("pass", "use", here), {"id": here, "due_minor": 0})
    same(profile.ask("pass", "return", here), {"id": here, "due_minor": 400})
    profile.refuse(1, "no-pass", "pass", "return", here)
    same(left(profile, noor), [1])


@tap.story
def not_come():
    """whoever kept the seat without coming has had the day"""
    profile, space, zoe = begin()
    sell(profile, zoe)
    booked = profile.book(space, TODAY, "--member", zoe)["id"]
    profile.ask("noshow", booked)
    same(left(profile, zoe), [9])
    profile.ask("undo")
    same(left(profile, zoe), [10])


@tap.story
def refusals():
    """expired, empty, ended, of nobody; amounts and days that nobody can understand"""
    profile, space, zoe = begin()
    expired = sell(profile, zoe, "--days", "1", "--price", "4", "--expires", TODAY)
    booked = profile.book(space, FRIDAY, "--member", zoe)["id"]
    profile.refuse(1, "pass-expired", "pass", "use", booked)
    profile.refuse(1, "pass-expired", "pass", "use", booked, "--pass", expired)
    same(profile.ask("pass", "end", expired), {"id": expired})
    same(left(profile, zoe), [])
    profile.refuse(1, "bad-state", "pass", "end", expired)
    profile.refuse(1, "no-pass", "pass", "use", booked)
    profile.refuse(1, "past-day", "pass", "sell", "--member", zoe, "--days", "1", "--price", "4", "--expires", "2026-11-25")
    for what in ("x", "", "'; DROP TABLE pass; --", space):
        profile.refuse(1, "not-found", "pass", "sell", "--member", what, "--days", "1", "--price", "4")
        profile.refuse(1, "not-found", "pass", "list", "--member", what)
        profile.refuse(1, "not-found", "pass", "end", what)
        profile.refuse(1, "not-found", "pass", "use", what)
        profile.refuse(1, "not-found", "pass", "use", booked, "--pass", what)
        profile.refuse(1, "not-found", "pass", "return", what)
        profile.refuse(1, "not-found", "pass", "sell", "--member", zoe, "--days", "1", "--price", "4", "--space", what + "x")
    fine = ("pass", "sell", "--member", zoe)
    for days in ("0", "-1", "", "0.25", "1001", "ten", "99999999999999999999", "1e1", "½"):
        profile.refuse(2, "invalid", *fine, "--price", "4", f"--days={days}")
    for wrong in (("--days", "1"), ("--price", "4"), ("--days", "1", "--month", "--price", "4"),
                  ("--days", "1", "--price", "4.001"), ("--days", "1", "--price=-4"), ("--days", "1", "--price", "x"),
                  ("--days", "1", "--price", "4", "--expires", "2026-02-30"),
                  ("--days", "1", "--price", "4", "--from", "2026-12-02", "--expires", "2026-12-01"),
                  ("--days", "1", "--price", "4", "--method", "shells"), ("--days", "1", "--price", "4", "--currency", "euro"),
                  ("--days", "1", "--price", "4", "--reason", "gift")):
        profile.refuse(2, "invalid", *fine, *wrong)
    profile.refuse(2, "invalid", *fine, "--days", "1", "--price", "1000000001")
    profile.refuse(2, "invalid", "pass", "give", "--member", zoe, "--days", "1", "--reason", "sold")
    same(left(profile, zoe), [])


@tap.story
def currencies():
    """a pass is good where its currency is asked"""
    profile, space, zoe = begin()
    swiss = profile.ask("space", "add", "--name", "Lausanne", "--kind", "coworking", "--seats", "4", "--currency", "CHF",
                        "--price", "10")["id"]
    profile.ask("open", swiss, "Mon-Fri 9-18")
    profile.refuse(2, "invalid", "pass", "sell", "--member", zoe, "--days", "10", "--price", "36")
    sell(profile, zoe, "--days", "10", "--price", "36", "--currency", "EUR")
    profile.refuse(1, "currency-mismatch", "pass", "give", "--member", zoe, "--days", "1", "--space", swiss, "--currency", "EUR")
    profile.ask("checkin", swiss, "--member", zoe)
    same(profile.ask("today", swiss)["here"][0]["due_minor"], 1000)
    same(left(profile, zoe), [10])
    sell(profile, zoe, "--days", "1", "--price", "9", "--space", swiss)
    profile.ask("checkin", space, "--member", zoe)
    same(sorted(left(profile, zoe)), [1, 9])


@tap.story
def words():
    """the tables and sentences of it"""
    profile, space, zoe = begin()
    said = profile.tell("pass", "sell", "--member", zoe, "--days", "6.5", "--price", "24", "--expires", "2027-01-31")
    assert said.startswith("6½ days left\u00a0· Until 31 January 2027\u00a0· €24.00\n"), said
    profile.tell("pass", "give", "--member", zoe, "--days", "0.5")
    same([line.rsplit("  ", 1)[0].rstrip() for line in profile.tell("pass", "list", "--member", zoe).splitlines()],
         ["6½ days left  Until 31 January 2027  €24.00", "½ day left    Without end            Gift"])
    profile.book(space, TODAY, "--member", zoe)
    assert "Pass, 7 days left" in profile.tell("today", space)
    said = profile.tell("checkin", space, "--member", zoe)
    assert "Pass, 6 days left" in said and "To pay" not in said, said
    booked = profile.book(space, FRIDAY, "--member", zoe)["id"]
    same(profile.tell("pass", "use", booked), "Zoé Marchelin\u00a0· Pass, 5 days left\n")
    same(profile.tell("pass", "return", booked), "Zoé Marchelin\nTo pay: €4.00\n")
    same(profile.tell("undo").splitlines()[0], "The pass has paid again.")
    same(profile.tell("undo").splitlines()[0], "The half days are back on the pass.")
    assert "Pass, nothing left" not in profile.tell("today", space, "--day", FRIDAY)
    french = Profile(LC_ALL="fr_FR.UTF-8", LANGUAGE=None)
    member = french.ask("member", "add", "--name", "Noor")["id"]
    said = french.tell("pass", "give", "--member", member, "--days", "1,5", "--reason", "trial")
    assert said.startswith("Reste 1 jour et demi\u00a0· Sans échéance\u00a0· Essai\n"), said


tap.main()
