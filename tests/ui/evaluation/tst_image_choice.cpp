// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/evaluation/evaluation_story.h"
#include "ui/evaluation/image_choice.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;

class TstImageChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choices_data()
    {
        QTest::addColumn<ImageChoice>("choice");
        QTest::addColumn<std::vector<int>>("images");
        QTest::newRow("all errors") << ImageChoice{} << std::vector{2, 5, 1};
        QTest::newRow("least confident first")
            << ImageChoice{{}, {}, ImageOrder::LeastConfident} << std::vector{1, 2, 5};
        QTest::newRow("truth least likely first")
            << ImageChoice{{}, {}, ImageOrder::LeastTruth} << std::vector{2, 5, 1};
        QTest::newRow("as in the data") << ImageChoice{{}, {}, ImageOrder::AsInData} << std::vector{1, 2, 5};
        QTest::newRow("errors of a class") << ImageChoice{0, {}} << std::vector{2, 1};
        QTest::newRow("wrongly read as a class") << ImageChoice{{}, 0} << std::vector{5};
        QTest::newRow("a cell") << ImageChoice{2, 0} << std::vector{5};
        QTest::newRow("a cell on the diagonal") << ImageChoice{1, 1} << std::vector{3, 4};
        QTest::newRow("an empty cell") << ImageChoice{1, 2} << std::vector<int>{};
        QTest::newRow("a class that is not there") << ImageChoice{9, {}} << std::vector<int>{};
    }

    void choices()
    {
        QFETCH(ImageChoice, choice);
        QFETCH(std::vector<int>, images);
        QCOMPARE(chosenImages(*m_three.evaluation, *m_three.images, choice), images);
    }

    void whatIsNoNumberComesLast()
    {
        test::Story story = test::storyOf(2, {{0, 1}, {0, 1, 0.3F}, {0, 1, 0.6F}});
        story.evaluation->confidence[0] = std::nanf("");
        for (const ImageOrder order : {ImageOrder::MostConfident, ImageOrder::LeastConfident})
            QCOMPARE(chosenImages(*story.evaluation, *story.images, {{}, {}, order}).back(), 0);
    }

    void onlyWhatIsKnownIsChosen()
    {
        test::Story story = test::storyOf(3, test::threeClasses());
        story.evaluation->confidence.resize(2);
        QCOMPARE(knownImages(*story.evaluation, *story.images), 2);
        QCOMPARE(chosenImages(*story.evaluation, *story.images, {}), std::vector{1});
        QCOMPARE(knownImages(*story.evaluation, Dataset()), 0);
    }

private:
    const test::Story m_three = test::storyOf(3, test::threeClasses());
};

GLYPHSCOPE_TEST(TstImageChoice, Core)
#include "tst_image_choice.moc"
