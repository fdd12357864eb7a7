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
  kReporting, kSource, kIntent, kProbable, kSupposed, kFailing,
};
inline constexpr std::size_t kWordGroups = 14;

// Immutable; thread-safe.
class DetectorWords {
 public:
  static const DetectorWords& Shipped();

  // Of a table with columns word, group, language. The error names the line.
  // Keeps views into `tsv`.
  static absl::StatusOr<DetectorWords> FromTsv(std::string_view tsv);

  // Whether the word's stem is in the group, or its normal form or stem begins
  // as one of it does. O(entries of the group that are beginnings).
  bool Has(WordGroup group, const Word& word) const {
    const Group& entries = groups_[static_cast<std::size_t>(group)];
    return (entries.MayHold(word.stem) || entries.MayHold(word.normal)) &&
           entries.Holds(word);
  }

  std::size_t size(WordGroup group) const;

 private:
  struct Group {
    StringSet stems;
    std::vector<std::string_view> beginnings;
    // What texts begin with that either holds: most words begin otherwise.
    std::bitset<1024> openings;

    void Add(std::string_view entry);
    bool MayHold(std::string_view text) const {
      return openings[OpeningOf(text)];
    }
    bool Holds(const Word& word) const;

    // Of the first two bytes.
    static std::size_t OpeningOf(std::string_view text) {
      const auto byte = [text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
      };
      return (byte(0) + 32 * byte(1)) % 1024;
    }
  };

  static std::optional<WordGroup> GroupFromName(std::string_view name);

  std::array<Group, kWordGroups> groups_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_DETECTOR_WORDS_H_
