#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people are called is shown as they write it, whatever it looks like to a program."""
import unicodedata

from driver import keys, tap
from driver.desk import Desk
from driver.foyer import TODAY, Profile

NAMES = [
    "<b>Bold</b> & Sons",
    "&amp; &#x41;",
    "<span foreground='red'>x",
    "%s%n %1$d",
    "Robert'); DROP TABLE person;--",
    "_Mnemonic_ __",
    "😀 Émile 👩‍👩‍👧",
    "سارة أحمد",
    "Zoe\u0301 Decomposed",
    "W" * 80,
    "C:\\path\\n",
]


def as_kept(name):
    return unicodedata.normalize("NFC", name)


@tap.story
def shown():
    """names from the database are shown exactly, on every page that shows them"""
    profile = Profile()
    space = profile.add_space("<i>Table</i> & Co_op", seats=40)
    for name in NAMES:
        profile.ctl("book", space, TODAY, "--guest", name)
    program = profile.start()
    desk = Desk(program)
    expected = {as_kept(name) for name in NAMES}
    program.root.find("label", "<i>Table</i> & Co_op")
    desk.root.find("list item", "<b>Bold</b> & Sons")
    program.settle()
    assert set(desk.group("Expected")) == expected, set(desk.group("Expected")) ^ expected
    labels = {label.name for label in program.root.find_all("label")}
    assert expected <= labels, expected - labels
    program.close()


@tap.story
def typed():
    """a name with markup goes through the entry, the result, the toast and the list"""
    profile = Profile()
    space = profile.add_space()
    program = profile.start()
    desk = Desk(program)
    for name in ("<b>Ximena</b> &amp; Yann", "😀 Émile"):
        desk.entry.text = name
        desk.root.find("list item", f"New Guest “{name}”")
        keys.press("ctrl+Return")
        desk.says(f"^{name}|{name}$")
        desk.root.find("list", "Here").find("list item", name)
    program.close()
    here = [person["name"] for person in profile.ctl("today", space)["here"]]
    assert here == ["<b>Ximena</b> &amp; Yann", "😀 Émile"], here


@tap.story
def refused():
    """a name that turns the direction of what follows is refused, and kept in the entry"""
    profile = Profile()
    space = profile.add_space()
    program = profile.start()
    desk = Desk(program)
    name = "abc\u202edef"
    desk.entry.text = name
    desk.root.find("list item", where=lambda n: n.name.startswith("New Guest"))
    keys.press("ctrl+Return")
    desk.says("(?i)direction|character|cannot be used|name")
    program.settle()
    assert desk.entry.text == name
    program.close()
    assert profile.ctl("today", space)["here"] == []


tap.main()
