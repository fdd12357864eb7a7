// What detectors read of a report, read once for both directions and all who ask.
//
//   ReadOnce readings;
//   const Acts& acts = readings.Of(report, &ActsOf);   // calls ActsOf(report)
//   readings.Of(report, &ActsOf)                       // the same object
#ifndef RASHOMON_ENGINE_CONTRAST_READ_ONCE_H_
#define RASHOMON_ENGINE_CONTRAST_READ_ONCE_H_

#include <memory>
#include <typeindex>
#include <typeinfo>
#include <utility>
#include <vector>

#include "engine/contrast/report_index.h"

namespace rashomon {

// Not thread-safe. A few readings: they are looked through.
class ReadOnce {
 public:
  // What read(report) gave when it was first asked for; readings are told apart
  // by the report's address and by their type, so that one type is one reading.
  // Holds while this lives.
  template <typename Read>
  auto& Of(const ReportIndex& report, const Read& read) {
    using Value = decltype(read(report));
    const std::type_index type(typeid(Value));
    for (const Reading& known : readings_) {
      if (known.report == &report && known.type == type) {
        return *static_cast<Value*>(known.value.get());
      }
    }
    auto value = std::make_shared<Value>(read(report));
    Value& result = *value;
    readings_.push_back({&report, type, std::move(value)});
    return result;
  }

 private:
  struct Reading {
    const ReportIndex* report;
    std::type_index type;
    std::shared_ptr<void> value;
  };

  std::vector<Reading> readings_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_READ_ONCE_H_
