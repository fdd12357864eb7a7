#include "engine/story/quote_lineage.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "engine/contrast/spoken_words.h"
#include "engine/story/disjoint_sets.h"
#include "engine/story/speaker_name.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxUtterances = 400;  // of one report
constexpr std::size_t kMaxWords = 160;       // of one utterance
// A word that two quotations must share to be compared: some 1 in 150 words or
// rarer (SpokenWord::weight).
constexpr double kRareWord = 2;
// A word in more quotations finds none of them.
constexpr std::size_t kMostQuotations = 64;

struct Utterance {
  int report = 0;
  std::vector<Span> spans;
  std::string speaker;
  SpokenText spoken;
};

// The claim whose content the quotation is.
const Claim* ClaimOf(const ReportIndex& report, int sentence,
                     const Span& quoted) {
  for (const int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[static_cast<std::size_t>(c)];
    if (claim.mode == ClaimMode::kVoice) continue;
    for (const Span& span : claim.content) {
      if (Overlaps(span, quoted)) return &claim;
    }
  }
  return nullptr;
}

void AddWords(const ReportIndex& report, int sentence, const Span& quoted,
              std::vector<SpokenWord>* words) {
  for (; sentence < report.sentence_count(); ++sentence) {
    const Span& span = report.span(sentence);
    if (span.field != quoted.field || span.begin >= quoted.end) return;
    for (SpokenWord& word :
         SpokenWordsOf(report, sentence, report.WordsOf(sentence, quoted))) {
      if (words->size() >= kMaxWords) return;
      words->push_back(std::move(word));
    }
  }
}

// The quotations of a report; parts of one sentence by one speaker are one
// ("X," he said, "Y").
std::vector<Utterance> UtterancesOf(const ReportIndex& report, int number) {
  std::vector<Utterance> utterances;
  std::vector<std::vector<SpokenWord>> words;  // of each
  int last_sentence = -1;
  for (const Quotation& q : report.annotation().quotations) {
    const int sentence = report.SentenceAt(q.inner);
    if (q.scare || sentence < 0) continue;
    const Claim* claim = ClaimOf(report, sentence, q.inner);
    const std::string speaker = claim != nullptr ? claim->source_name : "";
    const bool goes_on = !utterances.empty() && sentence == last_sentence &&
                         utterances.back().speaker == speaker;
    if (!goes_on) {
      if (utterances.size() >= kMaxUtterances) break;
      utterances.push_back({number, {}, speaker, {}});
      words.emplace_back();
    }
    utterances.back().spans.push_back(q.inner);
    AddWords(report, sentence, q.inner, &words.back());
    last_sentence = sentence;
  }
  for (std::size_t i = 0; i < utterances.size(); ++i) {
    utterances[i].spoken = SpokenText(std::move(words[i]));
  }
  return utterances;
}

// Quotations of other reports that share a rare word with each, each pair once.
std::set<std::pair<std::size_t, std::size_t>> Candidates(
    const std::vector<Utterance>& utterances) {
  std::map<std::string, std::vector<std::size_t>> with;
  for (std::size_t i = 0; i < utterances.size(); ++i) {
    for (const SpokenWord& word : utterances[i].spoken.words()) {
      if (word.weight() < kRareWord) continue;
      std::vector<std::size_t>& list = with[word.Key()];
      if (list.empty() || list.back() != i) list.push_back(i);
    }
  }
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& [word, list] : with) {
    if (list.size() > kMostQuotations) continue;
    for (std::size_t k = 0; k < list.size(); ++k) {
      for (std::size_t m = 0; m < k; ++m) {
        if (utterances[list[k]].report == utterances[list[m]].report) continue;
        pairs.insert({list[m], list[k]});
      }
    }
  }
  return pairs;
}

bool IsHeavier(const Utterance& a, const Utterance& b) {
  return std::tuple(-a.spoken.weight(), a.report) <
         std::tuple(-b.spoken.weight(), b.report);
}

QuoteLineage LineageOf(std::vector<Utterance> versions) {
  std::sort(versions.begin(), versions.end(), IsHeavier);
  const Utterance& longest = versions.front();
  QuoteLineage lineage;
  std::set<int> reports;
  for (const Utterance& u : versions) {
    if (u.speaker.size() > lineage.speaker.size()) lineage.speaker = u.speaker;
    if (!reports.insert(u.report).second) continue;
    const double common = CommonWeight(longest.spoken, u.spoken);
    lineage.tellings.push_back({u.report, u.spans, u.speaker,
                                common / longest.spoken.weight(),
                                1 - common / u.spoken.weight()});
  }
  return lineage;
}

}  // namespace

std::vector<QuoteLineage> QuoteLineages(
    const std::vector<ReportIndex>& reports) {
  std::vector<Utterance> utterances;
  for (std::size_t r = 0; r < reports.size(); ++r) {
    for (Utterance& u : UtterancesOf(reports[r], static_cast<int>(r))) {
      if (u.spoken.weight() > 0) utterances.push_back(std::move(u));
    }
  }
  DisjointSets sets(utterances.size());
  for (const auto& [i, j] : Candidates(utterances)) {
    const Utterance& a = utterances[i];
    const Utterance& b = utterances[j];
    if (MayBeOneSpeaker(a.speaker, b.speaker) &&
        OneUtterance(a.spoken, b.spoken)) {
      sets.Join(i, j);
    }
  }
  std::vector<QuoteLineage> lineages;
  for (const std::vector<std::size_t>& group : sets.Groups()) {
    std::vector<Utterance> versions;
    for (const std::size_t i : group) versions.push_back(utterances[i]);
    QuoteLineage lineage = LineageOf(std::move(versions));
    if (lineage.tellings.size() > 1) lineages.push_back(std::move(lineage));
  }
  std::stable_sort(lineages.begin(), lineages.end(),
                   [](const QuoteLineage& a, const QuoteLineage& b) {
                     return a.tellings.size() > b.tellings.size();
                   });
  return lineages;
}

}  // namespace rashomon
