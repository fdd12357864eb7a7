"""compare, end to end: forms, filters, exit statuses, pairing, and the promise
that exchanging the sides or the outlets' names changes nothing but names."""

import copy
import csv
import io
import json
import sys

import harness

KINDS = ["quantity", "contradiction", "certainty", "attribution", "quotation",
         "label", "agency", "cause", "loaded", "omission", "emphasis"]

LEFT = {
    "id": "left", "outlet": "Saren Post", "published": "2026-03-07",
    "language": "en", "title": "Council closes the Saren bridge",
    "text": "The Saren bridge will close on Monday for six weeks, the city "
            "council said.\n\nExactly 16 shops near the bridge will lose "
            "custom, according to the chamber of commerce.\n\nMayor Lena "
            "Ostrova said the bridge was unsafe.\n\nThe reckless decision "
            "angered residents of the old town."}
RIGHT = {
    "id": "right", "outlet": "Tolmin Herald", "published": "2026-03-07",
    "language": "en", "title": "Saren bridge to close for repairs",
    "text": "The Saren bridge may close on Monday for six weeks, the city "
            "council said.\n\nMore than 30 shops near the bridge will lose "
            "custom, according to the chamber of commerce.\n\nThe bridge was "
            "unsafe.\n\nThe decision angered residents of the old town.\n\n"
            "The council refused to pay the shops any compensation, and the "
            "shopkeepers will sue it."}


class CompareTest(harness.ProgramTest):

    def setUp(self):
        super().setUp()
        self.write("left.json", json.dumps(LEFT))
        self.write("right.json", json.dumps(RIGHT))

    def compare(self, *flags, left="left.json", right="right.json"):
        return self.run_json("compare", "--format", "json", *flags, left,
                             right)


class FormsTest(CompareTest):

    def test_json_has_the_parts_of_the_design(self):
        comparison = self.compare()
        self.assertEqual(comparison["schema"], "rashomon.comparison/1")
        for side in ("left", "right"):
            for name in ("sentences", "residue", "text", "outlet"):
                self.assertIn(name, comparison[side])
        for name in ("same_event", "alignments", "divergences", "unmatched",
                     "notes", "versions"):
            self.assertIn(name, comparison)
        self.assertTrue(comparison["divergences"])

    def test_every_quotation_is_the_bytes_at_its_span(self):
        comparison = self.compare("--all")
        for divergence in comparison["divergences"]:
            self.assertIn(divergence["kind"], KINDS)
            self.assertTrue(divergence["left"] or divergence["right"])
            for side in ("left", "right"):
                self.check_quote(comparison[side], divergence[side])
            if divergence["nearest"]:
                nearest = divergence["nearest"]
                self.check_quote(comparison[nearest["side"]], nearest)

    def check_quote(self, article, evidence):
        if evidence is None:
            return
        raw = article[evidence["field"]].encode("utf-8")
        self.assertEqual(raw[evidence["begin"]:evidence["end"]],
                         evidence["quote"].encode("utf-8"))
        self.assertTrue(any(s["field"] == evidence["field"] and
                            s["begin"] <= evidence["begin"] and
                            evidence["end"] <= s["end"]
                            for s in article["sentences"]), evidence)

    def test_equal_input_gives_equal_bytes(self):
        for form in ("text", "json", "html", "csv"):
            with self.subTest(form=form):
                runs = {self.run_well("compare", "--format", form,
                                      "left.json", "right.json").raw_output
                        for _ in range(2)}
                self.assertEqual(len(runs), 1)

    def test_text_keeps_to_the_width_and_has_no_colour_in_a_pipe(self):
        output = self.run_well("compare", "--width=72", "left.json",
                               "right.json").output
        self.assertNotIn("\x1b", output)
        self.assertLessEqual(max(map(len, output.splitlines())), 72)
        self.assertIn("Saren Post", output)

    def test_colour_is_given_where_it_is_asked_for(self):
        run = lambda *flags: self.run_well("compare", *flags, "left.json",
                                           "right.json").output
        self.assertIn("\x1b[", run("--color=always"))
        self.assertNotIn("\x1b", run("--color=never"))
        self.assertNotIn("\x1b", run("--color=auto"))

    def test_html_is_one_file_that_asks_for_nothing_else(self):
        self.run_well("compare", "--format=html", "-o", "out.html",
                      "left.json", "right.json")
        page = (self.folder / "out.html").read_text(encoding="utf-8")
        self.assertIn("Content-Security-Policy", page)
        self.assertNotRegex(page, r'(src|href)="(https?:)?//')

    def test_csv_has_a_row_for_each_divergence(self):
        output = self.run_well("compare", "--format=csv", "--all",
                               "left.json", "right.json").output
        rows = list(csv.DictReader(io.StringIO(output, newline="")))
        self.assertEqual(
            [row["kind"] for row in rows],
            [d["kind"] for d in self.compare("--all")["divergences"]])

    def test_sarif_has_the_flags_that_json_has(self):
        flags = self.compare()["divergences"]
        log = self.run_json("compare", "--format", "sarif", "left.json",
                            "right.json")
        results = log["runs"][0]["results"]
        self.assertEqual(
            [r["partialFingerprints"]["rashomonFingerprint/v1"]
             for r in results],
            [f["fingerprint"] for f in flags])
        for result, flag in zip(results, flags):
            first = flag["left"] or flag["right"]
            region = result["locations"][0]["physicalLocation"]["region"]
            self.assertEqual(region["snippet"]["text"], first["quote"])

    def test_sarif_keeps_to_the_flags_asked_for(self):
        log = self.run_json("compare", "--format", "sarif", "--kind", "loaded",
                            "left.json", "right.json")
        kinds = {r["properties"]["kind"] for r in log["runs"][0]["results"]}
        self.assertEqual(kinds, {"loaded"})

    def test_article_text_is_never_markup_or_escape_codes(self):
        hostile = copy.deepcopy(RIGHT)
        hostile["title"] = "<script>alert(1)</script> \x1b[2J bridge"
        hostile["text"] += "\n\n<img src=x onerror=alert(1)> shops \x1b]0;x\x07"
        hostile["outlet"] = "\"><b>Tolmin"
        self.write("hostile.json", json.dumps(hostile))
        page = self.run_well("compare", "--format=html", "left.json",
                             "hostile.json").output
        self.assertNotIn("<script>alert", page)
        self.assertNotIn("<img src=x", page)
        self.assertNotIn("<b>Tolmin", page)
        text = self.run_well("compare", "left.json", "hostile.json").output
        self.assertNotIn("\x1b", text)
        self.assertNotIn("\x07", text)


