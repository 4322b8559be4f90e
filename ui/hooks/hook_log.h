// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"

#include <QtCore/QStringList>

#include <deque>
#include <optional>

namespace glyphscope {

/// One call of a hook with its number since the window was opened.
struct HookLogLine {
    std::uint64_t number = 0;  ///< from 1
    HookEvent event;
};

/// What of the log is wanted. Every word of `text` must occur in a line, in any case.
struct HookLogFilter {
    QString text;
    std::optional<HookKind> kind;
    std::string module;  ///< empty: all of them
    [[nodiscard]] bool all() const { return text.trimmed().isEmpty() && !kind && module.empty(); }
    friend bool operator==(const HookLogFilter&, const HookLogFilter&) = default;
};

/// The words of a line as the log shows them: pass, kind, module, value, range, shape, time.
[[nodiscard]] QStringList logWords(const HookEvent& event);
[[nodiscard]] QString logWord(const HookEvent& event, int column);
[[nodiscard]] bool passes(const HookLogFilter& filter, const HookEvent& event);

/// With a line of names on top, numbers in full precision, quoted as RFC 4180 has it.
[[nodiscard]] QString csvHead();
[[nodiscard]] QString csvLine(const HookLogLine& line);

}  // namespace glyphscope
