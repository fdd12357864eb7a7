#include "engine/contrast/clauses.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "engine/contrast/clause_likeness.h"
#include "engine/contrast/evidence.h"

namespace rashomon {
namespace {

constexpr std::size_t kMinClauseWords = 4;

bool OpensClause(const std::vector<Tag>& tags, std::size_t i) {
  return tags[i] == Tag::kSubordinator || tags[i] == Tag::kRelative ||
         (tags[i] == Tag::kThat && i > 0 && !IsVerb(tags[i - 1]));
}

// "and", "but" before what has a verb of its own soon after.
bool JoinsClause(const std::vector<Tag>& tags, std::size_t i) {
  if (tags[i] != Tag::kCoordinator) return false;
  for (std::size_t k = i + 1; k < tags.size() && k < i + 4; ++k) {
    if (IsFinite(tags[k]) || IsAuxiliary(tags[k])) return true;
    if (tags[k] == Tag::kMark) return false;
  }
  return false;
}

std::size_t WordsIn(const std::vector<Word>& words, WordRange r) {
  return static_cast<std::size_t>(
      std::count_if(words.begin() + static_cast<std::ptrdiff_t>(r.first),
                    words.begin() + static_cast<std::ptrdiff_t>(r.last),
                    [](const Word& w) {
                      return w.kind != WordKind::kPunctuation;
                    }));
}

std::vector<WordRange> SplitAtEdges(const ReportIndex& report, int sentence) {
  const std::vector<Word>& words = report.words(sentence);
  const std::vector<Tag>& tags = report.tags(sentence);
  std::vector<WordRange> pieces;
  pieces.reserve(words.size() / kMinClauseWords + 1);  // or a few more
  std::size_t first = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool mark = EndsClause(words[i]);
    if (!mark && !OpensClause(tags, i) && !JoinsClause(tags, i)) continue;
    if (i > first) pieces.push_back({first, i});
    first = mark ? i + 1 : i;
  }
  if (first < words.size()) pieces.push_back({first, words.size()});
  return pieces;
}

// Short pieces go with the one before them, the first with the next.
std::vector<WordRange> ClauseRanges(const ReportIndex& report, int sentence) {
  const std::vector<Word>& words = report.words(sentence);
  const std::vector<WordRange> pieces = SplitAtEdges(report, sentence);
  std::vector<WordRange> clauses;
  clauses.reserve(pieces.size());
  for (const WordRange& piece : pieces) {
    const bool is_short =
        WordsIn(words, piece) < kMinClauseWords ||
        (clauses.size() == 1 && WordsIn(words, clauses[0]) < kMinClauseWords);
    if (is_short && !clauses.empty()) {
      clauses.back().last = piece.last;
    } else {
      clauses.push_back(piece);
    }
  }
  return clauses;
}

}  // namespace

ClauseList::ClauseList(const ReportIndex& report)
    : in_(static_cast<std::size_t>(report.sentence_count())) {
  constexpr std::size_t kUsual = 3;  // clauses of a sentence
  clauses_.reserve(kUsual * in_.size());
  for (int i = 0; i < report.sentence_count(); ++i) {
    const std::vector<WordRange> ranges = ClauseRanges(report, i);
    in_[i].reserve(ranges.size());
    for (const WordRange& range : ranges) {
      in_[i].push_back(static_cast<int>(clauses_.size()));
      clauses_.push_back(
          {i, range, report.BagOf(i, range), report.Meaning(i, range)});
    }
  }
}

double Likeness(const Clause& a, const Clause& b) {
  const double meaning =
      a.meaning.size() == b.meaning.size() ? a.meaning.dot(b.meaning) : 0;
  return (Cosine(a.bag, b.bag) + std::clamp(meaning, 0.0, 1.0)) / 2;
}

std::vector<Counterpart> CounterpartsOf(const Direction& d,
                                        const ClauseList& near, int clause,
                                        const ClauseList& far, double least) {
  const Clause& here = near.at(clause);
  std::vector<Counterpart> found;
  for (const Partner& partner : (*d.partners)[here.sentence]) {
    for (int c : far.in(partner.sentence)) {
      const double likeness = LikenessOf(d, clause, c);
      if (likeness >= least) found.push_back({c, likeness, partner});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Counterpart& a, const Counterpart& b) {
                     return a.likeness > b.likeness;
                   });
  return found;
}

}  // namespace rashomon
