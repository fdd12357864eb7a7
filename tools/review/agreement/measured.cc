#include "tools/review/agreement/measured.h"

#include <cstddef>
#include <map>
#include <set>
#include <utility>

namespace rashomon {
namespace {

using KindChoice = std::optional<DivergenceKind>;

bool IsOfKind(const CaseFlag& flag, const KindChoice& kind) {
  return !kind || flag.divergence.kind == *kind;
}

bool IsEngines(const CaseFlag& flag) {
  return !flag.added_by && flag.state == FlagState::kCurrent;
}

void Count(const CaseFlag& flag, KindPrecision* p) {
  ++p->flags;
  switch (OutcomeOf(flag)) {
    case Outcome::kUndecided:
      ++p->undecided;
      break;
    case Outcome::kConfirmed:
      ++p->confirmed;
      if (KindOf(flag) != flag.divergence.kind) ++p->changed_kind;
      break;
    case Outcome::kDismissed:
      ++p->dismissed;
      break;
    case Outcome::kUnsure:
      ++p->unsure;
      break;
    case Outcome::kDisputed:
      ++p->disputed;
      break;
  }
}

KindPrecision PrecisionOf(const std::vector<CaseFlag>& flags,
                          const KindChoice& kind) {
  KindPrecision p;
  p.kind = kind;
  for (const CaseFlag& flag : flags) {
    if (IsEngines(flag) && IsOfKind(flag, kind)) Count(flag, &p);
  }
  const std::int64_t decided = p.confirmed + p.dismissed;
  if (decided > 0) {
    p.precision = static_cast<double>(p.confirmed) /
                  static_cast<double>(decided);
  }
  p.interval = WilsonInterval(p.confirmed, decided);
  return p;
}

// Flags that count for agreement: what anyone may have decided.
bool IsRated(const CaseFlag& flag) {
  return flag.state != FlagState::kWithdrawn && !flag.verdicts.empty();
}

const VerdictRow* VerdictOf(const CaseFlag& flag, const std::string& name) {
  for (const VerdictRow& row : flag.verdicts) {
    if (row.reviewer == name) return &row;
  }
  return nullptr;
}

std::optional<Kappa> KappaOf(const std::vector<CaseFlag>& flags,
                             const KindChoice& kind, const std::string& first,
                             const std::string& second) {
  std::vector<RatedPair> rated;
  for (const CaseFlag& flag : flags) {
    if (!IsRated(flag) || !IsOfKind(flag, kind)) continue;
    const VerdictRow* a = VerdictOf(flag, first);
    const VerdictRow* b = VerdictOf(flag, second);
    if (a == nullptr || b == nullptr) continue;
    rated.push_back(
        {static_cast<int>(*a->verdict), static_cast<int>(*b->verdict)});
  }
  return CohenKappa(rated);
}

KindAgreement AgreementOf(const std::vector<CaseFlag>& flags,
                          const KindChoice& kind,
                          const std::vector<std::string>& names) {
  KindAgreement agreement;
  agreement.kind = kind;
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t j = i + 1; j < names.size(); ++j) {
      agreement.pairs.push_back(
          {names[i], names[j], KappaOf(flags, kind, names[i], names[j])});
    }
  }
  std::vector<std::vector<int>> items;
  for (const CaseFlag& flag : flags) {
    if (!IsRated(flag) || !IsOfKind(flag, kind)) continue;
    std::vector<int>& ratings = items.emplace_back();
    for (const VerdictRow& row : flag.verdicts) {
      ratings.push_back(static_cast<int>(*row.verdict));
    }
  }
  agreement.alpha = KrippendorffAlpha(items);
  return agreement;
}

std::vector<ReviewerWork> WorkOf(const std::vector<CaseFlag>& flags) {
  std::map<std::string, ReviewerWork> by_name;
  for (const CaseFlag& flag : flags) {
    for (const VerdictRow& row : flag.verdicts) {
      ReviewerWork& work = by_name[row.reviewer];
      ++work.decided;
      work.confirmed += *row.verdict == Verdict::kConfirmed;
      work.dismissed += *row.verdict == Verdict::kDismissed;
      work.unsure += *row.verdict == Verdict::kUnsure;
    }
    if (flag.added_by && flag.state != FlagState::kWithdrawn) {
      ++by_name[flag.added_by->reviewer].added;
    }
  }
  std::vector<ReviewerWork> reviewers;
  for (auto& [name, work] : by_name) {
    work.reviewer = name;
    reviewers.push_back(std::move(work));
  }
  return reviewers;
}

bool Differ(const CaseFlag& flag) {
  for (const VerdictRow& row : flag.verdicts) {
    if (*row.verdict != *flag.verdicts[0].verdict) return true;
  }
  return false;
}

}  // namespace

MeasuredCase Measure(const std::vector<CaseFlag>& flags) {
  MeasuredCase m;
  m.reviewers = WorkOf(flags);
  std::vector<std::string> names;
  for (const ReviewerWork& work : m.reviewers) names.push_back(work.reviewer);
  std::set<DivergenceKind> kinds;
  for (const CaseFlag& flag : flags) kinds.insert(flag.divergence.kind);
  std::vector<KindChoice> choices = {std::nullopt};
  choices.insert(choices.end(), kinds.begin(), kinds.end());
  for (const KindChoice& kind : choices) {
    m.precision.push_back(PrecisionOf(flags, kind));
    m.agreement.push_back(AgreementOf(flags, kind, names));
  }
  for (const CaseFlag& flag : flags) {
    if (IsRated(flag) && Differ(flag)) m.disagreements.push_back(flag.id);
  }
  return m;
}

}  // namespace rashomon
