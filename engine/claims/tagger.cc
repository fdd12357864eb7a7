#include "engine/claims/tagger.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "engine/base/suffix.h"
#include "engine/base/word_set.h"
#include "engine/claims/noun_phrase.h"
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
  if (word.size() == 4 && word == "that") return Tag::kThat;
  if (word.size() == 2) {
    if (word == "to") return Tag::kTo;
    if (word == "by") return Tag::kBy;
  }
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

// "Ушли": a past tense shorter than what its ending alone would be told by.
bool IsShortPast(std::string_view word) {
  for (const std::string_view end : {"шел", "шла", "шло", "шли"}) {
    if (word.size() > end.size() && EndsWith(word, end)) return true;
  }
  return false;
}

void TagRussian(SentenceReading* s) {
  for (std::size_t i = 0; i < s->size(); ++i) {
    bool open = false;
    s->tags[i] = ClosedTag(s->classes[i], s->word(i).normal, &open);
    if (!open) continue;
    s->tags[i] = RussianTag(s->word(i));
    if (s->tags[i] == Tag::kNoun && IsShortPast(s->word(i).normal)) {
      s->tags[i] = Tag::kPast;
    } else if (s->tags[i] == Tag::kPast && IsAct(*s, i, "noun")) {
      s->tags[i] = Tag::kNoun;
    }
  }
}

// A number in words; "one" may stand for anything.
bool IsCardinal(const SentenceReading& s, std::size_t i) {
  const PhraseMatch* number = MatchAt(s, ListId::kNumbers, i);
  return number != nullptr && number->entry->category == "cardinal" &&
         !s.Is(i, "one");
}

// The second word of "very much", "so much": an adverb, unless it is a noun's.
bool IsDegree(const SentenceReading& s, std::size_t i) {
  return i > 0 && s.Is(i, "much") && !s.Is(i + 1, "of") &&
         (s.Is(i - 1, "very") || s.Is(i - 1, "so") || s.Is(i - 1, "too"));
}

// "They will all benefit": no determiner.
bool IsFloating(const SentenceReading& s, std::size_t i) {
  return i > 0 && (s.Is(i, "all") || s.Is(i, "both")) &&
         s.Is(i - 1, WordClass::kAuxiliary) &&
         AuxiliaryTag(s.word(i - 1).normal) == Tag::kModal;
}

// How far before its last word a noun phrase is followed back.
constexpr std::size_t kMaxPhraseReach = 6;

// What follows the last word of a noun phrase, and hardly a verb that has a
// noun for its object.
bool EndsPhrase(const SentenceReading& s, std::size_t i) {
  return i >= s.size() || s.Is(i, Tag::kMark) || s.Is(i, Tag::kCoordinator) ||
         s.Is(i, Tag::kPreposition) || s.Is(i, Tag::kBy);
}

// By the note of a row of cues.tsv.
bool TakesClause(std::string_view note) {
  const std::string_view frame = note.substr(0, note.find(' '));
  return frame == "say" || frame == "mind" || frame == "show";
}

// Whether a verb stands right before the noun phrase that ends before word i,
// as the one that has it for its object: "signed two trade | annexes". Verbs of
// saying may have a clause there.
bool IsObjectEnd(const SentenceReading& s, std::size_t i) {
  const std::size_t stop = i > kMaxPhraseReach ? i - kMaxPhraseReach : 0;
  for (std::size_t k = i; k-- > stop;) {
    const Tag tag = s.tags[k];
    if (IsNoun(tag) || tag == Tag::kAdjective || tag == Tag::kNumber ||
        tag == Tag::kDeterminer) {
      continue;
    }
    if (k + 1 == i) return false;
    if (tag == Tag::kHave || tag == Tag::kBe) return true;
    if (!IsFinite(tag) && tag != Tag::kBase && tag != Tag::kGerund) {
      return false;
    }
    const PhraseMatch* cue = MatchAt(s, ListId::kCues, k);
    return cue == nullptr || !TakesClause(cue->entry->note);
  }
  return false;
}

// "Two trade annexes": a number counts what ends in -s behind its modifiers.
bool IsCounted(const SentenceReading& s, std::size_t i) {
  const std::size_t stop = i > kMaxPhraseReach ? i - kMaxPhraseReach : 0;
  for (std::size_t k = i; k-- > stop;) {
    if (s.tags[k] == Tag::kNumber) return k + 1 < i && !s.Is(k, "1");
    if (s.tags[k] != Tag::kNoun && s.tags[k] != Tag::kAdjective) return false;
  }
  return false;
}

