// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing happens where nothing happens: a window that nobody touches neither lays out nor paints. A panel
// that answers a layout by asking for another costs a training half its speed, and nobody sees it.
#include "tests/journeys/journey.h"
#include "tests/support/test_program.h"

#include <QtCore/QMap>
#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kWatched = 1000;  // milliseconds
constexpr int kAllowed = 4;     // of one kind for one widget: a timer of the system's may tick in between

/// Counts the layouts and pictures of every widget while it lives.
class Watch : public QObject {
public:
    Watch() { qApp->installEventFilter(this); }

    [[nodiscard]] QStringList restless() const
    {
        QStringList found;
        for (auto [widget, count] : m_counts.asKeyValueRange())
            if (count > kAllowed)
                found << u"%1: %2"_s.arg(widget).arg(count);
        return found;
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Paint)
            ++m_counts[u"%1 '%2' %3"_s.arg(QLatin1StringView(watched->metaObject()->className()),
                                           watched->objectName(),
                                           event->type() == QEvent::Paint ? u"paints"_s : u"lays out"_s)];
        return false;
    }

private:
    QMap<QString, int> m_counts;
};

/// Time in which nothing is to happen.
void letPass(int milliseconds)
{
    QTimer timer;
    QSignalSpy over(&timer, &QTimer::timeout);
    timer.start(milliseconds);
    over.wait(10 * milliseconds);
}

}  // namespace

class TstAtRest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void aWindowThatNobodyTouchesDoesNothing_data();
    void aWindowThatNobodyTouchesDoesNothing();
};

void TstAtRest::aWindowThatNobodyTouchesDoesNothing_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(1280, 720);
    QTest::newRow("large") << QSize(2560, 1600);
}

void TstAtRest::aWindowThatNobodyTouchesDoesNothing()
{
    QFETCH(QSize, size);
    const ScratchData data;
    OpenWindow window(data);
    window->resize(size);
    QTRY_VERIFY(window.ready());
    hand::write(window.canvas(), tourDigit(3));
    QTRY_VERIFY(window.digit() >= 0);
    auto* options = window.find<QToolButton>("training.more");
    QVERIFY(options != nullptr);
    for (const int layout : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
        window.press(static_cast<Qt::Key>(layout), Qt::ControlModifier);
        if (options->isVisible() && !options->isChecked())
            hand::click(*options);
        letPass(1000);  // what that sets off
        const Watch watch;
        letPass(kWatched);
        QVERIFY2(watch.restless().isEmpty(), qPrintable(watch.restless().join(u'\n')));
    }
    for (QDockWidget* dock : window->findChildren<QDockWidget*>())
        dock->toggleViewAction()->trigger();
    letPass(1500);
    const Watch watch;
    letPass(kWatched);
    QVERIFY2(watch.restless().isEmpty(), qPrintable(watch.restless().join(u'\n')));
}

GLYPHSCOPE_TEST(TstAtRest, Widgets)
#include "tst_at_rest.moc"
