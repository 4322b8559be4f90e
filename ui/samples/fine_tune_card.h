// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"
#include "model/types/fine_tune.h"

#include <QtWidgets/QFrame>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace glyphscope {

class NumberRow;
class ReportView;

/// Teaches the user's samples to the network: one button and what it will do, its settings folded away, how
/// far it is, what it changed, and the way back.
class FineTuneCard : public QFrame {
    Q_OBJECT

public:
    explicit FineTuneCard(QWidget* parent = nullptr);

    [[nodiscard]] FineTuneOptions options() const;
    [[nodiscard]] QWidget* report() const;

    void setClasses(const ClassSet& classes);  ///< of the weights that learn
    void setSampleCount(int count, int ofOtherClasses = 0);
    void setProgress(std::optional<double> share);  ///< none while nothing is taught
    void setReport(const std::shared_ptr<const FineTuneReport>& report);
    void setReportInPlace(bool inPlace);
    void setHistory(const QString& undo, const QString& redo);
    void setEngineReady(bool ready);
    void setProblem(const QString& problem);

Q_SIGNALS:
    void teachRequested(const glyphscope::FineTuneOptions& options);
    void stopRequested();
    void undoRequested();
    void redoRequested();
    void shippedRequested();

private:
    [[nodiscard]] QWidget* makeMore();
    [[nodiscard]] QWidget* makeHistory();
    [[nodiscard]] QString sentence() const;
    void refresh();

    int m_samples = 0;
    int m_others = 0;  // that cannot be taught to these weights
    bool m_ready = false;
    std::optional<double> m_progress;
    QString m_undoText;
    QString m_redoText;
    QLabel* m_sentence;
    QPushButton* m_teach;
    QPushButton* m_stop;
    QProgressBar* m_bar;
    QLabel* m_problem;
    QWidget* m_more = nullptr;
    NumberRow* m_steps = nullptr;
    NumberRow* m_rate = nullptr;
    NumberRow* m_replay = nullptr;
    QComboBox* m_frozen = nullptr;
    ReportView* m_report;
    QToolButton* m_undo = nullptr;
    QToolButton* m_redo = nullptr;
    QToolButton* m_shipped = nullptr;
};

}  // namespace glyphscope
