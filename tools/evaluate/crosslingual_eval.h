// Scores whether sentences find their translation by names and numbers.
#ifndef RASHOMON_TOOLS_EVALUATE_CROSSLINGUAL_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_CROSSLINGUAL_EVAL_H_

#include "tools/evaluate/evaluation.h"

namespace rashomon {

// crosslingual/wmt21_en_ru.tsv: aligned sentences of news, columns en and ru.
Evaluation CrosslingualEvaluation();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_CROSSLINGUAL_EVAL_H_
