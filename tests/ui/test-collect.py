#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is due is collected at the desk: in cash with the change, by a transfer that is scanned, in parts."""
import re

from driver import keys, tap, wait
from driver.foyer import Profile

IBAN = "FR7630006000011234567890189"


def start(*guests):
    profile = Profile()
    space = profile.add_space()
    for guest in guests:
        profile.ctl("checkin", space, "--guest", guest)
    return profile, space


@tap.story
def cash():
    """from the menu of a row, by keys: too little is refused and says why; the change is shown; undo takes it back"""
    profile, _ = start("Zoé <b>Marchelin")
    program = profile.start()
    program.root.find("list item", re.compile("^Zoé <b>Marchelin"))
    for _ in range(60):
        if program.focused() is not None and program.focused().name.startswith("Zoé <b>Marchelin"):
            break
        program.move()
    keys.press("shift+F10")
    program.root.find("menu item")
    program.settle()
    keys.press("c")
    dialog = program.root.find("dialog")
    dialog.find("label", "Zoé <b>Marchelin")
    dialog.find("label", "€4.00")
    keys.press("shift+Tab", "shift+Tab")
    wait.until(lambda: program.focused() is not None and program.focused().name == "Cash Given", "the keyboard in the cash")
    keys.write("3")
    keys.press("Return")
    dialog.find("alert", where=lambda node: "cash given" in node.name)
    keys.press("ctrl+a")
    keys.write("10")
    dialog.find("label", "€6.00")
    keys.press("Return")
    program.root.find_none("dialog")
    program.root.find("label", re.compile(r"^€4\.00 from Zoé <b>Marchelin, receipt \d{4}-0001$"))
    program.root.find_none("label", "To Collect")
    keys.press("ctrl+z")
    program.root.find("label", "To Collect")
    program.close()


@tap.story
def transfer():
    """from the list of the day: a code with the account and the reference; a part, then the rest"""
    profile, space = start("Zoé", "Ada")
    profile.ctl("pass", "sell", "--member", profile.add_member("Eli"), "--days", "10", "--price", "36")
    profile.ctl("space", "seller", space, "--name", "Marie Dupont", "--iban", IBAN)
    program = profile.start()
    program.root.find("label", "€8.00")
    program.click(program.root.find("label", "To Collect"))
    due = program.root.find("dialog", "To Collect")
    due.find("label", "Zoé")
    assert not due.find_all("label", "Eli"), "a pass is no part of the sum of the day"
    due.find_all("button", "Collect…")[0].act()
    dialog = program.root.find("dialog", "Collect")
    dialog.find("label", "Ada")
    dialog.find("label", "FR76 3000 6000 0112 3456 7890 189")
    reference = dialog.find("label", re.compile("^RF")).name
    dialog.find("image", "QR code of a transfer of €4.00")
    assert reference.startswith("RF"), reference
    amount = dialog.find(("entry", "text"), "Amount Received")
    amount.text = "1.50"
    dialog.find("image", "QR code of a transfer of €1.50")
    dialog.find("button", "Mark as Received").act()
    due.find("label", "€2.50")
    due.find_all("button", "Collect…")[0].act()
    program.root.find("button", "Mark as Received").act()
    wait.until(lambda: len(due.find_all("button", "Collect…")) == 1, "one less to pay")
    due.find("button", "Collect…").act()
    program.root.find("button", "Mark as Received").act()
    due.find(None, "All Is Paid")
    program.close()


@tap.story
def account():
    """who sells is written down from the card of the space; a wrong IBAN is refused in place"""
    profile, space = start()
    program = profile.start()
    keys.press("ctrl+5")
    program.root.find("toggle button", re.compile("^More about ")).act()
    program.root.find("menu item")
    program.settle()
    keys.press("w")
    dialog = program.root.find("dialog", "Who Sells")
    wait.until(lambda: program.focused() is not None and program.focused().name == "Name", "the keyboard in the name")
    keys.press("ctrl+a")
    keys.write("Marie Dupont")
    dialog.find(("entry", "text"), "IBAN").text = "FR76 3000 6000 0112 3456 7890 180"
    keys.press("Return")
    dialog.find("alert", where=lambda node: "IBAN" in node.name)
    dialog.find(("entry", "text"), "IBAN").text = "FR76 3000 6000 0112 3456 7890 189"
    dialog.find(("entry", "text"), "SIREN, Nine Digits").text = "732 829 320"
    keys.press("Return")
    program.root.find_none("dialog")
    program.root.find("label", "Who sells is noted")
    program.close()
    seller = profile.ctl("space", "seller", space)
    assert (seller["name"], seller["iban"], seller["siren"]) == ("Marie Dupont", IBAN, "732829320"), seller


tap.main()
