#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Money that comes in, from a terminal."""
import csv
import os

from desk import tap
from desk.profile import Profile
from desk.tap import same

TODAY = "2026-11-26"
SELLER = ("--name", "Marie Dupont", "--ei", "--street", "12 rue des Lilas", "--postcode", "69003", "--city", "Lyon",
          "--siret", "732 829 320 00074", "--iban", "FR76 3000 6000 0112 3456 7890 189")


def begin(*args):
    profile = Profile()
    space = profile.add_home("--price", "4", *args)
    zoe = profile.ask("member", "add", "--name", "Zoé Marchelin")["id"]
    return profile, space, profile.book(space, TODAY, "--member", zoe)["id"], zoe


def pay(profile, booking, *args, **options):
    return profile.ask("pay", booking, *args, keys=["payment", "receipt", "amount_minor"], **options)


def sound(profile):
    same(profile.ask("check"), {"ok": True, "problems": []})


@tap.story
def one_payment():
    """a receipt with it, nothing due any more, and in the ledger"""
    profile, space, booking, _ = begin()
    profile.ask("checkin", space, "--booking", booking)
    same(profile.ask("today", space)["here"][0]["due_minor"], 400)
    paid = pay(profile, booking, "--method", "cash")
    same((paid["receipt"], paid["amount_minor"]), ("2026-0001", 400))
    same(profile.ask("today", space)["here"][0]["due_minor"], 0)
    ledger = profile.ask("ledger", "--from", TODAY, "--to", TODAY, keys=["entries", "totals"])
    same(ledger["totals"], [{"currency": "EUR", "total_minor": 400}])
    same([(one["payment"], one["number"], one["amount_minor"]) for one in ledger["entries"]],
         [(paid["payment"], "2026-0001", 400)])
    same(profile.ask("ledger", "--from", "2026-11-27", "--to", "2026-11-28"), {"entries": [], "totals": []})
    profile.refuse(1, "already-paid", "pay", booking, "--method", "card")
    same(profile.ask("undo")["undone"], "pay")
    same(profile.ask("today", space)["here"][0]["due_minor"], 400)
    same(profile.ask("ledger")["totals"], [{"currency": "EUR", "total_minor": 0}])
    sound(profile)


@tap.story
def parts():
    """a part, the rest, and what is refused"""
    profile, space, booking, _ = begin()
    same(pay(profile, booking, "--method", "cash", "--amount", "1,50")["amount_minor"], 150)
    for status, code, word, *args in [
            (1, "too-much", "more than is due", "pay", booking, "--method", "card", "--amount", "2.51"),
            (2, "invalid", "cash given", "pay", booking, "--method", "cash", "--given", "2.49"),
            (2, "invalid", "IBAN", "space", "seller", space, "--iban", "FR7630006000011234567890180"),
            (2, "invalid", "code of a bank", "space", "seller", space, "--bic", "AGRI"),
            (2, "invalid", "SIREN", "space", "seller", space, "--siren", "73282932"),
            (2, "invalid", "SIRET", "space", "seller", space, "--siren", "732829320", "--siret", "73282932100074"),
            (2, "invalid", "country", "space", "seller", space, "--country", "fr")]:
        assert word in profile.refuse(status, code, *args)["message"], word
    profile.refuse(2, "invalid", "pay", booking, "--method", "card", "--amount", "0")
    profile.refuse(2, "invalid", "pay", booking, "--method", "card", "--amount", "-1")
    profile.refuse(2, "invalid", "pay", booking, "--method", "card", "--amount", "99999999999999999999")
    profile.refuse(2, "invalid", "pay", booking, "--method", "shells")
    profile.refuse(2, "invalid", "pay", booking)
    profile.refuse(2, "invalid", "pay", booking, "--method", "card", "--given", "5")
    profile.refuse(1, "not-found", "pay", "no-such-booking", "--method", "cash")
    text = profile.tell("pay", booking, "--method", "cash", "--given", "10")
    assert "€2.50" in text and "2026-0002" in text and "€7.50" in text, text
    sound(profile)


