// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/parameters/network_story.h"
#include "ui/parameters/forward_table.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_note.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstParameterPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_panel = std::make_unique<ParameterPanel>();
        m_panel->resize(500, 560);
    }

    void everyPageSaysWhatIsMissing()
    {
        m_panel->show();
        QVERIFY(child<EmptyNote>(u"parametersEmpty"_s)->isVisible());
        QVERIFY(child<EmptyNote>(u"parametersEmpty"_s)->text().contains(u"LibTorch"));
        click(u"modulesTab"_s);
        QVERIFY(child<EmptyNote>(u"modulesEmpty"_s)->isVisible());
        click(u"forwardTab"_s);
        QVERIFY(child<EmptyNote>(u"forwardEmpty"_s)->isVisible());
        m_panel->setDescription(test::simpleCnn());
        m_panel->setReading(test::shared(test::readingOf(1)));
        for (const QString& name : {u"parametersEmpty"_s, u"modulesEmpty"_s, u"forwardEmpty"_s})
            QVERIFY(child<EmptyNote>(name)->isHidden());
        m_panel->setDescription({});
        m_panel->setReading(test::shared(Reading()));
        for (const QString& name : {u"parametersEmpty"_s, u"modulesEmpty"_s})
            QVERIFY(!child<EmptyNote>(name)->isHidden());
        QTRY_VERIFY(child<EmptyNote>(u"forwardEmpty"_s)->isVisible());
    }

    void theSwitchTurnsThePages()
    {
        m_panel->show();
        QCOMPARE(m_panel->page(), ParameterPanel::Page::Parameters);
        click(u"forwardTab"_s);
        QCOMPARE(m_panel->page(), ParameterPanel::Page::Forward);
        QVERIFY(!child<QToolButton>(u"parametersTab"_s)->isChecked());
        m_panel->showPage(ParameterPanel::Page::Modules);
        QVERIFY(child<QToolButton>(u"modulesTab"_s)->isChecked());
        QCOMPARE(m_panel->page(), ParameterPanel::Page::Modules);
    }

    void frozenNamesAreKept()
    {
        m_panel->setDescription(test::simpleCnn());
        m_panel->show();
        QSignalSpy frozen(m_panel.get(), &ParameterPanel::frozenChanged);
        m_panel->setFrozen({u"fc1.bias"_s, u"conv1.weight"_s, u"fc1.bias"_s});
        QCOMPARE(m_panel->frozen(), (QStringList{u"conv1.weight"_s, u"fc1.bias"_s}));
        QCOMPARE(frozen.count(), 0);
        auto* table = child<QTableView>(u"table"_s);
        table->selectRow(2);
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(frozen.takeFirst().first().toStringList(),
                 (QStringList{u"conv1.weight"_s, u"conv2.weight"_s, u"fc1.bias"_s}));
        m_panel->setDescription({});
        m_panel->setDescription(test::simpleCnn());
        QCOMPARE(m_panel->frozen().size(), 3);
        QVERIFY(child<QLabel>(u"totals"_s)->text().contains(u"3 of 8 frozen"));
    }

    void aModuleIsChosenInTheTree()
    {
        m_panel->setDescription(test::simpleCnn());
        m_panel->show();
        QSignalSpy chosen(m_panel.get(), &ParameterPanel::moduleChosen);
        click(u"modulesTab"_s);
        auto* tree = child<QTreeView>(u"modules"_s);
        const QModelIndex network = tree->model()->index(0, 0);
        QVERIFY(tree->isExpanded(network));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(network).center());
        QCOMPARE(chosen.count(), 0);  // it has no name
        const QModelIndex conv2 = tree->model()->index(3, 0, network);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(conv2).center());
        QCOMPARE(chosen.takeFirst().first().toString(), u"conv2"_s);
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(chosen.takeFirst().first().toString(), u"relu2"_s);
        QVERIFY(child<QLabel>(u"moduleTotals"_s)->text().startsWith(u"10 modules. 824,458 parameters"));
    }

    void theTraceFollowsTheReadings()
    {
        m_panel->show();
        click(u"forwardTab"_s);
        auto* table = child<QTableView>(u"forward"_s);
        m_panel->setReading(test::shared(test::readingOf(0)));
        QCOMPARE(table->model()->rowCount(), 10);
        const QModelIndex time = table->model()->index(9, ForwardTable::Time);
        QCOMPARE(time.data().toString(), u"\u2013"_s);
        QVERIFY(child<QLabel>(u"forwardTotals"_s)->text().startsWith(u"\u2013 in all"));
        m_panel->setReading(test::shared(test::readingOf(2)));
        QTRY_COMPARE(time.data().toString(), u"20.0\u00a0\u00b5s  18\u00a0%"_s);
        QVERIFY2(child<QLabel>(u"forwardTotals"_s)
                     ->text()
                     .startsWith(u"121\u00a0\u00b5s in all, 110\u00a0\u00b5s in the modules"),
                 qPrintable(child<QLabel>(u"forwardTotals"_s)->text()));
        QVERIFY(child<QLabel>(u"forwardTotals"_s)->toolTip().contains(u"last 20 readings"));
        QSignalSpy chosen(m_panel.get(), &ParameterPanel::moduleChosen);
        table->selectRow(3);
        m_panel->setReading(test::shared(test::readingOf(4)));
        QCOMPARE(chosen.takeFirst().first().toString(), u"conv2"_s);
        QTRY_COMPARE(time.data().toString(), u"30.0\u00a0\u00b5s  18\u00a0%"_s);
        QCOMPARE(table->currentIndex().row(), 3);
        QCOMPARE(chosen.count(), 0);
    }

    void theFocusAloneChoosesNothing()
    {
        m_panel->setDescription(test::simpleCnn());
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        QSignalSpy chosen(m_panel.get(), &ParameterPanel::moduleChosen);
        click(u"forwardTab"_s);
        m_panel->setReading(test::shared(test::readingOf(1)));
        child<QTableView>(u"forward"_s)->setFocus();
        QVERIFY(child<QTableView>(u"forward"_s)->hasFocus());
        QCOMPARE(chosen.count(), 0);
    }

    void hiddenPagesDoNothing()
    {
        m_panel->show();
        auto* table = child<QTableView>(u"forward"_s);
        m_panel->setReading(test::shared(test::readingOf(1)));
        QCOMPARE(table->model()->rowCount(), 0);
        click(u"forwardTab"_s);
        QCOMPARE(table->model()->rowCount(), 10);
        m_panel->hide();
        m_panel->setReading(test::shared(Reading()));
        QCOMPARE(table->model()->rowCount(), 10);
        m_panel->show();
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void itSaysWhetherItIsSeen()
    {
        QSignalSpy shown(m_panel.get(), &ParameterPanel::shown);
        m_panel->show();
        QCOMPARE(shown.takeFirst().first().toBool(), true);
        m_panel->hide();
        QCOMPARE(shown.takeFirst().first().toBool(), false);
    }

    void fitsASmallDock()
    {
        m_panel->setDescription(test::simpleCnn());
        m_panel->setReading(test::shared(test::readingOf(1)));
        m_panel->show();
        for (const auto page : {ParameterPanel::Page::Parameters, ParameterPanel::Page::Modules,
                                ParameterPanel::Page::Forward}) {
            m_panel->showPage(page);
            const QSize least = m_panel->minimumSizeHint();
            QVERIFY2(least.width() <= 280 && least.height() <= 420,
                     qPrintable(u"%1 x %2"_s.arg(least.width()).arg(least.height())));
        }
    }

    void everyWidgetHasANameForTheEar()
    {
        for (const QString& name : {u"table"_s, u"modules"_s, u"forward"_s, u"histogram"_s, u"numbers"_s})
            QVERIFY2(!child<QWidget>(name)->accessibleName().isEmpty(), qPrintable(name));
        for (const QString& name : {u"parametersTab"_s, u"modulesTab"_s, u"forwardTab"_s})
            QVERIFY2(!child<QWidget>(name)->toolTip().isEmpty(), qPrintable(name));
    }

private:
    template <typename Widget>
    [[nodiscard]] Widget* child(const QString& name) const
    {
        return m_panel->findChild<Widget*>(u"parameters."_s + name);
    }
    void click(const QString& name) const { QTest::mouseClick(child<QToolButton>(name), Qt::LeftButton); }

    std::unique_ptr<ParameterPanel> m_panel;
};

GLYPHSCOPE_TEST(TstParameterPanel, Widgets)
#include "tst_parameter_panel.moc"
