# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Faults of single controls in the accessibility tree."""
from driver.tree import Gone, State

INTERACTIVE = {
    "button", "toggle button", "push button", "check box", "radio button", "switch", "text",
    "entry", "password text", "spin button", "slider", "combo box", "menu item",
    "check menu item", "radio menu item", "link", "page tab", "table cell",
}
BUTTONS = ("button", "push button", "toggle button", "link")
MIN_TARGET = 24


def _label(node):
    return f"{node.role} “{node.name}”"


def nameless(root):
    """Controls, and whatever else takes the keyboard, that a screen reader cannot name."""
    faults = []
    for node in root.showing_nodes():
        try:
            if node.name.strip():
                continue
            role = node.role
            if role in INTERACTIVE and not _is_part_of_named(node):
                faults.append(f"nameless {role} {_path(node)}")
            elif role == "image" and node.is_(State.FOCUSABLE):
                faults.append(f"nameless image that takes the keyboard {_path(node)}")
            elif role == "list item" and node.is_(State.FOCUSABLE):
                faults.append(f"nameless row {_path(node)}")
        except Gone:
            continue
    return faults


def _is_part_of_named(node):
    """The inside of a compound control answers by the name of the whole."""
    parent = node.parent
    while parent is not None and parent.role not in ("list", "frame", "dialog", "table"):
        if parent.role in ("spin button", "combo box", "search box", "text", "list item") \
                and parent.name.strip() and node.role in ("text", "entry"):
            return True
        parent = parent.parent
    return False


def _path(node):
    """Where it stands: the nearest names above, for whoever looks for it."""
    names = []
    parent = node.parent
    while parent is not None and len(names) < 3:
        name = parent.name.strip()
        if name:
            names.append(f"{parent.role} “{name}”")
        parent = parent.parent
    return "in " + " in ".join(names)


def small_targets(root):
    """Controls that are hard to hit: smaller than 24 px (WCAG 2.2, 2.5.8)."""
    faults = []
    for node in root.showing_nodes():
        try:
            if node.role not in INTERACTIVE or not node.is_(State.FOCUSABLE, State.SENSITIVE):
                continue
            box = node.box
            if box is not None and min(box[2:]) < MIN_TARGET and not _is_part_of_named(node) \
                    and not _has_larger_owner(node):
                faults.append(f"small {_label(node)} {box[2]} × {box[3]}")
        except Gone:
            continue
    return faults


def _has_larger_owner(node):
    """The text inside an entry, or a switch in a row that acts for it: the owner is the target."""
    parent = node.parent
    for _ in range(6):
        if parent is None:
            return False
        # A row does something else than the button in it.
        if parent.role == "list item" and node.role in BUTTONS:
            return False
        if parent.is_(State.FOCUSABLE) and parent.role in INTERACTIVE | {"list item"}:
            box = parent.box
            return box is not None and min(box[2:]) >= MIN_TARGET
        if parent.role in ("frame", "dialog", "list"):
            return False
        parent = parent.parent
    return False


def all_faults(root):
    page = root.look().read_names()
    return nameless(page) + small_targets(page)
