#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Seats that are taken again and again, from a terminal."""
from desk import tap
from desk.profile import Profile
from desk.tap import same

KEYS = ["id", "booked", "skipped", "until", "preview"]


def days(answer, name):
    return [entry["day"] for entry in answer[name]]


@tap.story
def whole_series():
    """a series is previewed, booked, interrupted, taken up again, ended and undone"""
    profile = Profile()
    space = profile.add_home("--postcode", "69003", week="Mon-Fri 9-18")
    zoe = profile.ask("member", "add", "--name", "Zoé Marchelin")["id"]
    profile.ask("close", space, "2026-12-15")
    words = ["book", space, "every Friday", "--until", "2027-01-01", "--member", zoe]
    profile.ask("space", "edit", space, "--holidays", "closed")
    preview = profile.ask(*words, "--preview", keys=KEYS)
    same((preview["id"], preview["preview"]), (None, True))
    same(profile.ask("series", "list", space), [])
    booked = profile.ask(*words, keys=KEYS)
    same(days(booked, "booked"), ["2026-11-27", "2026-12-04", "2026-12-11", "2026-12-18"])
    same(days(booked, "booked"), days(preview, "booked"))
    same(booked["skipped"], [{"day": "2026-12-25", "reason": "closed", "holiday": "christmas"},
                             {"day": "2027-01-01", "reason": "closed", "holiday": "new-year"}])
    same(booked["skipped"], preview["skipped"])
    series = booked["id"]

    away = profile.ask("series", "away", series, "2026-12-01..2026-12-14")
    same(days(away, "freed"), ["2026-12-04", "2026-12-11"])
    listed = profile.ask("series", "list", space)
    same(listed, [{"id": series, "member": zoe, "name": "Zoé Marchelin", "weekdays": [5], "weeks": 1, "part": "full",
                   "seats": 1, "from": "2026-11-26", "until": "2027-01-01", "ahead": 2,
                   "away": ["2026-12-04", "2026-12-11"]}])
    back = profile.ask("series", "back", booked["booked"][0]["id"], "2026-12-07..2026-12-13")
    same(days(back, "booked"), ["2026-12-11"])
    ended = profile.ask("series", "end", series, "--from", "2026-12-11")
    same((days(ended, "freed"), ended["until"]), (["2026-12-11", "2026-12-18"], "2026-12-10"))
    for verb in ("series-end", "series-back", "series-away", "series"):
        same(profile.ask("undo")["undone"], verb)
    same(profile.ask("series", "list", space), [])
    same(profile.ask("today", space, "--day", "2026-12-04")["expected"], [])


@tap.story
def words():
    """people read it in their language, and the end of what can be booked is said"""
    profile = Profile()
    space = profile.add_home("--postcode", "69003", week="Mon-Fri 9-18")
    told = profile.tell("book", space, "tous les jeudis", "--guest", "Noor Delvigne", "--weeks", "2")
    assert "Thursday every 2 weeks" in told and "It ends with Saturday 27 November, a year ahead" in told, told
    told = profile.tell("book", space, "every Tuesday until 8 December", "--guest", "Tomasz", "--preview")
    assert "Every Tuesday" in told and "This is a preview" in told, told
    french = Profile(LC_ALL="fr_FR.UTF-8", LANGUAGE=None)
    salle = french.add_home(week="Mon-Fri 9-18")
    french = french.tell("book", salle, "tous les mardis jusqu’au 8 décembre", "--guest", "Tomasz", "--preview")
    assert "Chaque mardi" in french and "aperçu" in french, french
    told = profile.tell("series", "list", space)
    assert "Noor Delvigne" in told and "27 days ahead" in told, told


@tap.story
def refusals():
    """what is no series, or nothing of one, is said"""
    profile = Profile()
    space = profile.add_home(week="Mon-Fri 9-18")
    guest = ["--guest", "Noor Delvigne"]
    for what in ("never", "2026-13-01", "every Tuesday, 3 seats", "", "%s%n", "'; DROP TABLE booking; --"):
        profile.refuse(2, "invalid", "book", space, what, *guest)
    profile.refuse(2, "invalid", "book", space, "every Tuesday")
    profile.refuse(2, "invalid", "book", space, "every Tuesday", *guest, "--key", "k")
    profile.refuse(2, "invalid", "book", space, "every Tuesday", *guest, "--weeks", "0")
    profile.refuse(2, "invalid", "book", space, "every Tuesday", *guest, "--until", "2026-11-01")
    profile.refuse(2, "invalid", "book", space, "2026-12-01", *guest, "--until", "2026-12-24")
    profile.refuse(1, "past-day", "book", space, "every Tuesday", *guest, "--from", "2026-11-01")
    profile.refuse(1, "beyond-horizon", "book", space, "every Tuesday", *guest, "--from", "2029-11-01")
    profile.refuse(1, "closed", "book", space, "every Sunday", *guest)
    profile.refuse(1, "not-found", "book", space, "every Tuesday", "--member", "nobody")
    profile.refuse(1, "not-found", "series", "away", "nothing", "2026-12-01")
    series = profile.ask("book", space, "every Tuesday", *guest)["id"]
    profile.refuse(1, "already-booked", "book", space, "every Tuesday", *guest)
    profile.refuse(1, "past-day", "series", "away", series, "2026-11-01..2026-11-02")
    profile.refuse(1, "bad-state", "series", "away", series, "2026-11-30")
    profile.refuse(1, "bad-state", "series", "back", series, "2026-12-01")
    profile.refuse(2, "invalid", "series", "away", series, "2026-12-02..2026-12-01")


tap.main()
