#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two records of one person: suggested or searched for, merged, and taken back, by keys."""
import re

from driver import keys, tap
from driver.foyer import Profile
from driver.tree import State


def menu(program, button):
    """The third entry of a menu of the page, by keys."""
    program.root.find("toggle button", button).act()
    program.root.find("menu item")
    keys.press("Down", "Down", "Return")
    return program.root.find("dialog")


def names(profile):
    return sorted(member["name"] for member in profile.ctl("member", "find", "mar"))


@tap.story
def suggested():
    """a pair is suggested with the reason, noted as two people, taken back, merged, and taken back again"""
    profile = Profile()
    profile.add_space()
    profile.ctl("member", "add", "--name", "Zoé Marchelin", "--email", "zoe@example.org")
    profile.ctl("member", "add", "--name", "Zoe <b>Marchelin", "--email", "ZOE@example.org")
    profile.add_member("Enzo Martin")
    program = profile.start()
    keys.press("ctrl+4")
    program.root.find("list", "Members")
    dialog = menu(program, "List Options")
    dialog.find("label", "Zoe <b>Marchelin")
    dialog.find("label", re.compile("^The same e-mail address"))
    for answer, said in (("Two People", "Noted as two people"), ("Merge", re.compile("has one record now$"))):
        dialog.find("button", answer).act()
        dialog.find("label", said)
        dialog.find(None, "No Duplicates")
        dialog.find("button", "Undo").act()
        dialog.find("button", "Merge")
    dialog.find("button", "Merge").act()
    dialog.find(None, "No Duplicates")
    # The first one is for the toast.
    keys.press("Escape", "Escape")
    program.root.find_none("dialog")
    program.close()
    assert len(names(profile)) == 2, names(profile)


@tap.story
def searched():
    """the other record is found by a part of its name, never the member's own, and merged"""
    profile = Profile()
    profile.add_space()
    profile.add_member("Zoé Marchelin")
    profile.add_member("Zoé Martin")
    program = profile.start()
    keys.press("ctrl+4")
    program.root.find("list", "Members")
    keys.write("martin")
    keys.press("Return")
    program.root.find("heading", "Zoé Martin")
    dialog = menu(program, "More")
    keys.write("mart")
    dialog.find("label", "Nobody Found")
    keys.press("ctrl+a")
    keys.write("zo")
    dialog.find("label", "Zoé Marchelin")
    keys.press("Return")
    dialog.find("button", "Merge", lambda node: node.is_(State.FOCUSED))
    keys.press("Return")
    program.root.find_none("dialog")
    program.root.find("label", "Zoé Martin has one record now")
    program.close()
    assert names(profile) == ["Zoé Martin"], names(profile)


tap.main()
