#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Receipts, invoices and credit notes, word for word, in both languages."""
import os
import subprocess
import tempfile

import sheets
from desk import tap
from desk.tap import same


def write(locale, language):
    folder = tempfile.mkdtemp(prefix="foyer-documents-")
    subprocess.run([os.environ["FOYER_WRITE_DOCUMENTS"], folder], check=True, timeout=60,
                   env={**os.environ, "LC_ALL": locale, "LANGUAGE": language})

    def path(name):
        return os.path.join(folder, name + ".pdf")

    def read(name):
        return " ".join(sheets.text(path(name), "-raw").replace("\u00a0", " ").replace("\u202f", " ").split())
    read.path = path
    return read


def says(text, *parts):
    for part in parts:
        assert part in text, (part, text)


def keeps_quiet(text, *parts):
    for part in parts:
        assert part not in text, (part, text)


@tap.story
def english():
    """in English, a French host's documents say what they must, and the exemption in its own words"""
    read = write("C.UTF-8", "en")
    for name in ("receipt", "till"):
        says(read(name), "Receipt", "2026-0001", "La Tablée des Lilas", "Marie Dupont EI", "12 rue des Lilas", "69003 Lyon",
             "SIRET 732 829 320 00074", "Issued on", "26 November 2026", "24 November 2026", "Journée de coworking",
             "€4.00", "Paid in cash, 26 November 2026", "TVA non applicable, art. 293 B du CGI")
        keeps_quiet(read(name), "Billed to", "penalties", "To pay", "VAT")
    says(read("receipt"), "Page 1 of 1")
    says(read("due"), "Invoice", "F2026-0001", "Billed to", "Atelier Marchelin SARL", "Zoé Marchelin", "SIREN 552 100 554",
         "24 November 2026 – 26 November 2026", "Total €12.00", "Already paid €4.00", "To pay €8.00", "RF58 F202 6014 3",
         "To be paid by 26 December 2026", "provision of services", "No discount", "plus 10 points", "€40.00",
         "TVA non applicable, art. 293 B du CGI", "To pay by bank transfer", "Account holder Marie Dupont",
         "IBAN FR76 3000 6000 0112 3456 7890 189", "Amount €8.00")
    same(sheets.codes(read.path("due")).rstrip("\n"),
         "BCD\n002\n1\nSCT\n\nMarie Dupont\nFR7630006000011234567890189\nEUR8.00\n\nRF58F20260143")
    for name in ("receipt", "taxed", "credit-note"):
        keeps_quiet(read(name), "IBAN")
    says(read("taxed"), "Total excl. VAT €6.67", "VAT 20 % €1.33", "Total incl. VAT €8.00", "€3.33", "VAT no. FR40732829320",
         "Paid by card, 26 November 2026", "Zoé Marchelin")
    keeps_quiet(read("taxed"), "293 B", "penalties", "To pay")
    says(read("credit-note"), "Credit note", "A2026-0001", "Corrects F2026-0001", "Total given back €4.00",
         "Given back by bank transfer, 26 November 2026")
    keeps_quiet(read("credit-note"), "penalties", "To be paid")


@tap.story
def reports():
    """the close of a day and the list of a month say what was taken, and add nothing up twice"""
    read = write("C.UTF-8", "en")
    says(read("day-close"), "Day Close", "La Tablée des Lilas · 26 November 2026", "Counted €76.00", "Expected €80.00",
         "Difference −€4.00", "Cash 8 €32.00 €4.00 €28.00", "Bank transfer 2 €44.00 €0.00 €44.00", "Card 0 €0.00",
         "Total of the day €72.00", "9f86d081 884c7d65 9a2feaa0 c55ad015 a3bf4f1b 2b0b822c d15d6c15 b0f00a08", "Counted by")
    says(read("month"), "Documents of the Month", "November 2026", "26 Nov 2026-0001 Receipt Cash €4.00",
         "A2026-0001 Credit note Atelier Marchelin SARL Bank transfer −€4.00", "1 receipt €4.00", "0 invoices €0.00",
         "1 credit note −€4.00")
    keeps_quiet(read("month"), "VAT")
    says(read("taxed-month"), "F2026-0002 Invoice Zoé Marchelin Card €6.67 €1.33 €8.00", "1 invoice €8.00")
    says(read("empty-month"), "Nothing was issued in this month.")


@tap.story
def french():
    """in French, they are what a French accountant expects"""
    read = write("fr_FR.UTF-8", "fr")
    says(read("receipt"), "Reçu", "2026-0001", "Marie Dupont EI", "Date d’émission", "26 novembre 2026", "4,00 €",
         "Payé en espèces le 26 novembre 2026", "TVA non applicable, art. 293 B du CGI", "Page 1 sur 1")
    says(read("due"), "Facture", "Facturé à", "Date de la prestation", "Déjà payé 4,00 €", "À payer 8,00 €",
         "Catégorie de l’opération : prestation de services. Pas d’escompte", "majoré de 10 points",
         "indemnité forfaitaire de 40,00 €", "art. L441-10 et D441-5 du code de commerce")
    says(read("taxed"), "Total HT 6,67 €", "TVA 20 % 1,33 €", "Total TTC 8,00 €", "Prix unitaire HT", "3,33 €",
         "N° TVA FR40732829320", "Payé par carte le")
    says(read("credit-note"), "Avoir", "Corrige F2026-0001", "Total remboursé 4,00 €", "Remboursé par virement le")
    says(read("day-close"), "Clôture de caisse", "Compté 76,00 €", "Attendu 80,00 €", "Écart −4,00 €", "Espèces", "Virement",
         "Carte")
    says(read("month"), "Documents du mois", "Novembre 2026", "1 reçu 4,00 €", "1 avoir −4,00 €")


tap.main()
