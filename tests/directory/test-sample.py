#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A directory full of invented listings."""
import os
import re
import shutil
import tempfile

from desk import tap
from desk.tap import same
from driver.server import Server, run

# What no public text gives away.
PRIVATE = re.compile(r"\d{5}|@|\b0\d([ .]?\d\d){4}\b|\b(?:rue|avenue|allée|impasse|boulevard) ", re.I)


def fill(base, *args, **environment):
    return run("sample", "--db", os.path.join(base, "directory.db"), *args, **environment)


def list_changes(client):
    """Every paper that a mirror would get, in order."""
    papers, after, more = [], "", True
    while more:
        page = client.get(f"/v1/changes?after={after}").json
        papers += [item["envelope"] for item in page["items"]]
        after, more = page["cursor"], page["more"]
    return papers


@tap.story
def repeats():
    """the same seed on the same day is the same directory, another seed is another one"""
    found = []
    for seed in ("7", "7", "8"):
        base = tempfile.mkdtemp(prefix="foyer-sample-")
        try:
            same((fill(base, "--seed", seed, "--listings", "40").returncode), 0)
            with Server(base=base) as server:
                found.append(list_changes(server.client))
        finally:
            shutil.rmtree(base)
    same(len(found[0]), 80, "a listing and its seats each")
    same(found[0], found[1])
    assert found[0] != found[2]


@tap.story
def plausible():
    """what is found reads like what people offer, and gives nobody away"""
    base = tempfile.mkdtemp(prefix="foyer-sample-")
    try:
        same(fill(base, "--listings", "400").returncode, 0)
        with Server(base=base) as server:
            client = server.client
            kinds, free, area = set(), 0, set()
            for place in ("48.8566,2.3522", "45.7578,4.8320", "43.6045,1.4440", "47.2184,-1.5536"):
                for result in client.get(f"/v1/listings?near={place}&radius=50000&day=2026-12-01&limit=50").json["items"]:
                    kinds.add(result["kind"])
                    area.add(result["area"])
                    free += result["seats_left"]
                    view = client.get(f"/v1/listings/{result['id']}").json["view"]
                    assert 0 <= view["price_minor"] <= 2500 and 1 <= view["seats"] <= 60, view
                    assert len(view["about"]) > 40 and not PRIVATE.search(view["about"] + view["rules"]), view
                    assert all(max(day["am"], day["pm"]) <= view["seats"] for day in result["week"]), (view, result)
                    if view["kind"] == "home":
                        assert view["displaced_m"] in (300, 1500), view
                        assert all(day["open"] == (day["am"] > 0 or day["pm"] > 0) for day in result["week"]), result
            assert kinds >= {"home", "coworking"} and free > 20 and len(area) > 3, (kinds, free, area)
    finally:
        shutil.rmtree(base)


@tap.story
def refusals():
    """while it is served, and what cannot be asked for"""
    with Server() as server:
        answer = run("sample", "--db", server.db)
        same(answer.returncode, 75, answer.stderr)
        same(server.client.get("/v1/changes").json["items"], [])
    base = tempfile.mkdtemp(prefix="foyer-sample-")
    try:
        for args in (["--listings", "0"], ["--listings", "-1"], ["--listings", "2000001"], ["--listings", "many"],
                     ["--seed", "-1"], ["--seed", "9" * 30], ["--speed", "1"], ["more"]):
            answer = fill(base, *args)
            same(answer.returncode, 2, (args, answer.stderr))
            same(len(answer.stderr.splitlines()), 1, (args, answer.stderr))
        same(run("sample").returncode, 2)
        same(fill(base, FOYER_NOW="yesterday").returncode, 2)
        same(os.listdir(base), [], "nothing is left of a refusal")
    finally:
        shutil.rmtree(base)


tap.main()
