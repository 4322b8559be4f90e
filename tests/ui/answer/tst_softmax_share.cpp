// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/answer/softmax_share.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <cmath>
#include <vector>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// In long double and with the highest taken off first: another way than the one that is tested.
std::vector<double> softmaxOf(const std::vector<float>& logits, double temperature)
{
    long double highest = -1e30L;
    for (const float logit : logits)
        highest = std::max(highest, static_cast<long double>(logit));
    std::vector<long double> powers;
    long double sum = 0;
    for (const float logit : logits) {
        powers.push_back(
            std::exp((static_cast<long double>(logit) - highest) / static_cast<long double>(temperature)));
        sum += powers.back();
    }
    std::vector<double> shares;
    for (const long double power : powers)
        shares.push_back(static_cast<double>(power / sum));
    return shares;
}

/// The numbers that a reader sees.
std::vector<double> numbersIn(const QString& text)
{
    static const QRegularExpression number(u"[\u2212-]?\\d[\\d,]*(\\.\\d+)?(e[\u2212-]?\\d+)?"_s);
    std::vector<double> numbers;
    for (auto match = number.globalMatch(text); match.hasNext();) {
        QString found = match.next().captured();
        numbers.push_back(found.remove(u',').replace(u'\u2212', u'-').toDouble());
    }
    return numbers;
}

}  // namespace

class TstSoftmaxShare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesAreThoseOfSoftmax_data();
    void sharesAreThoseOfSoftmax();
    void whatIsWrittenOutIsRight_data() { sharesAreThoseOfSoftmax_data(); }
    void whatIsWrittenOutIsRight();
    void theTextIsPlain();
    void ranksAreCounted();
    void init() { test::failOnQtWarnings(); }
};

void TstSoftmaxShare::sharesAreThoseOfSoftmax_data()
{
    QTest::addColumn<std::vector<float>>("logits");
    QTest::addColumn<double>("temperature");
    const std::vector<float> digits{-2.5F, 0.25F, 1, -3, 0.5F, -1, -4, 7.3125F, -0.5F, 2};
    QTest::newRow("ten") << digits << 1.0;
    QTest::newRow("ten, cooled") << digits << 1.75;
    QTest::newRow("of trained weights") << std::vector<float>{6.01834F, -1.47218F, 0.33771F} << 0.854123;
    QTest::newRow("two") << std::vector<float>{0.5F, 0.25F} << 1.0;
    QTest::newRow("one") << std::vector<float>{3} << 1.0;
    QTest::newRow("huge") << std::vector<float>{900, 899, 898.5F} << 1.0;
    QTest::newRow("far below zero") << std::vector<float>{-900, -901} << 1.0;
    QTest::newRow("sharp") << std::vector<float>{10, 9} << 0.05;
    std::vector<float> many;
    for (int i = 0; i < 47; ++i)
        many.push_back(static_cast<float>(i % 7) - 3);
    QTest::newRow("forty-seven") << many << 1.0;
}

void TstSoftmaxShare::sharesAreThoseOfSoftmax()
{
    QFETCH(std::vector<float>, logits);
    QFETCH(double, temperature);
    const std::vector<double> expected = softmaxOf(logits, temperature);
    double all = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        const SoftmaxShare share = softmaxShare(logits, temperature, static_cast<int>(i));
        QVERIFY(std::isfinite(share.power) && std::isfinite(share.sum));
        QVERIFY(std::abs(share.share - expected[i]) < 1e-12);
        QCOMPARE(share.classes, static_cast<int>(logits.size()));
        all += share.share;
    }
    QVERIFY(std::abs(all - 1) < 1e-9);
}

void TstSoftmaxShare::whatIsWrittenOutIsRight()
{
    QFETCH(std::vector<float>, logits);
    QFETCH(double, temperature);
    for (std::size_t i = 0; i < logits.size(); ++i) {
        const SoftmaxShare share = softmaxShare(logits, temperature, static_cast<int>(i));
        const std::vector<double> written = numbersIn(divisionText(share));
        QCOMPARE(written.size(), std::size_t(3));
        QVERIFY2(std::abs(written[0] / written[1] - share.share) <= 2e-3 * share.share,
                 qPrintable(divisionText(share)));
        QVERIFY2(std::abs(written[2] / 100 - share.share) <= std::max(5.1e-4, 0.0),
                 qPrintable(divisionText(share)));
        QVERIFY(written[2] > 0);
        const std::vector<double> power = numbersIn(powerText(share));
        QCOMPARE(power.back(), written[0]);
        if (share.shift == 0) {  // whoever works it out from the figures shown gets the same
            const double exponent = temperature == 1 ? power[0] : power[0] / power[1];
            QVERIFY2(std::abs(std::exp(exponent) / power.back() - 1) < 1e-3, qPrintable(powerText(share)));
        }
    }
}

void TstSoftmaxShare::theTextIsPlain()
{
    const std::vector<float> logits{0, 2};
    const SoftmaxShare share = softmaxShare(logits, 1, 1);
    QCOMPARE(powerText(share), u"e^2.00 = 7.389"_s);
    QCOMPARE(divisionText(share), u"7.389 / 8.389 = 88.1 %"_s);
    QCOMPARE(powerText(softmaxShare(logits, 2, 1)), u"e^(2.00 / 2) = 2.718"_s);
    const std::vector<float> high{100, 98};
    QCOMPARE(powerText(softmaxShare(high, 1, 1)), u"e^(98.00 \u2212 100.00) = 0.1353"_s);
}

void TstSoftmaxShare::ranksAreCounted()
{
    const std::vector<float> logits{0, 2, 1};
    QCOMPARE(softmaxShare(logits, 1, 1).rank, 1);
    QCOMPARE(softmaxShare(logits, 1, 0).rank, 3);
    QVERIFY(rankText(softmaxShare(logits, 1, 0), u"Bag"_s).contains(u"Bag"));
    QVERIFY(rankText(softmaxShare(logits, 1, 1), u"7"_s) != rankText(softmaxShare(logits, 1, 2), u"7"_s));
}

GLYPHSCOPE_TEST(TstSoftmaxShare, Core)
#include "tst_softmax_share.moc"
