#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is printed, read back as people and cameras read it."""
import os
import stat
import subprocess

from desk import tap
from desk.directory import Directory
from desk.profile import Profile
from desk.tap import same


def words(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True,
                          timeout=60).stdout


def codes(path):
    """What a scanner finds on the first page."""
    picture = path[:-len(".pdf")]
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", path, picture], check=True, timeout=60)
    found = subprocess.run(["zbarimg", "--quiet", "--raw", picture + ".png"], check=False, capture_output=True,
                           text=True, timeout=60).stdout
    return found.split()


def make(profile, *args):
    path = profile.path(f"{len(os.listdir(profile.base))}.pdf")
    same(profile.ask(*args, "--pdf", path), {"file": path})
    return path


@tap.story
def roll_call():
    """everybody who is in the building stands on the sheet, with the numbers to call, and nobody else does"""
    profile = Profile()
    space = profile.add_home(seats=40, week="every day 00:00-23:59")
    for name in ("Zoé Marchelin", "Émile <b>Sato</b>", "Gone Already"):
        profile.ask("checkin", space, "--guest", name)
    profile.ask("checkout", space, "--guest", "Gone Already")
    path = make(profile, "rollcall", space)
    text = words(path)
    for line in ("Roll Call", "2 people at", "26 November", "09:30", "Zoé Marchelin", "Émile <b>Sato</b>", "Since 09:30",
                 "112", "18", "15", "114"):
        assert line in text, (line, text)
    assert "Gone" not in text, text
    same(stat.S_IMODE(os.stat(path).st_mode), 0o600)


@tap.story
def poster():
    """the poster says what a guest must know, and nothing that is private"""
    profile = Profile()
    space = profile.add_home(seats=3, week="Tue,Thu 9-18")
    profile.ask("space", "edit", space, "--half-price", "2.50", "--rules", "Shoes off.\nThe cat stays in.", "--street",
                "12 rue du Secret", "--door", "4711B", "--wifi", "hunter2")
    path = make(profile, "space", "poster", space)
    text = words(path)
    for line in ("La Tablée", "Tue and Thu 9-18", "€4.00 a day, €2.50 for half a day", "Shoes off.", "The cat stays in."):
        assert line in text, (line, text)
    for secret in ("Secret", "4711B", "hunter2"):
        assert secret not in text, (secret, text)
    same(codes(path), [])


@tap.story
def link():
    """once a directory shows it, the poster's code leads there"""
    profile = Profile()
    directory = Directory()
    space = profile.add_home("--city", "Lyon", "--postcode", "69003", seats=3, week="Tue,Thu 9-18")
    listing = profile.ask("publish", space, "--directory", directory.url)["id"]
    path = make(profile, "space", "poster", space)
    page = f"{directory.url}/l/{listing}"
    same(codes(path), [page])
    assert page in words(path).replace("\n", "")


@tap.story
def refused():
    """no file is replaced, and no half of one is left"""
    profile = Profile()
    space = profile.add_home(seats=3, week="Tue,Thu 9-18")
    path = make(profile, "rollcall", space)
    with open(path, "rb") as file:
        before = file.read()
    profile.refuse(1, "not-empty", "rollcall", space, "--pdf", path)
    with open(path, "rb") as file:
        same(file.read() == before, True)
    profile.refuse(1, "not-found", "rollcall", space, "--pdf", profile.path("none/x.pdf"))
    profile.refuse(2, "invalid", "rollcall", space, "--pdf", "")
    profile.refuse(2, "invalid", "space", "poster", space)
    profile.refuse(1, "not-found", "space", "poster", "nowhere", "--pdf", profile.path("x.pdf"))
    same(os.path.exists(profile.path("x.pdf")), False)


tap.main()
