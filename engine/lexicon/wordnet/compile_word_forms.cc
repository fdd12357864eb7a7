// Compiles WordNet's index into the table that engine/lexicon/word_forms.h
// reads: which parts of speech a word can be, how often, and the irregular
// forms with what they are forms of.
//
//   compile_word_forms /usr/share/wordnet word_forms.bin
//
// Run by the build. Exit status 1 where a file cannot be read.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/lexicon/word_forms_format.h"

namespace rashomon {
namespace {

constexpr std::array<std::string_view, 4> kParts = {"noun", "verb", "adj",
                                                    "adv"};
enum Part : std::size_t { kNoun, kVerb, kAdjective, kAdverb };

struct Entry {
  bool is[4] = {};
  std::uint32_t uses[4] = {};
  std::uint8_t flags = 0;
  std::string lemma;  // of an irregular form
};

class Compiler {
 public:
  bool Read(const std::string& folder) {
    for (std::size_t part = 0; part < kParts.size(); ++part) {
      const std::string name(kParts[part]);
      if (!ReadIndex(folder + "/index." + name, part)) return false;
    }
    if (!ReadCounts(folder + "/cntlist.rev")) return false;
    return ReadExceptions(folder + "/noun.exc", kNoun) &&
           ReadExceptions(folder + "/verb.exc", kVerb) &&
           ReadExceptions(folder + "/adj.exc", kAdjective);
  }

  bool Write(const std::string& path) const {
    std::vector<WordFormRecord> records;
    std::string strings;
    std::map<std::string_view, std::uint32_t> numbers;
    for (const auto& [word, entry] : entries_) {
      numbers.emplace(word, static_cast<std::uint32_t>(numbers.size()));
    }
    for (const auto& [word, entry] : entries_) {
      WordFormRecord record;
      record.offset = static_cast<std::uint32_t>(strings.size());
      record.size = static_cast<std::uint8_t>(word.size());
      record.flags = entry.flags;
      record.uses = PackedUses(entry);
      const auto lemma = numbers.find(entry.lemma);
      record.lemma = lemma == numbers.end() ? kNoLemma : lemma->second;
      records.push_back(record);
      strings += word;
    }
    WordFormHeader header;
    header.records = static_cast<std::uint32_t>(records.size());
    header.string_bytes = static_cast<std::uint32_t>(strings.size());
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(&header), sizeof(header));
    out.write(reinterpret_cast<const char*>(records.data()),
              static_cast<std::streamsize>(records.size() * sizeof(records[0])));
    out.write(strings.data(), static_cast<std::streamsize>(strings.size()));
    out.close();
    return out.good();
  }

 private:
  // One word, in letters: "_" joins words, digits make names.
  static bool IsWanted(std::string_view word) {
    return word.size() < 40 &&
           word.find_first_of("_0123456789./") == std::string_view::npos;
  }

  bool ReadIndex(const std::string& path, std::size_t part) {
    std::ifstream in(path);
    std::string line;
    bool any = false;
    while (std::getline(in, line)) {
      if (line.empty() || line[0] == ' ') continue;  // the licence
      const std::string word = line.substr(0, line.find(' '));
      if (!IsWanted(word)) continue;
      entries_[word].is[part] = true;
      any = true;
    }
    return any;
  }

  // "abandon%2:40:00:: 1 10": a sense, its number, how often it was tagged.
  bool ReadCounts(const std::string& path) {
    std::ifstream in(path);
    std::string key;
    int number = 0;
    std::uint32_t count = 0;
    bool any = false;
    while (in >> key >> number >> count) {
      const std::size_t percent = key.find('%');
      if (percent == std::string::npos || percent + 1 >= key.size()) continue;
      any = true;
      const int type = key[percent + 1] - '0';  // 5: a satellite adjective
      if (type < 1 || type > 5) continue;
      const auto entry = entries_.find(key.substr(0, percent));
      if (entry == entries_.end()) continue;
      const std::size_t part =
          type == 5 ? std::size_t{kAdjective} : static_cast<std::size_t>(type - 1);
      entry->second.uses[part] += count;
    }
    return any;
  }

  // "abetted abet"; a form may have two lemmas, of which the first counts.
  bool ReadExceptions(const std::string& path, Part part) {
    std::ifstream in(path);
    std::string line;
    std::map<std::string, std::vector<std::string>> forms;  // by lemma
    while (std::getline(in, line)) {
      std::istringstream words(line);
      std::string form, lemma;
      words >> form >> lemma;
      if (!IsWanted(form) || !IsWanted(lemma) || form == lemma) continue;
      forms[lemma].push_back(form);
    }
    for (const auto& [lemma, all] : forms) {
      for (const std::string& form : all) AddForm(form, lemma, all, part);
    }
    return !forms.empty();
  }

  void AddForm(const std::string& form, const std::string& lemma,
               const std::vector<std::string>& all, Part part) {
    Entry& entry = entries_[form];
    if (entry.lemma.empty() || part == kVerb) entry.lemma = lemma;
    if (part == kNoun) entry.flags |= kFormPlural;
    if (part == kAdjective) entry.flags |= kFormComparative;
    if (part == kVerb) entry.flags |= VerbForm(form, all);
  }

  static bool EndsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() &&
           text.substr(text.size() - end.size()) == end;
  }

  // "taken", "gone", "sung" are participles alone where the verb has another
  // irregular form for the past; forms in -ed and -t are both.
  static bool LooksLikeParticiple(std::string_view form) {
    return EndsWith(form, "en") || EndsWith(form, "wn") ||
           EndsWith(form, "ne") || EndsWith(form, "rn") ||
           EndsWith(form, "ung") || EndsWith(form, "unk") ||
           EndsWith(form, "um") || EndsWith(form, "un") ||
           EndsWith(form, "ain");
  }

  static std::uint8_t VerbForm(const std::string& form,
                               const std::vector<std::string>& all) {
    if (EndsWith(form, "ing")) return kFormGerund;
    if (EndsWith(form, "s") && !EndsWith(form, "ss")) return kFormThird;
    if (EndsWith(form, "ed")) return kFormPast | kFormParticiple;
    bool other_participle = false, other_past = false;
    for (const std::string& other : all) {
      if (other == form || EndsWith(other, "ing") || EndsWith(other, "s")) {
        continue;
      }
      (LooksLikeParticiple(other) ? other_participle : other_past) = true;
    }
    if (LooksLikeParticiple(form)) {
      return other_past ? kFormParticiple : kFormPast | kFormParticiple;
    }
    return other_participle ? kFormPast : kFormPast | kFormParticiple;
  }

  // Four bits a part: 0 cannot be, else 1 + log2(1 + uses).
  static std::uint16_t PackedUses(const Entry& entry) {
    std::uint32_t packed = 0;
    for (std::size_t part = 0; part < 4; ++part) {
      if (!entry.is[part]) continue;
      std::uint32_t bucket = 1;
      while ((entry.uses[part] >> (bucket - 1)) != 0 && bucket < 15) ++bucket;
      packed |= bucket << (4 * part);
    }
    return static_cast<std::uint16_t>(packed);
  }

  std::map<std::string, Entry> entries_;
};

}  // namespace
}  // namespace rashomon

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: compile_word_forms WORDNET_FOLDER OUTPUT\n");
    return 2;
  }
  rashomon::Compiler compiler;
  if (!compiler.Read(argv[1])) {
    std::fprintf(stderr, "%s: no WordNet there (Debian: wordnet-base)\n",
                 argv[1]);
    return 1;
  }
  return compiler.Write(argv[2]) ? 0 : 1;
}