class FilterTest(CompareTest):

    def test_kinds_are_kept_as_asked(self):
        every = self.compare("--all")["divergences"]
        kind = every[0]["kind"]
        kept = self.compare("--all", "--kind", kind)["divergences"]
        self.assertEqual(kept, [d for d in every if d["kind"] == kind])

    def test_confidence_is_at_least_what_is_asked(self):
        every = self.compare("--all")["divergences"]
        middle = sorted(d["confidence"] for d in every)[len(every) // 2]
        kept = self.compare("--all", f"--min-confidence={middle}")
        self.assertTrue(kept["divergences"])
        for divergence in kept["divergences"]:
            self.assertGreaterEqual(divergence["confidence"], middle)

    def test_exit_code_tells_whether_there_are_divergences(self):
        run = lambda *flags: self.run_program(
            "compare", "--format=json", *flags, "left.json",
            "right.json").status
        self.assertEqual(run(), 0)
        self.assertEqual(run("--exit-code"), 1)
        self.assertEqual(run("--exit-code", "--kind=quotation",
                             "--min-confidence=1"), 0)

    def test_overrides_win(self):
        comparison = self.compare("--left-outlet=X", "--left-date=2026-03-01",
                                  "--right-title=Another title",
                                  "--right-url=https://example.org/r")
        self.assertEqual(comparison["left"]["outlet"], "X")
        self.assertEqual(comparison["left"]["published"], "2026-03-01")
        self.assertEqual(comparison["right"]["title"], "Another title")
        self.assertEqual(comparison["right"]["url"], "https://example.org/r")


class SwapTest(CompareTest):

    def mirrored(self, comparison):
        """What is compared, with the sides exchanged."""
        turned = copy.deepcopy(comparison)
        turned["left"], turned["right"] = turned["right"], turned["left"]
        for divergence in turned["divergences"]:
            divergence["left"], divergence["right"] = (divergence["right"],
                                                       divergence["left"])
            if divergence["nearest"]:
                divergence["nearest"]["side"] = {
                    "left": "right", "right": "left"}[
                        divergence["nearest"]["side"]]
        return turned

    def essence(self, comparison):
        """Of each divergence all but its explanation, which says its two
        sides in their order; sorted, as ties may stand either way."""
        return sorted(
            json.dumps({k: v for k, v in d.items() if k != "explanation"},
                       sort_keys=True)
            for d in comparison["divergences"])

    def assert_mirrored(self, left, right):
        there = self.compare("--all", left=left, right=right)
        back = self.compare("--all", left=right, right=left)
        self.assertEqual(there["same_event"], back["same_event"])
        self.assertEqual(self.essence(there),
                         self.essence(self.mirrored(back)))
        pairs = sorted((g["left"], g["right"]) for g in there["alignments"])
        self.assertEqual(pairs, sorted((g["right"], g["left"])
                                       for g in back["alignments"]))

    def test_exchanging_the_sides_mirrors_the_result(self):
        self.assert_mirrored("left.json", "right.json")

    def test_the_samples_too(self):
        reports = sorted(str(path) for path in
                         (harness.samples_folder() / "harbour-march").iterdir())
        self.assertGreaterEqual(len(reports), 3)
        for i, left in enumerate(reports):
            for right in reports[i + 1:]:
                with self.subTest(left=left, right=right):
                    self.assert_mirrored(left, right)

    def test_the_real_articles_too(self):
        reports = sorted(str(path) for path in
                         (harness.data_folder() / "articles").glob("*.txt"))
        for i, left in enumerate(reports):
            for right in reports[i + 1:]:
                with self.subTest(left=left, right=right):
                    self.assert_mirrored(left, right)

    def test_an_outlets_name_changes_no_flag(self):
        plain = self.compare("--all")
        renamed = self.compare("--all", "--left-outlet=TASS",
                               "--right-outlet=Reuters")
        self.assertEqual(self.essence(plain), self.essence(renamed))
        self.assertEqual(plain["alignments"], renamed["alignments"])


class PairingTest(CompareTest):

    CLIMBERS = {
        "id": "climbers", "title": "Climbers found alive on Mount Tolmin",
        "published": "2026-03-02",
        "text": "Three climbers were found alive on Mount Tolmin after four "
                "nights in a snow cave, rescue chief Oren Halsk said.\n\nA "
                "helicopter took the climbers to the hospital of Dorvest."}

    def test_folders_are_paired_by_event(self):
        self.write("one/a.json", json.dumps(LEFT))
        self.write("one/b.json", json.dumps(self.CLIMBERS))
        self.write("two/a.json", json.dumps({**self.CLIMBERS, "id": "other"}))
        self.write("two/b.json", json.dumps(RIGHT))
        lines = self.run_json_lines("compare", "--format=json", "one", "two")
        self.assertEqual([(c["left"]["id"], c["right"]["id"]) for c in lines],
                         [("left", "right"), ("climbers", "other")])

    def test_html_refuses_several_comparisons(self):
        self.write("one.jsonl", json.dumps(LEFT) + "\n" +
                   json.dumps(self.CLIMBERS))
        self.assert_refused(
            self.run_program("compare", "-q", "--format=html", "one.jsonl",
                             "one.jsonl"), "html", "json")

    def test_standard_input_is_one_side(self):
        result = self.run_well("compare", "--format=json", "-", "right.json",
                               stdin=json.dumps(LEFT))
        self.assertEqual(json.loads(result.output)["divergences"],
                         self.compare()["divergences"])

    def test_align_gives_the_same_pairs_as_compare(self):
        aligned = self.run_json("align", "left.json", "right.json")
        self.assertEqual(aligned["alignments"], self.compare()["alignments"])
        self.assertTrue(aligned["alignments"])


class FiveArticlesTest(harness.ProgramTest):
    """The real articles, where the gold data is at hand."""

    def compare(self, left, right, *flags):
        folder = harness.data_folder() / "articles"
        return self.run_json("compare", "--format=json", "--all", *flags,
                             str(folder / left), str(folder / right))

    def assert_different_events(self, comparison):
        self.assertEqual(comparison["same_event"]["verdict"], "no")
        self.assertEqual(comparison["divergences"], [])
        self.assertIn("different-events",
                      [note["code"] for note in comparison["notes"]])

    def test_two_reports_four_years_apart_are_different_events(self):
        self.assert_different_events(self.compare("tass_2021-04-28.txt",
                                                  "rferl_2017-09-13.txt"))

    def test_they_are_without_their_dates_too(self):
        for name in ("tass_2021-04-28.txt", "rferl_2017-09-13.txt"):
            article = self.run_json(
                "extract", str(harness.data_folder() / "articles" / name))
            article["published"] = ""
            self.write(name.split("_")[0] + ".json", json.dumps(article))
        self.assert_different_events(self.run_json(
            "compare", "--format=json", "tass.json", "rferl.json"))

    def test_all_pairs_compare(self):
        names = sorted(path.name for path in
                       (harness.data_folder() / "articles").glob("*.txt"))
        self.assertEqual(len(names), 5)
        for i, left in enumerate(names):
            for right in names[i + 1:]:
                with self.subTest(left=left, right=right):
                    comparison = self.compare(left, right)
                    self.assertTrue(comparison["left"]["published"])
                    self.assertTrue(comparison["right"]["outlet"])

    def assert_flagged(self, comparison, kinds, left, right):
        """A flag of one of the kinds quotes both; sides in either order."""
        for flag in comparison["divergences"]:
            quotes = [(flag[side] or {"quote": ""})["quote"]
                      for side in ("left", "right")]
            if flag["kind"] in kinds and left in quotes[0] \
                    and right in quotes[1]:
                return
        self.fail(f"no flag sets {left!r} beside {right!r}")

    def test_one_offer_told_in_two_ways(self):
        self.assert_flagged(
            self.compare("rt-russian_2021-04-28.txt", "rt_2021-04-28.txt"),
            ["quotation", "label"], "\"nullify\"", "complete reset")

    def test_one_phrase_translated_twice(self):
        self.assert_flagged(
            self.compare("rt-russian_2021-04-28.txt", "tass_2021-04-28.txt"),
            ["quotation"], "frank conversation", "very direct conversations")

    def test_alleged_interference_beside_the_bare_word(self):
        self.assert_flagged(
            self.compare("rt_2021-04-28.txt",
                         "republicworld_2021-04-16.txt"),
            ["certainty"], "alleged interference", "interference")

    def test_alleged_spies(self):
        self.assert_flagged(
            self.compare("rt_2021-04-28.txt",
                         "republicworld_2021-04-16.txt"),
            ["label"], "10 people from the Russian diplomatic mission",
            "10 diplomats, who include alleged spies")

    def test_exact_numbers_beside_a_bound_are_precision(self):
        comparison = self.compare("rt-russian_2021-04-28.txt",
                                  "rt_2021-04-28.txt")
        self.assert_flagged(comparison, ["quantity"],
                            "16 organizations and 16 individuals",
                            "more than 30 individuals and organizations")
        for flag in comparison["divergences"]:
            if flag["rule"] == "quantity.precision":
                self.assertNotIn("conflict", flag["explanation"].lower())
                self.assertLess(flag["weight"], 3)

    def test_one_number_in_other_words_is_no_quantity(self):
        folder = harness.data_folder() / "articles"
        names = sorted(path.name for path in folder.glob("*2021*.txt"))
        for i, left in enumerate(names):
            for right in names[i + 1:]:
                for flag in self.compare(left, right)["divergences"]:
                    if flag["kind"] != "quantity" or not flag["left"] \
                            or not flag["right"]:
                        continue
                    quotes = (flag["left"]["quote"] + " / " +
                              flag["right"]["quote"]).lower()
                    self.assertFalse("10 " in quotes and "ten " in quotes,
                                     quotes)

    def test_the_two_rt_articles_are_about_one_matter(self):
        comparison = self.compare("rt_2021-04-28.txt",
                                  "rt-russian_2021-04-28.txt")
        self.assertNotEqual(comparison["same_event"]["verdict"], "no")


if __name__ == "__main__":
    sys.exit(harness.main())
