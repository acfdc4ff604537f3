#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the answer goes: pipes, closed and full outputs, other encodings, help."""
import json
import os
import re
import signal
import sqlite3
import subprocess
import unicodedata

from desk import tap
from desk.profile import FOYERCTL, Profile
from desk.tap import same

COMMANDS = ("space add", "space edit", "space list", "open", "close", "week", "availability", "holidays",
            "pass sell", "pass give", "pass list", "pass use", "pass return", "pass end", "pay", "refund", "receipt", "invoice", "credit", "ledger", "close-day", "space seller",
            "member add", "member find", "book", "cancel", "noshow", "checkin", "checkout", "today", "rollcall", "publish", "unpublish", "accept",
            "decline", "search", "request", "seats", "sync", "undo", "backup", "restore", "check", "sample")
CODES = ("full closed past-day beyond-horizon already-in not-in already-booked wrong-day not-found bad-state has-bookings"
         " key-reused currency-mismatch too-much home-address not-empty nothing-to-undo invalid damaged-file"
         " not-a-foyer-file newer-file bad-file failed disk-full read-only io busy cancelled bad-code refused changed-key"
         " unreachable bad-answer bad-identity no-pass pass-expired already-paid").split()
ABSENT = ("import",)


def columns(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


@tap.story
def help_of_program():
    """--help lists what is there and nothing else"""
    profile = Profile()
    text = profile.tell("--help")
    for command in COMMANDS:
        assert f"\n  {command} " in text, command
    for word in ABSENT:
        assert word not in text, word
    for line in text.splitlines():
        assert columns(line) <= 80, line
    same(profile.tell("--help", "--json"), text)
    assert not os.path.exists(profile.dir)


@tap.story
def help_of_commands():
    """every command explains itself within a terminal's width"""
    profile = Profile()
    for command in COMMANDS:
        text = profile.tell(*command.split(), "--help")
        assert text.startswith(f"Usage: foyerctl {command}"), text
        assert "--json" in text and "--data-dir DIR" in text
        for line in text.splitlines():
            assert columns(line) <= 80, line
    for group, inside, outside in (("space", "space edit", "member"), ("member", "member find", "space add")):
        text = profile.tell(group, "--help")
        assert inside in text and outside not in text.split("SPACE is")[0], text
    assert profile.tell("--version").startswith("foyerctl ")
    assert not os.path.exists(profile.dir)


@tap.story
def manuals():
    """both manuals have every command, option, code and status that there is"""
    profile = Profile()
    for name in ("foyerctl.1", "fr/foyerctl.1"):
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../data/man", name),
                  encoding="utf-8") as file:
            manual = file.read().replace("\\-", "-")
        for command in COMMANDS:
            assert re.search(rf"\\fB{command}\b", manual), f"{name}: {command}"
            for option in re.findall(r"^  (--[a-z-]+)", profile.tell(*command.split(), "--help"), re.M):
                assert option in manual, f"{name}: {command} {option}"
        for status in ("0", "1", "2", "65", "69", "70", "74", "75"):
            assert f"\n.TP\n.B {status}\n" in manual, f"{name}: {status}"
        for code in CODES:
            assert re.search(rf"\b{code}\b", manual), f"{name}: {code}"
        for word in ABSENT:
            assert f"\\fB{word}" not in manual, f"{name}: {word}"


@tap.story
def order_of_options():
    """options stand before or after, with a blank or an equals sign"""
    profile = Profile()
    other = profile.path("other")
    profile.add_home(name="Ici")
    for args in (("--json", "space", "list", "--data-dir", other), ("--data-dir=" + other, "space", "list", "--json"),
                 ("space", "--data-dir", other, "list", "--json")):
        result = profile.run(*args)
        same((result.status, result.out, result.err), (0, "[]\n", ""), repr(args))
    same(profile.ask("space", "list")[0]["name"], "Ici")


@tap.story
def default_profile():
    """without a folder named, the person's own one"""
    profile = Profile(FOYER_DATA_DIR=None)
    profile.environment["XDG_DATA_HOME"] = profile.path("data")
    profile.ask("space", "list")
    assert os.path.exists(profile.path("data/foyer/foyer.db"))


@tap.story
def reader_gone():
    """a reader that leaves early kills nothing but the answer"""
    profile = Profile()
    space = profile.add_home()
    for default in (True, False):
        run = subprocess.Popen([FOYERCTL, "book", space, "2026-11-26", "--guest", f"Zoé {default}"], env=profile.environ(),
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, restore_signals=default)
        run.stdout.close()
        err = run.stderr.read().decode()
        run.wait(timeout=120)
        if default:
            same((run.returncode, err), (-signal.SIGPIPE, ""))
        else:
            same((run.returncode, err.count("\n")), (74, 1))
    same(len(profile.ask("today", space)["expected"]), 2, "what was done is kept")
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def closed_streams():
    """closed outputs never become a file of the profile"""
    profile = Profile()
    space = profile.add_home()
    command = f'"{FOYERCTL}" book {space} 2026-11-26 --guest '
    for number, streams in enumerate((">&-", "2>&-", "<&-", ">&- 2>&- <&-", ">/dev/full")):
        run = subprocess.run(["/bin/sh", "-c", f"{command} Guest{number} {streams}"], env=profile.environ(),
                             capture_output=True, timeout=120, check=False)
        same(run.returncode, 74 if ">&-" == streams[:3] or "full" in streams else 0, f"{streams}: {run.stderr}")
    same(len(profile.ask("today", space)["expected"]), 5)
    same(profile.ask("check"), {"ok": True, "problems": []})
    with open(profile.database, "rb") as file:
        same(file.read(16), b"SQLite format 3\0")


@tap.story
def utf8_everywhere():
    """the answer is UTF-8 whatever the locale says"""
    for locale in ("C", "C.UTF-8", "fr_FR.ISO-8859-1", "no_SUCH.locale"):
        profile = Profile(LC_ALL=locale)
        space = profile.add_home(name="Chez Zoé")
        assert "Chez Zoé" in profile.tell("space", "list")
        profile.book(space, "2026-11-26", "--guest", "Łucja")
        assert "Łucja" in profile.tell("today", "chez zoé")


@tap.story
def hostile_rows():
    """names that got into the file some other way do not command a terminal"""
    profile = Profile()
    space = profile.add_home()
    profile.book(space, "2026-11-26", "--guest", "Zoé")
    connection = sqlite3.connect(profile.database)
    connection.create_function("foyer_act", 0, lambda: 1)
    evil = "\x1b[2J\x07evil\u202egnp\u2066\r\n"
    connection.execute("UPDATE person SET name = ?, rev = rev + 1", (evil,))
    connection.execute("UPDATE space SET name = ?, rev = rev + 1", (evil,))
    connection.commit()
    connection.close()
    for args in (("today", space), ("space", "list"), ("rollcall", space)):
        text = profile.tell(*args)
        for c in text:
            assert c == "\n" or unicodedata.category(c) != "Cc", repr(text)
            assert c not in "\u202e\u2066", repr(text)
    same(profile.ask("today", space)["expected"][0]["name"], evil, "scripts get what is there")
    result = profile.run("today", "\x1b[31mred\u202e")
    assert "\x1b" not in result.err and "\u202e" not in result.err, result.err


@tap.story
def one_document():
    """integers are integers, and the document ends with the line"""
    profile = Profile()
    space = profile.add_home("--price", "1000000000")
    result = profile.run("book", space, "2026-11-26", "--guest", "Zoé", "--json")
    assert b'"price_minor":100000000000,' in result.raw, result.raw
    same(json.loads(result.out)["currency"], "EUR")


tap.main()
