# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page and dialog of the window, and the way that leads there: for pictures and audits."""
import contextlib
import re
from dataclasses import dataclass
from typing import Callable

import neighbourhood
from driver.tree import State
from driver import editor, foyer, keys, picture, wait
from driver.editor import Editor
from driver.kiosk import Kiosk
from driver.month import Month

FIRST_RUN = "first-run"     # no space yet
EMPTY = "empty"             # a space, nobody in it
FULL = "full"               # a season of sample data
DAMAGED = "damaged"         # a file that cannot be read
GUEST = "guest"             # seats at other people's places, and places to find
HOST = "host"               # a published home that strangers ask for seats
HOUSE = "house"             # a space with all that one can have, and one that was given up
KINDS = (FIRST_RUN, EMPTY, FULL, DAMAGED, GUEST, HOST, HOUSE)

# Of the house, newer than those that anybody accepted.
HOUSE_RULES = "Shoes off in the hall.\nCalls in the kitchen.\nThe cat stays in."

# What a window on a profile of this kind says on standard error, and no more.
EXPECTED_WORDS = {DAMAGED: foyer.JOURNAL}


def _stay(_program, _words):
    pass


@dataclass(frozen=True)
class Scene:
    """A state of the window that is worth a look. @go leads there from what the window
    shows first, @leave back; both take the program and a translator."""
    name: str
    profile: str
    go: Callable
    leave: Callable
    looks: bool = False         # also in high contrast, with large letters, from right to left
    has_month: bool = False
    restless: bool = False      # changes while it is looked at: no audit


def _press(*chords):
    return lambda _program, _words: keys.press(*chords)


def _open_year(program, _words):
    keys.press("ctrl+2", "alt+Up")
    program.root.find("list", "2026")


def _leave_year(program, _words):
    keys.press("Escape")
    program.root.find("table")
    keys.press("ctrl+1")


def _open_range(program, _words):
    """Four days selected in the calendar."""
    Month(program).press("Right", "shift+Right", "shift+Down")


def _open_day(program, _words):
    """The day that the keyboard comes to, with who comes."""
    Month(program).press("ctrl+Home", "Return")


def _type(text):
    def go(program, _words):
        keys.write(text)
    return go


def _open_dialog(*chords):
    """By keys, and waits for it."""
    def go(program, _words):
        keys.press(*chords)
        program.root.find("dialog")
    return go


def _close_dialogs(program, _words):
    """One after the other, and back to Today."""
    for _ in program.root.find_all("dialog"):
        dialogs = program.root.find_all("dialog")
        keys.press("ctrl+w")
        wait.until(lambda: len(program.root.find_all("dialog")) < len(dialogs), "a dialog gone")
    keys.press("ctrl+1")


def _open_about(program, _words):
    """The second entry of the main menu."""
    keys.press("F10")
    program.root.find("menu item")
    keys.press("Down", "Return")
    program.root.find("dialog")


def _open_scanner(program, words):
    """The second entry of the menu of Today."""
    program.root.find("toggle button", words("More")).act()
    program.root.find("menu item")
    keys.press("Down", "Return")
    program.root.find("dialog")


def _new_space(program, words):
    program.click(program.root.find("list item", words("I open my home")))
    program.root.find("dialog")
    keys.park_pointer()


def _edit(page):
    """A page of the editor of the season's space."""
    def go(program, words):
        Editor.edit(program, words).go_to(page)
        keys.park_pointer()
    return go


def _ask_hours(program, words):
    """The hours of a Monday."""
    _edit("Opening Hours")(program, words)
    week = Editor(program, words).dialog.find("list", words("Week"))
    program.click(week.find_all("list item")[0].find("label"))
    wait.until(lambda: len(program.root.find_all("dialog")) == 2, "the hours of a day")
    keys.park_pointer()


def _refuse_price(program, words):
    """A price that is none, in its place and with what is said to it."""
    editor = Editor.edit(program, words)
    editor.go_to("Price")
    editor.apply("Full Day", "four")
    editor.dialog.find("alert")
    keys.park_pointer()


