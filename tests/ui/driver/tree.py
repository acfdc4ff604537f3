# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The accessibility tree of a program, as a screen reader finds it."""
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

from . import bus, wait
from .wait import Gone

State = Atspi.StateType

TEXT = "org.a11y.atspi.Text"
EDITABLE_TEXT = "org.a11y.atspi.EditableText"
VALUE = "org.a11y.atspi.Value"
COMPONENT = "org.a11y.atspi.Component"
ACTION = "org.a11y.atspi.Action"


# A role is for life; names and states are asked anew each time.
_roles = {}


def _ask(function, *arguments):
    try:
        return function(*arguments)
    except GLib.Error as error:
        raise Gone(str(error)) from error


def _role_name(number):
    """The name that the specification gives it; GTK calls a table's cell a grid cell."""
    return Atspi.role_get_name(Atspi.Role(number))


def _bits(words):
    return sum(word << (32 * i) for i, word in enumerate(words))


class Node:
    """One accessible. Every answer is asked from the program anew."""

    def __init__(self, target):
        self.target = tuple(target)

    def __eq__(self, other):
        return isinstance(other, Node) and self.target == other.target

    def __hash__(self):
        return hash(self.target)

    def __repr__(self):
        try:
            return f"{self.role} “{self.name}”"
        except Gone:
            return "gone"

    def _call(self, method, interface=bus.ACCESSIBLE, arguments=None):
        return _ask(bus.ask, self.target, interface, method, arguments)

    def _property(self, name, interface=bus.ACCESSIBLE):
        return _ask(bus.ask_property, self.target, interface, name)

    def _is_a(self, interface):
        return interface in self._call("GetInterfaces")

    @property
    def role(self):
        if self.target not in _roles:
            _roles[self.target] = _role_name(self._call("GetRole"))
        return _roles[self.target]

    @property
    def name(self):
        return self._property("Name")

    @property
    def description(self):
        return self._property("Description")

    @property
    def parent(self):
        parent = self._property("Parent")
        return Node(parent) if parent[1] != bus.NULL_PATH else None

    @property
    def children(self):
        return [Node(child) for child in self._call("GetChildren") if child[1] != bus.NULL_PATH]

    @property
    def states(self):
        """All that hold, as bits."""
        return _bits(self._call("GetState"))

    def is_(self, *states):
        """Whether all of @states hold."""
        have = self.states
        return all(have >> int(state) & 1 for state in states)

    @property
    def showing(self):
        return self.is_(State.SHOWING)

    @property
    def text(self):
        """What stands in it, as typed or drawn."""
        if not self._is_a(TEXT):
            return None
        count = self._property("CharacterCount", TEXT)
        return self._call("GetText", TEXT, GLib.Variant("(ii)", (0, count)))

    @text.setter
    def text(self, content):
        assert self._is_a(EDITABLE_TEXT), f"{self!r} cannot be written to"
        self._call("SetTextContents", EDITABLE_TEXT, GLib.Variant("(s)", (content,)))

    @property
    def value(self):
        return self._property("CurrentValue", VALUE) if self._is_a(VALUE) else None

    @value.setter
    def value(self, number):
        assert self._is_a(VALUE), f"{self!r} has no value"
        self._call("Set", bus.PROPERTIES, GLib.Variant(
            "(ssv)", (VALUE, "CurrentValue", GLib.Variant("d", number))))

    @property
    def box(self):
        """(x, y, width, height) in its window."""
        if not self._is_a(COMPONENT):
            return None
        return self._call("GetExtents", COMPONENT,
                          GLib.Variant("(u)", (int(Atspi.CoordType.WINDOW),)))

    @property
    def attributes(self):
        return self._call("GetAttributes")

    @property
    def actions(self):
        if not self._is_a(ACTION):
            return []
        return [self._call("GetName", ACTION, GLib.Variant("(i)", (i,)))
                for i in range(self._property("NActions", ACTION))]

    def act(self, name="click"):
        """Does what assistive technology would ask for."""
        names = self.actions
        assert name in names, f"{self!r} has no action “{name}”, only {names}"
        assert self._call("DoAction", ACTION, GLib.Variant("(i)", (names.index(name),))), \
            f"{self!r}: {name} refused"

    def look(self):
        """The tree below as it is at this moment; what is hidden is left out with what it
        holds. None when this is itself hidden or gone."""
        return _look(self)

    def showing_nodes(self):
        """The nodes that are on the screen, as they were seen at one moment."""
        page = self.look()
        return page.showing_nodes() if page is not None else ()

    def find_all(self, role=None, name=None, where=None):
        """Those showing below with this role (one or a tuple) and name (text or a compiled
        pattern), in reading order."""
        roles = (role,) if isinstance(role, str) else role
        nodes = [node for node in self.showing_nodes() if roles is None or node.role in roles]
        if name is not None:
            _read_names(nodes)
        found = []
        for node in nodes:
            try:
                if name is not None:
                    own = node.name
                    if isinstance(name, str) and own != name:
                        continue
                    if not isinstance(name, str) and name.search(own) is None:
                        continue
                if where is None or where(node):
                    found.append(self._found(node))
            except Gone:
                continue
        return found

    def _found(self, node):
        """What stays in a test's hands answers anew, also when it was found in a glimpse."""
        return Node(node.target)

    def has(self, role=None, name=None, where=None):
        return bool(self.find_all(role, name, where))

    def find(self, role=None, name=None, where=None, deadline_s=None):
        """The first of them, waited for."""
        return wait.until(lambda: next(iter(self.find_all(role, name, where)), None),
                          lambda: f"{role or 'anything'} “{_shown(name)}” in {self!r}", deadline_s)

    def find_none(self, role=None, name=None, where=None, deadline_s=None):
        """Waits until there is none."""
        wait.until(lambda: not self.find_all(role, name, where),
                   lambda: f"{role or 'anything'} “{_shown(name)}” gone from {self!r}", deadline_s)

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


