// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/installation.h"
#include "model/checkpoint/pt_file.h"
#include "model/checkpoint/weights_file.h"
#include "model/types/answer_rule.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/training/training_panel.h"

#include <QtCore/QFile>
#include <QtCore/QMimeData>
#include <QtCore/QUrl>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QFileDialog>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

const QString kGoldens = QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/tests/model/checkpoint/golden/");

/// Weights that take everything for no digit: seen at once.
StateDict strict()
{
    StateDict weights = shippedWeights();
    putAnswerRule({.temperature = 1, .leastEvidence = 1000}, weights);
    return weights;
}

}  // namespace

/// Files of other programs in the window: what they are is told by their content.
class TstExchange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void weightsOfPyTorchAreReadWith_data();
    void weightsOfPyTorchAreReadWith();
    void pastedWeightsAreReadWith();
    void weightsGivenAtTheStartWaitForThoseOfTheLastTime();
    void unfitWeightsAreRefusedByName_data();
    void unfitWeightsAreRefusedByName();
    void savedWeightsOpenAgain_data();
    void savedWeightsOpenAgain();
    void exportsWhatOtherProgramsRead_data();
    void exportsWhatOtherProgramsRead();
    void aNameWithoutAFormatIsRefused();
    void aDataSetIsTrainedOn_data();
    void aDataSetIsTrainedOn();
    void whatIsNoneOfADataSetAddsNothing_data();
    void whatIsNoneOfADataSetAddsNothing();
    void aBrokenDataSetIsToldOf();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_data.file(name); }
    void save(OpenWindow& window, const QString& path)
    {
        QAction* action = window.find<QAction>("action.saveWeights");
        QVERIFY(action->isEnabled());
        action->trigger();
        auto* dialog = window.find<QFileDialog>("fileDialog");
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QVERIFY(dialog->nameFilters().join(u' ').contains(u"(*.pt)"));
        QVERIFY(dialog->nameFilters().join(u' ').contains(u"(*.onnx)"));
        Q_EMIT dialog->fileSelected(path);  // what the desktop's own dialog would answer
        dialog->close();
    }

    ScratchData m_data;
};

void TstExchange::weightsOfPyTorchAreReadWith_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("onCanvas");
    QTest::newRow("on the canvas") << u"strict.pt"_s << true;
    QTest::newRow("anywhere in the window") << u"strict.pth"_s << false;
    QTest::newRow("whatever its suffix") << u"strict.png"_s << true;
}

void TstExchange::weightsOfPyTorchAreReadWith()
{
    QFETCH(QString, name);
    QFETCH(bool, onCanvas);
    writeWeights(strict(), file(name).toStdString(), WeightsFormat::Pt);
    OpenWindow window(m_data);
    hand::write(window.canvas(), tourDigit(3));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 3, 30000);
    hand::drop(onCanvas ? static_cast<QWidget&>(window.canvas()) : *window, file(name));
    QTRY_VERIFY(window.answers(Verdict::NotADigit));
    QCOMPARE(window.label("status.weights"), u"Weights: %1"_s.arg(name));
    QAction* undo = window.find<QAction>("action.undoWeights");
    QTRY_VERIFY(undo->isEnabled());
    undo->trigger();
    QTRY_COMPARE(window.digit(), 3);
    window.leave();
}

void TstExchange::pastedWeightsAreReadWith()
{
    writeWeights(strict(), file(u"strict.pt"_s).toStdString(), WeightsFormat::Pt);
    OpenWindow window(m_data);
    hand::write(window.canvas(), tourDigit(3));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 3, 30000);
    auto* copied = new QMimeData;
    copied->setUrls({QUrl::fromLocalFile(file(u"strict.pt"_s))});
    QGuiApplication::clipboard()->setMimeData(copied);
    window.press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(window.answers(Verdict::NotADigit));
    window.find<QAction>("action.shippedWeights")->trigger();
    QTRY_COMPARE(window.digit(), 3);
    window.leave();
}

void TstExchange::weightsGivenAtTheStartWaitForThoseOfTheLastTime()
{
    writeWeights(strict(), file(u"strict.pt"_s).toStdString(), WeightsFormat::Pt);
    MainWindow window;
    Wiring wiring(window, file(u"settings.json"_s));
    wiring.openFiles({file(u"strict.pt"_s)});
    wiring.loadEngineAfterFirstPaint(GLYPHSCOPE_ENGINE);
    window.show();
    auto* weights = window.findChild<QLabel*>(u"status.weights"_s);
    QTRY_COMPARE_WITH_TIMEOUT(weights->text(), u"Weights: strict.pt"_s, 30000);
    QAction* undo = window.findChild<QAction*>(u"action.undoWeights"_s);
    QTRY_VERIFY(undo->isEnabled());
    undo->trigger();
    QTRY_VERIFY(weights->text() != u"Weights: strict.pt");
    window.close();
}

void TstExchange::unfitWeightsAreRefusedByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::newRow("another network")
        << u"wrapped.pt"_s
        << u"wrapped.pt: These weights are not those of a SimpleCNN with 10 classes:\n  missing: conv1.weight\n"_s;
    QTest::newRow("code") << u"module.pt"_s
                          << u"module.pt: it holds a whole module, \"torch.nn.modules.linear.Linear\""_s;
}