def _take_back_price(program, words):
    Editor(program, words).apply("Full Day", "4")
    program.root.find_none("alert")
    _close_dialogs(program, words)


def _book(text):
    """A booking for today, with @text in the place of a name."""
    def go(program, words):
        Month(program).press("ctrl+Home", "Return")
        program.root.find("button", words("Add Booking")).act()
        dialog = program.root.find("dialog")
        dialog.find(("text", "entry"), words("Name"))
        keys.write(text)
        dialog.find("list item", re.compile(text, re.I))
    return go


def _check_in(program, words):
    program.root.find("list", words("Expected", "people")).find("button", words("Check In")).act()
    program.root.find("alert").find("button", words("_Undo").replace("_", ""))


def _undo(program, words):
    """By the key, and away with what is said to it."""
    keys.press("ctrl+z")
    program.root.find("label", words("Check-in undone"))
    program.root.find("alert").find_all("button")[-1].act()
    program.root.find_none("alert")


def _open_bookings(program, words):
    keys.press("ctrl+3")
    # Large letters make a list of the table.
    wait.until(lambda: program.root.find_all("table cell") or program.root.find_all("list item", re.compile("€")),
               "bookings in the list")


def _select_bookings(program, words):
    """All that are to come, with what can be done with them."""
    _open_bookings(program, words)
    keys.press("ctrl+a")
    program.root.find("label", re.compile(r"^(\d+) \S+ \1 "))


def _leave_bookings(program, words):
    keys.press("Escape", "ctrl+1")


def _open_members(program, words):
    """With the keyboard in the search, wherever a dialog left it."""
    keys.press("ctrl+4")
    program.root.find(("text", "entry", "search box"), words("Search Members"))
    keys.press("ctrl+f")
    program.root.find(("text", "entry", "search box"), words("Search Members"), lambda node: node.is_(State.FOCUSED))


def _open_member(program, words):
    """The first one who is found."""
    _open_members(program, words)
    keys.write("be")
    keys.press("Return")
    program.root.find("button", words("Edit Member"))
    program.root.find("heading", words("Days Here"))


def _leave_members(_program, _words):
    keys.press("ctrl+f", "Escape", "ctrl+1")


def _open_duplicates(program, words):
    """The third entry of the menu of the list."""
    _open_members(program, words)
    program.root.find("toggle button", words("List Options")).act()
    program.root.find("menu item")
    keys.press("Down", "Down", "Return")
    program.root.find("dialog")
    program.root.find_none(None, words("Looking for two records of one person"))


def _open_merge(program, words):
    """The third entry of the menu of a member, with the other one found."""
    _open_member(program, words)
    program.root.find("toggle button", words("More")).act()
    program.root.find("menu item")
    keys.press("Down", "Down", "Return")
    program.root.find("dialog")
    keys.write("ma")
    keys.press("Return")
    program.root.find("button", words("Merge"))


def _edit_member(program, words):
    _open_member(program, words)
    keys.press("ctrl+e")
    program.root.find("dialog")


def _leave_member(program, words):
    _close_dialogs(program, words)
    keys.press("ctrl+4")
    _leave_members(program, words)


def _open_seller(program, words):
    """The second entry of the menu of the first card."""
    keys.press("ctrl+5")
    program.root.find("button", re.compile("^" + words("Edit %s").split("%s")[0]))
    program.root.find_all("toggle button", re.compile("^" + words("More about %s").split("%s")[0]))[0].act()
    program.root.find("menu item")
    keys.press("Down", "Return")
    program.root.find("dialog")


def _open_due(program, words):
    program.click(program.root.find("label", words("To Collect")))
    program.root.find("dialog").find("button", words("_Collect…").replace("_", ""))
    keys.park_pointer()


def _collect(program, words):
    """What the first one has to pay."""
    _open_due(program, words)
    program.root.find("dialog").find("button", words("_Collect…").replace("_", "")).act()
    program.root.find("label", words("Reference"))


def _open_sync(program, words):
    program.root.find("button", words("On this computer only")).act()
    program.root.find("label", words("On This Computer Only"))


