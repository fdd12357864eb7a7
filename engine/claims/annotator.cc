#include "engine/claims/annotator.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
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
#include "engine/text/sentence.h"

namespace rashomon {
namespace {

std::vector<Span> SpansOf(const std::vector<TimeExpression>& times) {
  std::vector<Span> spans;
  spans.reserve(times.size());
  for (const TimeExpression& time : times) spans.push_back(time.span);
  return spans;
}

// Reads one field after the other into one annotation.
class ArticleReader {
 public:
  ArticleReader(const Lexicons& lexicons, WordSplitter& splitter,
                WordMemory& memory, Tagger& tagger, const Article& article)
      : lexicons_(lexicons),
        splitter_(splitter),
        memory_(memory),
        tagger_(tagger),
        article_(article) {
    context_.published = article.published_day();
  }

  Annotation Read() {
    for (const Field field : {Field::kTitle, Field::kText}) SplitField(field);
    parts_.reserve(a_.sentences.size());
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
  }

  void ReadField(Field field) {
    const std::string_view text = article_.field(field);
    const std::vector<Quotation> quotations = FindQuotations(text, field);
    const std::vector<DateExpression> dates =
        FindDates(text, {field, 0, text.size()});
    std::size_t next_quotation = 0;
    context_.next_date = 0;
    context_.last_named.reset();
    const std::size_t base = a_.quotations.size();
    for (; next_ < a_.sentences.size() && a_.sentences[next_].field == field;
         ++next_) {
      memory_.Renew(generations_[next_]);
      ReadSentence(lexicons_, text, a_.sentences[next_], a_.words[next_],
                   quotations, &next_quotation, &memory_, &reading_);
      tagger_.TagWords(&reading_, &memory_);
      a_.tags.push_back(reading_.tags);
      ReadOne(reading_, field, dates, base);
    }
    a_.quotations.insert(a_.quotations.end(), quotations.begin(),
                         quotations.end());
  }

  void ReadOne(const SentenceReading& s, Field field,
               const std::vector<DateExpression>& dates, std::size_t base) {
    SentenceParts& part = parts_.emplace_back();
    part.times = FindTimes(s, dates, &context_);
    const std::vector<Span> time_spans = SpansOf(part.times);
    SentenceQuantities quantities = FindQuantities(s, time_spans);
    part.quantities = std::move(quantities.counts);
    std::move(quantities.ordinals.begin(), quantities.ordinals.end(),
              std::back_inserter(a_.ordinals));
    part.hedges = FindHedges(s, time_spans);
    part.body = s.body;
    part.attributions = FindAttributions(s, time_spans, IsHeadline(field));
    part.acts = FindActs(s, time_spans);
    part.causes = FindCauses(s, time_spans);
    part.SetQuotations(s, base);
    mention_reader_.Read(s, next_, time_spans);
    a_.uncertain.push_back(UncertainScore(s, part.hedges));
    const std::vector<WordingFlag> wording = FindWording(s);
    a_.loaded.push_back(LoadedScore(s, wording, &memory_));
    a_.wording.insert(a_.wording.end(), wording.begin(), wording.end());
    AddHedgeFlags(s, part.hedges, &a_.hedges);
    part.SetPolarities(s);
  }

  // The title; the first sentence where there is no title.
  bool IsHeadline(Field field) const {
    return field == Field::kTitle || next_ == 0;
  }

  const Lexicons& lexicons_;
  WordSplitter& splitter_;
  WordMemory& memory_;
  Tagger& tagger_;
  const Article& article_;
  std::vector<std::uint32_t> generations_;  // of each sentence's word ids
  Annotation a_;
  std::vector<SentenceParts> parts_;  // of each sentence
  SentenceReading reading_;           // of the sentence at hand
  MentionReader mention_reader_;
  TimeContext context_;
  std::size_t next_ = 0;  // sentence
};

}  // namespace

Annotator::Annotator(const Lexicons* lexicons) : lexicons_(lexicons) {}

Annotation Annotator::Annotate(const Article& article) {
  return ArticleReader(*lexicons_, splitter_, memory_, tagger_, article)
      .Read();
}

}  // namespace rashomon
