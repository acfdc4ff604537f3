#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one person may have of a space, from a terminal."""
from desk import tap
from desk.directory import Directory
from desk.profile import Profile
from desk.tap import same

FRIDAY = "2026-11-27"
SUNDAY = "2026-11-29"
MONDAY = "2026-11-30"
TUESDAY = "2026-12-01"
FRENCH = {"LC_ALL": "fr_FR.UTF-8", "LANGUAGE": None}


def plain(text):
    """Its blanks are blanks."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def limits(profile):
    return profile.ask("space", "list")[0].get("limits")


@tap.story
def off_unless_said():
    """limits are set one by one, shown, taken away and undone"""
    profile = Profile()
    space = profile.add_home("--limit-week", "3")
    same(limits(profile), {"week": 3, "open": 0, "seats": 0, "ahead": 0})
    profile.ask("space", "edit", space, "--limit-open", "5", "--limit-seats", "2", "--limit-ahead", "14")
    same(limits(profile), {"week": 3, "open": 5, "seats": 2, "ahead": 14})
    profile.ask("space", "edit", space, "--limit-week", "off", "--limit-open", "0")
    same(limits(profile), {"week": 0, "open": 0, "seats": 2, "ahead": 14})
    profile.ask("space", "edit", space, "--limit-seats", "off", "--limit-ahead", "off")
    same(limits(profile), None)
    for _ in range(2):
        same(profile.ask("undo")["undone"], "space-edit")
    same(limits(profile), {"week": 3, "open": 5, "seats": 2, "ahead": 14})
    for option, value in (("--limit-week", "8"), ("--limit-week", "-1"), ("--limit-open", "501"), ("--limit-seats", "501"),
                          ("--limit-ahead", "65"), ("--limit-week", "Off"), ("--limit-week", ""), ("--limit-open", "1e9"),
                          ("--limit-open", "99999999999999999999")):
        profile.refuse(2, "invalid", "space", "edit", space, option, value)


@tap.story
def one_by_one():
    """a booking over a limit is refused with what it would be, and made with --over-limit"""
    profile = Profile()
    space = profile.add_home("--limit-week", "1", week="Mon-Sun 9-18")
    zoe = profile.ask("member", "add", "--name", "Zoé Marchelin")["id"]
    profile.ask("book", space, FRIDAY, "--member", zoe, "--part", "am")
    profile.ask("book", space, FRIDAY, "--member", zoe, "--part", "pm")
    error = profile.refuse(1, "over-limit", "book", space, SUNDAY, "--member", zoe)
    same(error["over_limit"], {"limit": "week", "allowed": 1, "count": 2, "day": SUNDAY})
    profile.ask("book", space, MONDAY, "--member", zoe)
    profile.ask("book", space, SUNDAY, "--guest", "Zoé Marchelin")
    profile.ask("book", space, SUNDAY, "--member", zoe, "--over-limit", "--again")
    same(profile.ask("undo")["undone"], "book")
    profile.refuse(1, "over-limit", "book", space, SUNDAY, "--member", zoe)
    same(profile.ask("checkin", space, "--member", zoe)["state"], "checked-in")

    told = profile.ask("book", space, "every Tuesday and Wednesday until 8 Dec", "--member", zoe)
    same([day["day"] for day in told["booked"]], ["2026-12-08"])
    same([(day["day"], day["reason"], day["over_limit"]["limit"]) for day in told["skipped"]],
         [(TUESDAY, "over-limit", "week"), ("2026-12-02", "over-limit", "week")])
    told = profile.ask("book", space, "every Tuesday and Wednesday until 3 Dec", "--member", zoe, "--over-limit")
    same([day["day"] for day in told["booked"]], [TUESDAY, "2026-12-02"])


@tap.story
def waiting():
    """the line keeps its order; the limit has its say when the seat is taken"""
    profile = Profile()
    space = profile.add_home("--limit-week", "1", seats=1)
    zoe = profile.ask("member", "add", "--name", "Zoé Marchelin")["id"]
    held = profile.ask("book", space, MONDAY, "--guest", "Noor")["id"]
    profile.ask("book", space, TUESDAY, "--member", zoe)
    waiter = profile.ask("waiting", "add", space, MONDAY, "--member", zoe)["id"]
    profile.ask("cancel", held)
    profile.refuse(1, "over-limit", "waiting", "book", waiter)
    same(profile.ask("waiting", "list", space)[0]["state"], "offered")
    same(profile.ask("waiting", "book", waiter, "--over-limit")["state"], "booked")


@tap.story
def requests():
    """a request says what it would exceed, and waits for the host"""
    directory, host, guest = Directory(), Profile(), Profile()
    space = host.add_home("--city", "Lyon", "--postcode", "69003", "--limit-week", "1", "--limit-ahead", "5",
                          name="Chez Zoé", week="Mon-Sun 9-18")
    listing = host.ask("publish", space, "--directory", directory.url)["id"]
    seats = [guest.ask("request", listing, day, "--directory", directory.url, "--name", "Ada")["id"]
             for day in (FRIDAY, SUNDAY, "2026-12-02")]
    host.ask("sync")
    asked = {one["booking"]: one.get("over_limit") for one in host.ask("today", space)["requests"]}
    same(asked, {seats[0]: None, seats[1]: None,
                 seats[2]: {"limit": "ahead", "allowed": 5, "count": 6, "day": "2026-12-02"}})
    host.refuse(1, "over-limit", "accept", seats[2])
    host.ask("accept", seats[0])
    asked = {one["booking"]: one["over_limit"]["limit"] for one in host.ask("today", space)["requests"]}
    same(asked, {seats[1]: "week", seats[2]: "ahead"})
    assert "Would be 2 days in that week, over the limit of 1" in host.tell("today", space)
    host.refuse(1, "over-limit", "accept", seats[1])
    same(host.ask("accept", seats[1], "--over-limit")["state"], "confirmed")
    same(host.ask("decline", seats[2])["state"], "declined")


@tap.story
def words():
    """people read it in their language"""
    for locale, told, refused, skipped in (
            ({}, "For one person: 2 days a week · 3 bookings ahead · 1 seat at a time · requests up to 14 days ahead",
             "On Friday 27 November this person would have 2 seats at a time, and the limit is 1;",
             "over the limit of days a week"),
            (FRENCH, "Pour une même personne : 2 jours par semaine · 3 réservations à venir · 1 place à la fois · "
                     "demandes jusqu’à 14 jours à l’avance",
             "Le vendredi 27 novembre, cette personne aurait 2 places à la fois, et la limite est de 1 ;",
             "au-delà de la limite de jours par semaine")):
        profile = Profile(**locale)
        space = profile.add_home(week="Mon-Sun 9-18")
        answer = profile.tell("space", "edit", space, "--limit-week", "2", "--limit-open", "3", "--limit-seats", "1",
                              "--limit-ahead", "14")
        assert told in plain(answer), answer
        done = profile.run("book", space, FRIDAY, "--guest", "Enzo", "--seats", "2")
        assert refused in plain(done.err), done.err
        profile.ask("space", "edit", space, "--limit-open", "off")
        zoe = profile.ask("member", "add", "--name", "Zoé Marchelin")["id"]
        answer = profile.tell("book", space, "every Friday, Saturday and Sunday until 6 Dec", "--member", zoe)
        assert answer.count(skipped) == 2, answer


tap.main()
