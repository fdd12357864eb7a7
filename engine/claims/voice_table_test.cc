#include <optional>
#include <string>
#include <vector>

#include "engine/base/strings.h"
#include "engine/claims/sentence_reading.h"
#include "engine/claims/table_check.h"
#include "engine/claims/tagger.h"
#include "engine/claims/time_expression.h"
#include "engine/claims/voice.h"
#include "engine/lexicon/lexicons.h"
#include "engine/text/date_expression.h"
#include "engine/text/word.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// Reads a sentence as one claim, whoever it may be attributed to.
class ActTableReader {
 public:
  ActTableReader() : lexicons_(*Lexicons::Shipped()) {}

  std::string Read(const std::string& sentence) {
    const Span all{Field::kText, 0, sentence.size()};
    const std::vector<Word> words = splitter_.Split(sentence, all);
    std::size_t next_quotation = 0;
    SentenceReading s;
    ReadSentence(lexicons_, sentence, all, words, {}, &next_quotation,
                 &memory_, &s);
    tagger_.TagWords(&s, &memory_);
    TimeContext context;
    std::vector<TimeExpression> times;
    FindTimes(s, FindDates(sentence, all), &context, &times);
    std::vector<Span> spans;
    for (const TimeExpression& t : times) spans.push_back(t.span);
    std::vector<ActReading> acts;
    FindActs(s, spans, &acts);
    return Describe(sentence, MainActs(acts, {all}));
  }

 private:
  static std::string Describe(const std::string& sentence,
                              const std::vector<Act>& acts) {
    if (acts.empty()) return "- | - | - | -";
    const Act& act = acts[0];
    const auto quote = [&](const std::optional<Span>& span) {
      return span ? std::string(Slice(sentence, *span)) : std::string("-");
    };
    return StrCat(Name(act.voice), act.agentless ? " agentless" : "", " | ",
                  quote(act.verb), " | ", quote(act.actor), " | ",
                  quote(act.undergoer));
  }

  Lexicons lexicons_;
  WordSplitter splitter_;
  WordMemory memory_;
  Tagger tagger_;
};

TEST(VoiceTableTest, MainActs) {
  ActTableReader reader;
  CheckTable(
      "voice.tsv", 190,
      [](const TableRow& row) {
        return StrCat(row[1], " | ", row[2], " | ", row[3], " | ", row[4]);
      },
      [&](const TableRow& row) { return reader.Read(row[0]); });
}

}  // namespace
}  // namespace rashomon
