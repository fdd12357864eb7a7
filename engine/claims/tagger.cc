#include "engine/claims/tagger.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "engine/base/suffix.h"
#include "engine/base/word_set.h"
#include "engine/claims/tag_transitions.h"
#include "engine/text/tsv.h"

namespace rashomon {
namespace {

// A doubling of its uses makes a reading this much likelier (natural
// logarithm; half of ln 2, since the tagged corpus is small and no news).
constexpr float kUsesWeight = 0.35F;
// A capital in the middle of a sentence makes a name.
constexpr float kCapitalWeight = 5.0F;
// A capital at the start of a sentence, for a word that is none of the list.
constexpr float kStartCapitalWeight = 2.0F;
// More capitals than this share of the words say nothing.
constexpr double kTitleCaseShare = 0.6;
constexpr std::size_t kMinTitleWords = 4;
// "-ing" is a noun in one of these: "meeting", "building".
constexpr float kGerundNounPenalty = -0.4F;
// Participles before a noun: "wounded soldiers" and past tense are likelier.
constexpr float kParticiplePenalty = -0.3F;

float Uses(std::uint8_t n) { return kUsesWeight * static_cast<float>(n); }

int TagNamed(std::string_view name) {
  for (std::size_t i = 0; i < kTagCount; ++i) {
    if (Name(static_cast<Tag>(i)) == name) return static_cast<int>(i);
  }
  return -1;
}

Tag AuxiliaryTag(std::string_view word) {
  static constexpr WordSet kBe(
      {"is",      "are",    "was",    "were",    "be",      "been",
       "being",   "am",     "isn't",  "aren't",  "wasn't",  "weren't",
       "he's",    "she's",  "it's",   "that's",  "they're", "we're",
       "you're",  "i'm",    "there's", "who's",  "what's"});
  static constexpr WordSet kHave(
      {"has", "have", "had", "having", "hasn't", "haven't", "hadn't",
       "they've", "we've", "i've", "you've"});
  static constexpr WordSet kDo(
      {"do", "does", "did", "don't", "doesn't", "didn't"});
  if (kBe.Has(word)) return Tag::kBe;
  if (kHave.Has(word)) return Tag::kHave;
  return kDo.Has(word) ? Tag::kDo : Tag::kModal;
}

Tag PronounTag(std::string_view word) {
  static constexpr WordSet kObject(
      {"him", "them", "us", "me", "himself", "herself", "themselves", "itself",
       "myself", "ourselves", "yourself"});
  return kObject.Has(word) ? Tag::kObject : Tag::kPronoun;
}

// Nothing: an open word.
Tag ClosedTag(WordClass c, std::string_view word, bool* open) {
  *open = false;
  if (word == "that") return Tag::kThat;
  if (word == "to") return Tag::kTo;
  if (word == "by") return Tag::kBy;
  switch (c) {
    case WordClass::kDeterminer: return Tag::kDeterminer;
    case WordClass::kPreposition: return Tag::kPreposition;
    case WordClass::kCoordinator: return Tag::kCoordinator;
    case WordClass::kSubordinator: return Tag::kSubordinator;
    case WordClass::kRelative: return Tag::kRelative;
    case WordClass::kPronoun: return PronounTag(word);
    case WordClass::kAuxiliary: return AuxiliaryTag(word);
    case WordClass::kAdverb: return Tag::kAdverb;
    case WordClass::kNumber: return Tag::kNumber;
    case WordClass::kMark: return Tag::kMark;
    case WordClass::kOpen: break;
  }
  *open = true;
  return Tag::kNoun;
}

// Written like a singular, they take a plural verb.
bool IsCollective(std::string_view word) {
  static constexpr WordSet kCollective(
      {"people", "police", "staff", "clergy", "personnel", "cattle"});
  return kCollective.Has(word);
}

// --- Russian, by endings ---

bool EndsWithAny(std::string_view word,
                 const std::vector<std::string_view>& ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
    return word.size() > end.size() + 2 && EndsWith(word, end);
  });
}

