#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody is erased, and not a byte of them is left; the accounts are what they were."""
import json
import os
import shutil

from desk import tap
from desk.profile import Profile
from desk.tap import same

KEPT = ["bookings", "coming", "here", "visits", "passes", "invoices"]
REMOVED = ["records", "consents", "rules", "waiting", "requests", "steps"]


class Markers:
    """Texts that are nowhere else, each in the forms in which a program could keep it."""

    def __init__(self):
        self.made = []

    def word(self):
        self.made.append(f"Qx{len(self.made):02}jvwk")
        return self.made[-1]

    def number(self):
        self.made.append(f"0639{len(self.made):02}7719")
        return self.made[-1]

    def forms(self):
        for text in self.made:
            yield text.lower().encode()
            yield text[::-1].lower().encode()

    def find(self, *folders):
        found = []
        for folder in folders:
            for path, _, names in os.walk(folder):
                for name in names:
                    with open(os.path.join(path, name), "rb") as file:
                        data = file.read().lower()
                    found += [(os.path.join(path, name), form) for form in self.forms() if form in data]
        return found


def add(profile, marks, *options):
    return profile.ask("member", "add", "--name", f"{marks.word()} {marks.word()}",
                       "--email", f"{marks.word()}@{marks.word()}.example", "--phone", marks.number(),
                       "--skill", marks.word(), "--skill", marks.word(), "--need", marks.word(), "--need", marks.word(),
                       "--language", marks.word(), "--notes", f"{marks.word()}\n{marks.word()}",
                       "--emergency-name", marks.word(), "--emergency-phone", marks.number(), "--card", marks.word(),
                       "--consent", "photos", *options)["id"]


def totals(profile, space):
    today = profile.ask("today", space)
    return (profile.ask("availability", space, "--from", "2026-11-26", "--days", "30"),
            [[row[key] for key in ("part", "seats", "due_minor", "state")] for row in today["here"]],
            {key: value if isinstance(value, int) else len(value) for key, value in today.items()})


def seats(profile, space, day):
    return profile.ask("availability", space, "--from", day, "--days", "1")


def plant(profile, marks):
    """A house in which somebody left all that can be left, and somebody else did as much."""
    space = profile.add_home("--rules", "No shoes.", "--price", "5", "--currency", "EUR", seats=4)
    other = profile.ask("member", "add", "--name", "Idris Belcourt", "--email", "idris@example.org")["id"]
    person = add(profile, marks)
    profile.ask("member", "edit", person, "--name", f"{marks.word()} {marks.word()}", "--notes", marks.word(),
                "--skill", marks.word(), "--card", marks.word())
    profile.ask("member", "accept-rules", person, space)
    twin = add(profile, marks)
    profile.ask("member", "merge", person, twin)
    gone = profile.ask("member", "add", "--name", f"{marks.word()} {marks.word()}")["id"]
    profile.ask("undo")
    profile.ask("pass", "sell", "--member", person, "--days", "10", "--price", "80", "--currency", "EUR")
    profile.book(space, "2026-11-26", "--member", person, "--key", marks.word())
    profile.ask("checkin", space, "--member", person)
    profile.book(space, "2026-12-03", "--member", person, "--key", marks.word())
    profile.book(space, "2026-12-03", "--member", other, "--seats", "2")
    for day in ("2026-11-27", "2026-12-04"):
        profile.book(space, day, "--member", other, "--seats", "4")
    profile.ask("waiting", "add", space, "2026-11-27", "--member", person)
    profile.ask("waiting", "add", space, "2026-12-04", "--member", person)
    return space, person, other, gone


