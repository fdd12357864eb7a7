#include "engine/claims/annotator.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/claims/attribution.h"
#include "engine/claims/cause.h"
#include "engine/claims/certainty.h"
#include "engine/claims/claim_builder.h"
#include "engine/claims/competing_names.h"
#include "engine/claims/clause_map.h"
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

// A sentence on its way from reader to reader.
struct Passing {
  SentenceReading reading;
  std::vector<Span> times;  // of its time expressions
};

}  // namespace

// What is asked for once for all articles: as large as the largest needs.
class Annotator::Work {
 public:
  std::vector<Passing> batch = std::vector<Passing>(kBatch);
  std::vector<SentenceParts> parts;  // of each sentence, and more
};

namespace {

// Reads one field after the other into one annotation.
class ArticleReader {
 public:
  ArticleReader(const Lexicons& lexicons, WordSplitter& splitter,
                WordMemory& memory, Tagger& tagger,
                std::vector<Passing>& batch,
                std::vector<SentenceParts>& parts, const Article& article)
      : lexicons_(lexicons),
        splitter_(splitter),
        memory_(memory),
        tagger_(tagger),
        batch_(batch),
        parts_(parts),
        article_(article) {
    context_.published = article.published_day();
  }

  Annotation Read() {
    for (const Field field : {Field::kTitle, Field::kText}) SplitField(field);
    if (parts_.size() < a_.sentences.size()) parts_.resize(a_.sentences.size());
    mention_reader_.Reserve(a_.sentences.size());
    for (const Field field : {Field::kTitle, Field::kText}) ReadField(field);
    std::vector<MentionDetail> mentions = mention_reader_.Finish();
    a_.mentions.reserve(mentions.size());
    for (const MentionDetail& m : mentions) {
      if (!m.hidden) a_.mentions.push_back(m.mention);
    }
    a_.claims = BuildClaims(article_, a_,
                            std::span(parts_).first(a_.sentences.size()),
                            mentions);
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
      ForEach(last, [&](Passing& passing, std::size_t i) {
        ReadSentence(lexicons_, text, a_.sentences[i], a_.words[i], quotations,
                     &next_quotation, &memory_, &passing.reading);
      });
      ForEach(last, [&](Passing& passing, std::size_t) {
        tagger_.TagWords(&passing.reading, &memory_);
        a_.tags.push_back(passing.reading.tags);
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
    for (std::size_t i = next_; i < last; ++i) read(batch_[i - next_], i);
  }

  // The same with what is read of each: read(sentence, times, part).
  template <typename Read>
  void ForEachPart(std::size_t last, Read read) {
    ForEach(last, [&](Passing& passing, std::size_t i) {
      read(passing.reading, passing.times, parts_[i]);
    });
  }

  void ReadBatch(std::size_t last, const std::vector<DateExpression>& dates,
                 std::size_t base) {
    using Times = std::vector<Span>;
    ForEach(last, [&](Passing& passing, std::size_t i) {
      FindTimes(passing.reading, dates, &context_, &parts_[i].times);
      SetSpans(parts_[i].times, &passing.times);
    });
    ForEachPart(last, [&](const SentenceReading& s, const Times& times,
                          SentenceParts& part) {
      FindQuantities(s, times, &part.quantities, &a_.ordinals);
    });
    ForEach(last, [&](const Passing& passing, std::size_t i) {
      FindAttributions(passing.reading, passing.times, IsHeadline(i),
                       &parts_[i].attributions);
    });
    ForEachPart(last, [&](const SentenceReading& s, const Times& times,
                          SentenceParts& part) {
      FindActs(s, times, &part.acts);
    });
    ForEachPart(last, [&](const SentenceReading& s, const Times& times,
                          SentenceParts& part) {
      FindCauses(s, times, &part.causes);
    });
    ForEach(last, [&](const Passing& passing, std::size_t i) {
      mention_reader_.Read(passing.reading, i, passing.times);
    });
    ForEachPart(last, [&](const SentenceReading& s, const Times& times,
                          SentenceParts& part) {
      part.body = s.body;
      LazyClauseMap clauses(s);
      FindHedges(s, times, &clauses, &part.hedges);
      part.SetPolarities(s, &clauses);
      a_.uncertain.push_back(UncertainScore(s, part.hedges));
      AddHedgeFlags(s, part.hedges, &a_.hedges);
    });
    ForEachPart(last, [&](const SentenceReading& s, const Times&,
                          SentenceParts& part) {
      part.SetQuotations(s, base);
      AddWording(s);
    });
  }

  void AddWording(const SentenceReading& s) {
    const std::size_t before = a_.wording.size();
    FindCompetingNames(s, &a_.names);
    FindWording(s, &a_.wording);
    a_.loaded.push_back(
        LoadedScore(s, std::span(a_.wording).subspan(before)));
  }

  // The title; the first sentence where there is no title.
  bool IsHeadline(std::size_t i) const {
    return a_.sentences[i].field == Field::kTitle || i == 0;
  }

  const Lexicons& lexicons_;
  WordSplitter& splitter_;
  WordMemory& memory_;
  Tagger& tagger_;
  std::vector<Passing>& batch_;        // at hand
  std::vector<SentenceParts>& parts_;  // of each sentence, and more
  const Article& article_;
  std::vector<std::uint32_t> generations_;  // of each sentence's word ids
  std::array<std::vector<DateExpression>, 2> dates_;  // of each field
  Annotation a_;
  MentionReader mention_reader_;
  TimeContext context_;
  std::size_t next_ = 0;  // first sentence of the batch at hand
};

}  // namespace

Annotator::Annotator(const Lexicons* lexicons)
    : lexicons_(lexicons), work_(std::make_unique<Work>()) {}
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;
Annotator::~Annotator() = default;

Annotation Annotator::Annotate(const Article& article) {
  return ArticleReader(*lexicons_, splitter_, memory_, tagger_, work_->batch,
                       work_->parts, article)
      .Read();
}

}  // namespace rashomon
