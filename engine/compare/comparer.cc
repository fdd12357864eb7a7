#include "engine/compare/comparer.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/text/sentence.h"
#include "engine/text/word.h"

namespace rashomon {
namespace {

// Stands in until engine/claims and engine/align are there: sentences, words
// and one claim in the outlet's voice for each sentence.
Annotation ReadSentences(const Article& article, WordSplitter* splitter) {
  Annotation a;
  for (Field field : {Field::kTitle, Field::kText}) {
    for (const Span& span :
         SplitSentences(article.field(field), field,
                        ResidueSpans(article, field))) {
      Claim claim;
      claim.sentence = static_cast<int>(a.sentences.size());
      claim.content = {span};
      a.claims.push_back(std::move(claim));
      a.sentences.push_back(span);
      a.words.push_back(splitter->Split(article.field(field), span));
    }
  }
  a.uncertain.resize(a.sentences.size());
  a.loaded.resize(a.sentences.size());
  return a;
}

std::set<std::string> Stems(const std::vector<Word>& words) {
  std::set<std::string> stems;
  for (const Word& w : words) {
    if (w.kind != WordKind::kPunctuation && w.stem.size() > 3) {
      stems.insert(w.stem);
    }
  }
  return stems;
}

double Overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  double shared = 0;
  for (const std::string& s : a) shared += b.count(s);
  return 2 * shared / static_cast<double>(a.size() + b.size());
}

struct Best {
  int other = -1;
  double score = 0;
};

std::vector<Best> BestPartners(const std::vector<std::set<std::string>>& a,
                               const std::vector<std::set<std::string>>& b) {
  std::vector<Best> best(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double score = Overlap(a[i], b[j]);
      if (score > best[i].score) best[i] = {static_cast<int>(j), score};
    }
  }
  return best;
}

Alignment AlignByStems(const Annotation& left, const Annotation& right) {
  std::vector<std::set<std::string>> l, r;
  for (const auto& words : left.words) l.push_back(Stems(words));
  for (const auto& words : right.words) r.push_back(Stems(words));
  const std::vector<Best> of_left = BestPartners(l, r);
  const std::vector<Best> of_right = BestPartners(r, l);
  Alignment result;
  std::vector<bool> taken(r.size());
  for (int i = 0; i < static_cast<int>(l.size()); ++i) {
    const Best& best = of_left[i];
    if (best.score >= 0.3 && of_right[best.other].other == i) {
      result.groups.push_back({{i}, {best.other}, best.score});
      taken[best.other] = true;
    } else {
      result.unmatched_left.push_back({i, best.other, best.score});
    }
  }
  for (int j = 0; j < static_cast<int>(r.size()); ++j) {
    if (!taken[j]) {
      result.unmatched_right.push_back(
          {j, of_right[j].other, of_right[j].score});
    }
  }
  return result;
}

}  // namespace

class Comparer::Impl {
 public:
  explicit Impl(CompareOptions options) : options_(std::move(options)) {}

  Comparison Compare(const Article& left, const Article& right) {
    Comparison c;
    c.left = left;
    c.right = right;
    c.left_annotation = ReadSentences(left, &splitter_);
    c.right_annotation = ReadSentences(right, &splitter_);
    c.alignment = AlignByStems(c.left_annotation, c.right_annotation);
    c.same_event.verdict = c.alignment.groups.empty()
                               ? SameEventVerdict::kNo
                               : SameEventVerdict::kPartly;
    c.versions["program"] = options_.program_version;
    return c;
  }

 private:
  CompareOptions options_;
  WordSplitter splitter_;
};

Comparer::Comparer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Comparer::Comparer(Comparer&&) noexcept = default;
Comparer& Comparer::operator=(Comparer&&) noexcept = default;
Comparer::~Comparer() = default;

absl::StatusOr<Comparer> Comparer::Make(CompareOptions options) {
  return Comparer(std::make_unique<Impl>(std::move(options)));
}

Comparison Comparer::Compare(const Article& left, const Article& right) {
  return impl_->Compare(left, right);
}

}  // namespace rashomon
