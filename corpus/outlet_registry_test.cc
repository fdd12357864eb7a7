#include "corpus/outlet_registry.h"

#include <gtest/gtest.h>

#include <set>

namespace rashomon {
namespace {

constexpr char kHeader[] =
    "id\tname\taliases\tdomains\tcountry\towner\towner_family\tfunding\t"
    "source\n";

OutletRegistry Shipped() {
  auto registry = OutletRegistry::Shipped();
  EXPECT_TRUE(registry.ok()) << registry.status();
  return *std::move(registry);
}

TEST(OutletRegistryTest, ShippedTableHasTheOutletsNamedInItsPurpose) {
  const OutletRegistry registry = Shipped();
  EXPECT_GE(registry.outlets().size(), 33u);
  for (const char* name : {"TASS", "RT", "RFE/RL", "Xinhua", "BBC", "Reuters",
                           "Ukrinform", "Republic World"}) {
    EXPECT_NE(registry.FindByName(name), nullptr) << name;
  }
}

TEST(OutletRegistryTest, ShippedRowsAreCompleteAndDistinct) {
  std::set<std::string> ids;
  const OutletRegistry registry = Shipped();
  for (const Outlet& o : registry.outlets()) {
    EXPECT_TRUE(ids.insert(o.id).second) << o.id;
    EXPECT_FALSE(o.domains.empty()) << o.id;
    EXPECT_EQ(o.country.size(), 2u) << o.id;
    EXPECT_FALSE(o.owner.empty() || o.owner_family.empty()) << o.id;
    EXPECT_TRUE(o.funding.starts_with("funded by")) << o.id;
    EXPECT_FALSE(o.source.empty()) << o.id;
  }
}

TEST(OutletRegistryTest, NamesIgnoreCasePunctuationAndArticle) {
  const OutletRegistry registry = Shipped();
  EXPECT_EQ(registry.FindByName("rfe/rl"), registry.FindByName("RFERL"));
  EXPECT_EQ(registry.FindByName("ТАСС"), registry.FindByName("tass"));
  EXPECT_EQ(registry.FindByName("the guardian"),
            registry.FindByName("Guardian"));
  EXPECT_EQ(registry.FindByName("republicworld")->name, "Republic World");
  EXPECT_EQ(registry.FindByName("no such outlet"), nullptr);
  EXPECT_EQ(registry.FindByName(""), nullptr);
}

TEST(OutletRegistryTest, DomainsMatchWithTheirSubdomains) {
  const OutletRegistry registry = Shipped();
  EXPECT_EQ(registry.FindByDomain("https://www.rt.com/news/1?x=y")->id, "rt");
  EXPECT_EQ(registry.FindByDomain("russian.rt.com")->id, "rt-russian");
  EXPECT_EQ(registry.FindByDomain("HTTPS://TASS.COM:443/")->id, "tass");
  EXPECT_EQ(registry.FindByDomain("notrt.com"), nullptr);
  EXPECT_EQ(registry.FindByDomain("com"), nullptr);
}

TEST(OutletRegistryTest, EditionsOfOneOwnerShareAFamily) {
  const OutletRegistry registry = Shipped();
  EXPECT_EQ(registry.FindByName("rt")->owner_family,
            registry.FindByName("rt-russian")->owner_family);
  EXPECT_NE(registry.FindByName("rt")->owner_family,
            registry.FindByName("rferl")->owner_family);
}

TEST(OutletRegistryTest, UserRowsWin) {
  OutletRegistry registry = Shipped();
  const std::string rows = std::string(kHeader) +
                           "tass\tTASS\tTassie\ttass.example\tRU\tx\tf\tg\th\n"
                           "gazette\tThe Gazette\t\tgazette.example\tGB\tx\t"
                           "\tg\th\n";
  ASSERT_TRUE(registry.AddTsv(rows, "mine.tsv").ok());
  EXPECT_EQ(registry.FindByName("Tassie")->owner_family, "f");
  EXPECT_EQ(registry.FindByDomain("tass.com"), nullptr);
  // Without a family, an outlet stands for itself.
  EXPECT_EQ(registry.FindByName("gazette")->owner_family, "gazette");
}

TEST(OutletRegistryTest, ErrorsNameFileAndLine) {
  OutletRegistry registry;
  const auto bad_row =
      registry.AddTsv(std::string(kHeader) + "only\tthree\tcells\n", "mine.tsv");
  EXPECT_NE(bad_row.ToString().find("mine.tsv:2"), std::string::npos);
  const auto bad_header = registry.AddTsv("name\tid\n", "mine.tsv");
  EXPECT_NE(bad_header.ToString().find("mine.tsv:1"), std::string::npos);
  EXPECT_FALSE(registry.AddTsv("", "mine.tsv").ok());
}

}  // namespace
}  // namespace rashomon
