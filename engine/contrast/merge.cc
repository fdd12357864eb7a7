#include "engine/contrast/merge.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
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

std::string SentenceKey(const Article& article,
                        const std::optional<Evidence>& evidence) {
  return evidence ? StableHash()
                        .Add(article.id)
                        .Add(FieldName(evidence->span.field))
                        .Add(StrCat(evidence->sentence))
                        .Hex()
                  : "";
}

double Rank(const Divergence& d) { return d.weight * d.confidence; }

std::string PlaceKey(const std::optional<Evidence>& evidence) {
  if (!evidence) return "";
  return StrCat(FieldName(evidence->span.field), ":", evidence->span.begin);
}

// All that tells two flags of one wording apart, whichever side is left.
std::string TieKey(const Divergence& d) {
  std::string places[] = {PlaceKey(d.left), PlaceKey(d.right)};
  if (places[1] < places[0]) std::swap(places[0], places[1]);
  std::string key = StrCat(d.rule, "\n", places[0], "\n", places[1]);
  for (const std::string& t : d.triggers) StrAppend(&key, "\n", t);
  return StrCat(key, "\n", d.explanation);
}

bool BetterThan(const Divergence& a, const Divergence& b) {
  if (Rank(a) != Rank(b)) return Rank(a) > Rank(b);
  if (a.kind != b.kind) return a.kind < b.kind;
  if (a.fingerprint != b.fingerprint) return a.fingerprint < b.fingerprint;
  if (a.anchor != b.anchor) return a.anchor < b.anchor;
  return TieKey(a) < TieKey(b);
}

// As std::sort, but each is moved once: they are large.
template <typename Before>
void SortWhereTheyStand(const Before& before,
                        std::vector<Divergence>* divergences) {
  std::vector<Divergence*> order;
  order.reserve(divergences->size());
  for (Divergence& d : *divergences) order.push_back(&d);
  std::sort(order.begin(), order.end(),
            [&](const Divergence* a, const Divergence* b) {
              return before(*a, *b);
            });
  std::vector<Divergence> sorted;
  sorted.reserve(order.size());
  for (Divergence* d : order) sorted.push_back(std::move(*d));
  *divergences = std::move(sorted);
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
    return first < flags_.size() ? &*flags_[first] : nullptr;
  }

  void Add(Divergence flag) {
    const std::size_t k = flags_.size();
    if (flag.left) by_left_[flag.left->sentence].push_back(k);
    if (flag.right) by_right_[flag.right->sentence].push_back(k);
    by_fingerprint_[flag.fingerprint].push_back(k);
    flags_.push_back(std::move(flag));
    ++size_;
  }

  // Drops the flags that `flag` makes needless, and adds it.
  void ReplaceBy(Divergence flag) {
    VisitNear(flag, [&](std::size_t k) {
      if (!Covers(flag, *flags_[k])) return;
      flags_[k].reset();
      --size_;
    });
    Add(std::move(flag));
  }

  // In order. Leaves nothing behind.
  std::vector<Divergence> Take() {
    std::vector<Divergence> taken;
    taken.reserve(size_);
    for (std::optional<Divergence>& flag : flags_) {
      if (flag) taken.push_back(*std::move(flag));
    }
    return taken;
  }

 private:
  using Places = std::vector<std::size_t>;
  using BySentence = absl::flat_hash_map<int, Places>;

  // Calls visit(place) for all that may cover `flag` or be covered by it; one
  // may come more than once.
  template <typename Visit>
  void VisitNear(const Divergence& flag, const Visit& visit) const {
    const auto visit_all = [&](const auto& lists, const auto& key) {
      const auto at = lists.find(key);
      if (at == lists.end()) return;
      for (const std::size_t k : at->second) {
        if (flags_[k]) visit(k);
      }
    };
    visit_all(by_fingerprint_, flag.fingerprint);
    if (flag.left) visit_all(by_left_, flag.left->sentence);
    if (flag.right) visit_all(by_right_, flag.right->sentence);
  }

  std::vector<std::optional<Divergence>> flags_;  // those dropped are gone
  std::size_t size_ = 0;
  BySentence by_left_;
  BySentence by_right_;
  StringMap<Places> by_fingerprint_;
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
  std::string a = SentenceKey(left, divergence.left);
  std::string b = SentenceKey(right, divergence.right);
  if (b < a) std::swap(a, b);
  std::string ids[] = {left.id, right.id};
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

void SortBestFirst(std::vector<Divergence>* divergences) {
  SortWhereTheyStand(BetterThan, divergences);
}

std::vector<Divergence> MergeSamePoints(std::vector<Divergence> divergences) {
  const auto surer = [](const Divergence& a, const Divergence& b) {
    return a.confidence != b.confidence ? a.confidence > b.confidence
                                        : BetterThan(a, b);
  };
  SortWhereTheyStand(surer, &divergences);
  KeptFlags kept;
  for (Divergence& candidate : divergences) {
    if (kept.size() >= kMaxDivergences) break;
    const Divergence* covering = kept.Covering(candidate);
    if (covering == nullptr) {
      kept.Add(std::move(candidate));
    } else if (TakesPrecedence(candidate, *covering)) {
      kept.ReplaceBy(std::move(candidate));
    }
  }
  return kept.Take();
}

}  // namespace rashomon
