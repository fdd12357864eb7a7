#include "tools/review/server/flag_selection.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>

#include "engine/text/normalize.h"

namespace rashomon {
namespace {

template <typename T>
bool Holds(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

DecidedAs DecidedBy(Verdict verdict) {
  switch (verdict) {
    case Verdict::kConfirmed:
      return DecidedAs::kConfirmed;
    case Verdict::kDismissed:
      return DecidedAs::kDismissed;
    case Verdict::kUnsure:
      return DecidedAs::kUnsure;
  }
  return DecidedAs::kUndecided;
}

// Whether anyone's standing decision is `wanted`.
bool AnyoneDecided(const IndexedFlag& flag, DecidedAs wanted) {
  return std::any_of(flag.verdicts.begin(), flag.verdicts.end(),
                     [&](const IndexedVerdict& verdict) {
                       return flag.VerdictOf(verdict.reviewer) == &verdict &&
                              DecidedBy(verdict.verdict) == wanted;
                     });
}

class Selector {
 public:
  Selector(const IndexData& data, const std::vector<std::string>& texts,
           const FlagQuery& query)
      : data_(data), texts_(texts), query_(query),
        text_(NormalForm(query.text)) {}

  FlagSelection Run() {
    of_pair_.assign(data_.pairs.size(), 0);
    for (std::size_t i = 0; i < data_.flags.size(); ++i) {
      if (FitsPlainly(i)) Count(i);
    }
    CountOutlets();
    Sort();
    return std::move(selection_);
  }

 private:
  // All filters without counts of their own.
  bool FitsPlainly(std::size_t at) const {
    const IndexedFlag& flag = data_.flags[at];
    if (flag.confidence < query_.min_confidence ||
        flag.confidence > query_.max_confidence ||
        flag.weight < query_.min_weight) {
      return false;
    }
    if (query_.pair && data_.pairs[flag.pair].id != *query_.pair) return false;
    if (query_.reopened_only && !flag.reopened) return false;
    if (!query_.states.empty() && !Holds(query_.states, flag.state)) {
      return false;
    }
    return text_.empty() || texts_[at].find(text_) != std::string::npos;
  }

  bool FitsKind(const IndexedFlag& flag) const {
    return query_.kinds.empty() || Holds(query_.kinds, flag.kind);
  }

  bool FitsDecision(const IndexedFlag& flag) const {
    switch (query_.decided) {
      case DecidedAs::kAnything:
        return true;
      case DecidedAs::kUndecided:
        return DecisionOn(flag, query_.reviewer) == DecidedAs::kUndecided;
      case DecidedAs::kDecided:
        return DecisionOn(flag, query_.reviewer) != DecidedAs::kUndecided;
      default:
        return query_.reviewer.empty()
                   ? AnyoneDecided(flag, query_.decided)
                   : DecisionOn(flag, query_.reviewer) == query_.decided;
    }
  }

  bool FitsOutlets(const IndexedPair& pair) const {
    return query_.outlets.empty() ||
           Holds(query_.outlets, data_.articles[pair.left].outlet) ||
           Holds(query_.outlets, data_.articles[pair.right].outlet);
  }

  void Count(std::size_t at) {
    const IndexedFlag& flag = data_.flags[at];
    const bool kind = FitsKind(flag);
    const bool decision = FitsDecision(flag);
    const bool outlet = FitsOutlets(data_.pairs[flag.pair]);
    if (decision && outlet) ++selection_.by_kind[flag.kind];
    if (kind && outlet) {
      ++selection_.by_decision[DecisionOn(flag, query_.reviewer)];
    }
    if (kind && decision) ++of_pair_[flag.pair];
    if (kind && decision && outlet) selection_.flags.push_back(at);
  }

  void CountOutlets() {
    for (std::size_t i = 0; i < of_pair_.size(); ++i) {
      if (of_pair_[i] == 0) continue;
      const std::string& left = data_.articles[data_.pairs[i].left].outlet;
      const std::string& right = data_.articles[data_.pairs[i].right].outlet;
      selection_.by_outlet[left] += of_pair_[i];
      if (right != left) selection_.by_outlet[right] += of_pair_[i];
    }
  }

  // Smaller comes first.
  std::tuple<double, std::int64_t, std::size_t, std::int64_t> KeyOf(
      std::size_t at) const {
    const IndexedFlag& flag = data_.flags[at];
    const std::int64_t pair = data_.pairs[flag.pair].id;
    switch (query_.order) {
      case FlagOrder::kTextOrder:
        return {static_cast<double>(pair),
                flag.field == Field::kTitle ? 0 : 1, flag.begin, flag.id};
      case FlagOrder::kMostInformative:
        return {std::abs(flag.confidence - 0.5), pair, flag.rank, flag.id};
      case FlagOrder::kBestFirst:
        break;
    }
    return {-flag.weight * flag.confidence, pair, flag.rank, flag.id};
  }

  void Sort() {
    std::vector<std::pair<decltype(KeyOf(0)), std::size_t>> keyed;
    keyed.reserve(selection_.flags.size());
    for (const std::size_t at : selection_.flags) {
      keyed.emplace_back(KeyOf(at), at);
    }
    std::sort(keyed.begin(), keyed.end());
    for (std::size_t i = 0; i < keyed.size(); ++i) {
      selection_.flags[i] = keyed[i].second;
    }
  }

  const IndexData& data_;
  const std::vector<std::string>& texts_;
  const FlagQuery& query_;
  const std::string text_;
  FlagSelection selection_;
  std::vector<std::size_t> of_pair_;  // flags that fit all but the outlet
};

}  // namespace

DecidedAs DecisionOn(const IndexedFlag& flag, const std::string& reviewer) {
  const IndexedVerdict* verdict =
      !reviewer.empty()        ? flag.VerdictOf(reviewer)
      : flag.verdicts.empty() ? nullptr
                               : &flag.verdicts.back();
  return verdict == nullptr ? DecidedAs::kUndecided
                            : DecidedBy(verdict->verdict);
}

FlagSelection SelectFlags(const IndexData& data,
                          const std::vector<std::string>& texts,
                          const FlagQuery& query) {
  return Selector(data, texts, query).Run();
}

}  // namespace rashomon
