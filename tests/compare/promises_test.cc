// What every comparison promises: nothing depends on which side is left or on
// an outlet's name, evidence stands where it says, and different events are
// not contrasted. Marked pairs are read from the folder in RASHOMON_DATA.
#include <cstdlib>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/strings.h"
#include "engine/compare/comparer.h"
#include "engine/contrast/reading_order.h"
#include "gtest/gtest.h"
#include "tools/evaluate/divergence_eval.h"

namespace rashomon {
namespace {

std::string Show(const std::optional<Evidence>& e) {
  return e ? StrCat(FieldName(e->span.field), ":", e->span.begin, "-",
                    e->span.end, " s", e->sentence, " ", e->quote)
           : "none";
}

// All of a divergence, with the sides in the order given.
std::string Show(const Divergence& d, bool mirrored) {
  std::string nearest = "none";
  if (d.nearest) {
    const bool left = (d.nearest->side == Side::kLeft) != mirrored;
    nearest = StrCat(left ? "left " : "right ", d.nearest->quote, " ",
                     d.nearest->score);
  }
  std::string triggers;
  for (const std::string& t : d.triggers) StrAppend(&triggers, t, "|");
  return StrCat(Name(d.kind), " ", d.rule, " w", d.weight, " ", d.confidence,
                " ", d.strength, "\n  ", Show(mirrored ? d.right : d.left),
                "\n  ", Show(mirrored ? d.left : d.right), "\n  ", triggers,
                " ", d.explanation, "\n  nearest ", nearest, "\n  ",
                d.fingerprint, " ", d.anchor, "\n");
}

std::string Show(const Comparison& c, bool mirrored) {
  std::string text =
      StrCat(Name(c.same_event.verdict), " ", c.same_event.confidence, "\n");
  for (const std::string& r : c.same_event.reasons) StrAppend(&text, r, "\n");
  for (const Divergence& d : c.divergences) {
    StrAppend(&text, Show(d, mirrored));
  }
  return text;
}

Article Renamed(Article article, std::string outlet) {
  article.outlet = std::move(outlet);
  return article;
}

void ExpectMirrored(Comparer* comparer, const Article& left,
                    const Article& right) {
  const Comparison there = comparer->Compare(left, right);
  const Comparison back = comparer->Compare(Renamed(right, "Outlet One"),
                                            Renamed(left, "Outlet Two"));
  EXPECT_EQ(Show(there, false), Show(back, true));
}

void ExpectEvidenceInPlace(const Article& article, const Annotation& a,
                           const std::optional<Evidence>& e) {
  if (!e) return;
  EXPECT_EQ(article.Quote(e->span), e->quote);
  ASSERT_LT(e->sentence, static_cast<int>(a.sentences.size()));
  EXPECT_TRUE(Contains(a.sentences[e->sentence], e->span)) << e->quote;
}

void ExpectInReadingOrder(const std::vector<Divergence>& flags) {
  const std::vector<Divergence> ordered = InReadingOrder(flags);
  ASSERT_EQ(ordered.size(), flags.size());
  for (std::size_t i = 0; i < flags.size(); ++i) {
    EXPECT_EQ(ordered[i].fingerprint, flags[i].fingerprint) << i;
  }
}

void ExpectSound(const Comparison& c) {
  std::set<std::string> fingerprints;
  ExpectInReadingOrder(c.divergences);
  for (const Divergence& d : c.divergences) {
    EXPECT_TRUE(d.left || d.right);
    ExpectEvidenceInPlace(c.left, c.left_annotation, d.left);
    ExpectEvidenceInPlace(c.right, c.right_annotation, d.right);
    EXPECT_TRUE(fingerprints.insert(d.fingerprint).second) << d.explanation;
    EXPECT_GE(d.weight, 1);
    EXPECT_LE(d.weight, 3);
    if (d.rule == "quantity.precision") {
      EXPECT_EQ(d.explanation.find("conflict"), std::string::npos);
    }
  }
}

Article Invented(std::string title, std::string text, std::string published) {
  Article a;
  a.id = title;
  a.title = std::move(title);
  a.text = std::move(text);
  a.published = std::move(published);
  a.language = "en";
  return a;
}

Article HarbourDaily() {
  return Invented(
      "Port strike ends after stinging defeat for the ministry",
      "Dockers in Velmora ended their strike on Tuesday after the alleged "
      "sabotage of two cranes.\n\nTransport Minister Ada Lund said the "
      "ministry had offered a pay rise of 12 percent.\n\nThe union denied "
      "any part in the sabotage of the cranes.\n\nMore than 300 workers "
      "returned to the docks, the shameless ministry's own figures show.",
      "2020-03-04");
}

Article HarbourPost() {
  return Invented(
      "Velmora dockers return to work",
      "Dockers in Velmora ended their strike on Wednesday after the sabotage "
      "of two cranes.\n\nThe ministry had offered a pay rise of 9 percent."
      "\n\nThe 312 workers returned to the docks in the morning.\n\nTransport "
      "Minister Ada Lund claimed that the strike had cost the port millions.",
      "2020-03-05");
}

Comparer MakeComparer() { return *Comparer::Make({}); }

TEST(PromisesTest, InventedStoryIsMirrored) {
  Comparer comparer = MakeComparer();
  ExpectMirrored(&comparer, HarbourDaily(), HarbourPost());
}

TEST(PromisesTest, InventedStoryIsContrasted) {
  Comparer comparer = MakeComparer();
  const Comparison c = comparer.Compare(HarbourDaily(), HarbourPost());
  EXPECT_NE(c.same_event.verdict, SameEventVerdict::kNo);
  ExpectSound(c);
  std::set<DivergenceKind> kinds;
  for (const Divergence& d : c.divergences) kinds.insert(d.kind);
  EXPECT_TRUE(kinds.count(DivergenceKind::kQuantity));
  EXPECT_TRUE(kinds.count(DivergenceKind::kCertainty));
}

TEST(PromisesTest, OneTextAgainstItselfHasNoDivergence) {
  Comparer comparer = MakeComparer();
  const Comparison c = comparer.Compare(HarbourDaily(), HarbourDaily());
  EXPECT_TRUE(c.divergences.empty());
  ASSERT_FALSE(c.notes.empty());
  EXPECT_EQ(c.same_event.verdict, SameEventVerdict::kYes);
  EXPECT_EQ(c.notes[0].code, "same-input");
}

class MarkedPairsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("RASHOMON_DATA");
    if (folder == nullptr || *folder == '\0') {
      GTEST_SKIP() << "RASHOMON_DATA names no data folder";
    }
    auto gold = ReadGoldPairs(StrCat(folder, "/divergences/pairs.jsonl"));
    ASSERT_TRUE(gold.ok()) << gold.status();
    gold_ = *std::move(gold);
  }

