// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"
#include "model/types/prediction.h"

#include <QtWidgets/QFrame>

#include <cstdint>
#include <optional>
#include <vector>

class QLabel;

namespace glyphscope {

/// Says beside an answer or a module that hooks change it, what would be there without them, and offers to
/// switch them off or to show them. Hidden while no hook changes anything.
class HookBadge : public QFrame {
    Q_OBJECT

public:
    explicit HookBadge(QWidget* parent = nullptr);

    /// Those that change what is seen here; none hides the badge.
    void setHooks(const std::vector<HookSpec>& hooks);
    /// The answer that the same network gives without the hooks; none where nothing was drawn.
    void setWithout(const std::optional<Prediction>& without);

Q_SIGNALS:
    void offRequested(const std::vector<std::uint64_t>& hooks);
    void showRequested(std::uint64_t hook);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    std::vector<HookSpec> m_hooks;
    std::optional<Prediction> m_without;
    QLabel* m_words;
};

/// What is said of hooks in a tooltip: each change on a line, then the answer without them.
[[nodiscard]] QString hooksTip(const std::vector<HookSpec>& hooks, const std::optional<Prediction>& without);

}  // namespace glyphscope
