// SPDX-License-Identifier: GPL-3.0-or-later
// The window is worked at random for a long time: strokes, undos, clears, panels, trainings begun and
// stopped. GLYPHSCOPE_SOAK times 1,000 actions (100: the long form), 3 in the suite. No Qt warning, and
// memory stays.
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/training/training_panel.h"

#include <QtWidgets/QToolButton>

#include <cstdio>
#include <fstream>
#include <malloc.h>
#include <random>
#include <unistd.h>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kActionsAtOnce = 1000;
constexpr int kTrainEvery = 2000;  // 50 trainings in 100,000 actions; one in the suite

double residentMebibytes()
{
    ::malloc_trim(0);
    long pages = 0;
    std::ifstream("/proc/self/statm").ignore(64, ' ') >> pages;
    return static_cast<double>(pages) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

/// Everything that is queued is done, and painted.
void letTheWindowTurn()
{
    bool turned = false;
    QTimer::singleShot(0, qApp, [&turned] { turned = true; });
    QTRY_VERIFY_WITH_TIMEOUT(turned, 60000);
}

/// Somebody who does whatever comes to mind, the same for the same seed.
class Restless {
public:
    explicit Restless(OpenWindow& window) : m_window(window) {}

    void act()
    {
        const int what = number(0, 99);
        if (what < 70)
            hand::write(m_window.canvas(), what < 10 ? tourDigit(number(0, 9)) : scribble());
        else if (what < 82)
            m_window.press(Qt::Key_Z, Qt::ControlModifier);
        else if (what < 86)
            m_window.press(Qt::Key_Y, Qt::ControlModifier);
        else if (what < 93)
            m_window.press(Qt::Key_Delete);
        else
            m_window.press(static_cast<Qt::Key>(Qt::Key_1 + number(0, 2)), Qt::ControlModifier);
    }

    /// LibTorch's first inspection loads code and makes kernels, which stay: before memory is measured.
    void lookInside()
    {
        m_window.press(Qt::Key_3, Qt::ControlModifier);
        hand::openTab(*m_window, u"Why"_s);
        hand::write(m_window.canvas(), tourDigit(7));
        QTRY_VERIFY_WITH_TIMEOUT(m_window.label("why.score").contains(u'7'), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window.label("why.completeness").isEmpty(), 60000);
    }

    void train()
    {
        m_window.press(Qt::Key_2, Qt::ControlModifier);
        auto* button = m_window.find<QPushButton>("training.button");
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 60000);
        hand::click(*button);
        QTRY_VERIFY_WITH_TIMEOUT(m_window.shows(WeightsSource::Training), 60000);
        for (int i = 0; i < 20; ++i)
            act();
        m_window.press(Qt::Key_2, Qt::ControlModifier);
        auto* stop = m_window.find<QToolButton>("training.stop");
        if (stop->isEnabled())
            hand::click(*stop);
        QTRY_VERIFY_WITH_TIMEOUT(m_window.trained(), 60000);
    }

private:
    int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(m_random); }

    Drawing scribble()
    {
        Drawing drawing{{{{}, 1.0}}, {}};
        const int points = number(1, 12);
        for (int i = 0; i < points; ++i)
            drawing.strokes[0].points.push_back(
                {static_cast<double>(number(5, 275)), static_cast<double>(number(5, 275))});
        return drawing;
    }

    OpenWindow& m_window;
    std::mt19937 m_random{1};
};

}  // namespace

class TstSoak : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void nothingGrowsAndNothingComplains();
};

void TstSoak::nothingGrowsAndNothingComplains()
{
    const int portions = std::max(3, qEnvironmentVariableIntValue("GLYPHSCOPE_SOAK"));
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 1280);
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    Restless user(window);
    user.lookInside();
    // Caches and pools, the runs list and the undo history fill; every layout was there several times.
    const int warmUp = std::max(2, portions / 5);
    double before = 0;
    int trainings = 0;
    for (int portion = 0; portion < portions; ++portion) {
        for (int i = 0; i < kActionsAtOnce; ++i) {
            user.act();
            if (i % 10 == 9)
                letTheWindowTurn();
        }
        if ((portion * kActionsAtOnce) % kTrainEvery == 0) {
            user.train();
            ++trainings;
        }
        if (QTest::currentTestFailed())
            return;
        const double now = residentMebibytes();
        if (portion + 1 == warmUp)
            before = now;
        std::printf("%d actions, %d trainings, %.1f MiB\n", (portion + 1) * kActionsAtOnce, trainings, now);
        std::fflush(stdout);
    }
    const double after = residentMebibytes();
    std::printf("memory after the warm-up %.1f MiB, at the end %.1f MiB: %+.1f %%\n", before, after,
                100 * (after - before) / before);
    QVERIFY(after <= before * 1.05);
    window.press(Qt::Key_1, Qt::ControlModifier);
    window.press(Qt::Key_Delete);
    window.leave();
}

GLYPHSCOPE_TEST(TstSoak, Widgets)
#include "tst_soak.moc"
