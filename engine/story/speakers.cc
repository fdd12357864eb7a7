#include "engine/story/speakers.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace rashomon {
namespace {

constexpr std::string_view kAnonymous = "anonymous sources";

std::string NameOf(const Claim& claim) {
  if (claim.mode == ClaimMode::kVoice || claim.attitude) return "";
  if (!claim.source_name.empty()) return claim.source_name;
  return claim.source_kind == SourceKind::kAnonymous ? std::string(kAnonymous)
                                                     : "";
}

std::string_view LastWord(std::string_view name) {
  return name.substr(name.rfind(' ') + 1);  // npos + 1 is 0
}

// The fuller name of each single name that one speaker of the story alone bears.
std::map<std::string, std::string> FullNames(
    const std::set<std::string>& names) {
  std::map<std::string, std::set<std::string>> bearers;
  for (const std::string& name : names) {
    if (name.find(' ') == std::string::npos || name == kAnonymous) continue;
    bearers[std::string(LastWord(name))].insert(name);
  }
  std::map<std::string, std::string> full;
  for (const auto& [last, all] : bearers) {
    if (all.size() == 1 && names.count(last) > 0) full[last] = *all.begin();
  }
  return full;
}

int CountWords(const Annotation& annotation, int sentence, const Span& span) {
  const auto& words = annotation.words[static_cast<std::size_t>(sentence)];
  return static_cast<int>(
      std::count_if(words.begin(), words.end(), [&](const Word& w) {
        return w.kind != WordKind::kPunctuation && Contains(span, w.span);
      }));
}

int CountWords(const Annotation& annotation) {
  int count = 0;
  for (const auto& words : annotation.words) {
    for (const Word& w : words) count += w.kind != WordKind::kPunctuation;
  }
  return count;
}

// Words of the claim in its sentence, and those in quotation marks.
void Add(const Annotation& annotation, const Claim& claim,
         SpeakerShare* share) {
  int all = 0, quoted = 0;
  for (const Span& span : claim.content) {
    all += CountWords(annotation, claim.sentence, span);
  }
  for (const Span& span : claim.quoted) {
    quoted += CountWords(annotation, claim.sentence, span);
  }
  if (claim.mode == ClaimMode::kQuote) quoted = all;
  ++share->claims;
  share->quoted_words += quoted;
  share->told_words += std::max(0, all - quoted);
}

int WordsOf(const SpeakerRow& row) {
  int words = 0;
  for (const SpeakerShare& s : row.reports) {
    words += s.quoted_words + s.told_words;
  }
  return words;
}

}  // namespace

std::vector<SpeakerRow> SpeakersOf(const std::vector<Report>& reports) {
  std::set<std::string> names;
  for (const Report& report : reports) {
    for (const Claim& claim : report.annotation->claims) {
      names.insert(NameOf(claim));
    }
  }
  const std::map<std::string, std::string> full = FullNames(names);
  std::map<std::string, SpeakerRow> rows;
  for (std::size_t r = 0; r < reports.size(); ++r) {
    const Annotation& annotation = *reports[r].annotation;
    const int words = std::max(1, CountWords(annotation));
    for (const Claim& claim : annotation.claims) {
      std::string name = NameOf(claim);
      if (name.empty()) continue;
      if (const auto at = full.find(name); at != full.end()) name = at->second;
      SpeakerRow& row = rows[name];
      row.name = name;
      row.kind = claim.source_kind;
      if (row.reports.empty() ||
          row.reports.back().report != static_cast<int>(r)) {
        row.reports.push_back({static_cast<int>(r), 0, 0, 0, 0});
      }
      SpeakerShare& share = row.reports.back();
      Add(annotation, claim, &share);
      share.share = std::min(
          1.0, static_cast<double>(share.quoted_words + share.told_words) /
                   words);
    }
  }
  std::vector<SpeakerRow> sorted;
  for (auto& [name, row] : rows) sorted.push_back(std::move(row));
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const SpeakerRow& a, const SpeakerRow& b) {
                     return WordsOf(a) > WordsOf(b);
                   });
  return sorted;
}

}  // namespace rashomon
