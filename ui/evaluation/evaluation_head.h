// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/training_progress.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace glyphscope {

/// The accuracy, the errors and the loss, what they were measured on, and the button that measures again.
class EvaluationHead : public QWidget {
    Q_OBJECT

public:
    explicit EvaluationHead(QWidget* parent = nullptr);

    void setEvaluation(const Evaluation& evaluation, const QString& what);
    void setMeasuring(const QString& words, const QString& tip, bool possible);  ///< what the button says
    void setProblem(const QString& problem);                                     ///< empty: none

Q_SIGNALS:
    void evaluateRequested();

private:
    QLabel* m_accuracy;
    QLabel* m_details;
    QLabel* m_what;
    QLabel* m_problem;
    QPushButton* m_measure;
};

}  // namespace glyphscope
