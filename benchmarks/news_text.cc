#include "benchmarks/news_text.h"

#include <array>
#include <random>
#include <string_view>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

// A template's capitals name the list that fills them.
constexpr std::array<std::string_view, 12> kEnglishTemplates = {
    "The N of PLACE said on DAY that NUM people had been detained near the "
    "border with PLACE.",
    "\"We will not accept such a decision, and we have said so,\" the N told "
    "reporters in PLACE.",
    "According to NAME, the number of cases rose by NUM percent in MONTH, "
    "more than officials had expected.",
    "NAME denied that the N had ordered the withdrawal of NUM troops.",
    "The agreement, signed in PLACE on NUM MONTH, may be suspended if the N "
    "of PLACE does not respond.",
    "At least NUM residents were reportedly moved to PLACE after the "
    "reckless decision of the N.",
    "\"This is a frank and direct conversation,\" NAME said, adding that talks "
    "would continue next week.",
    "PLACE has allegedly spent $NUM million on the programme since 2019, the "
    "N claimed.",
    "It was the first meeting between NAME and the N in more than NUM years.",
    "Witnesses in PLACE described long queues, closed shops and a city that "
    "had hardly slept since DAY.",
    "The U.S. and PLACE agreed to expel NUM diplomats each, a step that NAME "
    "called regrettable.",
    "Prices in PLACE fell slightly on DAY, but the N warned that the winter "
    "could be hard.",
};
constexpr std::array<std::string_view, 6> kRussianTemplates = {
    "Представитель PLACE заявил в DAY, что задержаны NUM человек у границы.",
    "«Мы не согласны с этим решением и уже сказали об этом», — сообщил NAME.",
    "По словам NAME, число случаев выросло на NUM процентов за MONTH.",
    "Соглашение, подписанное в PLACE, может быть приостановлено, если N не "
    "ответит.",
    "Не менее NUM жителей, как сообщается, покинули PLACE после решения, "
    "которое принял N.",
    "Стороны договорились выслать по NUM дипломатов, NAME назвал этот шаг "
    "прискорбным.",
};

struct Fillers {
  std::vector<std::string_view> nouns, places, names, days, months;
};

Fillers EnglishFillers() {
  return {{"foreign ministry", "government", "opposition", "prime minister",
           "central bank", "regional court", "harbour authority",
           "energy regulator", "army command", "teachers' union"},
          {"Velmora", "Karsia", "Northern Almer", "the Straits", "Old Quay",
           "Dorvest", "Lake Saren", "the eastern provinces", "Tolmin Bay"},
          {"Anna Delacroix", "Deputy Minister Oren Halsk", "Mr. Petrescu",
           "Gen. Ilya Morev", "the spokeswoman", "Dr. Lena O'Hara",
           "President Tomas Weil", "J. R. Sanderson"},
          {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"},
          {"January", "March", "June", "September", "November"}};
}

Fillers RussianFillers() {
  return {{"министр", "премьер-министр", "центральный банк", "посол", "суд"},
          {"Вельморе", "Карсии", "Алмере", "Дорвесте", "Тольмине"},
          {"Анна Делакруа", "Орен Хальск", "генерал Морев", "О. Петреску"},
          {"понедельник", "вторник", "среду", "четверг", "пятницу"},
          {"январь", "март", "июнь", "сентябрь", "ноябрь"}};
}

class Writer {
 public:
  Writer(NewsLanguage language, std::uint32_t seed)
      : russian_(language == NewsLanguage::kRussian),
        fillers_(russian_ ? RussianFillers() : EnglishFillers()),
        random_(seed) {}

  std::string Sentence() {
    const std::string_view form =
        russian_ ? kRussianTemplates[Below(kRussianTemplates.size())]
                 : kEnglishTemplates[Below(kEnglishTemplates.size())];
    std::string out;
    for (std::size_t i = 0; i < form.size();) {
      i += Step(form.substr(i), &out);
    }
    return out;
  }

  // 0 .. count - 1. Not std::uniform_int_distribution, whose values differ
  // between standard libraries.
  std::size_t Below(std::size_t count) { return random_() % count; }

 private:
  // Appends the filling of the slot at the front of `form`, or one byte;
  // returns how many bytes of `form` that used.
  std::size_t Step(std::string_view form, std::string* out) {
    if (form.starts_with("NUM")) {
      StrAppend(out, 2 + Below(900));
      return 3;
    }
    if (form.starts_with("NAME")) return Fill(fillers_.names, 4, out);
    if (form.starts_with("PLACE")) return Fill(fillers_.places, 5, out);
    if (form.starts_with("DAY")) return Fill(fillers_.days, 3, out);
    if (form.starts_with("MONTH")) return Fill(fillers_.months, 5, out);
    if (form.starts_with("N ")) return Fill(fillers_.nouns, 1, out);
    if (form.starts_with("N.") || form.starts_with("N,")) {
      return Fill(fillers_.nouns, 1, out);
    }
    out->push_back(form.front());
    return 1;
  }

  std::size_t Fill(const std::vector<std::string_view>& list,
                   std::size_t used, std::string* out) {
    StrAppend(out, list[Below(list.size())]);
    return used;
  }

  bool russian_;
  Fillers fillers_;
  std::mt19937 random_;
};

}  // namespace

std::string NewsText(std::size_t bytes, NewsLanguage language,
                     std::uint32_t seed) {
  Writer writer(language, seed);
  std::string text;
  while (text.size() < bytes) {
    if (!text.empty()) text += "\n\n";
    const std::size_t sentences = 1 + writer.Below(4);
    for (std::size_t i = 0; i < sentences; ++i) {
      StrAppend(&text, i == 0 ? "" : " ", writer.Sentence());
    }
  }
  return text;
}

std::vector<std::string> NewsSentences(std::size_t count,
                                       NewsLanguage language,
                                       std::uint32_t seed) {
  Writer writer(language, seed);
  std::vector<std::string> sentences;
  sentences.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    sentences.push_back(writer.Sentence());
  }
  return sentences;
}

}  // namespace rashomon
