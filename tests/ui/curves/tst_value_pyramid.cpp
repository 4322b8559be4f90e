// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/curves/value_pyramid.h"

#include <QtTest/QTest>

#include <algorithm>
#include <limits>
#include <random>

using namespace glyphscope;

namespace {

Extent scanned(std::span<const float> values, std::size_t first, std::size_t last)
{
    Extent result;
    for (std::size_t i = first; i < last; ++i)
        result.add(values[i]);
    return result;
}

std::vector<float> noise(std::size_t count)
{
    std::mt19937 random(7);
    std::normal_distribution<float> normal;
    std::vector<float> values(count);
    std::generate(values.begin(), values.end(), [&] { return normal(random); });
    return values;
}

}  // namespace

class TstValuePyramid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyStretchIsAsIfScanned_data();
    void anyStretchIsAsIfScanned();
    void growsBitByBit();
    void takesInChanges();
    void whatIsNotFiniteDoesNotCount();
};

void TstValuePyramid::anyStretchIsAsIfScanned_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 15, 16, 17, 255, 256, 257, 4096, 4113, 70000})
        QTest::newRow(QByteArray::number(count).constData()) << count;
}

void TstValuePyramid::anyStretchIsAsIfScanned()
{
    QFETCH(int, count);
    const std::vector<float> values = noise(static_cast<std::size_t>(count));
    ValuePyramid pyramid;
    pyramid.update(values, 0, values.size());
    std::mt19937 random(3);
    std::uniform_int_distribution<std::size_t> any(0, values.size());
    for (int i = 0; i < 300; ++i) {
        const auto [first, last] = std::minmax({any(random), any(random)});
        QCOMPARE(pyramid.extent(values, first, last), scanned(values, first, last));
    }
    QCOMPARE(pyramid.extent(values, 0, values.size()), scanned(values, 0, values.size()));
}

void TstValuePyramid::growsBitByBit()
{
    const std::vector<float> values = noise(5000);
    ValuePyramid pyramid;
    for (std::size_t size = 0; size < values.size();) {
        const std::size_t next = std::min(values.size(), size + 1 + size % 37);
        pyramid.update(std::span(values).first(next), size, next);
        size = next;
        QCOMPARE(pyramid.extent(values, 0, size), scanned(values, 0, size));
        QCOMPARE(pyramid.extent(values, size / 3, size), scanned(values, size / 3, size));
    }
}

void TstValuePyramid::takesInChanges()
{
    std::vector<float> values = noise(5000);
    ValuePyramid pyramid;
    pyramid.update(values, 0, values.size());
    std::fill(values.begin() + 1000, values.begin() + 2001, 0.25F);
    values[1500] = 9;
    pyramid.update(values, 1000, 2001);
    QCOMPARE(pyramid.extent(values, 990, 2100), scanned(values, 990, 2100));
    QCOMPARE(pyramid.extent(values, 0, 5000).high, 9.0F);
}

void TstValuePyramid::whatIsNotFiniteDoesNotCount()
{
    std::vector<float> values(1000, std::numeric_limits<float>::quiet_NaN());
    values[500] = std::numeric_limits<float>::infinity();
    ValuePyramid pyramid;
    pyramid.update(values, 0, values.size());
    QVERIFY(pyramid.extent(values, 0, 1000).empty());
    values[700] = -2;
    pyramid.update(values, 700, 701);
    QCOMPARE(pyramid.extent(values, 0, 1000), (Extent{-2, -2}));
}

GLYPHSCOPE_TEST(TstValuePyramid, Core)
#include "tst_value_pyramid.moc"
