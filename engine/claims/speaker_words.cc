#include "engine/claims/speaker_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "engine/base/word_set.h"

namespace rashomon {
namespace {

constexpr WordSet kHe({
    "he", "his", "him", "himself", "он", "его", "него", "ему", "им"});
constexpr WordSet kShe({
    "she", "her", "hers", "herself", "она", "ее", "нее", "ей"});
constexpr WordSet kThey({
    "they", "their", "them", "themselves", "они", "их", "них"});
constexpr WordSet kIt({"it", "its", "itself", "оно"});
constexpr WordSet kWho({
    "who", "which", "that", "который", "которая", "которые", "которое"});

// The narrower calling first, the wider second; stems. After the hierarchy of
// occupations in WordNet (Fellbaum 1998) and of Russian press usage.
using Wider = std::pair<std::string_view, std::string_view>;
constexpr std::array<Wider, 42> kWider = {{
    {"ambassador", "diplomat"},
    {"envoy", "diplomat"},
    {"secretari", "diplomat"},
    {"spokesman", "offici"},
    {"spokeswoman", "offici"},
    {"spokesperson", "offici"},
    {"minist", "diplomat"},
    {"minist", "offici"},
    {"secretari", "offici"},
    {"director", "offici"},
    {"commission", "offici"},
    {"head", "offici"},
    {"chief", "offici"},
    {"deputi", "offici"},
    {"mayor", "offici"},
    {"governor", "offici"},
    {"senat", "lawmak"},
    {"congressman", "lawmak"},
    {"congresswoman", "lawmak"},
    {"repres", "lawmak"},
    {"sen", "senat"},
    {"rep", "lawmak"},
    {"gov", "governor"},
    {"gen", "general"},
    {"senat", "politician"},
    {"minist", "politician"},
    {"mayor", "politician"},
    {"president", "leader"},
    {"premier", "leader"},
    {"minist", "leader"},
    {"chairman", "leader"},
    {"professor", "expert"},
    {"analyst", "expert"},
    {"economist", "expert"},
    {"professor", "scholar"},
    {"attorney", "lawyer"},
    {"посол", "дипломат"},
    {"министр", "дипломат"},
    {"министр", "чиновник"},
    {"президент", "лидер"},
    {"сенатор", "политик"},
    {"депутат", "политик"},
}};

}  // namespace

std::optional<Pronoun> ReadPronoun(std::string_view normal) {
  Pronoun p;
  if (kHe.Has(normal)) {
    p.sex = 'm';
  } else if (kShe.Has(normal)) {
    p.sex = 'f';
  } else if (kThey.Has(normal)) {
    p.plural = true;
  } else if (kIt.Has(normal)) {
    p.thing = true;
  } else if (kWho.Has(normal)) {
    p.relative = true;
  } else {
    return std::nullopt;
  }
  return p;
}

bool SaysOther(std::string_view normal) {
  static constexpr WordSet kOther({
      "same",      "another",  "other",  "second",  "third",
      "different", "new",      "former", "some",    "many",
      "several",   "outgoing", "другой", "другая",  "другие",
      "тот",       "иной",     "второй", "прежний", "бывший"});
  return kOther.Has(normal);
}

bool IsDefinite(std::string_view normal) {
  return normal == "the" || normal == "this" || normal == "that" ||
         normal == "этот" || normal == "эта" || normal == "это";
}

bool IsSourcePreposition(std::string_view normal) {
  static constexpr WordSet kWords({
      "of",  "for", "at", "in",   "from",  "with", "on",   "to",
      "and", "who", "by", "that", "close", "в",    "во",   "на",
      "из",  "и",   "по", "от",   "при",   "с",    "near", "whose"});
  return kWords.Has(normal);
}

bool Answers(std::string_view description, std::string_view called) {
  if (description == called) return true;
  return std::any_of(kWider.begin(), kWider.end(), [&](const Wider& w) {
    return w.first == called && w.second == description;
  });
}

bool IsWiderCalling(std::string_view description) {
  static constexpr WordSet kCallings(
      {"diplomat", "offici", "lawmak", "senat", "governor", "general",
       "politician", "leader", "expert", "scholar", "lawyer", "дипломат",
       "чиновник", "лидер", "политик"});
  return kCallings.Has(description);
}

bool NamesAnyBody(std::string_view normal) {
  static constexpr WordSet kBodies({
      "company",     "firm",        "group",    "organization", "organisation",
      "agency",      "corporation", "airline",  "operator",     "manufacturer",
      "maker",       "carmaker",    "watchdog", "body",         "компания",
      "организация", "ведомство",   "агентство"});
  return kBodies.Has(normal);
}

bool SaysAnonymous(std::string_view normal) {
  static constexpr WordSet kWords({
      "anonymity", "anonymously",  "anonymous",
      "unnamed",   "unidentified", "анонимности",
      "анонимно",  "неназванный",  "неназванного"});
  return kWords.Has(normal);
}

}  // namespace rashomon
