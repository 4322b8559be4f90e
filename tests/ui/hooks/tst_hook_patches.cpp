// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/shown_page.h"
#include "ui/style/theme.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using test::ShownPage;
using namespace Qt::StringLiterals;

/// Patches on the page of hooks: values that come from another drawing.
class TstHookPatches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void aPatchKeepsTheDrawingAsDonor();
    void aPatchNeedsADrawing();
    void aDonorKeptLaterReplacesTheFirst();
    void patchesAreForForwardValuesOnly();
};

void TstHookPatches::aPatchKeepsTheDrawingAsDonor()
{
    ShownPage shown;
    shown.three();
    shown.page.setReading(test::shared(test::reading(3, 0.99F)));
    shown.click(1);
    shown.choose(u"action"_s, 6);
    const HookSpec& spec = shown.asked.back()[1];
    QCOMPARE(spec.action, HookAction::Patch);
    QVERIFY(spec.donor != nullptr);
    QCOMPARE(spec.donor->name, "conv2");
    QCOMPARE(shown.child<QLabel>(u"donorWords"_s)->text(), u"Donor: read as 3."_s);
    QCOMPARE(shown.child<QLabel>(u"donorPicture"_s)->pixmap().size(), QSize(28, 28));
    shown.choose(u"kind"_s, 0);
    QCOMPARE(shown.asked.back()[1].donor->name, "pool1");
    shown.choose(u"module"_s, 0);
    QCOMPARE(shown.asked.back()[1].action, HookAction::Observe);
    QVERIFY(shown.asked.back()[1].donor == nullptr);
}

void TstHookPatches::aPatchNeedsADrawing()
{
    ShownPage shown;
    shown.press(u"add"_s);
    shown.choose(u"action"_s, 6);
    QVERIFY(!shown.child<QPushButton>(u"addHook"_s)->isEnabled());
    QVERIFY(!shown.child<QPushButton>(u"keepDonor"_s)->isEnabled());
    shown.page.setReading(test::shared(test::reading(3, 0.99F)));
    shown.press(u"keepDonor"_s);
    QVERIFY(shown.child<QPushButton>(u"addHook"_s)->isEnabled());
    shown.press(u"addHook"_s);
    QCOMPARE(shown.last().donor->name, "conv1");
}

void TstHookPatches::aDonorKeptLaterReplacesTheFirst()
{
    ShownPage shown;
    shown.three();
    shown.page.setReading(test::shared(test::reading(3, 0.99F)));
    shown.click(1);
    shown.choose(u"action"_s, 6);
    const auto first = shown.asked.back()[1].donor;
    shown.page.setReading(test::shared(test::reading(8, 0.99F)));
    shown.press(u"keepDonor"_s);
    QVERIFY(shown.asked.back()[1].donor != first);
    QCOMPARE(shown.child<QLabel>(u"donorWords"_s)->text(), u"Donor: read as 8."_s);
    shown.press(u"undo"_s);
    QCOMPARE(shown.asked.back()[1].donor, first);
    QCOMPARE(shown.child<QLabel>(u"donorWords"_s)->text(), u"Donor: read as 3."_s);
}

void TstHookPatches::patchesAreForForwardValuesOnly()
{
    ShownPage shown;
    shown.three();
    shown.page.setReading(test::shared(test::reading(3, 0.99F)));
    shown.click(2);
    const auto* action = shown.child<QComboBox>(u"action"_s);
    QVERIFY(!(action->model()->flags(action->model()->index(6, 0)) & Qt::ItemIsEnabled));
    shown.click(0);
    QVERIFY(action->model()->flags(action->model()->index(6, 0)) & Qt::ItemIsEnabled);
}

GLYPHSCOPE_TEST(TstHookPatches, Widgets)
#include "tst_hook_patches.moc"