def _leave_sync(program, words):
    keys.press("ctrl+1")
    wait.until(lambda: not program.root.find_all("label", words("On This Computer Only")), "the page of the sync gone")


def _wait_for_places(program, _words):
    program.root.find("list item", re.compile("^Chez Odile"))
    keys.park_pointer()


def _open_listing(program, words):
    program.click(program.root.find("list item", re.compile("^Chez Odile")).find("label", "Chez Odile"))
    program.root.find("button", words("_Request a Seat").replace("_", ""))
    keys.park_pointer()


def _leave_listing(program, words):
    # A window that was narrow may have left the keyboard in its sidebar.
    program.click(program.root.find("radio button", words("Full Day")))
    keys.press("Escape")
    program.root.find_none("button", words("_Request a Seat").replace("_", ""))


def _open_request(program, words):
    _open_listing(program, words)
    program.root.find("button", words("_Request a Seat").replace("_", "")).act()
    program.root.find("dialog")


def _leave_request(program, words):
    keys.press("Escape")
    program.root.find_none("dialog")
    _leave_listing(program, words)


def _open_seats(program, words):
    keys.press("ctrl+7")
    program.root.find("label", words("Upcoming", "seats"))


def _find_nothing(program, words):
    """A word that no place has."""
    field = program.root.find(("text", "entry", "search box"), words("Words"))
    program.click(field)
    keys.write("piano")
    program.root.find_none("list item", re.compile("^Chez Odile"))


def _find_again(program, words):
    keys.press("ctrl+a", "Delete")
    _wait_for_places(program, words)


def _open_sync_page(program, words):
    program.root.find("button", re.compile("^" + words("Up to date"))).act()
    program.root.find("label", words("Up to Date"))


def _lose_directory(program, words):
    """The page of the sync, with a request that cannot leave."""
    _open_request(program, words)
    keys.write("Zoé Marchelin")
    program.profile.directory.stop()
    program.root.find("dialog").find("button", words("_Send").replace("_", "")).act()
    program.root.find_none("dialog")
    program.root.find("alert").find_all("button")[-1].act()
    program.root.find("button", re.compile("^1 ")).act()
    names = "|".join(words(name).replace("_", "") for name in ("_Sync Now", "_Try Again"))
    program.root.find("button", re.compile(f"^({names})$")).act()
    program.root.find("label", words("Couldn’t Reach the Directory"))


def _find_directory(program, words):
    program.profile.directory.start()
    program.root.find("button", words("_Try Again").replace("_", "")).act()
    program.root.find("label", words("Up to Date"))
    keys.press("ctrl+6")
    _leave_listing(program, words)


def _refuse_request(program, words):
    """The last request: its day is full by now."""
    row = program.root.find("list", words("Requests")).find_all("list item")[-1]
    program.click(row.find("label"))
    row.find("button", words("_Accept").replace("_", "")).act()
    row.find(name=re.compile("^" + words("The day has filled meanwhile. The request is kept: make room in the "
                                         "calendar and accept again, or decline.")))
    keys.park_pointer()


_kiosks = {}


def _open_kiosk(program, words):
    _kiosks[program] = Kiosk(program, words)
    keys.park_pointer()


def _name_at_kiosk(program, words):
    """The first letters of some who are expected, and some who are not."""
    _open_kiosk(program, words)
    keys.write("no")
    wait.until(lambda: _kiosks[program].names(), "people at the kiosk")


def _greet_at_kiosk(program, words):
    """Somebody who is expected, and accepted older rules."""
    _open_kiosk(program, words)
    keys.write("noor")
    wait.until(lambda: len(_kiosks[program].names()) == 1, "one person at the kiosk")
    keys.press("Return")
    program.root.find("heading", words("House Rules"))


def _ask_pin(program, words):
    _open_kiosk(program, words)
    keys.press("Escape")
    program.root.find("label", words("Type the PIN of the host."))


def _leave_kiosk(program, _words):
    _kiosks.pop(program).leave()


