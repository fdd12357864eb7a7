// Whom a source names: "he", "the official" and "Holm" to the person they
// stand for in the article.
//
//   SpeakerResolver speakers(article, annotation, mentions);
//   for (each attribution with a source, in order of sentence) {
//     const ResolvedSource s = speakers.Resolve(sentence, source_words);
//     // s.name == "Arvid Holm", s.kind == SourceKind::kNamed
//   }
#ifndef RASHOMON_ENGINE_CLAIMS_SPEAKER_H_
#define RASHOMON_ENGINE_CLAIMS_SPEAKER_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "engine/base/strings.h"
#include "engine/claims/attribution.h"
#include "engine/claims/claim.h"
#include "engine/claims/mention_candidate.h"
#include "engine/claims/speaker_words.h"

namespace rashomon {

struct ResolvedSource {
  std::string name;  // "" where the text does not say
  SourceKind kind = SourceKind::kNone;
};

// Reads sources in order of sentence and remembers them. Time a source:
// bounded. What it is given outlives it. Not thread-safe.
class SpeakerResolver {
 public:
  // `mentions` in order of sentence, hidden ones too.
  SpeakerResolver(const Article& article, const Annotation& annotation,
                  const std::vector<MentionDetail>& mentions);

  // `source`: not empty.
  ResolvedSource Resolve(std::size_t sentence, const WordRange& source);

 private:
  // Its texts are those of the article and of its mentions.
  struct Speaker {
    std::string_view name;
    SourceKind kind = SourceKind::kNone;
    std::string_view entity;
    char gender = 'u';
    bool person = false;
    bool plural = false;
    // Stems of the naming phrase: called_[called_first, called_last).
    std::size_t called_first = 0;
    std::size_t called_last = 0;
    std::size_t sentence = 0;
    std::size_t first = 0;  // word of the sentence
  };

  const Word& WordAt(std::size_t sentence, std::size_t i) const {
    return a_.words[sentence][i];
  }
  std::span<const std::string_view> Called(const Speaker& speaker) const {
    return std::span(called_).subspan(
        speaker.called_first, speaker.called_last - speaker.called_first);
  }
  std::string_view SurfaceOf(std::size_t i, const WordRange& r) const;
  std::size_t HeadEnd(std::size_t i, const WordRange& source) const;
  std::size_t FirstIn(std::size_t i, const WordRange& source) const;
  const MentionDetail* HeadMention(std::size_t i,
                                   const WordRange& source) const;
  const MentionDetail* HeadNoun(std::size_t i, const WordRange& source) const;
  bool CanBeHead(std::size_t i, const MentionDetail& d,
                 const WordRange& source) const;

  Speaker Read(std::size_t i, const WordRange& source) const;
  Speaker FromMention(const MentionDetail& d) const;
  Speaker FromPronoun(std::size_t i, std::size_t at, const Pronoun& p) const;
  Speaker FromDescription(std::size_t i, const WordRange& source) const;
  Speaker FromAntecedent(std::size_t i, std::size_t at) const;
  bool IsQuoted(const Span& span) const;
  const MentionDetail* NamedBody(std::size_t i, const WordRange& source) const;
  const Speaker* Described(std::size_t i, const WordRange& source) const;
  const Speaker* LastFitting(std::size_t i, const Pronoun& p,
                             std::size_t* sentence) const;
  const MentionDetail* MentionFitting(std::size_t i, std::size_t before,
                                      const Pronoun& p) const;
  SourceKind KindOf(std::size_t i, const WordRange& source) const;
  bool IsAnonymous(std::size_t i, const WordRange& source) const;
  void Call(std::size_t i, const WordRange& source, Speaker* speaker);

  const Article& article_;
  const Annotation& a_;
  const std::vector<MentionDetail>& mentions_;
  std::vector<std::size_t> first_mention_;  // of each sentence
  std::vector<Speaker> speakers_;           // in order of sentence
  std::vector<std::string_view> called_;    // of all speakers
  // Stems of the roles that the article gives a person, by entity.
  StringMap<std::vector<std::string_view>> roles_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_SPEAKER_H_
