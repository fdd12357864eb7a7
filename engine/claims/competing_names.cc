#include "engine/claims/competing_names.h"

#include <string_view>

#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// "annexation", or "annexation<tab>near": the name, and whether it is common.
struct Note {
  std::string_view name;
  bool common = false;
};

Note NoteOf(const LexiconEntry& entry) {
  const std::string_view note = entry.note;
  const std::size_t tab = note.find('\t');
  Note result{note.substr(0, tab),
              tab != std::string_view::npos && note.substr(tab + 1) == "near"};
  if (result.name.empty()) result.name = entry.phrase;
  return result;
}

bool IsNamed(const SentenceReading& s, const PhraseMatch& m) {
  return m.last - m.first > 1 || IsNoun(s.tags[m.first]) ||
         s.tags[m.first] == Tag::kAdjective || s.tags[m.first] == Tag::kGerund;
}

}  // namespace

void FindCompetingNames(const SentenceReading& s,
                        std::vector<CompetingName>* names) {
  for (const PhraseMatch& m : s.matches.of(ListId::kLabels)) {
    if (!IsNamed(s, m)) continue;
    const Note note = NoteOf(*m.entry);
    names->push_back({.span = s.SpanOf(m.first, m.last),
                      .group = m.entry->category,
                      .name = std::string(note.name),
                      .strength = m.entry->strength,
                      .common = note.common,
                      .in_quotation = s.InQuote(m.first)});
  }
}

}  // namespace rashomon