Tag RussianTag(const Word& word) {
  static const auto* const kInfinitives =
      new std::vector<std::string_view>{"ться", "ть", "ти", "тись", "чь"};
  static const auto* const kParticiples = new std::vector<std::string_view>{
      "анный", "анная", "анное", "анные", "анных", "енный", "енная", "енное",
      "енные", "енных", "ован", "ована", "овано", "ованы", "ена", "ено", "ены",
      "ана", "ано", "аны", "вший", "вшая", "вшие", "вших", "ющий", "ющая",
      "ющие", "ющих", "ущий", "щийся", "вшийся"};
  static const auto* const kPasts = new std::vector<std::string_view>{
      "ал", "ала", "ало", "али", "ил", "ила", "ило", "или", "ел", "ела", "ело",
      "ели", "ул", "ула", "уло", "ули", "ыл", "ыла", "ыло", "ыли", "ял", "яла",
      "яли", "лся", "лась", "лось", "лись", "шел", "шла", "шли"};
  static const auto* const kPresents = new std::vector<std::string_view>{
      "ает", "яет", "ует", "ит", "ет", "ют", "ят", "ут", "ется", "ится",
      "ются", "ятся", "утся", "атся"};
  static const auto* const kAdjectives = new std::vector<std::string_view>{
      "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому",
      "ему", "ых", "их", "ую", "юю", "ыми", "ими"};
  if (word.capitalized) return Tag::kProper;
  const std::string_view w = word.normal;
  if (EndsWithAny(w, *kParticiples)) return Tag::kParticiple;
  if (EndsWithAny(w, *kPasts)) return Tag::kPast;
  if (EndsWithAny(w, *kInfinitives)) return Tag::kBase;
  if (EndsWithAny(w, *kPresents)) return Tag::kThird;
  if (EndsWithAny(w, *kAdjectives)) return Tag::kAdjective;
  return Tag::kNoun;
}

void TagRussian(SentenceReading* s) {
  for (std::size_t i = 0; i < s->size(); ++i) {
    bool open = false;
    s->tags[i] = ClosedTag(s->classes[i], s->word(i).normal, &open);
    if (open) s->tags[i] = RussianTag(s->word(i));
  }
}

bool IsTitleCase(const SentenceReading& s) {
  std::size_t words = 0, capitals = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s.word(i).kind != WordKind::kWord) continue;
    ++words;
    capitals += s.word(i).capitalized;
  }
  return words >= kMinTitleWords && capitals > kTitleCaseShare * words;
}

}  // namespace

Tagger::Tagger() {
  for (const auto& row : TsvRows(TagTransitionsTsv())) {
    if (row.size() < 3) continue;
    const int from = row[0] == "start" ? static_cast<int>(kTagCount)
                                       : TagNamed(row[0]);
    const int to = TagNamed(row[1]);
    if (from < 0 || to < 0) continue;
    float weight = 0;
    std::from_chars(row[2].data(), row[2].data() + row[2].size(), weight);
    weights_[from][to] = weight;
  }
}

void Tagger::TagWords(SentenceReading* s, WordMemory* memory) {
  s->tags.assign(s->size(), Tag::kMark);
  if (s->russian) return TagRussian(s);
  TagEnglish(s, memory);
}

void Tagger::TagEnglish(SentenceReading* s, WordMemory* memory) {
  steps_.clear();
  title_case_ = IsTitleCase(*s);
  for (std::size_t i = 0; i < s->size(); ++i) AddStep(i, *s, memory);
  Search();
  ReadPath(s);
}

void Tagger::AddStep(std::size_t i, const SentenceReading& s,
                     WordMemory* memory) {
  const Word& word = s.word(i);
  bool open = false;
  const Tag closed = ClosedTag(s.classes[i], word.normal, &open);
  // Adverbs are passed over: "has also said" is "has said".
  if (!open && closed == Tag::kAdverb) return;
  Step& step = steps_.emplace_back();
  step.word = i;
  if (!open) return step.choice.Add(closed, 0);
  const Known& known = KnownOf(word, memory);
  if (word.capitalized) {
    const bool starts = i == 0 || s.Is(i - 1, WordClass::kMark);
    AddProper(known.forms, starts, &step.choice);
  }
  if (known.only_adverb && step.choice.count == 0) return steps_.pop_back();
  for (std::uint8_t c = 0; c < known.choice.count; ++c) {
    step.choice.Add(known.choice.candidates[c].tag,
                    known.choice.candidates[c].score);
  }
  if (step.choice.count == 0) step.choice.Add(Tag::kNoun, 0);
}

