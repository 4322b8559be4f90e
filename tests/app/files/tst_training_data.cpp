// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/ink_test_set.h"
#include "app/files/training_data.h"
#include "model/types/error.h"
#include "model/types/raster.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <tuple>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstTrainingData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsMnist();
    void mixesEverything();
    void keepsAFoldersClassNames();
    void refusesOtherClasses();
    void saysHowManySamplesAreLeftOut();
    void replaysWhatHasTheClassesOfTheWeights();
    void weightsJudgeTheirOwnClassesOnly();
    void holdsOutWhatIsNeverTrainedOn();
    void multipliesInkThatIsTrainedOn();
    void whatIsNoDigitIsNeverHeldOut();
    void judgesInkByMnistsTestSet();
    void judgesInkByTheSplitWithoutMnist();
    void labelsOfInkMakeClasses();
    void theTestSetOfInkIsTheSameForEverySeed();
    void variationsAreOfTrainedInkOnly();
    void refuses_data();
    void refuses();

private:
    [[nodiscard]] std::string path(const QString& name) const
    {
        return m_folder.filePath(name).toStdString();
    }

    /// So many drawings each of three labels that are no digits.
    [[nodiscard]] DataChoice letters(int each) const
    {
        QFile file(m_folder.filePath(u"letters.inkml"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write("<ink>");
        for (int i = 0; i < 3 * each; ++i) {
            const char* const labels[] = {"st", "a", "b"};
            file.write("<traceGroup><annotation type=\"truth\">" + QByteArray(labels[i % 3]) +
                       "</annotation><trace>0 0, " + QByteArray::number(9 + i) +
                       " 50, 0 90</trace></traceGroup>");
        }
        file.write("</ink>");
        DataChoice choice;
        choice.mnist = false;
        choice.ink = {path(u"letters.inkml"_s)};
        return choice;
    }

    const QTemporaryDir m_folder;
};

namespace {

/// So many samples of every class, each of one colour.
Dataset blots(const ClassSet& classes, int each = 1)
{
    Dataset data;
    data.classes = classes;
    const int classCount = classes.size();
    for (int i = 0; i < classCount * each; ++i) {
        data.labels.push_back(static_cast<std::uint8_t>(i % classCount));
        data.images.insert(data.images.end(), kGlyphPixels, 99);
    }
    return data;
}

Dataset none(const ClassSet&)
{
    throw Error("nobody asked for samples");
}

std::string refusalOf(const DataChoice& choice)
{
    try {
        (void)loadTrainingData(choice, 0, [](const ClassSet&) {
            return Dataset{{}, {}, ClassSet::digits()};
        });
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

}  // namespace

void TstTrainingData::initTestCase()
{
    QVERIFY(m_folder.isValid());
    test::writeSmallMnist(m_folder.filePath(u"mnist"_s), 400);
    test::writeSmallMnist(m_folder.filePath(u"more"_s), 100);
    test::writeSmallMnist(m_folder.filePath(u"fashion"_s), 300);
    QFile ink(m_folder.filePath(u"a.inkml"_s));
    QVERIFY(ink.open(QIODevice::WriteOnly));
    ink.write("<ink><traceGroup><annotation type=\"truth\">7</annotation><trace>0 0, 60 0, 20 100</trace>"
              "</traceGroup></ink>");
}

void TstTrainingData::init()
{
    qputenv("GLYPHSCOPE_DATA", m_folder.path().toUtf8());
}

void TstTrainingData::readsMnist()
{
    const TrainTest data = loadTrainingData({}, 0, none);
    QCOMPARE(data.train.size(), std::size_t(400));
    QCOMPARE(data.test.size(), std::size_t(200));
    QCOMPARE(data.validation.size(), std::size_t(0));
    QCOMPARE(data.name, std::string("MNIST"));
}

void TstTrainingData::mixesEverything()
{
    DataChoice choice;
    choice.folders = {path(u"more"_s)};
    choice.ink = {path(u"a.inkml"_s), path(u"a.inkml"_s)};
    choice.samples = true;
    const TrainTest data =
        loadTrainingData(choice, 0, [](const ClassSet& classes) { return blots(classes); });
    QCOMPARE(data.train.size(), std::size_t(400 + 100 + 2 + 10));
    QCOMPARE(data.test.size(), std::size_t(200));
    QCOMPARE(data.train.labels[500], std::uint8_t(7));
    QCOMPARE(data.train.images.back(), std::uint8_t(99));
    QCOMPARE(data.name, std::string("MNIST + more + 2 ink files + my handwriting"));
}

void TstTrainingData::keepsAFoldersClassNames()
{
    DataChoice choice;
    choice.mnist = false;
    choice.folders = {path(u"fashion"_s)};
    const TrainTest data = loadTrainingData(choice, 0, none);
    QCOMPARE(data.train.classes.size(), 10);
    QCOMPARE(data.train.classes.name(9), std::string("Ankle boot"));
    QVERIFY(data.test.classes == data.train.classes);
}

void TstTrainingData::saysHowManySamplesAreLeftOut()
{
    DataChoice choice;
    choice.samples = true;
    const auto some = [](const ClassSet& classes) {
        Dataset data = blots(classes);
        data.leftOut = 2;
        return data;
    };
    const TrainTest data = loadTrainingData(choice, 0, some);
    QCOMPARE(data.name, std::string("MNIST + my handwriting (2 samples of other classes left out)"));
    QCOMPARE(data.train.leftOut, std::size_t(2));
    QVERIFY(classesOf(choice) == ClassSet::digits());

    DataChoice alone;
    alone.mnist = false;
    alone.samples = true;
    try {
        (void)loadTrainingData(alone, 0, [](const ClassSet& classes) { return Dataset{{}, {}, classes, 1}; });
        QFAIL("trained on nothing");
    } catch (const Error& error) {
        QVERIFY2(std::string(error.what()).find("1 sample of yours is of other classes") != std::string::npos,
                 error.what());
    }
}

void TstTrainingData::replaysWhatHasTheClassesOfTheWeights()
{
    QCOMPARE(replayFor(ClassSet::digits(), {}).name, std::string("MNIST"));
    DataChoice choice;
    choice.mnist = false;
    choice.folders = {path(u"fashion"_s)};
    const ClassSet clothes = classesOf(choice);
    QCOMPARE(clothes.name(9), std::string("Ankle boot"));
    QCOMPARE(replayFor(clothes, choice.folders).name, std::string("Fashion-MNIST"));
    QCOMPARE(replayFor(clothes, {}).train.size(), std::size_t(0));
}

void TstTrainingData::weightsJudgeTheirOwnClassesOnly()
{
    Dataset digits;
    digits.classes = ClassSet::numbered(3);
    checkClasses(ClassSet::digits(), digits, "a folder");  // throws nothing
    digits.classes = ClassSet::digits();
    QVERIFY_EXCEPTION_THROWN(checkClasses(ClassSet::numbered(3), digits, "a folder"), Error);
    QVERIFY_EXCEPTION_THROWN(checkClasses(ClassSet({"Shirt", "Bag"}), digits, "a folder"), Error);
    Dataset letters;
    letters.classes = ClassSet({"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"});
    checkClasses(ClassSet::numbered(11), letters, "a folder");  // trained before there were names
    QVERIFY_EXCEPTION_THROWN(checkClasses(ClassSet::numbered(12), letters, "a folder"), Error);
    QVERIFY_EXCEPTION_THROWN(checkClasses(ClassSet::digits(), letters, "a folder"), Error);
}

void TstTrainingData::refusesOtherClasses()
{
    DataChoice choice;
    choice.folders = {path(u"fashion"_s)};
    const std::string message = refusalOf(choice);
    QVERIFY2(message.find("Fashion-MNIST has 10 classes from \"T-shirt/top\"") == 0, message.c_str());
    QVERIFY2(message.find("MNIST has 10 numbered classes") != std::string::npos, message.c_str());
}

void TstTrainingData::holdsOutWhatIsNeverTrainedOn()
{
    DataChoice choice;
    choice.samples = true;
    choice.validation = 0.25;
    const auto samples = [](const ClassSet& classes) { return blots(classes, 4); };
    const TrainTest data = loadTrainingData(choice, 3, samples);
    QCOMPARE(data.train.size() + data.validation.size(), std::size_t(440));
    QCOMPARE(data.validation.size(), std::size_t(110));
    for (int k = 0; k < 10; ++k)
        QCOMPARE(std::ranges::count(data.validation.labels, k), 11);
    QCOMPARE(data.test.size(), std::size_t(200));
    QCOMPARE(loadTrainingData(choice, 3, samples).validation.images, data.validation.images);
    QVERIFY(loadTrainingData(choice, 4, samples).validation.images != data.validation.images);
}

void TstTrainingData::multipliesInkThatIsTrainedOn()
{
    DataChoice choice;
    choice.ink = {path(u"a.inkml"_s), path(u"a.inkml"_s), path(u"a.inkml"_s), path(u"a.inkml"_s)};
    choice.inkVariations = 5;
    QCOMPARE(loadTrainingData(choice, 0, none).train.size(), std::size_t(400 + 4 + 4 * 5));

    choice.mnist = false;
    choice.validation = 0.5;
    const TrainTest data = loadTrainingData(choice, 0, none);
    QCOMPARE(data.validation.size(), std::size_t(2));
    QCOMPARE(data.train.size(), std::size_t(2 + 2 * 5));  // of what is held out there are no variations
}

void TstTrainingData::whatIsNoDigitIsNeverHeldOut()
{
    DataChoice choice;
    choice.validation = 0.25;
    choice.notDigits = {path(u"a.inkml"_s), path(u"a.inkml"_s)};
    choice.inkVariations = 1;
    const TrainTest data = loadTrainingData(choice, 0, none);
    QCOMPARE(data.validation.size(), std::size_t(100));
    QCOMPARE(std::ranges::count(data.validation.labels, kNoClass), 0);
    QCOMPARE(std::ranges::count(data.train.labels, kNoClass), 2 * (1 + 1 + 1));
    QCOMPARE(data.name, std::string("MNIST + 2 files of what is no digit"));
}

void TstTrainingData::judgesInkByMnistsTestSet()
{
    DataChoice choice;
    choice.mnist = false;
    choice.ink = {path(u"a.inkml"_s)};
    const TrainTest data = loadTrainingData(choice, 0, none);
    QCOMPARE(data.train.size(), std::size_t(1));
    QCOMPARE(data.test.size(), std::size_t(200));
}

void TstTrainingData::judgesInkByTheSplitWithoutMnist()
{
    const QTemporaryDir empty;
    qputenv("GLYPHSCOPE_DATA", empty.path().toUtf8());
    DataChoice choice;
    choice.mnist = false;
    choice.samples = true;
    choice.validation = 0.2;
    const TrainTest data =
        loadTrainingData(choice, 0, [](const ClassSet& classes) { return blots(classes, 5); });
    QCOMPARE(data.train.size(), std::size_t(40));
    QCOMPARE(data.test.size(), std::size_t(10));
    QCOMPARE(data.validation.size(), std::size_t(0));

    choice.validation = 0;
    try {
        (void)loadTrainingData(choice, 0, [](const ClassSet& classes) { return blots(classes, 5); });
        QFAIL("took data without anything to judge by");
    } catch (const Error& error) {
        QVERIFY2(QByteArray(error.what()).startsWith("There is nothing to judge by"), error.what());
    }
}

void TstTrainingData::labelsOfInkMakeClasses()
{
    qputenv("GLYPHSCOPE_DATA", path(u"nowhere"_s).c_str());  // without MNIST
    const DataChoice choice = letters(20);
    const TrainTest data = loadTrainingData(choice, 3, none);
    const ClassSet classes({"a", "b", "st"});
    QVERIFY(data.train.classes == classes && data.test.classes == classes);
    QVERIFY(classesOf(choice) == classes);
    QCOMPARE(data.train.size(), std::size_t(3 * 17));
    QCOMPARE(data.test.size(), std::size_t(3 * 3));
    for (std::uint8_t k = 0; k < 3; ++k)
        QCOMPARE(std::ranges::count(data.test.labels, k), 3);
    QCOMPARE(data.name, std::string("1 ink file"));
    QCOMPARE(data.testName, std::string("1 ink file"));
    QCOMPARE(data.notes.size(), std::size_t(1));
    QVERIFY(data.notes[0].text().find("3 classes from \"a\" to \"st\"") != std::string::npos);
    DataChoice withDigits = choice;
    withDigits.mnist = true;
    qputenv("GLYPHSCOPE_DATA", m_folder.path().toUtf8());
    QVERIFY_EXCEPTION_THROWN(std::ignore = loadTrainingData(withDigits, 0, none), Error);
    // samples of these classes join
    DataChoice withSamples = choice;
    withSamples.samples = true;
    QCOMPARE(
        loadTrainingData(withSamples, 0, [](const ClassSet& known) { return blots(known); }).train.size(),
        std::size_t(3 * 17 + 3));
}

void TstTrainingData::theTestSetOfInkIsTheSameForEverySeed()
{
    const DataChoice choice = letters(20);
    const TrainTest data = loadTrainingData(choice, 1, none);
    QCOMPARE(loadTrainingData(choice, 2, none).test.images, data.test.images);
    const TrainTest replayed =
        replayOfInk({QString::fromStdString(choice.ink.front())}, data.train.classes, {});
    QCOMPARE(replayed.test.images, data.test.images);
    QCOMPARE(replayed.train.labels, data.train.labels);
}

void TstTrainingData::variationsAreOfTrainedInkOnly()
{
    DataChoice choice = letters(20);
    choice.inkVariations = 2;
    QCOMPARE(loadTrainingData(choice, 0, none).train.size(), std::size_t(3 * 17 * (1 + 2)));
    choice.validation = 0.2;
    const TrainTest data = loadTrainingData(choice, 0, none);
    QCOMPARE(data.validation.size(), std::size_t(3 * 3));
    QCOMPARE(data.train.size(), std::size_t(3 * 14 * (1 + 2)));
    QCOMPARE(data.test.size(), std::size_t(3 * 3));
}

void TstTrainingData::refuses_data()
{
    QTest::addColumn<DataChoice>("choice");
    QTest::addColumn<QString>("reason");
    DataChoice choice;
    choice.mnist = false;
    QTest::newRow("nothing") << choice << u"There is nothing to train on."_s;
    choice.samples = true;
    QTest::newRow("no samples yet") << choice << u"There is nothing to train on."_s;
    choice.folders = {path(u"nowhere"_s)};
    QTest::newRow("no folder") << choice << m_folder.filePath(u"nowhere"_s) + u": no such folder"_s;
    choice.folders.clear();
    choice.ink = {path(u"nothing.inkml"_s)};
    QTest::newRow("no ink file") << choice << m_folder.filePath(u"nothing.inkml"_s);
}

void TstTrainingData::refuses()
{
    QFETCH(DataChoice, choice);
    QFETCH(QString, reason);
    const std::string message = refusalOf(choice);
    QVERIFY2(QString::fromStdString(message).startsWith(reason), message.c_str());
}

GLYPHSCOPE_TEST(TstTrainingData, Core)
#include "tst_training_data.moc"
