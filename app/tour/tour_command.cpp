// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/tour_arguments.h"
#include "app/hand/hand.h"
#include "app/settings/installation.h"
#include "app/text/message_text.h"
#include "app/tour/tour.h"
#include "app/wiring.h"
#include "model/data/mnist_location.h"
#include "model/types/error.h"
#include "ui/answer/answer_panel.h"
#include "ui/answer/character_row.h"
#include "ui/build/build_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/hooks/hook_panel.h"
#include "ui/network/map_grid.h"
#include "ui/network/module_view.h"
#include "ui/runs/runs_panel.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/main_window.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kMistaken = 4;
constexpr int kTakenFor = 9;
constexpr int kTitle = 1;  // a column of the runs that has nothing to tick

/// The stops of one walk, in one colour scheme. The stops it gives refer to it.
class Script {
public:
    Script(MainWindow& window, const Wiring& wiring, QString suffix, QString scratch)
        : m_window(window), m_wiring(wiring), m_suffix(std::move(suffix)), m_scratch(std::move(scratch))
    {
    }

    std::deque<TourStop> stops()
    {
        addOpening();
        addWriting();
        addPanels();
        addTraining();
        if (hasMnist()) {
            addNumbers();
            addRuns();
        }
        addHandwriting();
        add(
            {},
            [this] {
                trigger(u"action.dark"_s);
                m_window.findChild<QAction*>(u"action.shippedWeights"_s)->trigger();
            },
            [this] { return shows(WeightsSource::Applied); });
        return std::move(m_stops);
    }

private:
    void add(const QString& name, std::function<void()> act, std::function<bool()> arrived)
    {
        m_stops.push_back({name.isEmpty() ? name : name + m_suffix, std::move(act), std::move(arrived)});
    }
    void trigger(const QString& action) const { hand::trigger(m_window, action); }
    [[nodiscard]] bool answers(int digit) const
    {
        const std::optional<Prediction> prediction = m_window.panel<AnswerPanel>()->prediction();
        return prediction && prediction->verdict == Verdict::Digit && prediction->best == digit;
    }
    [[nodiscard]] bool answers(Verdict verdict) const
    {
        const std::optional<Prediction> prediction = m_window.panel<AnswerPanel>()->prediction();
        return prediction && prediction->verdict == verdict;
    }
    [[nodiscard]] bool shows(WeightsSource source) const
    {
        return m_wiring.weights().shown() && m_wiring.weights().source() == source;
    }
    void clearCanvas() const
    {
        if (!m_window.canvas()->isEmpty())
            trigger(u"action.clear"_s);
    }

    void addOpening()
    {
        add(
            u"start"_s, [this] { trigger(u"action.layout.draw"_s), clearCanvas(); },
            [this] { return shows(WeightsSource::Applied) && m_wiring.hasEngine(); });
    }

    void addWriting()
    {
        for (int digit = 0; digit < ClassSet::digits().size(); ++digit)
            add(
                u"wrote-%1"_s.arg(digit),
                [this, digit] { clearCanvas(), hand::write(*m_window.canvas(), tourDigit(digit)); },
                [this, digit] { return answers(digit); });
        const CharacterRow* number = m_window.panel<AnswerPanel>()->number();
        add(
            u"wrote-a-number"_s,
            [this] {
                clearCanvas(), hand::write(*m_window.canvas(), tourNumber({4, 2}));
            },
            [number] { return number->cells().size() == 2; });
        add(
            u"wrote-a-letter"_s, [this] { clearCanvas(), hand::write(*m_window.canvas(), tourLetter()); },
            [this] { return answers(Verdict::NotADigit); });
        add(
            u"half-a-digit"_s,
            [this] { clearCanvas(), hand::writePart(*m_window.canvas(), tourDigit(8), 0.55); },
            [] { return true; });
        add(
            u"rubbed-out"_s,
            [this] {
                clearCanvas();
                hand::write(*m_window.canvas(), tourDigit(8));
                trigger(u"action.eraser"_s);
                hand::write(*m_window.canvas(), {{{{{88, 60}, {88, 140}, {88, 210}}}}, {}});
                trigger(u"action.pen"_s);
            },
            [] { return true; });
    }

