// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/training/training_panel.h"

#include <QtCore/QFile>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QFileDialog>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

/// What the program has to tell stays as long as it is true, and no longer.
class TstNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnQtWarnings();
        m_data.reset();  // what it set goes with it
        m_data = std::make_unique<ScratchData>();
    }
    void aRefusedFileIsForgottenWithTheNextGoodOne_data();
    void aRefusedFileIsForgottenWithTheNextGoodOne();
    void aFailedSaveIsForgottenWithTheNext();
    void escapeClosesIt_data();
    void escapeClosesIt();
    void escapeIsTheRunningStrokesFirst();
    void escapeIsTheHelpsFirst();
    void anOpenedDataSetIsAskedAbout();
    void anOpenedDataSetLeavesTheEndOfTheRun();

private:
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_data->file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    void refuse(OpenWindow& window)
    {
        hand::drop(window.canvas(), write(u"broken.inkml"_s, "<ink><trace>1 2, 3"));
        if (!QTest::qWaitFor([&] { return window->notices()->isVisible(); }))
            qFatal("nothing was said");
    }

    std::unique_ptr<ScratchData> m_data;
};

namespace {

bool alarmed(OpenWindow& window)
{
    return window->notices()->isVisible() && window->notices()->kind() != NoticeBar::Kind::Info;
}

void answerSave(OpenWindow& window, const QString& path)
{
    window.press(Qt::Key_S, Qt::ControlModifier);
    auto* dialog = window.find<QFileDialog>("fileDialog");
    if (dialog == nullptr)
        qFatal("nobody asked where to save");
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(&*window))
        qFatal("the window did not become active again");
}

}  // namespace

