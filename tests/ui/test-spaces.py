#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A space is changed page by page; what is refused is said where it was typed, and kept."""
import re
import sqlite3

from driver import keys, tap, tree, wait
from driver.editor import Editor
from driver.foyer import TODAY, Profile

TOMORROW = "2026-11-27"


def start(*bookings, seats=8):
    """The editor of a space in which so many seats are held."""
    profile = Profile()
    space = profile.add_space(seats=seats)
    for day, guest in bookings:
        profile.ctl("book", space, day, "--guest", guest)
    program = profile.start()
    return profile, program, Editor.edit(program)


def space_of(profile):
    [space] = profile.ctl("space", "list")
    return space


def profile_listed(program, profile):
    """The spaces in use, once the window is closed."""
    program.close()
    return profile.ctl("space", "list")


def address_of(profile):
    connection = sqlite3.connect(profile.database())
    [address] = connection.execute("SELECT street, postcode, city FROM space").fetchall()
    connection.close()
    return address


def expect_kept(program, profile, **pages):
    """Leaves the window; the next one has these texts and numbers in its fields."""
    program.close()
    program = profile.start()
    editor = Editor.edit(program)
    for page, fields in pages.items():
        editor.go_to(page.replace("_", " "))
        for title, value in fields.items():
            shown = (editor.field(title).text if isinstance(value, str)
                     else editor.number(title).value)
            assert shown == value, f"{title} is {shown}, not {value}"
    program.close()


@tap.story
def place():
    """name, kind, address and text of the place are saved as they are left"""
    profile, program, editor = start()
    editor.go_to("The Place")
    editor.apply("Name", "Chez Maud")
    editor.says("^Changed “Name”$")
    editor.dialog.find("radio button", "Third place").act()
    editor.says("^Changed “Kind”$")
    editor.apply("Street", "7 rue Basse")
    editor.says("^Changed “Street”$")
    editor.type("Postcode", "59000")
    editor.type("Town", "Lille")
    editor.type("About", "A long table and a quiet garden")
    editor.go_to("Seats")
    editor.says("^Changed “About”$")
    editor.close()
    program.root.find("label", "Chez Maud")
    expect_kept(program, profile, The_Place={
        "Name": "Chez Maud", "Street": "7 rue Basse", "Postcode": "59000", "Town": "Lille",
        "About": "A long table and a quiet garden"})
    assert space_of(profile)["kind"] == "third-place", space_of(profile)


@tap.story
def quick():
    """fields that are left faster than a disk writes are saved in the order in which they were left"""
    profile, program, editor = start()
    editor.type("Town", "Lille")
    keys.press("shift+Tab", "5", "9", "shift+Tab", "r", "u", "e", "shift+Tab")
    editor.says("^Changed “Street”$")
    program.settle()
    editor.says("^Changed “Street”$")
    editor.close()
    program.close()
    kept = [address_of(profile)]
    for _ in range(3):
        profile.ctl("undo")
        kept.append(address_of(profile))
    assert kept == [("rue", "59", "Lille"), ("", "59", "Lille"), ("", "", "Lille"), ("", "", "")], kept


@tap.story
def half_typed():
    """a number that is being typed stays when the space changes otherwise"""
    profile, program, editor = start()
    editor.apply("Name", "Chez Maud")
    editor.says("^Changed “Name”$")
    editor.go_to("Seats")
    editor.spin("Seats", "12", enter=False)
    editor.dialog.find("button", "Undo").act()
    program.root.find("dialog", "La Tablée")
    program.settle()
    keys.press("Return")
    editor.says("^Changed “Seats”$")
    assert editor.number("Seats").value == 12
    editor.spin("Afternoons Begin At", "12:30", enter=False)
    editor.dialog.find("button", "Undo").act()
    wait.until(lambda: editor.number("Seats").value == 8, "the old number of seats")
    program.settle()
    keys.press("Return")
    editor.says("^Changed “Afternoons Begin At”$")
    editor.close()
    expect_kept(program, profile, Seats={"Seats": 8, "Afternoons Begin At": 12 * 60 + 30})


