# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures to hand in, as the tests of foyerctl make them."""
import importlib.util
import os

from . import build

_spec = importlib.util.spec_from_file_location(
    "picture", os.path.join(build.ROOT, "tests", "cli", "desk", "picture.py"))
_picture = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_picture)

png = _picture.png


def write(path, colour, **options):
    """A file with a picture of one colour; returns its path."""
    with open(path, "wb") as file:
        file.write(png(colour, **options))
    return path
