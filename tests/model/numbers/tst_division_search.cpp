// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/division_search.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstDivisionSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBestOneIsFirst();
    void everyAtomIsTakenOnce();
    void setsMayEnclose();
    void nothingWhereAnAtomIsInNone();
};

void TstDivisionSearch::theBestOneIsFirst()
{
    const std::vector<SearchCandidate> candidates{{{0}, -1}, {{0, 1}, -3}, {{1}, -1}};
    const auto divisions = bestDivisions(candidates, 2, 5);
    QCOMPARE(divisions.size(), std::size_t{2});
    QCOMPARE(divisions[0].candidates, (std::vector<int>{0, 2}));
    QCOMPARE(divisions[0].score, -2.0);
    QCOMPARE(divisions[1].candidates, std::vector<int>{1});
    QCOMPARE(bestDivisions(candidates, 2, 1).size(), std::size_t{1});
}

void TstDivisionSearch::everyAtomIsTakenOnce()
{
    const std::vector<SearchCandidate> candidates{{{0, 1}, 5}, {{1, 2}, 5}, {{0}, 0}, {{1}, 0}, {{2}, 0}};
    for (const NumberDivision& division : bestDivisions(candidates, 3, 10)) {
        std::vector<int> taken;
        for (const int index : division.candidates) {
            const AtomSet& atoms = candidates[static_cast<std::size_t>(index)].atoms;
            taken.insert(taken.end(), atoms.begin(), atoms.end());
        }
        std::ranges::sort(taken);
        QCOMPARE(taken, (std::vector<int>{0, 1, 2}));
    }
}

void TstDivisionSearch::setsMayEnclose()
{
    const std::vector<SearchCandidate> candidates{{{0, 2}, 4}, {{0}, 0}, {{1}, 1}, {{2}, 0}};
    QCOMPARE(bestDivisions(candidates, 3, 1)[0].candidates, (std::vector<int>{0, 2}));
}

void TstDivisionSearch::nothingWhereAnAtomIsInNone()
{
    QVERIFY(bestDivisions({{{0}, 1}}, 2, 3).empty());
}

GLYPHSCOPE_TEST(TstDivisionSearch, Core)
#include "tst_division_search.moc"
