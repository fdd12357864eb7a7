"""rashomon contrast: pairs of sentences as a table."""

import sys

import harness


class ContrastTest(harness.ProgramTest):

    def table(self, *rows):
        return "".join("\t".join(row) + "\n" for row in rows)

    def rows(self, *arguments, **keywords):
        output = self.run_well("contrast", *arguments, **keywords).output
        return [line.split("\t") for line in output.splitlines()]

    def test_appends_two_columns_and_keeps_the_rest(self):
        rows = self.rows(stdin=self.table(
            ("id", "hypothesis", "text"),
            ("7", "Nobody was hurt.", "Three people were hurt."),
            ("8", "Prices fell.", "The minister resigned."),
            ("9", "The port closed.", "The port closed.")))
        self.assertEqual(rows[0], ["id", "hypothesis", "text", "conflict",
                                   "kinds"])
        self.assertEqual([row[0] for row in rows[1:]], ["7", "8", "9"])
        self.assertGreaterEqual(float(rows[1][3]), 0.5)
        self.assertIn("contradiction", rows[1][4].split(","))
        for row in rows[2:]:
            self.assertLess(float(row[3]), 0.5)
            self.assertNotIn("contradiction", row[4])

    def test_contradiction_is_named_where_the_conflict_decides_so(self):
        pairs = [("Ten men left.", "Twelve men left."),
                 ("Police attacked the crowd.",
                  "Police allegedly attacked the crowd, he said."),
                 ("She sang.", "She did not sing."), ("", ""), ("a", "b")]
        rows = self.rows(stdin=self.table(("left", "right"), *pairs))
        self.assertEqual(len(rows), len(pairs) + 1)
        for row in rows[1:]:
            self.assertRegex(row[2], r"^[01]\.\d{4}$")
            self.assertEqual("contradiction" in row[3].split(","),
                             float(row[2]) >= 0.5, row)

    def test_left_and_right_are_text_and_hypothesis(self):
        pair = ("The talks ended.", "The talks did not end.")
        self.assertEqual(
            self.rows(stdin=self.table(("left", "right"), pair))[1],
            self.rows(stdin=self.table(("text", "hypothesis"), pair))[1])

    def test_empty_and_very_long_cells_are_defined(self):
        rows = self.rows(stdin=self.table(
            ("text", "hypothesis"), ("", "A man left."), ("...", "?"),
            ("no 10 not " * 10_000, "Nobody left " * 9_000)))
        self.assertEqual(rows[1][2:], ["0.0000", ""])
        self.assertEqual(rows[2][2:], ["0.0000", ""])
        self.assertLessEqual(float(rows[3][2]), 1)

    def test_users_extend_the_contrast_sets(self):
        self.write("contrast_sets.tsv",
                   "phrase\tcategory\tstrength\tlanguage\tnote\n"
                   "grelb\tgem\t0.9\ten\tgrelb\n"
                   "plonk\tgem\t0.9\ten\tplonk\n")
        stdin = self.table(("left", "right"),
                           ("The mayor of Tolmin wore a grelb.",
                            "The mayor of Tolmin wore a plonk."))
        without = self.rows(stdin=stdin)[1]
        extended = self.rows("--lexicon", "contrast_sets.tsv", stdin=stdin)[1]
        self.assertLess(float(without[2]), 0.5)
        self.assertGreaterEqual(float(extended[2]), 0.5)

    def test_bad_rows_are_named_by_file_and_line(self):
        self.write("pairs.tsv", "left\tright\nx\ty\nonly one\nv\tw\n")
        result = self.run_program("contrast", "pairs.tsv")
        self.assertEqual(result.status, 2)
        self.assertEqual(len(result.output.splitlines()), 2)
        self.assertIn("pairs.tsv:3", result.errors)
        result = self.run_well("contrast", "--skip-bad", "pairs.tsv")
        self.assertEqual(len(result.output.splitlines()), 3)
        self.assertIn("1 bad rows", result.errors)

    def test_tables_without_the_columns_are_refused(self):
        self.write("pairs.tsv", "a\tb\nx\ty\n")
        self.assert_refused(self.run_program("contrast", "pairs.tsv"),
                            "pairs.tsv", "hypothesis")
        self.write("half.tsv", "text\tb\nx\ty\n")
        self.assert_refused(self.run_program("contrast", "half.tsv"),
                            "half.tsv", "hypothesis")
        self.write("again.tsv", "left\tright\tkinds\nx\ty\tz\n")
        self.assert_refused(self.run_program("contrast", "again.tsv"), "kinds")
        self.assert_refused(self.run_program("contrast", stdin=""), "empty")


if __name__ == "__main__":
    sys.exit(harness.main())
