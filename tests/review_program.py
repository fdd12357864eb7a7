"""Runs `rashomon review` on a case of invented reports, for tests.

    with ReviewProgram(folder, "ferry") as review:
        review.get("/api/case")          # parsed JSON
        browser.open(review.url)
"""

import json
import os
import pathlib
import signal
import subprocess
import urllib.error
import urllib.request

import harness

MAKE_CASE = pathlib.Path(
    os.environ["RASHOMON_PROGRAM"]).parents[1] / "review/server/make_case"


def make_case(path, *what):
    """A case of invented reports (tools/review/server/make_case.cc)."""
    subprocess.run([str(MAKE_CASE.resolve()), str(path), *what], check=True)


class ReviewProgram:
    def __init__(self, folder, *what, case=None, arguments=()):
        self.case = case or str(pathlib.Path(folder) / "case.db")
        if what:
            make_case(self.case, *what)
        self.process = subprocess.Popen(
            [harness.PROGRAM, "review", "--no-browser", *arguments, self.case],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        if "#token=" not in self.url:
            raise AssertionError(self.process.stderr.read())
        self.base, self.token = self.url.split("/#token=")
        self.port = int(self.base.rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self, number=signal.SIGINT):
        """The exit status; what it said is in self.errors."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        self.errors = self.process.communicate(timeout=20)[1]
        return self.process.returncode

    def ask(self, path, body=None, headers=None):
        """(status, headers, bytes) of a request like the page's."""
        all_headers = {"X-Rashomon-Token": self.token}
        if body is not None:
            body = json.dumps(body).encode()
            all_headers["Content-Type"] = "application/json"
            all_headers["Origin"] = self.base
        all_headers.update(headers or {})
        request = urllib.request.Request(self.base + path, body, {
            name: value for name, value in all_headers.items() if value})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def get(self, path):
        status, _, body = self.ask(path)
        assert status == 200, body
        return json.loads(body)

    def post(self, path, body):
        status, _, answer = self.ask(path, body)
        assert status == 200, answer
        return json.loads(answer)