@tap.story
def seats():
    """seats and the hour at which afternoons begin"""
    profile, program, editor = start()
    editor.go_to("Seats")
    editor.spin("Seats", "12")
    editor.says("^Changed “Seats”$")
    editor.spin("Afternoons Begin At", "12:30")
    editor.says("^Changed “Afternoons Begin At”$")
    editor.close()
    expect_kept(program, profile, Seats={"Seats": 12, "Afternoons Begin At": 12 * 60 + 30})


@tap.story
def fewer_seats():
    """seats below what is held are refused, the days are named and the number stays typed"""
    profile, program, editor = start((TODAY, "Noor"), (TODAY, "Luc"), (TOMORROW, "Maud"))
    editor.go_to("Seats")
    editor.spin("Seats", "1")
    editor.says("Thu 26 November; nothing was changed")
    program.settle()
    assert editor.number("Seats").value == 1
    assert not editor.dialog.has(("label", "alert"), re.compile("27 November"))
    editor.spin("Seats", "2")
    editor.says("^Changed “Seats”$")
    editor.dialog.find_none("alert", re.compile("nothing was changed"))
    editor.close()
    expect_kept(program, profile, Seats={"Seats": 2})


@tap.story
def hours():
    """a weekday is opened by its switch, and others get hours and seats of their own"""
    profile, program, editor = start()
    editor.go_to("Opening Hours")
    week = editor.dialog.find("list", "Week")
    week.find("check box", "Saturday").act("toggle")
    editor.says("^Changed the hours of Saturday$")
    program.click(week.find("label", "Friday"))
    dialog = program.root.find("dialog", "Friday")
    for name, text in (("Closes", "16:00"), ("Opens", "8:30"), ("Seats", "5")):
        button = dialog.find("spin button", name)
        program.click(button)
        wait.until(lambda b=button: b.is_(tree.State.FOCUSED), f"the keyboard in {name}")
        keys.press("ctrl+a")
        keys.write(text)
        keys.press("Tab")
    dialog.find("button", "Save").act()
    week.find("list item", "Friday, 08:30 – 16:00, 5 seats")
    editor.says("^Changed the hours of Friday$")
    editor.dialog.find("button", "Undo").act()
    week.find("list item", "Friday, 09:00 – 18:00, 8 seats")
    editor.close()
    program.close()
    days = {day["day"]: day for day in profile.ctl("availability", space_of(profile)["id"],
                                                   "--from", TODAY, "--days", "4")}
    assert days["2026-11-28"]["open"] and not days["2026-11-29"]["open"], days
    assert days[TOMORROW]["seats"] == 8, days


@tap.story
def price():
    """prices, currency and the rule for cancelling"""
    profile, program, editor = start()
    editor.go_to("Price")
    editor.apply("Full Day", "6.50")
    editor.says("^Changed “Full Day”$")
    editor.dialog.find("label", "€3.25")
    editor.apply("Half Day", "4")
    editor.says("^Changed “Half Day”$")
    editor.apply("Currency", "chf")
    editor.says("^Changed “Currency”$")
    editor.spin("Days Before", "2")
    editor.says("2 days before")
    editor.close()
    expect_kept(program, profile, Price={"Full Day": "6.50", "Half Day": "4.00", "Currency": "CHF",
                                         "Days Before": 2})


@tap.story
def refused_price():
    """a price that is none is refused below it, stays typed on other pages, and is not saved"""
    profile, program, editor = start()
    editor.go_to("Price")
    editor.apply("Full Day", "four")
    editor.dialog.find("alert", re.compile("amount with its digits"))
    assert editor.field("Full Day").text == "four"
    editor.go_to("Seats")
    editor.go_to("Price")
    assert editor.field("Full Day").text == "four"
    editor.dialog.find("alert", re.compile("amount with its digits"))
    editor.apply("Full Day", "4")
    editor.dialog.find_none("alert")
    editor.close()
    expect_kept(program, profile, Price={"Full Day": "4.00"})


