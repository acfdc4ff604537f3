#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Databases that are foreign, newer, damaged, read-only, or open elsewhere."""
import json
import os
import sqlite3
import signal
import stat
import subprocess

from desk import tap
from desk.profile import FOYERCTL, Profile
from desk.tap import same

DAY = "2026-11-26"


def kept():
    profile = Profile()
    space = profile.add_home()
    profile.book(space, DAY, "--guest", "Zoé")
    return profile, space


def read(path):
    with open(path, "rb") as file:
        return file.read()


@tap.story
def private():
    """the profile is its owner's alone"""
    profile, _ = kept()
    same(stat.S_IMODE(os.stat(profile.dir).st_mode), 0o700)
    for name in os.listdir(profile.dir):
        path = os.path.join(profile.dir, name)
        if os.path.isfile(path):
            same(stat.S_IMODE(os.stat(path).st_mode) & 0o077, 0, name)


@tap.story
def foreign():
    """a file of another program is left as it is"""
    profile = Profile()
    os.mkdir(profile.dir, 0o700)
    connection = sqlite3.connect(profile.database)
    connection.execute("CREATE TABLE recipes (id INTEGER PRIMARY KEY)")
    connection.commit()
    connection.close()
    before = read(profile.database)
    profile.refuse(65, "not-a-foyer-file", "space", "list")
    profile.refuse(65, "not-a-foyer-file", "check")
    same(read(profile.database), before)


@tap.story
def no_database():
    """a file that is no database at all"""
    for content in (b"Dear diary, " * 500, b"\x00" * 8192):
        profile = Profile()
        os.mkdir(profile.dir, 0o700)
        with open(profile.database, "wb") as file:
            file.write(content)
        result = profile.run("space", "list", "--json")
        same(result.status, 65, result.err)
        assert json.loads(result.out)["error"]["code"] in ("not-a-foyer-file", "damaged-file"), result.out
        same(read(profile.database), content)


@tap.story
def newer():
    """a file of a newer Foyer is left as it is"""
    profile, _ = kept()
    connection = sqlite3.connect(profile.database)
    connection.execute("PRAGMA user_version = 9999")
    connection.commit()
    connection.close()
    profile.refuse(65, "newer-file", "space", "list")
    profile.refuse(65, "newer-file", "check")


