// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/number_grid.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstNumberGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void saysItsNumbersToAssistiveTechnology();
    void runningNumbersLikeOneLine();
    void statisticsKeepTheHeightOfTheirWidth();

private:
    const QStringList m_captions{u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s, u"F"_s};
};

void TstNumberGrid::saysItsNumbersToAssistiveTechnology()
{
    NumberGrid grid({u"Loss"_s, u"Step"_s}, NumberGridLook::running());
    grid.setValues({u"0.5"_s});
    QCOMPARE(grid.accessibleDescription(), u"Loss 0.5, Step \u2013"_s);
    QCOMPARE(grid.values(), (QStringList{u"0.5"_s, u"\u2013"_s}));
}

void TstNumberGrid::runningNumbersLikeOneLine()
{
    const NumberGrid line(m_captions, NumberGridLook::running());
    QCOMPARE(line.sizeHint().height(), line.minimumSizeHint().height());
    QVERIFY(line.heightForWidth(line.minimumSizeHint().width()) > line.sizeHint().height());
    const NumberGrid block(m_captions, NumberGridLook::statistics());
    QVERIFY(block.sizeHint().height() > block.minimumSizeHint().height());
}

void TstNumberGrid::statisticsKeepTheHeightOfTheirWidth()
{
    NumberGrid block(m_captions, NumberGridLook::statistics());
    block.resize(block.minimumSizeHint().width(), 20);
    block.show();
    QCOMPARE(block.minimumHeight(), block.heightForWidth(block.width()));
    NumberGrid line(m_captions, NumberGridLook::running());
    line.resize(line.minimumSizeHint().width(), 20);
    line.show();
    QCOMPARE(line.minimumHeight(), 0);
}

GLYPHSCOPE_TEST(TstNumberGrid, Widgets)
#include "tst_number_grid.moc"
