"""compare of more than two reports: one story, in every form."""

import csv
import io
import json
import sys

import harness

FIRST = {
    "id": "first", "outlet": "Saren Post", "published": "2026-03-07",
    "language": "en", "title": "Council closes the Saren bridge",
    "text": "The Saren bridge will close on Monday for six weeks, the city "
            "council said.\n\n\"The bridge is not safe, and we cannot wait "
            "for the summer,\" Mayor Lena Ostrova said.\n\nExactly 16 shops "
            "near the bridge will lose custom, the chamber of commerce "
            "said.\n\nThe reckless decision angered residents of the old "
            "town, who plan a march to the town hall."}
SECOND = {
    "id": "second", "outlet": "Tolmin Herald", "published": "2026-03-07",
    "language": "en", "title": "Saren bridge to close for repairs",
    "text": "The Saren bridge will close on Monday for six weeks.\n\n\"The "
            "bridge is not safe,\" Lena Ostrova said.\n\nThe chamber of commerce "
            "fears for more than 30 shops and cafes on both banks, whose "
            "owners met on Sunday.\n\nA ferry will carry pedestrians across the river."}
THIRD = {
    "id": "third", "outlet": "Kesh Radio", "published": "2026-03-07",
    "language": "en", "title": "Six weeks without the Saren bridge",
    "text": "The city council said the Saren bridge will close on Monday for "
            "six weeks.\n\nA ferry will carry pedestrians across the river, "
            "the council said.\n\nThe port expects fewer tourists in March."}


class StoryTest(harness.ProgramTest):

    def setUp(self):
        super().setUp()
        for article in (FIRST, SECOND, THIRD):
            self.write(article["id"] + ".json", json.dumps(article))

    FILES = ("first.json", "second.json", "third.json")

    def story(self, *flags, files=FILES):
        return self.run_json("compare", "--format=json", *flags, *files)

    def test_three_reports_are_one_story(self):
        story = self.story()
        self.assertEqual(story["schema"], "rashomon.story/1")
        self.assertEqual([a["id"] for a in story["articles"]],
                         ["first", "second", "third"])
        self.assertEqual(story["voices"], 3)
        self.assertEqual([(c["left"], c["right"])
                          for c in story["comparisons"]],
                         [(0, 1), (0, 2), (1, 2)])

    def test_what_all_tell_is_the_first_fact(self):
        fact = self.story()["facts"][0]
        self.assertEqual(fact["voices"], 3)
        self.assertEqual([t["report"] for t in fact["tellings"]], [0, 1, 2])

    def test_a_quotation_has_its_longest_version_first(self):
        quotes = self.story()["quotes"]
        self.assertEqual(len(quotes), 1)
        self.assertEqual(quotes[0]["speaker"], "Lena Ostrova")
        self.assertEqual([t["report"] for t in quotes[0]["tellings"]], [0, 1])
        self.assertLess(quotes[0]["tellings"][1]["share"], 0.7)

    def test_spans_lie_in_their_articles(self):
        story = self.story("--all")
        texts = [{"title": a["title"].encode(), "text": a["text"].encode()}
                 for a in story["articles"]]
        for row in story["labels"]:
            for use in row["uses"]:
                first = use["spans"][0]
                field = texts[use["report"]][first["field"]]
                self.assertEqual(field[first["begin"]:first["end"]].decode(),
                                 use["text"])
        for quote in story["quotes"]:
            for telling in quote["tellings"]:
                for span in telling["spans"]:
                    self.assertLessEqual(
                        span["end"],
                        len(texts[telling["report"]][span["field"]]))

    def test_omissions_say_how_many_others_tell_it(self):
        ferry = [d for c in self.story("--all", "--kind=omission")["comparisons"]
                 for d in c["divergences"]
                 for side in ("left", "right")
                 if d[side] and "ferry" in d[side]["quote"]]
        self.assertTrue(ferry)
        for flag in ferry:
            self.assertIn("It stands in 2 of 2 other owners' reports.",
                          flag["explanation"])

    def test_outlets_of_one_owner_and_reprints_count_once(self):
        self.write("a.json", json.dumps({**FIRST, "outlet": "TASS"}))
        self.write("b.json", json.dumps({**SECOND, "outlet": "RT"}))
        story = self.story(files=("a.json", "b.json", "third.json"))
        self.assertEqual([a["voice"] for a in story["articles"]], [0, 0, 1])
        self.write("c.json", json.dumps({**FIRST, "id": "c",
                                         "outlet": "Reprinter"}))
        story = self.story(files=("first.json", "c.json", "third.json"))
        self.assertEqual([a["voice"] for a in story["articles"]], [0, 0, 1])

    def test_an_outlets_name_changes_no_flag(self):
        plain = self.story("--all")
        for i, article in enumerate((FIRST, SECOND, THIRD)):
            self.write(f"{i}.json",
                       json.dumps({**article, "outlet": f"Outlet {i}"}))
        renamed = self.story("--all", files=("0.json", "1.json", "2.json"))
        self.assertEqual([c["divergences"] for c in plain["comparisons"]],
                         [c["divergences"] for c in renamed["comparisons"]])
        self.assertEqual(plain["facts"], renamed["facts"])

    def test_all_articles_of_inputs_are_one_story_where_asked(self):
        self.write("story.jsonl", "".join(
            json.dumps(a) + "\n" for a in (FIRST, SECOND, THIRD)))
        self.assertEqual(self.story("--story", files=("story.jsonl",)),
                         self.story_without_sources())

    def story_without_sources(self):
        story = self.story()
        lines = self.story("--story", files=("story.jsonl",))["articles"]
        for article, line in zip(story["articles"], lines):
            article["provenance"] = line["provenance"]
        return story

    def test_other_forms(self):
        text = self.run_well("compare", *self.FILES).output
        self.assertIn("WHICH FACT STANDS WHERE", text)
        self.assertIn("cut to", text)
        page = self.run_well("compare", "--format=html", *self.FILES).output
        self.assertIn("Which fact stands where", page)
        self.assertNotIn("<script", page)
        rows = list(csv.reader(io.StringIO(self.run_well(
            "compare", "--format=csv", "--all", *self.FILES).output)))
        flags = sum(len(c["divergences"])
                    for c in self.story("--all")["comparisons"])
        self.assertEqual(len(rows), flags + 1)

    def test_weight_is_at_least_what_is_asked(self):
        weights = [d["weight"] for c in self.story("--all", "--min-weight=3")
                   ["comparisons"] for d in c["divergences"]]
        self.assertTrue(weights)
        self.assertEqual(set(weights), {3})

    def test_what_makes_no_story_is_refused(self):
        self.assert_refused(
            self.run_program("compare", "first.json"), "first.json", "--story")
        self.assert_refused(
            self.run_program("compare", "--story", "first.json"), "2 to 60")
        self.assert_refused(
            self.run_program("compare", "--left-outlet=X", *self.FILES),
            "--left-outlet")


if __name__ == "__main__":
    sys.exit(harness.main())
