#include "tools/review/server/api.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include <nlohmann/json.hpp>

#include "tools/report/fixture.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/test_case.h"

namespace rashomon {
namespace {

using Json = nlohmann::json;

class ApiTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = TestFolder() +
            testing::UnitTest::GetInstance()->current_test_info()->name() +
            ".db";
    std::remove(path_.c_str());
    CaseFile file = *CaseFile::Open(path_, CaseMode::kCreate);
    AddTo(&file, FerryComparison());
    options_.now = [] { return std::string(kTestTime); };
  }

  ReviewApi& api() {
    if (api_ == nullptr) api_ = std::make_unique<ReviewApi>(path_, options_);
    return *api_;
  }

  Json Answer(const HttpRequest& request, int status) {
    const HttpResponse response = api().Answer(request);
    EXPECT_EQ(response.status, status) << response.body;
    EXPECT_EQ(response.content_type, "application/json");
    return Json::parse(response.body);
  }

  Json Get(const std::string& path,
           const std::map<std::string, std::string>& query = {},
           int status = 200) {
    HttpRequest request;
    request.method = "GET";
    request.path = path;
    for (const auto& [name, value] : query) request.query[name] = value;
    return Answer(request, status);
  }

  Json Post(const std::string& path, const std::string& body,
            int status = 200) {
    HttpRequest request;
    request.method = "POST";
    request.path = path;
    request.body = body;
    return Answer(request, status);
  }

  Json Confirm(const std::string& reviewer, int flag) {
    return Post("/api/decide",
                R"({"reviewer":")" + reviewer + R"(","decisions":[{"flag":)" +
                    std::to_string(flag) + R"(,"verdict":"confirmed"}]})");
  }

  std::string path_;
  ApiOptions options_;
  std::unique_ptr<ReviewApi> api_;
};

TEST_F(ApiTest, AListGivesIdsInOrderWithCounts) {
  const Json list = Get("/api/list", {{"sort", "best"}, {"kinds", "quantity"}});
  EXPECT_EQ(list["total"], list["flags"].size());
  EXPECT_GT(list["facets"]["kinds"].size(), 1u);
}

TEST_F(ApiTest, ADecisionIsStoredAndCounted) {
  const Json change = Confirm("Ines", 2);
  EXPECT_EQ(change["flags"][0]["verdicts"][0]["verdict"], "confirmed");
  EXPECT_EQ(Get("/api/pairs", {{"reviewer", "Ines"}})["decided"], 1);
  EXPECT_EQ(Get("/api/pairs", {{"reviewer", "Jo"}})["decided"], 0);
  const Json undone = Post("/api/undo", R"({"reviewer":"Ines"})");
  EXPECT_EQ(undone["flags"][0]["verdicts"].size(), 0u);
  Post("/api/undo", R"({"reviewer":"Ines"})", 404);
}

TEST_F(ApiTest, OthersVerdictsAreHiddenUntilOneDecides) {
  options_.hides_others = true;
  Confirm("Ines", 2);
  const Json before = Get("/api/flag", {{"flag", "2"}, {"reviewer", "Jo"}});
  EXPECT_EQ(before["verdicts"].size(), 0u);
  EXPECT_EQ(before["history"].size(), 0u);
  EXPECT_EQ(before["others_hidden"], true);
  EXPECT_EQ(before.dump().find("Ines"), std::string::npos);
  for (const char* path : {"/api/flags", "/api/comparison"}) {
    const Json json = Get(path, {{"flags", "1,2,3"},
                                 {"comparison", "1"},
                                 {"reviewer", "Jo"}});
    EXPECT_EQ(json.dump().find("confirmed"), std::string::npos) << path;
  }
  Post("/api/settle", R"({"reviewer":"Jo","flag":2,"verdict":"confirmed"})",
       403);
  Confirm("Jo", 2);
  const Json after = Get("/api/flag", {{"flag", "2"}, {"reviewer", "Jo"}});
  EXPECT_EQ(after["verdicts"].size(), 2u);
  EXPECT_EQ(after["others_hidden"], false);
  // Of a flag that Jo has not decided nothing more is seen.
  Confirm("Ines", 3);
  EXPECT_EQ(Get("/api/flag", {{"flag", "3"}, {"reviewer", "Jo"}})["history"]
                .size(), 0u);
}

TEST_F(ApiTest, ChangesAreThoseOfOthersThatOneMaySee) {
  const auto changes = [&](const std::string& reviewer) {
    return Get("/api/changes", {{"after", "0"}, {"reviewer", reviewer}});
  };
  Confirm("Ines", 2);
  EXPECT_EQ(changes("Jo")["flags"], Json::array({2}));
  EXPECT_EQ(changes("Ines")["flags"], Json::array());
  const std::string row = std::to_string(changes("Jo")["row"].get<int>());
  EXPECT_EQ(Get("/api/changes", {{"after", row}, {"reviewer", "Jo"}})["flags"],
            Json::array());
  options_.hides_others = true;
  api_.reset();
  EXPECT_EQ(changes("Jo")["flags"], Json::array());
  Confirm("Jo", 2);
  EXPECT_EQ(changes("Jo")["flags"], Json::array({2}));
}

TEST_F(ApiTest, WhoAddedAFlagIsHiddenAsAVerdictIs) {
  options_.hides_others = true;
  Post("/api/add",
       R"({"reviewer":"Ines","comparison":1,"kind":"agency","note":"mine",)"
       R"("left":{"field":"text","begin":0,"end":9}})");
  const Json before = Get("/api/flag", {{"flag", "9"}, {"reviewer", "Jo"}});
  EXPECT_EQ(before["added_by"]["reviewer"], "");
  EXPECT_EQ(before.dump().find("Ines"), std::string::npos);
  Confirm("Jo", 9);
  EXPECT_EQ(Get("/api/flag", {{"flag", "9"}, {"reviewer", "Jo"}})["added_by"]
               ["reviewer"], "Ines");
}

