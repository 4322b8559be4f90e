// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/sample_store.h"
#include "app/settings/weights_history.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/samples/samples_panel.h"
#include "ui/widgets/paint_drawing.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

/// Saying what a drawing was, and teaching it.
class TstMyHandwriting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void whatItWasIsKeptAtOnceAndCanBeTakenBack();
    void aNumberIsKeptDigitByDigit();
    void aNumberInAPictureIsKeptToo();
    void teachesAndTakesBackExactly();
};

namespace {

std::vector<Sample> samplesIn(const ScratchData& data)
{
    return SampleStore(data.file(u"samples"_s)).load();
}

void sayItWas(OpenWindow& window, int digit)
{
    auto* button = window.find<QAbstractButton>(qPrintable(u"label%1"_s.arg(digit)));
    QTRY_VERIFY(button->isEnabled());
    hand::click(*button);
}

}  // namespace

void TstMyHandwriting::whatItWasIsKeptAtOnceAndCanBeTakenBack()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    hand::write(window.canvas(), tourDigit(3));
    sayItWas(window, 3);
    QTRY_COMPARE(samplesIn(data).size(), std::size_t(1));
    QCOMPARE(samplesIn(data)[0].label, std::string("3"));
    QCOMPARE(samplesIn(data)[0].drawing, window.canvas().drawing());
    auto* undo = window.find<QAbstractButton>("labelUndo");
    QTRY_VERIFY(undo->isVisible());
    hand::click(*undo);
    QTRY_VERIFY(samplesIn(data).empty());
}

void TstMyHandwriting::aNumberIsKeptDigitByDigit()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    const Drawing number = tourNumber({4, 2});
    hand::write(window.canvas(), number);
    QTRY_COMPARE(window.verdict(), u"It is 42"_s);
    sayItWas(window, 7);  // of the one in focus, and not kept yet
    auto* keep = window.find<QAbstractButton>("labelKeep");
    QVERIFY(keep->isVisible() && samplesIn(data).empty());
    QCOMPARE(window.label("labelWords"), u"It was 4 and 7"_s);
    hand::click(*keep);
    QTRY_COMPARE(samplesIn(data).size(), std::size_t(2));
    const std::vector<Sample> kept = samplesIn(data);
    QCOMPARE(kept[0].label, std::string("4"));
    QCOMPARE(kept[1].label, std::string("7"));
    QCOMPARE(kept[0].drawing.strokes.size() + kept[1].drawing.strokes.size(), number.strokes.size());
    QTRY_COMPARE(window.label("labelWords"), u"Kept as 4 and 7"_s);
    QTRY_COMPARE(window.find<QAbstractItemView>("sampleGallery")->model()->rowCount(), 2);
    hand::click(*window.find<QAbstractButton>("labelUndo"));
    QTRY_VERIFY(samplesIn(data).empty());
    QCOMPARE(window.label("labelWords"), u"It was 4 and 7"_s);
}

void TstMyHandwriting::aNumberInAPictureIsKeptToo()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    const QString path = data.file(u"number.png"_s);
    QVERIFY(renderDrawing(tourNumber({4, 2}), {560, 560}, 1, Qt::black, Qt::white).save(path));
    hand::drop(window.canvas(), path);
    QTRY_COMPARE(window.verdict(), u"It is 42"_s);
    QTRY_VERIFY2(window.label("answerDetail").contains(u"sure"_s), qPrintable(window.label("answerDetail")));
    hand::click(*window.find<QAbstractButton>("labelKeep"));
    QTRY_COMPARE(samplesIn(data).size(), std::size_t(2));
    const std::vector<Sample> kept = samplesIn(data);
    QCOMPARE(kept[0].label + kept[1].label, std::string("42"));
    QVERIFY(kept[0].drawing.picture && kept[1].drawing.picture && kept[0].glyph != kept[1].glyph);
}

void TstMyHandwriting::teachesAndTakesBackExactly()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 2000);
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    for (const int digit : {1, 3, 7}) {
        window.press(Qt::Key_Delete);
        hand::write(window.canvas(), tourDigit(digit));
        sayItWas(window, digit);
    }
    QTRY_COMPARE(samplesIn(data).size(), std::size_t(3));
    window.press(Qt::Key_2, Qt::ControlModifier);
    hand::openTab(*window, u"My handwriting"_s);
    auto* teach = window.find<QAbstractButton>("fineTuneTeach");
    QTRY_VERIFY(teach->isEnabled());
    hand::click(*teach);
    QTRY_COMPARE_WITH_TIMEOUT(window.label("status.weights"), u"Fine-tuned on 3 samples"_s, 120000);
    QTRY_VERIFY(QFile::exists(data.file(u"weights/0001.safetensors"_s)));
    auto* undo = window.find<QAction>("action.undoWeights");
    QTRY_VERIFY(undo->isEnabled());
    auto* change = window.find<QLabel>("reportTrainedChange");
    QTRY_VERIFY(!change->isHidden() && change->parentWidget()->isVisibleTo(window->window()));
    undo->trigger();
    QTRY_COMPARE(window.label("status.weights"), u"Shipped weights"_s);
    QVERIFY(!change->parentWidget()->isVisibleTo(window->window()));  // they are of other weights
    window.find<QAction>("action.redoWeights")->trigger();
    QTRY_COMPARE(window.label("status.weights"), u"Fine-tuned on 3 samples"_s);
    QVERIFY(change->parentWidget()->isVisibleTo(window->window()));
}

GLYPHSCOPE_TEST(TstMyHandwriting, Widgets)
#include "tst_my_handwriting.moc"
