// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/drawing_file.h"
#include "app/settings/installation.h"
#include "model/checkpoint/safetensors.h"
#include "model/types/answer_rule.h"
#include "tests/journeys/journey.h"
#include "tests/support/test_program.h"

#include <QtCore/QFile>
#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QFileDialog>

#include <limits>

using namespace glyphscope;
using namespace glyphscope::test;

class TstOpening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void droppedPictureIsRead();
    void droppedInkIsPagedThrough();
    void brokenFileIsToldAndNothingIsLost_data();
    void brokenFileIsToldAndNothingIsLost();
    void savedDrawingOpensAgain_data();
    void savedDrawingOpensAgain();
    void openAsksWithoutBlocking();
    void foreignWeightsAreRefused();
    void weightsAnswerByTheirRuleAlsoNextTime();
    void aRuleWithoutSenseIsRefused();
    void weightsThatAreNotFiniteAreRefused();

private:
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_data.file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    ScratchData m_data;
};

void TstOpening::droppedPictureIsRead()
{
    QImage image(300, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::darkBlue, 26, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygon({{70, 90}, {230, 85}, {140, 330}}));
    painter.end();
    const QString path = m_data.file(QStringLiteral("seven.png"));
    QVERIFY(image.save(path));

    OpenWindow window(m_data);
    hand::drop(window.canvas(), path);
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 7, 30000);
    QVERIFY(!window->notices()->isVisible());
    window.press(Qt::Key_Z, Qt::ControlModifier);  // opening is undone as any gesture is
    QTRY_VERIFY(window.answers(Verdict::Empty));
}

void TstOpening::droppedInkIsPagedThrough()
{
    const QString path = m_data.file(QStringLiteral("three.inkml"));
    saveInkml(path, {{tourDigit(1), "1", {}}, {tourDigit(6), "6", {}}, {tourDigit(9), "9", {}}});
    OpenWindow window(m_data);
    hand::drop(window.canvas(), path);
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 1, 30000);
    QVERIFY(window.label("pager.text").startsWith(QStringLiteral("Drawing 1 of 3 in three.inkml")));
    window.press(Qt::Key_PageDown);
    QTRY_COMPARE(window.digit(), 6);
    window.press(Qt::Key_PageDown);
    window.press(Qt::Key_PageDown);  // there is no fourth
    QTRY_COMPARE(window.digit(), 9);
    window.press(Qt::Key_PageUp);
    QTRY_COMPARE(window.digit(), 6);
}

void TstOpening::brokenFileIsToldAndNothingIsLost_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QStringLiteral("a.png") << QByteArray();
    QTest::newRow("text as a picture") << QStringLiteral("a.png") << QByteArray("hello");
    QTest::newRow("cut off") << QStringLiteral("a.inkml") << QByteArray("<ink><trace>1 2, 3 4</tra");
    QTest::newRow("bomb") << QStringLiteral("a.inkml")
                          << QByteArray("<!DOCTYPE ink [<!ENTITY a \"aa\">]><ink><trace>1 2</trace></ink>");
    QTest::newRow("no drawing") << QStringLiteral("a.inkml")
                                << QByteArray("<ink xmlns=\"http://www.w3.org/2003/InkML\"/>");
    QTest::newRow("weights") << QStringLiteral("a.safetensors")
                             << QByteArray("\x08\0\0\0\0\0\0\0{}      ", 16);
}

void TstOpening::brokenFileIsToldAndNothingIsLost()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    hand::write(window.canvas(), tourDigit(2));
    const Drawing before = window.canvas().drawing();
    hand::drop(window.canvas(), write(name, bytes));
    QTRY_VERIFY(window->notices()->isVisible());
    QVERIFY(window->notices()->kind() == NoticeBar::Kind::Error);
    QVERIFY(window.canvas().drawing() == before);
    QTRY_COMPARE(window.digit(), 2);
}

void TstOpening::savedDrawingOpensAgain_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("inkml") << QStringLiteral("saved.inkml");
    QTest::newRow("png") << QStringLiteral("saved.png");
}