@tap.story
def passes():
    """a pass makes no receipt, buying one does"""
    profile, space, booking, zoe = begin()
    profile.refuse(1, "no-pass", "pay", booking, "--method", "pass")
    profile.ask("pass", "sell", "--member", zoe, "--days", "10", "--price", "36", "--method", "card")
    same([one["number"] for one in profile.ask("ledger")["entries"]], ["2026-0001"])
    same(pay(profile, booking, "--method", "pass"), {"payment": None, "receipt": None, "amount_minor": 400})
    owed = profile.ask("pass", "sell", "--member", zoe, "--days", "5", "--price", "20")["id"]
    same(pay(profile, owed, "--method", "transfer")["amount_minor"], 2000)
    same(profile.ask("ledger")["totals"], [{"currency": "EUR", "total_minor": 5600}])
    sound(profile)


@tap.story
def papers():
    """a receipt as a PDF, an invoice for a month, a credit note, and who sells"""
    profile, space, booking, zoe = begin()
    paid = pay(profile, booking, "--method", "transfer", "--amount", "1")
    pdf = profile.path("receipt.pdf")
    profile.ask("receipt", paid["payment"], "--pdf", pdf)
    with open(pdf, "rb") as file:
        same(file.read(5), b"%PDF-")
    profile.refuse(1, "not-empty", "receipt", paid["payment"], "--pdf", pdf)
    profile.refuse(1, "not-found", "receipt", "2026-0002")
    same(profile.ask("receipt", "2026-0001", keys=["id", "number", "total_minor", "currency"])["total_minor"], 100)

    month = ("--member", zoe, "--month", "2026-11")
    profile.refuse(1, "no-seller", "invoice", *month)
    profile.refuse(2, "invalid", "invoice")
    profile.refuse(2, "invalid", "invoice", booking, *month)
    profile.refuse(2, "invalid", "invoice", "--member", zoe, "--month", "November")
    same(profile.ask("space", "seller", space)["said"], False)
    said = profile.ask("space", "seller", space, *SELLER)
    same((said["siren"], said["iban"], said["ei"], said["said"]), ("732829320", "FR7630006000011234567890189", True, True))
    profile.refuse(2, "invalid", "space", "seller", space, "--iban", "FR7630006000011234567890188")
    profile.refuse(2, "invalid", "space", "seller", space, "--vat-rate", "200")
    profile.refuse(2, "invalid", "space", "seller", space, "--ei", "--no-ei")
    invoice = profile.ask("invoice", *month, "--company", "Marchelin SARL")
    same((invoice["number"], invoice["total_minor"]), ("F2026-0001", 400))
    profile.refuse(1, "already-invoiced", "invoice", booking)
    profile.refuse(1, "not-found", "invoice", *month)
    profile.ask("receipt", "F2026-0001", "--pdf", profile.path("invoice.pdf"))
    same(profile.ask("credit", "F2026-0001")["number"], "A2026-0001")
    profile.refuse(1, "bad-state", "credit", "F2026-0001")
    same(profile.ask("invoice", booking)["number"], "F2026-0002")
    sound(profile)


@tap.story
def refunds():
    """what was given back is due again; it is not given back twice"""
    profile, space, booking, _ = begin()
    paid = pay(profile, booking, "--method", "card")
    profile.ask("checkin", space, "--booking", booking)
    back = profile.ask("refund", paid["payment"], keys=["payment", "receipt", "amount_minor"])
    same((back["receipt"], back["amount_minor"]), ("A2026-0001", -400))
    profile.refuse(1, "bad-state", "refund", paid["payment"])
    same(profile.ask("today", space)["here"][0]["due_minor"], 400)
    same([one["refunds"] for one in profile.ask("ledger")["entries"]], [None, paid["payment"]])
    sound(profile)


