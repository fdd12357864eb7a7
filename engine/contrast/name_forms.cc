#include "engine/contrast/name_forms.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/evidence.h"

namespace rashomon {
namespace {

constexpr std::size_t kMinLetters = 4;
constexpr std::size_t kMaxNames = 300;

// "zhzh", "nn": a group of letters that stands twice counts once.
std::string WithoutDoubles(std::string_view name) {
  std::string text;
  for (char c : name) {
    text.push_back(c);
    const std::size_t size = text.size();
    const auto repeats = [&](std::size_t before, std::size_t group) {
      return size >= 2 * group &&
             text[size - before] == text[size - before - group];
    };
    if (repeats(1, 1)) {
      text.resize(size - 1);
    } else if (repeats(1, 2) && repeats(2, 2)) {
      text.resize(size - 2);
    }
  }
  return text;
}

// The consonants, voiced as voiceless; '\0' for vowels and aspiration.
char Consonant(char c) {
  switch (c) {
    case 'a': case 'e': case 'i': case 'o': case 'u': case 'y': case 'h':
    case '\'': case '-':
      return '\0';
    case 'g': case 'c': case 'q':
      return 'k';
    case 'z':
      return 's';
    case 'd':
      return 't';
    case 'b':
      return 'p';
    case 'v': case 'w':
      return 'f';
    default:
      return c;
  }
}

std::string Skeleton(std::string_view name) {
  std::string skeleton;
  for (char c : name) {
    const char s = Consonant(c);
    if (s != '\0' && (skeleton.empty() || skeleton.back() != s)) {
      skeleton.push_back(s);
    }
  }
  return skeleton;
}

// What a name sounds like.
struct Sound {
  std::string letters;  // without doubles
  std::string skeleton;
};

Sound SoundOf(std::string_view name) {
  Sound sound;
  sound.letters = WithoutDoubles(name);
  sound.skeleton = Skeleton(sound.letters);
  return sound;
}

// Levenshtein (1966).
std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1,
                         diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row.back();
}

// "Ukraine" / "Ukrainian", "American" / "Americans": one goes on where the
// other ends.
bool IsDerived(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  std::size_t shared = 0;
  while (shared < a.size() && a[shared] == b[shared]) ++shared;
  if (shared + 1 < a.size()) return false;
  if (b.size() - a.size() >= 2) return true;
  return shared == a.size() && b.size() > a.size() && b.back() != a.back();
}

// Neither is empty.
bool SoundAlike(const Sound& a, const Sound& b) {
  if (a.skeleton != b.skeleton) return false;
  const char x = a.letters[0], y = b.letters[0];
  if (Consonant(x) != Consonant(y) || (Consonant(x) == '\0' && x != y)) {
    return false;
  }
  return EditDistance(a.letters, b.letters) <=
         std::max<std::size_t>(
             2, std::max(a.letters.size(), b.letters.size()) / 3);
}

bool IsLatin(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == '\'' || c == '-';
  });
}

std::string WithoutPossessive(std::string_view normal) {
  if (normal.ends_with("'s")) normal.remove_suffix(2);
  return std::string(normal);
}

// A proper noun: any word of a headline is capitalised.
bool IsName(const ReportIndex& report, int i, std::size_t k) {
  const Word& word = report.words(i)[k];
  return word.capitalized && !word.all_caps && word.kind == WordKind::kWord &&
         report.tags(i)[k] == Tag::kProper && report.Rarity(i, k) > 0;
}

// Names that the other report never writes, by form.
std::vector<std::pair<std::string, NamePlace>> OwnNames(
    const ReportIndex& report, const ReportIndex& other) {
  StringMap<std::size_t> index;
  std::vector<std::pair<std::string, NamePlace>> names;
  for (int i = 0; i < report.sentence_count(); ++i) {
    const std::vector<Word>& words = report.words(i);
    for (std::size_t k = 0; k < words.size(); ++k) {
      const Word& word = words[k];
      if (!IsName(report, i, k) ||
          other.SentencesWith(report.stem(i, k)) > 0) {
        continue;
      }
      std::string form = WithoutPossessive(word.normal);
      if (form.size() < kMinLetters || !IsLatin(form)) continue;
      const auto [it, is_new] = index.try_emplace(form, names.size());
      if (is_new && names.size() < kMaxNames) {
        names.push_back({std::move(form), {i, k, 0}});
      }
      if (it->second < names.size()) ++names[it->second].second.count;
    }
  }
  return names;
}

// The name that follows a name: what a given name stands before.
int SurnameAfter(const ReportIndex& report, const NamePlace& place) {
  const std::size_t next = place.word + 1;
  return next < report.words(place.sentence).size() &&
                 IsName(report, place.sentence, next)
             ? report.stem(place.sentence, next)
             : -1;
}

// "Diana Holm" / "Donna Lind".
bool AreTwoPeople(const ReportIndex& a, const NamePlace& here,
                  const ReportIndex& b, const NamePlace& there) {
  const int one = SurnameAfter(a, here), other = SurnameAfter(b, there);
  return one >= 0 && other >= 0 && one != other;
}

// Whether a word of content near the one stands near the other, too: "Antony
// Blinken" / "Anthony Blinken".
bool ShareANeighbor(const ReportIndex& a, const NamePlace& here,
                    const ReportIndex& b, const NamePlace& there) {
  static constexpr std::size_t kNear = 3;
  const auto around = [](const ReportIndex& report, const NamePlace& place) {
    const std::size_t first = place.word - std::min(place.word, kNear);
    const std::size_t last = std::min(report.words(place.sentence).size(),
                                      place.word + kNear + 1);
    return StemsOf(report, place.sentence, {first, last});
  };
  return CountShared(around(a, here), around(b, there)) > 0;
}

}  // namespace

bool AreFormsOfOneName(std::string_view a, std::string_view b) {
  if (a == b || a.size() < kMinLetters || b.size() < kMinLetters ||
      !IsLatin(a) || !IsLatin(b) || IsDerived(a, b)) {
    return false;
  }
  return SoundAlike(SoundOf(a), SoundOf(b));
}

std::vector<NameForms> FindNameForms(const ReportIndex& left,
                                     const ReportIndex& right) {
  const auto left_names = OwnNames(left, right);
  const auto right_names = OwnNames(right, left);
  const auto sounds_of = [](const auto& names) {
    std::vector<Sound> sounds;
    for (const auto& [form, place] : names) sounds.push_back(SoundOf(form));
    return sounds;
  };
  const std::vector<Sound> left_sounds = sounds_of(left_names);
  const std::vector<Sound> right_sounds = sounds_of(right_names);
  std::vector<NameForms> forms;
  for (std::size_t i = 0; i < left_names.size(); ++i) {
    const auto& [a, place] = left_names[i];
    for (std::size_t j = 0; j < right_names.size(); ++j) {
      const auto& [b, other] = right_names[j];
      if (SoundAlike(left_sounds[i], right_sounds[j]) && a != b &&
          !IsDerived(a, b) &&
          (std::min(place.count, other.count) > 1 ||
           ShareANeighbor(left, place, right, other)) &&
          !AreTwoPeople(left, place, right, other)) {
        forms.push_back({place, other});
      }
    }
  }
  return forms;
}

}  // namespace rashomon
