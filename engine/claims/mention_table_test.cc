#include <string>

#include "corpus/article.h"
#include "engine/base/strings.h"
#include "engine/claims/annotator.h"
#include "engine/claims/table_check.h"
#include "engine/lexicon/lexicons.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(MentionTableTest, Mentions) {
  TableReader reader;
  CheckTable(
      "mentions.tsv", 110, [](const TableRow& row) { return row[1]; },
      [&](const TableRow& row) {
        const Annotation a = reader.Read(row[0]);
        std::string out;
        for (const Mention& m : a.mentions) {
          StrAppend(&out, out.empty() ? "" : "; ", reader.Quote(m.span), "=",
                    Name(m.type).substr(0, 3), ":", m.entity);
        }
        return out.empty() ? std::string("-") : out;
      });
}

// What a user gives with --lexicon=places.tsv counts like a shipped row, and a
// row for a phrase that is there replaces it.
TEST(MentionTableTest, UsersAddPlaces) {
  absl::StatusOr<Lexicons> lexicons = Lexicons::Shipped();
  ASSERT_TRUE(lexicons.ok()) << lexicons.status();
  ASSERT_TRUE(lexicons
                  ->AddTsv("places",
                           "phrase\tcategory\tstrength\tlanguage\tnote\n"
                           "Northland\tcountry\t1\ten\tnorthland\n"
                           "Velmark\tcapital\t1\ten\tvelmark\tnorthland\n",
                           "mine.tsv")
                  .ok());
  Article article;
  article.text = "Velmark rejected the offer. He lives in Velmark, Northland.";
  const Annotation a = Annotator(&*lexicons).Annotate(article);
  ASSERT_EQ(a.mentions.size(), 3u);
  EXPECT_EQ(a.mentions[0].entity, "northland");
  EXPECT_EQ(a.mentions[1].entity, "velmark");
  EXPECT_EQ(a.mentions[2].type, MentionType::kPlace);
}

}  // namespace
}  // namespace rashomon
