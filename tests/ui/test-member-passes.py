#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Passes on the page of a member: sold, given, ended, and what a visit takes of them."""
import re

from driver import keys, tap, wait
from driver.foyer import Profile
from driver.tree import State


def rows(program):
    lists = program.root.find_all("list", "Passes")
    return [(row.name, row.find("label", re.compile("left$")).name)
            for row in lists[0].find_all("list item")] if lists else []


def expect(program, *names):
    wait.until(lambda: rows(program) == list(names), lambda: f"{names} among the passes (there are {rows(program)})")


@tap.story
def sell():
    """ten days are sold at ten times the price, by keys; one is ended and comes back; a check-in takes a day"""
    profile = Profile()
    space = profile.add_space(seats=4)
    member = profile.add_member("Zoé Marchelin")
    program = profile.start()
    keys.press("ctrl+4")
    program.root.find("list item", re.compile("^Zoé Marchelin"))
    keys.write("zo")
    keys.press("Return")
    program.root.find("heading", "Zoé Marchelin")
    assert rows(program) == []
    program.root.find("button", "Sell Pass…").act()
    dialog = program.root.find("dialog", "Sell Pass")
    price = dialog.find("text", re.compile("^Price"))
    wait.until(lambda: price.text == "40.00", lambda: f"ten times four euros ({price.text})")
    keys.press("ctrl+a")
    keys.write("five")
    wait.until(lambda: not dialog.find("button", "Sell").is_(State.SENSITIVE), "nothing to sell")
    assert price.text == "", price.text
    keys.press("ctrl+a")
    keys.write("2,5")
    wait.until(lambda: price.text == "10.00", lambda: f"the price of 2.5 days ({price.text})")
    keys.press("Return")
    program.root.find_none("dialog")
    expect(program, ("Carnet of 2½ Days", "2½ days left"))
    program.root.find("list", "Passes").find("button", "End").act()
    expect(program)
    keys.press("ctrl+z")
    expect(program, ("Carnet of 2½ Days", "2½ days left"))
    program.root.find("button", "Check In").act()
    expect(program, ("Carnet of 2½ Days", "1½ days left"))
    program.close()
    assert profile.ctl("today", space)["here"][0]["due_minor"] == 0
    (sold,) = profile.ctl("pass", "list", "--member", member)
    assert (sold["days_left"], sold["expires"]) == (1.5, "2027-11-25"), sold


tap.main()
