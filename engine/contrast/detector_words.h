// Words that single detectors look for: data/detector_words.tsv, compiled in.
//
//   DetectorWords::Shipped().Has(WordGroup::kUntrue, word)   // "fake", "hoax"
#ifndef RASHOMON_ENGINE_CONTRAST_DETECTOR_WORDS_H_
#define RASHOMON_ENGINE_CONTRAST_DETECTOR_WORDS_H_

#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/strings.h"
#include "engine/text/word.h"

namespace rashomon {

enum class WordGroup {
  kDistancing, kUntrue, kHarm, kTelling, kState, kAnswered, kEvent, kDoer,
  kIntent, kProbable, kSupposed, kFailing,
};
inline constexpr std::size_t kWordGroups = 12;

// Immutable; thread-safe.
class DetectorWords {
 public:
  static const DetectorWords& Shipped();

  // Of a table with columns word, group, language. The error names the line.
  // Keeps views into `tsv`.
  static absl::StatusOr<DetectorWords> FromTsv(std::string_view tsv);

  // Whether the word's stem is in the group, or its normal form or stem begins
  // as one of it does. O(entries of the group that are beginnings).
  bool Has(WordGroup group, const Word& word) const;

  std::size_t size(WordGroup group) const;

 private:
  struct Group {
    StringSet stems;
    std::vector<std::string_view> beginnings;
    std::bitset<256> first_bytes;  // of both: most words have none of them

    void Add(std::string_view entry);
    bool MayHold(std::string_view text) const {
      return !text.empty() && first_bytes[static_cast<unsigned char>(text[0])];
    }
  };

  static std::optional<WordGroup> GroupFromName(std::string_view name);

  std::array<Group, kWordGroups> groups_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_DETECTOR_WORDS_H_
