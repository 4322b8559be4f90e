// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/inkml.h"
#include "app/files/sample_store.h"
#include "model/data/class_names_file.h"
#include "tests/app/cli/program.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/answer/probability_bars.h"
#include "ui/network/network_strip.h"
#include "ui/training/training_panel.h"
#include "ui/widgets/name_picker.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

/// Classes are called by their names wherever a user meets them.
class TstClassNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void clothesAreCalledByTheirNamesEverywhere();
    void manyClassesAreDrawnLabelledAndBrowsed();
    void droppedLettersAreLearnt();
};

namespace {

const QStringList kClothes{u"T-shirt/top"_s, u"Trouser"_s, u"Pullover"_s, u"Dress"_s, u"Coat"_s,
                           u"Sandal"_s,      u"Shirt"_s,   u"Sneaker"_s,  u"Bag"_s,   u"Ankle boot"_s};

/// EMNIST's "balanced" classes (Cohen et al. 2017).
const QString kEmnist = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt"_s;

void trainOn(OpenWindow& window, const QString& folder)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    DataChoice data;
    data.mnist = false;
    data.folders = {folder.toStdString()};
    window->panel<TrainingPanel>()->setData(data);
    window.press(Qt::Key_2, Qt::ControlModifier);
    auto* train = window.find<QPushButton>("training.button");
    QTRY_VERIFY(train->isEnabled());
    hand::click(*train);
    QTRY_VERIFY_WITH_TIMEOUT(window.label("status.weights").startsWith(u"Trained: "_s), 100000);
}

std::vector<Sample> samplesOf(const ScratchData& data)
{
    return SampleStore(data.file(u"samples"_s)).load();
}

template <typename Widget>
QString textOf(OpenWindow& window, const QString& name)
{
    const auto* widget = window->findChild<Widget*>(name);
    return widget == nullptr ? u"(no %1)"_s.arg(name) : widget->text();
}

QStringList textsOf(OpenWindow& window, const QString& pattern, int count)
{
    QStringList texts;
    for (int k = 0; k < count; ++k)
        texts << textOf<QAbstractButton>(window, pattern.arg(k));
    return texts;
}

QStringList actionsOf(const QMenu& menu)
{
    QStringList texts;
    for (const QAction* action : menu.actions())
        texts << action->text();
    return texts;
}

QStringList headersOf(const QAbstractItemModel& model, Qt::Orientation orientation, int count)
{
    QStringList texts;
    for (int k = 0; k < count; ++k)
        texts << model.headerData(k, orientation).toString();
    return texts;
}

/// What the last card of the strip says of each of its points, one line a class.
QStringList tipsOfLastCard(OpenWindow& window)
{
    NetworkStrip& strip = *window->panel<NetworkStrip>();
    strip.horizontalScrollBar()->setValue(strip.horizontalScrollBar()->maximum());
    const QRectF picture = strip.placeOf(strip.cardCount() - 1).picture;
    QStringList tips;
    for (double y = picture.top() + 0.5; y < picture.bottom(); ++y)
        for (double x = picture.left() + 0.5; x < picture.right(); ++x) {
            const QPointF at(x - strip.horizontalScrollBar()->value(), y);
            const QString name = strip.tipAt(at).section(u'\n', 0, 0).section(u", "_s, 1).section(u':', 0, 0);
            if (!tips.contains(name))
                tips << name;
        }
    return tips;
}

bool namesClothing(const QString& words)
{
    return std::any_of(kClothes.begin(), kClothes.end(),
                       [&](const QString& name) { return words.contains(name); });
}

/// With the weights that were trained on clothes, on their test set and on a sample.
void checkCommandLine(const ScratchData& data)
{
    const QString weights = data.file(u"weights/0001.safetensors"_s);
    QVERIFY(QFile::exists(weights));
    const Outcome evaluated =
        run(data.path(), {u"evaluate"_s, u"--model"_s, weights, u"--data"_s, data.file(u"fashion-mnist"_s)});
    QVERIFY2(evaluated.status == 0, evaluated.err.constData());
    for (const QString& name : kClothes)
        QVERIFY2(evaluated.out.contains(name.toUtf8()), evaluated.out.constData());
    const QString drawn = data.file(u"samples/"_s + QString::fromStdString(samplesOf(data).at(1).id));
    const Outcome predicted = run(data.path(), {u"predict"_s, u"--model"_s, weights, drawn});
    QVERIFY2(namesClothing(QString::fromUtf8(predicted.out)), predicted.out.constData());
    const Outcome refused = run(data.path(), {u"evaluate"_s, u"--data"_s, data.file(u"fashion-mnist"_s)});
    QVERIFY2(refused.status != 0 && refused.err.contains("Ankle boot"), refused.err.constData());
}

}  // namespace

