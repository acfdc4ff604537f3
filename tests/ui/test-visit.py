#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One seat travels: from a host's window through a directory to a guest's, and to the door."""
import contextlib
import re

from driver import keys, tap, wait
from driver.desk import Desk
from driver.directory import Directory
from driver.editor import Editor
from driver.foyer import Profile
from driver.wait import Gone

STREET = "12 rue des Tanneurs"
DOOR = "code 4815"
TITLE = "La Tablée des Lilas"
# For how long a word rests before it leaves.
GRACE_S = 10
TOMORROW = "Friday 27 November, 4 of 4 seats free"


def make_host(url=None):
    host = Profile()
    space = host.ctl("space", "add", "--name", TITLE, "--kind", "home", "--seats", "4", "--price", "4.00",
                     "--street", STREET, "--postcode", "69003", "--city", "Lyon",
                     "--lat", "45.7597", "--lon", "4.8422", "--door", DOOR)["id"]
    host.ctl("open", space, "Mon-Fri 09:00-18:00")
    if url is not None:
        host.remember(directory=f"'{url}'")
    return host, space


def make_guest(url):
    guest = Profile()
    guest.remember(directory=f"'{url}'", visits="true", place="('Lyon', 45760000, 4842000)")
    return guest


def publish(program, url):
    """As a host does it, from the editor of the space."""
    editor = Editor.edit(program)
    editor.go_to("Public Listing")
    editor.apply("Address of the Directory", url)
    editor.dialog.find("label", TITLE)
    editor.dialog.find("button", "Publish").act()
    editor.says("^Published, and kept up to date")
    editor.close()


def look(program):
    """As a guest does it: the place in the list, tomorrow."""
    keys.raise_window(program.window)
    card = program.root.find("list item", TITLE)
    card.find(("button", "toggle button"), re.compile("^Friday 27 November")).act()
    program.root.find(("button", "toggle button"), TOMORROW)


def ask(program, name, note=None):
    """On the page of a place."""
    keys.raise_window(program.window)
    program.root.find("button", "Request a Seat").act()
    dialog = program.root.find("dialog")
    wait.until(lambda: (program.focused() or dialog).name == "Name", "the keyboard in the name")
    keys.write(name)
    if note is not None:
        keys.press("Tab", "Tab")
        field = dialog.find(("text", "entry"), "Note to the host, optional")
        wait.until(lambda: program.focused() == field, "the keyboard in the note")
        keys.write(note)
    dialog.find("button", "Send").act()
    program.root.find_none("dialog")


def send_now(program):
    """Cuts the while short for which a word can be taken back."""
    program.root.find("button", re.compile("^[0-9]+ changes? waiting")).act()
    program.root.find("button", "Sync Now").act()
    program.root.find("button", re.compile("^Up to date"))


def undo(program, sentence):
    program.root.find("button", "Undo").act()
    program.root.find("label", sentence)


def go_to_seats(program):
    keys.raise_window(program.window)
    keys.press("ctrl+7")
    program.root.find("label", "Upcoming")


@tap.story
def one_seat():
    """a stranger asks, the host accepts, and the ticket's code opens the door"""
    with Directory() as directory:
        host, space = make_host()
        guest = make_guest(directory.url)
        host_window = host.start()
        publish(host_window, directory.url)

        guest_window = guest.start()
        look(guest_window)
        ask(guest_window, "Maud Kerlouan", "Is there a hook for a bike?")
        send_now(guest_window)
        go_to_seats(guest_window)
        guest_window.root.find("label", "Waiting for an answer")
        guest_window.root.find_none("label", re.compile(re.escape(STREET)))

        keys.raise_window(host_window.window)
        keys.press("ctrl+1")
        row = host_window.root.find("list", "Requests").find("list item", "Maud Kerlouan")
        row.find("label", "“Is there a hook for a bike?”")
        row.find("label", "First visit")
        today = host_window.root.find("list", "Pages").find("list item", "Today")
        wait.until(lambda: today.description == "1 request waits", "the request in the sidebar")
        row.find("button", "Accept").act()
        host_window.root.find_none("list", "Requests")
        send_now(host_window)

        guest_window.root.find("label", "Confirmed")
        guest_window.root.find("label", f"{STREET}, 69003 Lyon")
        guest_window.root.find("label", f"Door: {DOOR}")
        code = guest_window.root.find("label", re.compile("^FO[A-Z]{16}$")).name
        guest_window.root.find("image", f"QR code of the ticket {code}")
        keys.raise_window(guest_window.window)
        guest_window.close()

        keys.raise_window(host_window.window)
        host_window.close()

        host.now = "2026-11-27T09:10:00+01:00"
        host_window = host.start()
        desk = Desk(host_window)
        desk.expect(Expected=["Maud Kerlouan"], Here=[])
        wrong = code[:-1] + ("B" if code[-1] != "B" else "C")
        desk.type(wrong)
        keys.press("Return")
        desk.says("^This is no code of this place")
        keys.press("Escape")
        desk.type(code.lower())
        keys.press("Return")
        desk.expect(Here=["Maud Kerlouan"], Expected=[])
        host_window.close()
        assert [who["name"] for who in host.ctl("today", space)["here"]] == ["Maud Kerlouan"]


@tap.story
def declined():
    """who is declined is told, and reads no address"""
    with Directory() as directory:
        host, _ = make_host()
        host_window = host.start()
        publish(host_window, directory.url)
        guest = make_guest(directory.url)
        guest_window = guest.start()
        look(guest_window)
        ask(guest_window, "Tomasz Wolarek")
        go_to_seats(guest_window)
        keys.raise_window(host_window.window)
        keys.press("ctrl+1")
        requests = host_window.root.find("list", "Requests", deadline_s=wait.DEADLINE_S + GRACE_S)
        requests.find("button", "Decline").act()
        host_window.root.find_none("list", "Requests")
        guest_window.root.find("label", "Declined", deadline_s=wait.DEADLINE_S + GRACE_S)
        guest_window.root.find_none("label", re.compile(re.escape(STREET)))
        keys.raise_window(guest_window.window)
        guest_window.close()
        keys.raise_window(host_window.window)
        host_window.close()


