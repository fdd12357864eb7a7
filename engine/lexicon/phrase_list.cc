#include "engine/lexicon/phrase_list.h"

#include <charconv>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

// The keys of a phrase as the file has it; a word with '=' before it is exact.
std::vector<TrieKey> KeysOf(std::string_view phrase, WordSplitter& splitter) {
  std::vector<TrieKey> keys;
  for (std::string_view part : SplitOn(phrase, ' ')) {
    const bool exact = part.size() > 1 && part.front() == '=';
    if (exact) part.remove_prefix(1);
    for (const Word& word :
         splitter.Split(part, {Field::kText, 0, part.size()})) {
      keys.push_back({std::string(exact ? word.normal : word.stem), exact, word.capitalized,
                      word.all_caps && word.normal.size() > 1});
    }
  }
  return keys;
}

std::string Join(const std::vector<std::string_view>& columns,
                 std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < columns.size(); ++i) {
    if (i > from) out += '\t';
    out += columns[i];
  }
  return out;
}

bool ParseStrength(std::string_view text, double* strength) {
  if (text.empty()) return true;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), *strength);
  return error == std::errc() && end == text.data() + text.size() &&
         *strength >= 0 && *strength <= 1;
}

}  // namespace

absl::Status PhraseList::AddRow(std::string_view row, std::string_view where,
                                WordSplitter& splitter) {
  const std::vector<std::string_view> columns = SplitOn(row, '\t');
  LexiconEntry entry;
  entry.phrase = StripAsciiSpace(columns[0]);
  if (entry.phrase.empty()) {
    return absl::InvalidArgumentError(StrCat(where, ": no phrase"));
  }
  if (columns.size() > 1) entry.category = StripAsciiSpace(columns[1]);
  if (columns.size() > 2 &&
      !ParseStrength(StripAsciiSpace(columns[2]), &entry.strength)) {
    return absl::InvalidArgumentError(
        StrCat(where, ": strength '", columns[2], "' is not within 0..1"));
  }
  if (columns.size() > 3) entry.language = StripAsciiSpace(columns[3]);
  entry.note = StripAsciiSpace(Join(columns, 4));
  std::vector<TrieKey> keys = KeysOf(entry.phrase, splitter);
  if (keys.empty()) {
    return absl::InvalidArgumentError(
        StrCat(where, ": '", entry.phrase, "' has no word"));
  }
  trie_.Add(keys, 0, static_cast<std::uint32_t>(entries_.size()));
  entries_.push_back(std::move(entry));
  keys_.push_back(std::move(keys));
  return absl::OkStatus();
}

absl::Status PhraseList::AddTsv(std::string_view tsv, std::string_view source) {
  WordSplitter splitter;
  bool header_seen = false;
  int line_number = 0;
  for (const std::string_view line : SplitOn(tsv, '\n')) {
    ++line_number;
    const std::string_view row = StripAsciiSpace(line);
    if (row.empty() || row.front() == '#') continue;
    if (!header_seen) {
      header_seen = true;
      if (row.substr(0, 6) == "phrase") continue;
      return absl::InvalidArgumentError(
          StrCat(source, ":", line_number,
                 ": the first line must be a header that starts with "
                 "'phrase'"));
    }
    RASHOMON_RETURN_IF_ERROR(
        AddRow(line, StrCat(source, ":", line_number), splitter));
  }
  return absl::OkStatus();
}

std::vector<PhraseMatch> PhraseList::Match(
    const std::vector<Word>& words) const {
  std::vector<PhraseMatch> matches;
  for (const TrieHit& hit : trie_.Match(words, 1)) {
    matches.push_back({hit.first, hit.last, &entries_[hit.entry]});
  }
  return matches;
}

const LexiconEntry* PhraseList::Find(const Word& word) const {
  const std::vector<PhraseMatch> matches = Match({word});
  return matches.empty() ? nullptr : matches[0].entry;
}

}  // namespace rashomon
