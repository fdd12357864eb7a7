#include "engine/lexicon/word_forms.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/base/suffix.h"
#include "engine/lexicon/word_forms_format.h"

extern "C" {
extern const char rashomon_word_forms_begin[];
extern const char rashomon_word_forms_end[];
}

namespace rashomon {
namespace {

enum Shift { kNounShift = 0, kVerbShift = 4, kAdjectiveShift = 8,
             kAdverbShift = 12 };

std::uint8_t UsesOf(const WordFormRecord& record, Shift shift) {
  return (record.uses >> shift) & 15;
}

struct SuffixRule {
  std::string_view suffix;
  char part;  // n, v (base), a, r
};

// Derivational suffixes, longest first (Huddleston & Pullum 2002, ch. 19).
constexpr std::array<SuffixRule, 34> kSuffixes = {{
    {"ization", 'n'}, {"isation", 'n'}, {"ability", 'n'}, {"ibility", 'n'},
    {"ousness", 'n'}, {"fulness", 'n'}, {"ation", 'n'},   {"ology", 'n'},
    {"ness", 'n'},    {"ment", 'n'},    {"ship", 'n'},    {"hood", 'n'},
    {"tion", 'n'},    {"sion", 'n'},    {"ance", 'n'},    {"ence", 'n'},
    {"ism", 'n'},     {"ist", 'n'},     {"ity", 'n'},     {"eer", 'n'},
    {"ize", 'v'},     {"ise", 'v'},     {"ify", 'v'},     {"able", 'a'},
    {"ible", 'a'},    {"ical", 'a'},    {"less", 'a'},    {"ful", 'a'},
    {"ous", 'a'},     {"ish", 'a'},     {"ive", 'a'},     {"ic", 'a'},
    {"al", 'a'},      {"ly", 'r'},
}};

// Verbs whose past is their base (Quirk et al. 1985, 3.18).
constexpr std::array<std::string_view, 22> kInvariable = {
    "bet",  "broadcast", "burst", "cast",  "cost",  "cut",    "forecast", "hit",
    "hurt", "let",       "put",   "quit",  "read",  "rid",    "set",      "shed",
    "shut", "split",     "spread", "thrust", "upset", "wed"};

// Unlisted words are rare ones.
constexpr std::uint8_t kUnlisted = 2;

void AddBySuffix(std::string_view word, WordForms* forms) {
  for (const SuffixRule& rule : kSuffixes) {
    if (word.size() < rule.suffix.size() + 3) continue;
    if (!EndsWith(word, rule.suffix)) continue;
    if (rule.part == 'n') forms->noun = kUnlisted;
    if (rule.part == 'a') forms->adjective = kUnlisted;
    if (rule.part == 'r') forms->adverb = kUnlisted;
    if (rule.part == 'v') {
      forms->verb = kUnlisted;
      forms->base = true;
    }
    return;
  }
  if (word.size() > 5 && EndsWith(word, "ed")) {
    forms->verb = forms->adjective = kUnlisted;
    forms->past = forms->participle = true;
  } else if (word.size() > 6 && EndsWith(word, "ing")) {
    forms->verb = forms->noun = kUnlisted;
    forms->gerund = true;
  } else {
    forms->noun = kUnlisted;
    forms->plural = EndsWith(word, "s") && !EndsWith(word, "ss");
  }
}

}  // namespace

WordFormTable::WordFormTable() {
  const auto* header =
      reinterpret_cast<const WordFormHeader*>(rashomon_word_forms_begin);
  records_ = reinterpret_cast<const WordFormRecord*>(header + 1);
  size_ = header->records;
  strings_ = reinterpret_cast<const char*>(records_ + size_);
}

const WordFormTable& WordFormTable::Shipped() {
  static const WordFormTable* const table = new WordFormTable();
  return *table;
}

std::string_view WordFormTable::TextOf(const WordFormRecord& record) const {
  return {strings_ + record.offset, record.size};
}

std::string_view WordFormTable::BaseOf(std::string_view normal) const {
  const WordFormRecord* record = Record(normal);
  if (record == nullptr || record->lemma == kNoLemma) return {};
  return TextOf(records_[record->lemma]);
}

const WordFormRecord* WordFormTable::Record(std::string_view word) const {
  const WordFormRecord* end = records_ + size_;
  const WordFormRecord* found = std::lower_bound(
      records_, end, word, [&](const WordFormRecord& r, std::string_view w) {
        return TextOf(r) < w;
      });
  return found != end && TextOf(*found) == word ? found : nullptr;
}

void WordFormTable::AddListed(const WordFormRecord& record,
                              WordForms* forms) const {
  forms->listed = true;
  forms->noun = UsesOf(record, kNounShift);
  forms->verb = UsesOf(record, kVerbShift);
  forms->base = forms->verb != 0;
  forms->adjective = UsesOf(record, kAdjectiveShift);
  forms->adverb = UsesOf(record, kAdverbShift);
  if (record.lemma == kNoLemma) return;
  const WordFormRecord& lemma = records_[record.lemma];
  if ((record.flags & kFormPlural) != 0) {
    forms->noun = std::max(forms->noun, UsesOf(lemma, kNounShift));
    forms->plural = true;
  }
  if ((record.flags & kFormComparative) != 0) {
    forms->adjective =
        std::max(forms->adjective, UsesOf(lemma, kAdjectiveShift));
  }
  constexpr std::uint8_t kVerbForms =
      kFormPast | kFormParticiple | kFormGerund | kFormThird;
  if ((record.flags & kVerbForms) == 0) return;
  forms->verb = std::max(forms->verb, UsesOf(lemma, kVerbShift));
  forms->past = (record.flags & kFormPast) != 0;
  forms->participle = (record.flags & kFormParticiple) != 0;
  forms->gerund = (record.flags & kFormGerund) != 0;
  forms->third = (record.flags & kFormThird) != 0;
}

void WordFormTable::AddNoun(std::string_view lemma, WordForms* forms) const {
  const WordFormRecord* record = Record(lemma);
  if (record == nullptr || UsesOf(*record, kNounShift) == 0) return;
  // "Gas" is a noun of its own sooner than the plural of "Ga".
  constexpr std::size_t kMinLemma = 3;
  if (forms->noun != 0 && lemma.size() < kMinLemma) return;
  forms->noun = std::max(forms->noun, UsesOf(*record, kNounShift));
  forms->plural = forms->listed = true;
}

bool WordFormTable::AddVerb(std::string_view lemma, WordForms* forms) const {
  const WordFormRecord* record = Record(lemma);
  if (record == nullptr || UsesOf(*record, kVerbShift) == 0) return false;
  forms->verb = std::max(forms->verb, UsesOf(*record, kVerbShift));
  forms->listed = true;
  return true;
}

void WordFormTable::AddVerbForm(std::string_view word, std::string_view ending,
                                std::string_view replacement,
                                WordForms* forms) const {
  if (word.size() < ending.size() + 2 || !EndsWith(word, ending)) return;
  std::string lemma(word.substr(0, word.size() - ending.size()));
  lemma += replacement;
  bool found = AddVerb(lemma, forms);
  // "planned": a doubled consonant that the list of exceptions lacks.
  const std::size_t n = lemma.size();
  if (!found && replacement.empty() && n > 3 && lemma[n - 1] == lemma[n - 2]) {
    found = AddVerb(std::string_view(lemma).substr(0, n - 1), forms);
  }
  if (!found) return;
  if (ending == "ing") {
    forms->gerund = true;
  } else if (ending == "ed") {
    forms->past = forms->participle = true;
  } else {
    forms->third = true;
  }
}

void WordFormTable::AddAdjective(std::string_view lemma,
                                 WordForms* forms) const {
  const WordFormRecord* record = Record(lemma);
  if (record == nullptr || UsesOf(*record, kAdjectiveShift) == 0) return;
  forms->adjective =
      std::max(forms->adjective, UsesOf(*record, kAdjectiveShift));
  forms->listed = true;
}

// Rules of detachment after Morphy (Beckwith, Miller & Tengi 1993).
void WordFormTable::AddRegular(std::string_view word, WordForms* forms) const {
  const auto without = [&](std::size_t n) {
    return word.substr(0, word.size() - n);
  };
  if (EndsWith(word, "s") && !EndsWith(word, "ss") && word.size() > 2) {
    AddNoun(without(1), forms);
    AddVerbForm(word, "s", "", forms);
    if (EndsWith(word, "es")) {
      AddNoun(without(2), forms);
      AddVerbForm(word, "es", "", forms);
    }
    if (EndsWith(word, "ies") && word.size() > 4) {
      AddNoun(std::string(without(3)) + "y", forms);
      AddVerbForm(word, "ies", "y", forms);
    }
  }
  if (EndsWith(word, "men")) AddNoun(std::string(without(3)) + "man", forms);
  for (const std::string_view ending : {"ed", "ing"}) {
    AddVerbForm(word, ending, "", forms);
    AddVerbForm(word, ending, "e", forms);
  }
  if (EndsWith(word, "ied") && word.size() > 4) {
    if (AddVerb(std::string(without(3)) + "y", forms)) {
      forms->past = forms->participle = true;
    }
  }
  for (const std::string_view ending : {"er", "est"}) {
    if (!EndsWith(word, ending)) continue;
    AddAdjective(without(ending.size()), forms);
    AddAdjective(std::string(without(ending.size())) + "e", forms);
    if (EndsWith(without(ending.size()), "i")) {
      AddAdjective(std::string(without(ending.size() + 1)) + "y", forms);
    }
  }
}

WordForms WordFormTable::Find(std::string_view normal) const {
  for (const std::string_view end : {"'s", "’s"}) {
    if (EndsWith(normal, end)) {
      normal.remove_suffix(end.size());
      WordForms owner = Find(normal);
      owner.verb = owner.adjective = owner.adverb = 0;
      if (owner.noun == 0) owner.noun = kUnlisted;
      return owner;
    }
  }
  WordForms forms;
  if (const WordFormRecord* record = Record(normal)) {
    AddListed(*record, &forms);
  }
  AddRegular(normal, &forms);
  if (std::find(kInvariable.begin(), kInvariable.end(), normal) !=
      kInvariable.end()) {
    forms.past = forms.participle = true;
  }
  if (normal == "become" || normal == "come" || normal == "run" ||
      normal == "overcome") {
    forms.participle = true;  // equal to the base, unlike the past
  }
  if (forms.listed) return forms;
  const std::size_t hyphen = normal.rfind('-');
  if (hyphen != std::string_view::npos && hyphen + 1 < normal.size()) {
    // "state-run", "vice-president": by the last part.
    forms = Find(normal.substr(hyphen + 1));
    if (forms.participle || forms.gerund) {
      forms.adjective = std::max(forms.adjective, forms.verb);
    }
    return forms;
  }
  AddBySuffix(normal, &forms);
  return forms;
}

}  // namespace rashomon
