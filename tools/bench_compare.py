#!/usr/bin/env python3
"""Compares two benchmark results and says what moved.

BEFORE and AFTER are results of tools/bench (the JSON of --benchmark_out), or
two folders of them; then files of one name are compared. Every benchmark gets
the ratio of its times, AFTER by BEFORE: 0.50 is twice as fast, 2.00 takes twice
as long. Behind it stands the noise: with repetitions the ratio of medians and
the least and greatest ratio that any two repetitions give; without them "noise
unknown". A benchmark has moved where its ratio leaves 1 by more than
--threshold and, with repetitions, where no repetition of one run reaches those
of the other. Counters that end in _bytes or _MB are memory and are judged like
times; other counters are only shown where they differ. IcuWordBreaking is none
of our code: where it moved, the machine did.
"""

import argparse
import json
import math
import pathlib
import statistics
import sys

EXAMPLE = """example:
  tools/bench --repetitions=5 --output=/tmp/before
  (a change)
  tools/bench --repetitions=5 --output=/tmp/after
  tools/bench_compare.py --fail-above 10 /tmp/before /tmp/after

exit status: 0; 1 with --fail-above where something got slower or larger by more
than PERCENT beyond its noise, failed, or is gone; 2 bad usage or a file that is
no benchmark result.
"""

# What Google Benchmark itself writes; all other numbers are counters.
OWN_FIELDS = {
    "family_index", "per_family_instance_index", "repetitions",
    "repetition_index", "threads", "iterations", "real_time", "cpu_time",
    "bytes_per_second", "items_per_second", "allocs_per_iter",
    "max_bytes_used", "net_heap_growth", "total_allocated_bytes"}
NANOSECONDS = {"ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9}
MEMORY_ENDINGS = ("_bytes", "_MB")


class BadInput(Exception):
    pass


class Series:
    """One measure of one benchmark in one run: a value a repetition."""

    def __init__(self):
        self.values = []
        self.center = None  # where a run holds aggregates alone
        self.deviation = None

    def add_aggregate(self, name, value):
        if name == "median" or (name == "mean" and self.center is None):
            self.center = value
        if name == "stddev":
            self.deviation = value

    def median(self):
        return statistics.median(self.values) if self.values else self.center

    def bounds(self):
        """Least and greatest value, or None where the noise is unknown."""
        if len(self.values) > 1:
            return min(self.values), max(self.values)
        if not self.values and self.deviation is not None:
            # Two deviations hold nearly all of what repeats.
            low = max(self.center - 2 * self.deviation, 0)
            return low, self.center + 2 * self.deviation
        return None


class Run:
    """The benchmarks of one file."""

    def __init__(self):
        self.series = {}  # (benchmark, measure) -> Series
        self.failed = {}  # benchmark -> what it said
        self.benchmarks = []  # names, in order

    def series_of(self, benchmark, measure):
        return self.series.setdefault((benchmark, measure), Series())


def measures_of(entry, path):
    """{measure: value} of one entry of a result; "time" in nanoseconds."""
    name = entry.get("run_name", entry["name"])
    field = "real_time" if "real_time" in name.split("/") else "cpu_time"
    unit = NANOSECONDS.get(entry.get("time_unit", "ns"))
    if unit is None or field not in entry:
        raise BadInput(f"{path}: {name} has no {field} with a known unit")
    values = {"time": entry[field] * unit}
    for key, value in entry.items():
        if (key not in OWN_FIELDS and isinstance(value, (int, float))
                and not isinstance(value, bool)):
            values[key] = value
    for measure, value in values.items():
        if not math.isfinite(value) or value < 0:
            raise BadInput(f"{path}: {name}: {measure} is {value}")
    return values


def add_entry(run, entry, path):
    name = entry.get("run_name", entry["name"])
    if name not in run.benchmarks:
        run.benchmarks.append(name)
    if entry.get("error_occurred"):
        run.failed[name] = entry.get("error_message", "failed")
        return
    if entry.get("run_type", "iteration") == "iteration":
        for measure, value in measures_of(entry, path).items():
            run.series_of(name, measure).values.append(value)
    elif entry.get("aggregate_unit", "time") == "time":
        for measure, value in measures_of(entry, path).items():
            run.series_of(name, measure).add_aggregate(
                entry.get("aggregate_name"), value)


def read_run(path):
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["benchmarks"]
        run = Run()
        for entry in entries:
            add_entry(run, entry, path)
        return run
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: {error}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"{path} is no benchmark result: {error!r}") from error


def files_of(path):
    if path.is_dir():
        files = {file.name: file for file in sorted(path.glob("*.json"))}
        if not files:
            raise BadInput(f"{path} holds no .json file")
        return files
    return {"": path}


class Moved:
    """The ratio of one measure, and whether it is beyond the noise."""

    def __init__(self, before, after, threshold):
        self.ratio = ratio_of(after.median(), before.median())
        self.bounds = None
        if before.bounds() and after.bounds():
            self.bounds = (ratio_of(after.bounds()[0], before.bounds()[1]),
                           ratio_of(after.bounds()[1], before.bounds()[0]))
        self.threshold = threshold

    def more_than(self, share):
        beyond = self.bounds is None or self.bounds[0] > 1
        return self.ratio > 1 + share and beyond

    def less(self):
        beyond = self.bounds is None or self.bounds[1] < 1
        return self.ratio < 1 / (1 + self.threshold) and beyond

    def noise_text(self):
        if self.bounds is None:
            return "noise unknown"
        return f"{self.bounds[0]:.2f} to {self.bounds[1]:.2f}"


