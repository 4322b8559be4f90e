// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/window_actions.h"

#include <QtWidgets/QMainWindow>

class QDockWidget;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace glyphscope {

class AnswerPanel;
class Canvas;
class DrawingPager;
class EvaluationPanel;
class GradientFlowStrip;
class HelpPage;
class HookPanel;
class ModuleView;
class NetworkStrip;
class NoticeBar;
class ParameterPanel;
class RunsPanel;
class SamplesPanel;
class StageStrip;
class TrainingPanel;
class WhyPanel;

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
    [[nodiscard]] GradientFlowStrip* gradientFlow() const { return m_flow; }
    [[nodiscard]] SamplesPanel* samples() const { return m_samples; }
    [[nodiscard]] EvaluationPanel* numbers() const { return m_numbers; }
    [[nodiscard]] RunsPanel* runs() const { return m_runs; }
    [[nodiscard]] ModuleView* moduleView() const { return m_module; }
    [[nodiscard]] ParameterPanel* parameters() const { return m_parameters; }
    [[nodiscard]] HookPanel* hooks() const { return m_hooks; }
    [[nodiscard]] WhyPanel* why() const { return m_why; }
    [[nodiscard]] NoticeBar* notices() const { return m_notices; }
    [[nodiscard]] DrawingPager* pager() const { return m_pager; }

    /// Where the panels are, to be remembered; what restoreLayout() cannot read it ignores and returns false.
    /// Before the window is shown, the panels go to their places when it is.
    [[nodiscard]] QByteArray layoutState() const;
    bool restoreLayout(const QByteArray& state);

    void setDark(bool dark);
    [[nodiscard]] double penWidth() const;

public Q_SLOTS:
    void useDrawLayout();
    void useTrainLayout();
    void useInspectLayout();
    void openModule(const QString& name);  ///< shows it large, in front of the other panels
    void setPenWidth(double relative);
    /// The devices that there are, by PyTorch's names, and the one in use.
    void setDevices(const QStringList& devices, const QString& current);
    void setEngineText(const QString& text);
    void setWeightsText(const QString& text);
    /// Which weights can be taken back, and put in place again; empty where there are none.
    void setWeightsHistory(const QString& undo, const QString& redo);
    void setLatencyText(const QString& text);

Q_SIGNALS:
    void openRequested();
    void saveRequested();
    void copyRequested();
    void pasteRequested();
    void filesDropped(const QStringList& paths);  ///< anywhere but on the canvas
    void openWeightsRequested();
    void saveWeightsRequested();
    void shippedWeightsRequested();
    void undoWeightsRequested();
    void redoWeightsRequested();
    void previousDrawingRequested();
    void nextDrawingRequested();
    void deviceRequested(const QString& device);
    void darkToggled(bool dark);
    void closing();
    void firstPainted();  ///< once: the window is there to be seen

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void childEvent(QChildEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildCentre();
    void buildDocks();
    void buildToolBar();
    void buildMenus();
    void fillLabelMenu(QMenu& menu);
    void buildStatusBar();
    void connectActions();
    void arrange(const QList<QDockWidget*>& shown);
    bool restoreDocks(const QByteArray& state);
    [[nodiscard]] QList<QDockWidget*> docks() const;
    [[nodiscard]] QList<QDockWidget*> trainingDocks() const;
    [[nodiscard]] QList<QDockWidget*> inspectionDocks() const;

    WindowActions m_actions;
    NoticeBar* m_notices;
    Canvas* m_canvas;
    StageStrip* m_stages;
    DrawingPager* m_pager;
    AnswerPanel* m_answer;
    NetworkStrip* m_network;
    TrainingPanel* m_training;
    GradientFlowStrip* m_flow;
    SamplesPanel* m_samples;
    EvaluationPanel* m_numbers;
    RunsPanel* m_runs;
    ModuleView* m_module;
    ParameterPanel* m_parameters;
    HookPanel* m_hooks;
    WhyPanel* m_why;
    QDockWidget* m_answerDock = nullptr;
    QDockWidget* m_networkDock = nullptr;
    QDockWidget* m_trainingDock = nullptr;
    QDockWidget* m_flowDock = nullptr;
    QDockWidget* m_samplesDock = nullptr;
    QDockWidget* m_numbersDock = nullptr;
    QDockWidget* m_runsDock = nullptr;
    QDockWidget* m_moduleDock = nullptr;
    QDockWidget* m_parameterDock = nullptr;
    QDockWidget* m_hookDock = nullptr;
    QDockWidget* m_whyDock = nullptr;
    QMenu* m_deviceMenu = nullptr;
    QToolButton* m_deviceButton = nullptr;
    QSlider* m_penSlider;
    QLabel* m_engineText;
    QLabel* m_weightsText;
    QLabel* m_latencyText;
    HelpPage* m_help = nullptr;
    bool m_painted = false;
    /// Docks to be restored when the window has the size that they were left with: a window manager may give
    /// it that after it was shown.
    struct Left {
        QByteArray docks;
        QSize size;
    } m_left;
};

}  // namespace glyphscope
