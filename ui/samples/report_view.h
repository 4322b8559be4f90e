// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"
#include "model/types/fine_tune.h"

#include <QtWidgets/QWidget>

#include <memory>
#include <vector>

class QLabel;

namespace glyphscope {

class Section;

/// What a fine-tune changed: accuracy before and after on samples kept back, on those trained on, and on the
/// test set, which shows what was forgotten; and the same class by class.
class ReportView : public QWidget {
    Q_OBJECT

public:
    explicit ReportView(QWidget* parent = nullptr);

    void setClasses(const ClassSet& classes);  ///< of the weights that learn; hides the report of others
    void setReport(const std::shared_ptr<const FineTuneReport>& report);  ///< none hides it
    /// Whether the weights that it tells of are in place; its numbers are hidden while they are not.
    void setInPlace(bool inPlace);

private:
    /// One set of images.
    struct Line {
        QLabel* values = nullptr;
        QLabel* change = nullptr;
    };
    /// One class.
    struct Row {
        QLabel* mine = nullptr;
        QLabel* test = nullptr;
    };

    Line addLine(const QString& name, const QString& caption);
    void makeRows();
    static void showLine(const Line& line, const Evaluation& before, const Evaluation& after,
                         const QString& without, QString (*role)(double));
    void showClasses(const FineTuneReport& report);

    QLabel* m_summary;
    QLabel* m_notInPlace;
    QWidget* m_numbers;
    Line m_heldOut;
    Line m_trained;
    Line m_test;
    ClassSet m_classes;
    QLabel* m_testCaption = nullptr;
    Section* m_byClass;
    QWidget* m_table = nullptr;  // of the rows
    QLabel* m_mineCaption = nullptr;
    std::vector<Row> m_rows;
};

}  // namespace glyphscope