SCENES = [
    Scene("welcome", FIRST_RUN, _stay, _stay),
    Scene("space-new", FIRST_RUN, _new_space, _close_dialogs),
    Scene("today", FULL, _stay, _stay, looks=True),
    Scene("today-typing", FULL, _type("zo"), _press("Escape")),
    Scene("today-toast", FULL, _check_in, _undo),
    Scene("due", FULL, _open_due, _close_dialogs),
    Scene("collect", FULL, _collect, _close_dialogs),
    Scene("roll-call", FULL, _open_dialog("ctrl+r"), _close_dialogs),
    Scene("calendar", FULL, _press("ctrl+2"), _press("ctrl+1"), looks=True, has_month=True),
    Scene("calendar-year", FULL, _open_year, _leave_year, looks=True),
    Scene("calendar-range", FULL, _open_range, _press("ctrl+1"), has_month=True),
    Scene("booking", FULL, _book("zo"), _close_dialogs),
    Scene("bookings", FULL, _open_bookings, _leave_bookings, looks=True),
    Scene("bookings-selected", FULL, _select_bookings, _leave_bookings),
    Scene("members", FULL, _open_members, _leave_members),
    Scene("member", FULL, _open_member, _leave_members, looks=True),
    Scene("duplicates", FULL, _open_duplicates, _leave_member),
    Scene("member-merge", FULL, _open_merge, _leave_member),
    Scene("member-edit", FULL, _edit_member, _leave_member),
    Scene("spaces", FULL, _press("ctrl+5"), _press("ctrl+1")),
    *[Scene("space-" + title.split()[-1].lower(), FULL, _edit(title), _close_dialogs,
            looks=title == "Opening Hours") for title in editor.PAGES],
    Scene("space-hours-of-day", FULL, _ask_hours, _close_dialogs),
    Scene("space-refusal", FULL, _refuse_price, _take_back_price),
    Scene("seller", FULL, _open_seller, _close_dialogs),
    Scene("shortcuts", FULL, _open_dialog("ctrl+question"), _close_dialogs),
    Scene("about", FULL, _open_about, _close_dialogs),
    Scene("discover-first", EMPTY, _press("ctrl+6"), _press("ctrl+1")),
    Scene("my-seats-empty", EMPTY, _press("ctrl+7"), _press("ctrl+1")),
    Scene("sync", EMPTY, _open_sync, _leave_sync),
    Scene("today-empty", EMPTY, _stay, _stay),
    Scene("today-closed", EMPTY, _press("alt+Right", "alt+Right"), _press("alt+Home")),
    Scene("roll-call-empty", EMPTY, _open_dialog("ctrl+r"), _close_dialogs),
    Scene("scanner", EMPTY, _open_scanner, _close_dialogs),
    Scene("calendar-empty", EMPTY, _press("ctrl+2"), _press("ctrl+1"), has_month=True),
    Scene("bookings-empty", EMPTY, _press("ctrl+3"), _press("ctrl+1")),
    Scene("members-empty", EMPTY, _press("ctrl+4"), _press("ctrl+1")),
    Scene("trouble", DAMAGED, _stay, _stay),
    Scene("discover", GUEST, _wait_for_places, _stay),
    Scene("discover-nothing", GUEST, _find_nothing, _find_again),
    Scene("listing", GUEST, _open_listing, _leave_listing),
    Scene("request", GUEST, _open_request, _leave_request),
    Scene("my-seats", GUEST, _open_seats, _press("ctrl+6")),
    Scene("sync-done", GUEST, _open_sync_page, _press("ctrl+6")),
    # Rows of what waits come anew with each attempt.
    Scene("sync-offline", GUEST, _lose_directory, _find_directory, restless=True),
    Scene("today-requests", HOST, _stay, _stay),
    Scene("today-refused", HOST, _refuse_request, _stay),
    Scene("house-today", HOUSE, _stay, _stay),
    Scene("house-day", HOUSE, _open_day, _press("ctrl+1"), has_month=True),
    Scene("house-spaces", HOUSE, _press("ctrl+5"), _press("ctrl+1")),
    Scene("kiosk", HOUSE, _open_kiosk, _leave_kiosk),
    Scene("kiosk-names", HOUSE, _name_at_kiosk, _leave_kiosk),
    Scene("kiosk-rules", HOUSE, _greet_at_kiosk, _leave_kiosk),
    Scene("kiosk-pin", HOUSE, _ask_pin, _leave_kiosk),
    *[Scene("house-" + title.split()[-1].lower(), HOUSE, _edit(title), _close_dialogs)
      for title in ("Seats", "Calendars", "Price", "House Rules", "Photos")],
]


