// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/colour_legend.h"

#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/scale_bar.h"

#include <QtGui/QPainter>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStrip = 8;  // its height

}  // namespace

ColourLegend::ColourLegend(QWidget* parent) : QWidget(parent)
{
    setFont(glyphscope::font(TextStyle::Caption));
}

void ColourLegend::setScale(const ColourScale& scale, const QString& whose)
{
    if (scale == m_scale && whose == m_whose)
        return;
    m_scale = scale;
    m_whose = whose;
    update();
}

QString ColourLegend::lowText() const
{
    if (!m_scale.diverging)
        return u"0"_s;
    return m_scale.limit > 0 ? valueText(-static_cast<double>(m_scale.limit)) : tr("\u2212 most");
}

QString ColourLegend::highText() const
{
    return m_scale.limit > 0 ? valueText(static_cast<double>(m_scale.limit)) : tr("most");
}

QSize ColourLegend::sizeHint() const
{
    return {260, kStrip + 2 * fontMetrics().height() + metrics::kUnit};
}

QSize ColourLegend::minimumSizeHint() const
{
    return {140, sizeHint().height()};
}

void ColourLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int line = fontMetrics().height();
    const QRect top(0, 0, width(), line);
    const QRect strip(0, line + 2, width(), kStrip);
    const QRect numbers(0, strip.bottom() + 2, width(), line);
    painter.setPen(theme().mutedText);
    painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_whose, Qt::ElideRight, width()));
    painter.drawImage(strip, scaleBar(m_scale));
    painter.setPen(theme().border);
    painter.drawRect(strip.adjusted(0, 0, -1, -1));
    painter.setPen(theme().mutedText);
    painter.drawText(numbers, Qt::AlignLeft | Qt::AlignVCenter, lowText());
    painter.drawText(numbers, Qt::AlignRight | Qt::AlignVCenter, highText());
    if (m_scale.diverging)
        painter.drawText(numbers, Qt::AlignCenter, u"0"_s);
}

}  // namespace glyphscope
