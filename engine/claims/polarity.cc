#include "engine/claims/polarity.h"

#include <algorithm>
#include <string_view>

#include "engine/claims/veridicality.h"

namespace rashomon {
namespace {

// A negation further into a claim than this many words is hardly ever that of
// its main verb.
constexpr std::size_t kMaxReach = 30;
// "not the minister but the envoy": how far "but" may stand.
constexpr std::size_t kMaxContrastReach = 7;
// Two negations of one chain of verbs stand this close: "cannot not leave",
// "не может не уехать".
constexpr std::size_t kMaxChain = 4;
// "has the minister still not left": how far the auxiliary may stand.
constexpr std::size_t kMaxAuxiliaryReach = 4;

bool IsNot(std::string_view word) { return word == "not" || word == "не"; }

// ", not a lawyer", "but not envoys", "а не посол": of a part alone.
bool AfterJoin(const SentenceReading& s, std::size_t i) {
  return i > 0 && (s.Is(i - 1, WordClass::kCoordinator) ||
                   s.IsMark(i - 1, ',') || s.IsMark(i - 1, '-'));
}

// "not the minister but the envoy", "не министр, а посол".
bool IsContrast(const SentenceReading& s, std::size_t i) {
  if (i > 0 && s.Is(i - 1, WordClass::kAuxiliary) && !s.Is(i - 1, "is") &&
      !s.Is(i - 1, "was")) {
    return false;
  }
  const std::size_t end = std::min(s.size(), i + kMaxContrastReach);
  for (std::size_t k = i + 2; k < end; ++k) {
    if (s.Is(k, WordClass::kAuxiliary) || s.Is(k, WordClass::kPronoun)) break;
    if (s.Is(k, "but") || s.Is(k, "а")) {
      return !s.Is(k + 1, WordClass::kPronoun);
    }
  }
  return false;
}

// "No, he left": an answer. "With no money": of the phrase alone.
bool IsPhrasal(const SentenceReading& s, const PhraseMatch& m) {
  const std::string_view word = s.word(m.first).normal;
  if ((word == "no" || word == "нет") && s.IsMark(m.last, ',')) return true;
  if (m.entry->category != "constituent" || m.first == 0) return false;
  // the “no smoking” hall
  if (s.IsMark(m.first - 1, '"') && m.first > 1 &&
      s.Is(m.first - 2, WordClass::kDeterminer)) {
    return true;
  }
  if (s.russian && m.first < 2) return false;  // "У никого"
  return s.Is(m.first - 1, WordClass::kPreposition);
}

// "levels not seen since": behind a noun, without an auxiliary near.
bool IsReducedRelative(const SentenceReading& s, std::size_t i) {
  if (s.russian || i == 0 || !s.Is(i - 1, WordClass::kOpen)) return false;
  for (std::size_t back = 2; back <= kMaxAuxiliaryReach && back <= i; ++back) {
    if (s.Is(i - back, WordClass::kAuxiliary)) return false;
  }
  return !s.Is(i + 1, "to");
}

// “The Never Never Land”; in a headline all words are capitalised.
bool InName(const SentenceReading& s, std::size_t i) {
  return s.span.field == Field::kText && i > 0 && s.word(i).capitalized &&
         !s.word(i).all_caps && s.word(i - 1).capitalized &&
         i + 1 < s.size() && s.word(i + 1).capitalized;
}

bool IsClausal(const SentenceReading& s, const PhraseMatch& m) {
  const std::string_view category = m.entry->category;
  if (category != "negation" && category != "constituent") return false;
  if (IsPhrasal(s, m) || InName(s, m.first)) return false;
  const std::string_view word = s.word(m.first).normal;
  if (!IsNot(word)) return true;
  return !AfterJoin(s, m.first) && !IsContrast(s, m.first) &&
         !IsReducedRelative(s, m.first);
}

bool InConcord(const SentenceReading& s, const PhraseMatch& m) {
  const std::string_view word = s.word(m.first).normal;
  return m.entry->category == "constituent" || word == "nor" ||
         word == "neither" || word == "ни" || m.entry->note == "concord";
}

}  // namespace

PolarityReader::PolarityReader(const SentenceReading& s,
                               LazyClauseMap* clauses)
    : s_(s) {
  for (const PhraseMatch& m : s.matches.of(ListId::kNegations)) {
    if (!IsClausal(s, m)) continue;
    turns_.push_back({m.first, m.last, ClauseMap::kMain,
                      InConcord(s, m) ? Kind::kConcord : Kind::kVerb});
  }
  for (const ImplicativeMatch& m : FindImplicatives(s)) {
    if (m.kind != Implication::kNegative) continue;
    turns_.push_back({m.first, m.last, ClauseMap::kMain, Kind::kImplicative});
  }
  if (turns_.empty()) return;
  std::sort(turns_.begin(), turns_.end(),
            [](const Turn& a, const Turn& b) { return a.at < b.at; });
  const ClauseMap& map = clauses->Get();
  for (Turn& turn : turns_) turn.opener = map.OpenerOf(turn.at);
}

// In an utterance that the claim quotes; not in a quotation that goes on what
// the claim's own words began ("is “not ready”").
bool PolarityReader::Quoted(const Turn& turn, std::size_t first) const {
  const std::int32_t quotation = s_.quotation[turn.at];
  if (quotation < 0 || s_.quotation[first] == quotation) return false;
  std::size_t i = turn.at;
  while (i > first && s_.quotation[i] == quotation &&
         turn.at - i < kMaxReach) {
    --i;
  }
  return !s_.Is(i, WordClass::kAuxiliary) && !s_.Is(i, "to") &&
         !s_.Is(i, "that");
}

// No mark or coordinator stands between two words.
bool PolarityReader::Joined(std::size_t from, std::size_t to) const {
  for (std::size_t i = from + 1; i < to; ++i) {
    if (s_.Is(i, WordClass::kCoordinator) || s_.Is(i, WordClass::kMark)) {
      return false;
    }
  }
  return true;
}

bool PolarityReader::Cancels(const Turn& before, const Turn& turn) const {
  if (turn.kind == Kind::kConcord) return false;
  if (before.kind == Kind::kConcord && s_.russian && turn.kind == Kind::kVerb) {
    return false;
  }
  if (turn.kind == Kind::kVerb && turn.at > before.at + kMaxChain) return false;
  return Joined(before.at, turn.at);
}

int PolarityReader::Of(std::size_t first, std::size_t last) const {
  auto turn = std::lower_bound(
      turns_.begin(), turns_.end(), first,
      [](const Turn& t, std::size_t at) { return t.at < at; });
  // "refused | to leave", "did not refuse | to": the verbs before the content.
  if (turn != turns_.begin() && (turn - 1)->last >= first &&
      (turn - 1)->kind == Kind::kImplicative) {
    --turn;
    if (turn != turns_.begin() && Cancels(*(turn - 1), *turn)) --turn;
  }
  const std::size_t end = std::min(last, first + kMaxReach);
  const Turn* before = nullptr;
  int polarity = 1;
  for (; turn != turns_.end() && turn->at < end; ++turn) {
    const bool embedded =
        turn->opener != ClauseMap::kMain && turn->opener > first;
    if (embedded || Quoted(*turn, first)) continue;
    if (before != nullptr && !Cancels(*before, *turn)) {
      // "Никто не может не": the verb's own "не" is what the next one meets.
      if (before->kind == Kind::kConcord) before = &*turn;
      continue;
    }
    before = &*turn;
    polarity = -polarity;
  }
  return polarity;
}

}  // namespace rashomon
