#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Arguments nobody can understand: status 2, one sentence, and no trace in the profile."""
import json
import os

from desk import tap
from desk.profile import Profile
from desk.tap import same

DAY = "2026-11-26"
ADD = ("space", "add", "--name", "A", "--kind", "home", "--seats", "3")
BAD_DAYS = ("2026-02-30", "2027-02-29", "2026-13-01", "2026-00-10", "2026-11-00", "26-11-2026", "2026-11-26T09:00",
            "2026-1-1", "tomorrow", "", " 2026-11-26", "2026-11-26 ", "1899-12-31", "10000-01-01", "-1",
            "２０２６-11-26", "2026-11-26\n")
BAD_NUMBERS = ("-1", "0", "501", "99999999999999999999", "1.5", "1e2", "", "three", "0x10", " 3", "3 ", "+3", "٣")
BAD_PRICES = ("-1", "4.005", "4,5,0", "1e3", "", "free", "4 EUR", "99999999999999999999", "+4", ".", "4.", "£4", "NaN")
BAD_NAMES = ("", " ", "\t", "a\nb", "a\x07b", "a\x1b[31mb", "x" * 81, "é" * 5000, "evil\u202eeman", "a\u2066b",
             "\u200b", "a\u2028b", "\ud7ff\ufffe")


@tap.story
def command_line():
    """unknown, missing, doubled and superfluous words"""
    profile = Profile()
    for args in ((), ("fly",), ("space",), ("space", "fly"), ("member",), ("--fly",), ("-x",), ("space", "list", "more"),
                 ("space", "list", "--fly"), ("space", "list", "-v"), ("book",), ("book", "a"), ("today",),
                 ("today", "a", "b"), ("undo", "it"), ("backup",), ("restore",), ("close", "a"), ("open", "a"),
                 ("today", "a", "--day"), ("today", "a", "--day", DAY, "--day", DAY), ("space", "list", "--json=yes"),
                 ("--seats", "3", "book"), ("check", "--seed", "1"), ("publish", "a", "--directory", "http://x/"),
                 ("checkout", "a", "--code", "x"), ("accept",), ("SPACE", "LIST"), ("space list",), ("--", "undo"),
                 ("cancel", "--", "--x", "y"), ("rollcall", "a", "--data-dir", "x", "--data-dir", "y"),
                 ("undo", "--data-dir", "")):
        profile.refuse(2, "invalid", *args)
    assert not os.path.exists(profile.dir), "a mistake leaves no profile behind"
    profile.refuse(1, "not-found", "cancel", "--", "--x")


@tap.story
def days():
    """dates that are none, and ranges that end before they begin"""
    profile = Profile()
    for day in BAD_DAYS:
        profile.refuse(2, "invalid", "book", "s", day, "--guest", "Zoé")
        profile.refuse(2, "invalid", "close", "s", day)
        profile.refuse(2, "invalid", "today", "s", "--day", day)
        profile.refuse(2, "invalid", "checkin", "s", "--guest", "Zoé", "--day", day)
        profile.refuse(2, "invalid", "availability", "s", "--from", day, "--days", "3")
        profile.refuse(2, "invalid", "open", "s", "Mon 9-18", "--from", day)
    for days in ("2026-11-27..2026-11-26", "2026-11-26..", "..2026-11-26", "2026-11-26...2026-11-27",
                 "2026-11-26..2026-11-31", "2026-11-26..2026-11-27..2026-11-28", "2026-11-26-2026-11-27"):
        profile.refuse(2, "invalid", "close", "s", days)
        profile.refuse(2, "invalid", "open", "s", days)
    profile.refuse(2, "invalid", "open", "s", "Mon 9-18", "--from", "2026-12-02", "--until", "2026-12-01")
    profile.refuse(2, "invalid", "open", "s", DAY, "--until", "2026-12-01")
    profile.refuse(2, "invalid", "availability", "s", "--from", "9999-12-31", "--days", "2")
    assert not os.path.exists(profile.dir)


@tap.story
def weeks():
    """openings that say nothing"""
    profile = Profile()
    for text in ("", " ", "Blueday 9-18", "Tue 18-9", "Tue 9-9", "Tue 9-25", "Tue 09:60-18:00", "Tue 9", "T 9-18",
                 "Tue,,Thu 9-18", "Mar 9-18", "Tue 9-18 Thu", "Tue -9-18", "x" * 5000):
        profile.refuse(2, "invalid", "open", "s", text)


@tap.story
def numbers():
    """seats, days and sizes that cannot be"""
    profile = Profile()
    other = Profile()
    space = other.add_home()
    for number in BAD_NUMBERS:
        profile.refuse(2, "invalid", *ADD[:-1], number)
        profile.refuse(2, "invalid", "book", "s", DAY, "--guest", "Zoé", "--seats", number)
        profile.refuse(2, "invalid", "open", "s", DAY, "--seats", number)
        other.refuse(2, "invalid", "space", "edit", space, "--seats", number)
        if number != "501":
            profile.refuse(2, "invalid", "availability", "s", "--from", DAY, "--days", number)
            profile.refuse(2, "invalid", "sample", "--seed", "1", "--members", number)
    for number in ("-1", "1.5", "", "x", "99999999999999999999"):
        profile.refuse(2, "invalid", "sample", "--seed", number)
        profile.refuse(2, "invalid", "sample", "--seed", "1", "--bookings", number)
    profile.refuse(2, "invalid", "sample")
    profile.refuse(2, "invalid", "sample", "--seed", "1", "--members", "100001")
    profile.refuse(2, "invalid", "sample", "--seed", "1", "--bookings", "1000001")
    assert not os.path.exists(profile.dir)


