#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Seats that have a name: given in the editor, chosen and pinned for a booking."""
import re

from driver import keys, tap, wait
from driver.editor import Editor
from driver.foyer import TODAY, Profile
from driver.tree import State


def names_of(profile):
    [space] = profile.ctl("space", "list")
    return space.get("desks", [])


def pick(program, place):
    """An entry of the menu that is open, by its place."""
    menu = program.root.find("menu")
    wait.until(lambda: any(item.is_(State.FOCUSED) for item in menu.find_all("menu item")), "the keyboard in the menu")
    keys.press(*["Down"] * place, "Return")
    program.root.find_none("menu")


def choose(editor, desk, place):
    editor.dialog.find("toggle button", f"Desk “{desk}”").act()
    pick(editor.program, place)


@tap.story
def names():
    """desks are named, renamed, moved and taken away, which can be undone; a pinned one stays"""
    profile = Profile()
    space = profile.add_space(seats=4)
    program = profile.start()
    editor = Editor.edit(program)
    editor.go_to("Seats")
    for name in ("Window", "Desk 4", "Stand"):
        editor.apply("Name Another Desk", name)
        editor.says(f"^Named the desk “{name}”$")
    editor.apply("Name Another Desk", "window")
    editor.says("^Two desks cannot have the same name")
    keys.press("ctrl+a", "BackSpace")
    choose(editor, "Stand", 0)
    editor.says("^Moved “Stand”$")
    choose(editor, "Desk 4", 1)
    editor.says("^“Desk 4” is a seat without a name$")
    editor.dialog.find("button", "Undo").act()
    editor.dialog.find("toggle button", "Desk “Desk 4”")
    editor.close()
    program.close()
    assert names_of(profile) == ["Window", "Stand", "Desk 4"], names_of(profile)

    profile.ctl("book", space, TODAY, "--guest", "Noor", "--desk", "Stand", "--pin")
    program = profile.start()
    editor = Editor.edit(program)
    editor.go_to("Seats")
    choose(editor, "Stand", 2)
    editor.says("^“Stand” is pinned .Noor, Thu 26 November.; nothing was changed")
    editor.close()
    program.close()
    assert names_of(profile) == ["Window", "Stand", "Desk 4"], names_of(profile)


@tap.story
def bookings():
    """who sits where stands beside the name; another desk is chosen and pinned, and a booking takes one"""
    profile = Profile()
    space = profile.add_space(seats=3)
    profile.ctl("space", "edit", space, "--desk", "Window", "--desk", "Desk 4")
    for name in ("Noor", "Tomasz"):
        profile.ctl("book", space, TODAY, "--guest", name)
    program = profile.start()
    program.root.find("label", "Desk 4")
    program.click(program.root.find("list item", re.compile("Tomasz")))
    program.root.find("menu")
    keys.press("Down", "Down", "Return")
    dialog = program.root.find("dialog", "Desk")
    dialog.find("label", "Noor")
    program.click(dialog.find("radio button", "Window"))
    pin = dialog.find("label", "Pin")
    wait.until(lambda: pin.is_(State.SENSITIVE), "the switch of a desk that is chosen")
    program.click(pin)
    dialog.find("button", "Save").act()
    program.root.find("label", "“Window” is pinned for Tomasz")
    program.root.find_none("dialog")
    program.close()
    desks = {who["name"]: who["desk"] for who in profile.ctl("today", space)["expected"]}
    assert desks == {"Tomasz": "Window", "Noor": "Desk 4"}, desks


tap.main()
