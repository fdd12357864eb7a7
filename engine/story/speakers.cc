#include "engine/story/speakers.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/story/speaker_name.h"
#include "engine/text/char_class.h"
#include "engine/text/utf8.h"

namespace rashomon {
namespace {

constexpr std::string_view kAnonymous = "anonymous sources";

// Whether the first word, the article left out, is a name: "the Kremlin", not
// "a statement".
bool OpensWithName(std::string_view text) {
  for (const std::string_view article : {"the ", "The "}) {
    if (text.starts_with(article)) text.remove_prefix(article.size());
  }
  return !text.empty() && IsUpperChar(CharAt(text, 0).c);
}

// "" for claims that count for nobody.
std::string NameOf(const Claim& claim) {
  if (claim.mode == ClaimMode::kVoice || claim.attitude) return "";
  switch (claim.source_kind) {
    case SourceKind::kAnonymous: return std::string(kAnonymous);
    case SourceKind::kNamed: return claim.source_name;
    case SourceKind::kInstitutional:
      return OpensWithName(claim.source_name) ? claim.source_name : "";
    case SourceKind::kDescribed:
    case SourceKind::kNone: return "";
  }
  return "";
}

// One name of each speaker, by each of their names: the fullest, else the one
// that stands first.
std::map<std::string, std::string> OneNameEach(
    const std::vector<std::string>& names) {
  std::map<std::string, std::vector<std::string>> full;  // by last word
  std::map<std::string, std::string> one;
  for (const std::string& name : names) {
    if (LastWord(name) == name || name == kAnonymous) continue;
    std::vector<std::string>& bearers = full[std::string(LastWord(name))];
    const auto known = std::find_if(
        bearers.begin(), bearers.end(),
        [&](const std::string& b) { return MayBeOneSpeaker(b, name); });
    if (known != bearers.end()) {
      one[name] = *known;
      continue;
    }
    one[name] = name;
    bearers.push_back(name);
  }
  for (const std::string& name : names) {
    const auto bearers = full.find(name);
    const bool alone = bearers != full.end() && bearers->second.size() == 1;
    one.try_emplace(name, alone ? bearers->second.front() : name);
  }
  return one;
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
  std::vector<std::string> names;
  for (const Report& report : reports) {
    for (const Claim& claim : report.annotation->claims) {
      names.push_back(NameOf(claim));
    }
  }
  const std::map<std::string, std::string> one_name = OneNameEach(names);
  std::map<std::string, SpeakerRow> rows;
  for (std::size_t r = 0; r < reports.size(); ++r) {
    const Annotation& annotation = *reports[r].annotation;
    const int words = std::max(1, CountWords(annotation));
    for (const Claim& claim : annotation.claims) {
      const std::string& name = one_name.at(NameOf(claim));
      if (name.empty()) continue;
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
