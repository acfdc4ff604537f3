#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing stands in the way of a screen reader, a keyboard or weak eyes, on any page."""
import os
import re

import scenes
from audit import contrast, controls, grid, reach
from driver import build, foyer, keys, tap
from driver.probe import Probe

# The surfaces of libadwaita 1.7 on which Foyer's own colours stand: window, card, sidebar.
SURFACES = {"style.css": ("#fafafb", "#ffffff", "#ebebed"),
            "style-dark.css": ("#222226", "#343437", "#2e2e32")}
INK = {"style.css": ("#000006", 0.8), "style-dark.css": ("#ffffff", 1.0)}
SIZES = {"wide": (1100, 720), "narrow": (360, 720)}


def faults_of(scene, program, probe):
    """What the audit finds in a scene, wide and narrow, light and dark."""
    found = []
    for size, (width, height) in SIZES.items():
        probe.ask("size", width, height)
        probe.settle()
        found += [(size, fault) for fault in controls.all_faults(program.root)]
        if scene.has_month:
            found += [(size, fault) for fault in grid.faults(program.root)]
        for scheme in ("dark", "light"):
            probe.ask("scheme", scheme)
            probe.settle()
            found += [(f"{size}, {scheme}", fault) for fault in contrast.faults(probe)]
        found += [(size, fault) for fault in reach.all_faults(program)]
    probe.ask("size", *SIZES["wide"])
    probe.settle()
    return [f"{scene.name} ({where}): {fault}" for where, fault in dict.fromkeys(found)]


def audit(kind):
    with scenes.profile_of(kind) as profile:
        audit_scenes(kind, profile)


def audit_scenes(kind, profile):
    probe = Probe()
    program = profile.start(probe=probe)
    keys.park_pointer()
    words = foyer.translator("en")
    found = []
    for scene in scenes.SCENES:
        if scene.profile == kind and not scene.restless:
            probe.settle()
            scene.go(program, words)
            probe.settle()
            found += faults_of(scene, program, probe)
            scene.leave(program, words)
    assert not found, "\n" + "\n".join(found)
    program.close()


def tokens_of(sheet):
    folder = os.path.join(build.ROOT, "resources")
    values = {}
    for name in dict.fromkeys(("style.css", sheet)):
        with open(os.path.join(folder, name), encoding="utf-8") as css:
            values.update(re.findall(r"--([a-z-]+): ([^;]+);", css.read()))
    return values


@tap.story
def colours():
    """accent text, dim text and white on the accent stand out on every surface"""
    for sheet, surfaces in SURFACES.items():
        tokens = tokens_of(sheet)
        pairs = [("on the accent", tokens["accent-fg-color"], tokens["accent-bg-color"])]
        ink, share = INK[sheet]
        for surface in surfaces:
            pairs.append(("accent text", tokens["accent-color"], surface))
            dim = float(tokens["dim-opacity"].rstrip("%")) / 100
            pairs.append(("dim text", contrast.mixed(ink, surface, share * dim), surface))
        pale = [(sheet, what, front, back, round(contrast.ratio(front, back), 2))
                for what, front, back in pairs if contrast.ratio(front, back) < contrast.NORMAL]
        assert not pale, pale


@tap.story
def first_run():
    """the first run has no faults"""
    audit(scenes.FIRST_RUN)


@tap.story
def empty_space():
    """a space without guests has no faults"""
    audit(scenes.EMPTY)


@tap.story
def guest():
    """places to find and seats asked for have no faults"""
    audit(scenes.GUEST)


@tap.story
def host():
    """requests of strangers have no faults"""
    audit(scenes.HOST)


@tap.story
def house():
    """named desks, shares, calendars and an archived space have no faults"""
    audit(scenes.HOUSE)


@tap.story
def season():
    """a space with a season of guests has no faults"""
    audit(scenes.FULL)


tap.main()
