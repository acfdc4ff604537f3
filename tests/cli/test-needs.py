#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What hosts and their guests asked other programs for in vain. Each story names the threads that it
comes from, as owner/repo#number of GitHub."""
import contextlib
import json
import sqlite3
import subprocess
import threading

from desk import tap
from desk.profile import FOYERCTL, Profile
from desk.tap import same

DAY = "2026-11-27"
FULL, CLOSED = (True, 1, 1), (False, 0, 0)


def free(profile, space, day):
    """Whether @day is open, and the seats that are free in each half."""
    answer = profile.ask("availability", space, "--from", day, "--days", "1")[0]
    return answer["open"], answer["am_free"], answer["pm_free"]


def open_days(profile, space, first, n_days):
    days = profile.ask("availability", space, "--from", first, "--days", str(n_days))
    return [day["day"] for day in days if day["open"]]


def names(people):
    return [person["name"] for person in people]


@tap.story
def one_seat_for_ten():
    """ten at once want one seat, and one has it
    (LibreBooking/librebooking#147, calcom/cal.diy#13397, calcom/cal.diy#28151, calcom/cal.diy#5820)"""
    profile = Profile()
    space = profile.add_home(seats=1)
    answers = []

    def want(number):
        while True:
            run = subprocess.run([FOYERCTL, "book", space, DAY, "--guest", f"Guest {number}", "--json"],
                                 env=profile.environ(), capture_output=True, timeout=120, check=False)
            answer = json.loads(run.stdout)
            if answer.get("error", {}).get("code") != "busy":
                answers.append(answer)
                return

    threads = [threading.Thread(target=want, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    codes = sorted(answer["error"]["code"] if "error" in answer else "booked" for answer in answers)
    same(codes, ["booked"] + 9 * ["full"])
    same(len(profile.ask("today", space, "--day", DAY)["expected"]), 1)


@tap.story
def seats_of_one_day():
    """guests of several seats fill one day together, and none is too many (calcom/cal.diy#13360)"""
    profile = Profile()
    space = profile.add_home(seats=4)
    profile.book(space, DAY, "--guest", "Zoé", "--seats", "2")
    profile.refuse(1, "full", "book", space, DAY, "--guest", "Noor", "--seats", "3")
    profile.book(space, DAY, "--guest", "Noor", "--seats", "2")
    same(free(profile, space, DAY), (True, 0, 0))
    same(names(profile.ask("today", space, "--day", DAY)["expected"]), ["Noor", "Zoé"])


@tap.story
def away_for_a_while():
    """a host who is away blocks days once, and takes no more than one
    (Couchers-org/couchers#9028, Couchers-org/couchers#3161, Trustroots/trustroots#1588,
    warmshowers/Warmshowers.org#424, BeWelcome/rox#309)"""
    profile = Profile()
    space = profile.add_home(seats=1, week="Mon-Sun 9-18")
    same(profile.ask("close", space, "2026-12-01..2026-12-14"), {"days": 14})
    same(open_days(profile, space, "2026-11-30", 16), ["2026-11-30", "2026-12-15"])
    for day in ("2026-12-01", "2026-12-14"):
        profile.refuse(1, "closed", "book", space, day, "--guest", "Max")
    profile.refuse(1, "full", "book", space, "2026-12-15", "--guest", "Max", "--seats", "2")
    same(profile.ask("undo")["undone"], "close")
    same(len(open_days(profile, space, "2026-11-30", 16)), 16)


@tap.story
def one_by_one():
    """days are chosen one by one, without any week (calcom/cal.diy#19094)"""
    profile = Profile()
    space = profile.add_home(week=None)
    chosen = ["2026-11-28", "2026-12-02", "2026-12-19", "2027-01-03"]
    for day in reversed(chosen):
        profile.ask("open", space, day)
    same(open_days(profile, space, "2026-11-26", 60), chosen)
    same(profile.ask("week", space), {"sentences": []})
    profile.ask("close", space, "2026-12-02")
    same(open_days(profile, space, "2026-11-26", 60), [chosen[0], *chosen[2:]])


@tap.story
def holidays():
    """public holidays block their days without anybody's help (calcom/cal.diy#8918)"""
    profile = Profile()
    space = profile.add_home("--postcode", "69003", "--holidays", "closed", seats=1, week="Mon-Fri 9-18")
    profile.refuse(1, "closed", "book", space, "2026-12-25", "--guest", "Max")
    same(free(profile, space, "2026-12-24"), FULL)
    # Easter Monday, Ascension and Whit Monday of a year that nobody entered.
    for day in ("2028-04-17", "2028-05-25", "2028-06-05"):
        same(free(profile, space, day), CLOSED, day)
    profile.ask("open", space, "2026-12-25")
    profile.book(space, "2026-12-25", "--guest", "Max")


@tap.story
def half_a_day_off():
    """a host closes one half of a day, and the other goes on (wielebenwir/commonsbooking#1061)"""
    profile = Profile()
    space = profile.add_home(seats=1)
    morning = profile.book(space, DAY, "--guest", "Zoé", "--part", "am")["id"]
    afternoon = profile.book(space, DAY, "--guest", "Max", "--part", "pm")["id"]
    refusal = profile.refuse(1, "has-bookings", "open", space, "On 27 Nov 9-13")
    same(refusal["bookings"], [afternoon], "only who sits in the half that closes is concerned")
    profile.ask("cancel", afternoon)
    profile.ask("open", space, "On 27 Nov 9-13")
    same(free(profile, space, DAY), (True, 0, 0))
    profile.refuse(1, "full", "book", space, DAY, "--guest", "Noor", "--part", "pm")
    profile.ask("cancel", morning)
    same(free(profile, space, DAY), (True, 1, 0))
    profile.book(space, DAY, "--guest", "Noor", "--part", "am")


@tap.story
def morning_only():
    """a morning that is booked leaves the afternoon (aprildunnam/PowerApps#142)"""
    profile = Profile()
    space = profile.add_home(seats=1)
    profile.book(space, DAY, "--guest", "Zoé", "--part", "am")
    same(free(profile, space, DAY), (True, 0, 1))
    profile.refuse(1, "full", "book", space, DAY, "--guest", "Max")
    profile.book(space, DAY, "--guest", "Max", "--part", "pm")
    same(free(profile, space, DAY), (True, 0, 0))


@tap.story
def series_without_some_days():
    """a series leaves out what is closed, and says which days these are (calcom/cal.diy#22763)"""
    profile = Profile()
    space = profile.add_home("--postcode", "69003", "--holidays", "closed", seats=1, week="Mon-Fri 9-18")
    profile.ask("close", space, "2026-12-04")
    profile.book(space, "2026-12-11", "--guest", "Max")
    words = ["book", space, "every Friday", "--until", "2027-01-01", "--guest", "Zoé"]
    out = [("2026-12-04", "closed", None), ("2026-12-11", "full", None), ("2026-12-25", "closed", "christmas"),
           ("2027-01-01", "closed", "new-year")]
    for more in (["--preview"], []):
        answer = profile.ask(*words, *more)
        same([day["day"] for day in answer["booked"]], ["2026-11-27", "2026-12-18"])
        same([(day["day"], day["reason"], day.get("holiday")) for day in answer["skipped"]], out)
    told = profile.tell("series", "list", space)
    assert "Zoé" in told, told


@tap.story
def two_weeks_of_a_series():
    """a regular who goes on holiday gives two weeks free, not the series
    (seatsurfing/seatsurfing#1516, seatsurfing/seatsurfing#1633)"""
    profile = Profile()
    space = profile.add_home(seats=1, week="Mon-Fri 9-18")
    series = profile.ask("book", space, "every Tuesday", "--until", "2027-01-31", "--guest", "Zoé")["id"]
    freed = profile.ask("series", "away", series, "2026-12-07..2026-12-20")["freed"]
    same([day["day"] for day in freed], ["2026-12-08", "2026-12-15"])
    same(free(profile, space, "2026-12-01"), (True, 0, 0))
    profile.book(space, "2026-12-08", "--guest", "Max")
    # Home again earlier: what somebody else has by then stays theirs, and is named.
    back = profile.ask("series", "back", series, "2026-12-07..2026-12-20")
    same([day["day"] for day in back["booked"]], ["2026-12-15"])
    same([(day["day"], day["reason"]) for day in back["skipped"]], [("2026-12-08", "full")])
    same(names(profile.ask("today", space, "--day", "2026-12-08")["expected"]), ["Max"])
    # Asked again, nothing is done, and there is nothing of it to take back.
    profile.book(space, "2026-12-09", "--guest", "Ida")
    same(profile.ask("series", "back", series, "2026-12-07..2026-12-20")["booked"], [])
    same(profile.ask("undo")["undone"], "book")


@tap.story
def ten_stays_ten():
    """an opening at 10:00 is one at 10:00 after the clocks changed, each week on its day
    (calcom/cal.diy#4702, LibreBooking/librebooking#1090, LibreBooking/librebooking#1103)"""
    for spring, last_winter, first_summer in (("2027-03-01", "2027-03-23", "2027-03-30"),
                                              ("2027-10-01", "2027-10-26", "2027-11-02")):
        profile = Profile(now=f"{spring}T09:00:00+01:00")
        space = profile.add_home("--half-at", "10:00", week="Tue 9-18")
        booked = profile.ask("book", space, "every Tuesday", "--weeks", "1", "--until", first_summer, "--guest", "Zoé")
        days = [day["day"] for day in booked["booked"]]
        same(days[-2:], [last_winter, first_summer])
        same(len(days), len(set(days)))
        same(profile.ask("week", space), {"sentences": ["Tue 9-18"]})
        for day in (last_winter, first_summer):
            offset = "+02:00" if "-03-30" in day or "-10-26" in day else "+01:00"
            for clock, part in (("09:59:59", "full"), ("10:00:00", "pm")):
                now = f"{day}T{clock}{offset}"
                booking = profile.ask("checkin", space, "--guest", f"{part} {day}", now=now)["booking"]
                here = {person["booking"]: person["part"] for person in profile.ask("today", space, now=now)["here"]}
                same(here[booking], part, now)


@tap.story
def near_midnight():
    """whoever books near midnight has the day that they named
    (calcom/cal.diy#24713, calcom/cal.diy#29777)"""
    for zone, now in (("Pacific/Auckland", "2026-11-26T11:30:00Z"), ("Pacific/Pago_Pago", "2026-11-26T10:30:00Z"),
                      ("Europe/Paris", "2026-11-26T22:45:00Z"), ("Europe/Paris", "2026-11-26T23:15:00Z"),
                      ("America/Los_Angeles", "2026-11-26T07:59:59Z")):
        profile = Profile(now=now)
        space = profile.add_home("--tz", zone, week="Mon-Sun 9-18")
        profile.book(space, DAY, "--guest", "Zoé")
        same(names(profile.ask("today", space, "--day", DAY)["expected"]), ["Zoé"], zone)
        for other in ("2026-11-26", "2026-11-28"):
            same(profile.ask("today", space, "--day", other)["expected"], [], zone)


@tap.story
def traveller():
    """somebody who looks from another zone sees the days and hours of the place
    (calcom/cal.diy#29868, thunderbird/appointment#316)"""
    home = Profile()
    space = home.add_home("--tz", "Europe/Paris", week="Tue 10-16")
    home.book(space, "2026-12-01", "--guest", "Zoé")
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
        home.environment = {"TZ": zone}
        same(home.ask("today", space)["day"], "2026-11-26", zone)
        same(names(home.ask("today", space, "--day", "2026-12-01")["expected"]), ["Zoé"])
        told = home.tell("availability", space, "--from", "2026-12-01", "--days", "1")
        assert "10:00" in told and "16:00" in told, told


@tap.story
def wrong_person():
    """a check-in of the wrong person is taken back, and the right one comes in (alfio-event/alf.io#114)"""
    profile = Profile()
    space = profile.add_home()
    wrong = profile.book(space, "2026-11-26", "--guest", "Zoé Marchelin")["id"]
    right = profile.book(space, "2026-11-26", "--guest", "Zoé Marchand")["id"]
    profile.ask("checkin", space, "--booking", wrong)
    same(profile.ask("undo"), {"undone": "checkin", "id": wrong})
    profile.ask("checkin", space, "--booking", right)
    sheet = profile.ask("today", space)
    same((names(sheet["here"]), names(sheet["expected"])), (["Zoé Marchand"], ["Zoé Marchelin"]))
    profile.ask("checkin", space, "--booking", wrong)
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def leaving():
    """going is written down as well as coming (Attendize/Attendize#845)"""
    profile = Profile()
    space = profile.add_home()
    booking = profile.ask("checkin", space, "--guest", "Zoé")["booking"]
    same(names(profile.ask("rollcall", space)["here"]), ["Zoé"])
    profile.ask("checkout", space, "--booking", booking, now="2026-11-26T17:00:00+01:00")
    same(profile.ask("rollcall", space)["here"], [])
    same(names(profile.ask("today", space)["left"]), ["Zoé"])


@tap.story
def freed_seat():
    """a guest who cancels frees the seat, and it is offered to who waits
    (HiEventsDev/Hi.Events#315, HiEventsDev/Hi.Events#905, bookingactivities/booking-activities#70)"""
    profile = Profile()
    space = profile.add_home(seats=1)
    held = profile.book(space, DAY, "--guest", "Zoé")["id"]
    waiting = profile.ask("waiting", "add", space, DAY, "--guest", "Max")["id"]
    profile.ask("cancel", held)
    same([who["state"] for who in profile.ask("waiting", "list", space)], ["offered"])
    same(profile.ask("waiting", "book", waiting)["state"], "booked")
    same(names(profile.ask("today", space, "--day", DAY)["expected"]), ["Max"])


@tap.story
def blank_after_mail():
    """a blank after an address makes no other address of it (JWManagement/JWManagement#103)"""
    profile = Profile()
    zoe = profile.ask("member", "add", "--name", "Zoé", "--email", "zoe@example.org ")["id"]
    same([person["id"] for person in profile.ask("member", "find", "zoe@example.org")], [zoe])
    with contextlib.closing(sqlite3.connect(profile.database)) as book:
        same(book.execute("SELECT email FROM person").fetchall(), [("zoe@example.org",)])


tap.main()
