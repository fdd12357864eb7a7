#include "engine/claims/annotator.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "engine/claims/attribution.h"
#include "engine/claims/cause.h"
#include "engine/claims/certainty.h"
#include "engine/claims/claim_builder.h"
#include "engine/claims/mention.h"
#include "engine/claims/quantity.h"
#include "engine/claims/quotation.h"
#include "engine/claims/sentence_reading.h"
#include "engine/claims/time_expression.h"
#include "engine/claims/voice.h"
#include "engine/claims/wording.h"
#include "engine/text/date_expression.h"
#include "engine/text/date_window.h"
#include "engine/text/sentence.h"

namespace rashomon {
namespace {

// Sentences that each reader goes through before the next reader begins. The
// code of all readers is larger than the processor's cache for code: all of them
// over each single sentence would fetch it anew every time, and took 10% longer.
// Between 8 and 64 no difference was measured.
constexpr std::size_t kBatch = 32;

void SetSpans(const std::vector<TimeExpression>& times,
              std::vector<Span>* spans) {
  spans->clear();
  for (const TimeExpression& time : times) spans->push_back(time.span);
}

// Reads one field after the other into one annotation.
class ArticleReader {
 public:
  ArticleReader(const Lexicons& lexicons, WordSplitter& splitter,
                WordMemory& memory, Tagger& tagger,
                std::vector<SentenceWork>& work, const Article& article)
      : lexicons_(lexicons),
        splitter_(splitter),
        memory_(memory),
        tagger_(tagger),
        work_(work),
        article_(article) {
    work_.resize(kBatch);
    context_.published = article.published_day();
  }

  Annotation Read() {
    for (const Field field : {Field::kTitle, Field::kText}) SplitField(field);
    parts_.resize(a_.sentences.size());
    mention_reader_.Reserve(a_.sentences.size());
    for (const Field field : {Field::kTitle, Field::kText}) ReadField(field);
    std::vector<MentionDetail> mentions = mention_reader_.Finish();
    a_.mentions.reserve(mentions.size());
    for (const MentionDetail& m : mentions) {
      if (!m.hidden) a_.mentions.push_back(m.mention);
    }
    a_.claims = BuildClaims(article_, a_, parts_, mentions);
    return std::move(a_);
  }

 private:
  void SplitField(Field field) {
    const std::size_t first = a_.words.size();
    SentenceOptions options;
    options.language = article_.language;
    for (const Span& span :
         SplitSentences(article_.field(field), field,
                        ResidueSpans(article_, field), options)) {
      a_.sentences.push_back(span);
      a_.words.push_back(splitter_.Split(article_.field(field), span));
      a_.word_texts.Keep(splitter_);
      generations_.push_back(splitter_.generation());
    }
    dates_[static_cast<std::size_t>(field)] = FindDates(
        article_.field(field),
        DateWindows(article_.field(field), field,
                    std::span(a_.words).subspan(first)));
  }

  void ReadField(Field field) {
    const std::string_view text = article_.field(field);
    const std::vector<Quotation> quotations = FindQuotations(text, field);
    const std::vector<DateExpression>& dates =
        dates_[static_cast<std::size_t>(field)];
    std::size_t next_quotation = 0;
    context_.next_date = 0;
    context_.last_named.reset();
    const std::size_t base = a_.quotations.size();
    while (next_ < a_.sentences.size() && a_.sentences[next_].field == field) {
      const std::size_t last = BatchEnd();
      memory_.Renew(generations_[next_]);
      ForEach(last, [&](SentenceWork& work, std::size_t i) {
        ReadSentence(lexicons_, text, a_.sentences[i], a_.words[i], quotations,
                     &next_quotation, &memory_, &work.reading);
      });
      ForEach(last, [&](SentenceWork& work, std::size_t) {
        tagger_.TagWords(&work.reading, &memory_);
        a_.tags.push_back(work.reading.tags);
      });
      ReadBatch(last, dates, base);
      next_ = last;
    }
    a_.quotations.insert(a_.quotations.end(), quotations.begin(),
                         quotations.end());
  }

