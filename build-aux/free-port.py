# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Prints the first free port from 8085 on; with --wait PORT, returns when it is served."""
import select
import socket
import sys
import time


def is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def wait(port):
    end = time.monotonic() + 10
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return 0
        select.select([], [], [], 0.02)
    return 1


if sys.argv[1:2] == ["--wait"]:
    sys.exit(wait(int(sys.argv[2])))
for candidate in range(8085, 8185):
    if is_free(candidate):
        print(candidate)
        sys.exit(0)
sys.exit(1)
