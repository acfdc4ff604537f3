# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every file of the sources has to keep. A check takes the tree, a dictionary of
paths and texts, and returns the faults."""
import re

LAYERS = {
    # A layer may include itself and what stands behind it.
    "core": {"core"},
    "exchange": {"exchange", "core"},
    "paper": {"paper", "core"},
    "protocol": {"protocol", "core"},
    "directory": {"directory", "protocol", "core"},
    "storage": {"storage", "core"},
    "sync": {"sync", "exchange", "protocol", "storage", "core"},
    "words": {"words", "paper", "sync", "storage", "core"},
    "cli": {"cli", "words", "paper", "sync", "protocol", "storage", "core"},
    "ui": {"ui", "words", "paper", "sync", "protocol", "storage", "core"},
}
# Headers from outside that only some layers may see.
OUTSIDE = {
    "gtk/": {"ui"}, "adwaita.h": {"ui"}, "gdk/": {"ui"}, "pango/": {"paper", "ui"}, "cairo": {"paper", "ui"}, "qrencode.h": {"paper"},
    "qpdf/": {"paper"}, "lcms2.h": {"paper"},
    "sqlite3.h": {"storage", "directory"}, "microhttpd.h": {"directory"},
    "json-glib/": {"cli", "protocol", "words"}, "sodium.h": {"protocol"},
    "libsoup/": {"sync"}, "libical/": {"exchange"}, "gdk-pixbuf/": {"exchange", "ui"}, "dex.h": set(), "libdex.h": set(),
    "locale.h": {"words", "cli", "ui", "directory"}, "glib/gi18n.h": {"words", "cli", "ui"},
    "glib/gi18n-lib.h": {"words", "cli", "ui", "storage", "directory"},
}

CODE = (".c", ".h")
TEXT = CODE + (".py", ".sh", ".blp", ".css", ".sql", ".build", ".md", ".po", ".in", ".xml", ".json")
MOST_LINES = 700
SCRIPTS = ("dev", ".ci/run", "build-aux/update-po")
# Where text made by Foyer itself may be markup.
MARKUP_ALLOWED = set()


def lines(tree, endings, under="src/"):
    for path in sorted(tree):
        if path.startswith(under) and path.endswith(endings):
            for number, line in enumerate(tree[path].splitlines(), 1):
                yield path, number, line


def layers(tree):
    """Includes point one way."""
    faults = []
    for path, number, line in lines(tree, CODE):
        match = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
        if not match:
            continue
        layer, name = path.split("/")[1], match[2]
        if layer not in LAYERS:
            faults.append(f"{path}: the layer {layer} has no entry in the table of layers")
        elif match[1] == '"':
            other = name.split("/")[0]
            generated = "/" not in name and f"src/{layer}/{name}" not in tree
            if generated:
                continue
            if "/" not in name:
                faults.append(f'{path}:{number}: include by the layer\'s path, not "{name}"')
            elif other not in LAYERS[layer]:
                faults.append(f"{path}:{number}: {layer} must not include {other}")
        else:
            for outside, allowed in OUTSIDE.items():
                if name.startswith(outside) and layer not in allowed:
                    faults.append(f"{path}:{number}: {layer} must not include <{name}>")
    return faults


def licences(tree):
    """Two lines of SPDX, or one where a file is only a list."""
    faults = []
    for path, text in tree.items():
        source = path.endswith(CODE + (".py", ".sh")) or path in SCRIPTS
        if not source and not path.endswith((".blp", ".css", ".sql", ".build", ".svg")):
            continue
        if "SPDX-License-Identifier: AGPL-3.0-or-later" not in text[:400]:
            faults.append(f"{path}: no SPDX-License-Identifier")
        elif source and "SPDX-FileCopyrightText: The Foyer contributors" not in text[:400]:
            faults.append(f"{path}: no SPDX-FileCopyrightText")
    return faults


def lengths(tree):
    """A file says one thing."""
    return [f"{path}: {len(text.splitlines())} lines, the most is {MOST_LINES}"
            for path, text in tree.items()
            if path.endswith(CODE + (".py", ".sh", ".blp", ".css"))
            and len(text.splitlines()) > MOST_LINES]


def white_space(tree):
    faults = []
    for path, text in tree.items():
        if not path.endswith(TEXT):
            continue
        if text and not text.endswith("\n"):
            faults.append(f"{path}: no line feed at its end")
        for number, line in enumerate(text.split("\n"), 1):
            if line != line.rstrip():
                faults.append(f"{path}:{number}: blanks at the end")
            if "\t" in line and path.endswith(CODE + (".py", ".blp", ".css")):
                faults.append(f"{path}:{number}: a tab")
    return faults


PRINTF = re.compile(r"\b(g_strdup_v?printf|g_v?snprintf|snprintf|sprintf|g_strconcat|"
                    r"g_string_(append|prepend|insert)(_printf)?|g_string_printf|sqlite3_v?m?n?printf)\s*\(")
STATEMENT = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|REPLACE|PRAGMA|ATTACH|VACUUM|CREATE|DROP)\b")
# PRAGMA user_version takes no parameter; its number is the migration's own.
PRINTED_SQL_ALLOWED = {"src/storage/db/foyer-migrations.c"}


def without_comments(text):
    """C text whose comments are blanks, so that its lines keep their numbers."""
    out, at = [], 0
    while at < len(text):
        end = at + 1
        if text.startswith("/*", at):
            end = text.find("*/", at + 2)
            end = len(text) if end < 0 else end + 2
            out.append(re.sub(r"[^\n]", " ", text[at:end]))
        elif text[at] in "\"'":
            while end < len(text) and text[end] != text[at]:
                end += 2 if text[end] == "\\" else 1
            end += 1
            out.append(text[at:end])
        else:
            out.append(text[at])
        at = end
    return "".join(out)


def replaced_rows(tree):
    """REPLACE deletes a row and its children behind the triggers' back."""
    return [f"{path}:{number}: REPLACE deletes rows"
            for path, number, line in lines(tree, (".c", ".h", ".sql"), "")
            if path.startswith(("src/", "resources/"))
            and re.search(r"\bINSERT\s+OR\s+REPLACE\b|\bREPLACE\s+INTO\b", line, re.IGNORECASE)]


