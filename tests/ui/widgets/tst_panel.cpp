// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/panel.h"

#include <QtTest/QSignalSpy>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

class CountingPanel : public Panel {
public:
    explicit CountingPanel(QWidget* parent = nullptr) : Panel(u"test.panel"_s, u"Test"_s, parent) {}

    void take() { changed(); }

    int refreshed = 0;
    int seenWhileRefreshed = 0;

protected:
    void refresh() override
    {
        ++refreshed;
        seenWhileRefreshed += isSeen() ? 1 : 0;
    }
};

}  // namespace

class TstPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void isNamedAfterItsTitle();
    void refreshesOnceForManyChangesInSecret();
    void refreshesAtOnceWhileSeen();
    void tellsWhenItIsSeen();
    void aMinimisedPanelIsNotSeen();
};

void TstPanel::isNamedAfterItsTitle()
{
    const CountingPanel panel;
    QCOMPARE(panel.objectName(), u"test.panel"_s);
    QCOMPARE(panel.windowTitle(), u"Test"_s);
    QCOMPARE(panel.accessibleName(), u"Test"_s);
}

void TstPanel::refreshesOnceForManyChangesInSecret()
{
    CountingPanel panel;
    for (int i = 0; i < 3; ++i)
        panel.take();
    QCOMPARE(panel.refreshed, 0);
    panel.show();
    QCOMPARE(panel.refreshed, 1);
    QCOMPARE(panel.seenWhileRefreshed, 1);
    panel.hide();
    panel.show();
    QCOMPARE(panel.refreshed, 1);  // nothing has changed
    panel.hide();
    panel.take();
    QCOMPARE(panel.refreshed, 1);
    panel.show();
    QCOMPARE(panel.refreshed, 2);
}

void TstPanel::refreshesAtOnceWhileSeen()
{
    CountingPanel panel;
    panel.show();
    panel.take();
    panel.take();
    QCOMPARE(panel.refreshed, 3);
}

void TstPanel::tellsWhenItIsSeen()
{
    QWidget window;
    auto* panel = new CountingPanel(&window);
    int refreshedBefore = -1;
    QSignalSpy shown(panel, &Panel::shown);
    connect(panel, &Panel::shown, panel, [&] { refreshedBefore = panel->refreshed; });
    window.show();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.takeFirst().value(0).toBool(), true);
    QCOMPARE(refreshedBefore, 1);
    window.hide();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.takeFirst().value(0).toBool(), false);
}

void TstPanel::aMinimisedPanelIsNotSeen()
{
    CountingPanel panel;
    panel.show();
    QHideEvent hidden;  // as a window manager's: the widget is still visible to Qt
    QCoreApplication::sendEvent(&panel, &hidden);
    QVERIFY(panel.isVisible());
    QVERIFY(!panel.isSeen());
    panel.take();
    QCOMPARE(panel.refreshed, 1);
    QShowEvent shown;
    QCoreApplication::sendEvent(&panel, &shown);
    QCOMPARE(panel.refreshed, 2);
}

GLYPHSCOPE_TEST(TstPanel, Widgets)
#include "tst_panel.moc"