void Tagger::AddProper(const WordForms& forms, bool starts,
                       Choice* choice) const {
  if (title_case_) {
    if (!forms.listed) choice->Add(Tag::kProper, Uses(2) + kStartCapitalWeight);
  } else if (!starts) {
    choice->Add(Tag::kProper,
                Uses(std::max(forms.noun, forms.verb)) + kCapitalWeight);
  } else {
    choice->Add(Tag::kProper, forms.listed ? Uses(1) : kStartCapitalWeight);
  }
}

const Tagger::Known& Tagger::KnownOf(const Word& word, WordMemory* memory) {
  if (memory->generation() != generation_) {
    generation_ = memory->generation();
    known_.clear();
  }
  if (word.id >= known_.size()) known_.resize(word.id + 1);
  Known& known = known_[word.id];
  if (!known.set) {
    known.set = true;
    known.forms = memory->FormsOf(word);
    SetChoice(word, &known);
  }
  return known;
}

void Tagger::SetChoice(const Word& word, Known* known) {
  const WordForms& forms = known->forms;
  Choice& choice = known->choice;
  known->only_adverb = forms.adverb != 0 && forms.noun == 0 &&
                       forms.verb == 0 && forms.adjective == 0;
  if (forms.noun != 0) {
    const bool plural = forms.plural || IsCollective(word.normal);
    choice.Add(plural ? Tag::kPlural : Tag::kNoun,
               Uses(forms.noun) + (forms.gerund ? kGerundNounPenalty : 0));
  }
  if (forms.verb != 0) {
    const float score = Uses(forms.verb);
    if (forms.past) choice.Add(Tag::kPast, score);
    if (forms.participle) {
      choice.Add(Tag::kParticiple, score + kParticiplePenalty);
    }
    if (forms.gerund) choice.Add(Tag::kGerund, score);
    if (forms.third) choice.Add(Tag::kThird, score);
    if (forms.base) choice.Add(Tag::kPlain, score);
    if (forms.base) choice.Add(Tag::kBase, score);
  }
  if (forms.adjective != 0) {
    choice.Add(Tag::kAdjective, Uses(forms.adjective));
  }
  // "sent them back"; what is an adverb alone is passed over.
  if (forms.adverb != 0 && forms.adverb >= forms.verb && forms.verb != 0) {
    choice.Add(Tag::kAdverb, Uses(forms.adverb));
  }
}

void Tagger::Search() {
  for (std::size_t k = 0; k < steps_.size(); ++k) {
    Step& step = steps_[k];
    for (std::uint8_t c = 0; c < step.choice.count; ++c) {
      Candidate& candidate = step.choice.candidates[c];
      const auto to = static_cast<std::size_t>(candidate.tag);
      if (k == 0) {
        candidate.score += weights_[kTagCount][to];
        continue;
      }
      const Step& before = steps_[k - 1];
      float best = -1e30F;
      for (std::uint8_t b = 0; b < before.choice.count; ++b) {
        const auto from = static_cast<std::size_t>(before.choice.candidates[b].tag);
        const float score = before.choice.candidates[b].score + weights_[from][to];
        if (score <= best) continue;
        best = score;
        candidate.before = b;
      }
      candidate.score += best;
    }
    // Long sentences would lose precision in a float: only differences count.
    float most = -1e30F;
    for (std::uint8_t c = 0; c < step.choice.count; ++c) {
      most = std::max(most, step.choice.candidates[c].score);
    }
    for (std::uint8_t c = 0; c < step.choice.count; ++c) {
      step.choice.candidates[c].score -= most;
    }
  }
}

void Tagger::ReadPath(SentenceReading* s) const {
  std::fill(s->tags.begin(), s->tags.end(), Tag::kAdverb);
  if (steps_.empty()) return;
  const Step& last = steps_.back();
  std::uint8_t at = 0;
  for (std::uint8_t c = 1; c < last.choice.count; ++c) {
    if (last.choice.candidates[c].score > last.choice.candidates[at].score) at = c;
  }
  for (std::size_t k = steps_.size(); k-- > 0;) {
    const Candidate& candidate = steps_[k].choice.candidates[at];
    s->tags[steps_[k].word] = candidate.tag;
    at = candidate.before;
  }
}

}  // namespace rashomon
