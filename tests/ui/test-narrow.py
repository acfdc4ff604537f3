#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A window as narrow as a phone: every page is reached, and the desk works."""
from driver import keys, tap, wait
from driver.desk import Desk
from driver.foyer import TODAY, Profile
from driver.month import Month
from driver.probe import Probe

PHONE = (360, 640)


def start():
    profile = Profile()
    space = profile.add_space()
    profile.ctl("book", space, TODAY, "--guest", "Zoé Marchelin")
    program = profile.start()
    program.resize(*PHONE)
    return profile, space, program


@tap.story
def pages():
    """Back leads to the list of pages, and each of its rows to a page"""
    _, _, program = start()
    for name, sign in (("Calendar", ("table", "November 2026")),
                       ("Spaces", ("label", "La Tablée")),
                       ("Today", ("list", "Expected"))):
        program.root.find("button", "Back").act()
        row = program.root.find("list", "Pages").find("list item", name)
        program.click(row)
        program.root.find_none("list", "Pages")
        program.root.find(*sign)
    program.close()


@tap.story
def desk():
    """who is expected is checked in and out on a phone"""
    profile, space, program = start()
    page = Desk(program)
    page.type("zo")
    keys.press("Return")
    page.expect(Here=["Zoé Marchelin"], Expected=[])
    page.press_button("Here", "Zoé Marchelin", "Check Out")
    page.expect(Left=["Zoé Marchelin"], Here=[])
    program.close()
    assert [p["name"] for p in profile.ctl("today", space)["left"]] == ["Zoé Marchelin"]


@tap.story
def month():
    """Enter on a day opens its sheet below the month, which stays usable"""
    _, _, program = start()
    page = Month(program)
    page.press("Right", "Return")
    program.root.find("label", "Friday 27 November")
    page.enter()
    page.press("Down")
    page.expect("Friday 4 December", "December 2026")
    program.close()


@tap.story
def low_window():
    """the sheet of a day leaves all weeks in sight when the window becomes lower"""
    _, _, program = start()
    Month(program).press("Right", "Return")
    program.root.find("label", "Friday 27 November")
    program.resize(PHONE[0], 600)

    def stands_free():
        _, top, _, height = program.root.find("table").find_all("table cell")[-1].box
        return top + height <= program.root.find("label", "Friday 27 November").box[1]

    wait.until(stands_free, "the last week above the sheet")
    program.close()


@tap.story
def large_letters():
    """letters of twice the size cut neither a name nor a title"""
    profile = Profile()
    profile.fill()
    probe = Probe()
    program = profile.start(probe=probe)
    probe.ask("dpi", 192)
    probe.ask("size", *PHONE)
    probe.settle()
    names = set(Desk(program).group("Expected") + Desk(program).group("Here"))
    assert len(names) == 6, names
    assert not names & set(probe.ask("labels")["cut"]), probe.ask("labels")["cut"]
    assert "26 Nov" not in probe.ask("labels")["cut"], probe.ask("labels")["cut"]
    keys.press("ctrl+2")
    program.root.find("table", "November 2026")
    probe.settle()
    assert "Nov 2026" in probe.ask("labels")["texts"]
    assert not [text for text in probe.ask("labels")["cut"] if "2026" in text]
    Month(program).press("ctrl+Home", "Return")
    program.root.find("button", "Add Booking").act()
    program.root.find("dialog").find(("text", "entry"), "Name")
    probe.settle()
    cut = set(probe.ask("labels")["cut"])
    assert not cut & {"Booking", "Full Day", "Morning", "Afternoon"}, cut
    program.close()


tap.main()
