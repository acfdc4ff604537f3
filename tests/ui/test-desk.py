#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The front desk: who comes, who goes, and what was pressed by mistake."""
import re

from driver import keys, tap, wait
from driver.desk import Desk
from driver.foyer import TODAY, Profile

TOMORROW = "2026-11-27"


def start(*guests, seats=8):
    """A desk where these are expected today."""
    profile = Profile()
    space = profile.add_space(seats=seats)
    for guest in guests:
        profile.ctl("book", space, TODAY, "--guest", guest)
    program = profile.start()
    return profile, space, program, Desk(program)


def names(rows):
    return [row["name"] for row in rows]


def expect_announced(sentence):
    """To whoever hears the window instead of seeing it."""
    wait.until(lambda: any(sentence in said for said in wait.announced), f"“{sentence}” said")


@tap.story
def check_in():
    """two letters and Enter check in who is expected"""
    profile, space, program, desk = start("Zoé Marchelin", "Tomasz Wolarek")
    desk.expect_focus()
    desk.expect(Expected=["Tomasz Wolarek", "Zoé Marchelin"], Here=[])
    desk.type("zo")
    wait.until(lambda: desk.results() == ["Zoé Marchelin"], "Zoé among the results")
    keys.press("Return")
    desk.expect(Expected=["Tomasz Wolarek"], Here=["Zoé Marchelin"])
    program.settle()
    assert desk.entry.text == ""
    desk.expect_focus()
    program.close()
    assert names(profile.ctl("today", space)["here"]) == ["Zoé Marchelin"]


@tap.story
def walk_in():
    """Ctrl+Enter checks in somebody new, also when somebody else matches"""
    profile, space, program, desk = start("Zoé Marchelin")
    desk.type("Zo")
    wait.until(lambda: desk.results() == ["Zoé Marchelin"], "Zoé among the results")
    keys.press("ctrl+Return")
    desk.expect(Here=["Zo"], Expected=["Zoé Marchelin"])
    desk.type("Maud Kerlouan")
    keys.press("Return")
    desk.expect(Here=["Maud Kerlouan", "Zo"])
    program.close()
    today = profile.ctl("today", space)
    assert names(today["here"]) == ["Maud Kerlouan", "Zo"] and today["seats_free"] == 5, today


@tap.story
def type_ahead():
    """Enter right after the last letter takes the one whom these letters name"""
    profile, space, program, desk = start("Awa Sennequi", "Noor Delvigne")
    keys.write("noor")
    keys.press("Return")
    desk.expect(Here=["Noor Delvigne"], Expected=["Awa Sennequi"])
    program.close()


@tap.story
def next_one():
    """who is typed while the one before is still being written down is not taken for done"""
    profile, space, program, desk = start("Zoé Marchelin", "Tomasz Wolarek")
    desk.type("zo")
    wait.until(lambda: desk.results() == ["Zoé Marchelin"], "Zoé among the results")
    keys.press("Return", "t", "o")
    wait.until(lambda: desk.results() == ["Tomasz Wolarek"], "Tomasz among the results")
    program.settle()
    assert desk.entry.text == "to", desk.entry.text
    keys.press("Return")
    desk.expect(Here=["Tomasz Wolarek", "Zoé Marchelin"], Expected=[])
    program.close()
    assert names(profile.ctl("today", space)["here"]) == ["Tomasz Wolarek", "Zoé Marchelin"]


@tap.story
def check_out():
    """a button checks out, and the toast takes it back"""
    _, _, program, desk = start("Zoé Marchelin")
    desk.press_button("Expected", "Zoé Marchelin", "Check In")
    desk.expect(Here=["Zoé Marchelin"], Expected=[])
    desk.press_button("Here", "Zoé Marchelin", "Check Out")
    desk.expect(Left=["Zoé Marchelin"], Here=[])
    desk.undo()
    desk.expect(Here=["Zoé Marchelin"], Left=[])
    program.close()


@tap.story
def pays_with_pass():
    """whoever is let in with a pass has what is left of it said, and beside their name"""
    profile = Profile()
    profile.add_space()
    zoe = profile.add_member("Zoé Marchelin")
    profile.ctl("pass", "sell", "--member", zoe, "--days", "7.5", "--price", "28")
    program = profile.start()
    desk = Desk(program)
    desk.type("zo")
    keys.press("Return")
    desk.expect(Here=["Zoé Marchelin"])
    expect_announced("Zoé Marchelin checked in · Pass, 6½ days left")
    desk.row("Here", "Zoé Marchelin").find("label", re.compile("^Since .* · Pass, 6½ days left$"))
    desk.undo()
    desk.expect(Here=[])
    program.close()
    assert profile.ctl("pass", "list", "--member", zoe)[0]["days_left"] == 7.5


