#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two records of one person, and two people with one name, from a terminal."""
from desk import tap
from desk.profile import Profile
from desk.tap import same

PAIR = ["keep", "other", "why", "namesakes"]


def add(profile, name, *options):
    return profile.ask("member", "add", "--name", name, *options, keys=["id"])["id"]


def suggest(profile):
    return [(pair["keep"]["name"], pair["other"]["name"], pair["why"], pair["namesakes"])
            for pair in profile.ask("member", "duplicates")]


@tap.story
def suggested():
    """who may be one person is shown with the reasons, until the host knows better"""
    profile = Profile()
    space = profile.add_home()
    same(profile.ask("member", "duplicates"), [])
    zoe = add(profile, "Zoé Marchelin", "--email", "zoe@example.org", "--phone", "06 39 98 00 01")
    again = add(profile, "Marchelin Zoe", "--email", "Zoe@Example.org", "--phone", "+33 6 39 98 00 01")
    idris = add(profile, "Idris Belcourt", "--email", "i@example.org")
    namesake = add(profile, "Idris Belcourt", "--email", "b@example.org")
    add(profile, "Karim")
    add(profile, "Karim")
    pairs = profile.ask("member", "duplicates")
    same([sorted(pair) for pair in pairs], [sorted(PAIR)] * 2)
    same(pairs[0]["keep"], {"id": zoe, "name": "Zoé Marchelin", "member": True})
    same(pairs[0]["other"], {"id": again, "name": "Marchelin Zoe", "member": True})
    same(suggest(profile), [("Zoé Marchelin", "Marchelin Zoe", ["email", "phone", "name"], 2),
                            ("Idris Belcourt", "Idris Belcourt", ["name", "other-email"], 2)])

    same(profile.ask("member", "apart", idris, namesake), {"id": idris})
    same(profile.ask("member", "apart", namesake, idris), {"id": namesake})
    same(len(suggest(profile)), 1)
    same(profile.ask("undo"), {"undone": "member-apart", "id": idris})
    same(len(suggest(profile)), 2)
    for person in (idris, namesake):
        profile.ask("checkin", space, "--member", person)
    same(len(suggest(profile)), 1, "who were here together are two")
    profile.refuse(1, "both-here", "member", "merge", idris, namesake)
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def merged():
    """two become one with all that was theirs, and are two again"""
    profile = Profile()
    space = profile.add_home()
    zoe = add(profile, "Zoé Marchelin", "--email", "zoe@example.org", "--need", "a printer")
    again = add(profile, "Zoe Marchelin", "--phone", "06 39 98 00 01", "--card", "FO-bcde", "--notes", "Tea.",
                "--consent", "photos", "--need", "A printer", "--need", "a bookkeeper")
    profile.ask("checkin", space, "--member", again)
    booking = profile.book(space, "2026-12-01", "--member", again)["id"]
    first, second = (profile.ask("member", "show", person) for person in (zoe, again))
    same(profile.ask("member", "merge", zoe, again), {"id": zoe})
    one = profile.ask("member", "show", zoe)
    same([one[key] for key in ("id", "name", "email", "phone", "card", "notes", "needs")],
         [zoe, "Zoé Marchelin", "zoe@example.org", "06 39 98 00 01", "FO-bcde", "Tea.", ["a printer", "a bookkeeper"]])
    same(one["consents"], second["consents"])
    same((one["visits"]["days"], one["ahead"][-1]["booking"]), (1, booking))
    same(profile.ask("member", "show", again), one)
    same([row["id"] for row in profile.ask("member", "list")], [zoe])
    same([row["id"] for row in profile.ask("member", "find", "fobcde")], [zoe])
    same([(row["member"], row["name"]) for row in profile.ask("today", space)["here"]], [(zoe, "Zoé Marchelin")])
    profile.refuse(1, "already-in", "checkin", space, "--member", again)
    profile.refuse(1, "same-person", "member", "merge", zoe, again)
    profile.refuse(1, "same-person", "member", "apart", again, zoe)
    same(profile.ask("undo"), {"undone": "member-merge", "id": zoe})
    same([profile.ask("member", "show", person) for person in (zoe, again)], [first, second])
    same([row["member"] for row in profile.ask("today", space)["here"]], [again])
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def refused():
    """what cannot become one stays two"""
    profile = Profile()
    zoe = add(profile, "Zoé", "--notes", "a" * 1990)
    ada = add(profile, "Ada", "--notes", "b" * 1990)
    profile.refuse(1, "same-person", "member", "merge", zoe, zoe)
    profile.refuse(1, "not-found", "member", "merge", zoe, "nobody")
    profile.refuse(1, "not-found", "member", "merge", "nobody", zoe)
    profile.refuse(1, "not-found", "member", "apart", zoe, "nobody")
    profile.refuse(2, "invalid", "member", "merge", zoe, ada)
    profile.refuse(2, "invalid", "member", "merge", zoe)
    profile.refuse(2, "invalid", "member", "apart")
    profile.refuse(2, "invalid", "member", "duplicates", zoe)
    same([row["name"] for row in profile.ask("member", "list")], ["Ada", "Zoé"])
    same(profile.ask("undo"), {"undone": "member-add", "id": ada}, "what was refused is no act")


@tap.story
def words():
    """people read it in their language"""
    french = {"LC_ALL": "fr_FR.UTF-8", "LANGUAGE": None}
    for locale, why, merged, none in (
            ({}, "Only the name is the same. The e-mail addresses are different.",
             "Zoé Marchelin has all now that was of Zoe Marchelin.\n", "No two members look like one person.\n"),
            (french, "Seul le nom est le même. Les adresses e-mail sont différentes.",
             "Zoé Marchelin a désormais tout ce qui était à Zoe Marchelin.\n",
             "Aucune paire de membres ne ressemble à une seule personne.\n")):
        profile = Profile(**locale)
        zoe = add(profile, "Zoé Marchelin", "--email", "z@example.org")
        again = add(profile, "Zoe Marchelin", "--email", "zoe@example.org")
        told = profile.tell("member", "duplicates")
        for line in (why, zoe, again):
            assert line in told, (line, told)
        same(profile.tell("member", "merge", zoe, again), merged)
        same(profile.tell("member", "duplicates"), none)
        assert "." in profile.tell("undo")


tap.main()
