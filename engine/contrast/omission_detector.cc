#include "engine/contrast/omission_detector.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/evidence.h"
#include "engine/events/stem_bag.h"

namespace rashomon {
namespace {

// Shorter sentences hold no fact of their own ("Trump fired back.").
constexpr int kMinWords = 6;
// The evidence is the sentence; longer ones are cut to the clauses that are
// least known to the other report.
constexpr std::size_t kMaxWords = 45;
// A sentence that is nearer than this to one of the other report is told
// there, aligned or not. Chosen by reading omissions marked in
// data/divergences; not fitted.
constexpr double kToldThere = 0.6;

int CountWords(const std::vector<Word>& words) {
  return static_cast<int>(
      std::count_if(words.begin(), words.end(), [](const Word& w) {
        return w.kind != WordKind::kPunctuation;
      }));
}

// Rarity of each word that the far report does not have at all.
double Novelty(const Direction& d, int sentence, WordRange range) {
  double all = 0, novel = 0;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const double rarity = d.near->Rarity(sentence, i);
    all += rarity;
    if (d.far->SentencesWith(d.near->stem(sentence, i)) == 0) novel += rarity;
  }
  return all > 0 ? novel / all : 0;
}

// The window of at most kMaxWords words that holds the most that is new,
// stretched to whole clauses where they fit.
WordRange CoreOf(const Direction& d, int sentence) {
  const std::vector<Word>& words = d.near->words(sentence);
  if (words.size() <= kMaxWords) return {0, words.size()};
  StemSet novel;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int stem = d.near->stem(sentence, i);
    if (d.near->Rarity(sentence, i) > 0 && d.far->SentencesWith(stem) == 0) {
      novel.Insert(stem);
    }
  }
  WordRange core = DensestWindow(*d.near, sentence, novel, kMaxWords);
  if (core.empty()) core = {0, 1};
  return ClauseAround(*d.near, sentence, core, kMaxWords);
}

struct Speech {
  bool quote = false;
  bool indirect = false;
  bool denial = false;
  bool named = false;
};

Speech SpeechIn(const ReportIndex& report, int sentence) {
  Speech s;
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    s.quote |= claim.mode == ClaimMode::kQuote;
    s.indirect |= claim.mode == ClaimMode::kIndirect;
    s.denial |= claim.cue_class == CueClass::kDenying ||
                claim.certainty == Certainty::kDenied;
    s.named |= !claim.source_name.empty();
  }
  return s;
}

// How often the rare words of the sentence come back in its own report.
double Repetition(const ReportIndex& report, int sentence) {
  double sum = 0, weight = 0;
  for (const auto& [stem, w] : report.bag(sentence).weights) {
    sum += w * std::min(report.SentencesWith(stem) - 1, 3) / 3.0;
    weight += w;
  }
  return weight > 0 ? sum / weight : 0;
}

int NumbersIn(const ReportIndex& report, int sentence) {
  const std::vector<Word>& words = report.words(sentence);
  return static_cast<int>(
      std::count_if(words.begin(), words.end(), [](const Word& w) {
        return w.kind == WordKind::kNumber;
      }));
}

double NameShare(const ReportIndex& report, int sentence) {
  int names = 0, all = 0;
  for (const Word& w : report.words(sentence)) {
    if (w.kind != WordKind::kWord) continue;
    ++all;
    names += w.capitalized && all > 1;
  }
  return all > 0 ? static_cast<double>(names) / all : 0;
}

std::optional<NearestMiss> NearestOf(const Direction& d,
                                     const Unmatched& unmatched) {
  if (unmatched.nearest < 0 ||
      unmatched.nearest >= d.far->sentence_count()) {
    return std::nullopt;
  }
  NearestMiss miss;
  miss.side = d.near_side == Side::kLeft ? Side::kRight : Side::kLeft;
  miss.span = d.far->span(unmatched.nearest);
  miss.quote = std::string(d.far->article().Quote(miss.span));
  miss.score = unmatched.score;
  return miss;
}

// The nearest miss stands beside the flag: repeating it here would only make
// the sentence long.
std::string Explain(bool reply, std::string_view quote) {
  return StrCat(reply ? "A party's answer was" : "This was",
                " not found in the other report: ", Quoted(quote), ".");
}

int WeightOf(const ReportIndex& near, int sentence, bool reply) {
  return reply || near.IsLead(sentence) ? 3 : 2;
}

// How much shorter the far report is, 0 where it is as long: 0.5 for half.
double Shortfall(const Direction& d) {
  const double near = d.near->sentence_count(), far = d.far->sentence_count();
  return near > far ? 1 - far / near : 0;
}

void AddFinding(const Direction& d, const Unmatched& unmatched,
                std::vector<Finding>* found) {
  const ReportIndex& near = *d.near;
  const int i = unmatched.sentence;
  const WordRange core = CoreOf(d, i);
  const Speech speech = SpeechIn(near, i);
  const std::vector<Partner>& partners = (*d.partners)[i];
  double nearest = unmatched.score;
  for (const Partner& p : partners) nearest = std::max(nearest, p.similarity);
  if (nearest >= kToldThere) return;
  Evidence here = EvidenceAt(near, i, core);
  const std::optional<NearestMiss> miss = NearestOf(d, unmatched);
  Finding finding;
  const std::string explanation = Explain(speech.denial, here.quote);
  finding.divergence = OnSides(d.near_side, std::move(here), std::nullopt);
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kOmission;
  result.rule = speech.denial ? "omission.reply" : "omission.fact";
  result.weight = WeightOf(near, i, speech.denial);
  result.explanation = explanation;
  result.nearest = miss;
  const double words = CountWords(near.words(i));
  finding.features = {
      {"nearest", nearest},
      {"title", near.is_title(i) ? 1.0 : 0.0},
      {"lead", near.IsLead(i) ? 1.0 : 0.0},
      {"depth", near.Depth(i)},
      {"log_words", std::log(words)},
      {"log_sentences", std::log(1.0 + near.sentence_count())},
      {"novelty", Novelty(d, i, {0, near.words(i).size()})},
      {"on_topic", Coverage(near.bag(i), d.far->whole())},
      {"central", Cosine(near.bag(i), near.whole())},
      {"repeated", Repetition(near, i)},
      {"quote", speech.quote ? 1.0 : 0.0},
      {"indirect", speech.indirect ? 1.0 : 0.0},
      {"denial", speech.denial ? 1.0 : 0.0},
      {"numbers", std::min(NumbersIn(near, i), 3) / 3.0},
      {"names", NameShare(near, i)},
      {"loaded", near.annotation().loaded[i]},
      {"shortfall", Shortfall(d)},
      {"earlier", d.dated && d.days_to_far < 0 ? 1.0 : 0.0},
  };
  found->push_back(std::move(finding));
}

}  // namespace

void DetectOmissions(const Direction& direction,
                     const std::vector<Unmatched>& unmatched,
                     std::vector<Finding>* found) {
  for (const Unmatched& u : unmatched) {
    if (CountWords(direction.near->words(u.sentence)) < kMinWords) continue;
    AddFinding(direction, u, found);
  }
}

}  // namespace rashomon
