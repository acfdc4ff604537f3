#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command line, the lock, the end, backups and restores, limits, the operator's port."""
import os
import resource
import stat
import threading

from desk import tap
from desk.tap import same
from driver import papers
from driver.papers import GUEST, HOST, Key, day
from driver.server import NOW_S, Client, Server, run


@tap.story
def command_line():
    """what cannot be understood ends with 2, a foreign file with 65, a taken one with 75"""
    for args in ((), ("dance",), ("serve",), ("serve", "--listen", "127.0.0.1:0"), ("serve", "--db", "x", "--listen", "nowhere"),
                 ("serve", "--db", "x", "--listen", "127.0.0.1:99999"), ("serve", "--db", "x", "--listen", "127.0.0.1:0", "--more"),
                 ("serve", "--db", "x", "--listen", "127.0.0.1:0", "--public-url", "foyer.example/"),
                 ("serve", "--db", "x", "--listen", "127.0.0.1:0", "--limit", "search"),
                 ("serve", "--db", "x", "--listen", "127.0.0.1:0", "--limit", "dance=1/1"),
                 ("serve", "--db", "x", "--listen", "127.0.0.1:0", "--admin", "0.0.0.0:0"), ("backup", "--db", "x"), ("restore", "y")):
        result = run(*args)
        same((result.returncode, result.stdout, result.stderr.count(b"\n"), result.made), (2, b"", 1, []), args)
    same(run("serve", "--db", "x", "--listen", "127.0.0.1:0", FOYER_NOW="yesterday").returncode, 2)
    same(run("--version").stdout.split()[0], b"foyer-directory")
    assert b"serve" in run("--help").stdout

    with Server() as server:
        for args in (("serve", "--listen", "127.0.0.1:0", "--db", server.db), ("restore", "--db", server.db, server.db)):
            result = run(*args)
            same((result.returncode, result.stdout), (75, b""), args)
        same(run("serve", "--listen", f"127.0.0.1:{server.port}", "--db", server.db + "2").returncode, 74)
        foreign = os.path.join(server.base, "foreign")
        for content in (b"a text of somebody" * 100, b"SQLite format 3\0" + b"\1" * 4000):
            with open(foreign, "wb") as file:
                file.write(content)
            same(run("serve", "--listen", "127.0.0.1:0", "--db", foreign).returncode, 65)
        same(run("serve", "--listen", "127.0.0.1:0", "--db", "/nowhere/at/all").returncode, 74)


@tap.story
def private_files():
    """nobody else reads the directory's files, and its end leaves no socket"""
    with Server() as server:
        server.client.open_space(HOST, [(1, 1)])
        names = sorted(name for name in os.listdir(server.base) if name.startswith("directory"))
        same(names, ["directory.db" + end for end in ("", "-shm", "-wal", ".lock", ".socket")])
        for name in names:
            same(oct(stat.S_IMODE(os.stat(os.path.join(server.base, name)).st_mode)), "0o600", name)
        same(server.stop(), 0)
        same(sorted(name for name in os.listdir(server.base) if name.startswith("directory")), ["directory.db", "directory.db.lock"])


@tap.story
def drained():
    """SIGTERM answers what has come in, and every acknowledged write is there afterwards"""
    with Server() as server:
        listing = server.client.open_space(HOST, [(500, 500)] * 5)
        done, enough = [], threading.Event()

        def ask():
            client = Client(server.url)
            while True:
                try:
                    paper, answer = client.request(Key(), listing, HOST)
                except OSError:
                    return
                if answer.status == 503:
                    return
                same(answer.status, 201)
                done.append(paper)
                if len(done) > 200:
                    enough.set()
        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        enough.wait(30)
        same(server.stop(), 0)
        for thread in threads:
            thread.join()
        server.start()
        for paper in done:
            path = f"/v1/bookings/{paper['id']}"
            same(server.client.read_as(HOST, path).status, 200)


