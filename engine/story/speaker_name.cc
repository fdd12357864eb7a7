#include "engine/story/speaker_name.h"

#include <cstddef>
#include <string>
#include <vector>

#include "engine/contrast/name_forms.h"
#include "engine/text/normalize.h"

namespace rashomon {
namespace {

std::vector<std::string_view> WordsOf(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty()) {
    const std::size_t space = name.find(' ');
    if (space != 0) words.push_back(name.substr(0, space));
    if (space == std::string_view::npos) break;
    name.remove_prefix(space + 1);
  }
  return words;
}

}  // namespace

std::string_view LastWord(std::string_view name) {
  return name.substr(name.rfind(' ') + 1);  // npos + 1 is 0
}

bool MayBeOneSpeaker(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty() || a == b) return true;
  const std::string left = NormalForm(a), right = NormalForm(b);
  const std::vector<std::string_view> x = WordsOf(left), y = WordsOf(right);
  if (x.empty() || y.empty()) return true;
  if (x.size() == 1 || y.size() == 1) return x.back() == y.back();
  if (x.size() != y.size()) return false;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] != y[i] && !AreFormsOfOneName(x[i], y[i])) return false;
  }
  return true;
}

}  // namespace rashomon
