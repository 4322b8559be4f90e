// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"
#include "ui/window/panel_list.h"
#include "ui/window/window_actions.h"

#include <QtCore/QObject>
#include <QtWidgets/QMainWindow>

#include <vector>

class QLabel;
class QMenu;
class QSlider;

namespace glyphscope {

class Canvas;
class DeviceMenu;
class DrawingPager;
class HelpPage;
class HintLine;
class LabelMenu;
class NoticeBar;
class PanelDocks;
class PanelKeys;
class StageStrip;
class PictureBar;
class CropFrame;
enum class WindowLayout;

/// The window: lays the panels out and forwards what the user wants. It knows neither sessions nor files.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Canvas* canvas() const { return m_canvas; }
    [[nodiscard]] StageStrip* stageStrip() const { return m_stages; }
    [[nodiscard]] const WindowActions& windowActions() const { return m_actions; }
    [[nodiscard]] PictureBar* pictureBar() const { return m_pictureBar; }
    [[nodiscard]] CropFrame* cropFrame() const { return m_cropFrame; }
    [[nodiscard]] NoticeBar* notices() const { return m_notices; }
    [[nodiscard]] HintLine* hints() const { return m_hints; }
    [[nodiscard]] DrawingPager* pager() const { return m_pager; }

    /// The panel of that class; every panel of the list is there.
    template <class P>
    [[nodiscard]] P* panel() const
    {
        for (const PanelEntry& entry : m_panels)
            if (auto* found = qobject_cast<P*>(entry.panel))
                return found;
        return nullptr;
    }

    /// By the screen that it is on, before it is shown.
    void takeFirstSize();

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
    void useBuildLayout();
    void openModule(const QString& name);  ///< shows it large, in front of the other panels
    void openPanel(QWidget* panel);        ///< brings one of ours to the front
    void setPenWidth(double relative);
    /// The devices that there are, by PyTorch's names, and the one in use.
    void setDevices(const QStringList& devices, const QString& current);
    void setEngineText(const QString& text);
    void setWeightsText(const QString& text);
    /// Which weights can be taken back, and put in place again; empty where there are none.
    void setWeightsHistory(const QString& undo, const QString& redo);
    void setClasses(const glyphscope::ClassSet& classes);  ///< that a drawing can be said to be of
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
    void hintsRequested();  ///< all of them, again
    void closing();
    void firstPainted();  ///< once: the window is there to be seen

protected:
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void childEvent(QChildEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildCentre();
    void buildToolBar();
    void buildMenus();
    void buildStatusBar();
    void connectActions();
    void connectCanvas();
    void showLayout(WindowLayout layout);
    void openHelp(const QString& section);

    WindowActions m_actions;
    NoticeBar* m_notices;
    Canvas* m_canvas;
    StageStrip* m_stages;
    PictureBar* m_pictureBar;
    CropFrame* m_cropFrame;
    HintLine* m_hints;
    DrawingPager* m_pager;
    std::vector<PanelEntry> m_panels;
    PanelDocks* m_docks = nullptr;
    PanelKeys* m_panelKeys = nullptr;
    DeviceMenu* m_devices;
    LabelMenu* m_labelMenu = nullptr;
    QSlider* m_penSlider;
    QLabel* m_engineText;
    QLabel* m_weightsText;
    QLabel* m_latencyText;
    HelpPage* m_help = nullptr;
    bool m_painted = false;
};

}  // namespace glyphscope
