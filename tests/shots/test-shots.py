#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures can be taken, are not blank, cut no text where there is room, and fit a phone."""
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "ui")]

import scenes
import session
from driver import tap

# A page that drew only its background has a handful.
MIN_COLOURS = 100


def look(kind, language, scheme_chosen, *names):
    """Plays scenes of a profile once in a language; what is wrong with their pictures."""
    found = []
    seen = set()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "picture.png")

        def take(scene, size, scheme, probe):
            if scheme != scheme_chosen:
                return
            where = f"{scene.name} {size} {language}"
            seen.add(scene.name)
            if probe.ask("size?")["min_width"] > 360:
                found.append(f"{where}: wider than a phone: {probe.ask('size?')}")
            if size == "1100":
                found.extend(f"{where}: cut: {text}" for text in probe.ask("labels")["cut"])
            picture = probe.ask("shot", path, session.SCALE)
            if picture["colours"] < MIN_COLOURS:
                found.append(f"{where}: {picture['colours']} colours")
            width = session.SIZES[size][0] * session.SCALE
            if picture["width"] != width:
                found.append(f"{where}: {picture['width']} pixels wide, not {width}")

        session.run(session.Session(kind, language), take, names)
    assert seen == set(names), seen
    assert not found, "\n" + "\n".join(dict.fromkeys(found))


@tap.story
def first_run():
    """the first run and a new space, in French, dark"""
    look(scenes.FIRST_RUN, "fr", "dark", "welcome", "space-new")


@tap.story
def season_english():
    """Today, what is typed there, a page of the editor and a refusal, in English, dark"""
    look(scenes.FULL, "en", "dark", "today", "today-typing", "space-hours", "space-refusal")


@tap.story
def season_french():
    """Today, the month, a booking and a price, in French, light"""
    look(scenes.FULL, "fr", "light", "today", "calendar", "booking", "space-price")


@tap.story
def guest_french():
    """places, a listing, a request, seats and a directory that is down, in French, light"""
    look(scenes.GUEST, "fr", "light", "discover", "discover-nothing", "listing", "request", "my-seats", "sync-offline")


@tap.story
def host_french():
    """requests, and one that cannot be accepted any more, in French, dark"""
    look(scenes.HOST, "fr", "dark", "today-requests", "today-refused")


@tap.story
def trouble():
    """the page about a file that cannot be read, in French, light"""
    look(scenes.DAMAGED, "fr", "light", "trouble")


tap.main()
