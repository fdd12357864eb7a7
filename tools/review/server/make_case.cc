// make_case CASE.db WHAT...
// WHAT is ferry, reopened, unrelated, hostile, or FLAGSxPAIRS: so many invented flags over
// so many pairs of invented reports ("20000x250"), or long:BYTES for one pair
// whose left report has that many.
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/strings.h"
#include "tools/report/fixture.h"
#include "tools/review/store/case_comparisons.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/case_verdicts.h"

namespace {

using rashomon::Comparison;
using rashomon::Divergence;
using rashomon::DivergenceKind;
using rashomon::Evidence;
using rashomon::Field;
using rashomon::StrCat;

constexpr int kSentencesOfParagraph = 3;

void AddSentence(const std::string& sentence, int number,
                 rashomon::Article* article,
                 rashomon::Annotation* annotation) {
  if (!article->text.empty()) {
    article->text += number % kSentencesOfParagraph == 0 ? "\n\n" : " ";
  }
  const std::size_t begin = article->text.size();
  article->text += sentence;
  annotation->sentences.push_back(
      {Field::kText, begin, article->text.size()});
}

// The quotation `quote` in the sentence `number`.
Evidence Find(std::string_view quote, int number,
              const rashomon::Article& article,
              const rashomon::Annotation& annotation) {
  const rashomon::Span& sentence =
      annotation.sentences[static_cast<std::size_t>(number)];
  const std::size_t begin = article.text.find(quote, sentence.begin);
  return {{Field::kText, begin, begin + quote.size()}, std::string(quote),
          number};
}

Divergence FlagOn(const Comparison& c, int pair, int flag, int sentence) {
  Divergence d;
  d.kind = rashomon::kAllDivergenceKinds[static_cast<std::size_t>(flag) % 11];
  d.weight = 1 + flag % 3;
  d.confidence = 0.25 + 0.7 * ((flag * 37 + pair * 11) % 100) / 100.0;
  d.rule = StrCat(Name(d.kind), ".invented");
  const std::string left = StrCat(40 + sentence, " lanterns");
  const std::string right = StrCat(60 + sentence, " lanterns");
  d.left = Find(left, sentence, c.left, c.left_annotation);
  if (d.kind != DivergenceKind::kOmission) {
    d.right = Find(right, sentence, c.right, c.right_annotation);
  }
  d.triggers = {"lanterns"};
  d.explanation = StrCat("One side counts ", left, ", the other ", right, ".");
  d.fingerprint = StrCat("f", pair, "-", flag);
  d.anchor = StrCat("a", pair, "-", flag);
  return d;
}

Comparison Invented(int pair, int flags, int sentences) {
  Comparison c;
  c.left.id = StrCat("left-", pair);
  c.right.id = StrCat("right-", pair);
  c.left.outlet = pair % 2 == 0 ? "Fenmark Courier" : "Almerin Standard";
  c.right.outlet = pair % 3 == 0 ? "Quayside Post" : "Harbour Gazette";
  c.left.language = c.right.language = "en";
  c.left.published = c.right.published = "2026-03-03";
  c.left.title = StrCat("Lantern night ", pair, " draws a crowd");
  c.right.title = StrCat("Crowd fills the quay on lantern night ", pair);
  c.left_annotation.sentences.push_back({Field::kTitle, 0,
                                         c.left.title.size()});
  c.right_annotation.sentences.push_back({Field::kTitle, 0,
                                          c.right.title.size()});
  c.alignment.groups.push_back({{0}, {0}, 0.9});
  for (int i = 1; i <= sentences; ++i) {
    AddSentence(StrCat("On quay ", i, " the harbour office counted ", 40 + i,
                       " lanterns before the tide turned, and the keeper "
                       "closed the gate."),
                i - 1, &c.left, &c.left_annotation);
    AddSentence(StrCat("The keeper of quay ", i, " spoke of ", 60 + i,
                       " lanterns at high water."),
                i - 1, &c.right, &c.right_annotation);
    c.alignment.groups.push_back({{i}, {i}, 0.8});
  }
  c.same_event.verdict = rashomon::SameEventVerdict::kYes;
  c.same_event.confidence = 0.95;
  for (int i = 0; i < flags; ++i) {
    c.divergences.push_back(FlagOn(c, pair, i, 1 + i % sentences));
  }
  c.versions["rashomon"] = "invented";
  return c;
}

absl::Status Add(const Comparison& comparison, const std::string& name,
                 rashomon::CaseFile* file) {
  rashomon::NewComparison added;
  added.comparison = &comparison;
  const std::string left = comparison.left.text.substr(0, 1 << 16);
  const std::string right = StrCat(name, "\n", comparison.right.text);
  const std::string left_named = StrCat(name, "\n", left);
  added.left_source = left_named;
  added.right_source = right;
  added.time = "2026-03-07T10:15:00Z";
  return rashomon::AddComparison(added, file).status();
}

// The ferry again, once a newer program quotes less of what Mara dismissed.
absl::Status AddReopened(rashomon::CaseFile* file) {
  Comparison c = rashomon::FerryComparison();
  if (const absl::Status status = Add(c, "ferry", file); !status.ok()) {
    return status;
  }
  rashomon::Decision dismissed;
  dismissed.flag = 1;
  dismissed.verdict = rashomon::Verdict::kDismissed;
  dismissed.reason = rashomon::DismissReason::kTrivial;
  const auto rows = rashomon::AddVerdicts("Mara", "2026-03-07T10:20:00Z",
                                          {dismissed}, file);
  if (!rows.ok()) return rows.status();
  Divergence& changed = c.divergences.front();
  changed.fingerprint = "changed";
  Evidence& left = *changed.left;
  left.quote.pop_back();
  --left.span.end;
  c.versions["rashomon"] = "newer";
  return Add(c, "ferry", file);
}

absl::Status AddMany(int flags, int pairs, rashomon::CaseFile* file) {
  for (int pair = 0; pair < pairs; ++pair) {
    const int of_pair = flags / pairs + (pair < flags % pairs ? 1 : 0);
    constexpr int kSentences = 24;
    const absl::Status status = Add(Invented(pair, of_pair, kSentences),
                                    StrCat("pair ", pair), file);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

// Sentences, one a paragraph.
void Write(const std::vector<std::string>& sentences,
           rashomon::Article* article, rashomon::Annotation* annotation) {
  annotation->sentences.push_back({Field::kTitle, 0, article->title.size()});
  for (const std::string& sentence : sentences) {
    AddSentence(sentence, 0, article, annotation);
  }
}

// Text that tries to be markup, to turn the line around and to hide; from right
// to left on one side.
Comparison Hostile() {
  Comparison c;
  c.left.id = "hostile-left";
  c.right.id = "hostile-right";
  c.left.outlet = "<b>Evil & Sons</b>\"' onload=alert(1)";
  c.right.outlet = "صحيفة المرفأ";
  c.left.language = "en";
  c.right.language = "ar";
  c.left.byline = "</p><script>document.title='owned'</script>";
  c.left.url = "javascript:document.title='owned'";
  c.left.title = "<script>document.title='owned'</script> \u202Eevil\u202C "
                 "<img src=x onerror=\"document.title='owned'\">";
  c.right.title = "وصلت العبّارة \u2067 إلى الميناء";
  Write({"<svg onload=\"document.title='owned'\"><a xlink:href="
         "\"javascript:alert(1)\">ten boats</a></svg> were counted.",
         "{{script}} ${alert(1)} `x` \x1b[31mred\x1b[0m \u200F\uFEFF zero "
         "\U000E0041\U000E0042 tags, 👩‍👩‍👧 and a \u2028 line.",
         "Кириллица: сообщается о 10 лодках — «всё спокойно»."},
        &c.left, &c.left_annotation);
  Write({"وأحصى المكتب عشرين قاربا قبل المد، وقال المتحدث إن الوضع هادئ.",
         "<style>*{display:none}</style><iframe src=//example></iframe>"},
        &c.right, &c.right_annotation);
  c.alignment.groups = {{{0}, {0}, 0.7}, {{1}, {1}, 0.9}};
  Divergence d;
  d.kind = DivergenceKind::kQuantity;
  d.weight = 3;
  d.confidence = 0.9;
  d.rule = "quantity.<i>invented</i>";
  d.left = Find("ten boats</a></svg>", 1, c.left, c.left_annotation);
  d.right = Find("عشرين قاربا", 1, c.right, c.right_annotation);
  d.triggers = {"ten", "<a>"};
  d.explanation = "<img src=x onerror=\"document.title='owned'\"> \u202Eten";
  d.fingerprint = "hostile-1";
  d.anchor = "hostile-a1";
  c.divergences.push_back(d);
  d.kind = DivergenceKind::kOmission;
  d.left = Find("\U000E0041\U000E0042 tags", 2, c.left, c.left_annotation);
  d.right.reset();
  d.nearest = {rashomon::Side::kRight, c.right_annotation.sentences[1],
               std::string(c.right.Quote(c.right_annotation.sentences[1])),
               0.2};
  d.fingerprint = "hostile-2";
  d.anchor = "hostile-a2";
  c.divergences.push_back(d);
  c.same_event.verdict = rashomon::SameEventVerdict::kYes;
  c.versions["rashomon"] = "<u>1</u>";
  return c;
}

absl::Status AddWhat(const std::string& what, rashomon::CaseFile* file) {
  if (what == "ferry") return Add(rashomon::FerryComparison(), what, file);
  if (what == "reopened") return AddReopened(file);
  if (what == "unrelated") {
    return Add(rashomon::UnrelatedComparison(), what, file);
  }
  if (what == "hostile") {
    return Add(Hostile(), what, file);
  }
  if (what.starts_with("long:")) {
    constexpr int kSentenceBytes = 100;
    const int sentences = std::atoi(what.c_str() + 5) / kSentenceBytes;
    return Add(Invented(9'999, 60, sentences), what, file);
  }
  const std::size_t cross = what.find('x');
  if (cross == std::string::npos) {
    return absl::InvalidArgumentError(StrCat(what, " is nothing to add"));
  }
  return AddMany(std::atoi(what.c_str()), std::atoi(what.c_str() + cross + 1),
                 file);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  auto file =
      rashomon::CaseFile::Open(argv[1], rashomon::CaseMode::kCreate);
  absl::Status status = file.status();
  for (int i = 2; i < argc && status.ok(); ++i) {
    status = AddWhat(argv[i], &*file);
  }
  if (status.ok()) return 0;
  std::cerr << status.ToString() << '\n';
  return 2;
}
