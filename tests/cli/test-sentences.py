#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening a space by a sentence."""
from desk import tap
from desk.profile import Profile
from desk.tap import same

ENGLISH = "Tue and Thu 9-18, 3 seats, not in August, but on 24 Dec"
FRENCH = "mardi et jeudi de 9h à 18h, 3 places, sauf en août, mais aussi le 24 décembre"


def new_space(profile):
    return profile.ask("space", "add", "--name", "La Tablée", "--kind", "home", "--seats", "4")["id"]


def open_days(profile, space):
    days = profile.ask("availability", space, "--from", "2026-11-26", "--days", "366")
    return [day["day"] for day in days if day["open"]]


@tap.story
def same_days():
    """what the preview shows is what happens, in either language"""
    opened = []
    for sentence in (ENGLISH, FRENCH):
        profile = Profile()
        space = new_space(profile)
        preview = profile.ask("open", space, sentence, "--preview", keys=["sentence", "open"])
        same(open_days(profile, space), [], "a preview changes nothing")
        same(preview["sentence"], ENGLISH)
        same(profile.ask("open", space, sentence), {"days": len(preview["open"])})
        same(open_days(profile, space), preview["open"])
        opened.append(preview["open"])
        same(profile.ask("availability", space, "--from", "2026-12-24", "--days", "1"),
             [{"day": "2026-12-24", "open": True, "seats": 3, "am_free": 3, "pm_free": 3}])
        same([day for day in preview["open"] if day.startswith("2027-08")], [])
        profile.ask("undo")
        same(open_days(profile, space), [], "one sentence is one act")
    same(opened[0], opened[1])


@tap.story
def said_again():
    """what a sentence says and what is so already is no act, and nothing to take back"""
    profile = Profile()
    space = new_space(profile)
    for _ in range(2):
        profile.ask("open", space, "Tue 9-18, not on 1 Dec")
    same(profile.ask("undo")["undone"], "open")
    same(open_days(profile, space), [])


@tap.story
def in_french():
    """the preview says the sentence in the person's language"""
    profile = Profile(LC_ALL="fr_FR.UTF-8", LANGUAGE=None)
    space = new_space(profile)
    same(profile.ask("open", space, ENGLISH, "--preview")["sentence"], FRENCH[0].upper() + FRENCH[1:])


@tap.story
def asks_back():
    """what means two things, or nothing, is not guessed, and changes nothing"""
    profile = Profile()
    space = new_space(profile)
    for sentence, *words in (("Tue 9-5", "9:00-17:00", "5:00-9:00"), ("Tue, not 5/6", "2027-06-05", "2027-05-06"),
                             ("Tue 9-18, nott in August", "“nott”"), ("every second Tuesday", "“second”"),
                             ("Tue 9-18, 900 seats", "“900”"), ("", "neither"), ("' OR 1=1 --", "not understood"),
                             ("Tue\u202e 9-18", "not understood"), ("é" * 2000, "neither")):
        refusal = profile.refuse(2, "invalid", "open", space, sentence)
        for word in words:
            assert word in refusal["message"], (sentence, refusal)
    profile.refuse(2, "invalid", "open", space, ENGLISH, "--seats", "3")
    profile.refuse(2, "invalid", "open", space, "2026-11-27", "--preview")
    same(open_days(profile, space), [])


@tap.story
def week():
    """the week is said in sentences that mean it, and one takes its place whole"""
    profile = Profile()
    space = new_space(profile)
    same(profile.ask("week", space), {"sentences": []})
    same(profile.tell("week", space), "No day of the week is open.\n")
    for sentence in ("Mon-Fri 9-18", "Wed 9-13, 2 seats, from 1 Dec", "Sat 10-12, from 1 Dec, not on public holidays"):
        profile.ask("open", space, sentence)
    said = profile.ask("week", space)["sentences"]
    same(said, ["Mon-Fri 9-18", "Wed 9-13, 2 seats, Sat 10-12, all seats, from 1 Dec, not on public holidays"])
    days = profile.ask("availability", space, "--from", "2026-11-26", "--days", "366")
    # The later opening has the morning alone, and the afternoon is still that of the first.
    wednesday = next(day for day in days if day["day"] == "2026-12-02")
    same((wednesday["am_free"], wednesday["pm_free"]), (2, 4))

    other = profile.ask("space", "add", "--name", "Autre", "--kind", "home", "--seats", "4")["id"]
    for sentence in said:
        profile.ask("open", other, sentence)
    same(profile.ask("availability", other, "--from", "2026-11-26", "--days", "366"), days)

    preview = profile.ask("week", space, "--set", "Tue 9-18, not on 1 Dec", "--preview")
    same(profile.ask("week", space)["sentences"], said)
    profile.ask("week", space, "--set", "Tue 9-18, not on 1 Dec", keys=["days"])
    same(open_days(profile, space), preview["open"])
    same(profile.ask("week", space), {"sentences": ["Tue 9-18"]})
    same(profile.ask("undo")["undone"], "week")
    same(profile.ask("availability", space, "--from", "2026-11-26", "--days", "366"), days)
    same(Profile.tell(profile, "week", space).splitlines(), said)
    profile.refuse(2, "invalid", "week", space, "--preview")
    profile.refuse(2, "invalid", "week", space, "--set", "Tue 9-5")
    profile.refuse(1, "not-found", "week", "nowhere")


@tap.story
def booked():
    """a sentence that closes what is booked is refused whole"""
    profile = Profile()
    space = new_space(profile)
    profile.ask("open", space, "Thu 9-18")
    profile.book(space, "2026-12-24", "--guest", "Zoé")
    profile.refuse(1, "has-bookings", "open", space, "Mon 9-18, not on 24 Dec")
    same(open_days(profile, space)[0:2], ["2026-11-26", "2026-12-03"])


tap.main()
