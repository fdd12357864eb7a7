#include "tools/cli/command_table.h"

#include <utility>

#include "tools/cli/version.h"

namespace rashomon {
namespace {

using Flags = std::vector<FlagSpec>;

FlagSpec Switch(std::string name, std::string help, char letter = 0) {
  FlagSpec flag;
  flag.name = std::move(name);
  flag.help = std::move(help);
  flag.letter = letter;
  return flag;
}

FlagSpec Valued(std::string name, ValueKind kind, std::string value,
                std::string help) {
  FlagSpec flag;
  flag.name = std::move(name);
  flag.kind = kind;
  flag.value = std::move(value);
  flag.help = std::move(help);
  return flag;
}

FlagSpec Choice(std::string name, std::string value, std::string help,
                std::vector<std::string> choices, std::string default_value) {
  FlagSpec flag =
      Valued(std::move(name), ValueKind::kChoice, std::move(value),
             std::move(help));
  flag.choices = std::move(choices);
  flag.default_value = std::move(default_value);
  return flag;
}

FlagSpec Repeatable(FlagSpec flag) {
  flag.repeatable = true;
  return flag;
}

FlagSpec OutputFlag() {
  FlagSpec flag = Valued(
      "output", ValueKind::kFile, "FILE",
      "write to FILE instead of standard output; it appears whole or not at "
      "all");
  flag.letter = 'o';
  return flag;
}

FlagSpec OutletsFlag() {
  return Repeatable(Valued(
      "outlets", ValueKind::kFile, "FILE",
      "add the outlets of a TSV file; its rows win over shipped ones"));
}

FlagSpec MaxBytesFlag() {
  FlagSpec flag = Valued("max-bytes", ValueKind::kSize, "SIZE",
                         "refuse an article or file larger than SIZE");
  flag.default_value = "16M";
  return flag;
}

FlagSpec LexiconFlag() {
  return Repeatable(Valued(
      "lexicon", ValueKind::kFile, "[LIST=]FILE",
      "add the words of a TSV file to a word list, by default the one that "
      "FILE is named after (hedges.tsv: hedges)"));
}

FlagSpec ModelFlag() {
  return Valued(
      "model", ValueKind::kFile, "FILE",
      "use the word vectors of FILE instead of the shipped ones: fastText .bin, "
      "word2vec, GloVe, a model2vec folder, or this program's own form; the "
      "fitted weights stay as they are");
}

FlagSpec ConfidenceFlag() {
  return Valued("confidence", ValueKind::kFile, "FILE",
                "weigh flags by the table of FILE, as case calibrate writes "
                "it, instead of the shipped one");
}

FlagSpec SkipBadFlag(const std::string& what) {
  return Switch("skip-bad", "pass over " + what +
                                " that cannot be read, and count them, "
                                "instead of stopping there");
}

Flags SideFlags(const std::string& side) {
  const std::string of = " of the " + side + " article";
  return {
      Valued(side + "-outlet", ValueKind::kText, "NAME", "the outlet" + of),
      Valued(side + "-date", ValueKind::kDate, "DATE",
             "the publication date" + of + ", ISO 8601"),
      Valued(side + "-title", ValueKind::kText, "TEXT", "the title" + of),
      Valued(side + "-url", ValueKind::kText, "URL",
             "the address" + of + ", for the record; nothing is fetched"),
      Choice(side + "-language", "CODE", "the language" + of, {"en", "ru"},
             ""),
  };
}

Flags Joined(std::vector<Flags> parts) {
  Flags all;
  for (Flags& part : parts) {
    for (FlagSpec& flag : part) all.push_back(std::move(flag));
  }
  return all;
}

std::vector<std::string> KindNames() {
  return {"quantity", "contradiction", "certainty", "attribution",
          "quotation", "label", "agency", "cause", "loaded", "omission",
          "emphasis"};
}

CommandSpec Compare() {
  CommandSpec c;
  c.name = "compare";
  c.operands = "A B [C...]";
  c.min_operands = 1;
  c.max_operands = -1;
  c.summary = "Compare reports and list where they differ";
  c.paragraphs = {
      "A and B are text files, saved web pages, Article JSON, JSONL, folders "
      "of those, or '-' for standard input. The sentences of the two are "
      "aligned, and each place where one thing is told in two ways is listed "
      "with both quotations as evidence. It describes the texts; it does not "
      "say which is right.",
      "Where a side holds several articles, each is paired with the one of "
      "the other side that reports the same event, and JSON has one "
      "comparison a line.",
      "Three inputs or more, and all articles of the inputs with --story, are "
      "one story: each two reports are compared, and a view of the whole tells "
      "which fact stands where, what each report calls things, the versions of "
      "each quotation, and who is quoted how much. Reprints of one text, and "
      "outlets of one owner, count once."};
  c.flags = Joined(
      {{Choice("format", "FORMAT", "the form of the result",
               {"text", "json", "html", "csv", "sarif"}, "text"),
        OutputFlag(),
        Switch("all", "list every divergence, not only the first 15"),
        Repeatable(Choice("kind", "KIND", "list only divergences of KIND",
                          KindNames(), "")),
        Valued("min-confidence", ValueKind::kShare, "P",
               "list only divergences of confidence P (0 to 1) or more"),
        Choice("min-weight", "W",
               "list only divergences of weight W or more (1 slight, 2 clear, "
               "3 what an editor would name first)",
               {"1", "2", "3"}, ""),
        Switch("story", "take all articles of the inputs as one story"),
        Switch("exit-code", "exit with 1 where divergences were found"),
        Valued("case", ValueKind::kFile, "CASE.db",
               "keep articles, comparison and every divergence in a case, made "
               "where it is not there; what is in it already stays, with its "
               "verdicts")},
       SideFlags("left"),
       SideFlags("right"),
       {ModelFlag(), ConfidenceFlag(), LexiconFlag(), OutletsFlag(),
        MaxBytesFlag(),
        SkipBadFlag("articles of a folder or JSONL file"),
        Choice("color", "WHEN", "colour in the text form",
               {"auto", "always", "never"}, "auto"),
        Valued("width", ValueKind::kCount, "COLUMNS",
               "width of the text form; by default the terminal's")}});
  c.examples = {
      {"rashomon compare tass_2021-04-28.txt rt_2021-04-28.html",
       "side by side in the terminal"},
      {"rashomon compare --format html -o report.html a.txt b.txt",
       "one page that opens offline"},
      {"rashomon compare --format json --all monday/ tuesday/",
       "folders, paired by event, a comparison a line"},
      {"rashomon compare --case strike.db a.txt b.txt",
       "kept for review"},
      {"rashomon compare tass.txt rt.html rferl.txt",
       "three reports as one story"},
      {"rashomon compare --model glove.6B.300d.txt a.txt b.txt",
       "with word vectors of your own"},
  };
  return c;
}

CommandSpec Case() {
  CommandSpec c;
  c.name = "case";
  c.operands = "info|check|export|import|calibrate CASE.db [FILE...]";
  c.min_operands = 2;
  c.max_operands = -1;
  c.summary = "Look at a case, check it, hand it on, learn from it";
  c.paragraphs = {
      "A case is one file with articles, comparisons, divergences and the "
      "verdicts of reviewers; compare --case makes it.",
      "info says what is in it. check finds what was damaged or altered: "
      "hashes of sources, articles and runs, quotations against their text, "
      "the history of verdicts. export writes it: as JSON with all there is, "
      "CSV, W3C Web Annotation, SARIF 2.1.0, a page that opens offline, or a "
      "bundle, a zip of JSON, page, tables and hashes. import makes a new "
      "CASE.db of the JSON or bundle in FILE.",
      "calibrate refits how sure flags are on the verdicts of one or more "
      "cases, and says how the refit does on flags that it did not see; with "
      "-o it writes the weights for compare --confidence. The shipped weights "
      "stay as they are."};
  FlagSpec limit = MaxBytesFlag();
  limit.help = "import: refuse a FILE, or what it unpacks to, larger than SIZE";
  limit.default_value = "512M";
  c.flags = {Choice("format", "FORMAT",
                    "the form of the result; info and calibrate: text or "
                    "json; export: any but text, by default json",
                    {"text", "json", "csv", "webannotation", "sarif", "html",
                     "bundle"},
                    ""),
             OutputFlag(), limit, ConfidenceFlag()};
  c.examples = {
      {"rashomon case info strike.db", "how far the review is"},
      {"rashomon case export strike.db --format html -o strike.html",
       "what was confirmed, by whom"},
      {"rashomon case export strike.db --format bundle -o strike.zip",
       "all of it, to hand on"},
      {"rashomon case import copy.db strike.zip", "and to take it back"},
      {"rashomon case calibrate strike.db march.db -o "
       "~/.config/rashomon/confidence.tsv",
       "flags of later comparisons are as sure as your verdicts say"}};
  return c;
}

CommandSpec Review() {
  CommandSpec c;
  c.name = "review";
  c.operands = "CASE.db";
  c.min_operands = 1;
  c.max_operands = 1;
  c.summary = "Read a case side by side and decide on its flags";
  c.paragraphs = {
      "Serves the review page on this machine alone, prints its address and "
      "opens it in the browser. Both reports stand side by side, each flag "
      "with its evidence; keys confirm, dismiss and take back (\"?\" on the "
      "page lists them). Nothing is fetched from the network.",
      "Several people may review one case, at one address or each with a "
      "program of their own. Ctrl-C ends it."};
  FlagSpec port = Valued("port", ValueKind::kCount, "N",
                         "listen on port N; by default any that is free");
  FlagSpec host = Valued("host", ValueKind::kText, "ADDRESS",
                         "listen on ADDRESS of this machine");
  host.default_value = "127.0.0.1";
  c.flags = {
      std::move(port),
      Switch("no-browser", "print the address and open nothing"),
      Valued("reviewer", ValueKind::kText, "NAME",
             "whose decisions they are; by default the page asks"),
      Switch("blind", "hide the names of outlets in lists, heads and quotations"),
      Switch("hide-verdicts",
             "show others' verdicts on a flag only to who has decided on it"),
      std::move(host),
      Switch("allow-remote",
             "allow a --host that others on the network can reach"),
  };
  c.examples = {{"rashomon review strike.db", "opens the page"},
                {"rashomon review --blind --hide-verdicts strike.db",
                 "for two reviewers who are to agree unaided"}};
  return c;
}

CommandSpec Extract() {
  CommandSpec c;
  c.name = "extract";
  c.operands = "PAGE...";
  c.min_operands = 1;
  c.max_operands = -1;
  c.summary = "Turn saved pages and scraped texts into Article JSON";
  c.paragraphs = {
      "Finds the report in each page, with its title, outlet and date, and "
      "writes one Article JSON a line, in the order given. What was taken out "
      "stands in \"provenance\". PAGE may be a folder, a JSONL file or '-'.",
      "Stops at the first page that cannot be read; the lines before it are "
      "written."};
  c.flags = {OutputFlag(), OutletsFlag(), MaxBytesFlag(),
             SkipBadFlag("pages")};
  c.examples = {{"rashomon extract saved/*.html > articles.jsonl",
                 "a folder of saved pages as JSONL"},
                {"curl -s URL | rashomon extract -",
                 "a page as it comes over the network"}};
  return c;
}

CommandSpec Annotate() {
  CommandSpec c;
  c.name = "annotate";
  c.operands = "[FILE...]";
  c.max_operands = -1;
  c.summary = "List sentences, claims, numbers, dates and wording";
  c.paragraphs = {
      "Reads articles (JSONL, or any file that compare reads; standard input "
      "where no FILE is given) and writes one JSON object a line, in the same "
      "order: sentences, residue, claims with their sources, mentions, "
      "wording. Spans are UTF-8 byte offsets into the article's own title "
      "and text. Articles stream through: memory does not grow with their "
      "number."};
  c.flags = {OutputFlag(), LexiconFlag(), OutletsFlag(), MaxBytesFlag(),
             SkipBadFlag("articles")};
  c.examples = {
      {"rashomon annotate articles.jsonl > annotations.jsonl",
       "every article of a corpus"},
      {"rashomon extract page.html | rashomon annotate | jq .claims",
       "the claims of a saved page"}};
  return c;
}

CommandSpec Align() {
  CommandSpec c;
  c.name = "align";
  c.operands = "A B";
  c.min_operands = 2;
  c.max_operands = 2;
  c.summary = "Pair the sentences of two reports";
  c.paragraphs = {
      "Writes one JSON object: the sentences of both sides as spans, and "
      "which of the left report the same as which of the right, with a "
      "confidence. A sentence may stay alone."};
  c.flags = Joined({{OutputFlag()},
                    SideFlags("left"),
                    SideFlags("right"),
                    {ModelFlag(), LexiconFlag(), OutletsFlag(),
                     MaxBytesFlag()}});
  c.examples = {{"rashomon align a.txt b.txt | jq .alignments",
                 "the pairs alone"},
                {"rashomon align --model cc.ru.300.bin a.txt b.txt",
                 "with word vectors of your own"}};
  return c;
}

CommandSpec Similarity() {
  CommandSpec c;
  c.name = "similarity";
  c.operands = "[PAIRS.tsv]";
  c.max_operands = 1;
  c.summary = "Score pairs of sentences from 0 to 1";
  c.paragraphs = {
      "PAIRS.tsv (standard input where it is not given) has a header line "
      "with columns left and right; others are kept. Writes the same table "
      "with a column similarity, in the same order, a row at a time."};
  c.flags = {OutputFlag(), ModelFlag(), MaxBytesFlag(), SkipBadFlag("rows")};
  c.examples = {{"rashomon similarity pairs.tsv > scored.tsv",
                 "a table of sentence pairs"},
                {"rashomon similarity --model glove.6B.300d.txt pairs.tsv",
                 "with word vectors of your own"}};
  return c;
}

CommandSpec Contrast() {
  CommandSpec c;
  c.name = "contrast";
  c.operands = "[PAIRS.tsv]";
  c.max_operands = 1;
  c.summary = "Tell which pairs of sentences cannot both be true";
  c.paragraphs = {
      "PAIRS.tsv (standard input where it is not given) has a header line "
      "with columns text and hypothesis, or left and right; others are kept. "
      "Writes the same table with two columns more, in the same order, a row "
      "at a time: conflict, from 0 to 1, 0.5 and more where the two cannot "
      "both be true; and kinds, the kinds of divergence between them, parted "
      "by commas, maybe none.",
      "Text and hypothesis are treated alike, but for how much of the "
      "hypothesis the text says. It does not say which of the two is right."};
  c.flags = {OutputFlag(), LexiconFlag(), MaxBytesFlag(), SkipBadFlag("rows")};
  c.examples = {{"rashomon contrast pairs.tsv > contrasted.tsv",
                 "a table of sentence pairs"}};
  return c;
}

CommandSpec Events() {
  CommandSpec c;
  c.name = "events";
  c.operands = "[ARTICLES...]";
  c.max_operands = -1;
  c.summary = "Group articles that report the same event";
  c.paragraphs = {
      "Reads articles (JSONL, folders, files; standard input where none is "
      "given) and writes {\"id\",\"event\"} a line in the same order. Articles "
      "of one event carry the same number; so do reprints of one text. Reports "
      "published more than five days apart are not linked; where there is no "
      "date, title and text alone decide.",
      "Lines are written once all articles are read, or the older half of "
      "every 32,768, so that memory is bounded."};
  c.flags = {OutputFlag(), OutletsFlag(), MaxBytesFlag(),
             SkipBadFlag("articles")};
  c.examples = {{"rashomon events articles.jsonl",
                 "which articles belong together"}};
  return c;
}

CommandSpec Evaluate() {
  CommandSpec c;
  c.name = "evaluate";
  c.operands = "DATA_DIR";
  c.min_operands = 1;
  c.max_operands = 1;
  c.summary = "Score the program against gold data";
  c.paragraphs = {
      "Scores every gold set that is found in DATA_DIR and prints a table "
      "with counts and the rule of what counts as right. Sets that are not "
      "there are named."};
  c.flags = {Choice("format", "FORMAT", "the form of the result",
                    {"text", "json"}, "text"),
             OutputFlag(),
             Repeatable(Valued("set", ValueKind::kText, "NAME",
                               "score only sets whose name holds NAME"))};
  c.examples = {{"rashomon evaluate ../shared/data", "every set"},
                {"rashomon evaluate --set similarity ../shared/data",
                 "the similarity sets alone"}};
  return c;
}

CommandSpec Generate() {
  CommandSpec c;
  c.name = "generate";
  c.operands = "man|bash|zsh|fish";
  c.min_operands = 1;
  c.max_operands = 1;
  c.operand_choices = {"man", "bash", "zsh", "fish"};
  c.summary = "Print the man page or a shell's completion";
  c.paragraphs = {
      "Made from the same table as --help. tools/install puts them in place."};
  c.flags = {OutputFlag()};
  c.examples = {
      {"rashomon generate man | man -l -", "read the manual"},
      {"source <(rashomon generate bash)", "completion in this shell"}};
  return c;
}

CommandSpec Help() {
  CommandSpec c;
  c.name = "help";
  c.operands = "[COMMAND]";
  c.max_operands = 1;
  c.summary = "Explain the program or one command";
  c.paragraphs = {"The same as COMMAND --help."};
  c.examples = {{"rashomon help compare", "what compare takes"}};
  return c;
}

ProgramSpec MakeProgram() {
  ProgramSpec p;
  p.name = "rashomon";
  p.version = std::string(kVersion);
  p.summary = "compare how news outlets report the same event";
  p.paragraphs = {
      "Rashomon splits reports into sentences and claims, aligns them across "
      "outlets, and lists each place where one thing is told in two ways, "
      "with both quotations as evidence. It describes text: it does not say "
      "which report is right, and scores no outlet.",
      "Works offline. A web address is not fetched: save the page first."};
  p.common_flags = {
      Switch("quiet", "no warnings and no progress on standard error", 'q'),
      Switch("help", "print this help", 'h'),
      Switch("version", "print the version"),
  };
  p.commands = {Compare(),  Review(),   Case(),     Extract(),
                Annotate(), Align(),    Similarity(), Contrast(),
                Events(),   Evaluate(), Generate(), Help()};
  p.exit_statuses = {
      {"0", "done"},
      {"1", "with --exit-code: divergences were found"},
      {"2", "bad usage or bad input; the message names the flag or the file "
            "and line"}};
  p.files = {
      {"$XDG_CONFIG_HOME/rashomon/outlets.tsv",
       "your outlets, read as with --outlets (~/.config where the variable is "
       "not set)"},
      {"$XDG_CONFIG_HOME/rashomon/lexicons/LIST.tsv",
       "your words, read as with --lexicon"},
      {"$XDG_CONFIG_HOME/rashomon/model",
       "your word vectors, a file or a folder, read as with --model"},
      {"$XDG_CONFIG_HOME/rashomon/confidence.tsv",
       "your weights of flags, read as with --confidence"}};
  p.environment = {
      {"NO_COLOR", "where set and not empty, --color=auto means never"},
      {"COLUMNS", "the terminal's width, where it cannot be asked"},
      {"XDG_CONFIG_HOME", "the folder of your configuration"}};
  return p;
}

}  // namespace

const CommandSpec* ProgramSpec::FindCommand(std::string_view command) const {
  for (const CommandSpec& spec : commands) {
    if (spec.name == command) return &spec;
  }
  return nullptr;
}

const ProgramSpec& Program() {
  static const ProgramSpec* const program = new ProgramSpec(MakeProgram());
  return *program;
}

std::vector<const FlagSpec*> FlagsOf(const CommandSpec& command) {
  std::vector<const FlagSpec*> flags;
  for (const FlagSpec& flag : command.flags) flags.push_back(&flag);
  for (const FlagSpec& flag : Program().common_flags) flags.push_back(&flag);
  return flags;
}

}  // namespace rashomon
