#include "engine/text/dateline.h"

#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::string Dateline(std::string_view paragraph) {
  return std::string(paragraph.substr(0, DatelineEnd(paragraph)));
}

TEST(DatelineTest, PlaceInCapitalsAndADash) {
  EXPECT_EQ(Dateline("GENEVA -- Envoys left."), "GENEVA --");
  EXPECT_EQ(Dateline("GENEVA — Envoys left."), "GENEVA —");
  EXPECT_EQ(Dateline("NEW YORK -- Envoys left."), "NEW YORK --");
  EXPECT_EQ(Dateline("PORTLAND, Ore. -- A judge ruled."), "PORTLAND, Ore. --");
}

TEST(DatelineTest, DateAndAgency) {
  EXPECT_EQ(Dateline("GENEVA, March 3. /AGENCY/. Envoys left."),
            "GENEVA, March 3. /AGENCY/.");
  EXPECT_EQ(Dateline("Geneva, March 3 (Agency) - Envoys left."),
            "Geneva, March 3 (Agency) -");
  EXPECT_EQ(Dateline("GENEVA, March 3. The envoys left."), "GENEVA, March 3.");
  EXPECT_EQ(Dateline("ЖЕНЕВА, 3 мая. /АГЕНТСТВО/. Стороны"),
            "ЖЕНЕВА, 3 мая. /АГЕНТСТВО/.");
  EXPECT_EQ(Dateline("ЖЕНЕВА, 3 мая — РИА Новый день. Стороны"),
            "ЖЕНЕВА, 3 мая — РИА Новый день.");
}

TEST(DatelineTest, OrdinaryBeginningsAreNone) {
  EXPECT_EQ(Dateline("The envoys left Geneva on March 3. They"), "");
  EXPECT_EQ(Dateline("Geneva was quiet."), "");
  EXPECT_EQ(Dateline("NATO said on March 3. Nothing more."), "");
  EXPECT_EQ(Dateline("On March 3. the envoys left."), "");
  EXPECT_EQ(Dateline("Hale (a judge) left."), "");
  EXPECT_EQ(Dateline(""), "");
  EXPECT_EQ(Dateline("— Да."), "");
}

}  // namespace
}  // namespace rashomon
