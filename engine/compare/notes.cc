#include "engine/compare/notes.h"

#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/date.h"
#include "engine/base/strings.h"
#include "engine/text/language.h"

namespace rashomon {
namespace {

std::string LanguageOf(const Article& article) {
  if (!article.language.empty()) return article.language;
  return DetectLanguage(article.text.empty() ? article.title : article.text)
      .language;
}

std::string_view LanguageName(std::string_view code) {
  return code == "en" ? "English" : code == "ru" ? "Russian" : code;
}

// "The left article", "The right article", "Both articles", or "".
std::string Who(bool left, bool right) {
  if (left && right) return "Both articles";
  if (left) return "The left article";
  if (right) return "The right article";
  return "";
}

std::string Reasons(const SameEvent& event) {
  std::string text;
  for (const std::string& reason : event.reasons) {
    StrAppend(&text, text.empty() ? "" : "; ", reason);
  }
  return text;
}

void AddEventNote(const Comparison& c, std::vector<Note>* notes) {
  if (c.same_event.verdict == SameEventVerdict::kNo) {
    notes->push_back(
        {"different-events",
         StrCat("The articles report different events, so no divergences are "
                "listed: ", Reasons(c.same_event), ".")});
  } else if (c.same_event.verdict == SameEventVerdict::kPartly) {
    notes->push_back(
        {"partly-same-event",
         "The main matters of the two differ: what one does not mention may "
         "be no part of its subject."});
  }
}

void AddSizeNotes(const Comparison& c, std::vector<Note>* notes) {
  if (c.left.title == c.right.title && c.left.text == c.right.text) {
    notes->push_back(
        {"same-input", "Both sides are the same text: there is nothing to "
                       "compare."});
  }
  const std::size_t l = c.left_annotation.sentences.size();
  const std::size_t r = c.right_annotation.sentences.size();
  const std::string single = Who(l <= 1, r <= 1);
  if (!single.empty()) {
    notes->push_back({"one-sentence-article",
                      StrCat(single, l <= 1 && r <= 1 ? " have" : " has",
                             " one sentence at most: little can be compared, "
                             "and nothing can be said to be missing.")});
  } else if (2 * l < r || 2 * r < l) {
    notes->push_back({"shorter-article",
                      StrCat(Who(l < r, r < l),
                             " has less than half as many sentences: what was "
                             "not found in it may only not have fitted.")});
  }
}

void AddDateNotes(const Comparison& c, std::vector<Note>* notes) {
  const std::optional<Date> l = c.left.published_day();
  const std::optional<Date> r = c.right.published_day();
  if (!l || !r) {
    notes->push_back({"no-date",
                      StrCat(Who(!l, !r), !l && !r ? " have" : " has",
                             " no publication date: a later report's update "
                             "cannot be told from a difference.")});
    return;
  }
  if (*l == *r) return;
  const int days = static_cast<int>(std::abs(*l - *r));
  notes->push_back(
      {"earlier-article",
       StrCat(Who(*l < *r, *r < *l), " was published ", days,
              days == 1 ? " day" : " days",
              " earlier: it could not report what came after.")});
}

void AddLanguageNotes(const Comparison& c, std::vector<Note>* notes) {
  const std::string l = LanguageOf(c.left), r = LanguageOf(c.right);
  const bool read_l = l == "en" || l == "ru" || l == "und";
  const bool read_r = r == "en" || r == "ru" || r == "und";
  if (!read_l || !read_r) {
    notes->push_back({"third-language",
                      StrCat(Who(!read_l, !read_r),
                             !read_l && !read_r ? " are" : " is",
                             " in a language other than English and Russian: "
                             "flags are guesses from names and numbers.")});
  } else if (l != r && l != "und" && r != "und") {
    notes->push_back({"different-languages",
                      StrCat("The left article is in ", LanguageName(l),
                             ", the right in ", LanguageName(r),
                             ": only names, numbers and dates are compared "
                             "across languages.")});
  }
}

// "1, 3 and 4".
std::string Listed(const std::vector<std::size_t>& reports) {
  std::string text;
  for (std::size_t k = 0; k < reports.size(); ++k) {
    if (k > 0) text += k + 1 == reports.size() ? " and " : ", ";
    StrAppend(&text, reports[k] + 1);
  }
  return text;
}

void AddOtherEventNotes(const StoryComparison& s, std::vector<Note>* notes) {
  std::vector<bool> shares(s.articles.size(), false);
  for (const StoryPair& pair : s.pairs) {
    if (pair.comparison.same_event.verdict == SameEventVerdict::kNo) continue;
    shares[static_cast<std::size_t>(pair.left)] = true;
    shares[static_cast<std::size_t>(pair.right)] = true;
  }
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (shares[i]) continue;
    notes->push_back({"other-event",
                      StrCat("Report ", i + 1,
                             " reports another event than all others: nothing "
                             "is set beside it.")});
  }
}

void AddVoiceNotes(const StoryComparison& s, std::vector<Note>* notes) {
  std::vector<std::vector<std::size_t>> of_voice(
      static_cast<std::size_t>(s.story.voices));
  for (std::size_t i = 0; i < s.story.voice_of.size(); ++i) {
    of_voice[static_cast<std::size_t>(s.story.voice_of[i])].push_back(i);
  }
  for (const std::vector<std::size_t>& reports : of_voice) {
    if (reports.size() < 2) continue;
    notes->push_back({"one-voice",
                      StrCat("Reports ", Listed(reports),
                             " count once where reports are counted: they "
                             "have one owner, or one text.")});
  }
}

}  // namespace

std::vector<Note> NotesOn(const StoryComparison& story) {
  std::vector<Note> notes;
  AddOtherEventNotes(story, &notes);
  AddVoiceNotes(story, &notes);
  return notes;
}

std::vector<Note> NotesOn(const Comparison& comparison) {
  std::vector<Note> notes;
  AddEventNote(comparison, &notes);
  AddSizeNotes(comparison, &notes);
  AddDateNotes(comparison, &notes);
  AddLanguageNotes(comparison, &notes);
  return notes;
}

}  // namespace rashomon
