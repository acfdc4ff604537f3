# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Walks with the keyboard and tells what it never reaches."""
from driver.tree import Gone, State

# One Tab stop stands for all of these that are in one composite; arrows go between them.
BY_ARROWS = ("list item", "table cell", "radio button", "page tab", "menu item")
ENDS = ("frame", "dialog")
# These only hold what is reached. An empty list is a stop of its own: there a screen reader
# says what it is called and that nothing is in it.
HOLDERS = ("list", "table", "scroll pane")
# GTK leaves these to the keys of the desktop.
WINDOW_CONTROLS = ("Minimize", "Maximize", "Close")
MAX_STOPS = 200


def stops(program):
    """Where Tab goes, once around; where nothing else takes the keyboard it stays."""
    reached = []
    at = start = program.focused()
    for _ in range(MAX_STOPS):
        before, at = at, program.move()
        if at in (None, before) or at in reached:
            break
        reached.append(at)
    return reached or ([start] if start is not None else [])


def _beside(stop):
    """The others of the composite that @stop belongs to, with what stands in them."""
    try:
        bar = stop.ancestor("tool bar")
        if bar is not None:
            return bar.find_all(where=lambda n: n.is_(State.FOCUSABLE))
        item = stop if stop.role in BY_ARROWS else stop.ancestor(BY_ARROWS)
        if item is not None and item.role == "table cell":
            parent = item.ancestor("table")
        else:
            parent = item.parent if item is not None else None
        while parent is not None and parent.role not in ENDS:
            mates = parent.find_all(item.role)
            if len(mates) > 1:
                return [node for mate in mates
                        for node in mate.find_all(where=lambda n: n.is_(State.FOCUSABLE))]
            parent = parent.parent
    except Gone:
        pass
    return []


def unreachable(page, tab_stops):
    """Controls that take the keyboard, but that no key reaches."""
    reached = set(tab_stops)
    for stop in tab_stops:
        reached.update(_beside(stop))
    faults = []
    for node in page.find_all(where=lambda n: n.is_(State.FOCUSABLE, State.SENSITIVE)):
        if node in reached or node.name in WINDOW_CONTROLS or node.role in ENDS + HOLDERS:
            continue
        if any(below in reached for below in node.find_all(
                where=lambda n: n.is_(State.FOCUSABLE))):
            continue
        # The switch of a row, say: the row answers for it.
        if any(above in reached and above.name == node.name for above in _above(node)):
            continue
        faults.append(f"no key reaches {node.role} “{node.name}”")
    return faults


def _above(node):
    parent = node.parent
    while parent is not None and parent.role not in ENDS:
        yield parent
        parent = parent.parent


def double(tab_stops):
    """Two stops of Tab, one in the other, that say the same."""
    return [f"two stops for {stop!r}" for stop in tab_stops
            if stop.name and any(above in tab_stops and above.name == stop.name
                                 for above in _above(stop))]


def topmost(page):
    """The dialog above the others: keys stay in it, as they must. The page, where there is none."""
    dialogs = page.find_all("dialog")
    return dialogs[-1] if dialogs else page


def all_faults(program):
    walked = stops(program)
    page = topmost(program.root.look()).read_names()
    seen = {node: node for node in page.showing_nodes()}
    # Where Tab went but what is not on the page any more has nothing beside it.
    tab_stops = [seen.get(stop, stop) for stop in walked]
    return unreachable(page, tab_stops) + double(tab_stops)
