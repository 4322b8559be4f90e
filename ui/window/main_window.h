// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/window_actions.h"

#include <QtWidgets/QMainWindow>

class QDockWidget;
class QLabel;
class QSlider;

namespace glyphscope {

class AnswerPanel;
class Canvas;
class DrawingPager;
class HelpPage;
class NetworkStrip;
class NoticeBar;
class StageStrip;
class TrainingPanel;

/// The window: lays the panels out and forwards what the user wants. It knows neither sessions nor files.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Canvas* canvas() const { return m_canvas; }
    [[nodiscard]] StageStrip* stageStrip() const { return m_stages; }
    [[nodiscard]] AnswerPanel* answer() const { return m_answer; }
    [[nodiscard]] NetworkStrip* networkStrip() const { return m_network; }
    [[nodiscard]] TrainingPanel* training() const { return m_training; }
    [[nodiscard]] NoticeBar* notices() const { return m_notices; }
    [[nodiscard]] DrawingPager* pager() const { return m_pager; }

    /// Where the panels are, to be remembered; what restoreLayout() cannot read it ignores and returns false.
    [[nodiscard]] QByteArray layoutState() const;
    bool restoreLayout(const QByteArray& state);

    void setDark(bool dark);
    [[nodiscard]] double penWidth() const;

public Q_SLOTS:
    void useDrawLayout();
    void useTrainLayout();
    void useInspectLayout();
    void setPenWidth(double relative);
    void setEngineText(const QString& text);
    void setWeightsText(const QString& text);
    void setLatencyText(const QString& text);

Q_SIGNALS:
    void openRequested();
    void saveRequested();
    void copyRequested();
    void pasteRequested();
    void openWeightsRequested();
    void shippedWeightsRequested();
    void previousDrawingRequested();
    void nextDrawingRequested();
    void darkToggled(bool dark);
    void closing();
    void firstPainted();  ///< once: the window is there to be seen

protected:
    void paintEvent(QPaintEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildCentre();
    void buildDocks();
    void buildToolBar();
    void buildMenus();
    void buildStatusBar();
    void connectActions();
    void arrange(bool network, bool training);

    WindowActions m_actions;
    NoticeBar* m_notices;
    Canvas* m_canvas;
    StageStrip* m_stages;
    DrawingPager* m_pager;
    AnswerPanel* m_answer;
    NetworkStrip* m_network;
    TrainingPanel* m_training;
    QDockWidget* m_answerDock = nullptr;
    QDockWidget* m_networkDock = nullptr;
    QDockWidget* m_trainingDock = nullptr;
    QSlider* m_penSlider;
    QLabel* m_engineText;
    QLabel* m_weightsText;
    QLabel* m_latencyText;
    HelpPage* m_help = nullptr;
    bool m_painted = false;
};

}  // namespace glyphscope
