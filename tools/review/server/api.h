// The review page's interface: JSON over a case.
//
//   ReviewApi api("strike.db", ApiOptions());
//   HttpResponse r = api.Answer(request);      // GET /api/flag?flag=12
//
// GET   /api/case        what the case is, who reviews it, the kinds
// GET   /api/pairs       comparisons with their progress; offset, limit
// GET   /api/list        ids of the flags that fit the filters, in order
// GET   /api/flags       flags by ids, up to 200
// GET   /api/flag        one flag with its history
// GET   /api/changes     flags that others decided since a row of the history
// GET   /api/comparison  both articles of a comparison, its alignment and flags
// GET   /api/source      an article as it was read, decoded
// GET   /api/agreement   how far reviewers agree, how often flags are right
// GET   /api/export      the case as a file; form=csv ...
// POST  /api/decide      decisions
// POST  /api/decide-all  one decision on all flags that fit the filters
// POST  /api/undo        takes a reviewer's last stroke, or a given one, back
// POST  /api/settle      what reviewers agreed on in the end; without a verdict
//                        the settlement is taken back
// POST  /api/add         a flag that the engine missed
//
// Every request names its reviewer, and may ask for blind=1. Errors are
// {"error":"what is wrong and what to do"} with a fitting status.
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_API_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_API_H_

#include <functional>
#include <string>

#include "tools/review/server/case_index.h"
#include "tools/review/server/case_pool.h"
#include "tools/review/server/http_message.h"

namespace rashomon {

struct ApiOptions {
  bool hides_others = false;  // others' verdicts, until a reviewer decided
  bool blind = false;         // no request gets to see an outlet's name
  std::string reviewer;       // offered to the page; "" for none
  std::function<std::string()> now;  // required: "2026-03-07T10:15:00Z"
};

// Thread-safe.
class ReviewApi {
 public:
  ReviewApi(std::string case_path, ApiOptions options);

  HttpResponse Answer(const HttpRequest& request);

  // For the handlers, in the other files.
  CasePool& pool() { return pool_; }
  CaseIndex& index() { return index_; }
  const ApiOptions& options() const { return options_; }
  const std::string& case_path() const { return case_path_; }

 private:
  const std::string case_path_;
  const ApiOptions options_;
  CasePool pool_;
  CaseIndex index_;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_API_H_
