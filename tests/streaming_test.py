"""Commands for pipelines: same order, bounded memory, good lines before an
error are written."""

import json
import os
import subprocess
import sys
import unittest

import harness


def article(number):
    return json.dumps({
        "id": f"n{number}", "title": f"Report {number}",
        "published": "2026-03-07",
        "text": f"The council said on Monday that {number} people had been "
                "moved. A spokesman denied it."})


class ArticlesTest(harness.ProgramTest):

    def test_order_is_kept_over_files_and_standard_input(self):
        self.write("a.jsonl", article(1) + "\n" + article(2) + "\n")
        self.write("b.jsonl", article(4) + "\n")
        for command in ("extract", "annotate"):
            with self.subTest(command=command):
                lines = self.run_json_lines(command, "a.jsonl", "-", "b.jsonl",
                                            stdin=article(3) + "\n")
                self.assertEqual([line["id"] for line in lines],
                                 ["n1", "n2", "n3", "n4"])

    def test_annotate_reads_standard_input_without_operands(self):
        lines = self.run_json_lines("annotate", stdin=article(5))
        self.assertEqual(lines[0]["id"], "n5")

    def test_stops_after_the_last_good_line(self):
        self.write("a.jsonl", "\n".join([article(1), article(2), "{bad",
                                         article(4)]))
        for command in ("extract", "annotate"):
            with self.subTest(command=command):
                result = self.run_program(command, "a.jsonl")
                self.assertEqual(result.status, 2)
                self.assertEqual(len(result.output.splitlines()), 2)
                self.assertIn("a.jsonl", result.errors)
                self.assertIn("3", result.errors)

    def test_a_file_is_not_written_where_a_line_is_bad(self):
        self.write("a.jsonl", article(1) + "\n{bad\n")
        self.write("out.jsonl", "old")
        result = self.run_program("extract", "-o", "out.jsonl", "a.jsonl")
        self.assertEqual(result.status, 2)
        self.assertEqual((self.folder / "out.jsonl").read_text(), "old")
        self.assertEqual(self.files(), ["a.jsonl", "out.jsonl"])

    def test_extract_of_article_json_keeps_text_and_unknown_fields(self):
        source = json.dumps({"title": "A", "text": " Odd\u00a0 spacing.  ",
                             "desk": {"editor": 7}})
        line = self.run_json("extract", "-", stdin=source)
        self.assertEqual(line["text"], " Odd\u00a0 spacing.  ")
        self.assertEqual(line["desk"], {"editor": 7})

    def test_extract_reads_its_own_output(self):
        self.write("a.txt", "The bridge closes\n\n2026-03-07\n\nThe bridge "
                            "will close, the council said. It is old.\n")
        once = self.run_well("extract", "a.txt").output
        twice = self.run_well("extract", "-", stdin=once).output
        self.assertEqual(json.loads(once)["text"], json.loads(twice)["text"])
        self.assertEqual(json.loads(once)["id"], json.loads(twice)["id"])

    def test_spans_stand_on_character_boundaries(self):
        text = "«Мост закроют», — сказал мэр. “It’s old,” he added… 5 €."
        line = self.run_json("annotate", "-",
                             stdin=json.dumps({"title": "Ё", "text": text}))
        raw = text.encode("utf-8")
        covered = [s for s in line["sentences"] if s["field"] == "text"]
        self.assertTrue(covered)
        for span in covered:
            raw[span["begin"]:span["end"]].decode("utf-8")

    def test_memory_does_not_grow_with_the_number_of_articles(self):
        if "ASAN_OPTIONS" in os.environ:
            raise unittest.SkipTest("the sanitizer keeps what was freed")
        small = self.peak_memory_kb(200)
        large = self.peak_memory_kb(4000)
        # Twenty times the articles; what they weigh is over 3 MB.
        self.assertLess(large - small, 2500)

    def peak_memory_kb(self, count):
        name = self.write(f"{count}.jsonl", "".join(
            article(i).replace("Monday", "Monday " + "very " * 150) + "\n"
            for i in range(count)))
        code = ("import resource, subprocess, sys;"
                "subprocess.run(sys.argv[1:], check=True,"
                " stdout=subprocess.DEVNULL);"
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
        done = subprocess.run(
            ["/usr/bin/python3", "-c", code, harness.PROGRAM, "extract", name],
            cwd=self.folder, capture_output=True, check=True,
            env=self.environment())
        return int(done.stdout)


class SimilarityTest(harness.ProgramTest):

    def table(self, *rows):
        return "".join("\t".join(row) + "\n" for row in rows)

    def rows(self, output):
        return [line.split("\t") for line in output.splitlines()]

    def test_appends_a_column_and_keeps_the_rest(self):
        stdin = self.table(("id", "right", "left"),
                           ("7", "The dog barked.", "The dog barked."),
                           ("8", "Prices fell.", "The minister resigned."))
        rows = self.rows(self.run_well("similarity", stdin=stdin).output)
        self.assertEqual(rows[0], ["id", "right", "left", "similarity"])
        self.assertEqual([row[0] for row in rows[1:]], ["7", "8"])
        self.assertEqual(float(rows[1][3]), 1.0)
        self.assertLess(float(rows[2][3]), 0.2)

    def test_is_symmetric(self):
        one = self.table(("left", "right"),
                         ("Five men were held.", "Police held five men."))
        other = self.table(("left", "right"),
                           ("Police held five men.", "Five men were held."))
        self.assertEqual(
            self.rows(self.run_well("similarity", stdin=one).output)[1][2],
            self.rows(self.run_well("similarity", stdin=other).output)[1][2])

    def test_windows_line_ends_and_byte_order_mark(self):
        stdin = "\ufeffleft\tright\r\na b c\ta b c\r\n"
        rows = self.rows(self.run_well("similarity", stdin=stdin).output)
        self.assertEqual(rows[0], ["left", "right", "similarity"])

    def test_bad_rows_are_named_by_file_and_line(self):
        self.write("pairs.tsv", "left\tright\nx\ty\nonly one\n")
        result = self.run_program("similarity", "pairs.tsv")
        self.assertEqual(result.status, 2)
        self.assertEqual(len(result.output.splitlines()), 2)
        self.assertIn("pairs.tsv:3", result.errors)

    def test_skip_bad_goes_on_and_counts(self):
        self.write("pairs.tsv", b"left\tright\nx\ty\nz\n\xff\tq\nv\tw\n")
        result = self.run_well("similarity", "--skip-bad", "pairs.tsv")
        self.assertEqual(len(result.output.splitlines()), 3)
        self.assertIn("2 bad rows", result.errors)

    def test_a_table_without_the_columns_is_refused(self):
        self.write("pairs.tsv", "a\tb\nx\ty\n")
        self.assert_refused(self.run_program("similarity", "pairs.tsv"),
                            "pairs.tsv", "left")
        self.assert_refused(self.run_program("similarity", "absent.tsv"),
                            "absent.tsv")
        self.assert_refused(self.run_program("similarity", stdin=""), "empty")


class EventsTest(harness.ProgramTest):

    def test_articles_of_one_event_share_its_number(self):
        bridge = ("The Saren bridge will close for six weeks from Monday, "
                  "mayor Lena Ostrova said. Repairs will cost 3 million "
                  "crowns.")
        other = ("Three climbers were found alive on Mount Tolmin after four "
                 "nights in a snow cave, rescue chief Oren Halsk said.")
        stdin = "\n".join(json.dumps(a) for a in (
            {"id": "a", "title": "Saren bridge to close", "text": bridge},
            {"id": "b", "title": "Climbers found alive", "text": other},
            {"id": "c", "title": "Ostrova closes Saren bridge",
             "text": "Mayor Lena Ostrova said the Saren bridge closes on "
                     "Monday for repairs of six weeks, costing 3 million "
                     "crowns."}))
        lines = self.run_json_lines("events", stdin=stdin)
        event = {line["id"]: line["event"] for line in lines}
        self.assertEqual(list(event), ["a", "b", "c"])
        self.assertEqual(event["a"], event["c"])
        self.assertNotEqual(event["a"], event["b"])


if __name__ == "__main__":
    sys.exit(harness.main())
