#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Members: found, read, written down and changed without a mouse."""
import re

from driver import keys, tap, wait
from driver.foyer import Profile


def start(*names):
    profile = Profile()
    profile.add_space()
    ids = [profile.add_member(name) for name in names]
    return profile, ids


def expect(program, *names):
    wait.until(lambda: [re.split(r" (?=Never|Here|Expected)", name)[0] for name in rows(program)] == list(names),
               lambda: f"{names} in the list (there is {rows(program)})")


def rows(program):
    lists = program.root.find_all("list", "Members")
    return [row.name for row in lists[0].find_all("list item") if row.name] if lists else []


@tap.story
def finds_and_greets():
    """any part of a name, in any order; Enter shows who it is, Ctrl+I greets them, and undo takes it back"""
    profile, _ = start("Zoé Marchelin", "Enzo Martin", "Élodie Roy")
    program = profile.start()
    keys.press("ctrl+4")
    expect(program, "Élodie Roy", "Enzo Martin", "Zoé Marchelin")
    keys.write("mar zo")
    expect(program, "Enzo Martin", "Zoé Marchelin")
    keys.write("e")
    expect(program, "Zoé Marchelin")
    keys.press("Return")
    program.root.find("heading", "Zoé Marchelin")
    program.root.find("label", "Never here before")
    keys.press("ctrl+i")
    program.root.find("label", re.compile("^Here since .* · First visit"))
    program.root.find("label", "Zoé Marchelin checked in")
    keys.press("ctrl+z")
    program.root.find("label", "Never here before")
    keys.write("x")
    program.root.find(None, "Nobody Found")
    keys.press("Escape")
    expect(program, "Élodie Roy", "Enzo Martin", "Zoé Marchelin")
    program.close()


@tap.story
def writes_down():
    """the first member, by keys; a card of somebody else is refused in place; undo takes back what was changed"""
    profile, _ = start()
    program = profile.start()
    keys.press("ctrl+4")
    program.root.find(None, "No Members Yet")
    keys.press("Return")
    dialog = program.root.find("dialog")
    dialog.find(("text", "entry"), "Name")
    keys.write("Idris <b>Belcourt")
    keys.press("Tab", "Tab", "Tab")
    keys.write("FO-bcde")
    keys.press("Tab")
    keys.write("Typography, Book design")
    keys.press("Return")
    program.root.find("heading", "Idris <b>Belcourt")
    program.root.find("label", "Book design")

    keys.press("ctrl+n")
    program.root.find("dialog")
    keys.write("Zoé")
    keys.press("Tab", "Tab", "Tab")
    keys.write("fobcde")
    keys.press("alt+s")
    program.root.find("alert", where=lambda node: "Somebody else has this card" in node.name)
    keys.press("Escape")
    program.root.find_none("dialog")

    keys.press("ctrl+e")
    program.root.find("dialog").find(("text", "entry"), "Name")
    keys.press("ctrl+a")
    keys.write("Idris Belcourt")
    keys.press("Return")
    program.root.find("heading", "Idris Belcourt")
    keys.press("ctrl+z")
    program.root.find("heading", "Idris <b>Belcourt")
    program.close()
    idris = profile.ctl("member", "find", "fobcde")[0]["id"]
    assert profile.ctl("member", "show", idris)["skills"] == ["Typography", "Book design"]


@tap.story
def agrees():
    """a consent is given with a switch, kept with its day, and taken back by undo"""
    profile, (zoe,) = start("Zoé Marchelin")
    program = profile.start()
    keys.press("ctrl+4")
    expect(program, "Zoé Marchelin")
    keys.press("Return")
    program.root.find("heading", "Zoé Marchelin")
    program.click(program.root.find("label", "News by E-Mail"))
    program.root.find("label", "Changed what Zoé Marchelin agrees to")
    program.root.find("label", re.compile("^Since 26 November 2026"))
    keys.press("ctrl+z")
    program.root.find_none("label", re.compile("^Since 26 November 2026"))
    program.close()
    assert profile.ctl("member", "show", zoe)["consents"] == []


@tap.story
def rules():
    """the house rules are accepted, undone, accepted again, and change"""
    profile, (idris,) = start("Idris")
    space = profile.ctl("space", "list")[0]["id"]
    profile.ctl("space", "edit", space, "--rules", "No shoes.")
    program = profile.start()
    keys.press("ctrl+4")
    expect(program, "Idris")
    keys.press("Return")
    program.root.find("label", "Not accepted yet")
    program.click(program.root.find("button", "Accept"))
    program.root.find("label", "Idris accepted the house rules")
    program.root.find("label", re.compile(r"^Accepted the rules of \d+ \w+ \d+$"))
    program.root.find_none("button", "Accept")
    keys.press("ctrl+z")
    program.root.find("label", "Not accepted yet")
    program.root.find("button", "Accept").act()
    program.root.find_none("label", "Not accepted yet")
    program.close()
    profile.ctl("space", "edit", space, "--rules", "No calls.")
    program = profile.start()
    keys.press("ctrl+4")
    expect(program, "Idris")
    keys.press("Return")
    program.root.find("label", re.compile("they have changed since$"))
    program.root.find("button", "Accept").act()
    program.root.find_none("label", re.compile("they have changed since$"))
    program.close()
    assert profile.ctl("member", "show", idris)["rules"][0]["version"] == 2


tap.main()