  const GoldPair& Pair(const std::string& id) const {
    for (const GoldPair& pair : gold_) {
      if (pair.id == id) return pair;
    }
    ADD_FAILURE() << "no pair " << id;
    return gold_.front();
  }

  std::vector<GoldPair> gold_;
};

TEST_F(MarkedPairsTest, AreMirroredAndSound) {
  Comparer comparer = MakeComparer();
  for (const GoldPair& pair : gold_) {
    SCOPED_TRACE(pair.id);
    ExpectMirrored(&comparer, pair.left, pair.right);
    ExpectSound(comparer.Compare(pair.left, pair.right));
  }
}

// The two stories of "no escalation", four years apart.
TEST_F(MarkedPairsTest, LikeWordedEventsAreToldApartWithoutDates) {
  Comparer comparer = MakeComparer();
  GoldPair pair = Pair("dev-seed-06");
  for (bool dated : {true, false}) {
    if (!dated) pair.left.published = pair.right.published = "";
    const Comparison c = comparer.Compare(pair.left, pair.right);
    EXPECT_EQ(c.same_event.verdict, SameEventVerdict::kNo);
    EXPECT_TRUE(c.divergences.empty());
    ASSERT_FALSE(c.notes.empty());
    EXPECT_EQ(c.notes[0].code, "different-events");
  }
}

TEST_F(MarkedPairsTest, OneOfferReportedTwiceIsShared) {
  Comparer comparer = MakeComparer();
  const GoldPair& pair = Pair("dev-seed-01");
  EXPECT_NE(comparer.Compare(pair.left, pair.right).same_event.verdict,
            SameEventVerdict::kNo);
}

bool Flags(const Comparison& c, DivergenceKind kind, std::string_view words) {
  for (const Divergence& d : c.divergences) {
    if (d.kind != kind) continue;
    for (const auto& e : {d.left, d.right}) {
      if (e && e->quote.find(words) != std::string::npos) return true;
    }
  }
  return false;
}

TEST_F(MarkedPairsTest, ExactAndRoundedSanctionsArePrecision) {
  Comparer comparer = MakeComparer();
  const GoldPair& pair = Pair("dev-seed-01");
  const Comparison c = comparer.Compare(pair.left, pair.right);
  EXPECT_TRUE(Flags(c, DivergenceKind::kQuantity, "more than 30"));
  EXPECT_FALSE(Flags(c, DivergenceKind::kQuantity, "10 people"));
}

TEST_F(MarkedPairsTest, AllegedInterferenceAgainstTheBareWord) {
  Comparer comparer = MakeComparer();
  const GoldPair& pair = Pair("dev-seed-04");
  EXPECT_TRUE(Flags(comparer.Compare(pair.left, pair.right),
                    DivergenceKind::kCertainty, "alleged interference"));
}

}  // namespace
}  // namespace rashomon
