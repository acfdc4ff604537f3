#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A French window is French: nothing that the catalogue has is left in English."""
import gettext
import re

import neighbourhood
import scenes
from driver import build, foyer, tap
from driver.desk import Desk
from driver.probe import Probe

LOCALE = "fr_FR.UTF-8"
PLACEHOLDER = re.compile(r"%(?:\d+\$)?[-+ 0']*\d*(?:\.\d+)?l*[sdiufn]|%%")


def plain(text):
    """As it stands on the screen: without mnemonics."""
    return re.sub(r"_(.)", r"\1", text)


def english_patterns():
    """One pattern for each sentence whose French is another."""
    catalogue = gettext.translation("foyer", build.LOCALE_DIR, languages=["fr"])
    patterns = []
    for source, french in catalogue._catalog.items():
        source = source[0] if isinstance(source, tuple) else source
        source = source.split("\x04")[-1]
        if not source or french == source or not re.search("[A-Za-z]{2}", PLACEHOLDER.sub("", source)):
            continue
        parts = [re.escape(plain(part)) for part in PLACEHOLDER.split(source)]
        patterns.append(re.compile(".+?".join(parts), re.S))
    return patterns, {plain(text) for text in catalogue._catalog.values()}


def english_left(root, patterns, french):
    found = []
    for node in root.find_all():
        for text in (node.name, node.description):
            if text and text not in french and any(pattern.fullmatch(text) for pattern in patterns):
                found.append(f"{node.role} “{text}”")
    return found


@tap.story
def pages():
    """no page or dialog has an English name of a control or label"""
    patterns, french = english_patterns()
    assert len(patterns) > 100, f"only {len(patterns)} sentences in the catalogue"
    words = foyer.translator("fr")
    # What hosts and guests wrote themselves stays as they wrote it.
    theirs = {text for one in neighbourhood.PLACES + neighbourhood.ASKERS for text in one
              if isinstance(text, str)}
    theirs.add(scenes.HOUSE_RULES)
    french |= theirs | {words("“%s”") % text for text in theirs}
    found = []
    for kind in scenes.KINDS:
        with scenes.profile_of(kind) as profile:
            probe = Probe()
            program = profile.start(env={"LC_ALL": LOCALE}, probe=probe)
            for scene in scenes.SCENES:
                if scene.profile == kind and not scene.restless:
                    probe.settle()
                    scene.go(program, words)
                    probe.settle()
                    found += [f"{scene.name}: {what}"
                              for what in english_left(program.root, patterns, french)]
                    scene.leave(program, words)
            program.close(scenes.EXPECTED_WORDS.get(kind, ()))
    assert not found, "\n" + "\n".join(dict.fromkeys(found))


@tap.story
def forms():
    """dates, money and the week are those of France"""
    profile = foyer.Profile()
    space = profile.add_space()
    profile.ctl("book", space, foyer.TODAY, "--guest", "Zoé Marchelin")
    program = profile.start(env={"LC_ALL": LOCALE})
    program.root.find("label", re.compile("^jeudi 26 novembre", re.I))
    program.root.find("label", re.compile("4,00\\s€"))
    program.close()


@tap.story
def can_fail():
    """an English window is found to be English"""
    patterns, french = english_patterns()
    profile = foyer.Profile()
    profile.add_space()
    program = profile.start()
    Desk(program)
    assert "entry “Who is here?”" in english_left(program.root, patterns, french)
    program.close()


tap.main()
