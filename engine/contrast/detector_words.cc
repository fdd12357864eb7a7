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
  if (name == "intent") return WordGroup::kIntent;
  if (name == "failing") return WordGroup::kFailing;
  if (name == "supposed") return WordGroup::kSupposed;
  if (name == "probable") return WordGroup::kProbable;
  return std::nullopt;
}

void DetectorWords::Group::Add(std::string_view entry) {
  first_bytes.set(static_cast<unsigned char>(entry[0]));
  if (entry.ends_with('*')) {
    beginnings.push_back(entry.substr(0, entry.size() - 1));
  } else {
    stems.emplace(entry);
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

bool DetectorWords::Has(WordGroup group, const Word& word) const {
  const Group& entries = groups_[static_cast<std::size_t>(group)];
  if (!entries.MayHold(word.stem) && !entries.MayHold(word.normal)) {
    return false;
  }
  const auto begins = [](std::string_view text, std::string_view beginning) {
    // Most differ in the first byte.
    return !text.empty() && text[0] == beginning[0] &&
           text.starts_with(beginning);
  };
  return entries.stems.contains(word.stem) ||
         std::any_of(entries.beginnings.begin(), entries.beginnings.end(),
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
