// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace glyphscope {

/// The kinds of modules in groups, of which typing leaves those that match. Return, or a double click, says
/// which is wanted; a kind can also be dragged to its place.
class KindPalette : public QWidget {
    Q_OBJECT

public:
    explicit KindPalette(QWidget* parent);

    void focusFilter();

Q_SIGNALS:
    void wanted(const QString& kind);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void filter(const QString& typed);
    void take(const QListWidgetItem* item);
    void step(int by);

    QLineEdit* m_filter;
    QListWidget* m_list;
};

}  // namespace glyphscope
