#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The versions of the house rules, and who accepted which, from a terminal."""
from desk import tap
from desk.profile import Profile
from desk.tap import same

SPRING, MAY, AUTUMN = "2026-03-02T09:00:00+01:00", "2026-05-03T09:00:00+02:00", "2026-11-26T09:00:00+01:00"
FIRST, SECOND = "Shoes off in the hall.\nCalls in the kitchen.", "Shoes off in the hall."


def versions(profile, space):
    return [tuple(one.values()) for one in profile.ask("space", "rules", space)]


def scene(**environ):
    profile = Profile(now=SPRING, **environ)
    space = profile.add_home("--rules", FIRST)
    idris = profile.ask("member", "add", "--name", "Idris")["id"]
    return profile, space, idris


@tap.story
def changed():
    """another text is another version, and what a member accepted goes on saying which it was"""
    profile, space, idris = scene()
    same(profile.ask("space", "rules", space),
         [{"version": 1, "since": "2026-03-02", "text": FIRST, "accepted": 0}])
    first = profile.ask("member", "accept-rules", idris, space)
    same(first, {"space": space, "version": 1, "since": "2026-03-02", "at": 1772438400000, "current": 1})
    same(profile.ask("member", "accept-rules", idris, "La Tablée", now=MAY), first, "the first time counts")

    profile.ask("space", "edit", space, "--rules", SECOND, now=MAY)
    profile.ask("space", "edit", space, "--rules", SECOND, "--seats", "5", now=AUTUMN)
    same(versions(profile, space), [(2, "2026-05-03", SECOND, 0), (1, "2026-03-02", FIRST, 1)])
    same(profile.ask("member", "show", idris)["rules"], [{**first, "current": 2}])
    profile.ask("member", "accept-rules", idris, space, now=AUTUMN)
    same([(one["version"], one["current"]) for one in profile.ask("member", "show", idris)["rules"]], [(2, 2)])

    same([profile.ask("undo")["undone"] for _ in range(3)], ["rules-accept", "space-edit", "space-edit"])
    same(versions(profile, space), [(1, "2026-03-02", FIRST, 1)])
    same(profile.ask("undo"), {"undone": "rules-accept", "id": idris})
    same(profile.ask("member", "show", idris)["rules"], [])
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def refused():
    """what is not there is not accepted"""
    profile, space, idris = scene()
    bare = profile.add_home(name="Bare")
    profile.refuse(1, "no-rules", "member", "accept-rules", idris, bare)
    profile.refuse(1, "not-found", "member", "accept-rules", "nobody", space)
    profile.refuse(1, "not-found", "member", "accept-rules", idris, "nowhere")
    profile.refuse(2, "invalid", "member", "accept-rules", idris)
    profile.refuse(1, "not-found", "space", "rules", "nowhere")
    same(profile.ask("space", "rules", bare), [])
    profile.ask("space", "edit", space, "--rules=", now=MAY)
    profile.refuse(1, "no-rules", "member", "accept-rules", idris, space)
    same(versions(profile, space)[0], (2, "2026-05-03", "", 0))
    profile.ask("space", "archive", space)
    profile.refuse(1, "bad-state", "member", "accept-rules", idris, space)
    same(len(versions(profile, space)), 2)


@tap.story
def words():
    """people read it in their language"""
    for environ, shown, record, later, none in (
            ({}, "Version 1, since 2 March 2026 · accepted by 1 person", "Accepted the rules of 2 March 2026",
             "Accepted the rules of 2 March 2026; they have changed since", "No rules since 3 May 2026"),
            ({"LC_ALL": "fr_FR.UTF-8", "LANGUAGE": None}, "Version 1, depuis le 2 mars 2026 · acceptée par 1 personne",
             "A accepté les règles du 2 mars 2026", "A accepté les règles du 2 mars 2026, modifiées depuis",
             "Plus de règles depuis le 3 mai 2026")):
        profile, space, idris = scene(**environ)
        assert record in profile.tell("member", "accept-rules", idris, space)
        same(profile.tell("space", "rules", space), f"{shown}\n  Shoes off in the hall.\n  Calls in the kitchen.\n")
        profile.ask("space", "edit", space, "--rules=", now=MAY)
        assert profile.tell("space", "rules", space).startswith(none + "\n"), profile.tell("space", "rules", space)
        assert later in profile.tell("member", "show", idris)


tap.main()