void TstOpening::savedDrawingOpensAgain()
{
    QFETCH(QString, name);
    OpenWindow window(m_data);
    hand::write(window.canvas(), tourDigit(6));
    window.press(Qt::Key_S, Qt::ControlModifier);
    auto* dialog = window.find<QFileDialog>("fileDialog");
    QVERIFY(dialog != nullptr);
    const QString path = m_data.file(name);
    Q_EMIT dialog->fileSelected(path);  // what the desktop's own dialog would answer
    dialog->close();
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(window->notices()->text().startsWith(QStringLiteral("Saved as")));

    window.press(Qt::Key_Delete);
    hand::drop(window.canvas(), path);
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 6, 30000);
}

void TstOpening::openAsksWithoutBlocking()
{
    OpenWindow window(m_data);
    window.press(Qt::Key_O, Qt::ControlModifier);  // comes back at once: a blocking dialog would hang here
    auto* dialog = window.find<QFileDialog>("fileDialog");
    QVERIFY(dialog != nullptr && dialog->isVisible());
    dialog->reject();
}

void TstOpening::foreignWeightsAreRefused()
{
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    const QString path = m_data.file(QStringLiteral("other.safetensors"));
    StateDict foreign;
    foreign.tensors = {{"fc2.bias", {10}, std::vector<float>(10)}};
    writeSafetensors(foreign, path.toStdString());
    hand::drop(window.canvas(), path);
    QTRY_VERIFY(window->notices()->isVisible());
    QVERIFY(window->notices()->text().contains(QStringLiteral("missing: conv1.weight")));
    hand::write(window.canvas(), tourDigit(0));
    QTRY_COMPARE(window.digit(), 0);
}

void TstOpening::weightsAnswerByTheirRuleAlsoNextTime()
{
    const QString path = m_data.file(QStringLiteral("strict.safetensors"));
    StateDict strict = shippedWeights();
    putAnswerRule({.temperature = 1, .leastEvidence = 1000}, strict);
    writeSafetensors(strict, path.toStdString());
    const QString refused = QStringLiteral("Not a digit");
    {
        OpenWindow window(m_data);
        QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
        hand::write(window.canvas(), tourDigit(3));
        QTRY_COMPARE(window.digit(), 3);
        hand::drop(window.canvas(), path);
        QTRY_COMPARE_WITH_TIMEOUT(window.verdict(), refused, 30000);
        QVERIFY(window.label("answerDetail").contains(QStringLiteral("3 (")));
        QVERIFY(window.find<QLabel>("answerDetail")->toolTip().contains(QStringLiteral("1000.0")));
        window.leave();
    }
    OpenWindow window(m_data);
    hand::write(window.canvas(), tourDigit(3));
    QTRY_COMPARE_WITH_TIMEOUT(window.verdict(), refused, 30000);
    window.find<QAction>("action.undoWeights")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 3, 30000);
    window.leave();  // what comes after reads with these
}

void TstOpening::aRuleWithoutSenseIsRefused()
{
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    StateDict weights = shippedWeights();
    weights.metadata[kTemperatureKey] = "cold";
    const QString path = m_data.file(QStringLiteral("cold.safetensors"));
    writeSafetensors(weights, path.toStdString());
    hand::drop(window.canvas(), path);
    QTRY_VERIFY(window->notices()->isVisible());
    QVERIFY(window->notices()->text().contains(QStringLiteral("answer.temperature = \"cold\"")));
    hand::write(window.canvas(), tourDigit(0));
    QTRY_COMPARE(window.digit(), 0);
}

void TstOpening::weightsThatAreNotFiniteAreRefused()
{
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    StateDict weights = shippedWeights();
    weights.tensors.front().values.front() = std::numeric_limits<float>::quiet_NaN();
    const QString path = m_data.file(QStringLiteral("nan.safetensors"));
    writeSafetensors(weights, path.toStdString());
    hand::drop(window.canvas(), path);
    QTRY_VERIFY(window->notices()->isVisible());
    QVERIFY(window->notices()->text().startsWith(QStringLiteral("nan.safetensors: tensor \"conv1.weight\"")));
    hand::write(window.canvas(), tourDigit(0));
    QTRY_COMPARE(window.digit(), 0);
}

GLYPHSCOPE_TEST(TstOpening, Widgets)
#include "tst_opening.moc"
