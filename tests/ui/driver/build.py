# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the built programs are, and what an installation would give them."""
import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
BUILD = os.environ.get("FOYER_BUILD", os.path.join(ROOT, "build"))

FOYER = os.path.join(BUILD, "src", "ui", "foyer")
FOYERCTL = os.path.join(BUILD, "src", "cli", "foyerctl")
DIRECTORY = os.path.join(BUILD, "src", "directory", "foyer-directory")
PROBE = os.path.join(BUILD, "tests", "ui", "foyer-probe.so")
PLAIN_WINDOW = os.path.join(BUILD, "tests", "ui", "plain-window")
PLANTED_WINDOW = os.path.join(BUILD, "tests", "ui", "planted-window")
LOCALE_DIR = os.path.join(BUILD, "po")

ENVIRONMENT = {
    "FOYER_LOCALE_DIR": LOCALE_DIR,
    "GSETTINGS_SCHEMA_DIR": os.path.join(BUILD, "data"),
    "XDG_DATA_DIRS": ":".join([os.path.join(BUILD, "data", "share"),
                               os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share")]),
}
