// What the verdicts of a case say: how often each kind of flag is right, and
// how far its reviewers agree.
//
//   const MeasuredCase m = Measure(page.flags);      // case_flags.h
//   m.precision[0].right; m.precision[0].interval;   // of all kinds
//   m.agreement[0].alpha;
//
// Pure functions of flags; thread-safe.
#ifndef RASHOMON_TOOLS_REVIEW_AGREEMENT_MEASURED_H_
#define RASHOMON_TOOLS_REVIEW_AGREEMENT_MEASURED_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/review/agreement/cohen_kappa.h"
#include "tools/review/agreement/interval.h"
#include "tools/review/agreement/krippendorff_alpha.h"
#include "tools/review/store/records.h"

namespace rashomon {

// Of one kind of flag as the engine gave it, or of all. Only the engine's
// flags that are current: what a reviewer added says nothing of its precision.
struct KindPrecision {
  std::optional<DivergenceKind> kind;  // nothing: all kinds
  std::int64_t flags = 0;
  std::int64_t confirmed = 0;  // of them as another kind: changed_kind
  std::int64_t changed_kind = 0;
  std::int64_t dismissed = 0;
  std::int64_t unsure = 0;
  std::int64_t disputed = 0;
  std::int64_t undecided = 0;
  // confirmed / (confirmed + dismissed), with Wilson's interval; not defined
  // where neither is there.
  std::optional<double> precision;
  Interval interval;
};

struct ReviewerPair {
  std::string first;   // by name
  std::string second;
  std::optional<Kappa> kappa;  // over the flags both decided
};

// Over the decisions confirmed, dismissed and unsure of each reviewer, of one
// kind of flag or of all.
struct KindAgreement {
  std::optional<DivergenceKind> kind;
  std::vector<ReviewerPair> pairs;  // of any two reviewers
  std::optional<Alpha> alpha;       // of all reviewers
};

struct ReviewerWork {
  std::string reviewer;
  std::int64_t decided = 0;  // flags with a decision that stands
  std::int64_t confirmed = 0;
  std::int64_t dismissed = 0;
  std::int64_t unsure = 0;
  std::int64_t added = 0;  // flags of their own
};

struct MeasuredCase {
  std::vector<KindPrecision> precision;  // all kinds, then each that occurs
  std::vector<KindAgreement> agreement;  // the same
  std::vector<ReviewerWork> reviewers;   // by name
  // Flags on which decisions differ, settled or not; in the order given.
  std::vector<std::int64_t> disagreements;
};

// `flags` as ListFlags gives them, of all states. O(flags x reviewers^2).
MeasuredCase Measure(const std::vector<CaseFlag>& flags);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_AGREEMENT_MEASURED_H_
