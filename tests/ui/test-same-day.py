#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A day kept through the window alone and the same day kept through foyerctl alone show the
same: from the first run on, with a space, its hours, guests, and what was pressed by mistake."""
import sqlite3

from driver import keys, tap, wait
from driver.desk import Desk
from driver.editor import Editor
from driver.foyer import TODAY, Profile
from driver.month import Month

SATURDAY = "2026-11-28"
GUESTS = ("Tomasz Wolarek", "Noor Delvigne", "Awa Sennequi", "Louise Tamarel")


def without_ids(value):
    if isinstance(value, dict):
        return {key: without_ids(part) for key, part in value.items()
                if key not in ("booking", "member", "id")}
    if isinstance(value, list):
        return [without_ids(part) for part in value]
    return value


def what_became(profile):
    """Of every guest, also of those whom no list shows any more."""
    connection = sqlite3.connect(profile.database())
    rows = connection.execute("SELECT name, day, state, part, seats, price_minor, currency "
                              "FROM booking JOIN person ON person.id = person_id "
                              "WHERE booking.deleted_at = 0").fetchall()
    connection.close()
    return sorted(rows)


def what_it_shows(profile):
    [space] = profile.ctl("space", "list")
    return without_ids([space, profile.ctl("today", space["id"]), profile.ctl("rollcall", space["id"]),
                        profile.ctl("availability", space["id"], "--from", "2026-11-23",
                                    "--days", "14")])


def add_space(program):
    """From the welcome: a home with six seats at 5 euros, open from Monday to Thursday."""
    program.click(program.root.find("list item", "I open my home"))
    editor = Editor(program)
    editor.type("Name", "Chez Maud")
    editor.go_to("Seats")
    editor.spin("Seats", "6")
    editor.go_to("Opening Hours")
    week = editor.dialog.find("list", "Week")
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"):
        row = next(row for row in week.find_all("list item") if row.name.startswith(day))
        if ("Closed" not in row.name) != (day in ("Monday", "Tuesday", "Wednesday", "Thursday")):
            week.find("check box", day).act("toggle")
    editor.go_to("Price")
    editor.type("Full Day", "5")
    editor.dialog.find("button", "Add Space").act()
    program.root.find_none("dialog")


def open_saturday(program):
    """By the switch in its sheet, and back to today."""
    month = Month(program)
    month.press("Right", "Right", "Return")
    month.expect_words("Saturday 28 November", "closed")
    program.click(program.root.find("list", "The Day").find("label", "Open"))
    month.expect_words("Saturday 28 November", "6 of 6|6 seats")
    month.enter()
    month.press("ctrl+Home", "Return")


def book(program, name):
    program.root.find("button", "Add Booking").act()
    dialog = program.root.find("dialog")
    dialog.find(("text", "entry"), "Name")
    keys.write(name)
    dialog.find(where=lambda node: name in node.name)
    keys.press("Return")
    program.root.find_none("dialog")
    program.root.find("list", "Booked").find("list item", name)


def choose(program, desk, title, name, place):
    """An entry of the menu of somebody's row, by its place."""
    row = desk.row(title, name)
    program.click(row.find("label", name))
    program.root.find("menu")
    keys.press(*["Down"] * place, "Return")
    wait.until(lambda: name not in desk.group(title), f"{name} gone from {title}")


def by_window(profile):
    program = profile.start()
    add_space(program)
    open_saturday(program)
    for name in GUESTS:
        book(program, name)
    keys.press("ctrl+1")
    desk = Desk(program)
    desk.expect(Expected=sorted(GUESTS))
    choose(program, desk, "Expected", "Awa Sennequi", 0)
    choose(program, desk, "Expected", "Louise Tamarel", 1)
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
    desk.expect(Here=["Maud Kerlouan"], Expected=["Noor Delvigne"])
    program.close()


def by_terminal(profile):
    space = profile.ctl("space", "add", "--name", "Chez Maud", "--kind", "home", "--seats", "6",
                        "--price", "5")["id"]
    profile.ctl("open", space, "Mon-Thu 09:00-18:00")
    profile.ctl("open", space, SATURDAY)
    booked = {name: profile.ctl("book", space, TODAY, "--guest", name)["id"] for name in GUESTS}
    profile.ctl("noshow", booked["Awa Sennequi"])
    profile.ctl("cancel", booked["Louise Tamarel"])
    profile.ctl("checkin", space, "--guest", "Tomasz Wolarek")
    profile.ctl("checkin", space, "--guest", "Maud Kerlouan")
    profile.ctl("checkout", space, "--guest", "Tomasz Wolarek")
    profile.ctl("checkin", space, "--guest", "Luc")
    profile.ctl("undo")


@tap.story
def same():
    """a space, hours, bookings, arrivals, departures, a no-show and an undo come to the same"""
    window, terminal = Profile(), Profile()
    by_window(window)
    by_terminal(terminal)
    first, second = what_it_shows(window), what_it_shows(terminal)
    assert first == second, (first, second)
    assert what_became(window) == what_became(terminal), (what_became(window), what_became(terminal))
    space, today, roll, days = first
    assert (space["name"], space["seats"]) == ("Chez Maud", 6), space
    assert [row["name"] for row in today["here"]] == ["Maud Kerlouan"], today
    assert [row["due_minor"] for row in today["left"]] == [500], today
    assert roll, roll
    assert [day["day"] for day in days if day["open"]] == [
        TODAY, SATURDAY, "2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03"], days
    assert window.ctl("check")["ok"] and terminal.ctl("check")["ok"]


tap.main()
