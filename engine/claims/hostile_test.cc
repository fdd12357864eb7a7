// Hostile text: no crash, spans inside the text and on character boundaries,
// time linear.
#include <chrono>
#include <string>
#include <vector>

#include "corpus/article.h"
#include "engine/claims/annotator.h"
#include "engine/lexicon/lexicons.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::string Repeat(std::string_view unit, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += unit;
  return out;
}

bool IsBoundary(std::string_view text, std::size_t i) {
  return i == text.size() ||
         (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80);
}

void CheckSpan(const Article& article, const Span& span) {
  const std::string_view text = article.field(span.field);
  ASSERT_LE(span.begin, span.end);
  ASSERT_LE(span.end, text.size());
  ASSERT_TRUE(IsBoundary(text, span.begin));
  ASSERT_TRUE(IsBoundary(text, span.end));
}

void CheckAll(const Article& article, const Annotation& a) {
  for (const Span& s : a.sentences) CheckSpan(article, s);
  for (const Mention& m : a.mentions) CheckSpan(article, m.span);
  for (const WordingFlag& w : a.wording) CheckSpan(article, w.span);
  for (const HedgeFlag& h : a.hedges) CheckSpan(article, h.span);
  for (const Quotation& q : a.quotations) {
    CheckSpan(article, q.outer);
    CheckSpan(article, q.inner);
  }
  for (const Claim& c : a.claims) {
    for (const Span& s : c.source) CheckSpan(article, s);
    for (const Span& s : c.cue) CheckSpan(article, s);
    for (const Span& s : c.content) CheckSpan(article, s);
    for (const Quantity& q : c.quantities) CheckSpan(article, q.span);
    for (const TimeExpression& t : c.times) CheckSpan(article, t.span);
    for (const Act& act : c.acts) {
      CheckSpan(article, act.verb);
      if (act.actor) CheckSpan(article, *act.actor);
      if (act.undergoer) CheckSpan(article, *act.undergoer);
    }
    for (const Cause& cause : c.causes) {
      CheckSpan(article, cause.trigger);
      CheckSpan(article, cause.clause);
    }
  }
}

class HostileTest : public testing::Test {
 protected:
  HostileTest() : lexicons_(*Lexicons::Shipped()), annotator_(&lexicons_) {}

  double Seconds(const std::string& text) {
    Article article;
    article.text = text;
    article.published = "2021-04-28";
    const auto start = std::chrono::steady_clock::now();
    const Annotation a = annotator_.Annotate(article);
    const std::chrono::duration<double> time =
        std::chrono::steady_clock::now() - start;
    CheckAll(article, a);
    return time.count();
  }

  Lexicons lexicons_;
  Annotator annotator_;
};

constexpr std::string_view kUnits[] = {
    "\"",                      // quotation marks that nothing closes
    "“a ",                     // the same, curly
    "«‘„\" ",                  // nested, none closed
    "'a ",                     //
    "word ",                   // one sentence without an end
    "said ",                   // nothing but cues
    "he said, ",               //
    "\"he said\" said he, ",   //
    "((((",                    // brackets
    "a, ",                     //
    "ago day two ",            //
    "1 to 2 million ",         // ranges
    "1 000 000 ",              // grouped figures
    "9",                       // a number without an end
    "1,",                      //
    "more than at least ",     // bounds on bounds
    "not never no ",           //
    "Sergey Lavrov, the minister, ",
    "President ",
    "who was killed and by ",  // clauses that nothing closes
    "because of a, ",          // a list without an end
    "he said because he had fined him for ",
    "the attack of ",          // nouns of action on nouns of action
    "was to have been to be ",
    "чтобы был задержан после ",
    "99/99/9999 31 February ",
    "по словам сказал ",
    "\xE2\x80\x8F\xD7\x90\xE2\x80\xAE ",  // right to left, bidi controls
    "\xF0\x9F\x98\x80",        // outside the basic plane
    "\xD0\x90z\xD0\xB1Q ",     // scripts mixed in a word
    "\n\"a",                   // opened in every paragraph
    "“a\n\n",                  //
};

TEST_F(HostileTest, NothingCrashesAndSpansStayInside) {
  for (const std::string_view unit : kUnits) {
    SCOPED_TRACE(std::string(unit));
    Seconds(Repeat(unit, 10000));
  }
}

TEST_F(HostileTest, BytesThatAreNoUtf8DoNotCrash) {
  Article article;
  article.text = std::string("\xFF\xC3 said \xE2\x80 \"x\xF0\" 16 \x80", 20);
  annotator_.Annotate(article);
}

TEST_F(HostileTest, TimeGrowsWithTheTextNotItsSquare) {
  for (const std::string_view unit : kUnits) {
    SCOPED_TRACE(std::string(unit));
    const double small = Seconds(Repeat(unit, 15000));
    const double large = Seconds(Repeat(unit, 120000));
    // Eight times the text: a quadratic step would take 64 times as long. The
    // constant forgives a busy machine.
    EXPECT_LT(large, 24 * small + 0.5);
  }
}

}  // namespace
}  // namespace rashomon
