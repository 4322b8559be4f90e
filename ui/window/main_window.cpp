// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/answer/answer_panel.h"
#include "ui/build/build_panel.h"
#include "ui/build/code_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/crop_frame.h"
#include "ui/canvas/drawing_pager.h"
#include "ui/canvas/local_files.h"
#include "ui/canvas/picture_bar.h"
#include "ui/canvas/stage_strip.h"
#include "ui/network/module_view.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/hint_line.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/wheel_guard.h"
#include "ui/window/device_menu.h"
#include "ui/window/drawing_area.h"
#include "ui/window/first_size.h"
#include "ui/window/focus_keeper.h"
#include "ui/window/help_page.h"
#include "ui/window/label_menu.h"
#include "ui/window/language_menu.h"
#include "ui/window/panel_docks.h"
#include "ui/window/panel_keys.h"
#include "ui/window/undo_places.h"

#include <QtCore/QChildEvent>
#include <QtGui/QCloseEvent>
#include <QtGui/QDropEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QSlider>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kPenPerCent = 100;  // of the slider, for the standard pen
constexpr int kPenStep = 25;
constexpr QSize kFirstSize{1280, 820};

QLabel* statusLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setFont(font(TextStyle::Caption));
    label->setTextFormat(Qt::PlainText);
    return label;
}

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_actions(this)
    , m_notices(new NoticeBar)
    , m_canvas(new Canvas)
    , m_stages(new StageStrip)
    , m_pictureBar(new PictureBar)
    , m_cropFrame(new CropFrame(m_canvas))
    , m_hints(new HintLine)
    , m_pager(new DrawingPager(m_actions.previousDrawing, m_actions.nextDrawing))
    , m_panels(makePanels())
    , m_devices(new DeviceMenu(this))
    , m_penSlider(new QSlider(Qt::Horizontal))
    , m_engineText(statusLabel(u"status.engine"_s, this))
    , m_weightsText(statusLabel(u"status.weights"_s, this))
    , m_latencyText(statusLabel(u"status.latency"_s, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Glyphscope"_s);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setDocumentMode(true);
    setAcceptDrops(true);
    buildCentre();
    m_docks = new PanelDocks(m_panels, this);
    m_panelKeys = new PanelKeys(m_actions, m_canvas, m_docks->all());
    m_help = new HelpPage(this);
    buildToolBar();
    buildMenus();
    buildStatusBar();
    connectActions();
    connectCanvas();
    routeUndo(m_actions, *m_canvas, *panel<BuildPanel>(), *panel<CodePanel>());
    resize(kFirstSize);
    m_docks->reset();  // by this size
    showLayout(m_docks->layout());
    new FocusKeeper(this, m_canvas);
    guardWheels(*this);
    m_canvas->setFocus();
}

MainWindow::~MainWindow()
{
    // The canvas goes after us, and ends a running stroke then: there is nobody left to tell.
    disconnect(m_canvas, nullptr, this, nullptr);
}

void MainWindow::takeFirstSize()
{
    const FirstSize first = firstSize(screen()->availableGeometry().size(), kFirstSize);
    resize(first.size);
    if (first.maximised)
        setWindowState(Qt::WindowMaximized);
    m_docks->reset();  // by this size
}

QByteArray MainWindow::layoutState() const
{
    return m_docks->state();
}

bool MainWindow::restoreLayout(const QByteArray& state)
{
    return m_docks->restore(state);
}

void MainWindow::useDrawLayout()
{
    m_docks->use(WindowLayout::Draw);
}

void MainWindow::useTrainLayout()
{
    m_docks->use(WindowLayout::Train);
}

void MainWindow::useInspectLayout()
{
    m_docks->use(WindowLayout::Inspect);
}

void MainWindow::useBuildLayout()
{
    m_docks->use(WindowLayout::Build);
}

void MainWindow::showLayout(WindowLayout layout)
{
    m_hints->setHere(layout == WindowLayout::Draw);
    for (const auto& [each, action] : {std::pair(WindowLayout::Draw, m_actions.drawLayout),
                                       std::pair(WindowLayout::Train, m_actions.trainLayout),
                                       std::pair(WindowLayout::Inspect, m_actions.inspectLayout),
                                       std::pair(WindowLayout::Build, m_actions.buildLayout)})
        if (each == layout)
            action->setChecked(true);
}

void MainWindow::openModule(const QString& name)
{
    auto* view = panel<ModuleView>();
    view->setModule(name);
    m_docks->bringToFront(view);
}

void MainWindow::openPanel(QWidget* panel)
{
    m_docks->bringToFront(panel);
}

/// F1 again closes it.
void MainWindow::openHelp(const QString& section)
{
    if (m_help->isVisible() && m_help->isAncestorOf(QApplication::focusWidget()))
        return m_help->hide();
    QList<HelpPlace> places{{u"canvas"_s, m_canvas->accessibleName()},
                            {u"stages"_s, m_stages->accessibleName()}};
    for (const PanelEntry& entry : m_panels)
        places += {entry.name, entry.panel->windowTitle()};
    m_help->setSections(helpSections(places, actions()));
    m_help->open(section);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    m_docks->windowShown();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_docks->windowResized();
}

/// The window itself moves the separators between docks.
bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress)
        m_docks->mousePressed();
    const bool taken = QMainWindow::event(event);
    if (event->type() == QEvent::MouseButtonRelease)
        m_docks->mouseReleased();
    return taken;
}

