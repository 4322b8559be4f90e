// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed while somebody writes; what is on the canvas comes back. The one that is killed is
// this program again.
#include "app/files/canvas_store.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/training/training_panel.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolButton>

#include <cstdio>
#include <cstring>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMayBeLost = 2000;  // milliseconds before the kill
constexpr int kStrokeEvery = 60;

Drawing strokeNumber(int n)
{
    const double x = 20 + 12 * (n % 20);
    const double y = 20 + 20 * ((n / 20) % 12);
    return {{{{{x, y}, {x + 5, y + 8}, {x + 9, y + 15}}, 1.0}}, {}};
}

/// Writes one stroke after the other into a real window, each told on standard output; with `train` a
/// training is begun and paused, too. Never returns.
int writeUntilKilled(const QString& folder, bool train)
{
    const QByteArray settings = (folder + u"/settings.json"_s).toLocal8Bit();
    MainWindow window;
    Wiring wiring(window, QString::fromLocal8Bit(settings));
    window.resize(1280, 820);
    wiring.loadEngineAfterFirstPaint(GLYPHSCOPE_ENGINE);
    window.show();
    QTimer pen;
    int strokes = 0;
    QObject::connect(&pen, &QTimer::timeout, &pen, [&] {
        hand::write(*window.canvas(), strokeNumber(strokes++));
        std::printf("s %d\n", strokes);
        std::fflush(stdout);
    });
    pen.start(kStrokeEvery);
    QTimer hurry;  // to the training, and into its first pause
    bool begun = false;
    QObject::connect(&hurry, &QTimer::timeout, &hurry, [&] {
        auto* button = window.findChild<QPushButton*>(u"training.button"_s);
        const QString weights = window.findChild<QLabel*>(u"status.weights"_s)->text();
        if (!begun && button->isEnabled() && !weights.isEmpty()) {
            begun = true;
            button->click();
        } else if (begun && weights == u"Weights of the running training"_s) {
            hurry.stop();
            button->click();
        }
    });
    if (train)
        hurry.start(20);
    return QApplication::exec();
}

/// --write FOLDER draw|train
int runWriter(int argc, char** argv)
{
    qputenv("GLYPHSCOPE_DATA", argv[1]);
    const QApplication application(argc, argv);
    return writeUntilKilled(QString::fromLocal8Bit(argv[1]), std::strcmp(argv[2], "train") == 0);
}

/// Another process with the window.
class Writer {
public:
    explicit Writer(const ScratchData& data, bool train = false)
    {
        m_process.start(QCoreApplication::applicationFilePath(),
                        {u"--write"_s, data.path(), train ? u"train"_s : u"draw"_s});
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] {
            for (const QByteArray& line : m_process.readAllStandardOutput().split('\n'))
                if (line.startsWith("s "))
                    m_times << m_clock.elapsed();
        });
        m_clock.start();
    }

    [[nodiscard]] qsizetype strokes() const { return m_times.size(); }

    /// How many strokes it had written long enough before that.
    qsizetype kill()
    {
        const qint64 at = m_clock.elapsed();
        m_process.kill();
        m_process.waitForFinished();
        return std::ranges::count_if(m_times, [at](qint64 time) { return time < at - kMayBeLost; });
    }

private:
    QProcess m_process;
    QElapsedTimer m_clock;
    QList<qint64> m_times;
};

QStringList leftIn(const ScratchData& data)
{
    return QDir(data.file(u"canvas"_s)).entryList({u"left-*"_s}, QDir::Files);
}

/// The kept drawing is what was written, up to a stroke.
void verifyWritten(const Drawing& drawing, qsizetype atLeast)
{
    QVERIFY2(std::ssize(drawing.strokes) >= atLeast,
             qPrintable(u"%1 of %2"_s.arg(drawing.strokes.size()).arg(atLeast)));
    QVERIFY(!drawing.strokes.empty());
    for (int n = 0; n + 1 < std::ssize(drawing.strokes); ++n) {
        const Point at = drawing.strokes[static_cast<std::size_t>(n)].points.at(0);
        const Point wanted = strokeNumber(n).strokes[0].points[0];
        QVERIFY(std::abs(at.x - wanted.x) < 2 && std::abs(at.y - wanted.y) < 2);
    }
}

}  // namespace

class TstInkSurvives : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void aKillTakesTwoSecondsAtMost();
    void declinedItIsForgotten();
    void unansweredItIsOfferedAgain();
    void windowsThatAreOpenTogetherKeepTheirOwn();
    void trainingAndDrawingAreBothOffered();
    void closedWindowLeavesItBehindUndo();
    void damagedDrawingIsToldAndSetAside();
};

void TstInkSurvives::aKillTakesTwoSecondsAtMost()
{
    const ScratchData data;
    Writer writer(data);
    QTRY_VERIFY_WITH_TIMEOUT(writer.strokes() > 60, 60000);
    const qsizetype safe = writer.kill();
    QVERIFY(safe > 10);

    OpenWindow window(data);
    hand::write(window.canvas(), tourDigit(3));
    const Drawing mine = window.canvas().drawing();
    auto* bringBack = window.find<QPushButton>("notices.action");
    QTRY_VERIFY(bringBack->isVisible());
    QVERIFY(window->notices()->text().contains(u"ended unexpectedly"_s));
    QCOMPARE(window.canvas().drawing(), mine);
    hand::click(*bringBack);
    QVERIFY(!window->notices()->isVisible());
    verifyWritten(window.canvas().drawing(), safe);
    QTRY_VERIFY(leftIn(data).isEmpty());
    window.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window.canvas().drawing(), mine);
    window.press(Qt::Key_Y, Qt::ControlModifier);
    verifyWritten(window.canvas().drawing(), safe);
}

