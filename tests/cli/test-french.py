#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""foyerctl in French, with no English left in it."""
import json
import re

from desk import tap
from desk.profile import Profile
from desk.tap import same

DAY = "2026-11-26"
COMMANDS = ("space add", "space edit", "space list", "space archive", "space restore", "space poster", "space rules", "open", "close", "week", "availability", "holidays", "member add", "member edit",
            "member find", "member list", "member show", "member accept-rules", "member card", "member erase", "member export", "pass sell", "pass give", "pass list",
            "pass use", "pass return", "pass end", "pay", "refund", "receipt", "invoice", "credit", "ledger", "close-day", "space seller",
            "book", "cancel", "noshow", "checkin", "checkout", "today", "rollcall", "refusals", "undo", "backup", "restore", "check",
            "sample", "publish", "unpublish", "accept", "decline", "search", "request", "seats", "sync")
# Words of English sentences that are no words of French ones, of commands or of options.
ENGLISH = re.compile(r"\b(the|and|with|without|this|that|of|is|are|was|were|not|nothing|no|what|which|whose|who|from it|"
                     r"seats?|days?|spaces?|bookings?|names?|usage|exit|file|wants|needs|changed|free|other|than|"
                     r"somebody|said|otherwise|may|be|stays?|how|many)\b", re.I)
# What stays as it is typed: options, commands in quotation marks, examples.
TYPED = re.compile(r"--[a-z-]+|«\u00a0[^»]*\u00a0»|^ +(?:%s)  |foyerctl [a-z -]+|\b(full|am|pm|home|coworking|third-place|show-name|show-skills)\b"
                   % "|".join(COMMANDS), re.M)


def check_french(text):
    left = ENGLISH.findall(TYPED.sub("", text))
    assert not left, f"{left} in\n{text}"
    for mark in ";?!":
        assert not re.search(rf"[^\u202f]{re.escape(mark)}", text), f"narrow no-break space before {mark}:\n{text}"
    assert not re.search(r"«[^\u00a0]|[^\u00a0]»", text), text
    assert not re.search(r"[^\u00a0\d\"'/E] ?:(?!\d|//)(?=\s)", text.replace("\u00a0:", "")), text
    assert "'" not in text and "..." not in text, f"typewriter apostrophe or dots:\n{text}"


def french():
    return Profile(LC_ALL="fr_FR.UTF-8", LANGUAGE=None)


@tap.story
def help_texts():
    """all help"""
    profile = french()
    check_french(profile.tell("--help"))
    for command in COMMANDS:
        check_french(profile.tell(*command.split(), "--help"))
    for group in ("space", "member"):
        check_french(profile.tell(group, "--help"))


@tap.story
def a_day():
    """a day in tables and sentences"""
    profile = french()
    said = profile.tell("space", "add", "--name", "La Tablée", "--kind", "home", "--seats", "8")
    check_french(said)
    space = "La Tablée"
    same(profile.tell("open", space, "Mon-Fri 9-18"), "262 jours modifiés.\n")
    assert "Domicile  8 places  4,00\u00a0€" in profile.tell("space", "list")
    booked = profile.tell("book", space, "2026-12-01", "--guest", "Zoé", "--part", "am")
    check_french(booked)
    assert "Zoé · mardi 1er décembre · Matin · 1 place · 2,00\u00a0€" in booked, booked
    arrived = profile.tell("checkin", space, "--guest", "Max")
    check_french(arrived)
    assert "À payer\u00a0: 4,00\u00a0€" in arrived, arrived
    today = profile.tell("today", space)
    check_french(today)
    assert today.startswith("La Tablée · Jeudi 26 novembre\nOuvert 09:00 – 18:00, 7 places libres sur 8\n\nSur place  1\n")
    assert "Première visite" in today and "À encaisser\u00a0: 4,00\u00a0€" in today
    for args in (("availability", space, "--from", DAY, "--days", "9"), ("rollcall", space),
                 ("checkout", space, "--guest", "Max"), ("undo",), ("undo",), ("undo",), ("member", "add", "--name", "Zoé"),
                 ("member", "find", "personne"), ("close", space, "2026-12-02"), ("check",),
                 ("backup", profile.path("copie.db")), ("restore", profile.path("copie.db"))):
        check_french(profile.tell(*args))