@tap.story
def damaged():
    """a damaged file is told about, kept, and replaced by a copy"""
    profile, space = kept()
    copy = profile.path("copy.db")
    profile.ask("backup", copy)
    content = bytearray(read(profile.database))
    for page in range(1, len(content) // 4096):
        content[page * 4096:page * 4096 + 64] = b"\x5a" * 64
    with open(profile.database, "wb") as file:
        file.write(content)
    profile.refuse(65, "damaged-file", "space", "list")
    result = profile.run("check", "--json")
    same(result.status, 65)
    answer = json.loads(result.out)
    same((list(answer), answer["ok"]), (["ok", "problems"], False))
    assert answer["problems"] and all(isinstance(text, str) for text in answer["problems"])
    same(result.err.count("\n"), 1)
    kept_at = profile.ask("restore", copy)["kept"]
    assert bytes(content) in (read(os.path.join(where, name)) for where, _, names in os.walk(kept_at)
                              for name in names), "the damaged file is kept"
    same(len(profile.ask("today", space)["expected"]), 1)


@tap.story
def truncated():
    """half a file"""
    profile, _ = kept()
    content = read(profile.database)
    with open(profile.database, "wb") as file:
        file.write(content[:len(content) // 2])
    profile.refuse(65, "damaged-file", "space", "list")


@tap.story
def broken_rules():
    """a sound file whose content does not fit together"""
    profile, space = kept()
    connection = sqlite3.connect(profile.database)
    connection.create_function("foyer_act", 0, lambda: 1)
    connection.execute("DROP TRIGGER slot_guard_update")
    connection.execute("UPDATE slot SET am_cap = 0 WHERE day = ?", (DAY,))
    connection.commit()
    connection.close()
    result = profile.run("check", "--json")
    same(result.status, 65, result.err)
    answer = json.loads(result.out)
    assert answer["ok"] is False and answer["problems"], answer
    plain = profile.run("check")
    same(plain.status, 65)
    same(plain.out.splitlines(), answer["problems"])


@tap.story
def read_only():
    """a place where nothing may be written"""
    if os.geteuid() == 0:
        # root may write anywhere but on /proc, where no folder can be made
        profile = Profile()
        result = profile.run("space", "list", "--json", "--data-dir", "/proc/foyer")
        same(result.status, 74, result.err)
        assert json.loads(result.out)["error"]["code"] in ("read-only", "io"), result.out
        return
    profile, _ = kept()
    os.chmod(profile.dir, 0o500)
    os.chmod(profile.database, 0o400)
    try:
        profile.refuse(74, "read-only", "member", "add", "--name", "Zoé")
    finally:
        os.chmod(profile.dir, 0o700)


@tap.story
def backup_nowhere():
    """a backup where no folder is"""
    profile, _ = kept()
    profile.refuse(1, "not-found", "backup", profile.path("nowhere/copy.db"))
    result = profile.run("backup", "/proc/copy.db", "--json")
    assert result.status in (1, 74), result.err
    same(list(json.loads(result.out)), ["error"])


@tap.story
def in_the_way():
    """a file where the folder of the profile should be"""
    profile = Profile()
    with open(profile.dir, "wb") as file:
        file.write(b"mine")
    result = profile.run("space", "list", "--json")
    same(result.status, 74, result.err)
    same(read(profile.dir), b"mine")


@tap.story
def open_elsewhere():
    """while another process has the profile, foyerctl leaves it alone"""
    profile, space = kept()
    copy = profile.path("copy.db")
    profile.ask("backup", copy)
    connection = sqlite3.connect(profile.database, isolation_level=None)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        profile.refuse(75, "busy", "today", space)
        profile.refuse(75, "busy", "member", "add", "--name", "Zoé")
        profile.refuse(75, "busy", "restore", copy)
        profile.refuse(75, "busy", "check")
    finally:
        connection.close()
    profile.ask("today", space)


@tap.story
def two_at_once():
    """of many that come at the same time each succeeds or is told that the profile is busy"""
    profile, space = kept()
    runs = [subprocess.Popen([FOYERCTL, "book", space, DAY, "--guest", f"Guest {n}", "--json"],
                             env=profile.environ(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for n in range(12)]
    ids = []
    for run in runs:
        out, err = run.communicate(timeout=120)
        answer = json.loads(out)
        assert run.returncode in (0, 1, 75), err
        if run.returncode == 0:
            ids.append(answer["id"])
        else:
            assert answer["error"]["code"] in ("busy", "full"), answer
    expected = {person["booking"] for person in profile.ask("today", space)["expected"]}
    assert set(ids) <= expected and len(expected) == len(ids) + 1


@tap.story
def restore_refuses():
    """what is no copy does not replace anything"""
    profile, space = kept()
    profile.refuse(1, "not-found", "restore", profile.path("nothing.db"))
    other = profile.path("other.db")
    with open(other, "wb") as file:
        file.write(b"x" * 9000)
    result = profile.run("restore", other, "--json")
    same(result.status, 65, result.err)
    result = profile.run("restore", profile.base, "--json")
    assert result.status in (65, 74), result
    same(len(profile.ask("today", space)["expected"]), 1)


@tap.story
def interrupted():
    """an interrupted sample leaves nothing, and the shell sees the signal"""

    profile = Profile()
    profile.ask("space", "list")
    run = subprocess.Popen([FOYERCTL, "sample", "--seed", "1", "--members", "20000", "--bookings", "400000"],
                           env=profile.environ(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # What does not fit into memory goes into the journal: then it is in the middle of it.
    journal = profile.database + "-wal"
    while run.poll() is None and not (os.path.exists(journal) and os.path.getsize(journal) > 2 ** 20):
        os.sched_yield()
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=120)
    same((run.returncode, out), (-signal.SIGINT, b""), err.decode())
    same(err.decode(), "foyerctl: This was stopped before its end; nothing was changed.\n")
    same(profile.ask("space", "list"), [])
    same(profile.ask("check"), {"ok": True, "problems": []})


tap.main()
