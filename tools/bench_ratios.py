#!/usr/bin/env python3
"""Prints benchmark results as ratios of the yardstick in the same run.

Usage: bench_ratios.py RESULT.json...   (from --benchmark_out)

A ratio is a benchmark's bytes per second over those of IcuWordBreaking, ICU's
bare word breaking, in the same file. Growth is how its time grows with its
first argument: 1.0 is linear, 2.0 quadratic (least squares over logarithms).
A benchmark "Name_library/..." is a peer of "Name/..." and "Name:variant/...":
the ratio of their times, ours by theirs, is printed, too. Of repetitions the
one with the median time counts.
"""

import collections
import json
import math
import re
import sys

YARDSTICK = "IcuWordBreaking"


def benchmarks_of(path):
    with open(path, encoding="utf-8") as file:
        entries = [b for b in json.load(file)["benchmarks"]
                   if b.get("run_type", "iteration") == "iteration"]
    repetitions = collections.defaultdict(list)
    for entry in entries:
        repetitions[entry["name"]].append(entry)
    return [median_of(entries) for entries in repetitions.values()]


def median_of(repetitions):
    """The repetition whose time is the median of all."""
    in_order = sorted(repetitions, key=lambda entry: entry["real_time"])
    return in_order[(len(in_order) - 1) // 2]


def yardstick_of(benchmarks):
    for benchmark in benchmarks:
        if benchmark["name"].startswith(YARDSTICK):
            return benchmark.get("bytes_per_second")
    return None


def print_ratios(benchmarks, yardstick):
    for benchmark in benchmarks:
        speed = benchmark.get("bytes_per_second")
        if speed is None or benchmark["name"].startswith(YARDSTICK):
            continue
        print(f"  {benchmark['name']:<44} {speed / 1e6:9.2f} MB/s  "
              f"ratio {speed / yardstick:6.3f}")


def print_peers(benchmarks):
    for peer in benchmarks:
        name, _, rest = peer["name"].partition("/")
        ours, _, library = name.partition("_")
        if not library:
            continue
        for benchmark in benchmarks:
            family, _, own_rest = benchmark["name"].partition("/")
            if own_rest != rest or family.split(":")[0] != ours or "_" in family:
                continue
            ratio = benchmark["real_time"] / peer["real_time"]
            print(f"  {benchmark['name']:<60} {ratio:6.3f} of {library}'s time")


def family_and_size(name):
    """("Words/ru:0", 1000) for "Words/bytes:1000/ru:0"."""
    parts = name.split("/")
    for index, part in enumerate(parts[1:], 1):
        number = re.fullmatch(r"(?:\w+:)?(\d+)", part)
        if number:
            rest = parts[:index] + parts[index + 1:]
            return "/".join(rest), int(number.group(1))
    return name, None


def slope(points):
    """Of log(time) over log(size), by least squares."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    spread = sum((x - mean_x) ** 2 for x, _ in logs)
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / spread


def print_growth(benchmarks):
    families = collections.defaultdict(list)
    for benchmark in benchmarks:
        family, size = family_and_size(benchmark["name"])
        if size and benchmark["cpu_time"] > 0:
            families[family].append((size, benchmark["cpu_time"]))
    for family, points in families.items():
        if len({size for size, _ in points}) < 2:
            continue
        sizes = sorted(size for size, _ in points)
        print(f"  {family:<44} time grows as n^{slope(points):.2f}, "
              f"n = {sizes[0]:,} to {sizes[-1]:,}")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for path in sys.argv[1:]:
        benchmarks = benchmarks_of(path)
        yardstick = yardstick_of(benchmarks)
        print(f"\n{path.rsplit('/', 1)[-1]}")
        if yardstick:
            print(f"  {YARDSTICK:<44} {yardstick / 1e6:9.2f} MB/s  "
                  "ratio  1.000")
            print_ratios(benchmarks, yardstick)
        print_peers(benchmarks)
        print_growth(benchmarks)


if __name__ == "__main__":
    main()
