// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_lines.h"

#include "ui/curves/run_palette.h"
#include "ui/runs/fact_sheet.h"
#include "ui/runs/run_delegate.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kUnderline = 5;

}  // namespace

RunLines::RunLines(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"runs.lines"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RunLines::setRuns(const std::array<QString, 2>& names, StylePair styles, double nameWidth)
{
    m_names = names;
    m_styles = styles;
    m_nameWidth = nameWidth;
    setAccessibleName(tr("%1 and %2").arg(names[0], names[1]));
    setToolTip(names[0] + u'\n' + names[1]);
    update();
}

int RunLines::line() const
{
    return QFontMetrics(glyphscope::font(TextStyle::Heading)).height() + metrics::kUnit;
}

QSize RunLines::sizeHint() const
{
    return {240, line() + kUnderline};
}

void RunLines::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(glyphscope::font(TextStyle::Heading));
    const QFontMetricsF measure(painter.font());
    const FactPlaces places = factPlaces(0, width(), line(), m_nameWidth, true);
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const QRectF& column = i == 0 ? places.a : places.b;
        const QRectF words(column.left(), 0, column.width(), line());
        painter.setPen(theme().text);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         measure.elidedText(m_names[i], Qt::ElideRight, words.width()));
        paintRunLine(painter, QRectF(words.left(), words.bottom(), words.width(), kUnderline),
                     runStyle(i == 0 ? m_styles.a : m_styles.b, theme()));
    }
}

}  // namespace glyphscope
