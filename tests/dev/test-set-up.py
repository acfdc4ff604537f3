#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""./dev on machines that miss something: what it asks, refuses, and leaves behind.

The machine is invented (its package manager, mmdebstrap, bwrap and disk are small scripts on
PATH), ./dev itself is the real one, on a copy of its files.
"""
import glob
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# The tools that ./dev may use of any machine.
PLAIN = ("sh", "awk", "sed", "sort", "tr", "cat", "cksum", "grep", "head", "tail", "mkdir", "rm", "mv",
         "dirname", "pwd", "flock", "tar", "mkfifo", "env", "kill", "touch", "true", "ls", "wc",
         "setsid", "sleep", "find")

# Says that it began, waits when told to, and leaves a small system behind.
MMDEBSTRAP = """
echo "$*" >> "$MACHINE/calls"
for last; do :; done
target=''
for word; do case $word in */debian-13-*.new) target=$word ;; esac; done
[ -z "$target" ] || mkdir -p "$target/usr" "$target/etc"
[ -z "$target" ] || touch "$target/etc/passwd"
if [ -e "$MACHINE/say" ]; then cat "$MACHINE/say" >&2; exit 1; fi
if [ -p "$MACHINE/wait" ]; then echo began > "$MACHINE/began"; read -r line < "$MACHINE/wait"; fi
[ -n "$target" ] || tar -c -C "$MACHINE" calls
"""
# The machine's own sandbox: tells what it was given.
BWRAP = """
[ ! -e "$MACHINE/locked" ] || { echo 'bwrap: No permissions to create new namespace' >&2; exit 1; }
case $* in *"/dev build"* | *"/dev test"* | *"/dev bench"*) printf 'inside: %s\\n' "$*" ;; esac
"""


class Machine:
    """A machine of its own: tools, a home, and a checkout with the real ./dev."""

    def __init__(self, folder, tools):
        self.folder = folder
        self.bin = os.path.join(folder, "bin")
        self.checkout = os.path.join(folder, "check out")
        self.cache = os.path.join(folder, "cache")
        os.makedirs(self.bin)
        for name in PLAIN:
            found = shutil.which(name)
            if found:
                os.symlink(found, os.path.join(self.bin, name))
        for name, body in tools.items():
            self.tool(name, body)
        os.mkdir(self.checkout)
        shutil.copy(os.path.join(ROOT, "dev"), self.checkout)
        shutil.copytree(os.path.join(ROOT, "build-aux"), os.path.join(self.checkout, "build-aux"))

    def systems(self):
        """The folders of Debian, whole or half made."""
        return sorted(glob.glob(os.path.join(self.cache, "foyer", "debian-13*")))

    def system(self):
        """The one that is there."""
        system, = self.systems()
        assert not system.endswith(".new"), system
        return system

    def add_package(self):
        with open(os.path.join(self.checkout, "build-aux", "packages"), "a", encoding="utf-8") as out:
            out.write("hello | hello | hello | test | a greeting\n")

    def tool(self, name, body):
        path = os.path.join(self.bin, name)
        if os.path.lexists(path):
            os.remove(path)
        with open(path, "w", encoding="utf-8") as out:
            out.write("#!/bin/sh\n" + body)
        os.chmod(path, 0o755)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text=""):
        with open(self.path(name), "w", encoding="utf-8") as out:
            out.write(text)

    def calls(self):
        try:
            with open(self.path("calls"), encoding="utf-8") as text:
                return text.read().splitlines()
        except FileNotFoundError:
            return []

    def start(self, *words, **more):
        env = {"PATH": self.bin, "HOME": self.path("home"), "XDG_CACHE_HOME": self.cache,
               "MACHINE": self.folder, "FOYER_DEV_FOLDER": "always", "LC_ALL": "C.UTF-8", **more}
        return subprocess.Popen([os.path.join(self.bin, "sh"), os.path.join(self.checkout, "dev"), *words],
                                env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, start_new_session=True)

    def run(self, *words, **more):
        program = self.start(*words, **more)
        out, err = program.communicate(timeout=300)
        return program.returncode, out, err


def user(number):
    return f'case ${{1-}} in -u) echo {number} ;; *) echo person ;; esac\n'


def folder_tools(**changed):
    tools = {"mmdebstrap": MMDEBSTRAP, "bwrap": BWRAP, "id": user(0),
             "df": "echo head; echo 'disk 9 9 9000 1% /'\n"}
    tools.update(changed)
    return tools


def one_sentence(err):
    """The last line is ./dev's refusal, and there is one."""
    refusals = [line for line in err.splitlines() if line.startswith("dev: ")]
    assert len(refusals) == 1, err
    return refusals[0]