@tap.story
def table():
    """a table for an accountant, in which nothing is a formula"""
    profile, space, booking, _ = begin()
    profile.ask("refund", pay(profile, booking, "--method", "cash")["payment"])
    file = profile.path("payments.csv")
    profile.ask("ledger", "--csv", file)
    with open(file, encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    same([(row["number"], row["method"], row["received"], row["returned"], row["currency"]) for row in rows],
         [("2026-0001", "cash", "4.00", "", "EUR"), ("A2026-0001", "cash", "", "4.00", "EUR")])
    assert not any(cell[:1] in "=+-@\t\r" for row in rows for cell in row.values() if cell), rows
    same(os.stat(file).st_mode & 0o777, 0o600)
    profile.refuse(1, "not-empty", "ledger", "--csv", file)


@tap.story
def currencies():
    """yen have no decimals, dinars three; a sum is of one currency"""
    profile = Profile()
    spaces = {code: profile.ask("space", "add", "--name", code, "--kind", "coworking", "--seats", "3", "--price", price,
                                "--currency", code)["id"]
              for code, price in (("JPY", "500"), ("BHD", "1.250"))}
    for code, space in spaces.items():
        profile.ask("open", space, "Mon-Fri 09:00-18:00")
        booking = profile.book(space, TODAY, "--guest", "Noor")["id"]
        if code == "JPY":
            profile.refuse(2, "invalid", "pay", booking, "--method", "cash", "--amount", "1.5")
            pay(profile, booking, "--method", "cash")
        else:
            same(pay(profile, booking, "--method", "cash", "--amount", "0.125")["amount_minor"], 125)
    same(profile.ask("ledger")["totals"], [{"currency": "JPY", "total_minor": 500}, {"currency": "BHD", "total_minor": 125}])
    file = profile.path("payments.csv")
    profile.ask("ledger", "--csv", file)
    with open(file, encoding="utf-8-sig", newline="") as text:
        same([row["received"] for row in csv.DictReader(text)], ["500", "0.125"])
    sound(profile)


@tap.story
def day():
    """the end of a day: what was counted, what was expected, and a seal"""
    profile, space, booking, _ = begin()
    pay(profile, booking, "--method", "cash")
    expected = profile.ask("close-day", space)
    same((expected["id"], expected["expected_minor"]), ("", 400))
    profile.refuse(2, "invalid", "close-day", space, "--left", "1")
    profile.refuse(2, "invalid", "close-day", space, "--counted", "1", "--left", "2")
    closed = profile.ask("close-day", space, "--counted", "3.50", "--left", "1",
                         keys=["id", "day", "currency", "expected_minor", "counted_minor", "difference_minor", "left_minor", "head"])
    same((closed["day"], closed["difference_minor"], len(closed["head"])), (TODAY, -50, 64))
    same(profile.ask("close-day", space)["expected_minor"], 100)
    profile.ask("close-day", space, "--counted", "1", "--pdf", profile.path("day.pdf"))
    with open(profile.path("day.pdf"), "rb") as file:
        same(file.read(5), b"%PDF-")
    sound(profile)


@tap.story
def erased():
    """who is erased is in no receipt, and an invoice that is kept says so"""
    profile, space, booking, zoe = begin()
    pay(profile, booking, "--method", "cash")
    profile.ask("space", "seller", space, *SELLER)
    profile.ask("invoice", booking, "--company", "Marchelin SARL")
    same(profile.ask("member", "erase", zoe)["kept"]["invoices"], 1)
    with open(profile.database, "rb") as file:
        same(file.read().count("Zoé Marchelin".encode()), 1)
    same(profile.ask("receipt", "F2026-0001")["total_minor"], 400)
    same(profile.ask("ledger")["totals"], [{"currency": "EUR", "total_minor": 400}])
    sound(profile)


@tap.story
def restored():
    """a number that was given after the backup is never given again"""
    profile, space, booking, _ = begin()
    copy = profile.path("copy.db")
    profile.ask("backup", copy)
    same(pay(profile, booking, "--method", "cash", "--amount", "1")["receipt"], "2026-0001")
    profile.ask("restore", copy)
    same(pay(profile, booking, "--method", "cash", "--amount", "1")["receipt"], "R1-2026-0001")
    sound(profile)


tap.main()
