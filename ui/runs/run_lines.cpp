// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_lines.h"

#include "ui/runs/run_delegate.h"
#include "ui/style/theme.h"
#include "ui/training/run_palette.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace glyphscope {

RunLines::RunLines(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"runs.lines"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RunLines::setRuns(const std::array<QString, 2>& names, StylePair styles)
{
    m_names = names;
    m_styles = styles;
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
    return {240, 2 * line()};
}

void RunLines::paintEvent(QPaintEvent*)
{
    constexpr int kLine = 30;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(glyphscope::font(TextStyle::Heading));
    for (int i = 0; i < 2; ++i) {
        const QRectF row(0, i * line(), width(), line());
        paintRunLine(painter, QRectF(row.left(), row.top(), kLine, row.height()),
                     runStyle(i == 0 ? m_styles.a : m_styles.b, theme()));
        const QRectF words = row.adjusted(kLine + metrics::kGap, 0, 0, 0);
        painter.setPen(theme().text);
        painter.drawText(
            words, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(painter.font())
                .elidedText(m_names[static_cast<std::size_t>(i)], Qt::ElideRight, words.width()));
    }
}

}  // namespace glyphscope
