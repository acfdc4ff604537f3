#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A profile that is open elsewhere, damaged, newer or foreign: words and exit codes."""
import os
import re
import sqlite3
import subprocess

from driver import build, foyer, tap, wait
from driver.desk import Desk
from driver.foyer import Profile, Refused

@tap.story
def second_start():
    """a second start raises the window that is open and exits 0"""
    profile = Profile()
    profile.add_space()
    program = profile.start()
    second = subprocess.run([build.FOYER, "--data-dir", profile.dir], capture_output=True, text=True,
                            env={**os.environ, **profile.environment()}, check=False,
                            timeout=wait.DEADLINE_S)
    assert (second.returncode, second.stderr) == (0, ""), second
    program.settle()
    assert len(program.root.find_all(("frame", "window"))) == 1
    program.close()


@tap.story
def two_profiles():
    """two profiles are two windows beside each other"""
    first, second = Profile(), Profile()
    first.add_space("First")
    second.add_space("Second")
    programs = first.start(), second.start()
    for program in programs:
        assert program.process.poll() is None
    for program in programs:
        program.close()


@tap.story
def terminal_beside_window():
    """foyerctl on a profile that a window has open exits 75 and says it in one sentence"""
    profile = Profile()
    space = profile.add_space()
    program = profile.start()
    Desk(program)
    try:
        profile.ctl("today", space)
    except Refused as refused:
        assert refused.status == 75, refused
    else:
        raise AssertionError("two programs had one profile open")
    program.close()
    profile.ctl("today", space)


def expect_page(profile, pattern):
    """The window tells what is wrong in a sentence, without a raw message, and nothing of
    the file is touched."""
    path = profile.database()
    with open(path, "rb") as file:
        before = file.read()
    program = profile.start()
    page = program.root.find("label", re.compile(pattern, re.I))
    texts = " ".join(label.name for label in program.root.find_all("label"))
    assert "sqlite" not in texts.lower() and "error" not in texts.lower(), texts
    assert page is not None
    program.close(foyer.JOURNAL)
    with open(path, "rb") as file:
        assert file.read() == before, "the file was changed"


@tap.story
def damaged():
    """a damaged database shows a page in words"""
    profile = Profile()
    profile.add_space()
    profile.damage()
    expect_page(profile, "damaged")


@tap.story
def newer():
    """a database of a newer Foyer shows a page in words"""
    profile = Profile()
    profile.add_space()
    connection = sqlite3.connect(profile.database())
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    expect_page(profile, "newer")


@tap.story
def foreign():
    """a file that is not Foyer's shows a page in words"""
    profile = Profile()
    profile.add_space()
    path = profile.database()
    os.unlink(path)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()
    expect_page(profile, "not .*Foyer|another program")


@tap.story
def bad_instant():
    """an instant that nobody can read is refused with exit 2"""
    profile = Profile()
    done = subprocess.run([build.FOYER, "--data-dir", profile.dir], capture_output=True, text=True,
                          env={**os.environ, "FOYER_NOW": "yesterday"}, check=False)
    assert done.returncode == 2 and len(done.stderr.strip().splitlines()) == 1, done


tap.main()
