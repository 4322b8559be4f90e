// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

class QAbstractButton;
class QAbstractItemView;
class QAbstractScrollArea;
class QComboBox;
class QHeaderView;
class QLabel;
class QTabBar;
class QWidget;

namespace glyphscope::test {

/// Compares what is in sight with the room that it has: minimal sizes, widths of texts, bars to scroll with.
class FitCheck {
public:
    enum class Language { English, Accents };
    explicit FitCheck(Language language) : m_language(language) {}

    /// Looks at every visible widget below `window`; `state` says what it shows.
    void look(QWidget& window, const QString& state);

    [[nodiscard]] int looks() const { return m_looks; }
    /// Each misfit once, with the states in which it was seen.
    [[nodiscard]] QStringList misfits() const;

private:
    void lookAt(const QWidget& widget);
    void lookAtLabel(const QLabel& label);
    void lookAtButton(const QAbstractButton& button);
    void lookAtBox(const QComboBox& box);
    void lookAtTabs(const QTabBar& tabs);
    void lookAtHeader(const QHeaderView& header);
    void lookAtCells(const QAbstractItemView& view);
    void lookAtBars(const QAbstractScrollArea& area);
    void lookAtPaint(QWidget& widget);
    void need(const QWidget& widget, const char* what, const QString& text, int needed, int has);
    void add(const QWidget& widget, const QString& what, const QString& room = {});

    const Language m_language;
    QString m_state;
    QMap<QString, QStringList> m_misfits;
    int m_looks = 0;
};

}  // namespace glyphscope::test
