// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace glyphscope {

/// Shows the newest reading a few dozen times a second, and in each frame one view after the other with the
/// event loop between them: painted in one go, they would keep the pen waiting.
class ReadingFrames : public QObject {
    Q_OBJECT
public:
    using View = std::function<void(const std::shared_ptr<const Reading>&)>;

    /// `views` are shown a reading in this order; at least one.
    explicit ReadingFrames(std::vector<View> views, QObject* parent = nullptr);

    /// While a network is trained beside it, there are fewer frames: they are painted with its processor.
    void throttle(bool training);

    /// Shown as soon as all views have shown the one before. Of several that come meanwhile only the last is
    /// shown. An empty canvas, which has no modules, is shown by all views at once.
    void put(const std::shared_ptr<const Reading>& reading);

private:
    void begin(const std::shared_ptr<const Reading>& reading);
    void turn();
    void showNext();

    std::vector<View> m_views;
    QTimer m_turns;
    std::shared_ptr<const Reading> m_shown;
    std::size_t m_next = 0;                   // view that has not shown it yet
    std::shared_ptr<const Reading> m_newest;  // that waits for its frame
};

}  // namespace glyphscope
