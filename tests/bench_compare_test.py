"""tools/bench_compare.py on small results made here."""

import json
import pathlib
import subprocess
import sys

import harness

SCRIPT = (pathlib.Path(__file__).absolute().parent.parent
          / "tools" / "bench_compare.py")


def entry(name, time, **more):
    return {"name": name, "run_name": name, "run_type": "iteration",
            "iterations": 10, "real_time": time, "cpu_time": time,
            "time_unit": "ms", **more}


class BenchCompareTest(harness.ProgramTest):

    def result(self, name, *entries):
        return self.write(name, json.dumps(
            {"context": {}, "benchmarks": list(entries)}))

    def repeated(self, name, benchmark, *times):
        return self.result(name, *[entry(benchmark, time) for time in times])

    def compare(self, *arguments):
        done = subprocess.run(
            [sys.executable, str(SCRIPT), *arguments], cwd=self.folder,
            capture_output=True, check=False, encoding="utf-8")
        return harness.Result(done.returncode, done.stdout, done.stderr, b"")

    def test_help_has_an_example_and_the_exit_status(self):
        result = self.compare("--help")
        self.assertEqual(result.status, 0)
        self.assertIn("tools/bench --repetitions=5", result.output)
        self.assertIn("exit status", result.output)

    def test_a_slower_benchmark_is_named_with_its_ratio(self):
        before = self.result("a.json", entry("Sort/10", 2), entry("Find", 1))
        after = self.result("b.json", entry("Sort/10", 3), entry("Find", 1.01))
        result = self.compare(before, after)
        self.assertEqual(result.status, 0, result.errors)
        self.assertIn("Sort/10    1.50  (noise unknown)  2 ms -> 3 ms  slower",
                      result.output)
        self.assertNotIn("Find ", result.output)
        self.assertIn("1 slower or larger", result.output)
        self.assertIn("2 without repetitions", result.output)

    def test_fail_above_counts_only_what_is_above(self):
        before = self.result("a.json", entry("Sort", 2))
        after = self.result("b.json", entry("Sort", 3))
        self.assertEqual(
            self.compare("--fail-above", "60", before, after).status, 0)
        result = self.compare("--fail-above", "40", before, after)
        self.assertEqual(result.status, 1)
        self.assertIn("failed (--fail-above 40): Sort", result.output)
        self.assertEqual(
            self.compare("--fail-above", "40", after, before).status, 0)

    def test_runs_that_overlap_have_not_moved(self):
        before = self.repeated("a.json", "Sort", 10, 11, 14)
        after = self.repeated("b.json", "Sort", 13, 14, 15)
        result = self.compare("--all", "--fail-above", "5", before, after)
        self.assertEqual(result.status, 0, result.output)
        self.assertIn("1.27  (0.93 to 1.50)", result.output)
        self.assertNotIn("without repetitions", result.output)

    def test_runs_that_do_not_overlap_have_moved(self):
        before = self.repeated("a.json", "Sort", 10, 11, 12)
        after = self.repeated("b.json", "Sort", 13, 14, 15)
        result = self.compare("--fail-above", "5", before, after)
        self.assertEqual(result.status, 1)
        self.assertIn("(1.08 to 1.50)", result.output)

    def test_aggregates_alone_give_median_and_noise(self):
        def aggregates(name, median, deviation):
            return self.result(name, *[
                {**entry("Sort", value), "name": f"Sort_{kind}",
                 "run_type": "aggregate", "aggregate_name": kind,
                 "aggregate_unit": unit}
                for kind, value, unit in (("median", median, "time"),
                                          ("stddev", deviation, "time"),
                                          ("cv", 0.1, "percentage"))])
        result = self.compare(aggregates("a.json", 10, 0.5),
                              aggregates("b.json", 20, 1))
        self.assertIn("2.00  (1.64 to 2.44)", result.output)

    def test_more_memory_fails_and_other_counters_are_shown(self):
        before = self.result("a.json", entry("Sort", 2, peak_MB=100, recall=1))
        after = self.result("b.json", entry("Sort", 2, peak_MB=150,
                                            recall=0.5))
        result = self.compare("--fail-above", "10", before, after)
        self.assertEqual(result.status, 1)
        self.assertIn("peak_MB    1.50", result.output)
        self.assertIn("larger", result.output)
        self.assertIn("recall    0.50", result.output)

    def test_gone_and_failed_benchmarks_do_not_hide(self):
        before = self.result("a.json", entry("Sort", 2), entry("Find", 1))
        after = self.result(
            "b.json", entry("New", 1),
            {"name": "Find", "run_type": "iteration", "error_occurred": True,
             "error_message": "no table"})
        result = self.compare("--fail-above", "10", before, after)
        self.assertEqual(result.status, 1)
        self.assertIn("Sort  gone", result.output)
        self.assertIn("Find  failed: no table", result.output)
        self.assertIn("New   new", result.output)
        self.assertIn("): Sort, Find\n", result.output)

    def test_a_counter_that_is_gone_does_not_hide(self):
        before = self.result("a.json", entry("Sort", 2, peak_MB=100, recall=1))
        after = self.result("b.json", entry("Sort", 2, recall=1))
        result = self.compare("--all", "--fail-above", "10", before, after)
        self.assertEqual(result.status, 1)
        self.assertIn("Sort peak_MB  gone", result.output)
        self.assertNotIn("differs", result.output)

    def test_folders_are_compared_by_file_name(self):
        self.result("old/x.json", entry("Sort", 2))
        self.result("new/x.json", entry("Sort", 1))
        self.result("new/y.json", entry("Find", 1))
        result = self.compare("old", "new")
        self.assertEqual(result.status, 0, result.errors)
        self.assertIn("faster", result.output)
        self.assertIn("y.json\n  Find  new", result.output)

    def test_real_time_counts_where_the_name_says_so(self):
        name = "Search/real_time"
        before = self.result("a.json", entry(name, 2))
        after = self.result("b.json", {**entry(name, 2), "real_time": 4})
        self.assertIn("2.00", self.compare(before, after).output)

    def test_bad_input_is_refused_with_the_file(self):
        good = self.result("good.json", entry("Sort", 2))
        self.write("empty/readme.txt", "")
        for content in ("", "[]", "{}", '{"benchmarks": [3]}', "\xff"):
            bad = self.write("bad.json", content)
            with self.subTest(content=content):
                self.assert_refused(self.compare(good, bad), "bad.json")
        for time in (float("nan"), -1.0):
            bad = self.result("bad.json", entry("Sort", time))
            self.assert_refused(self.compare(good, bad), "bad.json", "Sort")
        self.assert_refused(self.compare(good, "absent.json"), "absent.json")
        self.assert_refused(self.compare("empty", "empty"), "empty")
        self.assert_refused(self.compare("empty/..", good), "folder")
        self.assertEqual(
            self.compare("--fail-above", "-1", good, good).status, 2)


if __name__ == "__main__":
    sys.exit(harness.main())
