// A divergence: one place where two reports tell the same thing differently,
// with the evidence on both sides. It describes wording; it says nothing about
// who is right.
#ifndef RASHOMON_ENGINE_CONTRAST_DIVERGENCE_H_
#define RASHOMON_ENGINE_CONTRAST_DIVERGENCE_H_

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/span.h"

namespace rashomon {

// In order of precedence: where two kinds fit, the earlier is the kind.
enum class DivergenceKind {
  kQuantity, kContradiction, kCertainty, kAttribution, kQuotation, kLabel,
  kAgency, kCause, kLoaded, kOmission, kEmphasis,
};
inline constexpr std::array<DivergenceKind, 11> kAllDivergenceKinds = {
    DivergenceKind::kQuantity,    DivergenceKind::kContradiction,
    DivergenceKind::kCertainty,   DivergenceKind::kAttribution,
    DivergenceKind::kQuotation,   DivergenceKind::kLabel,
    DivergenceKind::kAgency,      DivergenceKind::kCause,
    DivergenceKind::kLoaded,      DivergenceKind::kOmission,
    DivergenceKind::kEmphasis,
};

// "quantity", "contradiction" ...
std::string_view Name(DivergenceKind kind);
std::optional<DivergenceKind> DivergenceKindFromName(std::string_view name);

enum class Side { kLeft, kRight };
std::string_view Name(Side side);  // "left", "right"

struct Evidence {
  Span span;          // within one sentence
  std::string quote;  // the article's own bytes at span
  int sentence = 0;   // index of that sentence

  bool operator==(const Evidence&) const = default;
};

// The sentence that comes nearest to an omitted fact.
struct NearestMiss {
  Side side = Side::kRight;
  Span span;
  std::string quote;
  double score = 0;  // 0..1

  bool operator==(const NearestMiss&) const = default;
};

struct Divergence {
  DivergenceKind kind = DivergenceKind::kQuantity;
  std::optional<Evidence> left;   // at least one side has evidence
  std::optional<Evidence> right;
  int weight = 1;         // 1 slight, 2 clear, 3 an editor names it first
  double confidence = 0;  // 0..1: a careful reader would agree
  double strength = 0;    // 0..1, of wording; 0 where it does not apply
  std::string rule;       // "quantity.precision", "certainty.hedge-dropped"
  std::vector<std::string> triggers;  // the words that set the rule off
  std::string explanation;            // one plain sentence
  std::optional<NearestMiss> nearest;  // omissions only
  // Hash of kind and the normalised quotations, order-free: the same whichever
  // side is left. Verdicts follow it.
  std::string fingerprint;
  // Hash of article ids, kind, rule and the sentence of the side that stays
  // put: a known anchor with a new fingerprint reopens a flag.
  std::string anchor;

  bool operator==(const Divergence&) const = default;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_DIVERGENCE_H_