@tap.story
def taken_back():
    """a request that its guest takes back disappears from the host's desk, with a sentence"""
    with Directory() as directory:
        host, _ = make_host()
        host_window = host.start()
        publish(host_window, directory.url)
        guest = make_guest(directory.url)
        guest_window = guest.start()
        look(guest_window)
        ask(guest_window, "Awa Sennequi")
        send_now(guest_window)
        go_to_seats(guest_window)
        guest_window.root.find("label", "Waiting for an answer")
        keys.raise_window(host_window.window)
        keys.press("ctrl+1")
        host_window.root.find("list", "Requests")
        keys.raise_window(guest_window.window)
        guest_window.root.find("button", "Withdraw Request").act()
        send_now(guest_window)
        host_window.root.find_none("list", "Requests")
        host_window.root.find("label", re.compile("^Awa Sennequi took back the request for"))
        guest_window.close()
        keys.raise_window(host_window.window)
        host_window.close()


@tap.story
def undone():
    """what is undone in time was never sent, and what was sent says so"""
    with Directory() as directory:
        host, _ = make_host()
        host_window = host.start()
        publish(host_window, directory.url)
        guest = make_guest(directory.url)
        guest_window = guest.start()
        look(guest_window)
        ask(guest_window, "Ilse Vandoorne")
        undo(guest_window, "Request undone; nothing was sent")
        assert directory.count("booking") == 0
        ask(guest_window, "Ilse Vandoorne")
        send_now(guest_window)
        assert directory.count("booking") == 1
        letters = directory.count("letter")
        keys.raise_window(host_window.window)
        keys.press("ctrl+1")
        host_window.root.find("list", "Requests").find("button", "Accept").act()
        undo(host_window, "Acceptance undone; the request waits again")
        host_window.root.find("list", "Requests").find("button", "Decline").act()
        undo(host_window, "Refusal undone; the request waits again")
        host_window.root.find("button", re.compile("^Up to date"))
        assert directory.count("letter") == letters

        host_window.root.find("list", "Requests").find("button", "Accept").act()
        host_window.root.find_none("list", "Requests")
        send_now(host_window)
        keys.press("ctrl+z")
        host_window.root.find("label", re.compile("^This cannot be undone any more: it was sent"))
        assert directory.count("letter") == letters + 1
        keys.raise_window(guest_window.window)
        guest_window.close()
        keys.raise_window(host_window.window)
        host_window.close()


@tap.story
def closed():
    """a window that is closed sends what could still be undone"""
    with Directory() as directory:
        host, _ = make_host()
        host_window = host.start()
        publish(host_window, directory.url)
        guest = make_guest(directory.url)
        guest_window = guest.start()
        look(guest_window)
        ask(guest_window, "Bran Le Coz")
        guest_window.root.find("button", re.compile("^1 change waiting"))
        assert directory.count("booking") == 0
        guest_window.close()
        assert directory.count("booking") == 1
        keys.raise_window(host_window.window)
        keys.press("ctrl+1")
        host_window.root.find("list", "Requests").find("list item", "Bran Le Coz")
        host_window.close()


@tap.story
def offline():
    """without the directory a request is kept, and leaves when it answers again"""
    with Directory() as directory:
        host, _ = make_host()
        host_window = host.start()
        publish(host_window, directory.url)
        guest = make_guest(directory.url)
        guest_window = guest.start()
        look(guest_window)
        directory.stop()
        ask(guest_window, "Noor Delvigne")
        go_to_seats(guest_window)
        guest_window.root.find("label", "Waiting to be sent")
        guest_window.root.find("button", re.compile("^1 change waiting")).act()
        guest_window.root.find("button", re.compile("^Sync Now|^Try Again")).act()
        again = guest_window.root.find("button", "Try Again")
        directory.start()
        # The window tries by itself as well, and may have been first.
        with contextlib.suppress(Gone):
            again.act()
        go_to_seats(guest_window)
        guest_window.root.find("label", "Waiting for an answer")
        keys.raise_window(host_window.window)
        keys.press("ctrl+1")
        guest_row = host_window.root.find("list", "Requests").find("list item", "Noor Delvigne")
        guest_row.find("label", "First visit")
        keys.raise_window(guest_window.window)
        guest_window.close()
        keys.raise_window(host_window.window)
        host_window.close()


@tap.story
def first_time():
    """who looks for a seat is asked for a directory, in words, and a wrong address is said"""
    with Directory(listings=200) as directory:
        profile = Profile()
        program = profile.start()
        row = program.root.find("list item", re.compile("^I look for a seat"))
        program.click(row)
        field = program.root.find(("text", "entry"), "Address of the Directory")
        program.click(field)
        keys.write("not an address")
        program.root.find("button", "Use This Directory").act()
        program.root.find("label", re.compile("^This is not the address of a directory"))
        program.click(field)
        keys.press("ctrl+a")
        keys.write(directory.url)
        keys.press("Return")
        place = program.root.find(("text", "entry"), "Place")
        wait.until(lambda: program.focused() == place, "the keyboard in the place")
        keys.write("Paris")
        keys.press("Return")
        program.root.find("label", re.compile("place|No Free Seat"))
        program.root.find("list item", "Offer a Space…")
        program.close()


tap.main()
