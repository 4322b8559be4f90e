// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/gradient_flow_strip.h"

#include "ui/style/contrast.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QHelpEvent>
#include <QtGui/QImage>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kUsualRows = 10;
constexpr double kLeastDot = 3.5;
constexpr double kMostDot = 8;

double dotIn(double rowHeight)
{
    return std::clamp(rowHeight / 8, kLeastDot, kMostDot);
}

QColor stateColour(FlowState state)
{
    switch (state) {
    case FlowState::NotFinite:
    case FlowState::Exploding:
        return theme().bad;
    case FlowState::Vanishing:
    case FlowState::Dead:
        return theme().caution;
    case FlowState::Flowing:
        break;
    }
    return theme().mutedText;
}

void drawDiamond(QPainter& painter, QPointF at, double dot)
{
    const QPointF corners[] = {at - QPointF(0, dot + 0.5), at + QPointF(dot + 0.5, 0),
                               at + QPointF(0, dot + 0.5), at - QPointF(dot + 0.5, 0)};
    painter.drawPolygon(corners, 4);
}

/// 1e-6 as 10 with a raised -6.
QString decadeText(int decade)
{
    static const QString raised = u"\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"_s;
    if (decade == 0)
        return u"1"_s;
    if (decade == 1)
        return u"10"_s;
    QString power = decade < 0 ? u"\u207b"_s : QString();
    for (const QChar digit : QString::number(std::abs(decade)))
        power += raised[digit.digitValue()];
    return u"10"_s + power;
}

}  // namespace