    void addPanels()
    {
        add(
            u"inspect"_s,
            [this] {
                clearCanvas(), hand::write(*m_window.canvas(), tourDigit(2)),
                    trigger(u"action.layout.inspect"_s), hand::openTab(m_window, titleOf(u"module"_s));
            },
            [this] { return answers(2); });
        addInspection();
        addBuild();
        add(
            u"broken-file"_s,
            [this] {
                trigger(u"action.layout.draw"_s);
                const QString path = m_scratch + u"/broken.inkml"_s;
                QFile file(path);
                if (file.open(QIODevice::WriteOnly))
                    file.write("<ink><trace>1 2, 3</trace></ink>");
                file.close();
                hand::drop(*m_window.canvas(), path);
            },
            [this] { return m_window.notices()->isVisible(); });
        add(
            u"help"_s, [this] { m_window.notices()->dismiss(), trigger(u"action.help"_s); },
            [] { return true; });
        add(
            {}, [this] { hand::click(*m_window.findChild<QPushButton*>(u"help.close"_s)); },
            [] { return true; });
    }

    void addInspection()
    {
        ModuleView* module = m_window.panel<ModuleView>();
        add(
            u"one-value"_s,
            [this] {
                auto* maps = m_window.findChild<MapGrid*>(u"module.maps"_s);
                hand::click(*maps->viewport(), maps->cellRect({1, 14, 15}).center());
            },
            [module] { return module->unit().has_value(); });
        addTab(u"parameters"_s, titleOf(u"parameters"_s));
        add(
            u"why"_s, [this] { hand::openTab(m_window, titleOf(u"why"_s)); },
            [this] { return attributed(); });
        add(
            u"hooks"_s,
            [this] {
                hand::openTab(m_window, titleOf(u"hooks"_s));
                m_window.panel<HookPanel>()->showPage(HookPanel::Page::Hooks);
                hand::click(*m_window.findChild<QWidget*>(u"hooks.tries"_s)->findChild<QToolButton*>());
            },
            [this] { return hookOff()->isVisible(); });
        add(
            {}, [this] { hand::click(*hookOff()); }, [this] { return !hookOff()->isVisible(); });
        add(
            u"what-if"_s,
            [this] {
                m_window.panel<HookPanel>()->showPage(HookPanel::Page::WhatIf);
                hand::click(*m_window.findChild<QPushButton*>(u"hooks.sweep"_s));
            },
            [this] {
                return m_window.findChild<QTableView*>(u"hooks.sweepTable"_s)->model()->rowCount() > 0;
            });
    }

    void addBuild()
    {
        auto* build = m_window.panel<BuildPanel>();
        auto* rows = m_window.findChild<QTreeView*>(u"build.rows"_s);
        add(
            u"build"_s,
            [this, rows] {
                trigger(u"action.layout.build"_s);
                const QRect first = rows->visualRect(rows->model()->index(0, 0));
                hand::click(*rows->viewport(), QPointF(first.left() + 60, first.top() + 10));
            },
            [] { return true; });
        add(
            u"build-misfit"_s,
            [this] {
                m_window.findChild<QAction*>(u"build.preset.resnet-8"_s)->trigger();
                auto* modules = m_window.findChild<QTreeView*>(u"build.rows"_s);
                modules->setCurrentIndex(modules->model()->index(modules->model()->rowCount() - 2, 0));
                m_window.findChild<QAction*>(u"build.remove"_s)->trigger();
            },
            [build] { return !build->verdict().fits(); });
        add(
            {}, [build] { build->undo(), build->undo(); }, [build] { return build->isInUse(); });
    }

    /// Of the badge in the answer.
    [[nodiscard]] QToolButton* hookOff() const
    {
        return m_window.panel<AnswerPanel>()->findChild<QToolButton*>(u"hookBadge.off"_s);
    }

