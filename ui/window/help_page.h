// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/help_text.h"

#include <QtWidgets/QWidget>

class QFrame;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace glyphscope {

/// The help, laid over the window until Escape, its button or a click beside it: sections on the left, their
/// words on the right, and a field that looks for words in all of them. It keeps the keyboard to itself.
class HelpPage : public QWidget {
    Q_OBJECT

public:
    explicit HelpPage(QWidget* window);

    void setSections(const QList<HelpSection>& sections);
    void open(const QString& section);  ///< by its id; the first where there is none such
    [[nodiscard]] QString section() const;

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;  // follows the window's size
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildCard();
    void coverWindow();
    void search(const QString& sought);
    void showChosen();
    void choose(const QString& section);
    bool passOn(QKeyEvent& key);

    QFrame* m_card;
    QLineEdit* m_search;
    QListWidget* m_list;
    QTextBrowser* m_text;
    QPushButton* m_close;
    QList<HelpSection> m_sections;
    QList<HelpSection> m_shown;  // what fits the words that are looked for
};

}  // namespace glyphscope