@tap.story
def shares():
    """what a price is made of is named, never more than the price, and taken away again"""
    profile, program, editor = start()
    editor.go_to("Price")
    editor.dialog.find("button", "Add a Share").act()
    editor.type("What For", "Heating <b>")
    editor.apply("How Much", "4.01")
    editor.says("^The shares are more than the price")
    editor.apply("How Much", "0.80")
    editor.says("^Changed “Where the Price Goes”$")
    editor.dialog.find_none("alert", re.compile("^The shares"))
    editor.close()
    editor = Editor.edit(program)
    editor.go_to("Price")
    assert (editor.field("What For").text, editor.field("How Much").text) == ("Heating <b>", "0.80")
    editor.dialog.find("button", "Remove This Share").act()
    editor.says("^Changed “Where the Price Goes”$")
    editor.dialog.find_none(("text", "entry"), "What For")
    editor.close()
    program.close()


def tags_of(profile):
    connection = sqlite3.connect(profile.database())
    [[tags]] = connection.execute("SELECT tags FROM space").fetchall()
    connection.close()
    return tags.split("\n")


@tap.story
def offers():
    """facts of accessibility, amenities and own words; what is refused stays typed, the order stays"""
    profile = Profile()
    space = profile.add_space(seats=8)
    profile.ctl("space", "edit", space, "--tag", "quiet", "--tag", "a loop, for hearing", "--tag", "lift")
    program = profile.start()
    editor = Editor.edit(program)
    editor.go_to("What Is There")
    assert editor.field("In Your Own Words").text == "a loop, for hearing"
    buttons = {name: editor.dialog.find("toggle button", name)
               for name in ("Lift", "Quiet", "Step-free", "Piano")}
    pressed = {name for name, button in buttons.items() if button.is_(tree.State.PRESSED)}
    assert pressed == {"Lift", "Quiet"}, pressed
    buttons["Step-free"].act()
    editor.says("^Changed “Accessibility”$")
    buttons["Piano"].act()
    editor.says("^Changed “Amenities”$")
    editor.dialog.find("button", "Undo").act()
    wait.until(lambda: not buttons["Piano"].is_(tree.State.PRESSED), "the piano gone again")
    words = editor.field("In Your Own Words")
    # Backwards: they are the last of the page, behind all the buttons.
    for _ in range(10):
        if program.move("shift+Tab") == words:
            break
    assert program.focused() == words, program.focused()
    keys.press("ctrl+a")
    keys.write("x" * 41)
    keys.press("Tab")
    editor.dialog.find("alert", re.compile("1 to 40"))
    assert editor.field("In Your Own Words").text == "x" * 41
    editor.type("In Your Own Words", "Door 90 cm wide")
    keys.press("Tab")
    editor.says("^Changed “In Your Own Words”$")
    editor.dialog.find_none("alert", re.compile("1 to 40"))
    editor.close()
    program.close()
    assert tags_of(profile) == ["quiet", "Door 90 cm wide", "lift", "step-free"], tags_of(profile)


@tap.story
def rules_and_door():
    """house rules, and what guests get once they are accepted"""
    profile, program, editor = start()
    editor.go_to("House Rules")
    editor.type("House Rules", "Calls in the garden")
    editor.go_to("After Acceptance")
    editor.says("^Changed “House Rules”$")
    editor.go_to("House Rules")
    editor.dialog.find("list", "Versions of the House Rules").find("list item", re.compile("^Version 1, since ")).find("label", "In force")
    editor.go_to("After Acceptance")
    editor.apply("Door", "Code 1234")
    editor.says("^Changed “Door”$")
    editor.apply("Wi-Fi", "Lilas, soup of the day")
    editor.says("^Changed “Wi-Fi”$")
    editor.type("In Your Words", "The blue bell <i>rings</i> upstairs.")
    editor.close()
    expect_kept(program, profile, House_Rules={"House Rules": "Calls in the garden"},
                After_Acceptance={"Door": "Code 1234", "Wi-Fi": "Lilas, soup of the day",
                                  "In Your Words": "The blue bell <i>rings</i> upstairs."})


