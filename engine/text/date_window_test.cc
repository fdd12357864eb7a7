#include "engine/text/date_window.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>

#include "engine/base/strings.h"
#include "engine/text/date_expression.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::string Show(std::string_view text,
                 const std::vector<DateExpression>& dates) {
  std::string out;
  for (const DateExpression& d : dates) {
    StrAppend(&out, Slice(text, d.span), "=", d.year.value_or(0), "-",
              d.month.value_or(0), "-", d.day.value_or(0), "..",
              d.to_month.value_or(0), "-", d.to_day.value_or(0), "T",
              d.minute_of_day.value_or(0), " | ");
  }
  return out;
}

std::vector<Span> WindowsOf(std::string_view text) {
  WordSplitter splitter;
  std::vector<std::vector<Word>> sentences;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('.', at), text.size() - 1) + 1;
    sentences.push_back(splitter.Split(text, {Field::kText, at, end}));
    at = end;
  }
  return DateWindows(text, Field::kText, sentences);
}

constexpr std::string_view kTwentyWords =
    "one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen twenty ";

TEST(DateWindowTest, NoMonthAndNoYearNoWindow) {
  EXPECT_TRUE(WindowsOf("He may march with 300 men at 11:53.").empty());
}

TEST(DateWindowTest, FarWordsStayOutside) {
  const std::string text =
      StrCat(kTwentyWords, kTwentyWords, "on 5 May 2021 ", kTwentyWords,
             kTwentyWords);
  const std::vector<Span> windows = WindowsOf(text);
  ASSERT_EQ(windows.size(), 1u);
  EXPECT_GT(windows[0].begin, 0u);
  EXPECT_LT(windows[0].end, text.size());
  EXPECT_EQ(Show(text, FindDates(text, windows)),
            "5 May 2021=2021-5-5..0-0T0 | ");
}

TEST(DateWindowTest, WhatNoWordCoversIsLookedAt) {
  const std::string_view text = "Menu 2020 | He left.";
  WordSplitter splitter;
  const std::vector<std::vector<Word>> sentences = {
      splitter.Split(text, {Field::kText, 12, text.size()})};
  EXPECT_EQ(DateWindows(text, Field::kText, sentences),
            (std::vector<Span>{{Field::kText, 0, text.size()}}));
}

// The windows against the whole text, over random sequences of what dates are
// made of.
TEST(DateWindowTest, DatesAreThoseOfTheWholeText) {
  constexpr std::array<std::string_view, 44> kPieces = {
      "April",  "may",   "May",  "Sept",  "марта", "мая",  "2021",   "1999",
      "28",     "5",     "31",   "30th",  "11",    "53",   ":",      ",",
      ".",      "-",     "–",    "/",     "of",    "to",   "and",    "between",
      "in",     "at",    "p.m.", "PM",    "the",   "of",   "г.",     "года",
      "plan",   "people", "on",  "с",     "по",    "\"",   "(",      ")",
      "16,000", "é",     "×",    "don't"};
  constexpr std::array<std::string_view, 6> kSpaces = {" ",  " ",    "",
                                                       "\n", "\n\n", "\u00A0"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const std::size_t pieces = 1 + random() % 120;
    // Plain words between, more or less of them.
    const unsigned plain = random() % 10;
    for (std::size_t i = 0; i < pieces; ++i) {
      const bool word = random() % 10 < plain;
      StrAppend(&text, word ? "word" : kPieces[random() % kPieces.size()],
                kSpaces[random() % kSpaces.size()]);
    }
    ASSERT_EQ(Show(text, FindDates(text, WindowsOf(text))),
              Show(text, FindDates(text, {Field::kText, 0, text.size()})))
        << text;
  }
}

}  // namespace
}  // namespace rashomon
