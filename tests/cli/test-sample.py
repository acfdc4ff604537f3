#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The invented season: the same for the same seed, sound, and with something to see today."""
import sqlite3

from desk import tap
from desk.profile import Profile
from desk.tap import same


def dump(profile):
    """All rows of all tables."""
    connection = sqlite3.connect(profile.database)
    tables = [row[0] for row in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%' AND name NOT LIKE 'sqlite_%'")]
    rows = {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in sorted(tables)}
    connection.close()
    return rows


def count(profile, query, *values):
    connection = sqlite3.connect(profile.database)
    number = connection.execute(query, values).fetchone()[0]
    connection.close()
    return number


def sample(seed, *args, now="2026-11-26T09:30:00+01:00"):
    profile = Profile(now=now)
    profile.ask("sample", "--seed", str(seed), *args)
    return profile


@tap.story
def deterministic():
    """seed and clock decide every row"""
    first, second = dump(sample(7)), dump(sample(7))
    for table, rows in first.items():
        same(rows, second[table], table)
    assert first != dump(sample(8)), "another seed is another season"
    assert first != dump(sample(7, now="2026-11-27T09:30:00+01:00")), "another day is another season"


@tap.story
def today():
    """whenever one looks, some are expected, some are here, one has left"""
    for now in ("2026-11-26T09:30:00+01:00", "2026-11-22T15:00:00+01:00", "2026-11-26T06:10:00+01:00",
                "2026-11-26T23:50:00+01:00", "2026-11-27T02:30:00+01:00", "2026-12-25T11:00:00+01:00",
                "2028-02-29T13:00:00+01:00", "2026-03-29T04:00:00+02:00"):
        for seed in (1, 7):
            profile = sample(seed, now=now)
            spaces = profile.ask("space", "list")
            same([(space["kind"], space["seats"]) for space in spaces], [("home", 8)])
            desk = profile.ask("today", spaces[0]["id"])
            same((len(desk["expected"]), len(desk["here"]), len(desk["left"])), (3, 3, 1), now)
            same(desk["seats_free"], 2, now)
            same(sum(person["first_visit"] for person in desk["expected"]) >= 1, True, now)
            assert "pm" in [person["part"] for person in desk["expected"]], now
            names = [person["name"] for group in ("expected", "here", "left") for person in desk[group]]
            same(len(set(names)), 7, now)
            same(profile.ask("check"), {"ok": True, "problems": []}, now)


@tap.story
def season():
    """a past, a future, cancellations, people who did not come, regulars"""
    profile = sample(7)
    states = {state: count(profile, "SELECT count(*) FROM booking WHERE state = ?", state)
              for state in ("confirmed", "checked-in", "checked-out", "cancelled", "no-show", "requested")}
    assert states["checked-out"] > 200 and states["confirmed"] > 30, states
    assert states["cancelled"] > 5 and states["no-show"] > 3 and states["requested"] == 0, states
    same(sum(states.values()), 560)
    same(count(profile, "SELECT count(*) FROM person WHERE member = 1"), 28)
    assert count(profile, "SELECT max(n) FROM (SELECT count(*) AS n FROM booking GROUP BY person_id)") > 25
    assert count(profile, "SELECT count(*) FROM day_exception WHERE mode = 'closed'") >= 3
    same(count(profile, "SELECT count(*) FROM booking WHERE state = 'checked-out' AND out_at <= in_at"), 0)
    same(count(profile, "SELECT count(*) FROM booking WHERE in_at > 1795681800000 OR created_at > 1795681800000"), 0)
    same(count(profile, "SELECT count(*) FROM visit WHERE event = 'in'"), states["checked-in"] + states["checked-out"])
    profile.refuse(1, "nothing-to-undo", "undo")


@tap.story
def goes_on():
    """the day of a sample can be kept like any other"""
    profile = sample(3)
    space = profile.ask("space", "list")[0]["id"]
    expected = profile.ask("today", space)["expected"][0]
    profile.ask("checkin", space, "--booking", expected["booking"])
    same(len(profile.ask("today", space)["here"]), 4)
    assert profile.ask("member", "find", expected["name"].split()[0]) or expected["member"] is None
    profile.refuse(1, "not-empty", "sample", "--seed", "3")


@tap.story
def sizes():
    """as many members and bookings as asked for"""
    for members, bookings in ((1, 0), (1, 1), (1, 300), (3, 39), (500, 5000), (40, 12000)):
        profile = sample(5, "--members", str(members), "--bookings", str(bookings))
        same(count(profile, "SELECT count(*) FROM person WHERE member = 1"), members)
        same(count(profile, "SELECT count(*) FROM booking"), bookings)
        same(profile.ask("check"), {"ok": True, "problems": []}, f"{members} {bookings}")
    same(len(profile.ask("space", "list")), 20)


tap.main()
