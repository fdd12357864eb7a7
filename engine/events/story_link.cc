#include "engine/events/story_link.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "engine/base/status_macros.h"
#include "engine/events/story_link_tsv.h"

namespace rashomon {
namespace {

struct NameOverlap {
  double cosine = 0;
  double rarity = 0;  // of the shared names
  double cover = 0;   // of the lesser side's rarity
};

NameOverlap CompareNames(const TermVector& a, const TermVector& b) {
  double of_a = 0, of_b = 0, shared = 0;
  double squares_a = 0, squares_b = 0, dot = 0;
  for (const WeightedTerm& t : a) {
    of_a += t.weight;
    squares_a += double{t.weight} * t.weight;
  }
  for (const WeightedTerm& t : b) {
    of_b += t.weight;
    squares_b += double{t.weight} * t.weight;
  }
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const std::uint32_t x = i->term, y = j->term;
    if (x == y) {
      shared += i->weight;
      dot += double{i->weight} * j->weight;
    }
    i += x <= y;
    j += y <= x;
  }
  NameOverlap result;
  if (of_a == 0 || of_b == 0) return result;
  result.cosine = dot / std::sqrt(squares_a * squares_b);
  result.rarity = shared;
  result.cover = shared / std::min(of_a, of_b);
  return result;
}

double SharedNumbers(const StoryReport& a, const StoryReport& b) {
  std::size_t shared = 0;
  for (const std::uint32_t number : a.numbers) {
    shared += std::binary_search(b.numbers.begin(), b.numbers.end(), number);
  }
  return static_cast<double>(std::min<std::size_t>(shared, 3));
}

// Shorter texts leave much unsaid.
constexpr std::size_t kTellingWords = 60;

// The title of `a` names something that `b` does not mention. Of a text whose
// terms were capped nothing is known to be absent.
bool NamesWhatIsAbsent(const StoryReport& a, const StoryReport& b) {
  if (b.text_terms.size() >= StoryReader::kMaxTextTerms) return false;
  return std::any_of(
      a.title_names.begin(), a.title_names.end(), [&](std::uint32_t name) {
        return !std::binary_search(b.text_terms.begin(), b.text_terms.end(),
                                   name);
      });
}

bool TitlesApart(const StoryReport& a, const StoryReport& b) {
  return std::min(a.words, b.words) >= kTellingWords &&
         NamesWhatIsAbsent(a, b) && NamesWhatIsAbsent(b, a);
}

}  // namespace

LinkValues LinkFeatures(const StoryReport& a, const StoryReport& b) {
  const double head = Cosine(a.head, b.head);
  const double title = Cosine(a.title, b.title);
  const double meaning = MeaningCosine(a, b);
  const NameOverlap names = CompareNames(a.names, b.names);
  const int weekdays = Agreement(a.weekdays, b.weekdays);
  return {head,
          std::sqrt(head),
          meaning,
          meaning * meaning,
          title,
          std::sqrt(title),
          names.cosine,
          std::min(names.rarity / 10, 4.0),
          names.cover,
          SharedNumbers(a, b),
          head * meaning,
          title * meaning,
          weekdays > 0 ? 1.0 : 0.0,
          weekdays < 0 ? 1.0 : 0.0};
}

absl::StatusOr<StoryLinkModel> StoryLinkModel::Shipped() {
  RASHOMON_ASSIGN_OR_RETURN(
      LogisticModel model,
      LogisticModel::FromTsv(StoryLinkTsv(), "story_link.tsv"));
  return StoryLinkModel(std::move(model));
}

StoryLinkModel::StoryLinkModel(const LogisticModel& model)
    : version_(model.version()) {
  // bias + sum of w (x - mean) / scale, brought to bias + sum of w' x.
  for (const LogisticModel::Weight& w : model.weights()) {
    const double weight = w.weight / w.scale;
    if (w.feature == "bias") {
      bias_ += w.weight;
      continue;
    }
    bias_ -= weight * w.mean;
    const auto it =
        std::find(kLinkFeatures.begin(), kLinkFeatures.end(), w.feature);
    if (it != kLinkFeatures.end()) {
      weights_[static_cast<std::size_t>(it - kLinkFeatures.begin())] += weight;
    }
  }
}

double StoryLinkModel::Score(const StoryReport& a, const StoryReport& b) const {
  const LinkValues values = LinkFeatures(a, b);
  double score = bias_;
  for (std::size_t i = 0; i < values.size(); ++i) {
    score += weights_[i] * values[i];
  }
  if (TitlesApart(a, b)) score -= kTitlesApart;
  return std::max(kUnlinked, score);
}

}  // namespace rashomon
