# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The accessibility tree of a program, as a screen reader finds it."""
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

from . import wait

State = Atspi.StateType


class Gone(Exception):
    """The accessible was removed while it was looked at."""


# A role is for life; names and states are asked anew each time.
_roles = {}


def _ask(function, *arguments):
    try:
        return function(*arguments)
    except GLib.Error as error:
        raise Gone(str(error)) from error


class Node:
    """One accessible. Every answer is asked from the program anew."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    def __repr__(self):
        try:
            return f"{self.role} “{self.name}”"
        except Gone:
            return "gone"

    @property
    def role(self):
        if self.accessible not in _roles:
            _roles[self.accessible] = _ask(self.accessible.get_role_name)
        return _roles[self.accessible]

    @property
    def name(self):
        return _ask(self.accessible.get_name) or ""

    @property
    def description(self):
        return _ask(self.accessible.get_description) or ""

    @property
    def parent(self):
        parent = _ask(self.accessible.get_parent)
        return Node(parent) if parent is not None else None

    @property
    def children(self):
        count = _ask(self.accessible.get_child_count)
        children = (_ask(self.accessible.get_child_at_index, i) for i in range(count))
        return [Node(child) for child in children if child is not None]

    def is_(self, *states):
        """Whether all of @states hold."""
        have = _ask(self.accessible.get_state_set)
        return all(have.contains(state) for state in states)

    @property
    def showing(self):
        return self.is_(State.SHOWING)

    @property
    def text(self):
        """What stands in it, as typed or drawn."""
        text = _ask(self.accessible.get_text_iface)
        if text is None:
            return None
        return _ask(Atspi.Text.get_text, text, 0, _ask(Atspi.Text.get_character_count, text))

    @text.setter
    def text(self, content):
        editable = _ask(self.accessible.get_editable_text_iface)
        assert editable is not None, f"{self!r} cannot be written to"
        _ask(Atspi.EditableText.set_text_contents, editable, content)

    @property
    def value(self):
        value = _ask(self.accessible.get_value_iface)
        return None if value is None else _ask(Atspi.Value.get_current_value, value)

    @value.setter
    def value(self, number):
        value = _ask(self.accessible.get_value_iface)
        assert value is not None, f"{self!r} has no value"
        _ask(Atspi.Value.set_current_value, value, number)

    @property
    def box(self):
        """(x, y, width, height) in its window."""
        component = _ask(self.accessible.get_component_iface)
        if component is None:
            return None
        box = _ask(Atspi.Component.get_extents, component, Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    @property
    def attributes(self):
        return _ask(self.accessible.get_attributes) or {}

    @property
    def actions(self):
        action = _ask(self.accessible.get_action_iface)
        if action is None:
            return []
        return [_ask(Atspi.Action.get_action_name, action, i)
                for i in range(_ask(Atspi.Action.get_n_actions, action))]

    def act(self, name="click"):
        """Does what assistive technology would ask for."""
        action = _ask(self.accessible.get_action_iface)
        names = self.actions
        assert name in names, f"{self!r} has no action “{name}”, only {names}"
        assert _ask(Atspi.Action.do_action, action, names.index(name)), f"{self!r}: {name} refused"

    def showing_nodes(self):
        """The nodes that are on the screen; what is hidden hides what it holds."""
        try:
            if not self.is_(State.SHOWING) and self.role != "application":
                return
            yield self
            children = self.children
        except Gone:
            return
        for child in children:
            yield from child.showing_nodes()

    def find_all(self, role=None, name=None, where=None):
        """Those showing below with this role (one or a tuple) and name (text or a compiled
        pattern), in reading order."""
        roles = (role,) if isinstance(role, str) else role
        found = []
        for node in self.showing_nodes():
            try:
                if roles is not None and node.role not in roles:
                    continue
                if name is not None:
                    own = node.name
                    if isinstance(name, str) and own != name:
                        continue
                    if not isinstance(name, str) and name.search(own) is None:
                        continue
                if where is None or where(node):
                    found.append(node)
            except Gone:
                continue
        return found

    def has(self, role=None, name=None, where=None):
        return bool(self.find_all(role, name, where))

    def find(self, role=None, name=None, where=None, deadline_s=None):
        """The first of them, waited for."""
        return wait.until(lambda: next(iter(self.find_all(role, name, where)), None),
                          f"{role or 'anything'} “{_shown(name)}” in {self!r}", deadline_s)

    def find_none(self, role=None, name=None, where=None, deadline_s=None):
        """Waits until there is none."""
        wait.until(lambda: not self.find_all(role, name, where),
                   f"{role or 'anything'} “{_shown(name)}” gone from {self!r}", deadline_s)

    def ancestor(self, role):
        roles = (role,) if isinstance(role, str) else role
        node = self.parent
        while node is not None and node.role not in roles:
            node = node.parent
        return node

    def outline(self):
        """The tree in lines, for whoever reads why a test failed."""
        lines = []

        def add(node, depth):
            try:
                if not node.showing and node.role != "application":
                    return
                flags = "".join(letter for letter, state in (
                    ("f", State.FOCUSABLE), ("F", State.FOCUSED), ("s", State.SELECTED),
                    ("c", State.CHECKED)) if node.is_(state))
                if not node.is_(State.SENSITIVE):
                    flags += "-"
                text = node.text if node.role in ("text", "entry") else None
                lines.append("  " * depth + f"{node.role} “{node.name}” {flags}"
                             + (f" ={text!r}" if text is not None else ""))
                for child in node.children:
                    add(child, depth + 1)
            except Gone:
                lines.append("  " * depth + "gone")

        add(self, 0)
        return lines


def _shown(name):
    return name if name is None or isinstance(name, str) else f"/{name.pattern}/"


def application(process_id):
    """The program of this process, once it is on the accessibility bus."""
    def look():
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        try:
            for i in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(i)
                if child is not None and child.get_process_id() == process_id:
                    # Programs change faster than caches are told of it.
                    child.set_cache_mask(Atspi.Cache.NONE)
                    return Node(child)
        except GLib.Error:
            pass
        return None
    return look
