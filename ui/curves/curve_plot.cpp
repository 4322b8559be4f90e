// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curve_plot.h"

#include "ui/curves/curve_painter.h"
#include "ui/curves/curve_readout.h"
#include "ui/style/theme.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QRubberBand>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

namespace glyphscope {

using namespace Qt::StringLiterals;

CurvePlot::CurvePlot(const CurveModel& model, Quantity quantity, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_quantity(quantity)
    , m_band(new QRubberBand(QRubberBand::Rectangle, this))
    , m_logButton(new QToolButton(this))
{
    setObjectName(u"training."_s + keyOf(quantity) + u"Plot"_s);
    setAccessibleName(nameOf(quantity));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_logButton->setObjectName(u"training."_s + keyOf(quantity) + u"Log"_s);
    m_logButton->setText(tr("log"));
    m_logButton->setAccessibleName(tr("Logarithmic axis: %1").arg(nameOf(quantity)));
    m_logButton->setToolTip(tr("Show the values on a logarithmic axis"));
    m_logButton->setCheckable(true);
    m_logButton->setProperty("small", true);
    m_logButton->setFont(glyphscope::font(TextStyle::Caption));
    m_logButton->setVisible(spansDecades(quantity));
    m_band->hide();
    connect(m_logButton, &QToolButton::toggled, this, [this](bool on) {
        m_logarithmic = on;
        Q_EMIT scaleChanged();
    });
    refresh();
}

void CurvePlot::setLogarithmic(bool logarithmic)
{
    m_logButton->setChecked(logarithmic && spansDecades(m_quantity));
}

void CurvePlot::refresh()
{
    m_scene = layOutPlot(m_model, m_quantity, m_logarithmic, QSizeF(size()));
    m_curves = {};
    readOut();
}

void CurvePlot::readOut()
{
    if (isHidden())
        return;
    setAccessibleDescription(m_model.hovered ? spoken(readoutAt(m_scene, *m_model.hovered)) : QString());
    update();
}

void CurvePlot::layOutButton()
{
    const QSize wanted(m_logButton->fontMetrics().horizontalAdvance(m_logButton->text()) + 12,
                       m_logButton->fontMetrics().height() + 6);
    m_logButton->setGeometry(width() - wanted.width(), 0, wanted.width(), wanted.height());
}

void CurvePlot::drawCurves()
{
    const double ratio = devicePixelRatioF();
    const bool same = m_earlier && m_earlier->scale == m_scene.scale &&
                      m_earlier->version == m_model.version && m_earlier->ratio == ratio &&
                      m_earlier->dark == theme().dark;
    if (!same)
        m_earlier = Earlier{m_scene.scale, m_model.version, ratio, theme().dark,
                            earlierCurves(m_scene, theme(), ratio)};
    m_curves = curvesImage(m_scene, theme(), ratio, m_earlier->curves);
    ++m_drawings;
}

void CurvePlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_curves.isNull())
        drawCurves();
    paintGrid(painter, m_scene, theme(),
              m_logButton->isHidden() ? width() : m_logButton->x() - metrics::kGap);
    painter.drawImage(curvesRect(m_scene).topLeft(), m_curves);
    paintMarks(painter, m_scene, theme());
    if (m_model.hovered)
        paintReadout(painter, m_scene, theme(), *m_model.hovered);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme().accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_scene.scale.area.adjusted(-2, -5, 4.5, 5.5), 3, 3);
    }
}

void CurvePlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOutButton();
    refresh();
}

void CurvePlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_logButton->setFont(glyphscope::font(TextStyle::Caption));
        layOutButton();
        refresh();
    }
}

bool CurvePlot::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString text = markTextAt(m_scene, help->pos().x());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

}  // namespace glyphscope
