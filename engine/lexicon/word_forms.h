// What an English word can be by its form alone: noun, verb, adjective, adverb,
// and which form of it. From WordNet (Fellbaum 1998), compiled in.
//
//   WordForms forms = WordFormTable::Shipped().Find("attacked");
//   forms.verb != 0; forms.past; forms.participle; forms.noun == 0
//
// A word that is not listed, nor a regular form of one that is, is read by its
// suffix ("-ization" makes a noun), with `listed` false.
#ifndef RASHOMON_ENGINE_LEXICON_WORD_FORMS_H_
#define RASHOMON_ENGINE_LEXICON_WORD_FORMS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rashomon {

struct WordFormRecord;

struct WordForms {
  // 0: cannot be; else 1 + log2(1 + uses in the sense-tagged corpus), at most
  // 15: a rough measure of how usual it is.
  std::uint8_t noun = 0;
  std::uint8_t verb = 0;
  std::uint8_t adjective = 0;
  std::uint8_t adverb = 0;
  bool plural = false;  // of the noun
  // Of the verb; more than one may hold.
  bool base = false;
  bool third = false;
  bool past = false;
  bool participle = false;
  bool gerund = false;
  bool listed = false;
};

// Immutable; thread-safe. Look-ups are binary searches over 80,000 words: keep
// what was found beside the word.
class WordFormTable {
 public:
  static const WordFormTable& Shipped();

  // `normal`: normal form of the word, UTF-8.
  WordForms Find(std::string_view normal) const;

  // Of an irregular form its base: "rise" of "rose", "child" of "children";
  // empty for other words. Holds for good.
  std::string_view BaseOf(std::string_view normal) const;

  std::size_t size() const { return size_; }

 private:
  WordFormTable();

  const WordFormRecord* Record(std::string_view word) const;
  std::string_view TextOf(const WordFormRecord& record) const;
  void AddListed(const WordFormRecord& record, WordForms* forms) const;
  void AddRegular(std::string_view word, WordForms* forms) const;
  void AddNoun(std::string_view lemma, WordForms* forms) const;
  bool AddVerb(std::string_view lemma, WordForms* forms) const;
  void AddVerbForm(std::string_view word, std::string_view ending,
                   std::string_view replacement, WordForms* forms) const;
  void AddAdjective(std::string_view lemma, WordForms* forms) const;

  const WordFormRecord* records_ = nullptr;
  const char* strings_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_WORD_FORMS_H_
