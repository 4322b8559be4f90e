// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <functional>

class QWidget;

namespace glyphscope {

/// Keeps a widget from being made ready while nobody sees it: what has changed is refreshed at once where the
/// widget is seen, and otherwise when it is next shown. A member of the widget that it is for.
class LazyRefresh : public QObject {
    Q_OBJECT

public:
    /// Stale from the start: the first show refreshes.
    LazyRefresh(QWidget* widget, std::function<void()> refresh);

    void request();  ///< something that the widget shows has changed

    /// Between the show and the hide event; false in a minimised window, where isVisible() is still true.
    [[nodiscard]] bool isSeen() const { return m_seen; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refreshStale();

    std::function<void()> m_refresh;
    bool m_seen;
    bool m_stale = true;
};

}  // namespace glyphscope