def printed_sql(tree):
    """Values are bound; no statement is put together, however many lines its call has."""
    faults = []
    for path in sorted(tree):
        if not (path.startswith("src/") and path.endswith(".c")) or path in PRINTED_SQL_ALLOWED:
            continue
        text = without_comments(tree[path])
        for call in PRINTF.finditer(text):
            end = text.find(";", call.start())
            strings = re.findall(r'"(?:[^"\\]|\\.)*"', text[call.start():end])
            if any(STATEMENT.search(string) for string in strings):
                number = text.count("\n", 0, call.start()) + 1
                faults.append(f"{path}:{number}: a statement is printed together, bind its values")
    return faults


def sql_place(tree):
    """Statements, SQLite and the inside of the store stay in the store."""
    faults = []
    for path, number, line in lines(tree, CODE):
        if path.startswith(("src/storage/", "src/directory/store/")):
            continue
        if re.search(r'\bsqlite3_|"\s*(SELECT .+ FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA )', line):
            faults.append(f"{path}:{number}: SQL outside storage")
        if re.match(r'\s*#\s*include\s+"(storage/(.+/|.+-private)|directory/store/.+/)', line):
            faults.append(f"{path}:{number}: programs see the facade of the store alone")
    return faults


def markup(tree):
    """Text from people is never markup."""
    faults = []
    pattern = re.compile(r"set_markup|tooltip[-_]markup|use[-_]markup\s*[:,(]\s*(true|TRUE)|use_markup\s*\([^)]*TRUE"
                         r"|pango_parse_markup|g_markup_printf_escaped")
    for path, number, line in lines(tree, (".c", ".h", ".blp")):
        if pattern.search(line) and path not in MARKUP_ALLOWED:
            faults.append(f"{path}:{number}: markup")
    return faults


def money(tree):
    """No fractions of a cent, no places by rounding."""
    return [f"{path}:{number}: {match[1]} in core"
            for path, number, line in lines(tree, CODE, "src/core/")
            for match in [re.search(r"\b(double|float|gdouble|gfloat|long double)\b",
                                    re.sub(r"/\*.*|^\s*\*.*|//.*", "", line))] if match]


def waiting(tree):
    """Nothing waits by the clock, nothing runs on a shared pool of threads."""
    faults = []
    for path, number, line in lines(tree, CODE):
        for call in ("g_task_run_in_thread", "g_usleep", "usleep", "sleep"):
            if re.search(rf"\b{call}\s*\(", line):
                faults.append(f"{path}:{number}: {call}")
    for path, number, line in lines(tree, (".py", ".c"), "tests/"):
        if re.search(r"\btime\.sleep\s*\(|\b(g_)?usleep\s*\(|(?<![\w.])sleep\s*\(", line) \
                and not path.startswith("tests/lint/"):
            faults.append(f"{path}:{number}: waits by the clock, wait for the event")
    return faults


def clocks(tree):
    """One place reads the wall clock; everybody else is given it."""
    allowed = {"src/core/foyer-clock.c"}
    pattern = re.compile(r"\b(g_get_real_time|g_date_time_new_now\w*|time\s*\(\s*NULL|gettimeofday|CLOCK_REALTIME)\b")
    return [f"{path}:{number}: reads the wall clock"
            for path, number, line in lines(tree, CODE)
            if path not in allowed and pattern.search(line)]


