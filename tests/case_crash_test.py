"""A case under processes that are killed, and processes that share it."""

import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import harness

WRITER = os.path.abspath(os.environ.get(
    "RASHOMON_CASE_WRITER", "tools/review/store/case_writer"))
KILLS = 200


def kept_ids(case):
    """The ids of all verdicts, and what SQLite says of the file."""
    connection = sqlite3.connect(case)
    try:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        ids = {row[0] for row in
               connection.execute("SELECT verdict FROM verdicts")}
        return ids, verdict
    finally:
        connection.close()


class CrashTest(unittest.TestCase):

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.case = pathlib.Path(temporary.name) / "case.db"
        # How long a writer takes to its first verdict here and now, so that
        # about half of the kills come later on a slow machine, too.
        self.start = self.seconds_to_first_verdict(
            pathlib.Path(temporary.name) / "other.db")
        # Times of killing differ from run to run; the seed says which they
        # were.
        self.seed = random.SystemRandom().randrange(1 << 32)
        self.random = random.Random(self.seed)

    @staticmethod
    def seconds_to_first_verdict(case):
        begun = time.monotonic()
        with subprocess.Popen([WRITER, str(case), "Ines"],
                              stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL) as writer:
            writer.stdout.readline()
            seconds = time.monotonic() - begun
            writer.kill()
        return seconds

    def write_and_kill(self, reviewer="Ines", longest=None):
        """Ids that a writer said are kept before it was killed."""
        longest = longest or 2 * self.start
        writer = subprocess.Popen([WRITER, str(self.case), reviewer],
                                  stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL)
        timer = threading.Timer(self.random.uniform(0.001, longest),
                                writer.kill)
        timer.start()
        output = writer.stdout.read()
        writer.stdout.close()
        self.assertEqual(writer.wait(), -9, f"seed {self.seed}")
        timer.cancel()
        # A line that was cut is no promise.
        return {int(line) for line in output.split(b"\n")[:-1]}

    def test_kill_9_loses_no_verdict_and_leaves_a_case_that_opens(self):
        promised = set()
        for kill in range(KILLS):
            promised |= self.write_and_kill()
            begun = self.case.exists() and self.case.stat().st_size > 0
            if not begun and not promised:
                continue  # killed before the case was made: nothing to lose
            where = f"seed {self.seed}, kill {kill}"
            if kill % 10 == 9:
                checked = subprocess.run(
                    [harness.PROGRAM, "case", "check", str(self.case)],
                    capture_output=True, text=True, check=False)
                # A file of a first page alone is no case yet, and says so.
                if promised or "no case yet" not in checked.stderr:
                    self.assertEqual(checked.returncode, 0,
                                     where + checked.stdout + checked.stderr)
            if promised:
                ids, verdict = kept_ids(self.case)
                self.assertEqual(verdict, "ok", where)
                self.assertEqual(promised - ids, set(), where)
        self.assertGreater(len(promised), KILLS // 4)
        print(f"{KILLS} kills, {len(promised)} promised verdicts, none lost")

    def test_a_writer_killed_beside_another_stops_nobody(self):
        self.write_and_kill(longest=0.2)
        promised = {}

        def work(name):
            promised[name] = self.write_and_kill(name, longest=0.6)

        threads = [threading.Thread(target=work, args=(name,))
                   for name in ("Ines", "Odile", "Tomas")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        ids, verdict = kept_ids(self.case)
        self.assertEqual(verdict, "ok")
        said = [i for name in promised for i in promised[name]]
        self.assertEqual(len(said), len(set(said)), "an id given twice")
        self.assertEqual(set(said) - ids, set())


if __name__ == "__main__":
    sys.exit(harness.main())
