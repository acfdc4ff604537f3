#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The host's dentist closes the desk: a calendar is followed, seen in the month, and let go."""
import os
import re

from driver import tap
from driver.editor import Editor
from driver.foyer import Profile
from driver.month import Month

DENTIST = """BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Family
BEGIN:VEVENT
UID:1
DTSTART:20261127T130000Z
DTEND:20261127T150000Z
SUMMARY:<b>Dentist</b> & co
END:VEVENT
END:VCALENDAR
"""


def write(path, text):
    """As programs save a file: whole, under its name at once."""
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".new", path)


@tap.story
def follow():
    """a calendar closes the afternoon, is named with its conflict and age, follows its file, and is removed and back"""
    profile = Profile()
    space = profile.add_space()
    profile.ctl("book", space, "2026-11-27", "--guest", "Zoé")
    path = profile.database() + ".ics"
    write(path, DENTIST)
    program = profile.start()
    editor = Editor.edit(program)
    editor.go_to("Calendars")
    editor.apply("Address", "ftp://example.org/a")
    editor.says("^This is not the address of a calendar")
    editor.apply("Address", path)
    editor.says("^“Family” is followed$")
    editor.says("^1 event, read just now")
    editor.close()

    month = Month(program)
    month.expect_words("Friday 27 November", re.compile(
        "mornings only, 7 of 8 seats free, <b>Dentist</b> & co, booked where a calendar closes$"))
    month.press("Right", "Return")
    program.root.find("label", "<b>Dentist</b> & co")
    program.root.find("label", "14:00 – 16:00, from “Family”, read just now")
    program.root.find("label", re.compile("^1 seat is booked in the hours that a calendar closes"))

    write(path, DENTIST.replace("20261127", "20261130"))
    month.expect_words("Friday 27 November", re.compile("27 November, 7 of 8 seats free$"))
    month.expect_words("Monday 30 November", re.compile("mornings only"))

    editor = Editor.edit(program)
    editor.go_to("Calendars")
    program.click(editor.dialog.find("list item", "Family").find("label", "Family"))
    program.click(editor.dialog.find("button", "Remove Calendar"))
    editor.says("^“Family” is no longer followed$")
    editor.dialog.find_none("label", re.compile("^1 event, read"))
    editor.dialog.find("button", "Undo").act()
    editor.says("^1 event, read just now")
    editor.close()
    program.close()
    [calendar] = profile.ctl("calendar", "list")
    assert (calendar["name"], calendar["closes"], calendar["conflicts"]) == ("Family", "halves", []), calendar


tap.main()