GradientFlowStrip::GradientFlowStrip(QWidget* parent) : Panel(u"training.flow"_s, tr("Gradients"), parent)
{
    setAccessibleName(tr("Gradient flow"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

int GradientFlowStrip::rowCount() const
{
    return m_history.empty() ? 0 : static_cast<int>(m_history.newest().layers.size());
}

FlowLayout GradientFlowStrip::flowLayout() const
{
    const QFontMetricsF measure(glyphscope::font(TextStyle::Caption));
    double names = 0;
    if (!m_history.empty())
        for (const GradientFlow::Layer& layer : m_history.newest().layers)
            names = std::max(names, measure.horizontalAdvance(nameOf(layer)));
    const double words = std::max(measure.horizontalAdvance(tr("not finite")),
                                  measure.horizontalAdvance(u"100\u00a0% dead"_s));
    const double most = width() * 0.3;
    return layOutFlow(size(), rowCount(), std::min(std::ceil(names), most), std::ceil(words),
                      lineHeight(TextStyle::Caption));
}

void GradientFlowStrip::setFlow(const GradientFlow& flow)
{
    m_all.add(flow);
    m_history.add(folded(flow, m_open));
    if (m_current >= rowCount())
        m_current = -1;
    changed();
    update();
}

void GradientFlowStrip::clear()
{
    m_all.clear();
    m_history.clear();
    m_current = -1;
    changed();
    update();
}

QSize GradientFlowStrip::sizeHint() const
{
    return {360, static_cast<int>(2 * lineHeight(TextStyle::Caption)) + 4 + 18 * kUsualRows};
}

QSize GradientFlowStrip::minimumSizeHint() const
{
    return {220, static_cast<int>(2 * lineHeight(TextStyle::Caption)) + 4 + 13 * kUsualRows};
}

void GradientFlowStrip::refresh()
{
    setAccessibleDescription(
        m_current < 0 ? QString() : flowTip(m_history.newest(), static_cast<std::size_t>(m_current)));
}

QString GradientFlowStrip::tipAt(QPointF position) const
{
    if (m_history.empty())
        return {};
    const FlowLayout layout = flowLayout();
    const int row = layout.rowAt(position.y());
    if (row < 0)
        return tr("Dots: norm of the gradient of the output. Diamonds: gradient of the weights relative to "
                  "the weights.\nBeside them the last %1 probes, the newest on the right.")
            .arg(FlowHistory::kKept);
    const auto& flows = m_history.flows();
    const int probe = probeAt(layout.history, static_cast<int>(flows.size()),
                              static_cast<int>(FlowHistory::kKept), position.x());
    const GradientFlow& flow = probe < 0 ? m_history.newest() : flows[static_cast<std::size_t>(probe)];
    return flowTip(flow, static_cast<std::size_t>(row));
}

void GradientFlowStrip::choose(int row)
{
    if (m_history.empty())
        return;
    m_current = std::clamp(row, 0, rowCount() - 1);
    changed();
    update();
}

void GradientFlowStrip::toggle(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const std::string module = m_history.newest().layers[static_cast<std::size_t>(row)].module;
    if (!holdsOthers(m_all.newest(), module))
        return;
    if (m_open.erase(module) == 0)
        m_open.insert(module);
    m_history.clear();
    for (const GradientFlow& flow : m_all.flows())
        m_history.add(folded(flow, m_open));
    const auto& layers = m_history.newest().layers;
    choose(
        static_cast<int>(std::ranges::find(layers, module, &GradientFlow::Layer::module) - layers.begin()));
}

/// Of a block with a triangle that points down where it is open.
QString GradientFlowStrip::nameOf(const GradientFlow::Layer& layer) const
{
    const QString name = QString::fromStdString(layer.module);
    if (!holdsOthers(m_all.newest(), layer.module))
        return name;
    return (m_open.contains(layer.module) ? u"\u25BE\u00A0"_s : u"\u25B8\u00A0"_s) + name;
}

void GradientFlowStrip::mousePressEvent(QMouseEvent* event)
{
    const FlowLayout layout = flowLayout();
    if (m_history.empty() || event->position().x() > layout.names.right())
        return;
    const int row = layout.rowAt(event->position().y());
    if (row >= 0)
        choose(row);
    toggle(row);
}

void GradientFlowStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(glyphscope::font(TextStyle::Caption));
    if (m_history.empty()) {
        paintEmpty(painter);
        return;
    }
    const FlowLayout layout = flowLayout();
    const Decades decades = m_history.decades();
    paintTitles(painter, layout);
    paintScale(painter, layout, decades);
    paintHistory(painter, layout);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < layout.rows; ++row)
        paintRow(painter, layout, decades, row);
}

void GradientFlowStrip::paintEmpty(QPainter& painter) const
{
    constexpr int kSide = 24;
    const QPointF middle = QRectF(rect()).center();
    painter.drawPixmap(middle - QPointF(kSide / 2.0, kSide + 2),
                       iconPixmap(u"play"_s, theme().mutedText, kSide, devicePixelRatioF()));
    painter.setFont(glyphscope::font(TextStyle::Body));
    painter.setPen(theme().mutedText);
    painter.drawText(QRectF(0, middle.y() + metrics::kUnit, width(), height() / 2.0),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     tr("Gradients appear while the network trains"));
}

void GradientFlowStrip::paintTitles(QPainter& painter, const FlowLayout& layout) const
{
    const QFontMetricsF measure(glyphscope::font(TextStyle::Caption));
    const double middle = std::round(layout.titles.center().y());
    double x = layout.plot.left();
    const double end = layout.history.isEmpty() ? width() : layout.history.left() - metrics::kGap;
    painter.setRenderHint(QPainter::Antialiasing);
    const auto entry = [&](const QString& text, bool diamond) {
        if (x + 12 + measure.horizontalAdvance(text) > end)
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(diamond ? theme().second : theme().accent);
        if (diamond)
            drawDiamond(painter, {x + 4, middle}, kLeastDot);
        else
            painter.drawEllipse(QPointF(x + 4, middle), kLeastDot, kLeastDot);
        painter.setPen(theme().mutedText);
        const double wide = measure.horizontalAdvance(text) + 2;
        painter.drawText(QRectF(x + 12, 0, wide, layout.titles.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         text);
        x += 12 + wide + metrics::kPadding;
    };
    entry(tr("output"), false);
    entry(tr("weights"), true);
    if (layout.history.isEmpty())
        return;
    painter.drawText(QRectF(layout.history.left(), 0, layout.history.width(), layout.titles.height()),
                     Qt::AlignRight | Qt::AlignVCenter,
                     measure.elidedText(tr("History"), Qt::ElideRight, layout.history.width()));
}

void GradientFlowStrip::paintScale(QPainter& painter, const FlowLayout& layout, const Decades& decades) const
{
    const QFontMetricsF measure(glyphscope::font(TextStyle::Caption));
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto widthOf = [&](int decade) { return measure.horizontalAdvance(decadeText(decade)) + 2; };
    const double apart = layout.plot.width() / std::max(1, decades.high - decades.low);
    const int stride = decadeStride(apart, std::max(widthOf(decades.low), widthOf(decades.high)));
    for (int decade = decades.low; decade <= decades.high; ++decade) {
        const double x = std::round(layout.plot.left() +
                                    decades.share(std::pow(10.0, decade)) * (layout.plot.width() - 1));
        painter.setPen(QPen(theme().border, 0));
        painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
        if (decade % stride != 0)
            continue;
        const double wide = widthOf(decade);
        const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
        painter.setPen(theme().mutedText);
        painter.drawText(QRectF(left, layout.scale.top(), wide, layout.scale.height()), Qt::AlignCenter,
                         decadeText(decade));
    }
}

void GradientFlowStrip::paintRow(QPainter& painter, const FlowLayout& layout, const Decades& decades,
                                 int row) const
{
    const Theme& t = theme();
    const GradientFlow::Layer& layer = m_history.newest().layers[static_cast<std::size_t>(row)];
    const FlowState state = flowState(layer);
    const QFontMetricsF measure(glyphscope::font(TextStyle::Caption));
    if (row == m_current && hasFocus()) {
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(0.5, layout.names.top() + row * layout.rowHeight + 0.5, width() - 1.0,
                                       layout.rowHeight - 1),
                                3, 3);
    }
    const QRectF name = layout.row(layout.names, row);
    painter.setPen(t.text);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     measure.elidedText(nameOf(layer), Qt::ElideMiddle, name.width()));

    const QRectF plot = layout.row(layout.plot, row);
    const auto place = [&](double value) {
        return QPointF(plot.left() + decades.share(value) * plot.width(), plot.center().y());
    };
    const double dot = dotIn(layout.rowHeight);
    painter.setPen(Qt::NoPen);
    if (const auto relative = relativeGradient(layer)) {
        painter.setBrush(t.second);
        drawDiamond(painter, place(*relative), dot);
    }
    painter.setBrush(state < FlowState::Dead ? stateColour(state) : t.accent);
    painter.drawEllipse(place(layer.outputGradient), dot, dot);

    const QRectF words = layout.row(layout.words, row);
    painter.setPen(stateColour(state));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter,
                     measure.elidedText(flowWords(layer), Qt::ElideRight, words.width()));
}

