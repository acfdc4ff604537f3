# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Stories that tell their result in TAP."""
import runpy
import sys
import traceback

_stories = []
_collecting = False


def story(function):
    """Registers a test; its docstring is its name."""
    _stories.append(function)
    return function


def collect(path):
    """The stories of another file, to be told as part of one of this."""
    global _stories, _collecting
    own, _stories, _collecting = _stories, [], True
    try:
        runpy.run_path(path)
        return _stories
    finally:
        _stories, _collecting = own, False


def main():
    """Runs the stories of the calling file, or those named on the command line."""
    if _collecting:
        return
    chosen = [function for function in _stories
              if len(sys.argv) < 2 or function.__name__ in sys.argv[1:]]
    failed = 0
    print(f"TAP version 14\n1..{len(chosen)}", flush=True)
    for number, function in enumerate(chosen, 1):
        name = " ".join(function.__doc__.split())
        try:
            function()
        except Exception:
            failed += 1
            print(f"{name}:\n{traceback.format_exc()}", file=sys.stderr, flush=True)
            print(f"not ok {number} - {name}", flush=True)
        else:
            print(f"ok {number} - {name}", flush=True)
    sys.exit(1 if failed else 0)


def same(actual, expected, what=""):
    """Fails with both values when they differ."""
    if actual != expected:
        raise AssertionError(f"{what}\n  expected {expected!r}\n  but is   {actual!r}")
