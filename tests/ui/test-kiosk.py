#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The kiosk: people check themselves in, see first names and nothing else, and do not get out of it."""
import re

from driver import foyer, keys, tap
from driver.foyer import Profile
from driver.kiosk import Kiosk


def start(*members):
    profile = Profile()
    space = profile.add_space()
    ids = [profile.add_member(name) for name in members]
    return profile, space, ids


def here(profile, space):
    return sorted(booking["name"] for booking in profile.ctl("rollcall", space)["here"])


@tap.story
def comes_and_goes():
    """the first letters of a name, Enter, "Welcome"; taken back; again; and out"""
    profile, space, _ = start("Zoé Marchelin")
    for name in ("Marie Dupont", "Marie Legrand"):
        profile.ctl("book", space, foyer.TODAY, "--guest", name)
    program = profile.start()
    kiosk = Kiosk(program)
    keys.write("m")
    kiosk.expect()
    keys.write("a")
    kiosk.expect("Marie D.", "Marie L.", "Zoé")
    texts = " ".join(node.name for node in kiosk.frame.find_all() if node.name)
    assert not re.search("Dupont|Legrand|Marchelin", texts), texts
    keys.write("rie dup")
    kiosk.expect("Marie")
    keys.press("Return")
    kiosk.heading("Welcome, Marie")
    program.root.find("label", re.compile("first time"))
    keys.press("Tab", "Return")
    program.root.find("alert", "Nothing was changed.")
    keys.write("marie d")
    keys.press("Return")
    kiosk.heading("Welcome, Marie")
    keys.press("Return")
    keys.write("marie d")
    keys.press("Return")
    program.root.find("label", "You have been here since 09:30. Leaving?")
    keys.press("Tab", "Return")
    kiosk.heading("Welcome")
    keys.write("marie l")
    keys.press("Return")
    kiosk.heading("Welcome, Marie")
    keys.press("Return")
    kiosk.heading("Welcome")
    keys.write("legrand")
    keys.press("Return")
    program.root.find("label", re.compile("^You have been here"))
    keys.press("Return")
    kiosk.heading("Goodbye, Marie")
    kiosk.leave()
    program.close()
    assert here(profile, space) == ["Marie Dupont"]


@tap.story
def walks_in():
    """a member without a booking takes a free seat, after the house rules; a stranger asks at the desk"""
    profile, space, (idris,) = start("Idris Belcourt")
    card = profile.ctl("member", "card", idris)[0]["card"]
    profile.ctl("space", "edit", space, "--rules", "No <b>shoes.")
    program = profile.start()
    kiosk = Kiosk(program)
    keys.write("Nobody")
    program.root.find("alert", re.compile("^Nobody found so far"))
    keys.press("Return")
    program.root.find("alert", re.compile("^Nobody is known here"))
    keys.write("idris")
    kiosk.expect("Idris")
    keys.press("Return")
    program.root.find("label", re.compile("^A seat is free for the whole day.\n.*4.00"))
    keys.press("Return")
    kiosk.heading("House Rules")
    program.root.find("label", "No <b>shoes.")
    keys.press("Return")
    kiosk.heading("Welcome, Idris")
    program.probe.ask("patience", 1)
    kiosk.heading("Welcome")
    program.probe.ask("patience", 600)
    keys.write(card)
    keys.press("Return")
    program.root.find("label", re.compile("^You have been here"))
    program.root.find("button", "Stay").act()
    kiosk.heading("Welcome")
    keys.write("FCBBBBBBBBBBBBBBBB")
    keys.press("Return")
    program.root.find("alert", re.compile("^Nobody is known here"))
    kiosk.leave()
    program.close()
    assert here(profile, space) == ["Idris Belcourt"]
    assert [row["reason"] for row in profile.ctl("refusals", space)] == ["bad-code"]
    assert len(profile.ctl("member", "show", idris)["rules"]) == 1


@tap.story
def keeps_inside():
    """no key of the program acts; what closes a window asks for the PIN; a wrong one costs time"""
    profile, _, _ = start("Idris Belcourt")
    program = profile.start()
    kiosk = Kiosk(program)
    frames = len(kiosk.application.find_all(("frame", "window")))
    keys.press("ctrl+1", "ctrl+4", "ctrl+z", "ctrl+question", "F10", "ctrl+shift+i", "ctrl+r", "Menu", "shift+F10")
    keys.write("idr")
    kiosk.expect("Idris")
    assert not kiosk.application.find_all(("dialog", "menu"))
    assert kiosk.application.find_all("entry", "Who is here?")
    assert len(kiosk.application.find_all(("frame", "window"))) == frames
    for chord in ("ctrl+q", "ctrl+w", "alt+F4", "Escape"):
        keys.press(chord)
        kiosk.heading("Leave the Kiosk")
        program.root.find("button", "Back").act()
        kiosk.heading("Welcome")
    keys.press("Escape")
    kiosk.heading("Leave the Kiosk")
    for _ in range(2):
        keys.write("1234")
        keys.press("Return")
        program.root.find("alert", "This is not the PIN.")
    keys.write("1234")
    keys.press("Return")
    program.root.find("alert", "You can try again now.")
    keys.write("0420")
    keys.press("Return")
    kiosk.see_out()
    program.close()


tap.main()
