#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts that mean something to a program are kept as they are in every field, or refused with a reason.
FOYER_INJECTION=all tries each text in each field; a usual run each field with some and each text somewhere."""
import contextlib
import os
import re
import sqlite3
import unicodedata

from desk import tap
from desk.injection import CORPUS, N_PIECES
from desk.profile import Profile
from desk.tap import same

DAY = "2026-11-27"
# What --help calls what people write freely.
FREE = ("NAME", "TEXT", "ADDRESS", "NUMBER", "KEY", "ZONE", "CODE")
PER_FIELD = 8
# Options of a member that are kept in the record, and their columns.
RECORD = {"need": "needs", "language": "languages", "notes": "notes", "emergency-name": "emergency_name",
          "emergency-phone": "emergency_phone", "card": "card"}
WHITE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + "\u200b"


def share(field):
    """The texts for a field: all, or some pieces and some longer ones, other ones for each field."""
    if os.environ.get("FOYER_INJECTION") == "all":
        return CORPUS
    begin = field * PER_FIELD
    return [CORPUS[(begin + i) % N_PIECES] for i in range(PER_FIELD)] + CORPUS[N_PIECES + field::200]


def as_kept(text):
    """What becomes of a text that is kept: composed, line feeds for other ends of lines, and no blanks at its
    ends, to which a zero width space belongs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", text).strip(WHITE)


def options_of(profile, *command):
    told = profile.tell(*command, "--help")
    found = [name for name, what in re.findall(r"^ +--([a-z-]+) ([A-Z]+)$", told, re.M) if what in FREE]
    return [name for name in found if name not in ("data-dir", "currency", "kind")]


def rows(profile, sql, *values):
    with contextlib.closing(sqlite3.connect(profile.database)) as book:
        return book.execute(sql, values).fetchall()


def write(profile, args, text):
    """Whether it was taken; what was not is a refusal with a sentence."""
    result = profile.run("--json", *args)
    if result.status == 0:
        same(result.err, "", f"{args[:2]} {text!r}")
        return True
    assert result.status in (1, 2), f"{args[:2]} {text[:80]!r}: {result.status} {result.err}"
    assert result.err.startswith("foyerctl: ") and result.err.count("\n") == 1, f"{text[:80]!r}: {result.err!r}"
    assert not any(ord(c) < 32 or ord(c) == 127 or c in "\u202e\u2066" for c in result.err[:-1]), repr(result.err)
    return False


def try_field(profile, field, name, args, sql, *values):
    """Writes the texts of a field through @args and reads each back; how many were kept."""
    kept = 0
    for text in share(field):
        before = rows(profile, sql, *values)
        taken = write(profile, [*args, f"--{name}={text}"], text)
        after = rows(profile, sql, *values)
        if taken and name in ("skill", *RECORD) and not as_kept(text):
            same(after, before, f"{name}: without a word it is none: {text!r}")
        elif taken:
            kept += 1
            same(after[-1][0].rstrip("\n") if name == "tag" else after[-1][0], as_kept(text), f"{name}: {text[:80]!r}")
        else:
            same(after, before, f"{name}: refused, and nothing changed: {text[:80]!r}")
    return kept


@tap.story
def spaces():
    """every text of a space"""
    profile = Profile()
    space = profile.add_home()
    columns = {"tag": "tags", "desk": "substr(desks, instr(desks, ' ') + 1)"}
    fields = options_of(profile, "space", "edit")
    assert {"name", "street", "postcode", "city", "door", "wifi", "about", "rules", "tag", "tz", "desk"} <= set(fields), fields
    for number, name in enumerate(fields):
        sql = f"SELECT {columns.get(name, name)} FROM space"
        kept = try_field(profile, number, name, ["space", "edit", space], sql)
        assert kept > 0 or name in ("tz", "postcode"), name
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def people():
    """every text of a member and of a guest"""
    profile = Profile()
    space = profile.add_home(seats=500)
    fields = options_of(profile, "member", "add")
    assert set(fields) == {"name", "email", "phone", "skill", *RECORD}, fields
    for number, name in enumerate(fields):
        more = [] if name == "name" else ["--name", "Zoé"]
        sql = ("SELECT skill FROM person_skill ORDER BY id" if name == "skill"
               else f"SELECT {RECORD[name]} FROM person_record ORDER BY person_id" if name in RECORD
               else f"SELECT {name} FROM person ORDER BY id")
        kept = try_field(profile, 12 + number, name, ["member", "add", *more], sql)
        assert kept > 0 or name in ("email", "phone", "emergency-phone"), name
    kept = try_field(profile, 17, "guest", ["book", space, DAY], "SELECT name FROM person ORDER BY id")
    kept += try_field(profile, 18, "guest", ["checkin", space], "SELECT name FROM person ORDER BY id")
    assert kept > 0
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def words_elsewhere():
    """texts that are looked for, meant or read, and kept nowhere"""
    profile = Profile()
    space = profile.add_home()
    for number, args in enumerate((["member", "find", "--"], ["open", space], ["open", space, "--preview", "--"],
                                   ["book", space, "--guest", "Zoé", "--preview", "--"], ["today"], ["cancel"],
                                   ["checkin", space, "--code"], ["book", space, DAY, "--guest", "Zoé", "--desk"])):
        for text in share(19 + number):
            before = rows(profile, "SELECT (SELECT count (*) FROM booking), (SELECT count (*) FROM opening_rule)")
            write(profile, [*args, text], text)
            same(rows(profile, "SELECT (SELECT count (*) FROM booking), (SELECT count (*) FROM opening_rule)"), before,
                 f"{args[:2]}: {text[:80]!r}")
    same(profile.ask("check"), {"ok": True, "problems": []})


tap.main()