@tap.story
def refusals():
    """every refusal that can be had"""
    profile = french()
    space = profile.add_home(seats=1)
    booking = profile.book(space, DAY, "--guest", "Zoé", "--key", "k")["id"]
    cases = [
        (), ("voler",), ("space",), ("--voler",), ("book",), ("book", "--voler"), ("undo", "x"), ("today", space, "--day"),
        ("check", "--json=x"), ("today", space, "--day", DAY, "--day", DAY), ("today", space, "--day", "demain"),
        ("today", "ailleurs"), ("cancel", "x"), ("book", space, DAY), ("book", space, DAY, "--member", "x"),
        ("book", space, DAY, "--guest", "Max"), ("book", space, DAY, "--guest", "Zoé"),
        ("book", space, DAY, "--guest", "Max", "--part", "soir"), ("book", space, DAY, "--guest", "Max", "--key", "k"),
        ("book", space, "2026-11-28", "--guest", "Max"), ("book", space, "2026-11-25", "--guest", "Max"),
        ("book", space, "9999-12-31", "--guest", "Max"), ("book", space, DAY, "--guest", "\n"),
        ("checkout", space, "--guest", "Zoé"), ("close", space, DAY), ("close", space, "2026-01-01"),
        ("close", space, "x"), ("open", space, "x"), ("open", space, DAY, "--from", DAY), ("sample",),
        ("open", space, "Mon 9-18", "--from", "2026-12-02", "--until", "2026-12-01"), ("sample", "--seed", "-1"),
        ("sample", "--seed", "1"), ("space", "edit", space), ("space", "edit", space, "--seats", "x"),
        ("space", "edit", space, "--price", "x"), ("space", "edit", space, "--half-at", "x"),
        ("space", "edit", space, "--kind", "x"), ("space", "edit", space, "--currency", "x"),
        ("space", "edit", space, "--currency", "JPY"),
        ("space", "edit", space, "--currency", "JPY", "--price", "4.0"), ("space", "edit", space, "--lat", "1"),
        ("space", "edit", space, "--lat", "x", "--lon", "1"), ("space", "edit", space, "--tz", "x"),
        ("space", "edit", space, "--public-address"), ("space", "edit", space, "--half-price", "99"),
        ("space", "edit", space, "--street", "a\nb"), ("space", "add", "--name", "x"), ("member", "find", " "),
        ("member", "add", "--name", "x", "--email", "x"), ("member", "add", "--name", "x", "--phone", "x"),
        ("backup", ""), ("restore", ""), ("restore", "/nulle/part"), ("backup", "/"), ("undo", "--data-dir", ""),
        ("availability", space, "--from", "9999-12-31", "--days", "9"), ("noshow", booking[:-1] + "x"),
    ]
    for case in cases:
        result = profile.run(*case)
        assert result.status not in (0, 70), (case, result.err)
        check_french(result.err.removeprefix("foyerctl: "))
        same(json.loads(profile.run("--json", *case).out)["error"]["message"],
             result.err.removeprefix("foyerctl: ").rstrip("\n"), repr(case))
    result = profile.run("space", "list", now="maintenant")
    same(result.status, 2)
    check_french(result.err.removeprefix("foyerctl: "))


@tap.story
def same_for_scripts():
    """no language in what scripts read"""
    profile = french()
    space = profile.add_home()
    same(profile.book(space, DAY, "--guest", "Zoé")["state"], "confirmed")
    same(profile.ask("today", space)["expected"][0]["part"], "full")
    same(profile.ask("undo")["undone"], "book")


tap.main()
