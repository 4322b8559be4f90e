// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/local_files.h"
#include "ui/canvas/stage_strip.h"
#include "ui/evaluation/evaluation_panel.h"
#include "ui/hooks/hook_panel.h"
#include "ui/network/module_view.h"
#include "ui/network/network_strip.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/runs/runs_panel.h"
#include "ui/samples/samples_panel.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/training/gradient_flow_strip.h"
#include "ui/training/training_panel.h"
#include "ui/why/why_panel.h"
#include "ui/window/drawing_desk.h"
#include "ui/window/drawing_pager.h"
#include "ui/window/help_page.h"
#include "ui/window/notice_bar.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>
#include <QtCore/QTimer>
#include <QtGui/QCloseEvent>
#include <QtGui/QDropEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kLayoutVersion = 4;
constexpr int kPenPerCent = 100;  // of the slider, for the standard pen
constexpr int kPenStep = 25;
constexpr QSize kFirstSize{1280, 820};
constexpr std::chrono::seconds kUntilSized{1};

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
    , m_pager(new DrawingPager(m_actions.previousDrawing, m_actions.nextDrawing))
    , m_answer(new AnswerPanel)
    , m_network(new NetworkStrip)
    , m_training(new TrainingPanel)
    , m_flow(new GradientFlowStrip)
    , m_samples(new SamplesPanel)
    , m_numbers(new EvaluationPanel)
    , m_runs(new RunsPanel)
    , m_module(new ModuleView)
    , m_parameters(new ParameterPanel)
    , m_hooks(new HookPanel)
    , m_why(new WhyPanel)
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
    buildDocks();
    buildToolBar();
    buildMenus();
    buildStatusBar();
    connectActions();
    resize(kFirstSize);
    useDrawLayout();
    m_canvas->setFocus();
}

MainWindow::~MainWindow()
{
    // The canvas goes after us, and ends a running stroke then: there is nobody left to tell.
    disconnect(m_canvas, nullptr, this, nullptr);
}

QByteArray MainWindow::layoutState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    if (m_left.docks.isEmpty())
        stream << saveGeometry() << saveState(kLayoutVersion) << size();
    else
        stream << saveGeometry() << m_left.docks << m_left.size;
    return state;
}

bool MainWindow::restoreLayout(const QByteArray& state)
{
    QDataStream stream(state);
    QByteArray geometry;
    QByteArray docks;
    stream >> geometry >> docks;
    if (stream.status() != QDataStream::Ok)
        return false;
    QSize size;
    stream >> size;  // older ones have none
    if (!restoreGeometry(geometry))
        return false;
    if (isVisible())
        return restoreDocks(docks);
    // Qt 6.4 crashes where docks are restored in a maximised window that is not shown yet.
    m_left = {docks, size};
    return true;
}

bool MainWindow::restoreDocks(const QByteArray& state)
{
    if (!restoreState(state, kLayoutVersion))
        return false;
    if (QAction* named = m_actions.layouts->checkedAction())
        named->setChecked(false);  // it may be any arrangement
    return true;
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (m_left.docks.isEmpty())
        return;
    restoreDocks(m_left.docks);
    if (!m_left.size.isValid() || m_left.size == size())
        m_left = {};
    else
        QTimer::singleShot(kUntilSized, this, [this] { m_left = {}; });  // the screen may be another one
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (isVisible() && !m_left.docks.isEmpty() && event->size() == m_left.size)
        restoreDocks(std::exchange(m_left, {}).docks);
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
    column->addWidget(new DrawingDesk(m_canvas, m_stages, centre), 1);
    column->addWidget(m_pager);
    m_canvas->setObjectName(u"canvas"_s);
    m_stages->setObjectName(u"stages"_s);
    m_help = new HelpPage(centre);
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
    for (QAction* layout : {m_actions.drawLayout, m_actions.trainLayout, m_actions.inspectLayout}) {
        bar->addAction(layout);
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(layout));
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setProperty("segment", true);
    }
    bar->addSeparator();
    bar->addActions({m_actions.dark, m_actions.shortcuts});
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
    forward(m_actions.drawLayout, &MainWindow::useDrawLayout);
    forward(m_actions.trainLayout, &MainWindow::useTrainLayout);
    forward(m_actions.inspectLayout, &MainWindow::useInspectLayout);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.dark, &QAction::toggled, this, [this](bool dark) {
        m_actions.dark->setIcon(icon(dark ? u"sun"_s : u"moon"_s));
        Q_EMIT darkToggled(dark);
    });
    connect(m_actions.shortcuts, &QAction::triggered, this,
            [this] { m_help->showShortcuts(m_actions.all()); });
    connect(m_actions.about, &QAction::triggered, m_help, &HelpPage::showAbout);

    connect(m_actions.undo, &QAction::triggered, m_canvas, &Canvas::undo);
    connect(m_actions.redo, &QAction::triggered, m_canvas, &Canvas::redo);
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
    connect(m_canvas, &Canvas::historyChanged, this, [this](bool undo, bool redo) {
        m_actions.undo->setEnabled(undo);
        m_actions.redo->setEnabled(redo);
    });
    connect(m_canvas, &Canvas::drawingChanged, this, [this](const Drawing& drawing) {
        for (QAction* action : {m_actions.clear, m_actions.save, m_actions.copy})
            action->setEnabled(!drawing.empty());
    });
}

}  // namespace glyphscope
