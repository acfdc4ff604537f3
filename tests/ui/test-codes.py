#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Codes at the desk: cards that are scanned, what is refused, and the test of a scanner."""
import re

from driver import keys, tap, wait
from driver.desk import Desk
from driver.foyer import Profile

TEST_CODE = "FOBCDFGHJKLNPRSTVX"

# What GTK may call its dialog for printers.
PRINTING = ("dialog", "window", "frame")


def scan(code):
    """As a scanner types it: a burst and Enter, into whatever has the keyboard."""
    keys.write(code)
    keys.press("Return")


def refusals(program):
    """Who or what it was, and why it let nobody in."""
    lists = program.root.find_all("list", "Refused Codes")
    return [(row.name, row.find_all("label")[-1].name) for row in lists[0].find_all("list item")] if lists else []


@tap.story
def at_the_door():
    """a scanned card checks its member in, a second scan does not check them out, a forged one is written down"""
    profile = Profile()
    space = profile.add_space()
    members = [profile.add_member("Marie <i>Martin") for _ in range(2)]
    cards = [profile.ctl("member", "card", member)[0]["card"] for member in members]
    program = profile.start()
    desk = Desk(program)
    desk.expect_focus()
    scan(cards[1].lower())
    desk.expect(Here=["Marie <i>Martin"])
    desk.expect_focus()
    scan(cards[1])
    desk.says("Marie <i>Martin is here already, since")
    wait.until(lambda: len(refusals(program)) == 1, "the second scan among what was refused")
    keys.press("Escape")
    scan(cards[0][:-1] + ("B" if cards[0][-1] != "B" else "C"))
    desk.says("This is no code of this place")
    keys.press("Escape")
    wait.until(lambda: len(refusals(program)) == 2, "the forged code too")
    (unknown, not_ours), (replayed, twice) = refusals(program)
    assert unknown == "Unknown code" and "Not of this place" in not_ours, (unknown, not_ours)
    assert replayed == "Marie <i>Martin" and "Is here already" in twice, (replayed, twice)
    desk.expect(Here=["Marie <i>Martin"])
    program.close()
    assert [row["reason"] for row in profile.ctl("refusals", space)] == ["bad-code", "already-in"]
    assert len(profile.ctl("rollcall", space)["here"]) == 1


def print_card(program, *steps):
    """From the menu of the page of a member, @steps down in it; no printer is chosen."""
    program.root.find("toggle button", "More").act()
    program.root.find("menu item")
    keys.press(*steps, "Return")
    program.root.find(PRINTING, "Print")
    keys.press("Escape")
    program.root.find_none(PRINTING, "Print")
    keys.raise_window(program.window)


@tap.story
def card():
    """a member's first card is printed from their page; one that replaces it ends it, and undo brings it back"""
    profile = Profile()
    profile.add_space()
    member = profile.add_member("Zoé Marchelin")
    program = profile.start()
    keys.press("ctrl+4")
    program.root.find("list item", re.compile("^Zoé Marchelin"))
    keys.write("zo")
    keys.press("Return")
    program.root.find("heading", "Zoé Marchelin")
    print_card(program)
    program.root.find("label", "Zoé Marchelin has a card")
    shown = program.root.find("label", re.compile("^FC")).name
    print_card(program, "Down")
    program.root.find("label", "Zoé Marchelin has a new card")
    program.root.find_none("label", shown)
    keys.press("ctrl+z")
    program.root.find("label", "Change of the card undone")
    program.root.find("label", shown)
    # GTK looks for printers on a bus that is not there.
    program.close(("avahi printers",))
    assert profile.ctl("member", "card", member)[0]["card"] == shown


@tap.story
def scanner():
    """the test of a scanner says which letter arrives wrong, and that it arrives whole"""
    profile = Profile()
    profile.add_space()
    program = profile.start()
    Desk(program).expect_focus()
    program.tab_to(lambda focused: focused.name == "More", "the menu of the page")
    keys.press("Return")
    program.root.find("menu item")
    keys.press("Down", "Return")
    dialog = program.root.find("dialog")
    entry = dialog.find(("text", "entry"), "What the Scanner Types")
    wait.until(lambda: program.focused() == entry, "the keyboard in the entry")
    for typed, says in ((TEST_CODE.lower(), "types every letter right"),
                        (TEST_CODE.replace("N", "B"), "The letter N arrived as “B”"),
                        (TEST_CODE[:-3], "Letters are missing"),
                        ("xx" + TEST_CODE, "More arrived than the code")):
        scan(typed)
        dialog.find("label", re.compile(says))
    keys.press("Escape")
    program.root.find_none("dialog")
    program.close()


tap.main()
