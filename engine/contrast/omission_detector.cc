#include "engine/contrast/omission_detector.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/amounts.h"
#include "engine/contrast/called_untrue.h"
#include "engine/contrast/clauses.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/reply.h"
#include "engine/contrast/stem_set.h"
#include "engine/contrast/untold_clauses.h"
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
// What is less near than this is no near miss, only some sentence. Chosen by
// reading reports of real articles.
constexpr double kLeastNearness = 0.1;

int CountWords(const std::vector<Word>& words, WordRange range) {
  const auto begin = words.begin();
  return static_cast<int>(
      std::count_if(begin + static_cast<std::ptrdiff_t>(range.first),
                    begin + static_cast<std::ptrdiff_t>(range.last),
                    [](const Word& w) {
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

// Rarity of the stems of the range that the far report does not have, each once.
double NewRarity(const Direction& d, int sentence, WordRange range) {
  double sum = 0;
  StemSet seen;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const int stem = d.near->stem(sentence, i);
    if (d.far->SentencesWith(stem) == 0 && seen.Insert(stem)) {
      sum += d.near->Rarity(sentence, i);
    }
  }
  return sum;
}

// The sentence; of a longer one those of its clauses, one after the other, that
// hold the most that is new in at most kMaxWords words.
WordRange CoreOf(const Direction& d, int sentence) {
  const WordRange whole{0, d.near->words(sentence).size()};
  if (whole.last <= kMaxWords) return whole;
  const std::vector<int>& clauses = d.near_clauses->in(sentence);
  WordRange core;
  double most = 0;
  for (std::size_t first = 0; first < clauses.size(); ++first) {
    WordRange run = d.near_clauses->at(clauses[first]).range;
    run.last = std::min(run.last, run.first + kMaxWords);
    for (std::size_t k = first; k < clauses.size(); ++k) {
      const WordRange& clause = d.near_clauses->at(clauses[k]).range;
      if (clause.last - run.first > kMaxWords) break;
      run.last = clause.last;
    }
    const double rarity = NewRarity(d, sentence, run);
    if (core.empty() || rarity > most) {
      core = run;
      most = rarity;
    }
  }
  return core.empty() ? WordRange{0, kMaxWords} : core;
}

struct Speech {
  bool quote = false;
  bool indirect = false;
  bool denial = false;
};

Speech SpeechIn(const ReportIndex& report, int sentence) {
  Speech s;
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    s.quote |= claim.mode == ClaimMode::kQuote;
    s.indirect |= claim.mode == ClaimMode::kIndirect;
    s.denial |= IsDenial(claim);
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

// Share of the names and numbers in the range that the far report does not
// have.
double UnknownNames(const Direction& d, int sentence, WordRange range) {
  int all = 0, unknown = 0;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const Word& word = d.near->words(sentence)[i];
    if (d.near->tags(sentence)[i] != Tag::kProper &&
        word.kind != WordKind::kNumber) {
      continue;
    }
    ++all;
    unknown += d.far->SentencesWith(d.near->stem(sentence, i)) == 0;
  }
  return all > 0 ? static_cast<double>(unknown) / all : 0;
}

std::optional<NearestMiss> NearestOf(const Direction& d, int nearest,
                                     double score) {
  if (nearest < 0 || nearest >= d.far->sentence_count() ||
      score < kLeastNearness) {
    return std::nullopt;
  }
  NearestMiss miss;
  miss.side = d.near_side == Side::kLeft ? Side::kRight : Side::kLeft;
  miss.span = d.far->span(nearest);
  miss.quote = std::string(d.far->article().Quote(miss.span));
  miss.score = score;
  return miss;
}

// The nearest miss stands beside the flag: repeating it here would only make
// the sentence long.
std::string Explain(bool reply, std::string_view quote) {
  return StrCat(reply ? "A party's answer was" : "This was",
                " not found in the other report: ", Quoted(quote), ".");
}

// A lead that was found in no sentence of the other report is most often told
// there in other words: of 38 such titles and leads of the full reports in
// data/divergences two are marked, and none with weight 3.
int WeightOf(bool reply) { return reply ? 3 : 2; }

// How much shorter the far report is, 0 where it is as long: 0.5 for half.
double Shortfall(const Direction& d) {
  const double near = d.near->sentence_count(), far = d.far->sentence_count();
  return near > far ? 1 - far / near : 0;
}

// What is not told: a sentence, or clauses of one that is told otherwise.
struct Untold {
  int sentence = 0;
  WordRange shown;    // the evidence
  WordRange counted;  // what the features are taken from
  bool clauses = false;
  double nearest = 0;  // how near the far report comes to it, 0..1
  std::optional<NearestMiss> miss;
};

std::string_view RuleOf(const Untold& untold, bool reply) {
  if (untold.clauses) return "omission.clause";
  return reply ? "omission.reply" : "omission.fact";
}

NumberedBag BagOf(const ReportIndex& report, const Untold& untold) {
  return untold.clauses ? report.BagOf(untold.sentence, untold.counted)
                        : report.bag(untold.sentence);
}

FindingFeatures FeaturesOf(const Direction& d, const Untold& untold,
                           const Speech& speech) {
  const ReportIndex& near = *d.near;
  const int i = untold.sentence;
  const NumberedBag bag = BagOf(near, untold);
  const int words = CountWords(near.words(i), untold.counted);
  return {
      {untold.clauses ? "told" : "nearest", untold.nearest},
      {"depth", near.Depth(i)},
      {"log_words", std::log(static_cast<double>(words))},
      {"log_sentences", std::log(1.0 + near.sentence_count())},
      {"novelty", Novelty(d, i, untold.counted)},
      {"on_topic", Coverage(bag, d.far->whole())},
      {"central", Cosine(bag, near.whole())},
      {"repeated", Repetition(near, i)},
      {"quote", speech.quote ? 1.0 : 0.0},
      {"indirect", speech.indirect ? 1.0 : 0.0},
      {"denial", speech.denial ? 1.0 : 0.0},
      {"amount", TellsAmount(near, i, untold.counted) ? 1.0 : 0.0},
      {"numbers", std::min(NumbersIn(near, i), 3) / 3.0},
      {"names", NameShare(near, i)},
      {"unknown_names", UnknownNames(d, i, untold.counted)},
      {"loaded", near.annotation().loaded[i]},
      {"shortfall", Shortfall(d)},
      {"earlier", d.dated && d.days_to_far < 0 ? 1.0 : 0.0},
  };
}

void AddFinding(const Direction& d, const Untold& untold,
                std::vector<Finding>* found) {
  const int i = untold.sentence;
  const bool reply = TellsReply(*d.near, i) && !TellsReplyOfSameParty(d, i);
  Evidence here = EvidenceAt(*d.near, i, untold.shown);
  Finding finding;
  const std::string explanation = Explain(reply, here.quote);
  finding.divergence = OnSides(d.near_side, std::move(here), std::nullopt);
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kOmission;
  result.rule = RuleOf(untold, reply);
  result.weight = WeightOf(reply);
  result.explanation = explanation;
  result.nearest = untold.miss;
  finding.features = FeaturesOf(d, untold, SpeechIn(*d.near, i));
  found->push_back(std::move(finding));
}

void AddSentence(const Direction& d, const Unmatched& unmatched,
                 std::vector<Finding>* found) {
  const int i = unmatched.sentence;
  const std::vector<Word>& words = d.near->words(i);
  if (CountWords(words, {0, words.size()}) < kMinWords) return;
  double nearest = unmatched.score;
  for (const Partner& p : (*d.partners)[i]) {
    nearest = std::max(nearest, p.similarity);
  }
  if (nearest >= kToldThere) return;
  AddFinding(d,
             {.sentence = i,
              .shown = CoreOf(d, i),
              .counted = {0, words.size()},
              .nearest = nearest,
              .miss = NearestOf(d, unmatched.nearest, unmatched.score)},
             found);
}

void AddClauses(const Direction& d, int sentence,
                std::vector<Finding>* found) {
  for (const UntoldClauses& u : UntoldClausesIn(d, sentence)) {
    AddFinding(d,
               {.sentence = sentence,
                .shown = u.range,
                .counted = u.range,
                .clauses = true,
                .nearest = u.told,
                .miss = NearestOf(d, u.nearest, u.told)},
               found);
  }
}

}  // namespace

void DetectOmissions(const Direction& direction,
                     const std::vector<Unmatched>& unmatched,
                     std::vector<Finding>* found) {
  std::vector<bool> is_unmatched(
      static_cast<std::size_t>(direction.near->sentence_count()), false);
  for (const Unmatched& u : unmatched) {
    is_unmatched[static_cast<std::size_t>(u.sentence)] = true;
    AddSentence(direction, u, found);
  }
  // Clauses in two languages have hardly a word in common.
  if (direction.near->article().language !=
      direction.far->article().language) {
    return;
  }
  for (int i = 0; i < direction.near->sentence_count(); ++i) {
    if (!is_unmatched[static_cast<std::size_t>(i)]) {
      AddClauses(direction, i, found);
    }
  }
}

}  // namespace rashomon
