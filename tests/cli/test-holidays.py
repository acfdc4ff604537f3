#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Public holidays of a space, and what its week does on them."""
from desk import tap
from desk.profile import Profile
from desk.tap import same

CHRISTMAS, SECOND, GOOD_FRIDAY = "2026-12-25", "2026-12-26", "2027-03-26"


def is_open(profile, space, day):
    return profile.ask("availability", space, "--from", day, "--days", "1")[0]["open"]


def holidays(profile, space, *args):
    return {day["holiday"]: day["open"] for day in profile.ask("holidays", space, *args)}


@tap.story
def by_region():
    """the zone and the postcode say which days they are"""
    profile = Profile()
    for postcode, zone, more in (("69003", "Europe/Paris", []), ("67000", "Europe/Paris", ["good-friday", "second-christmas"]),
                                 ("97400", "Indian/Reunion", ["abolition"])):
        space = profile.add_home("--postcode", postcode, "--tz", zone, name=postcode)
        same(len(holidays(profile, space)), 11 + len(more), postcode)
        for name in more:
            assert name in holidays(profile, space), (postcode, name)
    berlin = profile.add_home("--tz", "Europe/Berlin", "--postcode", "67059", name="Berlin")
    same(profile.ask("holidays", berlin), [])
    assert "Europe/Berlin are not known" in profile.tell("holidays", berlin)
    assert "Europe/Berlin are not known" in profile.tell("space", "edit", berlin, "--holidays", "closed")
    same(profile.ask("holidays", space, "--from", CHRISTMAS, "--days", "1"),
         [{"day": CHRISTMAS, "holiday": "christmas", "open": True}])


@tap.story
def choice():
    """a space is open on them until it says otherwise, and says so again"""
    profile = Profile()
    space = profile.add_home("--postcode", "67000", week="Mon-Sun 9-18")
    assert is_open(profile, space, CHRISTMAS)
    profile.ask("space", "edit", space, "--holidays", "closed")
    for day in (CHRISTMAS, SECOND, GOOD_FRIDAY):
        assert not is_open(profile, space, day), day
    assert not any(holidays(profile, space).values())
    assert "Christmas" in profile.tell("availability", space, "--from", CHRISTMAS, "--days", "1")
    assert "Christmas" in profile.tell("today", space, "--day", CHRISTMAS)
    # It moves: two of the days are none there.
    profile.ask("space", "edit", space, "--postcode", "69003")
    assert is_open(profile, space, SECOND) and is_open(profile, space, GOOD_FRIDAY)
    same(profile.ask("undo")["undone"], "space-edit")
    assert not is_open(profile, space, SECOND)
    same(profile.ask("undo")["undone"], "space-edit")
    assert is_open(profile, space, CHRISTMAS)
    profile.refuse(2, "invalid", "space", "edit", space, "--holidays", "maybe")
    profile.refuse(2, "invalid", "holidays", space, "--days", "0")
    profile.refuse(2, "invalid", "holidays", space, "--from", "9999-12-31")
    profile.refuse(1, "not-found", "holidays", "nowhere")


@tap.story
def single_days():
    """a day that is opened by itself is open, with the hours of its week"""
    profile = Profile()
    space = profile.add_home("--holidays", "closed", week="Mon-Fri 10-16")
    same(profile.ask("open", space, "2026-12-24..2026-12-25"), {"days": 1})
    assert "10:00" in profile.tell("availability", space, "--from", CHRISTMAS, "--days", "1")
    profile.ask("space", "edit", space, "--holidays", "open")
    profile.ask("space", "edit", space, "--holidays", "closed")
    assert is_open(profile, space, CHRISTMAS)


@tap.story
def booked():
    """nobody loses a seat by a choice"""
    profile = Profile()
    space = profile.add_home(week="Mon-Sun 9-18")
    booking = profile.book(space, CHRISTMAS, "--guest", "Zoé")["id"]
    same(profile.refuse(1, "has-bookings", "space", "edit", space, "--holidays", "closed")["bookings"], [booking])
    same(profile.refuse(1, "has-bookings", "open", space, "not on public holidays")["bookings"], [booking])
    # The same with that day left open is nobody's loss.
    profile.ask("open", space, "not on public holidays, but on 25 Dec")
    assert is_open(profile, space, CHRISTMAS) and not is_open(profile, space, "2027-01-01")


@tap.story
def sentences():
    """said in words, in either language, and taken back by one undo"""
    for sentence, said, locale in (
            ("Mon-Fri 9-18 except bank holidays", "Mon-Fri 9-18, not on public holidays", "C.UTF-8"),
            ("du lundi au vendredi 9h-18h, hors jours fériés", "Du lundi au vendredi de 9h à 18h, sauf les jours fériés",
             "fr_FR.UTF-8")):
        profile = Profile(LC_ALL=locale, LANGUAGE=None)
        space = profile.add_home(week=None)
        preview = profile.ask("open", space, sentence, "--preview")
        same(preview["sentence"], said)
        assert CHRISTMAS not in preview["open"] and "2026-12-24" in preview["open"]
        shown = profile.tell("open", space, sentence, "--preview")
        assert ("Christmas" if locale == "C.UTF-8" else "Noël") in shown, shown
        same(is_open(profile, space, "2026-12-24"), False, "a preview changes nothing")
        profile.ask("open", space, sentence)
        days = profile.ask("availability", space, "--from", "2026-11-26", "--days", "366")
        same([day["day"] for day in days if day["open"]], preview["open"])
        profile.ask("undo")
        same(any(day["open"] for day in profile.ask("availability", space, "--from", "2026-11-26", "--days", "366")), False)
        profile.ask("open", space, "Mon-Fri 9-18")
        assert is_open(profile, space, CHRISTMAS), "the choice was taken back too"


tap.main()
