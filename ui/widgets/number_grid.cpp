// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/number_grid.h"

#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QEvent>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

double rowHeight()
{
    return lineHeight(TextStyle::Caption) + lineHeight(TextStyle::Number) + metrics::kUnit;
}

}  // namespace

NumberGridLook NumberGridLook::statistics()
{
    return {.widestValue = u"\u22121.23e\u221205"_s,
            .widestPlace = 120,
            .usualColumns = 4,
            .leastColumns = 2,
            .reservesItsHeight = true};
}

NumberGridLook NumberGridLook::running()
{
    return {.widestValue = u"100.00 %"_s,
            .widestPlace = 132,
            .usualColumns = 0,
            .leastColumns = 3,
            .reservesItsHeight = false};
}

NumberGrid::NumberGrid(const QStringList& captions, const NumberGridLook& look, QWidget* parent)
    : QWidget(parent), m_captions(captions), m_look(look)
{
    QSizePolicy policy(QSizePolicy::Expanding,
                       look.reservesItsHeight ? QSizePolicy::Minimum : QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setValues({});
}

void NumberGrid::setValues(const QStringList& values)
{
    QStringList all;
    QStringList spoken;
    for (qsizetype i = 0; i < m_captions.size(); ++i) {
        all += values.value(i).isEmpty() ? dashText() : values[i];
        spoken += m_captions[i] + u' ' + all.last();
    }
    if (all == m_values)
        return;
    m_values = all;
    setAccessibleDescription(listText(spoken));
    update();
}

int NumberGrid::columnsFor(int places, double width, double placeWidth)
{
    if (places <= 0)
        return 1;
    const int abreast = std::clamp(static_cast<int>(width / std::max(placeWidth, 1.0)), 1, places);
    const int rows = (places + abreast - 1) / abreast;
    return (places + rows - 1) / rows;
}

double NumberGrid::placeWidth() const
{
    double widest = QFontMetricsF(glyphscope::font(TextStyle::Number)).horizontalAdvance(m_look.widestValue);
    const QFontMetricsF caption(glyphscope::font(TextStyle::Caption));
    for (const QString& each : m_captions)
        widest = std::max(widest, caption.horizontalAdvance(each));
    return std::ceil(widest) + metrics::kGap;
}

int NumberGrid::columnsIn(int width) const
{
    return columnsFor(static_cast<int>(m_captions.size()), width, placeWidth());
}

int NumberGrid::usualWidth() const
{
    const int columns = m_look.usualColumns > 0 ? m_look.usualColumns : static_cast<int>(m_captions.size());
    return static_cast<int>(columns * placeWidth());
}

int NumberGrid::heightForWidth(int width) const
{
    const int places = static_cast<int>(m_captions.size());
    const int columns = columnsIn(width);
    const int rows = (places + columns - 1) / columns;
    return static_cast<int>(rowHeight()) * rows - (m_look.reservesItsHeight ? 0 : metrics::kUnit);
}

QSize NumberGrid::sizeHint() const
{
    return {usualWidth(), heightForWidth(usualWidth())};
}

QSize NumberGrid::minimumSizeHint() const
{
    const int place = static_cast<int>(placeWidth());
    const int oneRow = static_cast<int>(rowHeight()) - (m_look.reservesItsHeight ? 0 : metrics::kUnit);
    return {m_look.leastColumns * place, oneRow};
}

void NumberGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int columns = columnsIn(width());
    const double place = std::floor(std::min(static_cast<double>(width()) / columns, m_look.widestPlace));
    const double caption = lineHeight(TextStyle::Caption);
    for (qsizetype i = 0; i < m_captions.size(); ++i) {
        const double x = place * static_cast<double>(i % columns);
        const double y = std::floor(rowHeight()) * static_cast<double>(i / columns);
        painter.setFont(glyphscope::font(TextStyle::Caption));
        painter.setPen(theme().mutedText);
        painter.drawText(QRectF(x, y, place, caption), Qt::AlignLeft | Qt::AlignVCenter, m_captions[i]);
        painter.setFont(glyphscope::font(TextStyle::Number));
        painter.setPen(m_values[i] == dashText() ? theme().mutedText : theme().text);
        painter.drawText(QRectF(x, y + caption, place, lineHeight(TextStyle::Number)),
                         Qt::AlignLeft | Qt::AlignVCenter, m_values[i]);
    }
}

void NumberGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_look.reservesItsHeight)
        setMinimumHeight(heightForWidth(width()));
}

void NumberGrid::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
}

}  // namespace glyphscope
