// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_lines.h"

#include "ui/curves/run_palette.h"
#include "ui/runs/fact_sheet.h"
#include "ui/runs/run_delegate.h"
#include "ui/runs/run_text.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"

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

void RunLines::setRuns(const std::array<RunInfo, 2>& runs, StylePair styles, double nameWidth)
{
    QStringList spoken;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        m_names[i] = QString::fromStdString(runs[i].name);
        m_starts[i] = tr("Started %1").arg(startText(runs[i]));
        spoken += tr("%1, started %2").arg(m_names[i], startText(runs[i]));
    }
    m_styles = styles;
    m_nameWidth = nameWidth;
    setAccessibleName(listText(spoken));
    setToolTip(spoken.join(u'\n'));
    update();
}

double RunLines::nameHeight()
{
    return lineHeight(TextStyle::Heading) + 2;
}

double RunLines::startHeight()
{
    return lineHeight(TextStyle::Caption) + 2;
}

QSize RunLines::sizeHint() const
{
    return {240, static_cast<int>(nameHeight() + startHeight()) + kUnderline};
}

void RunLines::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const FactPlaces places = factPlaces(0, width(), nameHeight(), m_nameWidth, true);
    const auto write = [&painter](const QRectF& place, TextStyle style, const QColor& colour,
                                  const QString& text) {
        painter.setFont(glyphscope::font(style));
        painter.setPen(colour);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, place.width()));
    };
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const QRectF& column = i == 0 ? places.a : places.b;
        const QRectF name(column.left(), 0, column.width(), nameHeight());
        const QRectF start(name.left(), name.bottom(), name.width(), startHeight());
        write(name, TextStyle::Heading, theme().text, m_names[i]);
        write(start, TextStyle::Caption, theme().mutedText, m_starts[i]);
        paintRunLine(painter, QRectF(start.left(), start.bottom(), start.width(), kUnderline),
                     runStyle(i == 0 ? m_styles.a : m_styles.b, theme()));
    }
}

}  // namespace glyphscope
