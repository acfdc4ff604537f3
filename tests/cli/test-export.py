#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""All that is kept about somebody, in one file for them."""
import csv
import io
import json
import os
import zipfile

from desk import tap
from desk.profile import Profile
from desk.tap import same

NAMES = ["person", "skills", "consents", "rules", "bookings", "visits", "refused_codes", "series", "waiting", "passes", "pass_uses", "payments", "invoices",
         "requests", "records", "journal"]


def plant(profile):
    space = profile.add_home("--rules", "No shoes.", "--price", "5", "--currency", "EUR")
    other = profile.ask("member", "add", "--name", "Idris Belcourt", "--notes", "Somebody else's.")["id"]
    person = profile.ask("member", "add", "--name", "Zoé \"Zo\" Marchelin", "--email", "zoe@example.org",
                         "--phone", "+33 6 39 98 00 01", "--skill", "=cmd|' /C calc'!A0", "--need", "a desk",
                         "--language", "fr", "--notes", "Tea;\nno sugar\\.", "--emergency-name", "Ada",
                         "--card", "FO-BCDE7", "--consent", "photos")["id"]
    profile.ask("member", "edit", person, "--phone", "06 00 00 00 02")
    profile.ask("member", "accept-rules", person, space)
    profile.ask("pass", "sell", "--member", person, "--days", "10", "--price", "80", "--currency", "EUR")
    profile.ask("checkin", space, "--member", person)
    profile.book(space, "2026-12-03", "--member", person, "--key", "k-1")
    profile.book(space, "2026-12-03", "--member", other)
    return space, person


def read(path):
    with zipfile.ZipFile(path) as archive:
        same(archive.testzip(), None)
        same(archive.namelist(), ["README.txt", "data.json", *(f"{name}.csv" for name in NAMES)])
        return {name: archive.read(name) for name in archive.namelist()}


@tap.story
def whole():
    """every row of theirs and none of anybody else's, as JSON and as tables that say the same"""
    profile = Profile()
    space, person = plant(profile)
    path = profile.path("zoe.zip")
    same(profile.ask("member", "export", person, path, keys=["file"]), {"file": path})
    same(os.stat(path).st_mode & 0o777, 0o600)
    same([name for name in os.listdir(profile.base) if name.endswith(".tmp")], [])
    files = read(path)
    data = json.loads(files["data.json"])
    same(list(data), NAMES)
    who = data["person"][0]
    same([who[key] for key in ("id", "kind", "name", "phone", "notes", "card", "needs", "since")],
         [person, "member", "Zoé \"Zo\" Marchelin", "06 00 00 00 02", "Tea;\nno sugar\\.", "FO-BCDE7", "a desk",
          "2026-11-26T08:30:00Z"])
    same([row["skill"] for row in data["skills"]], ["=cmd|' /C calc'!A0"])
    same([row["purpose"] for row in data["consents"]], ["photos"])
    same([(row["space"], row["version"], row["text"]) for row in data["rules"]], [("La Tablée", 1, "No shoes.")])
    same([(row["day"], row["state"], row["price_minor"], row["key"]) for row in data["bookings"]],
         [("2026-11-26", "checked-in", 500, ""), ("2026-12-03", "confirmed", 500, "k-1")])
    same([row["event"] for row in data["visits"]], ["in"])
    same([(row["halves"], row["price_minor"]) for row in data["passes"]], [(20, 8000)])
    assert any("+33 6 39 98 00 01" in row["before"] for row in data["journal"]), data["journal"]
    assert b"Idris" not in b"".join(files.values()) and b"Somebody else" not in b"".join(files.values())

    for name in NAMES:
        text = files[f"{name}.csv"]
        assert text.startswith(b"\xef\xbb\xbf"), name
        rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))
        same(len(rows), 1 + len(data[name]), name)
        for cells, row in zip(rows[1:], data[name]):
            same(rows[0], list(row), name)
            for cell, value in zip(cells, row.values()):
                if isinstance(value, str) and value[:1] in tuple("=+-@\t\r\n"):
                    value = "'" + value if value else value
                same(cell, str(value), name)
    readme = files["README.txt"].decode()
    for name in NAMES:
        same(readme.count(f"\n{name} "), 2, f"{name} is explained in both languages")
    for columns in (set(row) for rows in data.values() for row in rows):
        assert not [column for column in columns if column not in readme], columns


@tap.story
def refused():
    """nothing is replaced, and nothing is begun that cannot be ended"""
    profile = Profile()
    _, person = plant(profile)
    path = profile.path("there.zip")
    with open(path, "w", encoding="utf-8") as file:
        file.write("mine")
    profile.refuse(1, "not-empty", "member", "export", person, path)
    with open(path, encoding="utf-8") as file:
        same(file.read(), "mine")
    profile.refuse(1, "not-found", "member", "export", person, profile.path("no/folder.zip"))
    profile.refuse(1, "not-found", "member", "export", "nobody", profile.path("a.zip"))
    profile.refuse(2, "invalid", "member", "export", person)
    profile.refuse(2, "invalid", "member", "export", person, "")
    profile.ask("member", "erase", person)
    profile.refuse(1, "not-found", "member", "export", person, profile.path("a.zip"))
    same(sorted(os.listdir(profile.base)), ["profile", "there.zip"])


@tap.story
def french():
    """a table for a French spreadsheet has its cells parted as that expects"""
    profile = Profile(LC_ALL="fr_FR.UTF-8", LANGUAGE=None)
    _, person = plant(profile)
    path = profile.path("zoe.zip")
    same(profile.tell("member", "export", person, path),
         f"Tout ce qui est gardé sur cette personne est dans {path}. C’est pour elle et pour personne d’autre.\n")
    assert read(path)["passes.csv"].startswith(b"\xef\xbb\xbf\"id\";\"space\""), read(path)["passes.csv"]


tap.main()