TEST_F(ApiTest, ExportsAreRefusedWhereTheReviewHides) {
  HttpRequest request;
  request.method = "GET";
  request.path = "/api/export";
  request.query["form"] = "csv";
  EXPECT_EQ(api().Answer(request).status, 200);
  request.query["form"] = "exe";
  EXPECT_EQ(api().Answer(request).status, 400);
  options_.hides_others = true;
  api_.reset();
  request.query["form"] = "csv";
  EXPECT_EQ(api().Answer(request).status, 403);
}

TEST_F(ApiTest, BlindReviewNamesNoOutlet) {
  for (const auto& [path, query] :
       std::map<std::string, std::map<std::string, std::string>>{
           {"/api/case", {}},
           {"/api/pairs", {}},
           {"/api/list", {}},
           {"/api/flags", {{"flags", "1,2,3,4,5,6,7,8"}}},
           {"/api/flag", {{"flag", "1"}}}}) {
    std::map<std::string, std::string> blind = query;
    blind["blind"] = "1";
    const std::string json = Get(path, blind).dump();
    EXPECT_EQ(json.find("Fenmark Courier"), std::string::npos) << path;
    EXPECT_EQ(json.find("Quillhaven Wire"), std::string::npos) << path;
  }
  const Json read = Get("/api/comparison", {{"comparison", "1"},
                                            {"blind", "1"}});
  EXPECT_TRUE(read["left"]["outlet"].get<std::string>().starts_with("Outlet "));
  EXPECT_EQ(read["left"]["url"], "");
  EXPECT_EQ(read["left"]["source"], "");
}

TEST_F(ApiTest, ABlindListIsFilteredByLetter) {
  const Json all = Get("/api/case", {{"blind", "1"}});
  const std::string letter = all["outlets"][0];
  EXPECT_EQ(Get("/api/list", {{"blind", "1"}, {"outlets", letter}})["total"], 8);
}

TEST_F(ApiTest, AllAreDecidedOnlyWithTheRightCount) {
  const std::string all =
      R"({"reviewer":"Ines","verdict":"dismissed","reason":"trivial","note":"",)"
      R"("filter":{"kinds":"quantity"},"count":)";
  const Json list = Get("/api/list", {{"kinds", "quantity"}});
  const std::string count = std::to_string(list["total"].get<int>());
  Post("/api/decide-all", all + "77}", 409);
  EXPECT_EQ(Get("/api/pairs", {{"reviewer", "Ines"}})["decided"], 0);
  EXPECT_EQ(Post("/api/decide-all", all + count + "}")["count"], list["total"]);
  EXPECT_EQ(Post("/api/undo", R"({"reviewer":"Ines"})")["count"],
            list["total"]);
}

TEST_F(ApiTest, AFlagIsAddedOnSpansOfBytes) {
  const Json flag = Post(
      "/api/add",
      R"({"reviewer":"Ines","comparison":1,"kind":"agency","note":"who?",)"
      R"("left":{"field":"text","begin":0,"end":9}})");
  EXPECT_EQ(flag["left"]["quote"],
            FerryComparison().left.text.substr(0, 9));
  EXPECT_EQ(flag["verdicts"][0]["reviewer"], "Ines");
  Post("/api/add",
       R"({"reviewer":"Ines","comparison":1,"kind":"agency",)"
       R"("left":{"field":"text","begin":0,"end":99999999}})",
       400);
}

TEST_F(ApiTest, BadRequestsAreSaidWhatIsWrong) {
  EXPECT_NE(Get("/api/list", {{"kinds", "gossip"}}, 400)["error"]
                .get<std::string>().find("gossip"), std::string::npos);
  EXPECT_NE(Get("/api/list", {{"min_confidence", "7"}}, 400)["error"]
                .get<std::string>().find("7"), std::string::npos);
  Get("/api/list", {{"sort", "../../etc/passwd"}}, 400);
  Get("/api/flag", {{"flag", "99"}}, 404);
  Get("/api/nothing", {}, 404);
  Post("/api/decide", "[]", 400);
  Post("/api/decide", "{", 400);
  Post("/api/decide", R"({"reviewer":"Ines","decisions":[{"flag":1}]})", 400);
  Post("/api/decide",
       R"({"reviewer":"","decisions":[{"flag":1,"verdict":"confirmed"}]})",
       400);
  Post("/api/decide",
       R"({"reviewer":"I","decisions":[{"flag":1,"verdict":"dismissed"}]})",
       400);
  Post("/api/case", "{}", 404);
}

TEST_F(ApiTest, AnEmptyCaseHasEmptyLists) {
  path_ = TestFolder() + "empty.db";
  std::remove(path_.c_str());
  ASSERT_TRUE(CaseFile::Open(path_, CaseMode::kCreate).ok());
  EXPECT_EQ(Get("/api/case")["pairs"], 0);
  EXPECT_EQ(Get("/api/pairs")["total"], 0);
  EXPECT_EQ(Get("/api/list")["total"], 0);
}

TEST_F(ApiTest, TheSourceIsGivenAsText) {
  const Json source = Get("/api/source", {{"article", "1"}});
  EXPECT_FALSE(source["text"].get<std::string>().empty());
  EXPECT_EQ(source["truncated"], false);
}

}  // namespace
}  // namespace rashomon
