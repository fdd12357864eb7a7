"""Cases, end to end: compare --case, case info, check, export, import."""

import copy
import csv
import io
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import unittest
import zipfile

import jsonschema

import harness
from compare_test import LEFT, RIGHT

SCHEMAS = pathlib.Path("tools/review/exports/schemas").resolve()
FORMATS = ["json", "csv", "webannotation", "sarif", "html", "bundle"]


def dump(path):
    """All of a case as SQL, sorted: the same for the same content."""
    connection = sqlite3.connect(path)
    try:
        return "\n".join(sorted(connection.iterdump()))
    finally:
        connection.close()


class CaseTest(harness.ProgramTest):

    def setUp(self):
        super().setUp()
        self.write("left.json", json.dumps(LEFT))
        self.write("right.json", json.dumps(RIGHT))

    def compare(self, left="left.json", right="right.json", *flags):
        return self.run_well("compare", "--case", "c.db", *flags, left, right)

    def rows(self, sql):
        connection = sqlite3.connect(self.folder / "c.db")
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def decide(self, flag=1, decision="confirmed", reason=""):
        connection = sqlite3.connect(self.folder / "c.db")
        with connection:
            connection.execute(
                "INSERT INTO verdicts (batch, flag, divergence, reviewer, "
                "time, decision, reason, changed_kind, note) VALUES ((SELECT "
                "coalesce(max(verdict), 0) + 1 FROM verdicts), ?1, (SELECT "
                "max(divergence) FROM divergences WHERE flag = ?1), 'Ines', "
                "'2026-03-07T10:15:00Z', ?2, ?3, '', 'a note')",
                (flag, decision, reason))
        connection.close()


    def assert_fits(self, name, document):
        """The document fits the schema, and a changed one does not."""
        schema = json.loads(
            (SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        validator.validate(document)
        # A schema that lets everything pass would prove nothing.
        for key in document:
            less = {k: v for k, v in document.items() if k != key}
            self.assertFalse(validator.is_valid(less), key)
        self.assertFalse(validator.is_valid({**document, "x": 1}))


class CompareIntoCaseTest(CaseTest):

    def test_the_case_holds_every_divergence_that_json_has(self):
        self.compare()
        comparison = self.run_json("compare", "--format", "json", "--all",
                                   "left.json", "right.json")
        self.assertEqual(
            [d["fingerprint"] for d in comparison["divergences"]],
            [row[0] for row in self.rows(
                "SELECT fingerprint FROM flags JOIN divergences USING (flag) "
                "ORDER BY rank")])

    def test_filters_of_the_printed_list_leave_the_case_whole(self):
        self.compare("left.json", "right.json", "--kind", "omission",
                     "--min-confidence", "0.9")
        kinds = {row[0] for row in self.rows("SELECT kind FROM divergences")}
        self.assertGreater(len(kinds), 1)

    def test_adding_the_same_twice_changes_nothing(self):
        first = self.compare()
        self.assertIn("new flags", first.errors)
        before = dump(self.folder / "c.db")
        self.assertIn("nothing changed", self.compare().errors)
        self.assertEqual(dump(self.folder / "c.db"), before)

    def test_the_other_way_round_is_the_same_pair(self):
        self.compare()
        before = dump(self.folder / "c.db")
        self.compare("right.json", "left.json")
        self.assertEqual(dump(self.folder / "c.db"), before)

    def test_a_copy_under_another_name_is_the_same_input(self):
        self.compare()
        before = dump(self.folder / "c.db")
        shutil.copy(self.folder / "left.json", self.folder / "copy.json")
        self.compare("copy.json")
        self.assertEqual(dump(self.folder / "c.db"), before)

    def test_sources_are_kept_as_they_were_on_disk(self):
        self.compare()
        self.run_well("case", "export", "c.db", "-o", "c.json")
        sources = json.loads((self.folder / "c.json").read_text("utf-8"))
        self.assertEqual(
            {s["bytes"] for s in sources["sources"]},
            {(self.folder / name).read_text("utf-8")
             for name in ("left.json", "right.json")})

    def test_of_a_jsonl_file_the_line_is_the_source(self):
        self.write("left.jsonl", json.dumps(LEFT) + "\n")
        self.compare("left.jsonl")
        self.assertIn(json.dumps(LEFT).encode(), {
            row[0] for row in self.rows("SELECT bytes FROM sources")})

    def test_another_option_is_another_run_and_keeps_verdicts(self):
        self.compare()
        flags = self.rows("SELECT count(*) FROM flags")
        self.decide()
        self.compare("left.json", "right.json", "--left-outlet", "Another")
        self.assertEqual(self.rows("SELECT count(*) FROM flags"), flags)
        self.assertEqual(self.rows("SELECT count(*) FROM comparisons"),
                         [(2,)])
        info = self.run_json("case", "info", "--format=json", "c.db")
        self.assertEqual(info["decided"], 1)
        self.assertEqual(info["superseded"], 0)

    def test_a_folder_of_pairs_goes_in_at_once(self):
        self.write("a/left.json", json.dumps(LEFT))
        self.write("b/right.json", json.dumps(RIGHT))
        self.compare("a", "b")
        self.assertEqual(self.run_json("case", "info", "--format=json",
                                       "c.db")["pairs"], 1)

    def test_of_a_story_every_two_reports_are_kept(self):
        self.write("third.json", json.dumps(
            {**RIGHT, "id": "third", "outlet": "Third Voice"}))
        self.run_well("compare", "--case", "c.db", "left.json", "right.json",
                      "third.json")
        self.assertEqual(self.rows("SELECT count(*) FROM pairs"), [(3,)])
        self.run_well("case", "check", "c.db")
        before = dump(self.folder / "c.db")
        again = self.run_well("compare", "--case", "c.db", "left.json",
                              "right.json", "third.json")
        self.assertIn("nothing changed", again.errors)
        self.assertEqual(dump(self.folder / "c.db"), before)

    def test_standard_input_is_refused_with_the_remedy(self):
        result = self.run_program("compare", "--case", "c.db", "-",
                                  "right.json", stdin=json.dumps(LEFT))
        self.assert_refused(result, "--case", "save it to a file")
        self.assertNotIn("c.db", self.files())

    def test_bad_input_makes_no_case(self):
        result = self.run_program("compare", "--case", "c.db", "left.json",
                                  "absent.json")
        self.assert_refused(result, "absent.json")
        self.assertNotIn("c.db", self.files())


class RefusalTest(CaseTest):

    def test_what_is_no_case_is_named(self):
        self.write("text.db", "no case at all, " * 100)
        self.write("empty.db", "")
        connection = sqlite3.connect(self.folder / "other.db")
        connection.execute("CREATE TABLE t (x)")
        connection.commit()
        connection.close()
        for name in ("text.db", "empty.db", "other.db", "absent.db", "."):
            for action in ("info", "check", "export"):
                with self.subTest(name=name, action=action):
                    self.assert_refused(
                        self.run_program("case", action, name), name)
        before = self.files()
        self.assert_refused(self.run_program(
            "compare", "--case", "text.db", "left.json", "right.json"),
            "text.db")
        self.assertEqual(self.files(), before)

    def test_a_newer_version_is_refused_with_both_versions(self):
        self.compare()
        connection = sqlite3.connect(self.folder / "c.db")
        connection.execute("PRAGMA user_version = 77")
        connection.commit()
        connection.close()
        for command in (["case", "info", "c.db"],
                        ["compare", "--case", "c.db", "left.json",
                         "right.json"]):
            self.assert_refused(self.run_program(*command), "c.db", "77",
                                "newer rashomon")

    def test_actions_and_forms_that_are_not_there_are_named(self):
        self.compare()
        self.assert_refused(self.run_program("case", "polish", "c.db"),
                            "polish", "export")
        self.assert_refused(self.run_program("case", "import", "c.db"),
                            "import CASE.db FILE")
        self.assert_refused(
            self.run_program("case", "info", "--format=csv", "c.db"), "csv")
        self.assert_refused(
            self.run_program("case", "export", "--format=text", "c.db"),
            "text")

    def test_a_file_without_rights_is_read_and_not_written(self):
        self.compare()
        # Where it was built may be closed to others.
        shutil.copy(harness.PROGRAM, self.folder / "rashomon")
        (self.folder / "c.db").chmod(0o444)
        self.folder.chmod(0o555)
        self.addCleanup(self.folder.chmod, 0o755)
        run = self.run_without_rights
        self.assertEqual(run("case", "info", "c.db").returncode, 0)
        self.assertEqual(run("case", "check", "c.db").returncode, 0)
        refused = run("compare", "--case", "c.db", "left.json", "right.json")
        self.assertEqual(refused.returncode, 2, refused.stderr)
        self.assertIn("c.db", refused.stderr)
        self.assertIn("chmod", refused.stderr)

    def run_without_rights(self, *arguments):
        """As a user to whom the rights of files apply."""
        other = {"user": 65534, "group": 65534} if os.getuid() == 0 else {}
        try:
            return subprocess.run([self.folder / "rashomon", *arguments],
                                  cwd=self.folder, env=self.environment(),
                                  capture_output=True, text=True, check=False,
                                  **other)
        except OSError as error:
            self.skipTest(f"cannot be another user here: {error}")

    def test_a_full_disk_is_named_and_keeps_what_was_there(self):
        self.compare()
        before = dump(self.folder / "c.db")
        self.write("large.json", json.dumps(
            {**LEFT, "url": "x" * 3_000_000}))
        size = (self.folder / "c.db").stat().st_size
        limited = subprocess.run(
            ["bash", "-c", 'trap "" XFSZ; ulimit -f "$1"; shift; exec "$@"',
             "-", str(size // 1024 + 64), harness.PROGRAM, "compare", "--case",
             "c.db", "large.json", "right.json"],
            cwd=self.folder, env=self.environment(), capture_output=True,
            text=True, check=False)
        self.assertEqual(limited.returncode, 2, limited.stderr)
        self.assertIn("c.db", limited.stderr)
        self.assertIn("nothing of this change was kept", limited.stderr)
        self.assertEqual(dump(self.folder / "c.db"), before)
        self.run_well("case", "check", "c.db")


class CheckTest(CaseTest):

    def test_a_whole_case_passes_and_an_altered_one_does_not(self):
        self.compare()
        self.assertIn("no problem", self.run_well("case", "check",
                                                  "c.db").output)
        connection = sqlite3.connect(self.folder / "c.db")
        with connection:
            connection.execute("UPDATE articles SET text = replace(text, "
                               "'bridge', 'tunnel') WHERE article = 1")
        connection.close()
        result = self.run_program("case", "check", "c.db")
        self.assertEqual(result.status, 2)
        self.assertIn("article 1", result.output)
        self.assertIn("c.db", result.errors)


class ExportTest(CaseTest):

    def setUp(self):
        super().setUp()
        self.compare()
        self.decide(1)
        self.decide(2, "dismissed", "trivial")

    def test_each_form_is_the_same_every_time_and_appears_whole(self):
        for form in FORMATS:
            with self.subTest(form=form):
                outputs = {self.run_well("case", "export", "--format", form,
                                         "c.db").raw_output
                           for _ in range(2)}
                self.assertEqual(len(outputs), 1)
                self.run_well("case", "export", "--format", form, "-o", "out",
                              "c.db")
                self.assertEqual((self.folder / "out").read_bytes(),
                                 outputs.pop())

    def test_exporting_leaves_the_case_as_it_is(self):
        before = (self.folder / "c.db").read_bytes()
        for form in FORMATS:
            self.run_well("case", "export", "--format", form, "-o", "out",
                          "c.db")
        self.assertEqual((self.folder / "c.db").read_bytes(), before)
        self.assertFalse([f for f in self.files() if f.startswith("c.db-")])

    def test_csv_says_who_decided_what(self):
        text = self.run_well("case", "export", "--format=csv", "c.db").output
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        self.assertEqual(len(rows), self.rows(
            "SELECT count(*) FROM flags")[0][0])
        by_flag = {row["flag"]: row for row in rows}
        self.assertEqual(by_flag["1"]["confirmed_by"], "Ines")
        self.assertEqual(by_flag["2"]["dismissed_by"], "Ines")
        raw = LEFT["text"].encode("utf-8")
        for row in rows:
            if row["left_field"] == "text":
                begin = int(row["left_begin_utf8_bytes"])
                end = int(row["left_end_utf8_bytes"])
                self.assertEqual(raw[begin:end].decode("utf-8"),
                                 row["left_quote"])

    def test_import_takes_back_json_and_bundle(self):
        for form in ("json", "bundle"):
            with self.subTest(form=form):
                self.run_well("case", "export", "--format", form, "-o",
                              f"e.{form}", "c.db")
                self.run_well("case", "import", f"{form}.db", f"e.{form}")
                self.assertEqual(dump(self.folder / f"{form}.db"),
                                 dump(self.folder / "c.db"))
                self.run_well("case", "export", "--format", form, "-o",
                              f"again.{form}", f"{form}.db")
                self.assertEqual((self.folder / f"again.{form}").read_bytes(),
                                 (self.folder / f"e.{form}").read_bytes())
                self.run_well("compare", "--case", f"{form}.db", "left.json",
                              "right.json")

    def test_every_json_form_fits_its_schema(self):
        self.run_well("case", "export", "--format=bundle", "-o", "c.zip",
                      "c.db")
        with zipfile.ZipFile(self.folder / "c.zip") as bundle:
            manifest = json.loads(bundle.read("manifest.json"))
        export = lambda form: self.run_json("case", "export", "--format",
                                            form, "c.db")
        documents = {
            "bundle": manifest,
            "case": export("json"),
            "case-info": self.run_json("case", "info", "--format=json",
                                       "c.db"),
            "sarif": export("sarif"),
            "webannotation": export("webannotation"),
        }
        for name, document in documents.items():
            with self.subTest(schema=name):
                self.assert_fits(name, document)

    def test_a_bundle_opens_with_any_zip_tool(self):
        self.run_well("case", "export", "--format=bundle", "-o", "c.zip",
                      "c.db")
        with zipfile.ZipFile(self.folder / "c.zip") as bundle:
            self.assertIsNone(bundle.testzip())
            self.assertEqual(bundle.namelist(),
                             ["manifest.json", "case.json", "report.html",
                              "flags.csv", "verdicts.csv"])
            manifest = json.loads(bundle.read("manifest.json"))
        self.assertEqual(len(manifest["inputs"]), 2)

    def test_import_never_overwrites(self):
        self.run_well("case", "export", "-o", "c.json", "c.db")
        before = (self.folder / "c.db").read_bytes()
        self.assert_refused(
            self.run_program("case", "import", "c.db", "c.json"), "c.db",
            "not overwritten")
        self.assertEqual((self.folder / "c.db").read_bytes(), before)

    def test_bad_imports_are_named_and_leave_no_file(self):
        self.run_well("case", "export", "-o", "c.json", "c.db")
        good = json.loads((self.folder / "c.json").read_text("utf-8"))
        altered = copy.deepcopy(good)
        altered["articles"][0]["text"] += " And more."
        self.write("altered.json", json.dumps(altered))
        self.write("text.json", "no json")
        self.write("comparison.json", self.run_well(
            "compare", "--format=json", "left.json", "right.json").output)
        with zipfile.ZipFile(self.folder / "evil.zip", "w") as evil:
            evil.writestr("../../evil.txt", "x")
        before = self.files()
        for name in ("altered.json", "text.json", "comparison.json",
                     "evil.zip", "absent.json", "."):
            with self.subTest(name=name):
                self.assert_refused(
                    self.run_program("case", "import", "new.db", name), name)
                self.assertEqual(self.files(), before)
        self.assert_refused(
            self.run_program("case", "import", "--max-bytes=1K", "new.db",
                             "c.json"), "c.json", "1024")

    def test_the_page_asks_for_nothing_and_has_no_script(self):
        page = self.run_well("case", "export", "--format=html", "c.db").output
        self.assertNotIn("<script", page)
        self.assertNotRegex(page, r"(src|href)=")
        self.assertIn("Ines", page)


class CalibrateTest(CaseTest):

    def decided_case(self, copies=6):
        """Flags of which the surer half is dismissed."""
        for i in range(copies):
            self.write(f"left-{i}.json", json.dumps(
                {**LEFT, "id": f"left-{i}", "url": f"https://x.example/{i}"}))
            self.compare(f"left-{i}.json")
        flags = self.rows("SELECT flag FROM divergences ORDER BY "
                          "comparison, confidence DESC")
        for i, (flag,) in enumerate(flags):
            sure = i * copies // len(flags) * len(flags) // copies
            wrong = (i - sure) < len(flags) // copies // 2
            if wrong:
                self.decide(flag, "dismissed", "trivial")
            else:
                self.decide(flag)
        return len(flags)

    def test_it_reports_both_sides_and_writes_what_compare_takes(self):
        count = self.decided_case()
        report = self.run_json("case", "calibrate", "--format=json", "c.db",
                               "-o", "own.tsv")
        self.assert_fits("calibration", report)
        self.assertEqual(report["right"] + report["wrong"], count)
        self.assertTrue(report["folds_by_pair"])
        self.assertLess(report["after"]["log_loss"],
                        report["before"]["log_loss"])
        compare = lambda *flags: self.run_json(
            "compare", "--format=json", "--all", *flags, "left.json",
            "right.json")
        shipped = compare()
        own = compare("--confidence", "own.tsv")
        self.assertNotEqual(shipped["versions"]["confidence"],
                            own["versions"]["confidence"])
        self.write("home/.config/rashomon/confidence.tsv",
                   (self.folder / "own.tsv").read_bytes())
        self.assertEqual(compare()["versions"], own["versions"])

    def test_verdicts_stay_where_flags_are_weighed_anew(self):
        self.decided_case()
        self.run_well("case", "calibrate", "c.db", "-o", "own.tsv")
        before = self.run_json("case", "info", "--format=json", "c.db")
        self.compare("left-0.json", "right.json", "--confidence", "own.tsv")
        after = self.run_json("case", "info", "--format=json", "c.db")
        self.assertEqual(after["runs"], before["runs"] + 1)
        self.assertGreaterEqual(after["decided"] + after["superseded"],
                                before["decided"])

    def test_too_few_verdicts_are_refused_with_their_number(self):
        self.compare()
        self.decide()
        result = self.run_program("case", "calibrate", "c.db", "-o", "own.tsv")
        self.assert_refused(result, "30", "there are 1")
        self.assertNotIn("own.tsv", self.files())

    def test_a_table_that_is_none_is_named(self):
        for content in ("no table", "", "bias\tx\n"):
            self.write("own.tsv", content)
            self.assert_refused(self.run_program(
                "compare", "--confidence", "own.tsv", "left.json",
                "right.json"), "own.tsv")


class SharedCaseTest(CaseTest):

    def test_several_processes_add_to_one_case_at_once(self):
        for i in range(6):
            article = {**LEFT, "id": f"left-{i}",
                       "title": f"{LEFT['title']}, part {i}"}
            self.write(f"left-{i}.json", json.dumps(article))
        running = [subprocess.Popen(
            [harness.PROGRAM, "compare", "--case", "c.db", f"left-{i}.json",
             "right.json"], cwd=self.folder, env=self.environment(),
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            for i in range(6)]
        for process in running:
            errors = process.communicate()[1]
            self.assertEqual(process.returncode, 0, errors)
        self.run_well("case", "check", "c.db")
        self.assertEqual(self.rows("SELECT count(*) FROM pairs"), [(6,)])


if __name__ == "__main__":
    sys.exit(harness.main())