def test_help(machine):
    status, out, err = machine.run("--help")
    assert status == 0 and err == "", err
    for command in ("run", "demo", "build", "lint", "test", "soak", "bench", "shots", "exec", "shell"):
        assert f"\n  {command} " in out or f"\n  {command}\n" in out, command
    assert machine.run("help")[1] == out
    assert machine.run("build", "--help")[1] == out


def test_mistakes(machine):
    for words in ((), ("dance",), ("--fast", "build"), ("exec",), ("shots",)):
        status, out, err = machine.run(*words)
        assert status == 2 and out == "" and "Usage: ./dev" in err, (words, status, err)
    assert 'there is no command "dance"' in machine.run("dance")[2]
    assert machine.calls() == []


def test_second_start(machine):
    status, out, err = machine.run("build")
    assert status == 0, err
    assert "inside: " in out and len(machine.calls()) == 1, out
    assert os.path.isdir(machine.system())
    status, out, err = machine.run("build")
    assert status == 0 and "inside: " in out and err == "", err
    assert len(machine.calls()) == 1, machine.calls()


def test_inside(machine):
    """The checkout is at its own path; the system of the folder is not writable."""
    out = machine.run("build")[1]
    top = "/" + machine.checkout.split("/")[1]
    assert f"--bind {top} {top}" in out, out
    assert f"--ro-bind {machine.system()}/usr /usr" in out, out
    assert "--bind / /" not in out, out


def test_changed_list(machine):
    machine.run("build")
    before = machine.system()
    machine.add_package()
    status, _, err = machine.run("build")
    assert status == 0 and "list of packages has changed" in err, err
    assert len(machine.calls()) == 2 and "hello" in machine.calls()[1]
    # The other one is another checkout's, perhaps, which works in it now.
    assert before in machine.systems() and len(machine.systems()) == 2
    with open(os.path.join(machine.checkout, "build-aux", "packages"), "a", encoding="utf-8") as out:
        out.write("# a comment changes nothing\n")
    assert machine.run("build")[0] == 0 and len(machine.calls()) == 2


def test_old_folders(machine):
    """A folder that nobody entered for weeks makes room, one that somebody uses stays."""
    machine.run("build")
    unused = machine.system()
    long_ago = time.time() - 30 * 86400
    os.utime(os.path.join(unused, ".foyer-entered"), (long_ago, long_ago))
    machine.add_package()
    assert machine.run("build")[0] == 0
    assert unused not in machine.systems() and len(machine.systems()) == 1

    used = machine.system()
    os.utime(os.path.join(used, ".foyer-entered"), (long_ago, long_ago))
    assert machine.run("build")[0] == 0      # which enters it
    with open(os.path.join(machine.checkout, "build-aux", "packages"), "a", encoding="utf-8") as out:
        out.write("world | world | world | build | the rest of the greeting\n")
    assert machine.run("build")[0] == 0
    assert used in machine.systems() and len(machine.systems()) == 2


def test_bench_has_its_own(machine):
    """What only ./dev bench wants is not made for the others."""
    machine.run("build")
    machine.run("bench")
    assert len(machine.calls()) == 2 and len(machine.systems()) == 2
    assert "npm" not in machine.calls()[0] and "npm" in machine.calls()[1]
    machine.run("test")
    assert len(machine.calls()) == 2


def test_changed_list_without_network(machine):
    """The old environment is still there when the new one could not be made."""
    machine.run("build")
    kept = machine.system()
    machine.add_package()
    machine.write("say", "E: Could not resolve 'deb.debian.org'\n")
    status, _, err = machine.run("build")
    assert status == 1 and "check the network" in one_sentence(err), err
    assert machine.systems() == [kept]


def test_interrupted(machine):
    for number in (signal.SIGTERM, signal.SIGINT):
        os.mkfifo(machine.path("wait"))
        os.mkfifo(machine.path("began"))
        program = machine.start("build")
        with open(machine.path("began"), encoding="utf-8") as began:
            began.read()
        half, = machine.systems()
        assert half.endswith(".new"), half
        program.send_signal(number)
        err = program.communicate(timeout=300)[1]
        assert program.returncode == 130 and "afresh" in one_sentence(err), err
        assert machine.systems() == []
        os.remove(machine.path("wait"))
        os.remove(machine.path("began"))
    assert machine.run("build")[0] == 0


def test_killed(machine):
    """Nothing can be tidied by a process that is killed; the next start does it."""
    machine.run("build")
    half = machine.system() + ".new"
    shutil.rmtree(machine.system())
    os.makedirs(half + "/usr/half")
    assert machine.run("build")[0] == 0
    assert not os.path.exists(machine.system() + "/usr/half")


