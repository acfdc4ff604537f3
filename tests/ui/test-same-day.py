#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A day kept through the window and the same day kept through foyerctl show the same."""
from driver import keys, tap
from driver.desk import Desk
from driver.foyer import TODAY, Profile
from driver.month import Month

WEEK = ("--from", "2026-11-23", "--days", "14")


def without_ids(value):
    if isinstance(value, dict):
        return {key: without_ids(part) for key, part in value.items()
                if key not in ("booking", "member", "id")}
    if isinstance(value, list):
        return [without_ids(part) for part in value]
    return value


def what_it_shows(profile, space):
    return without_ids([profile.ctl("today", space), profile.ctl("rollcall", space),
                        profile.ctl("availability", space, *WEEK)])


def by_window(profile):
    program = profile.start()
    month = Month(program)
    month.press("Return")
    for name in ("Tomasz Wolarek", "Noor Delvigne"):
        program.root.find("button", "Add Booking").act()
        dialog = program.root.find("dialog")
        dialog.find(("text", "entry"), "Name")
        keys.write(name)
        dialog.find(where=lambda node, n=name: n in node.name)
        keys.press("Return")
        program.root.find_none("dialog")
        program.root.find("list", "Booked").find("list item", name)
    keys.press("ctrl+1")
    desk = Desk(program)
    desk.expect(Expected=["Noor Delvigne", "Tomasz Wolarek"])
    desk.type("tom")
    keys.press("Return")
    desk.expect(Here=["Tomasz Wolarek"])
    desk.type("Maud Kerlouan")
    keys.press("ctrl+Return")
    desk.expect(Here=["Maud Kerlouan", "Tomasz Wolarek"])
    desk.press_button("Here", "Tomasz Wolarek", "Check Out")
    desk.expect(Left=["Tomasz Wolarek"])
    desk.type("Luc")
    keys.press("ctrl+Return")
    desk.expect(Here=["Luc", "Maud Kerlouan"])
    keys.press("ctrl+z")
    desk.expect(Here=["Maud Kerlouan"])
    program.close()


def by_terminal(profile, space):
    for name in ("Tomasz Wolarek", "Noor Delvigne"):
        profile.ctl("book", space, TODAY, "--guest", name)
    profile.ctl("checkin", space, "--guest", "Tomasz Wolarek")
    profile.ctl("checkin", space, "--guest", "Maud Kerlouan")
    profile.ctl("checkout", space, "--guest", "Tomasz Wolarek")
    profile.ctl("checkin", space, "--guest", "Luc")
    profile.ctl("undo")


@tap.story
def same():
    """bookings, check-ins, a walk-in, a check-out and an undo come to the same"""
    window, terminal = Profile(), Profile()
    first, second = window.add_space(), terminal.add_space()
    by_window(window)
    by_terminal(terminal, second)
    assert what_it_shows(window, first) == what_it_shows(terminal, second), (
        what_it_shows(window, first), what_it_shows(terminal, second))
    assert len(window.ctl("today", first)["here"]) == 1
    assert window.ctl("check")["ok"]


tap.main()