@tap.story
def archive():
    """the only space is archived once it is said whom it concerns, undone, archived again and restored"""
    profile = Profile()
    profile.add_space(seats=8)
    profile.ctl("book", space_of(profile)["id"], TOMORROW, "--guest", "Tomasz Wolarek")
    program = profile.start()
    keys.press("ctrl+5")
    program.root.find("button", re.compile("^Edit "))

    def archive_it():
        program.root.find("toggle button", re.compile("^More about ")).act()
        menu = program.root.find("menu")
        wait.until(lambda: any(item.is_(tree.State.FOCUSED) for item in menu.find_all("menu item")),
                   "the keyboard in the menu")
        keys.press("Down", "Down")
        wait.until(lambda: menu.find_all("menu item")[2].is_(tree.State.FOCUSED), "the keyboard on Archive")
        keys.press("Return")

    archive_it()
    dialog = program.root.find(("dialog", "alert", "alert dialog"), re.compile("^Archive "))
    dialog.find("list", "Guests").find("list item", re.compile("Tomasz Wolarek"))
    dialog.find("button", "Archive Space").act()
    program.root.find("button", re.compile("^Restore "))
    program.root.find_none("button", re.compile("^Edit "))
    program.root.find("button", "Undo").act()
    program.root.find("button", re.compile("^Edit "))
    assert len(profile_listed(program, profile)) == 1
    program = profile.start()
    keys.press("ctrl+5")
    profile_space = "Restore"
    archive_it()
    program.root.find("button", "Archive Space").act()
    program.root.find("button", re.compile(f"^{profile_space} ")).act()
    program.root.find("button", re.compile("^Edit "))
    program.close()


@tap.story
def undo():
    """a change is taken back by its toast, and the field shows what was there"""
    profile, program, editor = start()
    name = editor.field("Name").text
    editor.apply("Name", "Chez Maud")
    editor.says("^Changed “Name”$")
    editor.dialog.find("button", "Undo").act()
    wait.until(lambda: editor.field("Name").text == name, "the old name in the field")
    editor.close()
    program.close()
    assert space_of(profile)["name"] == name, space_of(profile)


@tap.story
def no_name():
    """a space cannot lose its name"""
    profile, program, editor = start()
    editor.type("Name", " ")
    keys.press("Return")
    editor.dialog.find("alert")
    program.settle()
    assert editor.field("Name").text == " "
    editor.close()
    program.close()
    assert space_of(profile)["name"] == "La Tablée", space_of(profile)


@tap.story
def closing():
    """what was typed and not yet taken over is saved when the dialog is closed"""
    profile, program, editor = start()
    editor.type("Name", "Chez Maud")
    editor.close()
    program.root.find("label", "Chez Maud")
    program.close()
    assert space_of(profile)["name"] == "Chez Maud", space_of(profile)


@tap.story
def quitting():
    """and when the program is left with the dialog open"""
    profile, program, editor = start()
    editor.type("Name", "Chez Maud")
    program.close()
    assert space_of(profile)["name"] == "Chez Maud", space_of(profile)


@tap.story
def markup():
    """names are letters and never markup, in the card and in the editor"""
    profile, program, editor = start()
    editor.apply("Name", "<b>5 & 7</b>")
    editor.says("^Changed “Name”$")
    editor.close()
    program.root.find("label", "<b>5 & 7</b>")
    program.close()
    assert space_of(profile)["name"] == "<b>5 & 7</b>", space_of(profile)


tap.main()
