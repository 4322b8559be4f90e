// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"
#include "ui/answer/division_view.h"

#include <QtCore/QString>
#include <QtWidgets/QWidget>

#include <vector>

namespace glyphscope {

/// One character of a number, as the row shows it.
struct CharacterCell {
    QString name;          ///< of its class; "?" where it is none
    double certainty = 0;  ///< probability of its class
    Verdict verdict = Verdict::Digit;
    QString said = {};  ///< what the user says that it is; empty: nothing
    int line = 0;       ///< of a page, counted from 0
    friend bool operator==(const CharacterCell&, const CharacterCell&) = default;
};

/// The characters of a number beside each other, each with how sure its reading is, or with what the user
/// says that it is. One is in focus: the panels are about that one. A click between two joins them, a double
/// click divides one, and what is typed says what the one in focus is. Of a page, the line in focus is shown.
class CharacterRow : public QWidget {
    Q_OBJECT

public:
    explicit CharacterRow(QWidget* parent = nullptr);

    /// None: there is nothing to show.
    void setCells(const std::vector<CharacterCell>& cells, int focus);
    [[nodiscard]] const std::vector<CharacterCell>& cells() const { return m_cells; }
    [[nodiscard]] int focus() const { return m_focus; }

    /// Opens the window that says why the drawing was divided so; again: what it says now.
    void explain(std::vector<DivisionRow> rows);
    [[nodiscard]] bool explains() const;
    [[nodiscard]] QRectF cellRect(int cell) const;  ///< empty in another line
    [[nodiscard]] QRectF gapRect(int left) const;   ///< between that cell and the next

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void focusChosen(int cell);
    void joinRequested(int left);
    void divideRequested(int cell);
    void whyRequested();
    void labelTyped(const QString& text);  ///< a character: the one in focus is that
    void keepRequested();                  ///< all as samples of what they are

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Range {
        int first = 0;
        int end = 0;
    };
    [[nodiscard]] Range shown() const;           // the line in focus
    [[nodiscard]] int cellAt(QPointF at) const;  // -1: none
    [[nodiscard]] int gapAt(QPointF at) const;
    void setHovered(int gap);
    [[nodiscard]] QString describe() const;
    void copyAll() const;  // to the clipboard, a line each

    std::vector<CharacterCell> m_cells;
    int m_focus = 0;
    int m_pressed = -1;  // cell that the last press was on
    int m_hovered = -1;  // gap under the mouse
    DivisionView* m_why = nullptr;
};

}  // namespace glyphscope
