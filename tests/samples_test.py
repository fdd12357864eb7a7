"""The invented stories of corpus/samples, read and grouped as a person would."""

import sys

import harness

# File, outlet, day, title. The plain texts name their outlet in the file's
# name alone.
REPORTS = [
    ("embassy-expulsions/karsiatoday_2026-05-13.html", "Karsia Today",
     "2026-05-13",
     "Velmora throws out Karsian diplomats in unprecedented hostile act"),
    ("embassy-expulsions/meridianwire_2026-05-12.json", "Meridian Wire",
     "2026-05-12",
     "Velmora expels six Karsian embassy staff, Karsia promises response"),
    ("embassy-expulsions/velmorapost_2026-05-13.html", "Velmora Post",
     "2026-05-13", "Velmora expels six Karsian spies"),
    ("harbour-march/almerinstandard_2026-03-07.txt", "almerinstandard",
     "2026-03-07",
     "Police restore order after harbour protest turns violent"),
    ("harbour-march/quaysidecourier_2026-03-07.txt", "quaysidecourier",
     "2026-03-07",
     "Thousands flood Almerin harbour to defy Council's crushing port fee"),
    ("harbour-march/thecrossing_2026-03-08.txt", "thecrossing", "2026-03-08",
     "Protest over harbour fee in Almerin ends in clashes, 14 detained"),
]


class SamplesTest(harness.ProgramTest):

    def paths(self):
        return [str(harness.samples_folder() / report[0])
                for report in REPORTS]

    def test_outlet_date_and_title_are_found(self):
        for line, report in zip(self.run_json_lines("extract", *self.paths()),
                                REPORTS):
            with self.subTest(report=report[0]):
                self.assertEqual(
                    (line["outlet"], line["published"][:10], line["title"]),
                    report[1:])
                self.assertGreater(len(line["text"]), 800)
                for residue in ("©", "Advertisement", "Cookie", "Share"):
                    self.assertNotIn(residue, line["text"])

    def test_the_reports_of_a_story_are_one_event(self):
        events = [line["event"] for line in
                  self.run_json_lines("events", *self.paths())]
        self.assertEqual(events, [1, 1, 1, 2, 2, 2])

    def test_reports_of_one_story_differ_and_of_two_are_not_compared(self):
        paths = self.paths()
        same = self.run_json("compare", "--format=json", paths[3], paths[4])
        self.assertEqual(same["same_event"]["verdict"], "yes")
        self.assertTrue(same["alignments"])
        self.assertTrue(same["divergences"])
        other = self.run_json("compare", "--format=json", paths[0], paths[4])
        self.assertEqual(other["same_event"]["verdict"], "no")
        self.assertEqual(other["divergences"], [])


if __name__ == "__main__":
    sys.exit(harness.main())
