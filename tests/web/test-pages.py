#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of a directory in a real browser."""
import json
import os
import re
import subprocess
import sys

from chromium import Browser
from desk import tap
from desk.tap import same
from driver.papers import HOST, Key, notice, sha256
from driver.server import Server

HERE = os.path.dirname(os.path.abspath(__file__))
FAULTS = open(os.path.join(HERE, "page.js"), encoding="utf-8").read()
DAY = "2026-11-27"
WEEK = [(3, 3), (2, 1), None, (0, 4), (0, 0), (1, 1), (8, 8), (5, 0)]
SHARES = [{"label": "Heating and light", "minor": 90}, {"label": "Coffee and tea", "minor": 60}]
# What people type, and what others hope that a page takes for more than a text.
CORPUS = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "javascript:alert(1)", "<!--", "-->", "<![CDATA[", "]]>",
    "&lt;b&gt;", "&amp;amp;", "&#60;script&#62;", "\\u003cscript\\u003e", "${7*7}{{7*7}}", "%3Cscript%3E", "</title><b>",
    "</textarea></style><b>", "<b>bold</b>", "a\u200bb\u200dc", "e\u0301\u0301\u0301\u0301", "العربية", "日本語の机",
    "😀👩‍💻", "=cmd|' /C calc'!A0", "'; DROP TABLE listing;--", "%s%n%x", "x" * 80, "W" * 80, "\u00ad" * 20 + "x", "-" * 80,
]


