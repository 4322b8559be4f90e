// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/number_grid.h"

#include "ui/style/theme.h"
#include "ui/text/parameter_text.h"

#include <QtCore/QEvent>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr double kWidest = 120;  // of a place: farther apart they no longer read as one line

double gridLineHeight(TextStyle style)
{
    return std::ceil(QFontMetricsF(glyphscope::font(style)).height());
}

}  // namespace

NumberGrid::NumberGrid(const QStringList& captions, QWidget* parent) : QWidget(parent), m_captions(captions)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
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
    setAccessibleDescription(spoken.join(u", "_s));
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
    double widest =
        QFontMetricsF(glyphscope::font(TextStyle::Number)).horizontalAdvance(u"\u22121.23e\u221205"_s);
    const QFontMetricsF caption(glyphscope::font(TextStyle::Caption));
    for (const QString& each : m_captions)
        widest = std::max(widest, caption.horizontalAdvance(each));
    return std::ceil(widest) + metrics::kUnit;
}

double NumberGrid::rowHeight() const
{
    return gridLineHeight(TextStyle::Caption) + gridLineHeight(TextStyle::Number) + metrics::kUnit;
}

int NumberGrid::heightForWidth(int width) const
{
    const int places = static_cast<int>(m_captions.size());
    const int columns = columnsFor(places, width, placeWidth());
    return static_cast<int>(rowHeight()) * ((places + columns - 1) / columns);
}

QSize NumberGrid::sizeHint() const
{
    return {static_cast<int>(4 * placeWidth()), heightForWidth(static_cast<int>(4 * placeWidth()))};
}

QSize NumberGrid::minimumSizeHint() const
{
    return {static_cast<int>(2 * placeWidth()), static_cast<int>(rowHeight())};
}

void NumberGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int columns = columnsFor(static_cast<int>(m_captions.size()), width(), placeWidth());
    const double place = std::floor(std::min(static_cast<double>(width()) / columns, kWidest));
    const double caption = gridLineHeight(TextStyle::Caption);
    for (qsizetype i = 0; i < m_captions.size(); ++i) {
        const double x = place * static_cast<double>(i % columns);
        const double y = std::floor(rowHeight()) * static_cast<double>(i / columns);
        painter.setFont(glyphscope::font(TextStyle::Caption));
        painter.setPen(theme().mutedText);
        painter.drawText(QRectF(x, y, place, caption), Qt::AlignLeft | Qt::AlignVCenter, m_captions[i]);
        painter.setFont(glyphscope::font(TextStyle::Number));
        painter.setPen(m_values[i] == dashText() ? theme().mutedText : theme().text);
        painter.drawText(QRectF(x, y + caption, place, gridLineHeight(TextStyle::Number)),
                         Qt::AlignLeft | Qt::AlignVCenter, m_values[i]);
    }
}

void NumberGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setMinimumHeight(heightForWidth(width()));  // a splitter does not ask for the height that a width wants
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