@tap.story
def nothing_is_left():
    """in no file of the profile, of a backup or of a restored one is anything of them"""
    profile = Profile()
    marks = Markers()
    space, person, other, gone = plant(profile, marks)
    assert len(marks.made) >= 30, len(marks.made)
    outside = profile.path("outside.db")
    profile.ask("backup", outside)
    backups = os.path.join(profile.dir, "backups")
    os.makedirs(backups, exist_ok=True)
    for name in ("foyer-2026-11-20.db", "pre-migrate-v14-20261120T080000Z.db"):
        shutil.copy(outside, os.path.join(backups, name))
    profile.ask("restore", outside)
    assert marks.find(profile.dir) and marks.find(backups), "the planted texts are looked for where they are"

    before = totals(profile, space)
    passes = profile.ask("pass", "list", "--member", person)
    receipt = profile.ask("member", "erase", person, keys=["id", "kept", "removed", "backups"])
    same(receipt["id"], person)
    same(profile.ask("member", "erase", gone)["removed"]["records"], 1, "who was never a member for long")
    same(receipt["kept"], dict(zip(KEPT, (2, 1, 1, 1, 1, 0))))
    same(list(receipt["removed"]), REMOVED)
    same([receipt["removed"][key] for key in REMOVED[:5]], [2, 1, 1, 2, 0])
    same(receipt["backups"]["left"], 0)
    assert receipt["backups"]["cleaned"] >= 3, receipt
    if os.path.exists(profile.database + "-wal"):
        same(os.path.getsize(profile.database + "-wal"), 0)
    same(marks.find(profile.dir), [])
    same(totals(profile, space), before)
    same(profile.ask("pass", "list", "--member", person), passes)
    same(profile.ask("check"), {"ok": True, "problems": []})
    same([row["name"] for row in profile.ask("today", space)["here"]], ["Erased member"])
    same([row["name"] for row in profile.ask("member", "list")], ["Idris Belcourt"])
    for text in (marks.made[0], marks.made[2], "Erased", "erased member"):
        same(profile.ask("member", "find", text), [])
    for command in (("show", person), ("erase", person), ("edit", person, "--name", "X"), ("erase", "nobody")):
        profile.refuse(1, "not-found", "member", *command)
    profile.refuse(1, "not-found", "book", space, "2026-12-07", "--member", person)

    again = profile.ask("member", "add", "--name", "A newcomer", "--email", f"{marks.made[2]}@example.org")["id"]
    assert again != person
    profile.ask("undo")
    profile.ask("member", "erase", again)

    kept = profile.ask("restore", outside)
    same(marks.find(profile.dir), [], "a backup brings nobody back")
    assert kept
    same(totals(profile, space), before)
    profile.refuse(1, "not-found", "member", "show", person)
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def undone_afterwards():
    """undo goes on for the others, and brings nothing of them back"""
    profile = Profile()
    marks = Markers()
    space, person, other, gone = plant(profile, marks)
    opened = seats(profile, space, "2026-12-03")
    profile.ask("close", space, "2026-12-03", "--cancel")
    closed = seats(profile, space, "2026-12-03")
    profile.ask("member", "edit", other, "--notes", "Left-handed.")
    profile.ask("checkout", space, "--member", person)
    for somebody in (gone, person):
        profile.ask("member", "erase", somebody)
    same(profile.ask("undo"), {"undone": "member-edit", "id": other})
    same(profile.ask("member", "show", other)["notes"], "")
    same(seats(profile, space, "2026-12-03"), closed)
    same(profile.ask("undo")["undone"], "close")
    same(seats(profile, space, "2026-12-03"), opened)
    undone = []
    while (result := profile.run("--json", "undo")).status == 0:
        undone.append(json.loads(result.out)["undone"])
        same(marks.find(profile.dir), [])
        same(profile.ask("check"), {"ok": True, "problems": []})
    same(undone, ["book", "book", "book", "member-add"], "the house stays open as long as somebody without a name is expected")
    same(json.loads(result.out)["error"]["code"], "has-bookings")
    same(profile.ask("member", "list"), [])


@tap.story
def words():
    """the receipt says what stays and why, and nothing of who it was"""
    french = {"LC_ALL": "fr_FR.UTF-8", "LANGUAGE": None}
    for locale, name, lines in (
            ({}, "Erased member", ("This cannot be undone.", "2 bookings stay, without a name", "1 pass stays",
                                   "is still checked in", "2 places on waiting lists")),
            (french, "Membre effacé", ("Impossible de revenir en arrière.", "2 réservations restent, sans nom",
                                       "1 pass reste", "est toujours présent", "2 places en liste d’attente"))):
        profile = Profile(**locale)
        marks = Markers()
        space, person, _, gone = plant(profile, marks)
        profile.ask("member", "erase", gone)
        told = profile.tell("member", "erase", person)
        for line in lines:
            assert line in told, (line, told)
        same([text for text in marks.made if text in told], [])
        assert name in profile.tell("rollcall", space), profile.tell("rollcall", space)
        assert name in profile.tell("today", space)


tap.main()
