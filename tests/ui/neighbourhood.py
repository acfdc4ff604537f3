# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A directory with a few places of Lyon, and profiles that wrote to each other through it."""
import contextlib

from driver.directory import Directory
from driver.foyer import Profile

LAST_WEEK = "2026-11-18T10:00:00+01:00"
YESTERDAY = "2026-11-25T10:10:00+01:00"
TODAY = "2026-11-26T09:30:00+01:00"

PLACES = (
    ("Chez Odile", "home", 3, "4.00", "8 quai Saint-Vincent", "69001", (45.7689, 4.8208),
     "A long table above the Saône, lunch together at half past twelve for whoever likes. The cat visits.",
     "Shoes off, and calls in the small room.", ("wifi", "cat", "kitchen", "vegetarian")),
    ("L’Atelier du Pont", "coworking", 6, "9.00", "21 rue de la Part-Dieu", "69003", (45.7601, 4.8527),
     "Dix-huit bureaux et trois cabines, dans une ancienne imprimerie.",
     "Be kind to the plants.", ("wifi", "phone-booth", "coffee")),
    ("La Petite Serre", "home", 1, "3.50", "5 rue Bichat", "69002", (45.7452, 4.8267),
     "One desk between lemon trees.", "Quiet until six.", ("quiet", "garden", "no-pets")),
    ("Café Solidaire du 8e", "third-place", 4, "0.00", "2 place du 8 Mai 1945", "69008", (45.7365, 4.8703),
     "Work at the back tables; the neighbourhood runs the bar.", "A coffee now and then keeps it open.", ("wifi",)),
)
ASKERS = (
    # Who, from when, which day, what for.
    ("Noor Delvigne", YESTERDAY, "2026-11-27", "am", "I bring my own chair, is that all right?"),
    ("Maud Kerlouan", TODAY, "2026-11-27", "full", ""),
    ("Jean-Baptiste de La Rochefoucauld-Montbel", TODAY, "2026-12-01", "pm",
     "We are three illustrators who work together on Tuesdays and look for a quiet table near the station."),
)


def add_place(profile, place):
    """A space with everything that a listing says; returns its id."""
    name, kind, seats, price, street, postcode, (lat, lon), about, rules, tags = place
    space = profile.ctl("space", "add", "--name", name, "--kind", kind, "--seats", str(seats), "--price", price,
                        "--street", street, "--postcode", postcode, "--city", "Lyon", "--lat", str(lat),
                        "--lon", str(lon), "--door", "Code 4815, second floor", "--wifi", "lilas / abeilles",
                        "--about", about, "--rules", rules, *(word for tag in tags for word in ("--tag", tag)))["id"]
    profile.ctl("open", space, "Mon-Fri 09:00-18:00")
    return space


@contextlib.contextmanager
def at(instant, directory, *profiles):
    """What happens in the block happens at @instant, at the directory too."""
    directory.restart(instant)
    for profile in profiles:
        profile.now = instant
    yield
    directory.restart(TODAY)
    for profile in profiles:
        profile.now = TODAY


def find(profile, directory, name):
    """The id of the listing of this name."""
    found = profile.ctl("search", "--directory", directory.url, "--near", "45.76,4.84", "--day", "2026-12-02",
                        "--radius", "20000")
    return next(listing["listing"] for listing in found if listing["name"] == name)


def _ask(guest, directory, listing, day, name, *rest):
    return guest.ctl("request", listing, day, "--directory", directory.url, "--name", name, *rest)["id"]


def make_guest(directory):
    """Somebody who looks for seats: one is theirs, one waits, one was refused, one is over."""
    host, guest = Profile(), Profile()
    with at(LAST_WEEK, directory, host, guest):
        for place in PLACES:
            host.ctl("publish", add_place(host, place), "--directory", directory.url)
        odile, atelier, serre = (find(guest, directory, place[0]) for place in PLACES[:3])
        over = _ask(guest, directory, odile, "2026-11-19", "Zoé Marchelin")
        host.ctl("sync")
        host.ctl("accept", over)
        guest.ctl("sync")
    taken = _ask(guest, directory, odile, "2026-11-27", "Zoé Marchelin", "--note", "Is there a hook for a bike?")
    refused = _ask(guest, directory, serre, "2026-11-30", "Zoé Marchelin")
    _ask(guest, directory, atelier, "2026-12-01", "Zoé Marchelin", "--part", "am")
    host.ctl("book", "La Petite Serre", "2026-11-27", "--guest", "Awa Sennequi")
    host.ctl("sync")
    host.ctl("accept", taken)
    host.ctl("decline", refused)
    guest.ctl("sync")
    guest.remember(directory=f"'{directory.url}'", visits="true", place="('Lyon', 45760000, 4842000)")
    return guest


def make_host(directory):
    """A published home that strangers ask for seats; the first of them waits for an answer within the hour,
    and Tuesday has filled since it was asked for."""
    host = Profile()
    with at(LAST_WEEK, directory, host):
        space = add_place(host, ("La Tablée des Lilas", *PLACES[0][1:]))
        host.ctl("publish", space, "--directory", directory.url)
    for name, instant, day, part, note in ASKERS:
        guest = Profile()
        with at(instant, directory, guest):
            _ask(guest, directory, find(guest, directory, "La Tablée des Lilas"), day, name, "--part", part,
                 *(("--note", note) if note else ()))
    host.ctl("sync")
    for name in ("Awa Sennequi", "Tomasz Wolarek", "Ilse Vandoorne"):
        host.ctl("book", space, "2026-12-01", "--guest", name)
    host.ctl("sync")
    host.remember(directory=f"'{directory.url}'")
    return host


@contextlib.contextmanager
def around(make):
    """A profile that @make filled, with its directory running."""
    with Directory() as directory:
        profile = make(directory)
        profile.directory = directory
        yield profile
