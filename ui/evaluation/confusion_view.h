// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evaluation/confusion_fit.h"

#include <QtWidgets/QTableView>

#include <optional>

namespace glyphscope {

class ClassHeader;
class ConfusionModel;

/// The confusion matrix, fitted into its width, and its rows into its height. Arrow keys move from cell to
/// cell, Enter moves to the cell's images, Escape lets go of the cell, Ctrl+C copies the whole matrix.
class ConfusionView : public QTableView {
    Q_OBJECT

public:
    struct Cell {
        int truth = 0;
        int answer = 0;
        friend bool operator==(const Cell&, const Cell&) = default;
    };

    explicit ConfusionView(ConfusionModel* model, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<Cell> cell() const;
    void setCell(std::optional<Cell> cell);  ///< quiet
    void fit();                              ///< other names, or other numbers

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cellChosen(std::optional<glyphscope::ConfusionView::Cell> cell);
    void truthChosen(int truth);    ///< the name beside a row
    void answerChosen(int answer);  ///< the name above a column

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    [[nodiscard]] ConfusionMeasures measures() const;
    void copy() const;

    ConfusionModel* const m_matrix;
    ClassHeader* m_names;
    ConfusionFit m_fit;
    int m_wantedHeight = 0;  // without a scroll bar, with low rows
    bool m_quiet = false;
};

}  // namespace glyphscope