// "Northland-Southmark ties also are": of two finite verbs in a row the first
// is a noun. "What Holm says is ..." has a clause for its subject.
bool MeetsAuxiliary(const SentenceReading& s, std::size_t i) {
  std::size_t next = i + 1;
  while (s.Is(next, Tag::kAdverb) || s.IsMark(next, '"')) ++next;
  if (next >= s.size() || !IsAuxiliary(s.tags[next])) return false;
  if (!IsNoun(s.tags[i - 1]) && s.tags[i - 1] != Tag::kAdjective) return false;
  const std::size_t stop = i > kMaxPhraseReach ? i - kMaxPhraseReach : 0;
  for (std::size_t k = i; k-- > stop;) {
    if (s.Is(k, Tag::kRelative) || s.Is(k, "what") || s.Is(k, Tag::kThat)) {
      return false;
    }
  }
  const PhraseMatch* cue = MatchAt(s, ListId::kCues, i);
  return cue == nullptr || !TakesClause(cue->entry->note);
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

void Tagger::TagWords(SentenceReading* s, const WordMemory* memory) {
  s->tags.assign(s->size(), Tag::kMark);
  if (s->russian) return TagRussian(s);
  TagEnglish(s, memory);
}

void Tagger::TagEnglish(SentenceReading* s, const WordMemory* memory) {
  steps_.clear();
  title_case_ = IsTitleCase(*s);
  for (std::size_t i = 0; i < s->size(); ++i) AddStep(i, *s, memory);
  Search();
  ReadPath(s);
  Retag(s);
}

// Pairs of tags do not see what a sentence has already: "signed trade annexes"
// is no "signed that trade annexes".
void Tagger::Retag(SentenceReading* s) {
  for (std::size_t i = 2; i < s->size(); ++i) {
    // "Clerks who had been dismissed sued the bank": no participle twice.
    if (s->tags[i] == Tag::kParticiple && s->tags[i - 1] == Tag::kParticiple &&
        (s->Is(i + 1, Tag::kDeterminer) || s->Is(i + 1, Tag::kObject)) &&
        s->forms(i).past) {
      s->tags[i] = Tag::kPast;
      continue;
    }
    const bool third = s->tags[i] == Tag::kThird;
    if (!third && s->tags[i] != Tag::kPlain) continue;
    if (!third && s->tags[i - 1] == Tag::kPlural) continue;
    const bool noun =
        third && (IsCounted(*s, i) || MeetsAuxiliary(*s, i))
            ? true
            : EndsPhrase(*s, i + 1) && IsObjectEnd(*s, i);
    if (!noun) continue;
    if (s->forms(i).noun == 0) continue;
    s->tags[i] = third ? Tag::kPlural : Tag::kNoun;
  }
}

// "On May 5", "Will Berg": auxiliaries by their letters alone.
bool Tagger::IsName(const SentenceReading& s, std::size_t i) const {
  if (!s.word(i).capitalized) return false;
  if (i > 0 && !title_case_ && !s.Is(i - 1, WordClass::kMark)) return true;
  return s.Is(i, "may") &&
         (s.Is(i + 1, WordClass::kNumber) ||
          (i > 0 && (s.Is(i - 1, WordClass::kNumber) ||
                     s.Is(i - 1, WordClass::kPreposition))));
}

void Tagger::AddStep(std::size_t i, const SentenceReading& s,
                     const WordMemory* memory) {
  const Word& word = s.word(i);
  bool open = false;
  const Tag closed = ClosedTag(s.classes[i], word.normal, &open);
  // Adverbs are passed over: "has also said" is "has said".
  if (!open && (closed == Tag::kAdverb || IsFloating(s, i))) return;
  if (open && IsDegree(s, i)) return;
  Step& step = steps_.emplace_back();
  step.word = i;
  if (!open) {
    const bool name = closed == Tag::kModal && IsName(s, i);
    return step.choice.Add(name ? Tag::kProper : closed, 0);
  }
  if (IsCardinal(s, i)) return step.choice.Add(Tag::kNumber, 0);
  const Known& known = KnownOf(s, i, memory);
  if (word.capitalized) {
    const bool starts = i == 0 || s.Is(i - 1, WordClass::kMark);
    AddProper(s.forms(i), starts, &step.choice);
  }
  if (step.choice.count == 0) {
    if (known.only_adverb) return steps_.pop_back();
    step.choice = known.choice;
    if (step.choice.count == 0) step.choice.Add(Tag::kNoun, 0);
    return;
  }
  for (std::uint8_t c = 0; c < known.choice.count; ++c) {
    step.choice.Add(known.choice.candidates[c].tag,
                    known.choice.candidates[c].score);
  }
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

const Tagger::Known& Tagger::KnownOf(const SentenceReading& s, std::size_t i,
                                     const WordMemory* memory) {
  const Word& word = s.word(i);
  if (memory->generation() != generation_) {
    generation_ = memory->generation();
    known_.clear();
  }
  if (word.id >= known_.size()) known_.resize(word.id + 1);
  Known& known = known_[word.id];
  if (!known.set) {
    known.set = true;
    SetChoice(word, s.forms(i), &known);
  }
  return known;
}

void Tagger::SetChoice(const Word& word, const WordForms& forms,
                       Known* known) {
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
    const bool sure = step.choice.count == 1;
    // Only differences count: what is alone, behind what is alone, has none.
    if (sure && (k == 0 || steps_[k - 1].choice.count == 1)) {
      step.choice.candidates[0].score = 0;
      continue;
    }
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