void MainWindow::childEvent(QChildEvent* event)
{
    QMainWindow::childEvent(event);
    if (auto* tabs = event->polished() ? qobject_cast<QTabBar*>(event->child()) : nullptr)
        tabs->setAccessibleName(tr("Panels"));  // made by the main window itself, when docks are tabbed
}

void MainWindow::setDevices(const QStringList& devices, const QString& current)
{
    m_devices->setDevices(devices, current);
}

void MainWindow::setWeightsHistory(const QString& undo, const QString& redo)
{
    m_actions.undoWeights->setEnabled(!undo.isEmpty());
    m_actions.undoWeights->setText(undo.isEmpty() ? tr("&Undo weights") : tr("&Undo: %1").arg(undo));
    m_actions.redoWeights->setEnabled(!redo.isEmpty());
    m_actions.redoWeights->setText(redo.isEmpty() ? tr("&Redo weights") : tr("&Redo: %1").arg(redo));
}

void MainWindow::setDark(bool dark)
{
    m_actions.dark->setChecked(dark);
}

double MainWindow::penWidth() const
{
    return m_canvas->pen();
}

void MainWindow::setPenWidth(double relative)
{
    m_penSlider->setValue(static_cast<int>(relative * kPenPerCent + 0.5));
}

void MainWindow::setEngineText(const QString& text)
{
    m_engineText->setText(text);
}

void MainWindow::setWeightsText(const QString& text)
{
    m_weightsText->setText(text);
    m_actions.saveWeights->setEnabled(!text.isEmpty());
}

void MainWindow::setLatencyText(const QString& text)
{
    m_latencyText->setText(text);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    Q_EMIT closing();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    Q_EMIT filesDropped(localFiles(*event->mimeData()));
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_painted, true))
        QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
}

void MainWindow::buildCentre()
{
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(metrics::kMargin, metrics::kGap, metrics::kGap, metrics::kGap);
    column->setSpacing(metrics::kGap);
    column->addWidget(m_notices);
    column->addWidget(new DrawingArea(m_canvas, m_pictureBar, m_stages, m_hints, centre), 1);
    column->addWidget(m_pager);
    m_canvas->setObjectName(u"canvas"_s);
    m_stages->setObjectName(u"stages"_s);
    setCentralWidget(centre);
}

void MainWindow::buildToolBar()
{
    auto* bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setIconSize({20, 20});
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_penSlider->setObjectName(u"penSlider"_s);
    m_penSlider->setRange(50, 250);
    m_penSlider->setValue(kPenPerCent);
    m_penSlider->setSingleStep(5);
    m_penSlider->setPageStep(kPenStep);
    m_penSlider->setFixedWidth(120);
    m_penSlider->setToolTip(tr("Width of the pen ([ and ])"));
    m_penSlider->setAccessibleName(tr("Width of the pen"));

    bar->addActions({m_actions.pen, m_actions.eraser});
    bar->addWidget(m_penSlider);
    bar->addSeparator();
    bar->addActions({m_actions.undo, m_actions.redo, m_actions.clear});
    bar->addSeparator();
    bar->addActions({m_actions.open, m_actions.save, m_actions.copy, m_actions.paste});
    auto* space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    for (QAction* layout : m_actions.layouts->actions()) {
        bar->addAction(layout);
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(layout));
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setProperty("segment", true);
    }
    bar->addSeparator();
    bar->addActions({m_actions.dark, m_actions.help});
}

void MainWindow::buildMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_actions.open, m_actions.save});
    file->addSeparator();
    file->addActions({m_actions.previousDrawing, m_actions.nextDrawing});
    file->addSeparator();
    file->addAction(m_actions.quit);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_actions.undo, m_actions.redo, m_actions.clear});
    edit->addSeparator();
    edit->addActions({m_actions.copy, m_actions.paste});
    edit->addSeparator();
    edit->addActions(
        {m_actions.previousCharacter, m_actions.nextCharacter, m_actions.removeCharacter, m_actions.oneOnly});
    edit->addSeparator();
    edit->addActions({m_actions.pen, m_actions.eraser, m_actions.thinner, m_actions.thicker});
    edit->addSeparator();
    m_labelMenu = new LabelMenu(this);
    connect(m_labelMenu, &LabelMenu::labelGiven, panel<AnswerPanel>(), &AnswerPanel::giveLabel);
    edit->addMenu(m_labelMenu);

    QMenu* model = menuBar()->addMenu(tr("&Model"));
    model->addActions({m_actions.openWeights, m_actions.saveWeights, m_actions.shippedWeights});
    model->addSeparator();
    model->addActions({m_actions.undoWeights, m_actions.redoWeights});
    model->addSeparator();
    model->addMenu(m_devices->menu());

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions(m_actions.layouts->actions());
    view->addAction(m_actions.resetLayout);
    view->addSeparator();
    for (const QDockWidget* dock : m_docks->all())
        view->addAction(dock->toggleViewAction());
    view->addSeparator();
    view->addActions(
        {m_actions.nextPanel, m_actions.previousPanel, m_actions.detachPanel, m_actions.hidePanel});
    view->addSeparator();
    view->addAction(m_actions.dark);
    view->addMenu(m_actions.language);

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addActions(m_actions.ofHelp());
}

