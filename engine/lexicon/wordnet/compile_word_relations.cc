// Compiles WordNet's synsets into the table that engine/lexicon/
// word_relations.h reads: for each stem the meanings of its words, those of
// words derived from them, their hypernyms, and the meanings of antonyms.
//
//   compile_word_relations /usr/share/wordnet word_relations.bin
//
// Run by the build. Exit status 1 where a file cannot be read.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/lexicon/word_relations_format.h"
#include "engine/text/word.h"

namespace rashomon {
namespace {

constexpr std::array<std::string_view, 4> kParts = {"noun", "verb", "adj",
                                                    "adv"};
// Of each word and part of speech so many meanings count, the commonest first:
// rarer ones relate words that news does not.
constexpr std::size_t kMeanings = 4;
// Hypernyms of so many of them.
constexpr std::size_t kWiderMeanings = 2;
// The most that one list of the table holds.
constexpr std::size_t kMostListed = 255;

struct Pointer {
  std::string symbol;  // "@" hypernym, "!" antonym, "+" derived, "\\" pertains
  std::uint32_t target = 0;  // number of a synset
  std::size_t source_word = 0;  // 0: all words of the synset
};

struct Synset {
  std::vector<std::string> words;
  std::vector<Pointer> pointers;
};

struct Lists {
  std::set<std::uint32_t> own, derived, wider, opposite;
};

class Compiler {
 public:
  bool Read(const std::string& folder) {
    for (std::size_t part = 0; part < kParts.size(); ++part) {
      if (!ReadSynsets(folder + "/data." + std::string(kParts[part]), part)) {
        return false;
      }
    }
    for (std::size_t part = 0; part < kParts.size(); ++part) {
      if (!ReadIndex(folder + "/index." + std::string(kParts[part]), part)) {
        return false;
      }
    }
    return true;
  }

  bool Write(const std::string& path) const {
    std::vector<WordRelationsRecord> records;
    std::vector<std::uint32_t> lists;
    std::string stems;
    const auto add = [&lists](const std::set<std::uint32_t>& list) {
      const std::size_t size = std::min(list.size(), kMostListed);
      lists.insert(lists.end(), list.begin(),
                   std::next(list.begin(), static_cast<std::ptrdiff_t>(size)));
      return static_cast<std::uint8_t>(size);
    };
    for (const auto& [stem, l] : lists_) {
      WordRelationsRecord record;
      record.stem = static_cast<std::uint32_t>(stems.size());
      record.stem_bytes = static_cast<std::uint8_t>(stem.size());
      record.lists = static_cast<std::uint32_t>(lists.size());
      record.own = add(l.own);
      record.derived = add(l.derived);
      record.wider = add(l.wider);
      record.opposite = add(l.opposite);
      records.push_back(record);
      stems += stem;
    }
    WordRelationsHeader header;
    header.records = static_cast<std::uint32_t>(records.size());
    header.list_entries = static_cast<std::uint32_t>(lists.size());
    header.string_bytes = static_cast<std::uint32_t>(stems.size());
    std::ofstream out(path, std::ios::binary);
    const auto write = [&out](const void* at, std::size_t bytes) {
      out.write(static_cast<const char*>(at),
                static_cast<std::streamsize>(bytes));
    };
    write(&header, sizeof(header));
    write(records.data(), records.size() * sizeof(records[0]));
    write(lists.data(), lists.size() * sizeof(lists[0]));
    write(stems.data(), stems.size());
    out.close();
    return out.good();
  }

 private:
  // One word, in letters: "_" joins words, digits make names.
  static bool IsWanted(std::string_view word) {
    return word.size() < 40 &&
           word.find_first_of("_0123456789./'") == std::string_view::npos;
  }

  static std::size_t PartOf(char letter) {
    switch (letter) {
      case 'n': return 0;
      case 'v': return 1;
      case 'r': return 3;
      default: return 2;  // a, s
    }
  }