void TstExchange::unfitWeightsAreRefusedByName()
{
    QFETCH(QString, name);
    QFETCH(QString, reason);
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(!window.label("status.weights").isEmpty(), 30000);
    const QString before = window.label("status.weights");
    hand::drop(window.canvas(), kGoldens + name);
    QTRY_VERIFY(window->notices()->isVisible());
    QVERIFY(window->notices()->kind() == NoticeBar::Kind::Error);
    QVERIFY2(window->notices()->text().contains(reason), qPrintable(window->notices()->text()));
    QCOMPARE(window.label("status.weights"), before);
    hand::write(window.canvas(), tourDigit(0));
    QTRY_COMPARE(window.digit(), 0);
}

void TstExchange::savedWeightsOpenAgain_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("safetensors") << u"saved.safetensors"_s;
    QTest::newRow("PyTorch") << u"saved.pt"_s;
}

void TstExchange::savedWeightsOpenAgain()
{
    QFETCH(QString, name);
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(!window.label("status.weights").isEmpty(), 30000);
    save(window, file(name));
    QTRY_COMPARE(window->notices()->text(), u"Saved as %1."_s.arg(file(name)));
    QVERIFY(readWeights(file(name).toStdString()).tensors == shippedWeights().tensors);
    hand::drop(*window, file(name));
    QTRY_COMPARE(window.label("status.weights"), u"Weights: %1"_s.arg(name));
    hand::write(window.canvas(), tourDigit(5));
    QTRY_COMPARE(window.digit(), 5);
    window.leave();
}

void TstExchange::exportsWhatOtherProgramsRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("inside");
    QTest::newRow("ONNX") << u"saved.onnx"_s << QByteArray("MaxPool");
    QTest::newRow("NumPy") << u"saved.npz"_s << QByteArray("conv1.weight.npy");
}

void TstExchange::exportsWhatOtherProgramsRead()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, inside);
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(!window.label("status.weights").isEmpty(), 30000);
    save(window, file(name));
    QTRY_COMPARE(window->notices()->text(), u"Saved as %1."_s.arg(file(name)));
    QFile written(file(name));
    QVERIFY(written.open(QIODevice::ReadOnly) && written.readAll().contains(inside));
}

void TstExchange::aNameWithoutAFormatIsRefused()
{
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(!window.label("status.weights").isEmpty(), 30000);
    save(window, file(u"saved.h5"_s));
    QTRY_VERIFY(window->notices()->text().contains(u"ends in none of .safetensors, .pt, .onnx, .npz"));
    QVERIFY(!QFile::exists(file(u"saved.h5"_s)));
}

void TstExchange::aDataSetIsTrainedOn_data()
{
    QTest::addColumn<QString>("dropped");
    QTest::newRow("its folder") << u"bars"_s;
    QTest::newRow("one of its files") << u"bars/t10k-labels-idx1-ubyte"_s;
}

void TstExchange::aDataSetIsTrainedOn()
{
    QFETCH(QString, dropped);
    writeSmallMnist(file(u"bars"_s), 400);
    OpenWindow window(m_data);
    hand::drop(*window, file(dropped));
    const std::vector<std::string> expected{file(u"bars"_s).toStdString()};
    QTRY_COMPARE(window->panel<TrainingPanel>()->data().folders, expected);
    QVERIFY(!window->panel<TrainingPanel>()->data().mnist);  // which is not there
    QVERIFY2(window->notices()->text().contains(u"its 400 images"), qPrintable(window->notices()->text()));
    QVERIFY(window->notices()->kind() == NoticeBar::Kind::Info);
}

/// Though it lies in the folder of one.
void TstExchange::whatIsNoneOfADataSetAddsNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::newRow("an archive") << u"backup.tar.gz"_s << u"packed (gzip), and not a data set"_s;
    QTest::newRow("one pair of IDX") << u"digits-images-idx3-ubyte"_s << u"none of a whole data set"_s;
}

void TstExchange::whatIsNoneOfADataSetAddsNothing()
{
    QFETCH(QString, name);
    QFETCH(QString, reason);
    writeSmallMnist(file(u"bars"_s), 40);
    QFile::remove(file(u"bars/"_s + name));
    if (name.endsWith(u".gz")) {
        QFile archive(file(u"bars/"_s + name));
        QVERIFY(archive.open(QIODevice::WriteOnly));
        archive.write(QByteArray::fromHex("1f8b0800000000000203cb48cdc9c9e7020020303a3606000000"));
    } else {
        QVERIFY(QFile::copy(file(u"bars/t10k-images-idx3-ubyte"_s), file(u"bars/"_s + name)));
    }
    OpenWindow window(m_data);
    const auto before = window->panel<TrainingPanel>()->data().folders;
    hand::drop(*window, file(u"bars/"_s + name));
    QTRY_VERIFY2(window->notices()->text().contains(reason), qPrintable(window->notices()->text()));
    QVERIFY(window->notices()->text().contains(name));
    QVERIFY(window->notices()->kind() == NoticeBar::Kind::Error);
    QCOMPARE(window->panel<TrainingPanel>()->data().folders, before);
}

void TstExchange::aBrokenDataSetIsToldOf()
{
    writeSmallMnist(file(u"broken"_s), 40);
    QVERIFY(QFile::resize(file(u"broken/train-labels-idx1-ubyte"_s), 20));
    OpenWindow window(m_data);
    const auto before = window->panel<TrainingPanel>()->data().folders;
    hand::drop(*window, file(u"broken"_s));
    QTRY_VERIFY(window->notices()->text().startsWith(u"train-labels-idx1-ubyte: "));
    QCOMPARE(window->panel<TrainingPanel>()->data().folders, before);
}

GLYPHSCOPE_TEST(TstExchange, Widgets)
#include "tst_exchange.moc"
