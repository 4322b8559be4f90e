// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/forward_trace.h"

#include <QtWidgets/QWidget>

class QLabel;
class QStackedLayout;
class QTimer;

namespace glyphscope {

class DataTable;
class ForwardTable;

/// The way of the newest drawing through the network, step by step. Readings come as fast as the pen moves;
/// what is written here changes ten times a second at most, so that it can be read.
class ForwardPage : public QWidget {
    Q_OBJECT

public:
    explicit ForwardPage(QWidget* parent = nullptr);

    void setReading(const std::shared_ptr<const Reading>& reading);

Q_SIGNALS:
    void moduleChosen(const QString& module);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();
    void showTotals();

    std::shared_ptr<const Reading> m_newest = std::make_shared<const Reading>();
    bool m_stale = false;
    PassTimes m_times;

    ForwardTable* m_model;
    QTimer* m_clock;  // runs only while a change waits
    QStackedLayout* m_pages = nullptr;
    DataTable* m_view = nullptr;
    QLabel* m_totals = nullptr;
};

}  // namespace glyphscope