def _make_house():
    """Named desks, one of them pinned, somebody who waits, codes that were refused, rules that changed, shares, a calendar, and an archived space."""
    profile = foyer.Profile()
    space = profile.add_space("L’Atelier du Canal", seats=4)
    profile.ctl("space", "edit", space, *[word for desk in ("Window", "Stand", "Alcove", "Sofa")
                                          for word in ("--desk", desk)],
                "--share", "Heating=0.80", "--share", "Coffee and tea=0.50", "--price", "4.00",
                "--rules", "Shoes off in the hall.\nCalls in the kitchen.", "--note", "The bell says Marchelin.",
                "--limit-week", "3", "--limit-seats", "2")
    for name, desk in (("Noor Achterberg", "Stand"), ("Zoé Marchelin", "Window")):
        member = profile.add_member(name)
        profile.ctl("book", space, foyer.TODAY, "--member", member, "--desk", desk, "--pin")
        profile.ctl("member", "accept-rules", member, space)
    profile.ctl("space", "edit", space, "--rules", HOUSE_RULES)
    for name in ("Tomasz Wolarek", "Awa Diop"):
        profile.ctl("book", space, foyer.TODAY, "--guest", name)
    profile.ctl("waiting", "add", space, foyer.TODAY, "--guest", "Ines Faure")
    card = profile.ctl("member", "card", member)[0]["card"]
    for day, code in ((foyer.TODAY, "FO" + "B" * 16), ("2026-11-28", card)):
        with contextlib.suppress(foyer.Refused):
            profile.ctl("checkin", space, "--day", day, "--code", code)
    calendar = profile.database() + ".ics"
    with open(calendar, "w", encoding="utf-8") as file:
        file.write("BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Family\nBEGIN:VEVENT\nUID:1\n"
                   "DTSTART:20261127T130000Z\nDTEND:20261127T150000Z\nSUMMARY:Dentist\nEND:VEVENT\nEND:VCALENDAR\n")
    profile.ctl("calendar", "subscribe", space, calendar)
    for colour in ((176, 90, 44), (96, 120, 84), (70, 92, 130)):
        profile.ctl("photo", "add", space, picture.write(profile.database() + ".png", colour))
    profile.ctl("space", "archive", profile.add_space("Le Grenier", seats=2))
    return profile


def _sell_passes(profile):
    """To the member whose page is shown: a carnet and a month."""
    (member, *_) = [one["id"] for one in profile.ctl("member", "find", "belcourt")]
    profile.ctl("pass", "sell", "--member", member, "--days", "10", "--price", "36")
    profile.ctl("pass", "sell", "--member", member, "--month", "--price", "60")


@contextlib.contextmanager
def profile_of(kind):
    """The profile that scenes of this kind are played on."""
    if kind in (GUEST, HOST):
        make = neighbourhood.make_guest if kind == GUEST else neighbourhood.make_host
        with neighbourhood.around(make) as profile:
            yield profile
        return
    profile = _make_house() if kind == HOUSE else foyer.Profile()
    if kind == FULL:
        profile.fill()
        _sell_passes(profile)
        (space, *_) = [one["id"] for one in profile.ctl("space", "list")]
        profile.ctl("space", "seller", space, "--name", "Margaux Delorme", "--iban", "FR7630006000011234567890189")
    elif kind == EMPTY:
        profile.add_space("La Tablée des Lilas")
    elif kind == DAMAGED:
        profile.add_space("La Tablée des Lilas")
        profile.damage()
    yield profile
