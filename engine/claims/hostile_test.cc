// Hostile text: no crash, the invariants of annotation_invariants.h, time
// linear.
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "engine/claims/annotation_invariants.h"
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

class HostileTest : public testing::Test {
 protected:
  HostileTest() : lexicons_(*Lexicons::Shipped()), annotator_(&lexicons_) {}

  Annotation Check(const std::string& text, const std::string& title = "") {
    Article article;
    article.title = title;
    article.text = text;
    article.published = "2021-04-28";
    const Annotation a = annotator_.Annotate(article);
    EXPECT_EQ(InvariantViolation(article, a), "");
    return a;
  }

  double Seconds(const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    Check(text);
    const std::chrono::duration<double> time =
        std::chrono::steady_clock::now() - start;
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
    "s' a ",                   // closer or possessive, each asks for the next
    " \"a\" \"",               // straight marks that could nest
    "« a » ",                  //
    "word ",                   // one sentence without an end
    "said ",                   // nothing but cues
    "he said, ",               //
    "He said,\n\n",             // a cue and a comma, and nothing after
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
    "he said not ",            // a claim a word, each with a negation
    "failed to refuse to ",    //
    "may not, who will if ",   // a clause a word
    "не ни никто отказался ",  //
    "prevented a ",            // looks for "from"
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
    "e\xCC\x81",               // combining marks
    "\n\"a",                   // opened in every paragraph
    "“a\n\n",                  //
};

TEST_F(HostileTest, NothingCrashesAndSpansStayInside) {
  for (const std::string_view unit : kUnits) {
    SCOPED_TRACE(std::string(unit));
    Check(Repeat(unit, 10000));
    Check("He left.", Repeat(unit, 2000));
  }
}

TEST_F(HostileTest, BytesThatAreNoUtf8DoNotCrash) {
  const std::string_view kBytes[] = {
      "\xFF\xC3 said \xE2\x80 \"x\xF0\" 16 \x80",
      "he said \xED\xA0\xBD\xED\xB8\x80 \"no\xED\xBF\xBF\"",  // lone surrogates
      "\xC0\xAF said \xF8\x88\x80\x80\x80",                   // overlong
      "\x80\x80\x80", "\"\xE2", "\xE2\x80"};
  for (const std::string_view bytes : kBytes) Check(std::string(bytes));
}

TEST_F(HostileTest, NulAndControlCharactersAreTextLikeAnyOther) {
  using namespace std::string_view_literals;
  Check(std::string("He\0 said \"no\0\" on\x1b[31m Monday.\0"sv));
  Check(std::string("\x01\x02\x7f\r\x0b\x0c 16 \x08people."sv));
}

TEST_F(HostileTest, DatesThatDoNotExistResolveToNoDay) {
  for (const std::string_view text :
       {"They met on 31 February.", "They met on 99/99/9999.",
        "They met on 30 February 2021.", "Встреча 31 февраля."}) {
    SCOPED_TRACE(std::string(text));
    for (const Claim& claim : Check(std::string(text)).claims) {
      for (const TimeExpression& time : claim.times) {
        EXPECT_TRUE(!time.days || time.days->from != time.days->to);
      }
    }
  }
}

TEST_F(HostileTest, NumberOfTenThousandDigits) {
  Check("Some " + std::string(10000, '9') + " people left.");
  Check("Some 1" + Repeat(",000", 10000) + " people left.");
  Check("Some 0." + std::string(10000, '1') + " percent left.");
}

TEST_F(HostileTest, ThousandsOfNestedBracketsAndQuotes) {
  Check(std::string(5000, '(') + "he said" + std::string(5000, ')'));
  Check(Repeat("“‘", 5000) + "he said" + Repeat("’”", 5000));
  Check(Repeat("«", 5000) + "сказал он" + Repeat("»", 5000));
}

TEST_F(HostileTest, QuotationLeftOpenToTheEndOfTheArticle) {
  std::string text = "He said: “We will stay.\n\n";
  for (int i = 0; i < 200; ++i) text += "The port is ours, all of it.\n\n";
  const Annotation a = Check(text);
  ASSERT_FALSE(a.quotations.empty());
  // It ends with its paragraph, and does not swallow the article.
  EXPECT_LT(a.quotations[0].outer.end, 40u);
}

TEST_F(HostileTest, SentenceOfAMegabyte) {
  // A generous bound for a busy machine: it takes well under a second.
  EXPECT_LT(Seconds(Repeat("the minister said he may not go and ", 1 << 20)),
            60);
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