void TstClassNames::clothesAreCalledByTheirNamesEverywhere()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"fashion-mnist"_s), 640);
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    hand::write(window.canvas(), tourDigit(3));
    hand::click(*window.find<QAbstractButton>("label3"));  // while the weights know digits
    QTRY_COMPARE(samplesOf(data).size(), std::size_t(1));
    trainOn(window, data.file(u"fashion-mnist"_s));

    // the answer, its bars and what it was
    window.press(Qt::Key_1, Qt::ControlModifier);
    window.press(Qt::Key_Delete);
    hand::write(window.canvas(), tourDigit(1));
    QTRY_VERIFY2(namesClothing(window.verdict()), qPrintable(window.verdict()));
    QVERIFY(window.verdict().startsWith(u"It is: "_s) || window.verdict().startsWith(u"Not sure: "_s));
    QVERIFY2(namesClothing(window.label("answerDetail")), qPrintable(window.label("answerDetail")));
    QCOMPARE(window->findChild<ProbabilityBars*>()->labels(), kClothes);
    QCOMPARE(textsOf(window, u"label%1"_s, 10), kClothes);
    QCOMPARE(actionsOf(*window.find<QMenu>("menu.labels")), kClothes);
    QTRY_VERIFY(window->panel<NetworkStrip>()->cardCount() > 0);
    QCOMPARE(tipsOfLastCard(window), kClothes);
    hand::click(*window.find<QAbstractButton>("label2"));
    QTRY_COMPARE(window.label("labelWords"), u"Kept as: Pullover"_s);
    QCOMPARE(samplesOf(data).at(0).label, std::string("3"));
    QCOMPARE(samplesOf(data).at(1).label, std::string("Pullover"));

    // why
    window.press(Qt::Key_3, Qt::ControlModifier);
    hand::openTab(*window, u"Why"_s);
    QCOMPARE(textsOf(window, u"why.class%1"_s, 10), kClothes);
    const auto* against = window.find<QComboBox>("why.against");
    QCOMPARE(against->itemText(10), u"Ankle boot"_s);
    QTRY_VERIFY2(namesClothing(textOf<QAbstractButton>(window, u"why.answer"_s)),
                 qPrintable(textOf<QAbstractButton>(window, u"why.answer"_s)));

    // the numbers of the test set
    window.press(Qt::Key_2, Qt::ControlModifier);
    hand::openTab(*window, u"Evaluation"_s);
    const QAbstractItemModel& matrix = *window.find<QTableView>("evaluation.matrix")->model();
    QCOMPARE(headersOf(matrix, Qt::Horizontal, 10), kClothes);
    QCOMPARE(headersOf(matrix, Qt::Vertical, 10), kClothes);

    // my handwriting: a three is none of these
    hand::openTab(*window, u"My handwriting"_s);
    QTRY_VERIFY2(window.label("samplesSummary").endsWith(u"1 of other classes"_s),
                 qPrintable(window.label("samplesSummary")));
    auto* classes = window.find<QComboBox>("samplePicker");
    QStringList entries{u"All classes"_s};
    for (const QString& name : kClothes)
        entries << u"%1 (%2)"_s.arg(name).arg(name == u"Pullover"_s ? 1 : 0);
    entries << u"3 (1)"_s;
    QStringList shown;
    for (int k = 0; k < classes->count(); ++k)
        shown << classes->itemText(k);
    QCOMPARE(shown, entries);
    hand::click(*window.find<QAbstractButton>("fineTuneTeach"));
    QTRY_COMPARE_WITH_TIMEOUT(window.label("status.weights"), u"Fine-tuned on 1 sample"_s, 120000);
    QVERIFY2(window.label("reportSummary").endsWith(u" 1 sample of other classes left out."_s),
             qPrintable(window.label("reportSummary")));
    QCOMPARE(window.label("reportClass9"), u"Ankle boot"_s);
    QVERIFY2(window.label("reportTestValues").contains(u"\u2192"_s),  // of clothes, which it replayed
             qPrintable(window.label("reportTestValues")));
    window.leave();

    checkCommandLine(data);
}