@tap.story
def spaces():
    """fields of a space that cannot be kept"""
    profile = Profile()
    for price in BAD_PRICES:
        profile.refuse(2, "invalid", *ADD, "--price", price)
    for option, value in (("--half-price", "-1"), ("--half-at", "25:00"), ("--half-at", "00:00"), ("--half-at", "24:00"),
                          ("--half-at", "noon"), ("--currency", "EURO"), ("--currency", "eur"), ("--currency", "XQQ"),
                          ("--tz", "Mars/Olympus"), ("--tz", ""), ("--tz", "../../etc/passwd"), ("--lat", "45"),
                          ("--lon", "4"), ("--street", "a\nb"), ("--wifi", "x" * 5000), ("--about", "x" * 2001),
                          ("--rules", "\x1b"), ("--tag", "x" * 41), ("--public-address=yes", "x"),
                          ("--no-public-address", "x")):
        profile.refuse(2, "invalid", *ADD, option, value)
    for lat, lon in (("91", "0"), ("-90.000001", "0"), ("0", "180.5"), ("a", "0"), ("1,5", "0"), ("", "0"), ("1.", "0"),
                     ("nan", "0"), ("1e1", "0"), ("0", "99999999999999999999")):
        profile.refuse(2, "invalid", *ADD, "--lat", lat, "--lon", lon)
    profile.refuse(2, "invalid", *ADD, "--price", "4", "--half-price", "5")
    profile.refuse(2, "invalid", *ADD, "--currency", "JPY")
    error = profile.refuse(2, "invalid", *ADD, "--currency", "JPY", "--price", "500.0")
    assert "4.00" not in error["message"], error
    profile.refuse(2, "invalid", *ADD[:4], "--kind", "castle", "--seats", "3")
    profile.refuse(2, "invalid", "space", "add", "--kind", "home", "--seats", "3")
    profile.refuse(2, "invalid", "space", "add", "--name", "A", "--seats", "3")
    profile.refuse(2, "invalid", "space", "add", "--name", "A", "--kind", "home")
    profile.refuse(2, "invalid", *ADD, *(word for n in range(30) for word in ("--tag", f"t{n}")))
    assert not os.path.exists(profile.dir)
    profile.ask(*ADD, "--lat", "-45.5", "--lon", "-179.999999", "--currency", "JPY", "--price", "500")


@tap.story
def names():
    """names that would fool a reader or a terminal"""
    profile = Profile()
    for name in BAD_NAMES:
        profile.refuse(2, "invalid", "space", "add", "--name", name, "--kind", "home", "--seats", "3")
        profile.refuse(2, "invalid", "member", "add", "--name", name)
        profile.refuse(2, "invalid", "book", "s", DAY, "--guest", name)
        profile.refuse(2, "invalid", "checkin", "s", "--guest", name)
    for option, value in (("--email", "no address"), ("--email", "a@b\nc"), ("--phone", "none"), ("--skill", "a" * 41)):
        profile.refuse(2, "invalid", "member", "add", "--name", "Zoé", option, value)
    profile.refuse(2, "invalid", "book", "s", DAY, "--guest", "Zoé", "--key", "a\nb")
    profile.refuse(2, "invalid", "book", "s", DAY, "--guest", "Zoé", "--key", "")
    profile.refuse(2, "invalid", "member", "find", " ")
    assert not os.path.exists(profile.dir)


@tap.story
def strange_names():
    """names that only look strange are kept as they are"""
    profile = Profile()
    for name in ("<b>&amp;</b>", "Robert'); DROP TABLE person; --", "%s%n", "--seats", "李小龍", "עדה", "é" * 80, "🪑"):
        person = profile.ask("member", "add", f"--name={name}")["id"]
        same([row["name"] for row in profile.ask("member", "find", "--", name[:8]) if row["id"] == person], [name])


@tap.story
def who():
    """exactly one person"""
    profile = Profile()
    for command in (("book", "s", DAY), ("checkin", "s"), ("checkout", "s")):
        profile.refuse(2, "invalid", *command)
        profile.refuse(2, "invalid", *command, "--member", "a", "--guest", "b")
    profile.refuse(2, "invalid", "checkin", "s", "--booking", "a", "--guest", "b")
    profile.refuse(2, "invalid", "book", "s", DAY, "--booking", "a")
    profile.refuse(2, "invalid", "book", "s", DAY, "--guest", "Zoé", "--part", "evening")
    profile.refuse(2, "invalid", "book", "s", DAY, "--guest", "Zoé", "--part", "")


@tap.story
def not_utf8():
    """bytes that are no text"""
    profile = Profile()
    for args in ((b"member", b"find", b"\xff"), (b"\xc3\x28",), (b"space", b"add", b"--name", b"Zo\xe9", b"--kind=home"),
                 (b"--\xff",), (b"book", b"s", b"\xfe"), (b"today", b"\xed\xa0\x80")):
        result = profile.run(*args, b"--json")
        same((result.status, json.loads(result.out)["error"]["code"]), (2, "invalid"), repr(args))
        same(result.err.count("\n"), 1)


@tap.story
def nothing_changed():
    """a refused edit changes nothing of what is known"""
    profile = Profile()
    space = profile.add_home()

    def state():
        return profile.ask("space", "list"), profile.ask("availability", space, "--from", DAY, "--days", "30")

    before = state()
    profile.refuse(2, "invalid", "space", "edit", space)
    profile.refuse(2, "invalid", "space", "edit", space, "--name", "Autre", "--seats", "0")
    profile.refuse(2, "invalid", "space", "edit", space, "--name", "Autre", "--half-price", "9")
    profile.refuse(1, "home-address", "space", "edit", space, "--name", "Autre", "--public-address")
    same(state(), before)


tap.main()
