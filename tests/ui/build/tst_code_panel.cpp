// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/presets.h"
#include "model/spec/spec_edit.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/build/code_panel.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QTextBlock>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

struct ShownCode {
    explicit ShownCode(const NetworkSpec& network = shippedNetwork())
    {
        panel.setNetwork(network);
        panel.resize(420, 500);
        panel.show();
    }
    [[nodiscard]] QPlainTextEdit* text() const { return panel.findChild<QPlainTextEdit*>(u"code.text"_s); }
    void press(const char* name) const
    {
        QTest::mouseClick(panel.findChild<QToolButton*>(QLatin1StringView(name)), Qt::LeftButton);
    }
    [[nodiscard]] QStringList marked() const
    {
        QStringList lines;
        for (const QTextEdit::ExtraSelection& mark : text()->extraSelections())
            lines << mark.cursor.block().text();
        return lines;
    }
    CodePanel panel;
};

}  // namespace

class TstCodePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void showsEveryLanguage_data();
    void showsEveryLanguage();
    void marksTheChosenModule();
    void aLineChoosesItsModule();
    void aMisfitHasNoSource();
    void copiesAndSaves();
};

void TstCodePanel::showsEveryLanguage_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("part");
    QTest::newRow("class") << 0 << u"def forward(self"_s;
    QTest::newRow("Sequential") << 1 << u"Sequential("_s;
    QTest::newRow("C++") << 2 << u"torch::"_s;
    QTest::newRow("print") << 3 << u"(conv1): Conv2d(1, 32"_s;
}

void TstCodePanel::showsEveryLanguage()
{
    QFETCH(int, language);
    QFETCH(QString, part);
    const ShownCode shown;
    shown.panel.findChild<QComboBox*>(u"code.language"_s)->setCurrentIndex(language);
    QTRY_VERIFY2(shown.panel.text().contains(part), qPrintable(shown.panel.text()));
}

void TstCodePanel::marksTheChosenModule()
{
    ShownCode shown;
    QTRY_VERIFY(!shown.panel.text().isEmpty());
    QVERIFY(shown.marked().isEmpty());
    shown.panel.setModule(u"conv2"_s);
    QVERIFY(!shown.marked().isEmpty());
    for (const QString& line : shown.marked())
        QVERIFY2(line.contains(u"conv2"_s), qPrintable(line));
    shown.panel.setModule({});
    QVERIFY(shown.marked().isEmpty());
}

void TstCodePanel::aLineChoosesItsModule()
{
    ShownCode shown;
    QTRY_VERIFY(!shown.panel.text().isEmpty());
    QSignalSpy chosen(&shown.panel, &CodePanel::moduleChosen);
    const QStringList lines = shown.panel.text().split(u'\n');
    int line = 0;
    while (line < lines.size() && !lines[line].contains(u"fc1"_s))
        ++line;
    const QRect place =
        shown.text()->cursorRect(QTextCursor(shown.text()->document()->findBlockByNumber(line)));
    QTest::mouseClick(shown.text()->viewport(), Qt::LeftButton, {}, place.center() + QPoint(20, 0));
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"fc1"_s);
}

void TstCodePanel::aMisfitHasNoSource()
{
    NetworkSpec misfit = shippedNetwork();
    removeLayer(misfit, {misfit.layers.size() - 1});
    ShownCode shown(misfit);
    auto* problem = shown.panel.findChild<QLabel*>(u"code.problem"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(shown.panel.text().isEmpty());
    QVERIFY(!shown.panel.findChild<QToolButton*>(u"code.copy"_s)->isEnabled());
    shown.panel.setNetwork(shippedNetwork());
    QTRY_VERIFY(!problem->isVisible());
}

void TstCodePanel::copiesAndSaves()
{
    const ShownCode shown;
    QTRY_VERIFY(!shown.panel.text().isEmpty());
    shown.press("code.copy");
    QCOMPARE(QGuiApplication::clipboard()->text(), shown.panel.text());
    QSignalSpy save(&shown.panel, &CodePanel::saveRequested);
    QSignalSpy paste(&shown.panel, &CodePanel::pasteRequested);
    shown.press("code.save");
    QCOMPARE(save.size(), 1);
    QVERIFY(save[0][1].toString().contains(u"*.py"_s));
    shown.press("code.paste");
    QCOMPARE(paste.size(), 1);
}

GLYPHSCOPE_TEST(TstCodePanel, Widgets)
#include "tst_code_panel.moc"
