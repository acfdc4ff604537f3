#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The driver itself, on a window that is known."""
import os
import tempfile

from driver import build, keys, tap, wait
from driver.probe import Probe
from driver.program import Program


def start():
    program = Program([build.PLAIN_WINDOW])
    return program


@tap.story
def keyboard():
    """what is typed arrives, and what the program answers is read"""
    program = start()
    entry = program.root.find("text", "Name")
    program.click(entry)
    wait.until(lambda: program.focused() == entry, "focus in the entry")
    keys.write("Zo")
    wait.until(lambda: entry.text == "Zo", "the text in the entry")
    keys.press("Tab", "space")
    program.root.find("label", "Hello, Zo")
    program.close()


@tap.story
def assistive():
    """text is set and a button clicked without keyboard or pointer"""
    program = start()
    program.root.find("text", "Name").text = "Zoé <b>"
    program.root.find("button", "Greet").act()
    program.root.find("label", "Hello, Zoé <b>")
    program.close()


@tap.story
def pointer():
    """the pointer hits what it is aimed at"""
    program = start()
    program.click(program.root.find("button", "Greet"))
    program.root.find("label", "Hello, ")
    program.close()


@tap.story
def size():
    """a window takes the size that it is given"""
    program = start()
    program.resize(360, 600)
    program.close()


@tap.story
def absent():
    """what is not there is not found, and the deadline is kept"""
    program = start()
    try:
        program.root.find("button", "Leave", deadline_s=0.2)
    except wait.TooLate:
        pass
    else:
        raise AssertionError("found a button that is not there")
    program.close()


@tap.story
def inside():
    """the probe takes a picture, counts what a key costs and measures letters"""
    probe = Probe()
    probe.start_clock()
    program = Program([build.PLAIN_WINDOW], probe=probe)
    probe.ask("size", 400, 300)
    probe.settle()
    size = probe.ask("size?")
    assert size["width"] == 400 and 100 < size["min_width"] < 400, size
    assert probe.ask("frames")["first_frame_us"] > 1000

    program.click(program.root.find("text", "Name"))
    probe.settle()
    probe.ask("arm")
    keys.press("z")
    probe.settle()
    key = probe.ask("key")
    assert key["frame"] == 1 and 0 < key["main_us"] < 1_000_000, key

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "window.png")
        picture = probe.ask("shot", path, 2)
        assert picture["width"] == 800 and picture["colours"] > 20, picture
        assert os.path.getsize(path) > 1000
    labels = {label["text"]: label["contrast"] for label in probe.ask("contrast")["labels"]}
    assert labels["Greet"] > 10, labels
    assert probe.ask("labels")["cut"] == []
    program.close()


tap.main()