class Seen(Node):
    """A node in the tree that was looked at: its place and states are those of that moment."""

    def __init__(self, target, parent, states):
        super().__init__(target)
        self._parent = parent
        self._states = states
        self._children = []
        self._name = None

    @property
    def parent(self):
        return self._parent

    @property
    def children(self):
        return self._children

    @property
    def states(self):
        return self._states

    @property
    def name(self):
        if self._name is None:
            self._name = super().name
        return self._name

    def look(self):
        return self

    def showing_nodes(self):
        yield self
        for child in self._children:
            yield from child.showing_nodes()

    def _found(self, node):
        return node

    def read_names(self):
        """Asks for all names below at once, for whoever needs them all."""
        _read_names(list(self.showing_nodes()))
        return self


def _read_names(nodes):
    """Asks for many names at once."""
    unread = [node for node in nodes if node._name is None]
    arguments = GLib.Variant("(ss)", (bus.ACCESSIBLE, "Name"))
    for node, name in zip(unread, bus.ask_all([(node.target, bus.PROPERTIES, "Get", arguments)
                                               for node in unread])):
        node._name = name


def _look(top):
    """Reads level by level; each level is one batch."""
    first = None
    level = [(top.target, top.parent)]
    while level:
        questions = []
        for target, _ in level:
            questions += [(target, bus.ACCESSIBLE, "GetState", None),
                          (target, bus.ACCESSIBLE, "GetChildren", None)]
        unknown = [target for target, _ in level if target not in _roles]
        questions += [(target, bus.ACCESSIBLE, "GetRole", None) for target in unknown]
        answers = bus.ask_all(questions)
        for target, role in zip(unknown, answers[2 * len(level):]):
            if role is not None:
                _roles[target] = _role_name(role)
        below = []
        for i, (target, parent) in enumerate(level):
            states, children = answers[2 * i:2 * i + 2]
            if states is None or children is None or target not in _roles:
                continue
            node = Seen(target, parent, _bits(states))
            if not node.showing and _roles[target] != "application":
                continue
            if first is None:
                first = node
            else:
                parent._children.append(node)
            below += [(child, node) for child in children if child[1] != bus.NULL_PATH]
        level = below
    return first


def _shown(name):
    return name if name is None or isinstance(name, str) else f"/{name.pattern}/"


def application(process_id):
    """The program of this process, once it is on the accessibility bus."""
    def look():
        try:
            for target in bus.ask(bus.DESKTOP, bus.ACCESSIBLE, "GetChildren"):
                if bus.ask(bus.DAEMON, bus.DAEMON[0], "GetConnectionUnixProcessID",
                           GLib.Variant("(s)", (target[0],))) == process_id:
                    return Node(target)
        except GLib.Error:
            pass
        return None
    return look
