#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole day at the front desk, with nothing but a keyboard and the scanner that types on it."""
import re

from driver import keys, tap, wait
from driver.desk import Desk
from driver.foyer import TODAY, Profile

EXPECTED = ("Awa Sennequi", "Noor Delvigne", "Tomasz Wolarek", "Zoé Marchelin")
# As a scanner with another case than the card types it.
CARD = "FC-BCDF-GHJK-LNPR"


def focus(program, name, within=None):
    """Tab, until the keyboard is where @name is: in the row of @within, where that is said."""
    def is_there(node):
        return node is not None and node.name == name and (within is None or node.ancestor("list item").name == within)

    for _ in range(60):
        if is_there(program.focused()):
            return
        program.move()
    raise AssertionError(f"Tab never comes to {name} {within or ''}")


def names(rows):
    return [row["name"] for row in rows]


@tap.story
def day():
    """four at once, a walk-in, a namesake, a card, leaving, an undo, the roll call and another day, by keys alone"""
    profile = Profile()
    space = profile.add_space(seats=12)
    profile.ctl("member", "add", "--name", "Camille Roux", "--card", CARD)
    for guest in EXPECTED:
        profile.ctl("book", space, TODAY, "--guest", guest)
    program = profile.start()
    keys.park_pointer()
    desk = Desk(program)
    desk.expect_focus()
    desk.expect(Expected=list(EXPECTED), Here=[])

    # Four come in at once: nobody waits for the window.
    for letters in ("zo", "toma", "noor", "awa"):
        keys.write(letters)
        keys.press("Return")
    desk.expect(Expected=[], Here=list(EXPECTED))
    # A walk-in, and somebody of the same name after her.
    desk.type("Maud Kerlouan")
    keys.press("Return")
    desk.expect(Here=sorted([*EXPECTED, "Maud Kerlouan"]))
    desk.type("maud")
    wait.until(lambda: desk.results() == ["Maud Kerlouan"], "Maud among the results")
    keys.press("ctrl+Return")
    desk.expect(Here=sorted([*EXPECTED, "Maud Kerlouan", "Maud"]))
    # A card, three times: then it says so, nobody leaves by it, and the next scan takes the place of the last.
    for _ in range(3):
        keys.write(CARD.lower().replace("-", ""))
        keys.press("Return")
        program.settle()
    wait.until(lambda: any("already" in said for said in wait.announced), "that Camille is here already")
    assert desk.entry.text == CARD.lower().replace("-", ""), desk.entry.text
    keys.press("Escape")
    desk.expect(Here=sorted([*EXPECTED, "Camille Roux", "Maud Kerlouan", "Maud"]))

    # Noor leaves; it was Tomasz; so it is undone, and Tomasz leaves.
    focus(program, "Check Out", "Noor Delvigne")
    keys.press("space")
    desk.expect(Left=["Noor Delvigne"])
    keys.press("ctrl+z")
    desk.expect(Left=[])
    focus(program, "Check Out", "Tomasz Wolarek")
    keys.press("space")
    desk.expect(Left=["Tomasz Wolarek"])

    # The list for the evacuation, and on to tomorrow and back.
    keys.press("ctrl+r")
    program.root.find("dialog", "Roll Call")
    focus(program, "Print…")
    keys.press("Escape")
    program.root.find_none("dialog")
    keys.press("alt+Right")
    desk.expect(Here=[])
    keys.press("alt+Home")
    desk.expect(Left=["Tomasz Wolarek"])
    program.close()

    today = profile.ctl("today", space)
    present = [name for name in (*EXPECTED, "Camille Roux", "Maud", "Maud Kerlouan") if name != "Tomasz Wolarek"]
    assert sorted(names(today["here"])) == sorted(present), today["here"]
    assert names(today["left"]) == ["Tomasz Wolarek"] and today["expected"] == [], today
    assert today["seats_free"] == 12 - 7, today


@tap.story
def brought():
    """somebody who is here brings a guest, by keys alone; the guest stays when they leave"""
    profile = Profile()
    space = profile.add_space(seats=3)
    member = profile.ctl("member", "add", "--name", "Zoé Marchelin")["id"]
    profile.ctl("checkin", space, "--member", member)
    program = profile.start()
    desk = Desk(program)
    desk.expect_focus()
    desk.expect(Here=["Zoé Marchelin"])
    focus(program, "Zoé Marchelin")
    keys.press("shift+F10")
    program.root.find("menu item")
    program.settle()
    keys.press("b")
    program.root.find("dialog", "Bring a Guest")
    wait.until(lambda: program.focused() is not None and program.focused().name == "Name", "the keyboard in the name")
    keys.write("Ada")
    keys.press("Return")
    desk.expect(Here=["Ada", "Zoé Marchelin"])
    desk.row("Here", "Ada").find("label", re.compile("Guest of Zoé Marchelin"))
    desk.press_button("Here", "Zoé Marchelin", "Check Out")
    desk.says("1 guest of theirs is still here")
    desk.expect(Here=["Ada"])
    program.close()


@tap.story
def forgotten():
    """who was never checked out is not here on the next day, and the day before says so"""
    profile = Profile()
    space = profile.add_space(seats=4)
    member = profile.ctl("member", "add", "--name", "Zoé Marchelin")["id"]
    profile.ctl("checkin", space, "--member", member)
    profile.now = "2026-11-27T09:00:00+01:00"
    program = profile.start()
    desk = Desk(program)
    desk.expect_focus()
    desk.expect(Here=[], Left=[])
    keys.press("alt+Left")
    desk.expect(Left=["Zoé Marchelin"])
    desk.row("Left", "Zoé Marchelin").find("label", re.compile("Not checked out"))
    program.close()


tap.main()
