#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Publishes the first space of a profile and asks for a seat there, as a guest would.

    demo-request.py PROFILE GUEST ORIGIN
"""
import json
import os
import subprocess
import sys

NOTES = {
    "fr": "Bonjour, je traduis un roman et j’aimerais bien de la compagnie pour la journée. Je peux apporter le dessert.",
    "en": "Hello, I am translating a novel and would love some company for a day. I can bring dessert.",
}


def ask(profile, *words):
    answer = subprocess.run(["foyerctl", "--data-dir", profile, "--json", *words], check=True,
                            stdin=subprocess.DEVNULL, capture_output=True, text=True).stdout
    return json.loads(answer)


def main():
    profile, guest, origin = sys.argv[1:]
    space = ask(profile, "space", "list")[0]["id"]
    listing = ask(profile, "publish", space, "--directory", origin)["id"]
    today = ask(profile, "today", space)["day"]
    days = ask(profile, "availability", space, "--from", today, "--days", "21")
    day = next(day["day"] for day in days[1:] if min(day["am_free"], day["pm_free"]) > 0)
    language = "fr" if os.environ.get("LC_ALL", os.environ.get("LANG", "")).startswith("fr") else "en"
    ask(guest, "request", listing, day, "--directory", origin, "--name", "Ada Montclar", "--note", NOTES[language])


main()
