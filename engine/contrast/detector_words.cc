#include "engine/contrast/detector_words.h"

#include <algorithm>

#include "absl/status/status.h"
#include "engine/contrast/detector_words_tsv.h"

namespace rashomon {
namespace {

constexpr std::string_view kHeader = "word\tgroup\tlanguage";

}  // namespace

const DetectorWords& DetectorWords::Shipped() {
  // The shipped table parses (a test says so); were it broken, nothing would be
  // found by it.
  static const auto* const words = [] {
    absl::StatusOr<DetectorWords> read = FromTsv(DetectorWordsTsv());
    return new DetectorWords(read.ok() ? *std::move(read) : DetectorWords());
  }();
  return *words;
}

std::optional<WordGroup> DetectorWords::GroupFromName(std::string_view name) {
  if (name == "distancing") return WordGroup::kDistancing;
  if (name == "untrue") return WordGroup::kUntrue;
  if (name == "harm") return WordGroup::kHarm;
  if (name == "telling") return WordGroup::kTelling;
  if (name == "state") return WordGroup::kState;
  if (name == "answered") return WordGroup::kAnswered;
  if (name == "event") return WordGroup::kEvent;
  if (name == "doer") return WordGroup::kDoer;
  if (name == "reporting") return WordGroup::kReporting;
  if (name == "source") return WordGroup::kSource;
  if (name == "intent") return WordGroup::kIntent;
  if (name == "failing") return WordGroup::kFailing;
  if (name == "supposed") return WordGroup::kSupposed;
  if (name == "probable") return WordGroup::kProbable;
  return std::nullopt;
}

void DetectorWords::Group::Add(std::string_view entry) {
  if (!entry.ends_with('*')) {
    stems.emplace(entry);
    openings.set(OpeningOf(entry));
    return;
  }
  entry.remove_suffix(1);
  beginnings.push_back(entry);
  if (entry.size() > 1) {
    openings.set(OpeningOf(entry));
  } else {
    openings.set();  // any byte may follow
  }
}

absl::StatusOr<DetectorWords> DetectorWords::FromTsv(std::string_view tsv) {
  DetectorWords words;
  int line = 0;
  bool header = false;
  for (const std::string_view row : SplitOn(tsv, '\n')) {
    ++line;
    if (row.empty() || row.front() == '#') continue;
    if (!header) {
      header = row == kHeader;
      if (header) continue;
    }
    const std::vector<std::string_view> fields = SplitOn(row, '\t');
    const std::optional<WordGroup> group =
        fields.size() == 3 ? GroupFromName(fields[1]) : std::nullopt;
    if (!header || !group || fields[0].empty() || fields[0] == "*") {
      return absl::InvalidArgumentError(
          StrCat("detector_words.tsv:", line, ": expected ", kHeader,
                 ", found ", row));
    }
    Group& entries = words.groups_[static_cast<std::size_t>(*group)];
    entries.Add(fields[0]);
  }
  return words;
}

bool DetectorWords::Group::Holds(const Word& word) const {
  const auto begins = [](std::string_view text, std::string_view beginning) {
    // Most differ in the first byte.
    return !text.empty() && text[0] == beginning[0] &&
           text.starts_with(beginning);
  };
  return stems.contains(word.stem) ||
         std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) {
                       return begins(word.normal, beginning) ||
                              begins(word.stem, beginning);
                     });
}

std::size_t DetectorWords::size(WordGroup group) const {
  const Group& entries = groups_[static_cast<std::size_t>(group)];
  return entries.stems.size() + entries.beginnings.size();
}

}  // namespace rashomon