    /// All six methods have answered.
    [[nodiscard]] bool attributed() const
    {
        return !m_window.findChild<QLabel*>(u"why.completeness"_s)->text().isEmpty() &&
               m_window.findChild<QLabel*>(u"why.status"_s)->text().isEmpty();
    }

    [[nodiscard]] QString titleOf(const QString& panel) const
    {
        return m_window.findChild<QDockWidget*>(u"dock."_s + panel)->windowTitle();
    }

    void addTraining()
    {
        add(
            u"train"_s,
            [this] { trigger(u"action.layout.train"_s), hand::openTab(m_window, titleOf(u"training"_s)); },
            [] { return true; });
        if (!hasMnist())
            return;
        addRun(u"training"_s);
        addTab(u"gradients"_s, titleOf(u"flow"_s));
        addTab({}, titleOf(u"training"_s));
        addStop(u"trained"_s);
    }

    void addTab(const QString& name, const QString& title)
    {
        add(
            name, [this, title] { hand::openTab(m_window, title); }, [] { return true; });
    }

    void addRun(const QString& name)
    {
        auto* button = m_window.findChild<QPushButton*>(u"training.button"_s);
        auto* progress = m_window.findChild<QProgressBar*>(u"training.progress"_s);
        add(
            name, [button] { hand::click(*button); },
            [progress] { return progress->value() >= progress->maximum() / 25; });
    }

    /// Not before it was measured once.
    void addStop(const QString& name)
    {
        auto* stop = m_window.findChild<QToolButton*>(u"training.stop"_s);
        auto* epochs = m_window.findChild<QTableView*>(u"training.epochsTable"_s);
        add(
            {}, [] {}, [epochs] { return epochs->model()->rowCount() > 0; });
        add(
            name, [stop] { hand::click(*stop); },
            [this, stop] { return !stop->isEnabled() && shows(WeightsSource::Applied); });
    }

    void addNumbers()
    {
        addTab({}, titleOf(u"numbers"_s));
        auto* matrix = m_window.findChild<QTableView*>(u"evaluation.matrix"_s);
        add(
            u"numbers"_s,
            [this] {
                auto* first = m_window.findChild<QPushButton*>(u"evaluation.measure"_s);
                auto* again = m_window.findChild<QPushButton*>(u"evaluation.measureAgain"_s);
                hand::click(first->isVisible() ? *first : *again);
            },
            [matrix] { return matrix->isVisible(); });
        add(
            u"behind-a-cell"_s, [matrix] { hand::clickCell(*matrix, kMistaken, kTakenFor); },
            [] { return true; });
    }

    void addRuns()
    {
        addTab({}, titleOf(u"training"_s));
        add(
            {}, [this] { hand::click(*m_window.findChild<QToolButton*>(u"training.newSeed"_s)); },
            [] { return true; });
        addRun({});
        addStop({});
        addTab({}, titleOf(u"runs"_s));
        auto* table = m_window.panel<RunsPanel>()->findChild<QTableView*>();
        auto* slider = m_window.findChild<QSlider*>(u"runs.slider"_s);
        add(
            u"runs"_s, [table] { hand::clickCell(*table, 0, kTitle); },
            [slider] { return slider->isEnabled() && slider->maximum() > 0; });
        add(
            u"scrubbing"_s, [slider] { slider->setValue(slider->maximum() / 2); },
            [this] { return shows(WeightsSource::Scrub); });
        add(
            u"comparing"_s,
            [table] {
                hand::clickCell(*table, 0, kTitle);
                hand::clickCell(*table, 1, kTitle, Qt::ControlModifier);
            },
            [this] { return m_window.findChild<QWidget*>(u"runs.classBars"_s)->isVisible(); });
    }

