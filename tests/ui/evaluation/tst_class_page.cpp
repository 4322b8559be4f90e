// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/evaluation/evaluation_story.h"
#include "ui/evaluation/class_page.h"
#include "ui/evaluation/class_table.h"
#include "ui/style/theme.h"
#include "ui/widgets/data_table.h"

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstClassPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_page = std::make_unique<ClassPage>();
        m_page->setNumbers(classNumbers(*m_three.evaluation));
        m_page->setClassNames({u"a"_s, u"b"_s, u"c"_s});
        m_page->resize(420, 300);
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void aRowForEveryClass()
    {
        QCOMPARE(column(ClassTable::Class), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(column(ClassTable::Precision),
                 (QStringList{u"50.00\u00a0%"_s, u"50.00\u00a0%"_s, u"\u2013"_s}));
        QCOMPARE(column(ClassTable::Recall),
                 (QStringList{u"33.33\u00a0%"_s, u"100.00\u00a0%"_s, u"0.00\u00a0%"_s}));
        QCOMPARE(column(ClassTable::Support), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
        QCOMPARE(m_page->findChild<QLabel*>(u"evaluation.means"_s)->text(),
                 u"Mean of the classes: precision 50.00\u00a0%, recall 44.44\u00a0%, F1 35.56\u00a0%"_s);
    }

    void aClickOnATitleSorts()
    {
        clickTitle(ClassTable::Recall);
        QCOMPARE(column(ClassTable::Class), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
        clickTitle(ClassTable::Recall);
        QCOMPARE(column(ClassTable::Class), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    }

    void newNumbersKeepTheOrderAndTheSelection()
    {
        clickTitle(ClassTable::Recall);
        view()->selectRow(2);
        m_page->setNumbers(classNumbers(*test::storyOf(3, {{0, 0}, {1, 0}, {2, 2}}).evaluation));
        QCOMPARE(column(ClassTable::Class).front(), u"b"_s);
        const QModelIndexList selected = view()->selectionModel()->selectedRows();
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.front().data().toString(), u"b"_s);
    }

    void rowsAreCopiedInFull()
    {
        view()->selectRow(0);
        QTest::keySequence(view(), QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(), u"a\t0.500000\t0.333333\t0.400000\t3\n"_s);
        view()->clearSelection();
        view()->selectRow(2);
        QTest::keySequence(view(), QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(), u"c\t\t0.000000\t0.000000\t1\n"_s);
    }

    void enterChoosesTheClassOfTheRow()
    {
        clickTitle(ClassTable::Recall);
        const QSignalSpy chosen(m_page.get(), &ClassPage::classChosen);
        view()->setCurrentIndex(view()->model()->index(0, 0));
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 2);
    }

private:
    [[nodiscard]] DataTable* view() const { return m_page->findChild<DataTable*>(); }
    [[nodiscard]] QStringList column(int which) const
    {
        QStringList texts;
        for (int row = 0; row < view()->model()->rowCount(); ++row)
            texts += view()->model()->index(row, which).data().toString();
        return texts;
    }
    void clickTitle(int which) const
    {
        const QHeaderView* header = view()->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(which) + 20, header->height() / 2});
    }

    const test::Story m_three = test::storyOf(3, test::threeClasses());
    std::unique_ptr<ClassPage> m_page;
};

GLYPHSCOPE_TEST(TstClassPage, Widgets)
#include "tst_class_page.moc"
