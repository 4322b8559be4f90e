// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/samples/sample_sheet_dialog.h"
#include "ui/samples/sample_sheet_view.h"
#include "ui/style/theme.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <memory>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

std::vector<SheetCell> cellsOf(const std::vector<std::pair<std::string, std::string>>& labelsAndAnswers)
{
    std::vector<SheetCell> cells;
    for (const auto& [label, answer] : labelsAndAnswers) {
        SheetCell& cell = cells.emplace_back(SheetCell{{}, label, answer, false});
        cell.glyph[400] = 255;
    }
    return cells;
}

}  // namespace

class TstSampleSheetDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init();
    void cleanup() { m_dialog.reset(); }
    void typingCorrects();
    void lettersAreTypedInAnyCase();
    void whatIsSelectedIsLabelledByMenu();
    void deleteLeavesOutAndTakesIn();
    void nothingIsKeptOfNothing();

private:
    [[nodiscard]] QString words(const char* name) const
    {
        return m_dialog->findChild<QLabel*>(QLatin1StringView(name))->text();
    }
    [[nodiscard]] QPushButton* keepButton() const
    {
        return m_dialog->findChild<QPushButton*>(u"sheetKeep"_s);
    }
    void select(int row) { m_dialog->view()->setCurrentIndex(m_dialog->view()->model()->index(row, 0)); }
    std::vector<SheetCell> kept();

    std::unique_ptr<SampleSheetDialog> m_dialog;
};

void TstSampleSheetDialog::init()
{
    test::failOnQtWarnings();
    m_dialog = std::make_unique<SampleSheetDialog>();
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->setSheet(cellsOf({{"0", "0"}, {"0", "6"}, {"1", "1"}, {"1", ""}}), ClassSet::digits(), true);
    m_dialog->show();
}

std::vector<SheetCell> TstSampleSheetDialog::kept()
{
    std::vector<SheetCell> cells;
    connect(m_dialog.get(), &SampleSheetDialog::kept, this,
            [&](const std::vector<SheetCell>& all) { cells = all; });
    keepButton()->click();
    return cells;
}

void TstSampleSheetDialog::typingCorrects()
{
    QVERIFY(words("sheetDoubtful").startsWith(u"2 "_s));
    select(1);
    QTest::keyClick(m_dialog->view(), Qt::Key_6);
    QVERIFY(words("sheetDoubtful").startsWith(u"1 "_s));
    const std::vector<SheetCell> cells = kept();
    QCOMPARE(cells.size(), std::size_t{4});
    QCOMPARE(cells[1].label, std::string("6"));
    QCOMPARE(cells[0].label, std::string("0"));
    QVERIFY(!m_dialog->isVisible());
}

void TstSampleSheetDialog::lettersAreTypedInAnyCase()
{
    m_dialog->setSheet(cellsOf({{"A", "A"}, {"A", "b"}}), ClassSet({"A", "b"}), false);
    select(1);
    QTest::keyClick(m_dialog->view(), Qt::Key_B, Qt::ShiftModifier);
    QCOMPARE(kept()[1].label, std::string("b"));
}

void TstSampleSheetDialog::whatIsSelectedIsLabelledByMenu()
{
    m_dialog->view()->selectAll();
    auto* label = m_dialog->findChild<QToolButton*>(u"sheetLabel"_s);
    QVERIFY(label->isEnabled());
    label->menu()->actions().at(7)->trigger();
    for (const SheetCell& cell : kept())
        QCOMPARE(cell.label, std::string("7"));
}

void TstSampleSheetDialog::deleteLeavesOutAndTakesIn()
{
    select(3);
    QTest::keyClick(m_dialog->view(), Qt::Key_Delete);
    QVERIFY(keepButton()->text().contains(u'3'));
    QTest::keyClick(m_dialog->view(), Qt::Key_Delete);
    QVERIFY(keepButton()->text().contains(u'4'));
    m_dialog->findChild<QToolButton*>(u"sheetLeaveOut"_s)->click();
    QVERIFY(kept()[3].leftOut);
}

void TstSampleSheetDialog::nothingIsKeptOfNothing()
{
    m_dialog->view()->selectAll();
    QTest::keyClick(m_dialog->view(), Qt::Key_Delete);
    QVERIFY(!keepButton()->isEnabled());
    QVERIFY(m_dialog->findChild<QPushButton*>(u"sheetCancel"_s)->isEnabled());
}

GLYPHSCOPE_TEST(TstSampleSheetDialog, Widgets)
#include "tst_sample_sheet_dialog.moc"
