"""Word vectors of the user's own: --model and the configuration folder."""

import os
import sys

import harness

# No shipped table knows what a blorp is; here it is all but a feline.
GLOVE = ("feline 1 0 0\n"
         "blorp 0.98 0.2 0\n"
         "harbour 0 1 0\n"
         "closed 0 0 1\n")
PAIRS = "left\tright\nthe feline\tthe blorp\n"


class ModelTest(harness.ProgramTest):

    def setUp(self):
        super().setUp()
        self.write("glove.txt", GLOVE)
        self.write("pairs.tsv", PAIRS)
        self.write("a.txt", "Harbour closed\n\nThe ministry closed it.\n")
        self.write("b.txt", "A storm\n\nThe harbour was closed on Monday.\n")

    def similarity(self, *flags, **options):
        output = self.run_well("similarity", *flags, "pairs.tsv",
                               **options).output
        return float(output.splitlines()[1].split("\t")[-1])

    def word_vectors_of(self, *flags):
        return self.run_json("compare", "--format=json", *flags, "a.txt",
                             "b.txt")["versions"]["word_vectors"]

    def test_words_are_near_as_the_file_says(self):
        self.assertGreater(self.similarity("--model", "glove.txt"),
                           self.similarity() + 0.3)

    def test_every_text_form_is_told_by_itself(self):
        self.write("word2vec.vec", "4 3\n" + GLOVE)
        self.assertEqual(self.similarity("--model=word2vec.vec"),
                         self.similarity("--model=glove.txt"))

    def test_the_configuration_folder_counts_and_the_flag_wins(self):
        config = {"XDG_CONFIG_HOME": str(self.folder / "config")}
        self.write("config/rashomon/model", GLOVE)
        with_flag = self.similarity("--model=glove.txt")
        self.assertEqual(self.similarity(environment=config), with_flag)
        self.write("far.txt", GLOVE.replace("0.98 0.2", "0 1"))
        self.assertLess(self.similarity("--model=far.txt", environment=config),
                        with_flag)

    def test_the_comparison_names_the_table(self):
        shipped = self.word_vectors_of()
        own = self.word_vectors_of("--model=glove.txt")
        self.assertRegex(shipped, r"^[0-9a-f]{16}$")
        self.assertRegex(own, r"^[0-9a-f]{16}$")
        self.assertNotEqual(own, shipped)
        self.write("copy.txt", GLOVE)
        self.assertEqual(self.word_vectors_of("--model=copy.txt"), own)

    def test_align_takes_it_too(self):
        alignment = self.run_json("align", "--model=glove.txt", "a.txt",
                                  "b.txt")
        self.assertIn("alignments", alignment)


class BadModelTest(harness.ProgramTest):

    def setUp(self):
        super().setUp()
        self.write("pairs.tsv", PAIRS)
        self.write("a.txt", "Harbour closed\n\nThe ministry closed it.\n")

    def assert_refused_everywhere(self, model, *named):
        for command in (("similarity", "pairs.tsv"),
                        ("align", "a.txt", "a.txt"),
                        ("compare", "a.txt", "a.txt")):
            with self.subTest(command=command):
                result = self.run_program(command[0], "--model", model,
                                          "-o", "out", *command[1:])
                self.assert_refused(result, model, "--model takes", *named)
                self.assertNotIn("out", self.files())

    def test_a_file_that_is_not_there(self):
        self.assert_refused_everywhere("absent.txt", "No such file")

    def test_an_empty_file(self):
        self.write("empty.bin", "")
        self.assert_refused_everywhere("empty.bin")

    def test_a_row_of_another_number_of_dimensions(self):
        self.write("short.txt", GLOVE + "storm 1 0\n")
        self.assert_refused_everywhere("short.txt", "line 5", "3")

    def test_a_header_of_another_number_of_dimensions(self):
        self.write("head.vec", "4 5\n" + GLOVE)
        self.assert_refused_everywhere("head.vec", "line 2", "5")

    def test_a_file_of_this_program_that_is_cut_short(self):
        self.write("cut.bin", b"RASHVEC\n" + bytes(40))
        self.assert_refused_everywhere("cut.bin")

    def test_a_folder_without_a_model(self):
        os.mkdir(self.folder / "folder")
        self.assert_refused_everywhere("folder", "model.safetensors")

    def test_a_damaged_file_of_the_configuration_folder_is_named(self):
        self.write("config/rashomon/model", "storm 1 0\nport 1\n")
        result = self.run_program(
            "similarity", "pairs.tsv",
            environment={"XDG_CONFIG_HOME": str(self.folder / "config")})
        self.assert_refused(result, "config/rashomon/model", "line 2")


if __name__ == "__main__":
    sys.exit(harness.main())
