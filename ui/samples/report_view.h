// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/fine_tune.h"

#include <QtWidgets/QWidget>

#include <array>
#include <memory>

class QLabel;

namespace glyphscope {

/// What a fine-tune changed: accuracy before and after on samples kept back, on those trained on, and on the
/// test set, which shows what was forgotten; and the same digit by digit.
class ReportView : public QWidget {
    Q_OBJECT

public:
    explicit ReportView(QWidget* parent = nullptr);

    void setReport(const std::shared_ptr<const FineTuneReport>& report);  ///< none hides it

private:
    /// One set of images.
    struct Line {
        QLabel* values = nullptr;
        QLabel* change = nullptr;
    };
    /// One digit.
    struct Row {
        QLabel* mine = nullptr;
        QLabel* test = nullptr;
    };

    Line addLine(const QString& name, const QString& caption);
    [[nodiscard]] QWidget* makeDigits();
    static void show(const Line& line, const Evaluation& before, const Evaluation& after,
                     const QString& without, QString (*role)(double));
    void showDigits(const FineTuneReport& report);

    QLabel* m_summary;
    Line m_heldOut;
    Line m_trained;
    Line m_test;
    QLabel* m_mineCaption = nullptr;
    std::array<Row, 10> m_rows;
};

}  // namespace glyphscope
