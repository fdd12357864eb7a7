#include "tools/review/store/random_case.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/strings.h"
#include "engine/contrast/merge.h"
#include "tools/review/store/case_comparisons.h"
#include "tools/review/store/case_flags.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/test_case.h"

namespace rashomon {
namespace {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : random_(seed) {}

  std::size_t Below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }
  bool OneIn(std::size_t n) { return Below(n) == 0; }
  double Share() { return static_cast<double>(Below(10001)) / 10000; }

  std::string Word() {
    static constexpr const char* kWords[] = {
        "ferry",   "паром",      "渡轮",   "عبّارة", "=1+1",     "\"said\"",
        "“may”",   "a,b;c",      "\t",     "<b>",    "\xE2\x80\xAE", "🛳️",
        "118",     "-2",         "@home",  "и\u0306", "\\u0000",  "naïve",
        "O'Brien", "\r\nnext", "{\"x\":1}", "\x7f"};
    return kWords[Below(std::size(kWords))];
  }
  std::string Words(std::size_t most) {
    std::string words;
    for (std::size_t n = Below(most + 1); n > 0; --n) {
      StrAppend(&words, words.empty() ? "" : " ", Word());
    }
    return words;
  }
  std::string Time() {
    std::string time = kTestTime;
    time[15] = static_cast<char>('0' + Below(10));
    return time;
  }
  std::string Reviewer() {
    static constexpr const char* kNames[] = {"Ines", "Odile", "Томас",
                                             "=cmd", "a\"b"};
    return kNames[Below(std::size(kNames))];
  }

 private:
  std::mt19937_64 random_;
};

// An article whose sentences are random words; nothing of it repeats.
struct Draft {
  Article article;
  std::vector<Span> sentences;
};

Draft RandomDraft(const std::string& id, Chance* chance) {
  Draft draft;
  draft.article.id = id;
  draft.article.outlet = chance->Words(2);
  draft.article.published = chance->OneIn(2) ? "2026-03-03" : "";
  draft.article.language = "en";
  draft.article.title = chance->Words(5);
  if (chance->OneIn(3)) draft.article.unknown_fields = R"({"a":[1,"x"]})";
  draft.article.provenance.source = chance->Words(2);
  draft.article.provenance.removed.push_back({chance->Words(3), "menu", 7});
  draft.sentences.push_back({Field::kTitle, 0, draft.article.title.size()});
  for (std::size_t n = 1 + chance->Below(6); n > 0; --n) {
    const std::size_t begin = draft.article.text.size();
    StrAppend(&draft.article.text, "S ", chance->Words(8), ".");
    draft.sentences.push_back(
        {Field::kText, begin, draft.article.text.size()});
    draft.article.text += ' ';
  }
  return draft;
}

std::size_t Boundary(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
  return at;
}

Evidence RandomEvidence(const Draft& draft, Chance* chance) {
  const std::size_t index = 1 + chance->Below(draft.sentences.size() - 1);
  const Span sentence = draft.sentences[index];
  const std::string_view text = draft.article.text;
  Evidence evidence;
  evidence.sentence = static_cast<int>(index);
  evidence.span = sentence;
  evidence.span.begin =
      Boundary(text, sentence.begin + chance->Below(sentence.size()));
  evidence.span.end = Boundary(
      text, evidence.span.begin +
                chance->Below(sentence.end - evidence.span.begin + 1));
  evidence.quote = draft.article.Quote(evidence.span);
  return evidence;
}

Divergence RandomDivergence(const Draft& left, const Draft& right,
                            Chance* chance) {
  Divergence d;
  d.kind = kAllDivergenceKinds[chance->Below(kAllDivergenceKinds.size())];
  const std::size_t sides = chance->Below(3);
  if (sides != 0) d.left = RandomEvidence(left, chance);
  if (sides != 1) d.right = RandomEvidence(right, chance);
  d.weight = 1 + static_cast<int>(chance->Below(3));
  d.confidence = chance->Share();
  d.rule = chance->Word();
  for (std::size_t n = chance->Below(3); n > 0; --n) {
    d.triggers.push_back(chance->Word());
  }
  d.explanation = chance->Words(9);
  if (chance->OneIn(3)) {
    const Evidence near = RandomEvidence(right, chance);
    d.nearest = NearestMiss{Side::kRight, near.span, near.quote,
                            chance->Share()};
  }
  d.fingerprint = FingerprintOf(d);
  d.anchor = StrCat("anchor ", chance->Below(5));
  return d;
}

