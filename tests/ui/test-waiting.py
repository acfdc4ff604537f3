#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who waits for a seat of a full day, in the window."""
import re

from driver import keys, tap, wait
from driver.foyer import TODAY, Profile
from driver.month import Month
from driver.tree import State

TOMORROW = "2026-11-27"
LIST = "Waiting List"


def expect_line(program, *entries):
    """Waits until these wait, each with the beginning of what is said of it."""
    def line():
        lists = program.root.find_all("list", LIST)
        return [[label.name for label in row.find_all("label")] for row in lists[0].find_all("list item")] if lists else []

    wait.until(lambda: len(line()) == len(entries)
               and all(name in row and words in " ".join(row) for row, (name, words) in zip(line(), entries)),
               lambda: f"{entries} (there is {line()})")


OFFER, BOOK, REMOVE = range(3)


def choose(program, button, place):
    """An entry of a menu, by its place."""
    program.root.find("toggle button", button).act()
    menu = program.root.find("menu")
    wait.until(lambda: any(item.is_(State.FOCUSED) for item in menu.find_all("menu item")), "the keyboard in the menu")
    keys.press(*["Down"] * place, "Return")
    program.root.find_none("menu")


def answer(program, name, what):
    choose(program, f"Place of {name} on the Waiting List", what)


@tap.story
def full_day():
    """a guest for a full day is put on the list, offered the freed seat on both pages, and booked"""
    profile = Profile()
    space = profile.add_space(seats=1)
    held = profile.ctl("book", space, TOMORROW, "--guest", "Noor Delvigne")["id"]
    program = profile.start()
    month = Month(program)
    month.press("Right")
    month.expect("Friday 27 November")
    month.press("Return")
    for name in ("Awa Sennequi", "Tomasz Wolarek"):
        program.root.find("button", "Add Booking").act()
        dialog = program.root.find("dialog")
        dialog.find(("text", "entry"), "Name")
        keys.write(name)
        dialog.find(where=lambda node: name in node.name)
        button = dialog.find("button", "Put on the Waiting List")
        wait.until(lambda: button.is_(State.SENSITIVE), "the button for those who wait")
        button.act()
        program.root.find_none("dialog")
    expect_line(program, ("Awa Sennequi", "Number 1 in line"), ("Tomasz Wolarek", "Number 2 in line"))

    choose(program, "Booking of Noor Delvigne", 0)
    expect_line(program, ("Awa Sennequi", "Offer ends today at 21:30"), ("Tomasz Wolarek", "Number 2 in line"))
    answer(program, "Awa Sennequi", REMOVE - 1)
    expect_line(program, ("Tomasz Wolarek", "Offer ends"))
    keys.press("ctrl+z")
    expect_line(program, ("Awa Sennequi", "Offer ends"), ("Tomasz Wolarek", "Number 2 in line"))

    # On Today stands who has to be called, for whichever day.
    keys.press("ctrl+1")
    expect_line(program, ("Awa Sennequi", "Fri 27 November"))
    program.root.find("button", "Book Awa Sennequi").act()
    expect_line(program)
    program.close()
    assert held
    expected = profile.ctl("today", space, "--day", TOMORROW)["expected"]
    assert [who["name"] for who in expected] == ["Awa Sennequi"], expected
    waiting = profile.ctl("waiting", "list", space)
    assert [(who["name"], who["state"]) for who in waiting] == [("Tomasz Wolarek", "waiting")], waiting


@tap.story
def by_hand():
    """on the day itself the host offers a free seat, out of turn too"""
    profile = Profile()
    space = profile.add_space(seats=1)
    held = profile.ctl("book", space, TODAY, "--guest", "Noor Delvigne")["id"]
    for name in ("Zoé Marchelin", "Tomasz Wolarek"):
        profile.ctl("waiting", "add", space, TODAY, "--guest", name)
    profile.ctl("cancel", held)
    program = profile.start()
    expect_line(program, ("Zoé Marchelin", "Number 1 in line"), ("Tomasz Wolarek", "Number 2 in line"))
    answer(program, "Tomasz Wolarek", OFFER)
    expect_line(program, ("Zoé Marchelin", "Number 1 in line"), ("Tomasz Wolarek", "Offer ends today at 18:00"))
    answer(program, "Zoé Marchelin", BOOK)
    program.root.find("label", re.compile("No seat is free then"))
    program.close()


tap.main()
