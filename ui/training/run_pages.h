// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"
#include "model/types/training_progress.h"

#include <QtWidgets/QStackedWidget>

class QBoxLayout;
class QFrame;
class QLabel;
class QToolButton;

namespace glyphscope {

class CurveChart;
class EpochTable;

/// The curves and the evaluations of a run; before there is one, what to do, or why nothing can be done. The
/// evaluations stand beneath the curves or beside them; where that would leave the curves too little, one is
/// switched to the other.
class RunPages : public QStackedWidget {
    Q_OBJECT

public:
    explicit RunPages(QWidget* parent = nullptr);

    /// Why there is nothing to train on; nothing: there is.
    void setDataProblem(const QString& problem);

    void showRun() { setCurrentIndex(1); }
    [[nodiscard]] bool showsRun() const { return currentIndex() == 1; }
    void setRun(const RunCurves& curves);  ///< one that has already come some way
    void addEpoch(const EpochStats& epoch);
    void clearRun();
    [[nodiscard]] CurveChart* chart() const { return m_chart; }
    /// Curves or evaluations, where one is switched to the other; it stands elsewhere.
    [[nodiscard]] QWidget* choice() const { return m_switch; }

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildEmptyPage();
    QWidget* buildRunPage();
    QWidget* buildSwitch();
    [[nodiscard]] int heightWith(int curves) const;
    void arrange();
    void updateIcon();

    bool m_problem = false;
    QLabel* m_icon = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    CurveChart* m_chart = nullptr;
    EpochTable* m_table = nullptr;
    QBoxLayout* m_parts = nullptr;
    QWidget* m_switch = nullptr;
    QToolButton* m_showEpochs = nullptr;
    QFrame* m_curves = nullptr;
    QFrame* m_epochs = nullptr;
};

}  // namespace glyphscope
