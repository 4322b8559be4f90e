// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/widgets/histogram_paint.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <functional>

using namespace glyphscope;

namespace {

const QRectF kPlot(10, 10, 200, 50);

QImage painted(const std::function<void(QPainter&)>& paint)
{
    QImage image(220, 90, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter);
    return image;
}

bool isEmpty(const QImage& image, const QRect& place)
{
    const QImage part = image.copy(place);
    QImage white = part;
    white.fill(Qt::white);
    return part == white;
}

}  // namespace

class TstHistogramPaint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void theBinPointedAtIsSeenBehindTheBars()
    {
        const auto at = [this](HistogramHeights heights, int bin, QPoint place) {
            return painted(
                       [&](QPainter& painter) { paintHistogram(painter, m_histogram, kPlot, heights, bin); })
                .pixel(place);
        };
        using enum HistogramHeights;
        const QRgb bar = blend(theme().surface, theme().accent, 0.35).rgb();
        const QPoint low(85, 30);  // in the second bin, whose bar ends at half its height
        QCOMPARE(at(Linear, -1, {35, 30}), bar);
        QCOMPARE(at(Linear, -1, low), QColor(Qt::white).rgb());
        QCOMPARE(at(Linear, 1, low), blend(theme().surface, theme().mutedText, 0.22).rgb());
        QCOMPARE(at(Logarithmic, 1, low), bar);
    }

    void theBarsLeaveThePainterItsPen()
    {
        painted([this](QPainter& painter) {
            painter.setPen(Qt::NoPen);
            paintHistogramBars(painter, m_histogram, kPlot);
            QCOMPARE(painter.pen(), QPen(Qt::NoPen));
        });
    }

    void zeroIsNamedWhereThereIsRoom()
    {
        const auto scale = [](const Histogram& histogram) {
            return painted([&](QPainter& painter) { paintHistogramScale(painter, histogram, kPlot); });
        };
        const QRect middle(90, 58, 40, 30);
        QVERIFY(!isEmpty(scale(m_histogram), middle));
        Histogram positive = m_histogram;
        positive.low = 1;
        QVERIFY(isEmpty(scale(positive), middle));
        Histogram narrow = m_histogram;
        narrow.low = -0.01F;
        QVERIFY(isEmpty(scale(narrow), middle));
        QVERIFY(!isEmpty(scale(narrow), {0, 58, 90, 30}));  // which still says where it begins
    }

    void aLineStandsInsideOnly()
    {
        const auto line = [this](double value) {
            return painted([&](QPainter& painter) {
                paintHistogramLine(painter, m_histogram, kPlot, value, QPen(Qt::black));
            });
        };
        QVERIFY(isEmpty(line(5), {0, 0, 220, 90}));
        QVERIFY(!isEmpty(line(0), {109, 10, 3, 50}));
    }

private:
    const Histogram m_histogram{.low = -2, .high = 2, .counts = {400, 200, 0, 1}};
};

GLYPHSCOPE_TEST(TstHistogramPaint, Widgets)
#include "tst_histogram_paint.moc"