def ratio_of(after, before):
    if before == after:
        return 1.0
    return after / before if before > 0 else math.inf


def is_memory(measure):
    return measure.endswith(MEMORY_ENDINGS)


def amount_text(measure, value):
    if measure != "time":
        return f"{value:,.6g}"
    for unit in ("s", "ms", "us"):
        if value >= NANOSECONDS[unit]:
            return f"{value / NANOSECONDS[unit]:.3g} {unit}"
    return f"{value:.3g} ns"


class Comparison:
    """Prints as it goes, and keeps what --fail-above asks for."""

    def __init__(self, arguments):
        self.threshold = arguments.threshold / 100
        self.fail_above = arguments.fail_above
        self.all = arguments.all
        self.counts = {"slower or larger": 0, "faster or smaller": 0,
                       "within the noise": 0, "new": 0, "gone": 0,
                       "failed": 0}
        self.unknown_noise = 0
        self.failures = []

    def compare(self, before, after):
        names = before.benchmarks + [
            name for name in after.benchmarks if name not in before.benchmarks]
        width = max((len(name) for name in names), default=0)
        for name in names:
            self.compare_benchmark(name, before, after, width)

    def compare_benchmark(self, name, before, after, width):
        if name in after.failed:
            self.count_missing("failed", name, width, after.failed[name])
        elif name not in after.benchmarks:
            self.count_missing("gone", name, width)
        elif name not in before.benchmarks or name in before.failed:
            self.count_missing("new", name, width)
        else:
            for key, series in before.series.items():
                if key[0] != name:
                    continue
                if key in after.series:
                    self.compare_measure(key, series, after.series[key], width)
                else:
                    self.count_missing("gone", f"{name} {key[1]}", width)

    def count_missing(self, what, name, width, why=""):
        self.counts[what] += 1
        print(f"  {name:<{width}}  {what}{': ' if why else ''}{why}")
        if what != "new":
            self.failures.append(name)

    def compare_measure(self, key, before, after, width):
        name, measure = key
        if before.median() is None or after.median() is None:
            return
        moved = Moved(before, after, self.threshold)
        judged = measure == "time" or is_memory(measure)
        if judged:
            verdict = self.verdict(measure, moved)
            self.count(name, moved, verdict)
        else:
            verdict = "" if moved.ratio == 1 else "differs"
        if not verdict and not self.all:
            return
        label = "" if measure == "time" else f" {measure}"
        print(f"  {name:<{width}}{label}  {moved.ratio:6.2f}  "
              f"({moved.noise_text()})  "
              f"{amount_text(measure, before.median())} -> "
              f"{amount_text(measure, after.median())}"
              f"{'  ' if verdict else ''}{verdict}")

    def verdict(self, measure, moved):
        if moved.more_than(self.threshold):
            return "larger" if is_memory(measure) else "slower"
        if moved.less():
            return "smaller" if is_memory(measure) else "faster"
        return ""

    def count(self, name, moved, verdict):
        kind = {"slower": "slower or larger", "larger": "slower or larger",
                "faster": "faster or smaller", "smaller": "faster or smaller",
                "": "within the noise"}[verdict]
        self.counts[kind] += 1
        self.unknown_noise += moved.bounds is None
        if (self.fail_above is not None
                and moved.more_than(self.fail_above / 100)):
            self.failures.append(name)

    def print_summary(self):
        print("\n" + ", ".join(f"{count} {kind}"
                               for kind, count in self.counts.items()))
        if self.unknown_noise:
            print(f"{self.unknown_noise} without repetitions on both sides: "
                  "their noise is unknown (tools/bench --repetitions=5)")


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=pathlib.Path, metavar="BEFORE")
    parser.add_argument("after", type=pathlib.Path, metavar="AFTER")
    parser.add_argument("--threshold", type=percent, default=5.0,
                        metavar="PERCENT",
                        help="moves of less are not shown (default: 5)")
    parser.add_argument("--fail-above", type=percent, metavar="PERCENT",
                        help="exit status 1 where something got slower or "
                        "larger by more")
    parser.add_argument("--all", action="store_true",
                        help="show what did not move, too")
    return parser.parse_args()


def percent(text):
    value = float(text)
    if not math.isfinite(value) or value < 0:
        raise argparse.ArgumentTypeError(
            f"{text} is no percentage of 0 or more")
    return value


def compare_files(arguments, comparison):
    before = files_of(arguments.before)
    after = files_of(arguments.after)
    if ("" in before) != ("" in after):
        raise BadInput("a file and a folder cannot be compared: "
                       f"{arguments.before}, {arguments.after}")
    for name in sorted(before.keys() | after.keys()):
        old = read_run(before[name]) if name in before else Run()
        new = read_run(after[name]) if name in after else Run()
        print(f"\n{name or arguments.after.name}")
        comparison.compare(old, new)


def main():
    arguments = parse_arguments()
    comparison = Comparison(arguments)
    try:
        compare_files(arguments, comparison)
    except BadInput as error:
        print(f"bench_compare.py: {error}", file=sys.stderr)
        return 2
    comparison.print_summary()
    if arguments.fail_above is None or not comparison.failures:
        return 0
    print(f"failed (--fail-above {arguments.fail_above:g}): "
          + ", ".join(dict.fromkeys(comparison.failures)))
    return 1


if __name__ == "__main__":
    sys.exit(main())
