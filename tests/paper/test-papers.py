#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Papers about money, as other programs read them and as they look."""
import os
import subprocess
import tempfile
import xml.etree.ElementTree

import sheets
from desk import tap
from desk.tap import same

FOLDER = tempfile.mkdtemp(prefix="foyer-papers-")
PAPERS = ("receipt", "till-receipt", "till-credit-note", "invoice", "credit-note", "long-invoice", "long-till-receipt",
          "day-close", "month", "empty-month", "long-month", "odd", "odd-till")
PAYLOAD = "BCD\n002\n1\nSCT\n\nMarie Dupont\nFR7630006000011234567890189\nEUR52.00\n\nRF58F20260143"


def write():
    subprocess.run([os.environ["FOYER_WRITE_PAPERS"], FOLDER], check=True, timeout=120)


def path(name):
    return os.path.join(FOLDER, name + ".pdf")


def in_order(text, *parts):
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"{part!r} does not stand behind what comes before it in\n{text}"
        at = found + len(part)


def read_raw(name):
    """A PDF that can be read by people, and what it says about itself in XMP."""
    raw = sheets.run("qpdf", "--qdf", "--object-streams=disable", path(name), "-")
    return raw, raw[raw.index(b"<?xpacket begin"):raw.index(b"<?xpacket end")].decode()


@tap.story
def sound():
    """every paper is a sound PDF with its fonts in it, its language and its title"""
    for name in PAPERS:
        sheets.run("qpdf", "--check", path(name))
        fonts = sheets.fonts(path(name))
        assert fonts and all(embedded == "yes" for _font, embedded in fonts), (name, fonts)
        info = sheets.info(path(name))
        same(info["Tagged"].strip(), "yes", name)
        same(info["Producer"].strip(), "Foyer", name)
        raw, xmp = read_raw(name)
        assert b"/Lang (fr)" in raw, name
        xml.etree.ElementTree.fromstring(xmp[xmp.index("<x:xmpmeta"):])
        same(info["CreationDate"].strip(), "Thu Nov 26 09:31:12 2026 UTC", name)
    info = sheets.info(path("invoice"))
    same(info["Title"].strip(), "Facture F2026-0143")
    same(info["Author"].strip(), "La Tablée des Lilas")


@tap.story
def same_bytes():
    """the same document gives the same bytes, whatever the clock says"""
    def read():
        return {name: open(path(name), "rb").read() for name in PAPERS}
    before = read()
    write()
    same([name for name in PAPERS if before[name] != read()[name]], [])


@tap.story
def archive():
    """a paper says by itself that it is PDF/A-3b, and the same in both places where it says who made it"""
    raw, xmp = read_raw("receipt")
    for words in ("<pdfaid:part>3<", "<pdfaid:conformance>B<", ">Reçu 2026-0001<", ">La Tablée des Lilas<", ">fr<",
                  "<pdf:Producer>Foyer<", "<xmp:CreatorTool>Foyer<", "<xmp:CreateDate>2026-11-26T09:31:12Z<"):
        assert words in xmp, (words, xmp)
    for words in (b"/CreationDate (D:20261126093112Z)", b"/OutputIntents", b"/GTS_PDFA1", b"/MarkInfo"):
        assert words in raw, words
    assert b"factur" not in raw


@tap.story
def factur_x():
    """the invoice for programs is in the invoice for people, byte for byte"""
    same(sheets.run("pdfdetach", "-list", path("invoice")).decode().splitlines(), ["1 embedded files", "1: factur-x.xml"])
    taken = os.path.join(FOLDER, "taken.xml")
    sheets.run("pdfdetach", "-save", "1", "-o", taken, path("invoice"))
    with open(taken, encoding="utf-8") as file:
        same(file.read(), '<?xml version="1.0"?><CrossIndustryInvoice/>\n')
    raw, _xmp = read_raw("invoice")
    for words in (b"<fx:ConformanceLevel>EN 16931<", b"<fx:DocumentFileName>factur-x.xml<", b"<fx:DocumentType>INVOICE<",
                  b"<fx:Version>1.0<", b"urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", b"/AFRelationship /Alternative",
                  b"/AF [", b"/Subtype /text#2fxml"):
        assert words in raw, words


@tap.story
def order():
    """its text can be read aloud: from the head to the foot, a row after the other"""
    in_order(sheets.text(path("invoice"), "-raw"), "Facture", "F2026-0143", "La Tablée des Lilas", "SIRET 732 829 320 00074",
             "Atelier Marchelin SARL", "69002 Lyon", "Date d’émission", "26 novembre 2026", "Prestation", "2 novembre 2026",
             "4,00", "14 novembre 2026", "À payer", "52,00", "Payer par virement", "Marie Dupont",
             "FR76 3000 6000 0112 3456 7890 189", "RF58 F202 6014 3", "art. 293 B du CGI", "40 €")
    structure = sheets.run("pdfinfo", "-struct", path("invoice")).decode()
    same(structure.count("H1"), 1)
    same(structure.count("TR"), 14)
    same(structure.count("TD"), 13 * 4)


@tap.story
def code():
    """a camera reads the transfer from the paper as it was handed in, and the text beside it says the same"""
    same(sheets.codes(path("invoice")).rstrip("\n"), PAYLOAD)


@tap.story
def thousand():
    """a thousand lines stand on numbered pages, each once, with their heads"""
    text = sheets.text(path("long-invoice"), "-raw")
    pages = text.rstrip("\f").split("\f")
    same(text.count("Journée de coworking"), 1000)
    for number, page in enumerate(pages, 1):
        assert f"Page {number} sur {len(pages)}" in page, page
        assert "F2026-0143" in page, page
    assert "Total 52,00" in pages[-1] and "Journée" in pages[-1], pages[-1]
    till = sheets.text(path("long-till-receipt"), "-raw")
    same(till.count("Journée de coworking"), 1000)
    month = sheets.text(path("long-month"), "-raw")
    for number in range(1, 1001):
        same(month.count(f"2026-{number:04}"), 1, number)


@tap.story
def odd():
    """what people type is only ever text: no markup, no control, and names of any script and length"""
    for name in ("odd", "odd-till"):
        text = sheets.text(path(name), "-raw")
        assert "<span size='99999'>&amp; %s %n</span>" in text.replace("\n", " "), text
        assert not any(letter < " " and letter not in "\n\f" for letter in text), repr(text)
        assert "\u202e" not in text, text
        assert "92 233 720 368 547 758,07" in text.replace("\u00a0", " "), text
    same(sheets.info(path("odd"))["Author"].strip().split()[0][:3], "<b>")


@tap.story
def looks():
    """each kind of paper looks as somebody approved it"""
    for name in ("receipt", "till-receipt", "till-credit-note", "invoice", "credit-note", "day-close", "month"):
        sheets.compare(path(name), name)
    sheets.compare(path("long-invoice"), "long-invoice-2", page=2)


write()
tap.main()
