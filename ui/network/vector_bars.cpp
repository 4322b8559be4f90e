// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/vector_bars.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/colour_scale.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLargestPitch = 34;
constexpr int kBarDigits = 5;

}  // namespace

QRectF BarsLayout::row(int index) const
{
    return {0, top + index * pitch, width, pitch};
}

QRectF BarsLayout::field(int index) const
{
    const double left = label + 2 * metrics::kGap;
    const double right = width - number - 2 * metrics::kGap;
    return {left, top + index * pitch + pitch * 0.2, std::max(1.0, right - left), pitch * 0.6};
}

std::optional<int> BarsLayout::rowAt(QPointF point) const
{
    if (count == 0 || point.y() < top || point.x() < 0 || point.x() >= width)
        return std::nullopt;
    const int index = static_cast<int>((point.y() - top) / pitch);
    return index < count ? std::optional(index) : std::nullopt;
}

BarsLayout layOutBars(QSizeF size, int count, double labelWidth, double numberWidth)
{
    if (count == 0)
        return {};
    const double pitch = std::min(size.height() / count, kLargestPitch);
    return {.count = count,
            .top = std::max(0.0, (size.height() - pitch * count) / 2),
            .pitch = pitch,
            .label = std::min(labelWidth, size.width() / 3),
            .number = numberWidth,
            .width = size.width()};
}

VectorBars::VectorBars(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void VectorBars::setValues(std::vector<float> values)
{
    m_values = std::move(values);
    update();
}

void VectorBars::setLabels(const QStringList& labels)
{
    m_labels = labels;
    update();
}

void VectorBars::setSelection(std::optional<int> index)
{
    m_selected = index;
    update();
}

QString VectorBars::labelOf(int index) const
{
    return index < m_labels.size() ? m_labels.at(index) : QString::number(index);
}

BarsLayout VectorBars::layoutOfBars() const
{
    const QFontMetricsF words(font());
    double label = 0;
    for (int i = 0; i < static_cast<int>(m_values.size()); ++i)
        label = std::max(label, words.horizontalAdvance(labelOf(i)));
    return layOutBars(QSizeF(size()), static_cast<int>(m_values.size()), label,
                      words.horizontalAdvance(u"\u22128.8888e\u221210"_s));
}

void VectorBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& t = theme();
    const BarsLayout layout = layoutOfBars();
    if (layout.count == 0)
        return;
    const ValueRange range = rangeOf(m_values);
    const double limit = std::max(static_cast<double>(range.magnitude()), 1e-12);
    const auto highest = std::max_element(m_values.begin(), m_values.end()) - m_values.begin();
    QFont words = font();
    words.setPixelSize(std::clamp(static_cast<int>(layout.pitch) - 1, 6, QFontInfo(words).pixelSize()));
    painter.setFont(words);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < layout.count; ++i) {
        const QRectF row = layout.row(i);
        const QRectF field = layout.field(i);
        const float value = m_values[static_cast<std::size_t>(i)];
        if (m_selected == i || m_hovered == i) {
            painter.setPen(m_selected == i ? QPen(t.accent, hasFocus() ? 2 : 1) : QPen(Qt::NoPen));
            painter.setBrush(m_selected == i ? t.accentSoft : t.raised);
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 4, 4);
        }
        painter.setPen(i == highest ? t.text : t.mutedText);
        painter.drawText(QRectF(metrics::kGap, row.top(), layout.label, row.height()),
                         Qt::AlignRight | Qt::AlignVCenter,
                         QFontMetricsF(words).elidedText(labelOf(i), Qt::ElideRight, layout.label));
        painter.drawText(QRectF(field.right(), row.top(), layout.number + metrics::kGap, row.height()),
                         Qt::AlignRight | Qt::AlignVCenter,
                         valueText(static_cast<double>(value), kBarDigits));
        const double zero = range.low < 0 ? field.center().x() : field.left();
        const double length =
            std::isfinite(value) ? static_cast<double>(value) / limit * (field.right() - zero) : 0.0;
        const QColor colour =
            i == highest ? t.accent : blend(t.surface, value < 0 ? t.second : t.accent, 0.6);
        painter.fillRect(QRectF(zero, field.top(), length, field.height()).normalized(), colour);
    }
    const double zero = range.low < 0 ? layout.field(0).center().x() : layout.field(0).left();
    painter.setPen(QPen(t.border, 1));
    painter.drawLine(QPointF(zero, layout.row(0).top()),
                     QPointF(zero, layout.row(layout.count - 1).bottom()));
}

void VectorBars::mouseMoveEvent(QMouseEvent* event)
{
    const int index = layoutOfBars().rowAt(event->position()).value_or(-1);
    if (index != m_hovered)
        update();
    m_hovered = index;
    Q_EMIT hovered(index);
}

void VectorBars::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_hovered = -1;
    update();
    Q_EMIT hovered(-1);
}

void VectorBars::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const std::optional<int> index = layoutOfBars().rowAt(event->position()))
        Q_EMIT chosen(*index);
    else
        Q_EMIT cleared();
}

void VectorBars::move(int by)
{
    if (m_values.empty())
        return;
    const int last = static_cast<int>(m_values.size()) - 1;
    Q_EMIT chosen(m_selected ? std::clamp(*m_selected + by, 0, last) : 0);
}

void VectorBars::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Up)
        move(-1);
    else if (event->key() == Qt::Key_Down)
        move(1);
    else if (event->key() == Qt::Key_Escape && m_selected)
        Q_EMIT cleared();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace glyphscope
