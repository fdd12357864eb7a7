#include "engine/contrast/merge.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "engine/base/stable_hash.h"
#include "engine/base/strings.h"
#include "engine/text/normalize.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxDivergences = 2000;
constexpr double kSamePart = 0.5;

std::string NormalQuote(const std::optional<Evidence>& evidence) {
  return evidence ? NormalForm(evidence->quote) : "";
}

double SharedPart(const Span& a, const Span& b) {
  if (!Overlaps(a, b)) return 0;
  const std::size_t shared =
      std::min(a.end, b.end) - std::max(a.begin, b.begin);
  const std::size_t shorter = std::min(a.size(), b.size());
  return shorter == 0 ? 0 : static_cast<double>(shared) / shorter;
}

double Rank(const Divergence& d) { return d.weight * d.confidence; }

std::string PlaceKey(const std::optional<Evidence>& evidence) {
  if (!evidence) return "";
  return StrCat(FieldName(evidence->span.field), ":", evidence->span.begin);
}

// Where the evidence stands, whichever side is left.
std::pair<std::string, std::string> PlaceKeys(const Divergence& d) {
  std::string a = PlaceKey(d.left), b = PlaceKey(d.right);
  if (b < a) std::swap(a, b);
  return {std::move(a), std::move(b)};
}

std::string Wording(const Divergence& d) {
  std::string wording;
  for (const std::string& t : d.triggers) StrAppend(&wording, t, "\n");
  return StrCat(wording, d.explanation);
}

bool AtOnePlace(const std::optional<Evidence>& a,
                const std::optional<Evidence>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->span.field == b->span.field && a->span.begin == b->span.begin;
}

// All that tells two flags of one wording apart, whichever side is left. Most
// were found from either side and differ in little: keys are made where they
// are needed.
bool GoesFirstInTie(const Divergence& a, const Divergence& b) {
  if (a.rule != b.rule) return a.rule < b.rule;
  if (!AtOnePlace(a.left, b.left) || !AtOnePlace(a.right, b.right)) {
    const auto x = PlaceKeys(a), y = PlaceKeys(b);
    if (x != y) return x < y;
  }
  return a.triggers == b.triggers ? a.explanation < b.explanation
                                  : Wording(a) < Wording(b);
}

bool BetterThan(const Divergence& a, const Divergence& b) {
  if (Rank(a) != Rank(b)) return Rank(a) > Rank(b);
  if (a.kind != b.kind) return a.kind < b.kind;
  if (a.fingerprint != b.fingerprint) return a.fingerprint < b.fingerprint;
  if (a.anchor != b.anchor) return a.anchor < b.anchor;
  return GoesFirstInTie(a, b);
}

// In order by std::sort; where they stand, for they are large.
template <typename Before>
std::vector<Divergence*> Sorted(const Before& before,
                                std::vector<Divergence>* divergences) {
  std::vector<Divergence*> order;
  order.reserve(divergences->size());
  for (Divergence& d : *divergences) order.push_back(&d);
  std::sort(order.begin(), order.end(),
            [&](const Divergence* a, const Divergence* b) {
              return before(*a, *b);
            });
  return order;
}

// Two kinds fit equally well where their confidences are this near.
constexpr double kFitsAsWell = 0.85;

bool TakesPrecedence(const Divergence& candidate, const Divergence& kept) {
  return candidate.kind < kept.kind &&
         candidate.confidence >= kFitsAsWell * kept.confidence;
}

// Whether `kept` makes `candidate` needless.
bool Covers(const Divergence& kept, const Divergence& candidate) {
  return kept.fingerprint == candidate.fingerprint ||
         SamePoint(kept, candidate);
}

// Flags in the order they were kept, found by what they show: two of one point
// have one fingerprint, or overlap in a sentence of the same side.
class KeptFlags {
 public:
  std::size_t size() const { return size_; }

  // The first that makes `candidate` needless; null where none does.
  const Divergence* Covering(const Divergence& candidate) const {
    std::size_t first = flags_.size();
    VisitNear(candidate, [&](std::size_t k) {
      if (k < first && Covers(*flags_[k], candidate)) first = k;
    });
    return first < flags_.size() ? flags_[first] : nullptr;
  }

  // It stays where it is while this lives.
  void Add(Divergence* flag) {
    const std::size_t k = flags_.size();
    if (flag->left) by_left_[flag->left->sentence].push_back(k);
    if (flag->right) by_right_[flag->right->sentence].push_back(k);
    by_fingerprint_[flag->fingerprint].push_back(k);
    flags_.push_back(flag);
    ++size_;
  }

