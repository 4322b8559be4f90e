// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"
#include "ui/samples/sample_sheet_model.h"

#include <QtWidgets/QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace glyphscope {

class SampleSheetView;

/// What was found on a sheet of samples, to be corrected before it is kept. Lives until it is answered.
class SampleSheetDialog : public QDialog {
    Q_OBJECT

public:
    explicit SampleSheetDialog(QWidget* parent = nullptr);

    /// `byRows`: the labels are those of the sheet's rows, otherwise what the network reads.
    void setSheet(std::vector<SheetCell> cells, const ClassSet& classes, bool byRows);
    [[nodiscard]] SampleSheetView* view() const { return m_view; }

Q_SIGNALS:
    /// All cells in their order, as they were corrected.
    void kept(const std::vector<glyphscope::SheetCell>& cells);

private:
    [[nodiscard]] QWidget* makeTools();
    [[nodiscard]] QWidget* makeButtons();
    void refresh();

    SampleSheetModel* m_model;
    SampleSheetView* m_view;
    QLabel* m_words;
    QLabel* m_doubtful;
    QToolButton* m_label = nullptr;
    QToolButton* m_leaveOut = nullptr;
    QPushButton* m_keep = nullptr;
    bool m_byRows = false;
};

}  // namespace glyphscope
