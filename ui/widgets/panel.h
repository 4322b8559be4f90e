// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/lazy_refresh.h"

#include <QtWidgets/QWidget>

namespace glyphscope {

/// The base of every panel: what stands in one dock of the window. A panel takes values in slots and says in
/// signals what the user wants. What has changed is made ready only while the panel is seen, and whoever
/// computes for it is told when that is.
class Panel : public QWidget {
    Q_OBJECT

public:
    /// `title` is the heading of its dock and its name for assistive technology.
    Panel(const QString& objectName, const QString& title, QWidget* parent);

    [[nodiscard]] bool isSeen() const { return m_lazy.isSeen(); }

Q_SIGNALS:
    /// True after refresh(), false when the panel is hidden, behind another tab, or its window is minimised.
    void shown(bool visible);

protected:
    /// Something that is shown has changed: refresh() follows, now or when the panel is next seen.
    void changed() { m_lazy.request(); }
    /// Shows the newest values. Also called before the panel is seen for the first time.
    virtual void refresh() {}

    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    LazyRefresh m_lazy;
};

}  // namespace glyphscope