Comparison RandomComparison(const Draft& left, const Draft& right,
                            Chance* chance) {
  Comparison c;
  c.left = left.article;
  c.right = right.article;
  c.left_annotation.sentences = left.sentences;
  c.right_annotation.sentences = right.sentences;
  c.same_event = {SameEventVerdict::kPartly, chance->Share(), {}};
  c.alignment.groups.push_back({{0, 1}, {1}, chance->Share()});
  c.alignment.unmatched_left.push_back({1, -1, 0});
  c.alignment.unmatched_right.push_back({0, 1, chance->Share()});
  c.notes.push_back({"no-date", chance->Words(4)});
  c.versions = {{"program", chance->Word()}, {"word_vectors", "none"}};
  for (std::size_t n = chance->Below(8); n > 0; --n) {
    c.divergences.push_back(RandomDivergence(left, right, chance));
  }
  return c;
}

Decision RandomDecision(std::int64_t flag, Chance* chance) {
  Decision decision;
  decision.flag = flag;
  decision.verdict = static_cast<Verdict>(chance->Below(3));
  if (decision.verdict == Verdict::kDismissed) {
    decision.reason = static_cast<DismissReason>(1 + chance->Below(5));
  }
  if (chance->OneIn(4)) decision.changed_kind = DivergenceKind::kCause;
  decision.note = chance->Words(4);
  return decision;
}

void Decide(CaseFile* file, std::int64_t flags, Chance* chance) {
  for (std::size_t n = chance->Below(20); n > 0; --n) {
    const std::int64_t flag =
        1 + static_cast<std::int64_t>(
                chance->Below(static_cast<std::size_t>(flags)));
    const Decision decision = RandomDecision(flag, chance);
    const std::string reviewer = chance->Reviewer();
    if (chance->OneIn(5)) {
      EXPECT_TRUE(Settle(reviewer, chance->Time(), decision, file).ok());
      continue;
    }
    const auto rows =
        AddVerdicts(reviewer, chance->Time(), {decision}, file);
    EXPECT_TRUE(rows.ok()) << rows.status();
    if (rows.ok() && chance->OneIn(4)) {
      EXPECT_TRUE(
          UndoBatch(reviewer, chance->Time(), rows->at(0).batch, file).ok());
    }
  }
}

void AddFlagByHand(CaseFile* file, std::int64_t comparison, const Draft& left,
                   Chance* chance) {
  NewFlag flag;
  flag.comparison = comparison;
  flag.kind = DivergenceKind::kAgency;
  flag.left = left.sentences[1];
  flag.note = chance->Words(4);
  const auto added =
      AddReviewerFlag(chance->Reviewer(), chance->Time(), flag, file);
  EXPECT_TRUE(added.ok()) << added.status();
}

}  // namespace

CaseFile RandomCase(std::uint64_t seed) {
  Chance chance(seed);
  CaseFile file = EmptyCase();
  for (std::size_t pair = 0; pair < chance.Below(4); ++pair) {
    const Draft left = RandomDraft(StrCat("left-", pair), &chance);
    const Draft right = RandomDraft(StrCat("right-", pair), &chance);
    for (std::size_t run = 0; run < 1 + chance.Below(3); ++run) {
      const Comparison c = RandomComparison(left, right, &chance);
      const std::int64_t comparison = AddTo(&file, c).comparison;
      if (chance.OneIn(2)) AddFlagByHand(&file, comparison, left, &chance);
      const std::int64_t flags =
          file.db()->QueryInt("SELECT max(flag) FROM flags")->value_or(0);
      if (flags > 0) Decide(&file, flags, &chance);
    }
  }
  return file;
}

}  // namespace rashomon