void GradientFlowStrip::paintHistory(QPainter& painter, const FlowLayout& layout) const
{
    if (layout.history.isEmpty())
        return;
    const Theme& t = theme();
    const auto& flows = m_history.flows();
    const Decades decades = m_history.flowingDecades();
    const auto kept = static_cast<int>(FlowHistory::kKept);
    QImage heat(kept, layout.rows, QImage::Format_RGB32);
    heat.fill(blend(t.surface, t.mutedText, 0.06));
    for (std::size_t probe = 0; probe < flows.size(); ++probe) {
        const int x = kept - static_cast<int>(flows.size() - probe);
        for (int row = 0; row < layout.rows; ++row) {
            const GradientFlow::Layer& layer = flows[probe].layers[static_cast<std::size_t>(row)];
            const FlowState state = flowState(layer);
            const bool plain = state == FlowState::Flowing || state == FlowState::Dead;
            const double share = plain ? 0.08 + 0.72 * decades.share(layer.outputGradient) : 0.8;
            heat.setPixelColor(x, row, blend(t.surface, plain ? t.accent : stateColour(state), share));
        }
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    for (int row = 0; row < layout.rows; ++row)
        painter.drawImage(layout.row(layout.history, row).adjusted(0, 1, 0, -1), heat,
                          QRectF(0, row, kept, 1));
}

bool GradientFlowStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipAt(help->pos());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tip, this, QRect(help->pos(), QSize(1, 1)));
    return true;
}

void GradientFlowStrip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        choose(m_current - 1);
        return;
    case Qt::Key_Down:
        choose(m_current + 1);
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(rowCount() - 1);
        return;
    case Qt::Key_Space:
        toggle(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void GradientFlowStrip::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        choose(0);
    update();
}

void GradientFlowStrip::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace glyphscope