    void addHandwriting()
    {
        for (const int digit : {3, 7})
            add(
                {}, [this, digit] { clearCanvas(), hand::write(*m_window.canvas(), tourDigit(digit)); },
                [this, digit] { return labelButton(digit)->isEnabled(); });
        add(
            u"handwriting"_s,
            [this] {
                hand::click(*labelButton(7));
                hand::openTab(m_window, titleOf(u"samples"_s));
            },
            [] { return true; });
        if (!hasMnist())
            return;
        add(
            u"taught"_s,
            [this] {
                m_before = m_wiring.weights().inUse();
                hand::click(*m_window.findChild<QAbstractButton*>(u"fineTuneTeach"_s));
            },
            [this] { return shows(WeightsSource::Applied) && m_wiring.weights().inUse() != m_before; });
        add(
            {},
            [this] {
                m_before = m_wiring.weights().inUse();
                m_window.findChild<QAction*>(u"action.shippedWeights"_s)->trigger();
            },
            [this] { return m_wiring.weights().inUse() != m_before; });
    }

    [[nodiscard]] QAbstractButton* labelButton(int digit) const
    {
        return m_window.findChild<QAbstractButton*>(u"label%1"_s.arg(digit));
    }

    MainWindow& m_window;
    const Wiring& m_wiring;
    const QString m_suffix;
    const QString m_scratch;
    WeightsController::Weights m_before;  // what is asked for replaces
    std::deque<TourStop> m_stops;
};

/// The tour must not touch what the user keeps, but wants the user's MNIST.
void useScratchFolder(const QString& scratch)
{
    const QString mnist = QString::fromStdString(mnistFolder().string());
    if (hasMnist())
        QFile::link(QDir(mnist).absolutePath(), scratch + u"/mnist"_s);
    qputenv("GLYPHSCOPE_DATA", scratch.toLocal8Bit());
}

int walk(const TourArguments& arguments)
{
    const QString& folder = arguments.folder;
    const QTemporaryDir scratch;
    useScratchFolder(scratch.path());
    if (!QDir().mkpath(folder))
        throw Error(GLYPHSCOPE_TEXT("Tour", "%1: cannot be made. Choose a folder that you may write to."),
                    folder.toStdString());

    QFile::remove(settingsPath());
    Settings settings;
    settings.dark = false;
    saveSettings(settingsPath(), settings);
    MainWindow window;
    Wiring wiring(window, settingsPath());
    window.resize(arguments.size);
    wiring.loadEngineAfterFirstPaint(engineModule());
    window.show();

    Script light(window, wiring, u"-light"_s, scratch.path());
    Script dark(window, wiring, u"-dark"_s, scratch.path());
    std::deque<TourStop> stops = light.stops();
    for (TourStop& stop : dark.stops())
        stops.push_back(std::move(stop));
    Tour tour(window, folder, std::move(stops));
    int status = kDone;
    QObject::connect(&tour, &Tour::finished, [&](int pictures) {
        printLine(Tour::tr("%n picture(s) in %1", nullptr, pictures).arg(QDir(folder).absolutePath()));
        window.close();
    });
    QObject::connect(&tour, &Tour::failed, [&](const QString& message) {
        printMessage(message);
        status = kFailed;
        window.close();
    });
    tour.start();
    (void)QApplication::exec();
    return status;
}

}  // namespace

void silencePluginRemarks()
{
    static QtMessageHandler otherwise = nullptr;
    otherwise =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext& context, const QString& message) {
            if (!message.startsWith(u"This plugin does not support "_s) &&
                !message.startsWith(u"QStandardPaths: XDG_RUNTIME_DIR not set"_s))
                otherwise(type, context, message);
        });
}

int runTour(const QStringList& arguments)
{
    try {
        const std::optional<TourArguments> asked = tourArguments(arguments.mid(1));
        return asked ? walk(*asked) : kDone;
    } catch (const UsageError& error) {
        printMessage(errorText(error));
        return kWrongUsage;
    } catch (const std::exception& error) {
        printMessage(errorText(error));
        return kFailed;
    }
}

}  // namespace glyphscope