@tap.story
def backup_and_restore():
    """a backup of a running directory is whole; restored, the epoch is another and seats stay frozen"""
    with Server("--public-url", "https://foyer.example") as server:
        origin, client = "https://foyer.example", server.client
        read = lambda path: client.ask("GET", path, headers=HOST.sign_read("GET", origin + path, NOW_S))
        listing = client.open_space(HOST, [(5, 5)] * 5)
        client.put(HOST, f"/v1/listings/{listing}/allotment", papers.allotment(listing, [None, (1, 1)]))
        copy = os.path.join(server.base, "copy")
        same(run("backup", "--db", server.db, copy).returncode, 0)
        same(oct(stat.S_IMODE(os.stat(copy).st_mode)), "0o600")
        same(run("backup", "--db", server.db, copy).returncode, 1, "an existing file is refused")
        same(run("backup", "--db", server.db, "/nowhere/copy").returncode, 74)
        same(run("backup", "--db", server.db + "no", copy + "2").returncode, 74)

        lost, answer = client.request(GUEST, listing, HOST, directory=origin)
        same((answer.status, answer.json["state"]), (201, "confirmed"))
        asked, _ = client.request(GUEST, listing, HOST, directory=origin, day=day(2), answer_by=NOW_S * 1000 + 3600000)
        epoch = client.get("/.well-known/foyer").json["epoch"]
        cursor = read("/v1/inbox").json["cursor"]
        same(server.stop(), 0)
        same(run("backup", "--db", server.db, copy + "3").returncode, 0, "also when it does not run")
        with open(copy, "rb") as file:
            damaged = bytearray(file.read())
        damaged[len(damaged) // 2:] = b"\x55" * (len(damaged) - len(damaged) // 2)
        with open(copy + "4", "wb") as file:
            file.write(damaged)
        same(run("restore", "--db", server.db, copy + "4").returncode, 65)
        same(run("restore", "--db", server.db, copy + "5").returncode, 74)
        same(run("restore", "--db", server.db, copy).returncode, 0)
        assert any(".before-" in name for name in os.listdir(server.base)), "the old file stays beside it"

        server.now = "2026-11-28T09:00:00+01:00"
        server.start()
        client = server.client
        now = NOW_S + 2 * 86400
        read = lambda path: client.ask("GET", path, headers=HOST.sign_read("GET", origin + path, now))
        assert client.get("/.well-known/foyer").json["epoch"] != epoch
        same(read(f"/v1/inbox?after={cursor}").problem, "cursor-expired")
        same(read(f"/v1/bookings/{lost['id']}").problem, "not-found")
        again = client.put(GUEST, f"/v1/bookings/{lost['id']}", lost)
        same((again.status, again.json["state"]), (201, "requested"), "no seat of before is sold twice")
        same(client.decide(HOST, lost["id"]).status, 201, "its host decided long ago")
        same(client.put(GUEST, f"/v1/bookings/{asked['id']}", asked).status, 201, "although its time is over")
        same(client.decide(HOST, asked["id"], "cancelled", 3).status, 201, "and so was its confirmation")
        fresh, answer = client.request(Key(), listing, HOST, directory=origin, day=day(2), answer_by=now * 1000 - 1)
        same(answer.problem, "expired", "what was asked for since the restore has its time")
        late, answer = client.request(Key(), listing, HOST, directory=origin, day=day(4), answer_by=(now + 90000) * 1000)
        same(answer.json["state"], "requested", "the seats stay frozen until the host has taken them back")


@tap.story
def rates():
    """each network has its bucket: full it is refused with the time to wait, others are not"""
    with Server("--limit", "search=3/60", "--limit", "signature=2/3600", "--limit", "request=2/3600", limits=True) as server:
        client = server.client
        search = lambda who: client.get("/v1/listings?near=1,1", **({"X_Forwarded_For": who} if who else {}))
        same([search("10.1.2.3").status for _ in range(3)], [200] * 3)
        refusal = search("10.1.2.77")
        same(refusal.problem, "too-many-requests", "the same /24")
        assert 1 <= int(refusal.headers["Retry-After"]) <= 60
        same(search("10.1.3.3").status, 200)
        same(search("1.1.1.1, 10.1.2.9").status, 429, "the last one is whom the proxy saw")
        same([search("2001:db8:1:2::9").status for _ in range(4)], [200] * 3 + [429])
        same(search("2001:db8:1:3::9").status, 200)
        same(search(None).status, 200)
        same([client.get("/v1/inbox").status for _ in range(4)], [401, 401, 429, 429])
        same(client.read_as(HOST, "/v1/inbox").status, 429, "who guesses waits, even when right")
        listing = client.open_space(HOST, [(9, 9)] * 5)

        def request(who, network):
            paper = papers.request(listing, HOST, server.url)
            return client.put(who, f"/v1/bookings/{paper['id']}", paper, X_Forwarded_For=network).status
        same([request(GUEST, f"10.2.{number}.1") for number in range(3)], [201, 201, 429], "a key counts wherever it writes")
        same(request(Key(), "10.2.9.1"), 201)


@tap.story
def connections():
    """a network has so many connections, and one that ends makes room"""
    with Server("--limit", "connections=3") as server:
        held = [server.connect() for _ in range(3)]
        for connection in held:
            connection.sendall(b"GET /.well-known/foyer HTTP/1.1\r\nHost: x\r\n\r\n")
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")
        with server.connect() as fourth:
            try:
                fourth.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                same(fourth.recv(4096), b"")
            except OSError:
                pass
        held.pop().close()
        while True:                      # the server hears of the end in its own time
            try:
                same(Client(server.url).get("/.well-known/foyer").status, 200)
                break
            except OSError:
                continue
        for connection in held:
            connection.close()


@tap.story
def out_of_files():
    """when no connection can be taken the server waits, and goes on as soon as one ends"""
    few = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (48, 48))
    with Server(preexec_fn=few) as server:
        listing = server.client.open_space(HOST, [(1, 1)])
        server.client.close()
        held = []
        for _ in range(80):
            connection = server.connect()
            connection.settimeout(0.2)
            connection.sendall(b"GET /.well-known/foyer HTTP/1.1\r\nHost: x\r\n\r\n")
            held.append(connection)
        answered = 0
        for connection in held:
            try:
                answered += connection.recv(4096).startswith(b"HTTP/1.1 200")
            except TimeoutError:
                pass
        assert 10 < answered < 60, answered
        for connection in held:
            connection.close()
        while True:                      # the ends of those before it are still being heard of
            same(server.process.poll(), None, "the server lives")
            try:
                same(Client(server.url).get(f"/v1/listings/{listing}").status, 200)
                break
            except OSError:
                continue
        same(Client(server.url).request(GUEST, listing, HOST, day=day(0))[1].status, 201)


@tap.story
def operator():
    """the operator's port has health and numbers, and nothing else anywhere"""
    with Server("--admin", "127.0.0.1:0") as server:
        listing = server.client.open_space(HOST, [(1, 1)])
        same((server.admin.get("/healthz").status, server.admin.get("/healthz").body), (200, b"ok\n"))
        same(server.get_metric("foyer_writes_total"), 2)
        # An answer is counted once it is out: those of a connection before its next.
        same(server.client.get(f"/v1/listings/{listing}").status, 200)
        assert server.get_metric('foyer_requests_total{status="2xx"}') >= 2
        took = 'foyer_handler_microseconds_%s{route="PUT /v1/listings/{id}"%s}'
        same(server.get_metric(took % ("count", "")), 1)
        same(server.get_metric(took % ("bucket", ',le="+Inf"')), 1)
        same(server.get_metric(took.replace("PUT", "DELETE") % ("count", "")), 0)
        for path in ("/.well-known/foyer", f"/v1/listings/{listing}", "/"):
            same(server.admin.get(path).problem, "not-found")
        for path in ("/healthz", "/metrics"):
            same(server.client.get(path).problem, "not-found")


tap.main()
