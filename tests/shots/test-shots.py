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


def look(kind, language, scheme_chosen):
    """Plays all scenes of a profile once in a language; what is wrong with their pictures."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "picture.png")

        def take(scene, size, scheme, probe):
            where = f"{scene.name} {size} {scheme} {language}"
            if probe.ask("size?")["min_width"] > 360:
                found.append(f"{where}: wider than a phone: {probe.ask('size?')}")
            if size == "1100":
                found.extend(f"{where}: cut: {text}" for text in probe.ask("labels")["cut"])
            if scheme == scheme_chosen and size != "700":
                picture = probe.ask("shot", path, session.SCALE)
                if picture["colours"] < MIN_COLOURS:
                    found.append(f"{where}: {picture['colours']} colours")
                width = session.SIZES[size][0] * session.SCALE
                if picture["width"] != width:
                    found.append(f"{where}: {picture['width']} pixels wide, not {width}")

        session.run(session.Session(kind, language), take)
    assert not found, "\n" + "\n".join(dict.fromkeys(found))


@tap.story
def first_run():
    """the first run, in French, dark"""
    look(scenes.FIRST_RUN, "fr", "dark")


@tap.story
def empty():
    """a space without guests, in English, light"""
    look(scenes.EMPTY, "en", "light")


@tap.story
def season_english():
    """a season of guests, in English, dark"""
    look(scenes.FULL, "en", "dark")


@tap.story
def season_french():
    """a season of guests, in French, light"""
    look(scenes.FULL, "fr", "light")


tap.main()