  std::uint32_t NumberOf(std::size_t part, std::uint32_t offset) {
    const auto [at, added] = numbers_.try_emplace(
        {part, offset}, static_cast<std::uint32_t>(numbers_.size()));
    if (added) synsets_.emplace_back();
    return at->second;
  }

  // "00001740 03 n 01 entity 0 003 ~ 00001930 n 0000 ... | gloss"
  bool ReadSynsets(const std::string& path, std::size_t part) {
    std::ifstream in(path);
    std::string line;
    bool any = false;
    while (std::getline(in, line)) {
      if (line.empty() || line[0] == ' ') continue;  // the licence
      std::istringstream fields(line);
      std::uint32_t offset = 0;
      std::string skipped, word;
      std::size_t words = 0, pointers = 0;
      fields >> offset >> skipped >> skipped >> std::hex >> words >> std::dec;
      Synset synset;
      for (std::size_t w = 0; w < words && fields >> word >> skipped; ++w) {
        synset.words.push_back(Lower(word.substr(0, word.find('('))));
      }
      fields >> pointers;
      for (std::size_t p = 0; p < pointers; ++p) {
        Pointer pointer;
        std::uint32_t target = 0;
        char target_part = 'n';
        std::string ends;
        if (!(fields >> pointer.symbol >> target >> target_part >> ends)) break;
        pointer.target = NumberOf(PartOf(target_part), target);
        pointer.source_word = std::stoul(ends.substr(0, 2), nullptr, 16);
        synset.pointers.push_back(std::move(pointer));
      }
      synsets_[NumberOf(part, offset)] = std::move(synset);
      any = true;
    }
    return any;
  }

  // "attack n 9 5 @ ~ + ; ... 9 6 00972621 ...": the senses, commonest first.
  bool ReadIndex(const std::string& path, std::size_t part) {
    std::ifstream in(path);
    std::string line;
    bool any = false;
    while (std::getline(in, line)) {
      if (line.empty() || line[0] == ' ') continue;
      std::istringstream fields(line);
      std::string word, skipped;
      std::size_t senses = 0, symbols = 0;
      fields >> word >> skipped >> senses >> symbols;
      for (std::size_t s = 0; s < symbols; ++s) fields >> skipped;
      fields >> skipped >> skipped;
      any = true;
      if (!IsWanted(word)) continue;
      Lists& lists = lists_[splitter_.Stem(word)];
      std::uint32_t offset = 0;
      for (std::size_t s = 0; s < senses && fields >> offset; ++s) {
        if (s < kMeanings) AddSense(word, NumberOf(part, offset), s, &lists);
      }
    }
    return any;
  }

  void AddSense(const std::string& word, std::uint32_t number,
                std::size_t sense, Lists* lists) const {
    const Synset& synset = synsets_[number];
    lists->own.insert(number);
    const auto at =
        std::find(synset.words.begin(), synset.words.end(), word);
    const auto own_number =
        static_cast<std::size_t>(at - synset.words.begin()) + 1;
    for (const Pointer& p : synset.pointers) {
      if (p.source_word != 0 && p.source_word != own_number) continue;
      if (p.symbol == "+" || p.symbol == "\\") lists->derived.insert(p.target);
      if (p.symbol == "!") lists->opposite.insert(p.target);
      if (p.symbol == "@" && sense < kWiderMeanings) {
        lists->wider.insert(p.target);
      }
    }
  }

  static std::string Lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
    return text;
  }

  std::map<std::pair<std::size_t, std::uint32_t>, std::uint32_t> numbers_;
  std::vector<Synset> synsets_;  // by number
  std::map<std::string, Lists> lists_;  // by stem
  WordSplitter splitter_;
};

}  // namespace
}  // namespace rashomon

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr,
                 "usage: compile_word_relations WORDNET_FOLDER OUTPUT\n");
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
