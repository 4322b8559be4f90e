// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/class_bars.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr double kTallest = 2;       ///< lines a row takes at most
constexpr double kLeastScale = 0.5;  ///< points at an edge: what is less is no more than noise

QString shareText(const std::optional<double>& share)
{
    return share ? percentText(*share) : u"\u2013"_s;
}

}  // namespace

QRectF changeBar(const QRectF& track, double points, double largest)
{
    const double length = largest > 0 ? std::clamp(points / largest, -1.0, 1.0) * track.width() / 2 : 0;
    return QRectF(track.center().x(), track.top(), length, track.height()).normalized();
}

ClassBars::ClassBars(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"runs.classBars"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ClassBars::setPairs(std::vector<ClassPair> pairs)
{
    m_pairs = std::move(pairs);
    QStringList spoken;
    for (const ClassPair& pair : m_pairs)
        if (const auto points = pair.points())
            spoken += u"%1: %2"_s.arg(pair.name, changeText(*points));
    setAccessibleDescription(listText(spoken));
    setMaximumHeight(static_cast<int>(kTallest * sizeHint().height()));
    updateGeometry();
    update();
}

double ClassBars::leastLine() const
{
    return std::ceil(QFontMetricsF(font()).height()) + metrics::kUnit;
}

double ClassBars::line() const
{
    const auto rows = static_cast<double>(std::max<std::size_t>(1, m_pairs.size()));
    return std::clamp(std::floor(height() / rows), leastLine(), kTallest * leastLine());
}

QSize ClassBars::sizeHint() const
{
    return {320, static_cast<int>(leastLine() * static_cast<double>(m_pairs.size()))};
}

QSize ClassBars::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void ClassBars::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    const double largest = std::max(kLeastScale, largestChange(m_pairs));
    const QFontMetricsF measure(font());
    double names = 0;
    for (const ClassPair& pair : m_pairs)
        names = std::max(names, measure.horizontalAdvance(pair.name));
    names = std::min(names, width() * 0.3);
    const double numbers = measure.horizontalAdvance(u"\u221200.00"_s);
    QPainter painter(this);
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        const ClassPair& pair = m_pairs[i];
        const double top = static_cast<double>(i) * line();
        const QRectF row(0, top, width(), line());
        painter.setPen(t.mutedText);
        painter.drawText(QRectF(0, top, names, line()), Qt::AlignLeft | Qt::AlignVCenter,
                         measure.elidedText(pair.name, Qt::ElideRight, names));
        const QRectF track =
            row.adjusted(names + metrics::kPadding, line() / 5, -numbers - metrics::kPadding, -line() / 5);
        painter.fillRect(track, blend(t.surface, t.mutedText, 0.1));
        const auto points = pair.points();
        painter.fillRect(changeBar(track, points.value_or(0), largest),
                         points.value_or(0) < 0 ? t.bad : t.good);
        painter.fillRect(QRectF(track.center().x() - 0.5, top, 1, line()), t.mutedText);
        painter.setPen(points.value_or(0) == 0 ? t.mutedText : t.text);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, points ? changeText(*points) : u"\u2013"_s);
    }
}

bool ClassBars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto row = static_cast<std::size_t>(std::max(0.0, help->pos().y() / line()));
    if (row >= m_pairs.size()) {
        QToolTip::hideText();
        return true;
    }
    const ClassPair& pair = m_pairs[row];
    QToolTip::showText(help->globalPos(),
                       tr("%1: %2, then %3").arg(pair.name, shareText(pair.a), shareText(pair.b)), this);
    return true;
}

}  // namespace glyphscope