def names(tree):
    """A file's name says what is in it."""
    faults = []
    for path in tree:
        if path.startswith("src/") and re.search(r"(utils?|helpers?|common|misc)\.[ch]$", path):
            faults.append(f"{path}: a name that says nothing")
        if path.startswith("src/") and path.endswith(CODE) \
                and not re.search(r"/(foyer-[a-z0-9-]+|main)\.[ch]$", path):
            faults.append(f"{path}: not foyer-NAME")
    return faults


def marks(tree):
    """Nothing half done."""
    pattern = re.compile(r"(?<!\")\b(TODO|FIXME|XXX|HACK)\b")   # "XXX" is a currency
    return [f"{path}:{number}: {pattern.search(line)[1]}"
            for path, number, line in lines(tree, CODE + (".py", ".blp", ".css", ".sql", ".sh"), "")
            if pattern.search(line) and not path.startswith("tests/lint/")]


def listed(tree):
    """Each source and template is in a meson.build at or above its folder."""
    faults = []
    for path in tree:
        if not (path.startswith("src/") and path.endswith((".c", ".blp"))):
            continue
        folder, rest, found = path.rsplit("/", 1)[0], path.rsplit("/", 1)[1], False
        while folder:
            build = tree.get(folder + "/meson.build", "")
            stem = rest.rsplit(".", 1)[0]
            if f"'{rest}'" in build or f"'{stem}'" in build:
                found = True
                break
            folder, _, last = folder.rpartition("/")
            rest = last + "/" + rest
        if not found:
            faults.append(f"{path}: in no meson.build")
    return faults


def documented(tree):
    """Every public function of the lower layers says what it means."""
    faults = []
    for path, text in tree.items():
        if not re.match(r"src/(core|protocol|storage|words)/foyer-[a-z0-9-]+(?<!-private)\.h$", path):
            continue                     # deeper folders are a layer's own
        source = tree.get(path[:-2] + ".c", "")
        folder = path.rsplit("/", 1)[0]
        beside = "".join(body for other, body in tree.items()
                         if other.startswith(folder + "/") and other.endswith(".c"))
        for name in re.findall(r"^\s*(?:[\w*]+[\s*]+)+?(foyer_\w+)\s*\(", text, re.MULTILINE):
            if name.endswith(("_get_type", "_quark", "_finish", "_free", "_ref", "_unref")) or re.search(rf"\*\s+{name}:", text + source + beside):
                continue
            # A comment that stands directly above its declaration, or beside it, counts too.
            if re.search(rf"(\*/\s*\n(?:[\w*\s]+\n?)?[^\n;]*\b{name}\s*\()|(\b{name}\s*\([^;]*;\s*/\*)", text):
                continue
            faults.append(f"{path}: {name} is not documented")
    return faults


# Sources of core that a test of another name covers.
TESTED_ELSEWHERE = {"currency": "money", "booking": "booking-state"}
# Verbs whose tests go through a program, and which.
TESTED_BY_PROGRAMS = {
    "list_spaces": "foyerctl space list",
    "add_rule": "foyerctl open SPACE RULE",
    "list_held": "foyerctl close, and the calendar's sheet",
    "get_week": "the opening hours in the window",
    "sample": "foyerctl sample",
}


def tested(tree):
    """Each source of core has its test; each verb of the store is asked for by some test."""
    faults = []
    for path in sorted(tree):
        match = re.match(r"src/core/foyer-([a-z0-9-]+)\.c$", path)
        if match and f"tests/core/test-{TESTED_ELSEWHERE.get(match[1], match[1])}.c" not in tree:
            faults.append(f"{path}: no tests/core/test-{match[1]}.c")
    tests = "".join(text for path, text in tree.items()
                    if path.startswith("tests/") and path.endswith(".c"))
    for path in sorted(tree):
        if re.match(r"src/storage/foyer-store[a-z-]*\.h$", path):
            faults += [f"{path}: no test calls {name}"
                       for name in re.findall(r"\b(foyer_store_\w+_async)\s*\(", tree[path])
                       if name[len("foyer_store_"):-len("_async")] not in TESTED_BY_PROGRAMS
                       and not re.search(rf"\b{name}\b", tests)]
    return faults


def leaving(tree):
    """Owners are g_autoptr, so that nothing has to jump; checks stay in what ships."""
    faults = []
    for path, text in sorted(tree.items()):
        if path.startswith("src/") and path.endswith(CODE):
            for number, line in enumerate(without_comments(text).splitlines(), 1):
                if re.search(r"\bgoto\b", line):
                    faults.append(f"{path}:{number}: goto")
        if path.endswith(CODE + (".build",)) and not path.startswith("tests/lint/") \
                and re.search(r"G_DISABLE_(CHECKS|ASSERT)", text):
            faults.append(f"{path}: strips checks, what ships would not be what was tested")
    return faults


ALL = [layers, licences, lengths, white_space, replaced_rows, printed_sql, sql_place, markup, money,
       waiting, clocks, names, marks, listed, documented, tested, leaving]
