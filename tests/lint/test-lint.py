#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every check of the sources: the tree passes, and a planted fault does not."""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)

import catalogue
import data_files
import sources

SPDX = "/* SPDX-License-Identifier: AGPL-3.0-or-later */\n"
APP = data_files.APP

# For each check a file and a text with which it must find something.
PLANTED = {
    sources.layers: ("src/core/foyer-planted.c", SPDX + '#include "ui/foyer-window.h"\n'),
    sources.licences: ("src/core/foyer-planted.c", "int x;\n"),
    sources.lengths: ("src/core/foyer-planted.c", SPDX + "int x;\n" * 701),
    sources.white_space: ("src/core/foyer-planted.c", SPDX + "int x; \n"),
    sources.replaced_rows: ("resources/planted.sql", "INSERT OR REPLACE INTO person VALUES (1);\n"),
    sources.printed_sql: ("src/storage/foyer-planted.c", 'x = g_strdup_printf (a\n  "SELECT %s", b);\n'),
    sources.sql_place: ("src/ui/foyer-planted.c", '#include "storage/db/foyer-db.h"\n'),
    sources.markup: ("src/ui/foyer-planted.c", "gtk_label_set_markup (label, text);\n"),
    sources.money: ("src/core/foyer-planted.c", "double price;\n"),
    sources.waiting: ("tests/ui/planted.py", "time.sleep(1)\n"),
    sources.clocks: ("src/ui/foyer-planted.c", "x = g_get_real_time ();\n"),
    sources.names: ("src/ui/foyer-utils.c", SPDX),
    sources.marks: ("src/ui/foyer-planted.c", "/* TODO */\n"),
    sources.listed: ("src/ui/foyer-planted.c", SPDX),
    sources.documented: ("src/core/foyer-planted.h", "int foyer_planted_get (void);\n"),
    sources.tested: ("src/core/foyer-planted.c", SPDX),
    sources.leaving: ("src/core/foyer-planted.c", "goto out;\n"),
    catalogue.listed: ("src/ui/foyer-planted.c", 'x = _("New words");\n'),
    catalogue.french: ("src/words/foyer-words.c", 'x = _("Words that nobody translated");\n'),
    data_files.manual: ("src/cli/foyer-planted.c", '.name = "dance",\n'),
    data_files.sandbox: ("flatpak.json", '{"id": "%s", "finish-args": ["--filesystem=home"]}\n' % APP),
    data_files.desktop: (f"data/{APP}.desktop.in", "[Desktop Entry]\nType=Application\n"),
    data_files.metainfo: (f"data/{APP}.metainfo.xml.in", "<component/>\n"),
    data_files.schema: (f"data/{APP}.gschema.xml", "<schemalist><schema id='x'><key name='k' type='i'/></schema></schemalist>\n"),
    data_files.templates: ("src/ui/foyer-planted.blp", "using Gtk 4.0;\nBox{ }\n"),
    data_files.shell: ("dev", "if\n"),
}


def read_tree():
    tree = {}
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders
                      if name not in (".git", "__pycache__") and not name.startswith("build")
                      or name == "build-aux"]
        for name in files:
            path = os.path.join(folder, name)
            try:
                with open(path, encoding="utf-8") as text:
                    tree[os.path.relpath(path, ROOT)] = text.read()
            except (UnicodeDecodeError, OSError):
                continue
    return tree


def main():
    tree = read_tree()
    checks = sources.ALL + catalogue.ALL + data_files.ALL
    assert set(checks) == set(PLANTED), "each check has a planted fault"
    print("TAP version 14")
    print(f"1..{2 * len(checks)}")
    number = 0
    for check in checks:
        name = f"{check.__module__} {check.__name__}"
        faults = check(tree)
        number += 1
        print(f"{'not ' if faults else ''}ok {number} {name}")
        for fault in faults[:40]:
            print("# " + fault)

        path, text = PLANTED[check]
        number += 1
        found = set(check({**tree, path: text})) - set(faults)
        print(f"{'' if found else 'not '}ok {number} {name} finds a planted fault")


main()