void TstNotices::aRefusedFileIsForgottenWithTheNextGoodOne_data()
{
    QTest::addColumn<QString>("how");
    for (const char* how : {"ink", "pasted", "data set"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TstNotices::aRefusedFileIsForgottenWithTheNextGoodOne()
{
    QFETCH(QString, how);
    OpenWindow window(*m_data);
    refuse(window);
    QVERIFY(alarmed(window));
    if (how == u"ink"_s) {
        hand::drop(window.canvas(), write(u"good.inkml"_s, "<ink xmlns=\"http://www.w3.org/2003/InkML\">"
                                                           "<trace>10 10, 20 90, 60 90</trace></ink>"));
    } else if (how == u"pasted"_s) {
        QImage image(60, 60, QImage::Format_RGB32);
        image.fill(Qt::white);
        QGuiApplication::clipboard()->setImage(image);
        window.press(Qt::Key_V, Qt::ControlModifier);
    } else {
        writeSmallMnist(m_data->file(u"set"_s), 40);
        hand::drop(*window, m_data->file(u"set"_s));
        QTRY_VERIFY(!window->panel<TrainingPanel>()->data().folders.empty());
    }
    QTRY_VERIFY(!alarmed(window));
    QTRY_VERIFY(how == u"data set"_s || !window.canvas().isEmpty());
}

void TstNotices::aFailedSaveIsForgottenWithTheNext()
{
    OpenWindow window(*m_data);
    hand::write(window.canvas(), tourDigit(3));
    answerSave(window, m_data->file(u"nowhere/three.png"_s));
    QTRY_VERIFY(alarmed(window));
    hand::drop(window.canvas(), write(u"good.inkml"_s, "<ink xmlns=\"http://www.w3.org/2003/InkML\">"
                                                       "<trace>10 10, 20 90, 60 90</trace></ink>"));
    QTRY_COMPARE(window.canvas().drawing().strokes.size(), std::size_t{1});
    QVERIFY(alarmed(window));  // another kind
    answerSave(window, m_data->file(u"three.png"_s));
    QTRY_VERIFY(QFile::exists(m_data->file(u"three.png"_s)));
    QTRY_VERIFY(!alarmed(window));
}

void TstNotices::escapeClosesIt_data()
{
    QTest::addColumn<QByteArray>("focus");
    for (const char* focus : {"canvas", "stages", "notices.close"})
        QTest::newRow(focus) << QByteArray(focus);
}

void TstNotices::escapeClosesIt()
{
    QFETCH(QByteArray, focus);
    OpenWindow window(*m_data);
    refuse(window);
    auto* widget = window.find<QWidget>(focus.constData());
    QVERIFY(widget != nullptr);
    widget->setFocus(Qt::TabFocusReason);
    QTest::keyClick(widget, Qt::Key_Escape);
    QVERIFY(!window->notices()->isVisible());
}

void TstNotices::escapeIsTheRunningStrokesFirst()
{
    OpenWindow window(*m_data);
    refuse(window);
    Canvas& canvas = window.canvas();
    hand::writePart(canvas, tourDigit(7), 0.5);
    QVERIFY(!canvas.isEmpty());
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QVERIFY(canvas.isEmpty());
    QVERIFY(alarmed(window));
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QVERIFY(!window->notices()->isVisible());
}

void TstNotices::escapeIsTheHelpsFirst()
{
    OpenWindow window(*m_data);
    refuse(window);
    window.press(Qt::Key_F1);
    auto* help = window.find<QWidget>("help");
    QVERIFY(help != nullptr);
    QTRY_VERIFY(help->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!help->isVisible());
    QVERIFY(alarmed(window));
    QTRY_VERIFY(QApplication::focusWidget() && !help->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!window->notices()->isVisible());
}

void TstNotices::anOpenedDataSetIsAskedAbout()
{
    writeSmallMnist(m_data->file(u"mnist"_s), 40);
    writeSmallMnist(m_data->file(u"set"_s), 40);
    const std::vector<std::string> opened{m_data->file(u"set"_s).toStdString()};
    OpenWindow window(*m_data);
    const auto chosen = [&] { return window->panel<TrainingPanel>()->data(); };
    const auto open = [&] {
        window->notices()->dismiss();
        hand::drop(*window, m_data->file(u"set"_s));
    };
    auto* instead = window.find<QPushButton>("notices.action");
    auto* beside = window.find<QPushButton>("notices.second");
    open();
    QTRY_VERIFY(beside->isVisible());
    QTest::keyClick(&window.canvas(), Qt::Key_Escape);  // neither
    QVERIFY(!window->notices()->isVisible());
    QVERIFY(chosen().mnist && chosen().folders.empty());
    open();
    QTRY_VERIFY(beside->isVisible());
    hand::click(*beside);
    QVERIFY(chosen().mnist);
    QCOMPARE(chosen().folders, opened);
    window->panel<TrainingPanel>()->setData({});
    open();
    QTRY_VERIFY(beside->isVisible());
    hand::click(*instead);
    QVERIFY(!chosen().mnist);
    QCOMPARE(chosen().folders, opened);
}

void TstNotices::anOpenedDataSetLeavesTheEndOfTheRun()
{
    writeSmallMnist(m_data->file(u"mnist"_s), 640);
    writeSmallMnist(m_data->file(u"set"_s), 640);
    OpenWindow window(*m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    window.press(Qt::Key_2, Qt::ControlModifier);
    auto* train = window.find<QPushButton>("training.button");
    QTRY_VERIFY(train->isEnabled());
    hand::click(*train);
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(WeightsSource::Training), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(window.trained(), 60000);
    const QString end = window.label("training.status");
    hand::drop(*window, m_data->file(u"set"_s));
    auto* instead = window.find<QPushButton>("notices.action");
    QTRY_VERIFY(instead->isVisible());
    hand::click(*instead);
    QTRY_VERIFY(!window->panel<TrainingPanel>()->data().folders.empty());
    QVERIFY(!window->panel<TrainingPanel>()->data().mnist);
    QCOMPARE(window.label("training.status"), end);
}

GLYPHSCOPE_TEST(TstNotices, Widgets)
#include "tst_notices.moc"
