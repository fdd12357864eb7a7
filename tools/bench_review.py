#!/usr/bin/python3
"""Figures of the review page: how soon it is ready, how long a decision takes,
and what fifty people at once do to the server.

    tools/bench_review.py [--seconds N] [--part ready|decide|load] RASHOMON MAKE_CASE

RASHOMON is //tools/cli:rashomon and MAKE_CASE //tools/review/server:make_case,
as Bazel built them. Needs Debian's chromium and chromium-driver for the first
two. Exit status 1 where an error, a lost verdict or a page that is too slow
was found.
"""

import argparse
import http.client
import json
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "report"))

FEW, MANY = "20x1", "20000x250"
MOST_TIMES_SLOWER = 2
CLIENTS = 50
REASONS = ("wrong-alignment", "not-a-difference", "wrong-kind", "trivial",
           "other")


class Review:
    """rashomon review on a case of its own."""

    def __init__(self, options, folder, what):
        self.case = pathlib.Path(folder) / f"{what}.db"
        subprocess.run([options.make_case, self.case, what], check=True)
        self.process = subprocess.Popen(
            [options.program, "review", "--no-browser", "--quiet",
             "--reviewer", "Ines", self.case],
            stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        self.base, self.token = self.url.split("/#token=")
        self.port = int(self.base.rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def memory_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def measure_ready(options, folder):
    from webdriver import Browser
    times = {FEW: [], MANY: []}
    with Review(options, folder, FEW) as few, \
            Review(options, folder, MANY) as many, \
            Browser(1440, 900) as browser:
        for review in (few, many):  # the token, and the caches of both sides
            browser.open(review.url)
            browser.wait_for("document.body.dataset.ready")
        for _ in range(options.runs):
            for what, review in ((FEW, few), (MANY, many)):
                browser.open("about:blank")
                browser.open(review.base + "/#/flags")
                times[what].append(float(browser.wait_for(
                    "document.querySelector('.flag-link') && "
                    "document.body.dataset.ready")))
    medians = {what: statistics.median(of) for what, of in times.items()}
    for what, median in medians.items():
        print(f"page ready, {what.split('x')[0]:>6} flags: {median:5.0f} ms "
              f"(median of {options.runs}, from {min(times[what]):.0f} to "
              f"{max(times[what]):.0f})")
    ratio = medians[MANY] / medians[FEW]
    print(f"{ratio:.2f} times as long (at most {MOST_TIMES_SLOWER})")
    return ratio <= MOST_TIMES_SLOWER


def measure_decisions(options, folder):
    from webdriver import Browser
    with Review(options, folder, MANY) as review, \
            Browser(1440, 900) as browser:
        browser.open(review.url)
        browser.wait_for("document.body.dataset.ready")
        browser.open(review.base + "/#/flags")
        browser.wait_for("document.querySelector('.flag-link')")
        entries = "performance.getEntriesByName('verdict {}')"
        stored = entries.format("stored")
        for number in range(1, options.decisions + 1):
            browser.keys("c")
            browser.wait_for(f"{stored}.length === {number}")
        for what in ("shown", "stored"):
            waits = sorted(browser.run(f"return {entries.format(what)}"
                                       ".map((entry) => entry.duration)"))
            print(f"verdict {what}, {MANY.split('x')[0]} flags: median "
                  f"{statistics.median(waits):.1f} ms, 95% below "
                  f"{waits[int(len(waits) * 0.95)]:.1f} ms "
                  f"({len(waits)} decisions)")
    return True


class Client(threading.Thread):
    """One reviewer who decides and reads as fast as the server answers."""

    def __init__(self, review, number, writes_from, until):
        super().__init__()
        self.writes_from = writes_from
        self.review = review
        self.name_given = f"Reviewer {number}"
        self.until = until
        self.chance = random.Random(number)
        self.told = {}  # flag -> the last verdict that the server took
        self.writes = self.reads = 0
        self.errors = []

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.review.port,
                                                timeout=60)
        while time.monotonic() < self.until and len(self.errors) < 5:
            try:
                if time.monotonic() >= self.writes_from:
                    self.decide(connection)
                self.read(connection)
            except OSError as error:
                self.errors.append(repr(error))
                connection.close()
        connection.close()

    def ask(self, connection, method, path, body=None):
        headers = {"X-Rashomon-Token": self.review.token}
        if body is not None:
            body = json.dumps(body)
            headers.update({"Content-Type": "application/json",
                            "Origin": self.review.base})
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            self.errors.append(f"{answer.status} {content[:200]}")
        return answer.status == 200

    def decide(self, connection):
        flag = self.chance.randint(1, 20000)
        verdict = self.chance.choice(["confirmed", "dismissed", "unsure"])
        reason = (self.chance.choice(REASONS) if verdict == "dismissed"
                  else "")
        if self.ask(connection, "POST", "/api/decide", {
                "reviewer": self.name_given, "decisions": [
                    {"flag": flag, "verdict": verdict, "reason": reason}]}):
            self.told[flag] = verdict
            self.writes += 1

    def read(self, connection):
        reviewer = self.name_given.replace(" ", "%20")
        path = self.chance.choice([
            f"/api/flag?flag={self.chance.randint(1, 20000)}",
            f"/api/list?limit=100&decided=undecided&reviewer={reviewer}",
            f"/api/comparison?comparison={self.chance.randint(1, 250)}",
            f"/api/pairs?limit=20&reviewer={reviewer}"])
        if self.ask(connection, "GET", path):
            self.reads += 1


def measure_load(options, folder):
    with Review(options, folder, MANY) as review:
        # First they only read, until every connection's cache is filled.
        writes_from = time.monotonic() + options.warm_up
        until = writes_from + options.seconds
        clients = [Client(review, number, writes_from, until)
                   for number in range(CLIENTS)]
        for client in clients:
            client.start()
        time.sleep(options.warm_up)
        memory = [review.memory_mb()]
        while time.monotonic() < until:
            time.sleep(1)
            memory.append(review.memory_mb())
        for client in clients:
            client.join()
        lost = sum(lost_verdicts(review, client) for client in clients)
    errors = [error for client in clients for error in client.errors]
    writes = sum(client.writes for client in clients)
    reads = sum(client.reads for client in clients)
    middle = memory[len(memory) // 2]
    print(f"{CLIENTS} clients for {options.seconds} s: {writes} verdicts "
          f"stored, {reads} reads, {len(errors)} errors, {lost} verdicts "
          f"lost")
    print(f"memory: {memory[0]:.0f} MB after {options.warm_up} s of reading, "
          f"{middle:.0f} MB at half time, {memory[-1]:.0f} MB at the end")
    for error in errors[:3]:
        print("error:", error)
    return not errors and lost == 0


def lost_verdicts(review, client):
    """How many of the client's last verdicts the case does not have."""
    connection = http.client.HTTPConnection("127.0.0.1", review.port)
    lost = 0
    flags = sorted(client.told)
    for start in range(0, len(flags), 200):
        part = flags[start:start + 200]
        connection.request(
            "GET", "/api/flags?flags=" + ",".join(map(str, part)),
            headers={"X-Rashomon-Token": review.token})
        for flag in json.loads(connection.getresponse().read())["flags"]:
            stored = [row["verdict"] for row in flag["verdicts"]
                      if row["reviewer"] == client.name_given]
            lost += stored != [client.told[flag["flag"]]]
    connection.close()
    return lost


PARTS = {"ready": measure_ready, "decide": measure_decisions,
         "load": measure_load}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--warm-up", type=int, default=30)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--decisions", type=int, default=60)
    parser.add_argument("--part", choices=PARTS, action="append")
    parser.add_argument("program")
    parser.add_argument("make_case")
    options = parser.parse_args()
    good = True
    for part in options.part or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            good = PARTS[part](options, folder) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
