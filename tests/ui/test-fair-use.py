#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one person may have: set in the editor, said in the dialog of a booking, and gone beyond."""
import re

import neighbourhood
from driver import keys, tap, wait
from driver.desk import Desk
from driver.editor import Editor
from driver.foyer import TODAY, Profile
from driver.month import Month
from driver.tree import State

TOMORROW = "2026-11-27"
TUESDAY = "2026-12-01"


def limits(profile):
    return profile.ctl("space", "list")[0].get("limits")


def expected(profile, space):
    return [who["name"] for who in profile.ctl("today", space, "--day", TOMORROW)["expected"]]


@tap.story
def set_and_exceeded():
    """a limit is typed, holds for the next booking, and is gone beyond with one more press"""
    profile = Profile()
    space = profile.add_space()
    profile.ctl("book", space, TODAY, "--member", profile.add_member("Zoé Marchelin"))
    program = profile.start()
    editor = Editor.edit(program)
    editor.go_to("House Rules")
    assert editor.number("Days a Week").text == "No Limit", editor.number("Days a Week").text
    editor.spin("Days a Week", "1")
    editor.says("^Changed “Days a Week”$")
    editor.spin("Seats at a Time", "2")
    editor.says("^Changed “Seats at a Time”$")
    editor.spin("Seats at a Time", "no limit")
    editor.says("^Changed “Seats at a Time”$")
    editor.close()

    month = Month(program)
    month.press("Right")
    month.expect("Friday 27 November")
    month.press("Return")
    program.root.find("button", "Add Booking").act()
    dialog = program.root.find("dialog")
    dialog.find(("text", "entry"), "Name")
    keys.write("Marchelin")
    dialog.find(where=lambda node: "Zoé Marchelin" in node.name)
    keys.press("alt+b")
    dialog.find(name=re.compile("^With Friday 27 November this person would have 2 days in that week, and the limit is 1;"))
    button = dialog.find("button", "Book Anyway")
    wait.until(lambda: button.is_(State.SENSITIVE), "the button")
    keys.press("alt+b")
    program.root.find_none("dialog")
    program.close()
    assert expected(profile, space) == ["Zoé Marchelin"]
    assert limits(profile) == {"week": 1, "open": 0, "seats": 0, "ahead": 0}, limits(profile)


@tap.story
def asked():
    """a request that a limit speaks against says so, and is accepted anyway"""
    with neighbourhood.around(neighbourhood.make_host) as profile:
        [space] = [one["id"] for one in profile.ctl("space", "list")]
        profile.ctl("space", "edit", space, "--limit-ahead", "1")
        held = profile.ctl("today", space, "--day", TUESDAY)["expected"]
        profile.ctl("cancel", held[0]["booking"], "--offline")
        program = profile.start()
        near, _, far = program.root.find("list", "Requests").find_all("list item")
        near.find("button", "Accept")
        program.click(far.find("label"))
        far.find("label", "5 days ahead, over the limit of 1")
        far.find("button", "Accept Anyway").act()
        Desk(program).says("^Accepted ")
        program.close()


@tap.story
def offered():
    """who waits is booked beyond a limit once that was said"""
    profile = Profile()
    space = profile.add_space(seats=1)
    profile.ctl("space", "edit", space, "--limit-week", "1")
    zoe = profile.add_member("Zoé Marchelin")
    profile.ctl("book", space, TODAY, "--member", zoe)
    held = profile.ctl("book", space, TOMORROW, "--guest", "Noor")["id"]
    profile.ctl("waiting", "add", space, TOMORROW, "--member", zoe)
    profile.ctl("cancel", held)
    program = profile.start()
    program.root.find("button", "Book Zoé Marchelin").act()
    Desk(program).says("^With Friday 27 November this person would have 2 days in that week, and the limit is 1;")
    program.root.find("button", "Book Zoé Marchelin Anyway").act()
    Desk(program).says("^Booked Zoé Marchelin for Friday 27 November$")
    program.close()
    assert expected(profile, space) == ["Zoé Marchelin"]


tap.main()