void TstClassNames::manyClassesAreDrawnLabelledAndBrowsed()
{
    const ScratchData data;
    const auto count = static_cast<int>(kEmnist.size());
    const QString folder = data.file(u"balanced"_s);
    writeSmallMnist(folder, 940, count);
    QFile names(folder + u'/' + QLatin1StringView(kClassNamesFile));
    QVERIFY(names.open(QIODevice::WriteOnly));
    for (const QChar c : kEmnist)
        names.write(QString(c).toUtf8() + '\n');
    names.close();
    OpenWindow window(data);
    trainOn(window, folder);
    window.press(Qt::Key_1, Qt::ControlModifier);
    hand::write(window.canvas(), tourLetter());
    QTRY_VERIFY2(window.verdict().startsWith(u"It is: "_s) || window.verdict().startsWith(u"Not sure: "_s),
                 qPrintable(window.verdict()));
    QCOMPARE(window->findChild<ProbabilityBars*>()->labels().join(QString()), kEmnist);
    QTRY_VERIFY(window->panel<NetworkStrip>()->cardCount() > 0);
    QVERIFY(tipsOfLastCard(window).contains(u"K"_s));

    auto* picker = window.find<NamePicker>("labelPicker");
    QVERIFY(picker != nullptr);
    QTRY_VERIFY(picker->isEnabled());
    QTest::keyClicks(picker->lineEdit(), u"d"_s);  // and not D, which is a class as well
    QTest::keyClick(picker->lineEdit(), Qt::Key_Return);
    QTRY_COMPARE(window.label("labelWords"), u"Kept as: d"_s);
    QCOMPARE(samplesOf(data).at(0).label, std::string("d"));

    window.press(Qt::Key_2, Qt::ControlModifier);
    hand::openTab(*window, u"My handwriting"_s);
    auto* classes = window.find<NamePicker>("samplePicker");
    QCOMPARE(classes->count(), count + 1);
    QTRY_COMPARE(classes->itemText(static_cast<int>(kEmnist.indexOf(u'd')) + 1), u"d (1)"_s);
    hand::openTab(*window, u"Evaluation"_s);
    const QAbstractItemModel& matrix = *window.find<QTableView>("evaluation.matrix")->model();
    QCOMPARE(headersOf(matrix, Qt::Vertical, count).join(QString()), kEmnist);
}

void TstClassNames::droppedLettersAreLearnt()
{
    const ScratchData data;
    const QString path = data.file(u"letters.inkml"_s);
    std::vector<LabelledDrawing> drawings;
    for (int i = 0; i < 40; ++i)
        drawings.push_back({tourDigit(i % 2 == 0 ? 0 : 1), i % 4 == 0 ? "O" : i % 2 == 0 ? "o" : "l", {}});
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(writeInkml(drawings));
    file.close();
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    hand::drop(window.canvas(), path);
    QTRY_VERIFY2(window->notices()->text().contains(u", from \"O\" to \"o\", which can be trained on"_s),
                 qPrintable(window->notices()->text()));
    hand::click(*window.find<QAbstractButton>("notices.action"));
    window.press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(window->panel<TrainingPanel>()->data().ink, std::vector{path.toStdString()});
    DataChoice folded = window->panel<TrainingPanel>()->data();
    folded.foldCase = true;
    window->panel<TrainingPanel>()->setData(folded);
    auto* train = window.find<QPushButton>("training.button");
    QTRY_VERIFY(train->isEnabled());
    hand::click(*train);
    QTRY_VERIFY_WITH_TIMEOUT(window.label("status.weights").startsWith(u"Trained: "_s), 100000);
    window.press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window->findChild<ProbabilityBars*>()->labels(), (QStringList{u"l"_s, u"o"_s}));
}

GLYPHSCOPE_TEST(TstClassNames, Widgets)
#include "tst_class_names.moc"
