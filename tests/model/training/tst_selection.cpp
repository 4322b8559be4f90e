// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/selection.h"
#include "tests/model/training/bars.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <numeric>
#include <set>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

constexpr std::size_t kImages = 4000;
constexpr std::size_t kMeant = 40;  // every so manieth image shows another class than it says

/// Bars, a few of which are labelled as the bar above: what a network that learnt the others finds hard.
Dataset barsWithSurprises()
{
    Dataset data = bars(kImages, 1);
    for (std::size_t i = 0; i < kImages; i += kMeant)
        data.labels[i] = static_cast<std::uint8_t>((data.labels[i] + 1) % 10);
    return data;
}

TrainOptions choosing(int images, double hardShare = 0.7, std::uint64_t seed = 3)
{
    TrainOptions options;
    options.selectImages = images;
    options.hardShare = hardShare;
    options.seed = seed;
    return options;
}

std::size_t surprisesAmong(const std::vector<std::int64_t>& chosen)
{
    return static_cast<std::size_t>(
        std::count_if(chosen.begin(), chosen.end(), [](std::int64_t i) { return i % kMeant == 0; }));
}

}  // namespace

class TstSelection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asManyAsAskedForAndNoneTwice_data();
    void asManyAsAskedForAndNoneTwice();
    void sameSeedSameChoice();
    void hardImagesAreChosenFirst();
    void withoutAHardShareChanceChooses();
    void allOfThemIfThereAreNoMore();
    void imagesOfNoClassComeInByTheirShare();
    void anEpochCountsWhatIsChosen();
};

void TstSelection::asManyAsAskedForAndNoneTwice_data()
{
    QTest::addColumn<int>("images");
    QTest::addColumn<double>("hardShare");
    QTest::newRow("few") << 100 << 0.7;
    QTest::newRow("all but one") << 3999 << 0.7;
    QTest::newRow("only hard ones") << 500 << 1.0;
    QTest::newRow("none but hard ones, nearly all") << 3999 << 1.0;
    QTest::newRow("no hard ones") << 500 << 0.0;
}

void TstSelection::asManyAsAskedForAndNoneTwice()
{
    QFETCH(int, images);
    QFETCH(double, hardShare);
    const std::vector<std::int64_t> chosen = selectImages(barsWithSurprises(), choosing(images, hardShare));
    QCOMPARE(chosen.size(), static_cast<std::size_t>(images));
    QVERIFY(std::is_sorted(chosen.begin(), chosen.end()));
    QCOMPARE(std::set<std::int64_t>(chosen.begin(), chosen.end()).size(), chosen.size());
    QVERIFY(chosen.front() >= 0 && chosen.back() < static_cast<std::int64_t>(kImages));
}

void TstSelection::sameSeedSameChoice()
{
    const Dataset data = barsWithSurprises();
    const std::vector<std::int64_t> chosen = selectImages(data, choosing(500));
    QVERIFY(selectImages(data, choosing(500)) == chosen);
    QVERIFY(selectImages(data, choosing(500, 0.7, 4)) != chosen);
}

void TstSelection::hardImagesAreChosenFirst()
{
    // 96 of the 100 surprises: the four hardest of the 4,000 images count as wrongly labelled
    const std::vector<std::int64_t> chosen = selectImages(barsWithSurprises(), choosing(400, 0.5));
    const std::size_t surprises = surprisesAmong(chosen);
    QVERIFY2(surprises >= 90, qPrintable(QString::number(surprises)));
}

void TstSelection::withoutAHardShareChanceChooses()
{
    // 10 of 400 are expected, with a standard deviation of 3
    const std::size_t surprises = surprisesAmong(selectImages(barsWithSurprises(), choosing(400, 0)));
    QVERIFY2(surprises <= 22, qPrintable(QString::number(surprises)));
}

void TstSelection::allOfThemIfThereAreNoMore()
{
    const Dataset data = bars(300, 1);
    std::vector<std::int64_t> all(300);
    std::iota(all.begin(), all.end(), 0);
    QVERIFY(selectImages(data, choosing(300)) == all);
    QVERIFY(selectImages(data, choosing(6144)) == all);
}

void TstSelection::imagesOfNoClassComeInByTheirShare()
{
    Dataset data = bars(600, 1);
    for (std::size_t i = 0; i < data.size(); i += 3)
        data.labels[i] = kNoClass;
    for (const int images : {90, 300, 600, 900}) {
        const std::vector<std::int64_t> chosen = selectImages(data, choosing(images));
        const auto expected = static_cast<std::size_t>(std::min(images, 600));
        QCOMPARE(chosen.size(), expected);
        QVERIFY(std::is_sorted(chosen.begin(), chosen.end()));
        QCOMPARE(std::set<std::int64_t>(chosen.begin(), chosen.end()).size(), expected);
        const auto none =
            std::count_if(chosen.begin(), chosen.end(), [](std::int64_t i) { return i % 3 == 0; });
        QCOMPARE(static_cast<std::size_t>(none), expected / 3);
    }
    QVERIFY(selectImages(data, choosing(90)) == selectImages(data, choosing(90)));
    data.labels.assign(600, kNoClass);
    QCOMPARE(selectImages(data, choosing(90)).size(), std::size_t(90));
}

void TstSelection::anEpochCountsWhatIsChosen()
{
    Dataset data = bars(300, 1);
    QCOMPARE(imagesPerEpoch(data, choosing(0)), 300);
    QCOMPARE(imagesPerEpoch(data, choosing(100)), 100);
    QCOMPARE(imagesPerEpoch(data, choosing(1000)), 300);
    data.labels[7] = kNoClass;
    QCOMPARE(imagesPerEpoch(data, choosing(0)), 300);
    QCOMPARE(imagesPerEpoch(data, choosing(1000)), 300);
}

GLYPHSCOPE_TEST(TstSelection, Core)
#include "tst_selection.moc"