class Places:
    """A directory with a few listings, and the paths of its pages."""

    def __init__(self, server):
        client = server.client
        self.url = server.url
        self.listing = client.open_space(HOST, WEEK, name="Table by the Bay Window", kind="home", displaced_m=300,
                                         shares=SHARES, rules="Shoes off at the door.\nCalls in the hall.", seats=8,
                                         tags=["quiet", "fiber", "cat", "monitor", "coffee", "Pistache"])
        for i in range(24):
            client.open_space(Key(bytes([i + 1]) * 32), WEEK, name=f"Place {i}", price_minor=400 * (i % 3),
                              half_price_minor=200 * (i % 3), lat=round(45.76 + i / 900, 6), kind=["home", "coworking", "third-place"][i % 3],
                              displaced_m=300 if i % 3 == 0 else 0)
        gone = client.open_space(HOST, WEEK)
        same(client.ask("DELETE", f"/v1/listings/{gone}", HOST.sign(notice("tombstone", gone, 2))).status // 100, 2)
        self.paths = {"start": "/", "search": f"/?near=45.76,4.84&day={DAY}", "nothing": "/?near=Brest&day=2026-11-28",
                      "unknown": "/?near=Nowhere", "listing": f"/l/{self.listing}?day={DAY}", "about": "/about",
                      "missing": "/l/00000000-0000-4000-8000-000000000000", "gone": f"/l/{gone}"}


def look(tab, url, what):
    tab.go(url)
    faults = tab.run(FAULTS)
    expected = {"unknown": 400, "missing": 404, "gone": 410}
    complaints = [entry for entry in tab.complaints()
                  if not (what in expected and str(expected[what]) in json.dumps(entry))]
    assert not faults and not complaints, "\n".join([f"{what} {url}", *faults, *map(json.dumps, complaints)])


@tap.story
def every_page():
    """wide and narrow, light and dark, in English and French: nothing is cut, pale, nameless or complained of"""
    with Server() as server, Browser() as browser:
        places = Places(server)
        for width in (1280, 360):
            for dark in (False, True):
                for language in ("en", "fr"):
                    tab = browser.open(width=width, dark=dark, language=language)
                    for what, path in places.paths.items():
                        look(tab, places.url + path, what)
                        same(tab.run("document.documentElement.lang"), language)


@tap.story
def twice_the_size():
    """a reader who doubles the letters still sees everything"""
    with Server() as server, Browser() as browser:
        places = Places(server)
        for width in (1280, 720):
            tab = browser.open(width=width)
            for path in places.paths.values():
                tab.go(places.url + path)
                tab.run("document.documentElement.style.fontSize = '200%'")
                same(tab.run("document.documentElement.scrollWidth <= innerWidth"), True, (width, path))


@tap.story
def by_keys():
    """Tab goes through a page in the order in which it reads, visibly, and Enter follows"""
    with Server() as server, Browser() as browser:
        places = Places(server)
        for path in (places.paths["search"], places.paths["listing"], "/about"):
            tab = browser.open()
            tab.go(places.url + path)
            count = tab.run("document.querySelectorAll('a[href],input,select,button').length")
            tab.run("window.order = [...document.querySelectorAll('a[href],input,select,button')]; window.at = -1;"
                    "document.addEventListener('focusin', event => {"
                    "  const i = order.indexOf(event.target);"
                    "  if (i < at) window.back = `${event.target.outerHTML} after ${order[at].outerHTML}`; window.at = i;"
                    "  const style = getComputedStyle(event.target);"
                    "  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)"
                    "    window.pale = event.target.outerHTML; }); 0")
            tab.press("Tab")
            same(tab.run("document.activeElement.className"), "skip", "first of all, past the header")
            for _ in range(count + 6):           # a field of a date has parts of its own
                if tab.run("at") == count - 1:
                    break
                tab.press("Tab")
            same(tab.run("[at, window.back, window.pale]"), [count - 1, None, None], path)
        tab.go(places.url + "/about")
        tab.press("Tab")
        tab.press("Enter")
        same(tab.run("location.hash"), "#main")


@tap.story
def search():
    """a person asks for a place and a day, and finds what the directory has, page by page"""
    with Server() as server, Browser() as browser:
        places = Places(server)
        tab = browser.open()
        tab.go(places.url + "/")
        same(tab.run("document.querySelectorAll('.rows li').length"), 0, "nothing was asked yet")
        tab.run("document.querySelector('[name=near]').value = 'Lyon 3e'; "
                f"document.querySelector('[name=day]').value = '{DAY}'; 0")
        tab.run("document.querySelector('form').requestSubmit(); 0")
        browser.wait_for(tab.session, "Page.loadEventFired")
        first = tab.run("[...document.querySelectorAll('.rows h3')].map(name => name.textContent)")
        same(len(first), 20)
        items = server.client.get(f"/v1/listings?near=45.7597,4.8422&radius=10000&day={DAY}&limit=50").json["items"]
        tab.run("document.querySelector('[rel=next]').click(); 0")
        browser.wait_for(tab.session, "Page.loadEventFired")
        rest = tab.run("[...document.querySelectorAll('.rows h3')].map(name => name.textContent)")
        same(sorted(first + rest), sorted(item["name"] for item in items), "each once")
        same(tab.run("document.querySelector('[rel=next]')"), None)

        tab.run("document.querySelector('.rows h3 a').click(); 0")
        browser.wait_for(tab.session, "Page.loadEventFired")
        same(tab.run("document.querySelector('h1').textContent"), rest[0])
        same(tab.run("document.querySelector('[aria-current=date]').href.slice(-10)"), DAY, "the day goes along")


@tap.story
def listing():
    """a listing says its seats, its price to the cent, and opens the application"""
    with Server() as server, Browser() as browser:
        places = Places(server)
        tab = browser.open(language="fr-FR,fr;q=0.9")
        tab.go(places.url + places.paths["listing"])
        cells = tab.run("[...document.querySelectorAll('.week li')].map(cell => cell.innerText.replace(/\\s+/g, ' '))")
        same(cells[:6], ["jeu 26 3 libres", "ven 27 1 libre", "sam 28 – fermé", "dim 29 ½ l’après-midi seulement", "lun 30 complet", "mar 1 1 libre"])
        same(tab.run("[...document.querySelectorAll('table tr')].map(row => row.innerText.replace(/\\s+/g, ' ').trim())"),
             ["L’hôte 2,50 €", "Heating and light 0,90 €", "Coffee and tea 0,60 €", "Cet annuaire 0,00 €", "Foyer 0,00 €"])
        link = tab.run("document.querySelector('.card .go').href")
        host = server.url.removeprefix("http://")
        assert re.fullmatch(rf"foyer://{re.escape(host)}/l/{places.listing}\?day={DAY}#[A-Za-z0-9_-]{{43}}", link), link
        data = json.loads(tab.run("document.querySelector('script').textContent"))
        same((data["@type"], data["name"], data["makesOffer"]["price"]), ("Place", "Table by the Bay Window", "4.00"))
        assert "streetAddress" not in data["address"], "a home has none"


@tap.story
def photo():
    """a photo has its place before it comes, is as wide as the column, and a tall one leaves room for the words"""
    with Server() as server, Browser() as browser:
        client = server.client
        for pixels, ratio in (("600x400", 1.5), ("400x1200", None)):
            picture = subprocess.run(["convert", "-size", pixels, "plasma:", "-strip", "-quality", "70", "jpg:-"],
                                     check=True, capture_output=True).stdout
            place = client.open_space(HOST, WEEK, name="By the Bay Window", photos=[sha256(picture)])
            same(client.ask("PUT", f"/v1/photos/{sha256(picture)}", picture, Content_Type="image/jpeg").status, 201)
            for width in (1280, 360):
                tab = browser.open(width=width)
                look(tab, f"{server.url}/l/{place}", "photo")
                natural, wide, high, column = tab.run(
                    "(i => [i.naturalWidth, i.clientWidth, i.clientHeight, i.parentElement.clientWidth])(document.querySelector('.photo'))")
                same((natural, wide), (int(pixels.split("x")[0]), column))
                same(abs(high - min(wide / ratio if ratio else 480, 480)) < 2, True, f"{wide} × {high}")


@tap.story
def foreign_texts():
    """what a host wrote is shown as it was written, and is never anything else"""
    with Server() as server, Browser() as browser:
        client, tab = server.client, browser.open(width=360)
        plain = client.open_space(HOST, WEEK, name="Plain", about="Plain", rules="Plain", area="Plain", tags=["Plain"], shares=[{"label": "Plain", "minor": 1}])
        tab.go(f"{server.url}/l/{plain}")
        elements = tab.run("document.querySelectorAll('*').length")
        accepted = 0
        for i, text in enumerate(CORPUS):
            key = Key(bytes([i + 1]) * 32)
            fields = {"name": text, "about": text * 3, "rules": text, "area": text}
            paper_id = None
            try:
                paper_id = client.open_space(key, WEEK, tags=[text[:24]], shares=[{"label": text[:40], "minor": 1}], lat=round(45.7 + i / 1000, 6), **fields)
            except AssertionError:
                continue                 # the directory does not take it at all
            accepted += 1
            tab.go(f"{server.url}/l/{paper_id}")
            same(tab.run("document.querySelector('h1').textContent"), text)
            same(tab.run("document.querySelector('.about').textContent"), text * 3)
            same(tab.run("document.querySelector('.pills').textContent"), text[:24])
            same(json.loads(tab.run("document.querySelector('script').textContent"))["name"], text)
            same(tab.run("document.querySelectorAll('*').length"), elements, text)
            same(tab.run("document.documentElement.scrollWidth <= innerWidth"), True, text)
            same(tab.complaints(), [], text)
        assert accepted >= 25, accepted
        tab.go(f"{server.url}/?near=45.71,4.8422&day={DAY}&q=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
        same(tab.run("document.querySelector('[name=q]').value"), "\"><script>alert(1)</script>")
        same(tab.run("document.querySelectorAll('script').length"), 0)


@tap.story
def on_paper():
    """pages can be printed: without the form and the buttons"""
    with Server() as server, Browser() as browser:
        places = Places(server)
        tab = browser.open()
        for path in (places.paths["search"], places.paths["listing"], "/about"):
            tab.go(places.url + path)
            paper = tab.print()
            assert paper.startswith(b"%PDF-") and len(paper) > 5000, path
            tab.ask("Emulation.setEmulatedMedia", media="print")
            same(tab.run("[...document.querySelectorAll('form,nav,.go,.more')].some(e => e.offsetHeight > 0)"), False, path)
            tab.ask("Emulation.setEmulatedMedia", media="")


@tap.story
def fields():
    """each page comes with what keeps a browser from doing more than show it"""
    with Server() as server:
        places = Places(server)
        for what, path in places.paths.items():
            answer = server.client.get(path)
            policy = answer.headers["Content-Security-Policy"]
            assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; img-src 'self'; "
                                r"form-action 'self'; base-uri 'none'; frame-ancestors 'none'", policy), policy
            same(answer.headers["X-Content-Type-Options"], "nosniff")
            same(answer.headers["Referrer-Policy"], "no-referrer")
            same(answer.headers["Vary"], "Accept-Language")
            assert b"<script>" not in answer.body and b" style=" not in answer.body and b"Set-Cookie" not in answer.body
            if answer.status == 200:
                etag = answer.headers["ETag"]
                same(server.client.get(path, If_None_Match=etag).status, 304, what)
        robots = server.client.get("/robots.txt").body.decode()
        sitemap = server.client.get("/sitemap.xml").body.decode()
        assert f"Sitemap: {server.url}/sitemap.xml" in robots, robots
        assert f"<loc>{server.url}/l/{places.listing}</loc>" in sitemap
        same(sitemap.count("<loc>"), 25 + 2, "what is gone is not there")


@tap.story
def languages():
    """the language is the reader's, by weight"""
    with Server() as server:
        for wish, tag in (("fr", "fr"), ("fr-CA,fr;q=0.8,en;q=0.5", "fr"), ("en,fr;q=0.9", "en"), ("de,fr;q=0.3,en;q=0.2", "fr"),
                          ("de", "en"), ("*", "en"), ("en;q=0,fr;q=0.1", "fr"), ("", "en"), ("fr;q=abc", "en"), ("x" * 900, "en")):
            answer = server.client.get("/about", Accept_Language=wish)
            same((answer.status, answer.headers["Content-Language"]), (200, tag), wish)


def take_pictures(folder):
    """For people who look: every page at each size."""
    with Server() as server, Browser() as browser:
        places = Places(server)
        for width in (1280, 360):
            for dark in (False, True):
                tab = browser.open(width=width, dark=dark)
                for what, path in places.paths.items():
                    tab.go(places.url + path)
                    tab.picture(os.path.join(folder, f"web-{what}-{width}{'-dark' if dark else ''}.png"))


if len(sys.argv) > 1:
    take_pictures(sys.argv[1])
else:
    tap.main()