  // Of the batch that begins at next_: within one field, and with word ids of
  // one generation.
  std::size_t BatchEnd() const {
    const std::size_t most = std::min(a_.sentences.size(), next_ + kBatch);
    std::size_t last = next_ + 1;
    while (last < most &&
           a_.sentences[last].field == a_.sentences[next_].field &&
           generations_[last] == generations_[next_]) {
      ++last;
    }
    return last;
  }

  // Calls read(work, i) for each sentence i of the batch.
  template <typename Read>
  void ForEach(std::size_t last, Read read) {
    for (std::size_t i = next_; i < last; ++i) read(work_[i - next_], i);
  }

  // The same with what is read of each: read(sentence, times, part).
  template <typename Read>
  void ForEachPart(std::size_t last, Read read) {
    ForEach(last, [&](SentenceWork& work, std::size_t i) {
      read(work.reading, work.times, parts_[i]);
    });
  }

  void ReadBatch(std::size_t last, const std::vector<DateExpression>& dates,
                 std::size_t base) {
    using Times = std::vector<Span>;
    ForEach(last, [&](SentenceWork& work, std::size_t i) {
      parts_[i].times = FindTimes(work.reading, dates, &context_);
      SetSpans(parts_[i].times, &work.times);
    });
    ForEachPart(last, [&](const SentenceReading& s, const Times& times,
                          SentenceParts& part) {
      SentenceQuantities quantities = FindQuantities(s, times);
      part.quantities = std::move(quantities.counts);
      std::move(quantities.ordinals.begin(), quantities.ordinals.end(),
                std::back_inserter(a_.ordinals));
    });
    ForEach(last, [&](const SentenceWork& work, std::size_t i) {
      parts_[i].attributions =
          FindAttributions(work.reading, work.times, IsHeadline(i));
    });
    ForEachPart(last, [&](const SentenceReading& s, const Times& times,
                          SentenceParts& part) {
      part.acts = FindActs(s, times);
    });
    ForEachPart(last, [&](const SentenceReading& s, const Times& times,
                          SentenceParts& part) {
      part.causes = FindCauses(s, times);
    });
    ForEach(last, [&](const SentenceWork& work, std::size_t i) {
      mention_reader_.Read(work.reading, i, work.times);
    });
    ForEachPart(last, [&](const SentenceReading& s, const Times& times,
                          SentenceParts& part) {
      part.hedges = FindHedges(s, times);
      a_.uncertain.push_back(UncertainScore(s, part.hedges));
      AddHedgeFlags(s, part.hedges, &a_.hedges);
    });
    ForEachPart(last, [&](const SentenceReading& s, const Times&,
                          SentenceParts& part) {
      part.body = s.body;
      part.SetQuotations(s, base);
      part.SetPolarities(s);
      AddWording(s);
    });
  }

  void AddWording(const SentenceReading& s) {
    const std::vector<WordingFlag> wording = FindWording(s);
    a_.loaded.push_back(LoadedScore(s, wording, &memory_));
    a_.wording.insert(a_.wording.end(), wording.begin(), wording.end());
  }

  // The title; the first sentence where there is no title.
  bool IsHeadline(std::size_t i) const {
    return a_.sentences[i].field == Field::kTitle || i == 0;
  }

  const Lexicons& lexicons_;
  WordSplitter& splitter_;
  WordMemory& memory_;
  Tagger& tagger_;
  std::vector<SentenceWork>& work_;  // of the batch at hand
  const Article& article_;
  std::vector<std::uint32_t> generations_;  // of each sentence's word ids
  std::array<std::vector<DateExpression>, 2> dates_;  // of each field
  Annotation a_;
  std::vector<SentenceParts> parts_;  // of each sentence
  MentionReader mention_reader_;
  TimeContext context_;
  std::size_t next_ = 0;  // first sentence of the batch at hand
};

}  // namespace

Annotator::Annotator(const Lexicons* lexicons) : lexicons_(lexicons) {}

Annotation Annotator::Annotate(const Article& article) {
  return ArticleReader(*lexicons_, splitter_, memory_, tagger_, work_, article)
      .Read();
}

}  // namespace rashomon
