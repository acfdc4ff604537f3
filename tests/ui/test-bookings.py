#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of all bookings, by keyboard and screen reader."""
import re

from driver import keys, tap, wait
from driver.foyer import Profile
from driver.tree import State


class Bookings:
    """The Bookings page of a running window."""

    def __init__(self, program):
        self.program = program
        self.root = program.root
        keys.press("ctrl+3")
        self.root.find("radio button", "Upcoming")

    def rows(self):
        """What is said of the rows, without the headers."""
        return [row.name for row in self.root.find_all("table row")][1:]

    def guests(self):
        names = [re.sub(r"^(Today|\w{3} \d+ \w+( \d{4})?) ", "", row) for row in self.rows()]
        return [re.split(r" (Full day|Morning|Afternoon)", name)[0] for name in names]

    def expect(self, *guests):
        wait.until(lambda: self.guests() == list(guests), lambda: f"{guests} in the list (there is {self.rows()})")

    def view(self, name):
        button = self.root.find("radio button", name)
        button.act(button.actions[0])

    def sort_by(self, column):
        self.program.click(self.root.find("table row").find("label", column))


def start():
    profile = Profile()
    space = profile.add_space()
    profile.ctl("book", space, "2026-11-26", "--guest", "Noor Delvigne")
    profile.ctl("book", space, "2026-11-27", "--guest", "Zoé Marchelin", "--part", "am")
    profile.ctl("book", space, "2026-11-30", "--guest", "Ellen <b>", "--seats", "2")
    return profile, space


def choose_day(program, row, shown, days):
    """Opens the calendar of @row and goes on by so many days: at first from the one before all
    that it shows, 24 October."""
    row = program.root.find("list item", row, where=lambda node: node.has("label", shown))
    program.click(row.find("label", shown))
    program.root.find("label", "November")
    keys.press("Tab", *["Right"] * days, "space")


@tap.story
def lists_and_sorts():
    """rows say everything in words; a header sorts, and again the other way round"""
    profile, _ = start()
    program = profile.start()
    page = Bookings(program)
    page.expect("Noor Delvigne", "Zoé Marchelin", "Ellen <b>")
    assert re.search("Full day, 2 seats Confirmed €8.00", page.rows()[2]), page.rows()
    assert re.search("Today Noor Delvigne Full day Expected €4.00 Due", page.rows()[0]), page.rows()
    page.sort_by("Guest")
    page.expect("Ellen <b>", "Noor Delvigne", "Zoé Marchelin")
    page.sort_by("Guest")
    page.expect("Zoé Marchelin", "Noor Delvigne", "Ellen <b>")
    page.view("Unpaid")
    page.expect("Noor Delvigne")
    page.view("Past")
    program.root.find(None, "No Past Bookings")
    program.close()


@tap.story
def searches():
    """a letter opens the search; accents and capitals do not matter; Escape ends it"""
    profile, _ = start()
    program = profile.start()
    page = Bookings(program)
    page.expect("Noor Delvigne", "Zoé Marchelin", "Ellen <b>")
    keys.write("zoe")
    page.expect("Zoé Marchelin")
    keys.write("x")
    program.root.find(None, "No Bookings Found")
    keys.press("Escape")
    page.expect("Noor Delvigne", "Zoé Marchelin", "Ellen <b>")
    program.close()


@tap.story
def between_two_days():
    """days of one's own choice, of which one pushes the other; and back to all"""
    profile, _ = start()
    program = profile.start()
    page = Bookings(program)
    page.expect("Noor Delvigne", "Zoé Marchelin", "Ellen <b>")
    program.root.find("toggle button", "Filter").act()
    program.click(program.root.find("label", "Days"))
    program.root.find("list item", where=lambda node: node.has("label", "Last year"))
    keys.press(*["Down"] * 8, "Return")
    choose_day(program, "From", "Sun 1 November", 34)
    page.expect("Zoé Marchelin", "Ellen <b>")
    choose_day(program, "To", "Mon 30 November", 34)
    page.expect("Zoé Marchelin")
    choose_day(program, "From", "Fri 27 November", 3)
    page.expect("Ellen <b>")
    program.root.find("list item", "To", where=lambda node: node.has("label", "Mon 30 November"))
    keys.press("alt+s")
    page.expect("Noor Delvigne", "Zoé Marchelin", "Ellen <b>")
    keys.press("Escape")
    program.close()


@tap.story
def many_at_once():
    """selected bookings are cancelled together, stay selected, and come back by one undo"""
    profile, space = start()
    program = profile.start()
    page = Bookings(program)
    page.expect("Noor Delvigne", "Zoé Marchelin", "Ellen <b>")
    keys.press("ctrl+a")
    program.root.find("label", "3 of 3 selected")
    program.root.find("button", "Cancel Bookings").act()
    wait.until(lambda: all("Cancelled" in row for row in page.rows()), "three cancelled")
    program.root.find("label", "Cancelled 3 bookings")
    program.root.find_none("button", "Cancel Bookings")
    selected = [row for row in program.root.find_all("table row") if row.is_(State.SELECTED)]
    assert len(selected) == 3, selected
    program.root.find("button", "Undo").act()
    wait.until(lambda: not any("Cancelled" in row for row in page.rows()), "three back")
    program.close()
    days = profile.ctl("availability", space, "--from", "2026-11-26", "--days", "2")
    assert [day["am_free"] for day in days] == [7, 7], days


tap.main()
