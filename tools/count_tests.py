#!/usr/bin/env python3
"""Counts single tests in the build events of one `bazel test` run.

Usage: count_tests.py EVENTS.json   (written by --build_event_json_file)

Prints the failed tests, then "N passed, N failed, N skipped". Exit status 1
where a test failed, a test did not build, or none ran.
"""

import collections
import json
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree


class Counts:
    def __init__(self):
        self.passed = 0
        self.skipped = 0
        self.failed = []


def read_events(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def cases_of(xml_path):
    """The <testcase> elements, or none where the file does not parse."""
    try:
        return list(ElementTree.parse(xml_path).iter("testcase"))
    except (OSError, ElementTree.ParseError):
        return []


def outcome(case):
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    if case.find("skipped") is not None or case.get("result") == "skipped":
        return "skipped"
    if case.get("status") == "notrun":  # disabled in the source
        return "skipped"
    return "passed"


def xml_of(result):
    for output in result.get("testActionOutput", []):
        if output["name"] == "test.xml":
            return urllib.parse.unquote(
                urllib.parse.urlparse(output["uri"]).path)
    return None


def count_result(label, result, counts):
    """One run of one test target: its cases, or the target as one case."""
    target_failed = result.get("status") != "PASSED"
    cases = cases_of(xml_of(result)) if xml_of(result) else []
    outcomes = collections.Counter(outcome(case) for case in cases)
    counts.passed += outcomes["passed"]
    counts.skipped += outcomes["skipped"]
    for case in cases:
        if outcome(case) == "failed":
            counts.failed.append(f"{label} {case.get('name')}")
    if target_failed and not outcomes["failed"]:
        counts.failed.append(f"{label} ({result.get('status', 'no status')})")
    if not cases and not target_failed:
        counts.passed += 1


def count(events):
    counts = Counts()
    for event in events:
        identity = event.get("id", {})
        if "testResult" in event:
            count_result(identity["testResult"]["label"], event["testResult"],
                         counts)
        elif "targetCompleted" in identity:
            completed = event.get("completed", {})
            if not completed.get("success") and not was_run(event):
                label = identity["targetCompleted"]["label"]
                counts.failed.append(f"{label} (did not build)")
    return counts


def was_run(event):
    """Whether the target built, so that its tests speak for themselves."""
    return any("testResult" in child for child in event.get("children", []))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    counts = count(read_events(sys.argv[1]))
    for name in counts.failed:
        print(f"failed: {name}")
    if not counts.passed and not counts.failed:
        print("no test ran")
    print(f"{counts.passed} passed, {len(counts.failed)} failed, "
          f"{counts.skipped} skipped")
    sys.exit(0 if counts.passed and not counts.failed else 1)


if __name__ == "__main__":
    main()
