// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/error_legend.h"

#include "ui/evaluation/confusion_colours.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtGui/QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr double kLongestStrip = 96;

QString sidesWords()
{
    return ErrorLegend::tr("Rows: truth. Columns: answer.");
}

QString scaleWords()
{
    return ErrorLegend::tr("Errors of a class: 0");
}

}  // namespace

ErrorLegend::ErrorLegend(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"evaluation.legend"_s);
    setToolTip(tr("Cells beside the diagonal have a scale of their own, up to the largest share of a class "
                  "that was taken for one other"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ErrorLegend::setGreatest(double share)
{
    m_greatest = share;
    setAccessibleName(tr("Errors, as shares of the class, up to %1").arg(percentText(share)));
    update();
}

int ErrorLegend::lineHeight()
{
    return QFontMetrics(glyphscope::font(TextStyle::Caption)).height() + metrics::kUnit;
}

QSize ErrorLegend::sizeHint() const
{
    return {260, (m_twoLines ? 2 : 1) * lineHeight()};
}

QSize ErrorLegend::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void ErrorLegend::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const QFontMetrics measure(glyphscope::font(TextStyle::Caption));
    const int needed = measure.horizontalAdvance(scaleWords() + u"88.88\u00a0%"_s + sidesWords()) +
                       static_cast<int>(kLongestStrip) + 2 * metrics::kMargin;
    if (m_twoLines == (needed > width()))
        return;
    m_twoLines = !m_twoLines;
    updateGeometry();
}

void ErrorLegend::paintScale(QPainter& painter, const QRectF& line) const
{
    constexpr double kHeight = 10;
    const QFontMetricsF measure(painter.font());
    const QString end = percentText(m_greatest);
    const double left = line.left() + measure.horizontalAdvance(scaleWords()) + metrics::kUnit;
    const double room = line.right() - left - metrics::kUnit - measure.horizontalAdvance(end);
    const QRectF strip(left, line.center().y() - kHeight / 2, std::clamp(room, 0.0, kLongestStrip), kHeight);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, scaleWords());
    painter.drawText(QRectF(strip.right() + metrics::kUnit, line.top(), line.width(), line.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, end);
    for (int x = 0; x < static_cast<int>(strip.width()); ++x)
        painter.fillRect(QRectF(strip.left() + x, strip.top(), 1, kHeight),
                         errorColour((x + 1) / strip.width() * m_greatest, m_greatest));
}

void ErrorLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(glyphscope::font(TextStyle::Caption));
    painter.setPen(theme().mutedText);
    QRectF line(0, 0, width(), lineHeight());
    painter.drawText(line,
                     (m_twoLines || m_greatest <= 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                     sidesWords());
    if (m_twoLines)
        line.translate(0, line.height());
    if (m_greatest > 0)
        paintScale(painter, line);
}

}  // namespace glyphscope
