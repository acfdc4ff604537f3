#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The audit finds what was planted, all of it and nothing else."""

from audit import contrast, controls, grid, reach
from driver import build, tap
from driver.probe import Probe
from driver.program import Program


def start(probe=None):
    program = Program([build.PLANTED_WINDOW], probe=probe)
    return program


def expect(found, *planted):
    missed = [words for words in planted if not any(words in fault for fault in found)]
    assert not missed, f"not found: {missed}\nbut: {found}"
    assert len(found) == len(planted), f"found more than was planted: {found}"


@tap.story
def single_controls():
    """nameless and small controls are found"""
    program = start()
    expect(controls.nameless(program.root),
           "nameless button", "nameless image")
    expect(controls.small_targets(program.root), "“Small” 12 × 12")
    program.close()


@tap.story
def month():
    """a grid without weeks and with days of one name is found"""
    program = start()
    expect(grid.faults(program.root),
           "3 cells", "0 rows", "one name", "cannot reach", "nameless grid")
    program.close()


@tap.story
def keyboard():
    """a button that no key reaches and a doubled one are found, rows of a list are not"""
    program = start()
    expect(reach.all_faults(program), "reaches button “Unreachable”", "two stops for button “Twice”")
    program.close()


@tap.story
def letters():
    """pale letters are found"""
    probe = Probe()
    program = start(probe)
    probe.settle()
    expect(contrast.faults(probe), "“Pale” stands out 1.8")
    assert abs(contrast.ratio("#ffffff", "#c64600") - 4.9) < 0.05
    assert contrast.mixed("#000000", "#ffffff", 0.74) == "#424242"
    program.close()


tap.main()
