# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real browser, asked over a pipe by the DevTools protocol."""
import base64
import json
import os
import shutil
import subprocess
import tempfile

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
         "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--remote-debugging-pipe", "--lang=en-GB")


class Browser:
    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="foyer-chromium-")
        their_in, self.out = os.pipe()
        self.into, their_out = os.pipe()
        command = f"exec {PROGRAM} {' '.join(FLAGS)} --user-data-dir={self.profile} about:blank 3<&{their_in} 4>&{their_out}"
        self.process = subprocess.Popen(["sh", "-c", command], pass_fds=(their_in, their_out), stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env={**os.environ, "HOME": self.profile})
        os.close(their_in)
        os.close(their_out)
        self.rest, self.number, self.events = b"", 0, []

    def _read(self):
        while b"\0" not in self.rest:
            piece = os.read(self.into, 1 << 16)
            assert piece, "the browser ended"
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, session=None, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self.number:
                assert "error" not in answer, (method, answer)
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, session, method):
        while True:
            for event in self.events:
                if event.get("method") == method and event.get("sessionId") == session:
                    self.events.remove(event)
                    return event["params"]
            self.events.append(self._read())

    def open(self, **how):
        return Tab(self, **how)

    def close(self):
        self.ask("Browser.close")
        self.process.wait(timeout=120)
        os.close(self.out)
        os.close(self.into)
        shutil.rmtree(self.profile, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Tab:
    """One page at one size, in light or dark, in one language."""

    def __init__(self, browser, width=1280, height=900, dark=False, language="en"):
        self.browser = browser
        target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "DOM", "Accessibility"):
            self.ask(domain + ".enable")
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.ask("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.ask("Network.setExtraHTTPHeaders", headers={"Accept-Language": language})

    def ask(self, method, **params):
        return self.browser.ask(method, self.session, **params)

    def go(self, url):
        self.browser.events = [event for event in self.browser.events if event.get("sessionId") != self.session]
        self.ask("Page.navigate", url=url)
        self.browser.wait_for(self.session, "Page.loadEventFired")

    def run(self, script):
        """The value of an expression in the page."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def complaints(self):
        """What the console shows: errors, and what the page's own policy forbids."""
        self.run("1")
        return [event["params"] for event in self.browser.events
                if event.get("sessionId") == self.session
                and (event["method"] == "Runtime.exceptionThrown"
                     or (event["method"] == "Log.entryAdded" and event["params"]["entry"]["level"] in ("error", "warning")))]

    def press(self, key, code=None):
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=code or key,
                     windowsVirtualKeyCode={"Tab": 9, "Enter": 13}.get(key, 0))

    def print(self):
        return base64.b64decode(self.ask("Page.printToPDF", printBackground=False)["data"])

    def picture(self, path):
        with open(path, "wb") as out:
            out.write(base64.b64decode(self.ask("Page.captureScreenshot", captureBeyondViewport=True)["data"]))
