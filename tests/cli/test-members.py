#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The record of a member, and what a host notices about people, from a terminal."""
from desk import tap
from desk.profile import Profile
from desk.tap import same

SINCE = 1795681800000
KEYS = ["id", "name", "member", "email", "phone", "skills", "needs", "languages", "notes", "emergency_name",
        "emergency_phone", "card", "consents", "rules", "visits", "ahead"]
EVERYTHING = ["--email", "i@example.org", "--phone", "06 39 98 00 01", "--skill", "Typography", "--skill", "Book design",
              "--need", "a bookkeeper", "--language", "Français", "--notes", "Table by the radiator.\nLeaves at 17:30.",
              "--emergency-name", "Ida", "--emergency-phone", "06 39 98 00 02", "--card", "FO-bcde",
              "--consent", "show-name", "--consent", "photos"]
NEVER = {"days": 0, "this_year": 0, "first": None, "last": None, "regular": False, "weekdays": [], "weeks_missed": 0,
         "years": 0}


def show(profile, person, **options):
    return profile.ask("member", "show", person, keys=KEYS, **options)


@tap.story
def record():
    """is written, shown, changed in parts and undone"""
    profile = Profile()
    idris = profile.ask("member", "add", "--name", "Idris Belcourt", *EVERYTHING, keys=["id"])["id"]
    first = show(profile, idris)
    same(first, {
        "id": idris, "name": "Idris Belcourt", "member": True, "email": "i@example.org", "phone": "06 39 98 00 01",
        "skills": ["Typography", "Book design"], "needs": ["a bookkeeper"], "languages": ["Français"],
        "notes": "Table by the radiator.\nLeaves at 17:30.", "emergency_name": "Ida",
        "emergency_phone": "06 39 98 00 02", "card": "FO-bcde",
        "consents": [{"purpose": "show-name", "since": SINCE}, {"purpose": "photos", "since": SINCE}],
        "rules": [], "visits": NEVER, "ahead": []})

    later = "2026-11-27T09:30:00+01:00"
    same(profile.ask("member", "edit", idris, "--need", "a printer", "--skill=", "--consent", "photos", "--consent",
                     "newsletter", "--notes=", now=later), {"id": idris})
    second = show(profile, idris)
    same(second["consents"], [{"purpose": "newsletter", "since": SINCE + 86400000}, {"purpose": "photos", "since": SINCE}])
    same([second[key] for key in ("skills", "needs", "notes", "card", "email")],
         [[], ["a printer"], "", "FO-bcde", "i@example.org"])
    same(profile.ask("member", "edit", idris, "--consent=")["id"], idris)
    same(show(profile, idris)["consents"], [])

    for _ in range(2):
        same(profile.ask("undo"), {"undone": "member-edit", "id": idris})
    same(show(profile, idris), first)
    same(profile.ask("undo"), {"undone": "member-add", "id": idris})
    profile.refuse(1, "not-found", "member", "show", idris)
    same(profile.ask("member", "list"), [])
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def refusals():
    """what cannot be kept changes nothing, and a card is one person's"""
    profile = Profile()
    idris = profile.ask("member", "add", "--name", "Idris", "--card", "FO-bcde")["id"]
    zoe = profile.ask("member", "add", "--name", "Zoé")["id"]
    before = show(profile, zoe)
    for option, value in (("--name", ""), ("--email", "zoe"), ("--phone", "none"), ("--emergency-phone", "none"),
                          ("--card", "abc"), ("--card", "-" * 10), ("--consent", "all"), ("--need", "a" * 41),
                          ("--notes", "a" * 2001), ("--emergency-name", "a\nb"), ("--language", "\x1b")):
        profile.refuse(2, "invalid", "member", "edit", zoe, option, value)
        if option != "--name":
            profile.refuse(2, "invalid", "member", "add", "--name", "Max", option, value)
    for card in ("FO-BCDE", "fobcde", " FO bc de "):
        profile.refuse(1, "card-taken", "member", "edit", zoe, "--card", card)
    profile.refuse(1, "not-found", "member", "edit", "nobody", "--name", "Max")
    profile.refuse(2, "invalid", "member", "edit")
    profile.refuse(2, "invalid", "member", "show")
    profile.refuse(2, "invalid", "member", "list", "--sort", "size")
    same(show(profile, zoe), before)
    same([row["id"] for row in profile.ask("member", "find", "fo-bcd")], [idris])
    same(profile.ask("member", "edit", zoe), {"id": zoe})
    same(profile.ask("undo"), {"undone": "member-add", "id": zoe}, "a change of nothing is no act")


@tap.story
def noticed():
    """who comes often, on which days, and who is missed"""
    profile = Profile(now="2026-09-01T09:00:00+02:00")
    space = profile.add_home()
    idris = profile.ask("member", "add", "--name", "Idris")["id"]
    profile.ask("member", "add", "--name", "Ada")
    for day in ("09-01", "09-08", "09-15", "09-22", "09-29", "10-06", "10-08"):
        profile.ask("checkin", space, "--member", idris, now=f"2026-{day}T09:00:00+02:00")
    noticed = show(profile, idris, now="2026-10-09T09:00:00+02:00")["visits"]
    same(noticed, {"days": 7, "this_year": 7, "first": "2026-09-01", "last": "2026-10-08", "regular": True,
                   "weekdays": [2], "weeks_missed": 0, "years": 0})
    profile.book(space, "2026-12-01", "--member", idris, "--part", "pm", now="2026-11-26T09:00:00+01:00")
    after = show(profile, idris, now="2026-11-26T09:00:00+01:00")
    same((after["visits"]["regular"], after["visits"]["weeks_missed"]), (False, 7))
    same([(one["day"], one["part"], one["state"]) for one in after["ahead"]], [("2026-12-01", "pm", "confirmed")])
    same([(row["name"], row["last_day"]) for row in profile.ask("member", "list", "--sort", "last-visit")],
         [("Idris", "2026-10-08"), ("Ada", None)])
    same([row["name"] for row in profile.ask("member", "list")], ["Ada", "Idris"])


@tap.story
def words():
    """people read it in their language"""
    french = {"LC_ALL": "fr_FR.UTF-8", "LANGUAGE": None}
    for locale, lines in (
            ({}, ["Idris", "Looks for:        a bookkeeper", "Others See on Which Days They Come", "Regular",
                  "Usually Tuesdays", "6, since 1 September", "In an emergency:  Ida"]),
            (french, ["Idris", "a bookkeeper", "Les autres voient ses jours", "Fidèle", "D’habitude le mardi",
                      "6, depuis le 1er septembre"])):
        profile = Profile(now="2026-09-01T09:00:00+02:00", **locale)
        space = profile.add_home()
        idris = profile.ask("member", "add", "--name", "Idris", *EVERYTHING)["id"]
        for day in ("01", "08", "15", "22", "29", "30"):
            profile.ask("checkin", space, "--member", idris, now=f"2026-09-{day}T09:00:00+02:00")
        told = profile.tell("member", "show", idris, now="2026-10-01T09:00:00+02:00")
        for line in lines:
            assert line in told, (line, told)
        assert "Idris" in profile.tell("member", "list")
        assert "Idris" in profile.tell("member", "edit", idris, "--need", "x")
    same(Profile().tell("member", "list"), "There are no members yet. Add one with “foyerctl member add”.\n")


tap.main()
