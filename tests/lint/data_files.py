# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What desktops, shops and packagers read, held against their own validators."""
import json
import os
import re
import subprocess
import tempfile

APP = "io.github.foyerdesk.Foyer"


def run_on(tree, path, name, *command):
    """The validator's words when it refuses the file, else nothing."""
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, name)
        with open(copy, "w", encoding="utf-8") as out:
            out.write(tree[path])
        done = subprocess.run([part.replace("FILE", copy).replace("FOLDER", folder) for part in command],
                              capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return []
        return [f"{path}: {line.strip()}" for line in (done.stdout + done.stderr).splitlines() if line.strip()]


def desktop(tree):
    return run_on(tree, f"data/{APP}.desktop.in", APP + ".desktop", "desktop-file-validate", "FILE")


def metainfo(tree):
    return run_on(tree, f"data/{APP}.metainfo.xml.in", APP + ".metainfo.xml",
                  "appstreamcli", "validate", "--no-net", "FILE")


def schema(tree):
    return run_on(tree, f"data/{APP}.gschema.xml", APP + ".gschema.xml",
                  "glib-compile-schemas", "--strict", "--dry-run", "FOLDER")


def templates(tree):
    """Blueprint's own formatter has nothing to say."""
    faults = []
    for path in sorted(tree):
        if path.endswith(".blp"):
            faults += run_on(tree, path, os.path.basename(path), "blueprint-compiler", "format", "FILE")[:3]
    return faults


def shell(tree):
    """The scripts are what a POSIX shell reads."""
    faults = []
    for path in ("dev", "build-aux/environment.sh", "build-aux/commands.sh", "build-aux/update-po"):
        faults += run_on(tree, path, "script", "sh", "-n", "FILE")
    return faults


def manual(tree):
    """Each command and each variable of the environment has its place in the manual pages."""
    page = tree.get("data/man/foyerctl.1", "")
    text = re.sub(r"\\f[A-Z]", "", page)
    faults = []
    for path in sorted(tree):
        if path.startswith("src/cli/") and path.endswith(".c"):
            for name in re.findall(r'\.name = "([a-z]+(?: [a-z]+)?)"', tree[path]):
                if not re.search(rf"^(\.B )?([^.\n]*, )?{name}\b", text, re.MULTILINE):
                    faults.append(f"data/man/foyerctl.1: no word about {name}")
    for name in ("foyer.1", "foyerctl.1"):
        page = tree.get("data/man/" + name, "")
        for word in ("FOYER_NOW", "FOYER_DATA_DIR", "data\\-dir", ".SH NAME"):
            if word not in page:
                faults.append(f"data/man/{name}: no {word}")
    return faults


def sandbox(tree):
    """The flatpak asks for what the window needs, and for no one's files."""
    allowed = {"--share=network", "--share=ipc", "--socket=wayland", "--socket=fallback-x11",
               "--device=dri"}
    manifest = json.loads(tree["flatpak.json"])
    return [f"flatpak.json: {more}" for more in manifest["finish-args"] if more not in allowed] + \
           [f"flatpak.json: the id is {manifest['id']}" for same in [manifest["id"] == APP] if not same]


ALL = [manual, sandbox, desktop, metainfo, schema, templates, shell]
