#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts that mean something to a program, in every text field of every page and dialog: nothing complains,
and each field has what was put into it. FOYER_INJECTION=all tries each text in each field."""
import importlib.util
import os

import scenes
from driver import build, foyer, keys, tap
from driver.probe import Probe
from driver.tree import State

_spec = importlib.util.spec_from_file_location(
    "injection", os.path.join(build.ROOT, "tests", "cli", "desk", "injection.py"))
_injection = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_injection)

# Where a usual run looks, and how many texts it tries in each field.
USUAL = ("space-new", "today", "booking", "bookings", "request")
PER_FIELD = 1
ALL = os.environ.get("FOYER_INJECTION") == "all"
# An entry takes one line.
TEXTS = [text for text in _injection.CORPUS if "\n" not in text and "\r" not in text and len(text) < 5000]


def share(number):
    if ALL:
        return TEXTS
    begin = number * PER_FIELD
    return [TEXTS[(begin + i) % _injection.N_PIECES] for i in range(PER_FIELD)]


def fields(program):
    """What can be written into, of the dialog above the others or of the page."""
    dialogs = program.root.find_all("dialog")
    top = dialogs[-1] if dialogs else program.root
    return top.find_all(where=lambda n: n.is_(State.EDITABLE, State.SENSITIVE) and n.value is None
                        and n.text is not None)


def try_scene(scene, program, probe, number):
    """Puts texts into each field, and what was there again; how many fields there are."""
    found = fields(program)
    for entry in found:
        before = entry.text
        for text in share(number):
            entry.text = text
            probe.settle()
            now = entry.text
            assert now == text or (now and text.startswith(now)), f"{scene.name}, {entry!r}: {text!r} became {now!r}"
        entry.text = before
        probe.settle()
        number += 1
    return len(found)


def inject(kind):
    n_fields = 0
    with scenes.profile_of(kind) as profile:
        probe = Probe()
        program = profile.start(probe=probe)
        keys.park_pointer()
        words = foyer.translator("en")
        for scene in scenes.SCENES:
            if scene.profile == kind and not scene.restless and (ALL or scene.name in USUAL):
                probe.settle()
                scene.go(program, words)
                probe.settle()
                n_fields += try_scene(scene, program, probe, n_fields)
                scene.leave(program, words)
        program.close()
    print(f"# {n_fields} fields", flush=True)
    assert n_fields > 0


@tap.story
def first_space():
    """the fields of a first space"""
    inject(scenes.FIRST_RUN)


@tap.story
def host():
    """the fields of a host"""
    inject(scenes.FULL)


@tap.story
def guest():
    """the fields of a guest"""
    inject(scenes.GUEST)


tap.main()
