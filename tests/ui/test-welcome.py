#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The first run: from the welcome to the first guest, by the keyboard alone."""
import re

from driver import keys, tap, wait
from driver.desk import Desk
from driver.editor import Editor
from driver.foyer import TODAY, Profile
from driver.month import Month


def start():
    """A window on a folder that Foyer has not seen."""
    profile = Profile()
    program = profile.start()
    program.root.find("label", "Welcome to Foyer")
    return profile, program


def go_by_tab(program, role, name):
    """Presses Tab until the keyboard is on it."""
    program.tab_to(lambda focused: focused.role == role and re.search(name, focused.name),
                   f"{role} “{name}”")


@tap.story
def keyboard():
    """from the welcome to a space, a first booking and Today without a pointer"""
    profile, program = start()
    go_by_tab(program, "list item", "^I open my home")
    keys.press("Return")
    editor = Editor(program)
    name = editor.field("Name")
    wait.until(lambda: program.focused() == name, "the keyboard in Name")
    keys.write("Chez Maud")
    go_by_tab(program, "button", "^Add Space$")
    keys.press("Return")
    program.root.find_none("dialog")
    desk = Desk(program)
    desk.says("^Added Chez Maud$")
    desk.expect_focus()

    month = Month(program)
    month.expect("Thursday 26 November")
    month.press("Return")
    go_by_tab(program, "button", "^Add Booking$")
    keys.press("Return")
    dialog = program.root.find("dialog")
    who = dialog.find(("text", "entry"), "Name")
    wait.until(lambda: program.focused() == who, "the keyboard in Name")
    keys.write("Noor Delvigne")
    dialog.find(where=lambda node: "Noor Delvigne" in node.name)
    keys.press("Return")
    program.root.find_none("dialog")
    program.root.find("list", "Booked").find("list item", "Noor Delvigne")

    keys.press("ctrl+1")
    desk.expect_focus()
    desk.expect(Expected=["Noor Delvigne"], Here=[])
    program.close()
    [space] = profile.ctl("space", "list")
    assert (space["name"], space["kind"], space["seats"]) == ("Chez Maud", "home", 4), space
    [booking] = profile.ctl("today", space["id"])["expected"]
    assert booking["name"] == "Noor Delvigne", booking
    assert profile.ctl("check")["ok"]


@tap.story
def coworking():
    """somebody who runs a coworking space begins with that kind"""
    profile, program = start()
    program.click(program.root.find("list item", "I run a coworking space"))
    editor = Editor(program)
    editor.type("Name", "Atelier 5")
    editor.dialog.find("button", "Add Space").act()
    program.root.find_none("dialog")
    Desk(program)
    program.close()
    [space] = profile.ctl("space", "list")
    assert (space["name"], space["kind"]) == ("Atelier 5", "coworking"), space


@tap.story
def no_name():
    """a space without a name is refused where the name belongs, and nothing is there yet"""
    profile, program = start()
    program.click(program.root.find("list item", "I open my home"))
    editor = Editor(program)
    editor.go_to("Price")
    editor.type("Full Day", "5")
    editor.dialog.find("button", "Add Space").act()
    editor.dialog.find("alert")
    wait.until(lambda: program.focused() == editor.field("Name"), "the keyboard in Name")
    editor.go_to("Price")
    assert editor.field("Full Day").text == "5", "what was typed is gone"
    editor.dialog.find("button", "Cancel").act()
    program.root.find_none("dialog")
    program.root.find("label", "Welcome to Foyer")
    program.close()
    assert profile.ctl("space", "list") == []


@tap.story
def sample():
    """Look Around with Sample Data shows a day with people in it"""
    profile, program = start()
    go_by_tab(program, "button", "^Look Around with Sample Data$")
    keys.press("Return")
    desk = Desk(program)
    wait.until(lambda: desk.group("Expected") and desk.group("Here"), "people on Today")
    program.settle()
    shown = desk.group("Expected") + desk.group("Here") + desk.group("Left")
    program.close()
    [space] = profile.ctl("space", "list")
    today = profile.ctl("today", space["id"])
    assert today["day"] == TODAY
    booked = [row["name"] for group in ("expected", "here", "left") for row in today[group]]
    assert sorted(shown) == sorted(booked), (shown, booked)


tap.main()
