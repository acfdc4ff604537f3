# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Stories that tell their result in TAP, each in a frame of its own surroundings."""
import os
import sys
import traceback

from . import frame

_stories = []
_accounts = []
_ends = []


def story(function):
    """Registers a test; its docstring is its name."""
    _stories.append(function)
    return function


def explain_with(account, end):
    """@account is called for lines to say when a story fails, @end after each story."""
    _accounts.append(account)
    _ends.append(end)


def accounts():
    """What the programs that run now have to say, in lines."""
    return [line for account in _accounts for line in account()]


def _run():
    failed = 0
    chosen = [function for function in _stories
              if len(sys.argv) < 2 or function.__name__ in sys.argv[1:]]
    print(f"TAP version 14\n1..{len(chosen)}", flush=True)
    for number, function in enumerate(chosen, 1):
        name = " ".join((function.__doc__ or function.__name__).split())
        try:
            function()
        except Exception:
            failed += 1
            print(f"{name}:\n{traceback.format_exc()}", file=sys.stderr)
            print("\n".join(accounts()), file=sys.stderr, flush=True)
            print(f"not ok {number} - {name}", flush=True)
        else:
            print(f"ok {number} - {name}", flush=True)
        while _ends:
            _ends.pop()()
        _accounts.clear()
    return 1 if failed else 0


def main():
    """Runs the stories of the calling file, or those named on the command line."""
    if frame.is_inside():
        status = _run()
        sys.stdout.flush()
        # libatspi may still hold a call when the interpreter takes its objects apart.
        os._exit(status)
    sys.exit(frame.run([sys.executable, os.path.abspath(sys.argv[0]), *sys.argv[1:]]))
