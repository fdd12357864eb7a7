"""Runs the real program in a folder of its own, for the tests of this folder.

    class ExtractTest(harness.ProgramTest):
        def test_a_missing_file_is_named(self):
            result = self.run_program("extract", "absent.txt")
            self.assertEqual(result.status, 2)
            self.assertIn("absent.txt", result.errors)

    if __name__ == "__main__":
        harness.main()

Writes the single results where Bazel asks for them, so that tools/check can
count tests and not only files of tests.
"""

import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest
from xml.etree import ElementTree

Result = collections.namedtuple("Result", "status output errors raw_output")

# Far above what any command here needs, sanitizers included.
TIMEOUT_SECONDS = 240


class ProgramTest(unittest.TestCase):
    """Every test starts in an empty folder with no configuration."""

    maxDiff = 4000

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def write(self, name, content):
        """Writes text or bytes below the test's folder; gives the name."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            content = content.encode("utf-8")
        path.write_bytes(content)
        return name

    def files(self):
        return sorted(str(path.relative_to(self.folder))
                      for path in self.folder.rglob("*") if path.is_file())

    def run_program(self, *arguments, stdin=b"", environment=None):
        if isinstance(stdin, str):
            stdin = stdin.encode("utf-8")
        done = subprocess.run(
            [PROGRAM, *arguments], input=stdin, cwd=self.folder,
            capture_output=True, timeout=TIMEOUT_SECONDS, check=False,
            env=self.environment(environment))
        return Result(done.returncode,
                      done.stdout.decode("utf-8", errors="replace"),
                      done.stderr.decode("utf-8", errors="replace"),
                      done.stdout)

    def environment(self, extra=None):
        kept = {name: value for name, value in os.environ.items()
                if name.endswith("SAN_OPTIONS") or name == "PATH"}
        return {**kept, "HOME": str(self.folder / "home"), **(extra or {})}

    def run_well(self, *arguments, **options):
        """The result of a run that must end with status 0."""
        result = self.run_program(*arguments, **options)
        self.assertEqual(result.status, 0, result.errors)
        return result

    def run_json(self, *arguments, **options):
        return json.loads(self.run_well(*arguments, **options).output)

    def run_json_lines(self, *arguments, **options):
        output = self.run_well(*arguments, **options).output
        return [json.loads(line) for line in output.splitlines()]

    def assert_refused(self, result, *named):
        """Status 2, nothing written, and an error of one line that says so."""
        self.assertEqual(result.status, 2, result.output + result.errors)
        self.assertEqual(result.output, "")
        errors = [line for line in result.errors.splitlines()
                  if "warning:" not in line]
        self.assertEqual(len(errors), 1, result.errors)
        for name in named:
            self.assertIn(name, errors[0])


class _Recorder(unittest.TextTestResult):
    """Keeps what Bazel's XML needs."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.cases = []
        self._started = 0

    def startTest(self, test):
        super().startTest(test)
        self._started = time.monotonic()
        self.cases.append([test, "passed", time.monotonic()])

    def stopTest(self, test):
        super().stopTest(test)
        self.cases[-1][2] = time.monotonic() - self._started

    def _mark(self, outcome):
        self.cases[-1][1] = outcome

    def addError(self, test, err):
        super().addError(test, err)
        self._mark("failed")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._mark("failed")

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._mark("failed")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._mark("skipped")


def _write_xml(path, cases):
    suite = ElementTree.Element("testsuite", name="tests")
    for test, outcome, seconds in cases:
        case = ElementTree.SubElement(
            suite, "testcase", name=test.id(), time=f"{seconds:.3f}")
        if outcome == "failed":
            ElementTree.SubElement(case, "failure")
        if outcome == "skipped":
            ElementTree.SubElement(case, "skipped")
    root = ElementTree.Element("testsuites")
    root.append(suite)
    ElementTree.ElementTree(root).write(path)


def data_folder():
    """The folder of gold data, or skips the test."""
    folder = os.environ.get("RASHOMON_DATA", "")
    if not os.path.isdir(folder):
        raise unittest.SkipTest("RASHOMON_DATA names no folder of gold data")
    return pathlib.Path(folder)


def samples_folder():
    return pathlib.Path(os.environ["RASHOMON_SAMPLES"])


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(
        sys.modules["__main__"])
    result = unittest.TextTestRunner(resultclass=_Recorder,
                                     verbosity=2).run(suite)
    if "XML_OUTPUT_FILE" in os.environ:
        _write_xml(os.environ["XML_OUTPUT_FILE"], result.cases)
    ran = result.testsRun > 0
    sys.exit(0 if ran and result.wasSuccessful() else 1)


PROGRAM = os.path.abspath(os.environ.get("RASHOMON_PROGRAM", "rashomon"))