@tap.story
def undo_by_key():
    """Ctrl+Z takes back the last act, then the one before, and a screen reader says so"""
    profile, space, program, desk = start("Zoé Marchelin")
    desk.press_button("Expected", "Zoé Marchelin", "Check In")
    desk.expect(Here=["Zoé Marchelin"])
    expect_announced("Zoé Marchelin checked in")
    desk.type("Luc")
    keys.press("ctrl+Return")
    desk.expect(Here=["Luc", "Zoé Marchelin"])
    keys.press("ctrl+z")
    desk.expect(Here=["Zoé Marchelin"])
    keys.press("ctrl+z")
    desk.expect(Here=[], Expected=["Zoé Marchelin"])
    expect_announced("Check-in undone")
    program.close()
    today = profile.ctl("today", space)
    assert (today["here"], names(today["expected"])) == ([], ["Zoé Marchelin"]), today


@tap.story
def full():
    """who does not fit is refused in words, and what was typed is kept"""
    profile, space, program, desk = start("Zoé Marchelin", "Tomasz Wolarek", seats=2)
    desk.type("Maud")
    keys.press("Return")
    desk.says("(?i)full|no seat")
    program.settle()
    assert desk.entry.text == "Maud", desk.entry.text
    desk.expect_focus()
    keys.press("Escape")
    desk.expect(Expected=["Tomasz Wolarek", "Zoé Marchelin"], Here=[])
    program.close()
    assert profile.ctl("today", space)["here"] == []


@tap.story
def twice():
    """who is here already is not checked in twice"""
    profile, space, program, desk = start("Zoé Marchelin")
    keys.write("zo")
    keys.press("Return")
    desk.expect(Here=["Zoé Marchelin"])
    desk.type("zo")
    wait.until(lambda: desk.results() == ["Zoé Marchelin"], "Zoé among the results")
    # At once: what was typed does not come back with the refusal.
    keys.press("Return", "Escape")
    desk.says("here already")
    desk.expect(Here=["Zoé Marchelin"], Expected=[])
    program.close()
    assert names(profile.ctl("today", space)["here"]) == ["Zoé Marchelin"]


@tap.story
def escape():
    """Escape restores the day, with nothing changed"""
    _, _, program, desk = start("Zoé Marchelin")
    desk.type("nobody")
    wait.until(lambda: desk.group("Expected") == [], "the day gives way to results")
    keys.press("Escape")
    desk.expect(Expected=["Zoé Marchelin"])
    program.settle()
    assert desk.entry.text == ""
    desk.expect_focus()
    program.close()


@tap.story
def typing_anywhere():
    """letters go into the entry wherever the keyboard is"""
    _, _, program, desk = start("Zoé Marchelin")
    desk.expect(Expected=["Zoé Marchelin"])
    keys.press("Tab")
    wait.until(lambda: program.focused() not in (None, desk.entry), "the keyboard elsewhere")
    desk.type("zo")
    wait.until(lambda: desk.results() == ["Zoé Marchelin"], "Zoé among the results")
    program.close()


@tap.story
def other_days():
    """the day before and the day after are one key away, and today too"""
    profile = Profile()
    space = profile.add_space()
    profile.ctl("book", space, TOMORROW, "--guest", "Louise Tamarel")
    profile.ctl("book", space, TODAY, "--guest", "Zoé Marchelin")
    program = profile.start()
    desk = Desk(program)
    desk.expect(Expected=["Zoé Marchelin"])
    program.root.find("label", "Thursday 26 November")
    keys.press("alt+Right")
    program.root.find("label", "Friday 27 November")
    desk.expect(Expected=["Louise Tamarel"])
    keys.press("alt+Left", "alt+Left")
    program.root.find("label", "Wednesday 25 November")
    desk.expect(Expected=[])
    program.root.find("button", "Today").act()
    program.root.find("label", "Thursday 26 November")
    desk.expect(Expected=["Zoé Marchelin"])
    program.root.find("button", "Next Day").act()
    program.root.find("label", "Friday 27 November")
    program.close()


@tap.story
def by_keys_alone():
    """Tab reaches a row's button, Enter presses it"""
    _, _, program, desk = start("Zoé Marchelin")
    desk.expect(Expected=["Zoé Marchelin"])
    program.tab_to(lambda focused: (focused.role, focused.name) == ("button", "Check In"), "Check In")
    keys.press("Return")
    desk.expect(Here=["Zoé Marchelin"], Expected=[])
    program.close()


tap.main()