def test_two_at_once(machine):
    os.mkfifo(machine.path("wait"))
    os.mkfifo(machine.path("began"))
    first = machine.start("build")
    with open(machine.path("began"), encoding="utf-8") as began:
        began.read()
    second = machine.start("build")
    assert "waiting" in second.stderr.readline()
    with open(machine.path("wait"), "w", encoding="utf-8") as go:
        go.write("go\n")
    for program in (first, second):
        out, err = program.communicate(timeout=300)
        assert program.returncode == 0 and "inside: " in out, err
    assert len(machine.calls()) == 1, machine.calls()


def test_no_network(machine):
    for words in ("E: Could not resolve 'deb.debian.org'", "Connection failed [IP: 1.2.3.4 80]",
                  "W: Failed to fetch http://deb.debian.org/debian/dists/trixie/InRelease"):
        machine.write("say", words + "\nE: apt-get update failed\n")
        status, _, err = machine.run("build")
        assert status == 1 and "check the network" in one_sentence(err), err
        assert machine.systems() == []


def test_little_disk(machine):
    machine.tool("df", "echo head; echo 'disk 9 9 700 1% /'\n")
    status, _, err = machine.run("build")
    assert status == 1 and "700 MB free" in one_sentence(err), err
    assert machine.calls() == []


def test_disk_filled(machine):
    machine.write("say", "dpkg: error: cannot write: No space left on device\n")
    status, _, err = machine.run("build")
    assert status == 1 and "is full" in one_sentence(err), err


def test_no_namespaces(machine):
    machine.write("locked")
    status, _, err = machine.run("build")
    assert status == 1 and "No permissions to create new namespace" in one_sentence(err), err
    assert machine.calls() == []


def test_no_range(machine):
    """An ordinary user without a range of user ids is told so before a gigabyte is fetched."""
    machine.tool("id", user(4242))
    machine.tool("newuidmap", "true\n")
    status, _, err = machine.run("build")
    assert status == 1 and "/etc/subuid" in one_sentence(err), err
    assert machine.calls() == []


def test_cache_not_writable(machine):
    machine.write("cache", "a file where the folder should be\n")
    status, _, err = machine.run("build")
    assert status == 1 and "cannot be written" in one_sentence(err), err


def test_asks_before_installing(machine):
    """An ordinary user whom nobody can ask: the command is shown, nothing runs."""
    machine.tool("id", user(4242))
    machine.tool("sudo", 'echo "$*" >> "$MACHINE/calls"\n')
    machine.tool("apt-get", 'echo "$*" >> "$MACHINE/calls"\n')
    os.remove(os.path.join(machine.bin, "mmdebstrap"))
    status, _, err = machine.run("build")
    assert status == 1 and "nobody can be asked" in one_sentence(err), err
    assert "apt-get install -y --no-install-recommends" in err and "mmdebstrap" in err, err
    assert machine.calls() == []


def test_installs_with_yes(machine):
    machine.tool("id", user(4242))
    machine.tool("sudo", 'echo "$*" >> "$MACHINE/calls"\n')
    machine.tool("apt-get", "true\n")
    os.remove(os.path.join(machine.bin, "mmdebstrap"))
    machine.run("--yes", "build")
    assert any("install" in call and "mmdebstrap" in call for call in machine.calls()), machine.calls()


def test_root_without_terminal(machine):
    machine.tool("apt-get", 'echo "apt-get $*" >> "$MACHINE/calls"\n')
    os.remove(os.path.join(machine.bin, "mmdebstrap"))
    err = machine.run("build")[2]
    assert "  apt-get update && apt-get install" in err, err
    assert machine.calls()[0] == "apt-get update" and "mmdebstrap" in machine.calls()[1], machine.calls()


def test_install_fails(machine):
    machine.tool("apt-get", "echo 'E: Unable to locate package mmdebstrap' >&2; exit 100\n")
    os.remove(os.path.join(machine.bin, "mmdebstrap"))
    status, _, err = machine.run("build")
    assert status == 1 and "Unable to locate package" in one_sentence(err), err


def test_no_manager(machine):
    os.remove(os.path.join(machine.bin, "mmdebstrap"))
    status, _, err = machine.run("build")
    assert status == 1 and "mmdebstrap" in one_sentence(err), err


def main():
    if not os.path.exists("/usr/share/keyrings/debian-archive-keyring.gpg"):
        print("1..0 # SKIP the keys of Debian's archive are not on this machine")
        return
    tests = [value for name, value in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = False
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(prefix="foyer-dev-") as folder:
            try:
                test(Machine(folder, folder_tools()))
                print(f"ok {number} - {test.__name__[5:].replace('_', ' ')}", flush=True)
            except (AssertionError, subprocess.TimeoutExpired, OSError) as fault:
                failed = True
                print(f"not ok {number} - {test.__name__[5:].replace('_', ' ')}")
                print("# " + repr(fault).replace("\\n", "\n# "), flush=True)
    sys.exit(1 if failed else 0)


main()
