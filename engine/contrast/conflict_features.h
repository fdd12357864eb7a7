// What tells that two sentences cannot both be true, as numbers.
//
//   PairReader reader(&lexicons, &word_model);
//   const ConflictFeatures f = FeaturesOfConflict(
//       reader.Read(text), reader.Read(hypothesis), word_model);
//   f[ConflictFeature::kNegation]            // 0..1
//
// The kinds of evidence are those of de Marneffe, Rafferty & Manning (2008,
// Finding Contradictions in Text): negation, antonyms, numbers, structure,
// facts of names, factive and modal contexts. Each is weighed by how much of
// the rest the other sentence says, too: what speaks of something else
// contradicts nothing.
#ifndef RASHOMON_ENGINE_CONTRAST_CONFLICT_FEATURES_H_
#define RASHOMON_ENGINE_CONTRAST_CONFLICT_FEATURES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/base/logistic_model.h"
#include "engine/contrast/pair_units.h"
#include "engine/embed/word_model.h"

namespace rashomon {

enum class ConflictFeature : std::uint8_t {
  kFound,       // share of the hypothesis that the text says, too
  kFoundBoth,   // the same, of the side that is found less
  kNegation,    // one statement is negated, and the other says what it negates
  kNegatedFocus,   // the word that is negated is not negated there, and the
                   // text says the rest of the hypothesis, somewhere
  kNegatedPhrase,  // the same of a phrase: "with a hat", "without a hat"
  kOpposite,    // antonyms in one place
  kPredicate,   // verbs or prepositions that exclude each other
  kExclusive,   // other members of a contrast set in one place
  kNumber,      // two values in one place
  kOrdinal,     // two ranks in one place
  kName,        // two names in one place
  kOther,       // two words in one place that are neither alike nor known to
                // exclude
  kSwapped,     // who did it and whom it befell have changed places
  kTime,        // days that do not overlap
  kCount,
};
inline constexpr std::size_t kConflictFeatureCount =
    static_cast<std::size_t>(ConflictFeature::kCount);

// "found", "negation" ...: the names in the model file.
std::string_view Name(ConflictFeature feature);

// All within 0..1.
class ConflictFeatures {
 public:
  double& operator[](ConflictFeature f) {
    return values_[static_cast<std::size_t>(f)];
  }
  double operator[](ConflictFeature f) const {
    return values_[static_cast<std::size_t>(f)];
  }
  std::vector<FeatureValue> Named() const;

 private:
  std::array<double, kConflictFeatureCount> values_{};
};

// All zero where a side has no words. Exchanging the sides changes kFound
// alone. O(n m) for the units of the sides, which are limited.
ConflictFeatures FeaturesOfConflict(const PairSide& text,
                                    const PairSide& hypothesis,
                                    const WordModel& model);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CONFLICT_FEATURES_H_
