// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curve_legend.h"

#include "ui/curves/run_palette.h"
#include "ui/style/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QIcon>
#include <QtGui/QPainter>
#include <QtGui/QPixmap>
#include <QtWidgets/QToolButton>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr QSize kSwatch(22, 10);
constexpr int kWidest = 190;

QPixmap swatch(const RunStyle& style, bool shown, double ratio)
{
    QPixmap pixmap(QSizeF(kSwatch * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QPen pen(shown ? style.colour : theme().border, 2, Qt::SolidLine, Qt::FlatCap);
    // Twice as fine as in the plots, so that a whole period is seen.
    if (!style.dashes.empty())
        pen.setDashPattern(penDashes(style, 4));
    painter.setPen(pen);
    painter.drawLine(QPointF(0, 5), QPointF(kSwatch.width(), 5));
    return pixmap;
}

}  // namespace

CurveLegend::CurveLegend(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"training.legend"_s);
    setAccessibleName(tr("Runs"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CurveLegend::setRuns(const std::vector<ChartRun>& runs)
{
    for (const Entry& entry : m_entries)
        delete entry.button;
    m_entries.clear();
    for (const ChartRun& run : runs) {
        if (runs.size() < 2)
            break;
        auto* button = new QToolButton(this);
        button->setObjectName(u"training.run."_s + run.id);
        button->setProperty("small", true);
        button->setCheckable(true);
        button->setChecked(run.shown);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize(kSwatch);
        button->setFont(glyphscope::font(TextStyle::Caption));
        const int room = kWidest - kSwatch.width() - 16;
        QString text = button->fontMetrics().elidedText(run.name, Qt::ElideMiddle, room);
        button->setText(text.replace(u'&', u"&&"_s));
        button->setAccessibleName(run.name);
        button->setToolTip(tr("Show or hide %1").arg(run.name));
        connect(button, &QToolButton::toggled, this, [this, id = run.id](bool shown) {
            recolour();
            Q_EMIT shownChanged(id, shown);
        });
        button->show();
        m_entries.push_back({run.id, run.style, button});
    }
    recolour();
    place(width(), true);
    setVisible(!m_entries.empty());
    updateGeometry();
}

void CurveLegend::recolour()
{
    for (const Entry& entry : m_entries)
        entry.button->setIcon(
            swatch(runStyle(entry.style, theme()), entry.button->isChecked(), devicePixelRatioF()));
}

int CurveLegend::place(int width, bool move) const
{
    int x = 0;
    int y = 0;
    int row = 0;
    for (const Entry& entry : m_entries) {
        const int wide =
            entry.button->fontMetrics().horizontalAdvance(entry.button->text()) + kSwatch.width() + 18;
        const int tall = entry.button->fontMetrics().height() + 6;
        if (x > 0 && x + wide > width) {
            x = 0;
            y += row + 2;
        }
        if (move)
            entry.button->setGeometry(x, y, wide, tall);
        x += wide + metrics::kUnit;
        row = tall;
    }
    return y + row;
}

void CurveLegend::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place(width(), true);
    updateGeometry();
}

void CurveLegend::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

}  // namespace glyphscope
