#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What members may ask about their own data, from the menu of their page."""
import re

from driver import keys, tap, wait
from driver.foyer import TODAY, Profile


def menu(program, *steps):
    """The menu of the page of a member, @steps down in it, by keys."""
    program.root.find("toggle button", "More").act()
    program.root.find("menu item")
    keys.press(*steps, "Return")
    program.root.find_none("menu item")


@tap.story
def erase():
    """asks first, erases for good, and shows a receipt that names nobody; the seat stays taken"""
    profile = Profile()
    space = profile.add_space(seats=2)
    member = profile.ctl("member", "add", "--name", "Maud <b>Kerlouan</b>", "--notes", "Tea, no sugar.")["id"]
    profile.ctl("book", space, TODAY, "--member", member)
    program = profile.start()
    keys.press("ctrl+4")
    program.root.find("list item", re.compile("^Maud"))
    keys.write("maud")
    keys.press("Return")
    program.root.find("heading", "Maud <b>Kerlouan</b>")
    for answer in ("Cancel", "Erase"):
        menu(program, "Up")
        dialog = program.root.find(("dialog", "alert"), "Erase Maud <b>Kerlouan</b>?")
        dialog.find("button", answer).act()
        program.root.find_none(("dialog", "alert"), "Erase Maud <b>Kerlouan</b>?")
        program.settle()
    receipt = program.root.find(("dialog", "alert"), "Erased")
    text = " ".join(label.name for label in receipt.find_all("label"))
    assert "Maud" not in text and "Kerlouan" not in text, text
    assert "booking" in text, text
    receipt.find("button", "Close").act()
    program.root.find_none(("dialog", "alert"), "Erased")
    wait.until(lambda: not program.root.find_all(where=lambda node: "Maud" in node.name), "that nothing names her")
    program.close()
    assert profile.ctl("member", "find", "Maud") == []
    expected = profile.ctl("today", space)
    assert [row["name"] for row in expected["expected"]] == ["Erased member"] and expected["seats_free"] == 1, expected


tap.main()
