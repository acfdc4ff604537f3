# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The accessibility bus itself: questions go out in a batch, not one after the other.

A tree has hundreds of nodes. libatspi asks each of them and waits for the answer, so that
nearly all of a test's time went into switching between the processes; a batch switches once.
"""
from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry")
DESKTOP = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
DAEMON = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
NULL_PATH = "/org/a11y/atspi/null"

# A program that takes longer hangs; sanitizers and a busy machine are no reason to.
ANSWER_MS = 90000

_connections = []


def connection():
    """The private bus on which programs tell what they show."""
    if not _connections:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                    None, None, Gio.DBusCallFlags.NONE, ANSWER_MS).unpack()[0]
        _connections.append(Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION))
    return _connections[0]


def ask(target, interface, method, arguments=None):
    """The one answer of @target, a pair of bus name and path; raises GLib.Error."""
    answer = connection().call_sync(*target, interface, method, arguments, None,
                                    Gio.DBusCallFlags.NONE, ANSWER_MS).unpack()
    return answer[0] if len(answer) == 1 else answer


def ask_property(target, interface, name):
    return ask(target, PROPERTIES, "Get", GLib.Variant("(ss)", (interface, name)))


def ask_all(questions):
    """The answers to (target, interface, method, arguments), in order; None where there was
    none, as when the accessible went away meanwhile."""
    bus = connection()
    context = GLib.MainContext.default()
    answers = [None] * len(questions)
    left = len(questions)

    def answered_cb(_bus, result, place):
        nonlocal left
        left -= 1
        try:
            answers[place] = bus.call_finish(result).unpack()[0]
        except GLib.Error:
            pass

    for place, (target, interface, method, arguments) in enumerate(questions):
        bus.call(*target, interface, method, arguments, None, Gio.DBusCallFlags.NONE, ANSWER_MS,
                 None, answered_cb, place)
    while left > 0:
        context.iteration(True)
    return answers


def listen(callback, kinds):
    """@callback gets (target, kind, detail, number) of what programs announce; the detail of a
    sentence for a screen reader is the sentence."""
    def signal_cb(_bus, sender, path, _interface, member, parameters):
        detail = parameters.get_child_value(3 if member == "Announcement" else 0)
        callback((sender, path), member, detail.unpack(), parameters.get_child_value(1).unpack())

    for kind in kinds:
        ask(REGISTRY, REGISTRY[0], "RegisterEvent",
            GLib.Variant("(sass)", (kind, [], "")))
    for interface in ("Object", "Window"):
        connection().signal_subscribe(None, "org.a11y.atspi.Event." + interface, None, None, None,
                                      Gio.DBusSignalFlags.NONE, signal_cb)