void TstInkSurvives::declinedItIsForgotten()
{
    const ScratchData data;
    {
        CanvasStore store(data.file(u"canvas"_s).toStdString());
        (void)store.begin();
        store.keep(tourDigit(4));
    }
    {
        OpenWindow window(data);
        auto* close = window.find<QToolButton>("notices.close");
        QTRY_VERIFY(window->notices()->isVisible());
        hand::click(*close);
        QVERIFY(!window->notices()->isVisible());
        QVERIFY(window.canvas().isEmpty());
        window.leave();
    }
    QVERIFY(leftIn(data).isEmpty());
}

void TstInkSurvives::unansweredItIsOfferedAgain()
{
    const ScratchData data;
    {
        CanvasStore store(data.file(u"canvas"_s).toStdString());
        (void)store.begin();
        store.keep(tourDigit(4));
    }
    for (int start = 0; start < 2; ++start) {
        OpenWindow window(data);
        QTRY_VERIFY(window.find<QPushButton>("notices.action")->isVisible());
        hand::write(window.canvas(), tourDigit(7));
        window.leave();
        QCOMPARE(leftIn(data).size(), 1);
    }
}

void TstInkSurvives::windowsThatAreOpenTogetherKeepTheirOwn()
{
    const ScratchData data;
    Writer one(data);
    Writer other(data);
    QTRY_VERIFY_WITH_TIMEOUT(one.strokes() > 60 && other.strokes() > 60, 90000);
    const qsizetype safeOfOne = one.kill();
    {
        OpenWindow window(data);
        QTRY_VERIFY(window.find<QPushButton>("notices.action")->isVisible());
        hand::click(*window.find<QPushButton>("notices.action"));
        verifyWritten(window.canvas().drawing(), safeOfOne);
        QTRY_VERIFY(leftIn(data).isEmpty());
        window.leave();
    }
    // the one that is still open was not touched
    const qsizetype safeOfOther = other.kill();
    OpenWindow window(data);
    QTRY_VERIFY(window.find<QPushButton>("notices.action")->isVisible());
    hand::click(*window.find<QPushButton>("notices.action"));
    verifyWritten(window.canvas().drawing(), safeOfOther);
}

void TstInkSurvives::trainingAndDrawingAreBothOffered()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 3200);
    Writer writer(data, true);
    const auto resumePoints = [&data] {
        const QDir runs(data.file(u"runs"_s));
        qsizetype count = 0;
        for (const QString& run : runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            count += QFileInfo::exists(runs.filePath(run + u"/last.safetensors"_s)) ? 1 : 0;
        return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(resumePoints(), 1, 120000);
    QTRY_VERIFY_WITH_TIMEOUT(writer.strokes() > 50, 60000);
    const qsizetype safe = writer.kill();

    OpenWindow window(data);
    auto* action = window.find<QPushButton>("notices.action");
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    QTRY_VERIFY(action->isVisible() && action->text() == u"Resume"_s);
    QVERIFY(window->notices()->text().contains(u"when the program ended"_s));
    hand::click(*action);
    QTRY_VERIFY(action->isVisible() && action->text() == u"Bring it back"_s);
    hand::click(*action);
    verifyWritten(window.canvas().drawing(), safe);
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(WeightsSource::Training), 60000);
}

void TstInkSurvives::closedWindowLeavesItBehindUndo()
{
    const ScratchData data;
    Drawing drawn;
    {
        OpenWindow window(data);
        hand::write(window.canvas(), tourDigit(5));
        drawn = window.canvas().drawing();
        QTRY_VERIFY(QDir(data.file(u"canvas"_s)).exists(u"window-1.json"_s));
        window.leave();
    }
    QVERIFY(!QDir(data.file(u"canvas"_s)).exists(u"window-1.json"_s));
    OpenWindow window(data);
    QTRY_VERIFY(window.canvas().canUndo());
    QVERIFY(window.canvas().isEmpty());
    QVERIFY(!window->notices()->isVisible());
    window.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window.canvas().drawing(), drawn);
}

void TstInkSurvives::damagedDrawingIsToldAndSetAside()
{
    const ScratchData data;
    QDir().mkpath(data.file(u"canvas"_s));
    QFile file(data.file(u"canvas/window-1.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\":\"glyphscope-canvas-1\",\"ink\":\"<ink><trace>1 2, 3</trace></ink>\"}");
    file.close();
    OpenWindow window(data);
    QTRY_VERIFY(window->notices()->isVisible());
    QVERIFY2(window->notices()->text().contains(u"left-1.json.bad"_s), qPrintable(window->notices()->text()));
    QVERIFY(QFileInfo::exists(data.file(u"canvas/left-1.json.bad"_s)));
    hand::write(window.canvas(), tourDigit(5));
    QTRY_VERIFY(QFileInfo::exists(data.file(u"canvas/window-1.json"_s)));
}

GLYPHSCOPE_TEST(TstInkSurvives, Widgets)
GLYPHSCOPE_CHILD_PROCESS(InkWriter, "--write", runWriter)
#include "tst_ink_survives.moc"
