"""A small WebDriver client for tests of pages in headless Chromium.

    with Browser(width=1400, height=1000) as browser:
        browser.open("file:///tmp/report.html")
        browser.click("#flag-1 .why")
        assert browser.run("return location.hash") == "#flag-1"

Needs Debian's chromium and chromium-driver. Nothing but the standard library.
"""
import base64
import json
import re
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ESCAPE = "\ue00c"
TAB = "\ue004"
ENTER = "\ue007"


class Browser:
    def __init__(self, width, height, script=True, phone=False):
        self.folder = tempfile.mkdtemp()
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        self.root = f"http://127.0.0.1:{self._port()}"
        options = {"args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking",
            "--disable-dev-shm-usage", "--force-prefers-reduced-motion",
            f"--user-data-dir={self.folder}",
            f"--window-size={width},{height}"]}
        if not script:
            options["prefs"] = {
                "profile.managed_default_content_settings.javascript": 2}
        if phone:
            options["mobileEmulation"] = {"deviceMetrics": {
                "width": width, "height": height, "pixelRatio": 2}}
        session = self._send("POST", "/session", {"capabilities": {
            "alwaysMatch": {"goog:chromeOptions": options,
                            "goog:loggingPrefs": {"browser": "ALL"}}}})
        self.root += "/session/" + session["sessionId"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self._send("DELETE", "")
        except (OSError, RuntimeError):
            pass
        self.driver.terminate()
        self.driver.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _port(self):
        deadline = time.monotonic() + 60
        for line in self.driver.stdout:
            match = re.search(r"started successfully on port (\d+)", line)
            if match:
                return match.group(1)
            if time.monotonic() > deadline:
                break
        raise RuntimeError("chromedriver did not start")

    def _send(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.root + path, data, {"Content-Type": "application/json"},
            method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            message = json.load(error)["value"]["message"]
            raise RuntimeError(message.splitlines()[0]) from error

    def _find(self, selector):
        return self._send("POST", "/element", {
            "using": "css selector", "value": selector})[_ELEMENT]

    def open(self, url):
        self._send("POST", "/url", {"url": url})

    def run(self, script, *arguments):
        return self._send("POST", "/execute/sync",
                          {"script": script, "args": list(arguments)})

    def count(self, selector):
        return len(self._send("POST", "/elements", {
            "using": "css selector", "value": selector}))

    def shown(self, selector):
        return self._send(
            "GET", f"/element/{self._find(selector)}/displayed")

    def click(self, selector):
        # To the middle, or a sticky head may lie over it.
        self.run("document.querySelector(arguments[0])"
                 ".scrollIntoView({block: 'center', behavior: 'instant'})",
                 selector)
        self._send("POST", f"/element/{self._find(selector)}/click", {})

    def keys(self, text):
        actions = [{"type": kind, "value": key}
                   for key in text for kind in ("keyDown", "keyUp")]
        self._send("POST", "/actions", {"actions": [
            {"type": "key", "id": "keys", "actions": actions}]})

    def hover(self, selector):
        self._send("POST", "/actions", {"actions": [
            {"type": "pointer", "id": "mouse", "actions": [
                {"type": "pointerMove", "x": 0, "y": 0,
                 "origin": {_ELEMENT: self._find(selector)}}]}]})

    def wait_for(self, condition, seconds=20):
        """The value of a JavaScript expression once it is true."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            value = self.run("return " + condition)
            if value:
                return value
            time.sleep(0.01)
        raise AssertionError(f"not within {seconds} s: {condition}; "
                             f"console: {self.console()}")

    def prefer(self, **features):
        """Media features: prefer(prefers_color_scheme="dark")."""
        self._send("POST", "/goog/cdp/execute", {
            "cmd": "Emulation.setEmulatedMedia", "params": {"features": [
                {"name": name.replace("_", "-"), "value": value}
                for name, value in features.items()]}})

    def download_to(self, folder):
        self._send("POST", "/goog/cdp/execute", {
            "cmd": "Browser.setDownloadBehavior", "params": {
                "behavior": "allow", "downloadPath": str(folder)}})

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self._send("GET", "/screenshot")))

    def console(self):
        return [entry["message"] for entry in
                self._send("POST", "/se/log", {"type": "browser"})]
