// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/split.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <cmath>

using namespace glyphscope;

namespace {

std::vector<std::uint8_t> someLabels()
{
    std::vector<std::uint8_t> labels(1000);
    for (std::size_t i = 0; i < labels.size(); ++i)
        labels[i] = static_cast<std::uint8_t>(i * i % 7);
    return labels;
}

}  // namespace

class TstSplit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void partsAreWholeAndStratified();
    void seedDecides();
    void smallClassesStayInTraining();
    void leastOfEveryClass();
    void badShareIsRefused_data();
    void badShareIsRefused();
    void subsetTakesWhatItIsTold();
};

void TstSplit::partsAreWholeAndStratified()
{
    const auto labels = someLabels();
    const Split split = validationSplit(labels, 0.1, 3);
    std::vector<std::uint32_t> all = split.train;
    all.insert(all.end(), split.validation.begin(), split.validation.end());
    std::ranges::sort(all);
    QCOMPARE(all.size(), labels.size());
    for (std::uint32_t i = 0; i < all.size(); ++i)
        QCOMPARE(all[i], i);
    QVERIFY(std::ranges::is_sorted(split.train) && std::ranges::is_sorted(split.validation));
    for (int label = 0; label < 7; ++label) {
        const auto whole = std::ranges::count(labels, label);
        const auto aside =
            std::ranges::count_if(split.validation, [&](auto i) { return labels[i] == label; });
        QCOMPARE(aside, std::lround(0.1 * static_cast<double>(whole)));
    }
}

void TstSplit::seedDecides()
{
    const auto labels = someLabels();
    QCOMPARE(validationSplit(labels, 0.2, 5).validation, validationSplit(labels, 0.2, 5).validation);
    QVERIFY(validationSplit(labels, 0.2, 5).validation != validationSplit(labels, 0.2, 6).validation);
}

void TstSplit::smallClassesStayInTraining()
{
    const Split split = validationSplit({4, 9, 9}, 0.9, 0);
    QCOMPARE(split.train.size(), std::size_t{2});
    QCOMPARE(split.train.front(), 0U);
    QVERIFY(validationSplit({}, 0.5, 0).train.empty());
    QVERIFY(validationSplit({1, 2, 3}, 0, 0).validation.empty());
}

void TstSplit::leastOfEveryClass()
{
    std::vector<std::uint8_t> labels(40, 5);
    labels.insert(labels.end(), {1, 2, 2, 3, 3, 3});
    const auto aside = [&labels](int least) {
        std::vector<std::uint8_t> classes;
        for (const std::uint32_t i : validationSplit(labels, 0.1, 8, least).validation)
            classes.push_back(labels[i]);
        std::ranges::sort(classes);
        return classes;
    };
    QCOMPARE(aside(0), (std::vector<std::uint8_t>{5, 5, 5, 5}));
    QCOMPARE(aside(1), (std::vector<std::uint8_t>{2, 3, 5, 5, 5, 5}));
    QCOMPARE(aside(9).size(), std::size_t(1 + 2 + 9));  // one of each stays
}

void TstSplit::badShareIsRefused_data()
{
    QTest::addColumn<double>("share");
    QTest::newRow("all") << 1.0;
    QTest::newRow("negative") << -0.1;
    QTest::newRow("not a number") << std::nan("");
}

void TstSplit::badShareIsRefused()
{
    QFETCH(double, share);
    QVERIFY_EXCEPTION_THROWN(std::ignore = validationSplit({1, 2}, share, 0), Error);
}

void TstSplit::subsetTakesWhatItIsTold()
{
    Dataset data;
    data.classes = ClassSet::numbered(3);
    data.labels = {2, 0, 1};
    for (const int v : {20, 0, 10})
        data.images.insert(data.images.end(), kGlyphPixels, static_cast<std::uint8_t>(v));
    const Dataset part = subset(data, {2, 0});
    QCOMPARE(part.labels, (std::vector<std::uint8_t>{1, 2}));
    QVERIFY(part.classes == data.classes);
    QCOMPARE(static_cast<int>(part.images[kGlyphPixels - 1]), 10);
    QCOMPARE(static_cast<int>(part.images[kGlyphPixels]), 20);
    QVERIFY_EXCEPTION_THROWN(std::ignore = subset(data, {3}), Error);
}

GLYPHSCOPE_TEST(TstSplit, Core)
#include "tst_split.moc"