  // Drops the flags that `flag` makes needless, and adds it.
  void ReplaceBy(Divergence* flag) {
    VisitNear(*flag, [&](std::size_t k) {
      if (!Covers(*flag, *flags_[k])) return;
      flags_[k] = nullptr;
      --size_;
    });
    Add(flag);
  }

  // In order. Leaves nothing behind.
  std::vector<Divergence> Take() {
    std::vector<Divergence> taken;
    taken.reserve(size_);
    for (Divergence* flag : flags_) {
      if (flag != nullptr) taken.push_back(std::move(*flag));
    }
    return taken;
  }

 private:
  using Places = absl::InlinedVector<std::size_t, 4>;
  using BySentence = absl::flat_hash_map<int, Places>;

  // Calls visit(place) for all that may cover `flag` or be covered by it; one
  // may come more than once.
  template <typename Visit>
  void VisitNear(const Divergence& flag, const Visit& visit) const {
    const auto visit_all = [&](const auto& lists, const auto& key) {
      const auto at = lists.find(key);
      if (at == lists.end()) return;
      for (const std::size_t k : at->second) {
        if (flags_[k] != nullptr) visit(k);
      }
    };
    visit_all(by_fingerprint_, flag.fingerprint);
    if (flag.left) visit_all(by_left_, flag.left->sentence);
    if (flag.right) visit_all(by_right_, flag.right->sentence);
  }

  std::vector<Divergence*> flags_;  // null: dropped
  std::size_t size_ = 0;
  BySentence by_left_;
  BySentence by_right_;
  absl::flat_hash_map<std::string_view, Places> by_fingerprint_;
};

}  // namespace

std::string FingerprintOf(const Divergence& divergence) {
  std::string a = NormalQuote(divergence.left);
  std::string b = NormalQuote(divergence.right);
  if (b < a) std::swap(a, b);
  return StableHash().Add(Name(divergence.kind)).Add(a).Add(b).Hex();
}

std::string AnchorOf(const Divergence& divergence, const Article& left,
                     const Article& right) {
  return AnchorReader(&left, &right).Of(divergence);
}

AnchorReader::AnchorReader(const Article* left, const Article* right)
    : left_{left, {}}, right_{right, {}} {}

std::string_view AnchorReader::KeyOf(const std::optional<Evidence>& evidence,
                                     Sentences* sentences) {
  if (!evidence) return "";
  std::string& key =
      sentences->keys[{evidence->span.field, evidence->sentence}];
  if (key.empty()) {
    key = StableHash()
              .Add(sentences->article->id)
              .Add(FieldName(evidence->span.field))
              .Add(StrCat(evidence->sentence))
              .Hex();
  }
  return key;
}

std::string AnchorReader::Of(const Divergence& divergence) {
  std::string_view a = KeyOf(divergence.left, &left_);
  std::string_view b = KeyOf(divergence.right, &right_);
  if (b < a) std::swap(a, b);
  std::string_view ids[] = {left_.article->id, right_.article->id};
  if (ids[1] < ids[0]) std::swap(ids[0], ids[1]);
  return StableHash()
      .Add(ids[0])
      .Add(ids[1])
      .Add(Name(divergence.kind))
      .Add(divergence.rule)
      .Add(a.empty() ? b : a)
      .Hex();
}

bool SamePoint(const Divergence& a, const Divergence& b) {
  const bool omission = a.kind == DivergenceKind::kOmission;
  if (omission != (b.kind == DivergenceKind::kOmission)) return false;
  int compared = 0;
  for (const auto& [x, y] : {std::make_pair(&a.left, &b.left),
                             std::make_pair(&a.right, &b.right)}) {
    if (!*x || !*y) continue;
    ++compared;
    if (SharedPart((*x)->span, (*y)->span) < kSamePart) return false;
  }
  return compared > 0;
}

std::vector<Divergence*> BestFirst(std::vector<Divergence>* divergences) {
  return Sorted(BetterThan, divergences);
}

std::vector<Divergence> MergeSamePoints(std::vector<Divergence> divergences) {
  const auto surer = [](const Divergence& a, const Divergence& b) {
    return a.confidence != b.confidence ? a.confidence > b.confidence
                                        : BetterThan(a, b);
  };
  KeptFlags kept;
  for (Divergence* candidate : Sorted(surer, &divergences)) {
    if (kept.size() >= kMaxDivergences) break;
    const Divergence* covering = kept.Covering(*candidate);
    if (covering == nullptr) {
      kept.Add(candidate);
    } else if (TakesPrecedence(*candidate, *covering)) {
      kept.ReplaceBy(candidate);
    }
  }
  return kept.Take();
}

}  // namespace rashomon