void MainWindow::setClasses(const ClassSet& classes)
{
    m_labelMenu->setClasses(classes);
}

void MainWindow::buildStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    for (QLabel* label : {m_weightsText, m_latencyText, m_engineText})
        statusBar()->addPermanentWidget(label);
    statusBar()->addPermanentWidget(m_devices->button());
    setDevices({}, {});
}

void MainWindow::connectActions()
{
    const auto forward = [this](QAction* action, void (MainWindow::*signal)()) {
        connect(action, &QAction::triggered, this, signal);
    };
    forward(m_actions.open, &MainWindow::openRequested);
    forward(m_actions.save, &MainWindow::saveRequested);
    forward(m_actions.copy, &MainWindow::copyRequested);
    forward(m_actions.paste, &MainWindow::pasteRequested);
    forward(m_actions.openWeights, &MainWindow::openWeightsRequested);
    forward(m_actions.saveWeights, &MainWindow::saveWeightsRequested);
    forward(m_actions.shippedWeights, &MainWindow::shippedWeightsRequested);
    forward(m_actions.undoWeights, &MainWindow::undoWeightsRequested);
    forward(m_actions.redoWeights, &MainWindow::redoWeightsRequested);
    forward(m_actions.previousDrawing, &MainWindow::previousDrawingRequested);
    forward(m_actions.nextDrawing, &MainWindow::nextDrawingRequested);
    forward(m_actions.showHints, &MainWindow::hintsRequested);
    forward(m_actions.drawLayout, &MainWindow::useDrawLayout);
    forward(m_actions.trainLayout, &MainWindow::useTrainLayout);
    forward(m_actions.inspectLayout, &MainWindow::useInspectLayout);
    forward(m_actions.buildLayout, &MainWindow::useBuildLayout);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.dark, &QAction::toggled, this, [this](bool dark) {
        m_actions.dark->setIcon(icon(dark ? u"sun"_s : u"moon"_s));
        Q_EMIT darkToggled(dark);
    });
    connect(m_actions.help, &QAction::triggered, this, [this] { openHelp(m_panelKeys->place()); });
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] { openHelp(u"keys"_s); });
    connect(m_actions.about, &QAction::triggered, this, [this] { openHelp(u"about"_s); });
    connect(m_devices, &DeviceMenu::deviceRequested, this, &MainWindow::deviceRequested);
    connect(this, &MainWindow::firstPainted, m_docks, &PanelDocks::raiseDetached);
    connect(m_docks, &PanelDocks::layoutChanged, this, &MainWindow::showLayout);
    connect(m_actions.resetLayout, &QAction::triggered, m_docks, &PanelDocks::reset);
}

void MainWindow::connectCanvas()
{
    connect(m_actions.clear, &QAction::triggered, m_canvas, &Canvas::clear);
    connect(m_actions.pen, &QAction::triggered, m_canvas, [this] { m_canvas->setTool(Canvas::Pen); });
    connect(m_actions.eraser, &QAction::triggered, m_canvas, [this] { m_canvas->setTool(Canvas::Eraser); });
    connect(m_actions.thinner, &QAction::triggered, this,
            [this] { m_penSlider->setValue(m_penSlider->value() - kPenStep); });
    connect(m_actions.thicker, &QAction::triggered, this,
            [this] { m_penSlider->setValue(m_penSlider->value() + kPenStep); });
    connect(m_penSlider, &QSlider::valueChanged, m_canvas,
            [this](int value) { m_canvas->setPen(static_cast<double>(value) / kPenPerCent); });
    connect(m_canvas, &Canvas::toolChanged, this, [this](Canvas::Tool tool) {
        (tool == Canvas::Pen ? m_actions.pen : m_actions.eraser)->setChecked(true);
    });
    connect(m_canvas, &Canvas::drawingChanged, this, [this](const Drawing& drawing) {
        for (QAction* action : {m_actions.clear, m_actions.save, m_actions.copy})
            action->setEnabled(!drawing.empty());
    });
}

}  // namespace glyphscope
