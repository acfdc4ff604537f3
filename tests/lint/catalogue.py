# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The French catalogue and the list of files it is made from."""
import os
import re
import subprocess
import tempfile

CALL = re.compile(r"\b(?:_|C_|N_|NC_|ngettext|g_dngettext)\s*\(\s*\"")


def listed(tree):
    """po/POTFILES names exactly the files with words for people, sorted by path."""
    wanted = {path for path, text in tree.items()
              if (path.startswith("src/") and path.endswith((".c", ".blp")) and CALL.search(text))
              or (path.startswith("data/") and path.endswith((".desktop.in", ".metainfo.xml.in", ".gschema.xml")))}
    have = {line for line in tree.get("po/POTFILES", "").splitlines()
            if line and not line.startswith("#")}
    return [f"po/POTFILES: {path} is missing" for path in sorted(wanted - have)] + \
           [f"po/POTFILES: {path} has no words" for path in sorted(have - wanted)]


def extract(tree, folder):
    for path in tree.get("po/POTFILES", "").splitlines():
        if path in tree:
            os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
            with open(os.path.join(folder, path), "w", encoding="utf-8") as out:
                out.write(tree[path])
    have = [path for path in tree.get("po/POTFILES", "").splitlines() if path in tree]
    pot = os.path.join(folder, "foyer.pot")
    subprocess.run(["xgettext", "--from-code=UTF-8", "--directory=" + folder, "--output=" + pot,
                    "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
                    "--keyword=g_dngettext:2,3", *have],
                   check=True, stderr=subprocess.DEVNULL)
    return pot


def french(tree):
    """Every text of the sources has its French, and placeholders agree."""
    with tempfile.TemporaryDirectory() as folder:
        pot = extract(tree, folder)
        catalogue = os.path.join(folder, "fr.po")
        with open(catalogue, "w", encoding="utf-8") as out:
            out.write(tree["po/fr.po"])
        merged = os.path.join(folder, "merged.po")
        subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file=" + merged,
                        catalogue, pot], check=True)
        check = subprocess.run(["msgfmt", "--check", "--statistics", "--output-file=/dev/null", merged],
                               capture_output=True, text=True, check=False,
                               env={**os.environ, "LC_ALL": "C"})
        if check.returncode != 0:
            return ["po/fr.po: " + line for line in check.stderr.strip().splitlines()]
        statistics = check.stderr.strip().splitlines()[-1]
        if "untranslated" not in statistics and "fuzzy" not in statistics:
            return []
        missing = subprocess.run(["msgattrib", "--untranslated", "--no-wrap", merged],
                                 capture_output=True, text=True, check=True).stdout
        return ["po/fr.po: " + statistics] + [
            "po/fr.po: no French for " + line for line in re.findall(r'^msgid "(.+)"$', missing, re.MULTILINE)]


ALL = [listed, french]
