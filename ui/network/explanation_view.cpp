// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/explanation_view.h"

#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/empty_hint.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

namespace glyphscope {

using namespace Qt::StringLiterals;

ExplanationView::ExplanationView(QWidget* parent)
    : QAbstractScrollArea(parent), m_lazy(this, [this] { rebuild(); })
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("How the value came about"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void ExplanationView::setExplanation(UnitExplanation explanation)
{
    const bool other = !m_explanation || !(m_explanation->unit == explanation.unit);
    m_explanation = std::move(explanation);
    m_lazy.request();
    if (other && m_lazy.isSeen())
        verticalScrollBar()->setValue(0);
}

void ExplanationView::setClassNames(const QStringList& names)
{
    m_names = names;
    m_lazy.request();
}

void ExplanationView::setHooks(std::vector<HookSpec> hooks)
{
    m_hooks = std::move(hooks);
    m_lazy.request();
}

void ExplanationView::setGlyph(const Glyph& glyph)
{
    if (glyph == m_glyph)
        return;
    m_glyph = glyph;
    viewport()->update();
}

void ExplanationView::clear()
{
    if (!m_explanation)
        return;
    m_explanation.reset();
    m_lazy.request();
}

void ExplanationView::rebuild()
{
    m_text = m_explanation ? describeUnit(*m_explanation, m_names, m_hooks) : ExplanationText{};
    layOut();
}

ExplanationWords ExplanationView::measure(double width) const
{
    const QFontMetricsF body(glyphscope::font(TextStyle::Body));
    const QFontMetricsF caption(glyphscope::font(TextStyle::Caption));
    const auto wrapped = [](const QFontMetricsF& lines, double across, const QString& words) {
        return std::ceil(lines.boundingRect(QRectF(0, 0, across, 1000), Qt::TextWordWrap, words).height()) +
               2;
    };
    ExplanationWords words;
    words.line = std::ceil(caption.height()) + 2;
    words.rule = wrapped(caption, ruleWidth(width), m_text.rule);
    words.verdict = wrapped(caption, width, m_text.verdict);
    double name = 0;
    double value = 0;
    for (const ExplanationText::Line& line : m_text.lines) {
        name = std::max(name, caption.horizontalAdvance(line.name));
        value = std::max(value, caption.horizontalAdvance(line.value));
    }
    words.lineWidth = std::ceil(name + value) + 2 * metrics::kMargin;
    for (qsizetype column = 0; column < m_text.header.size(); ++column) {
        double widest = caption.horizontalAdvance(m_text.header.at(column));
        for (const ExplanationText::TableRow& row : m_text.rows)
            widest = std::max(widest, caption.horizontalAdvance(row.cells.at(column)));
        words.columnWidths.push_back(widest + metrics::kGap);
    }
    return words;
}

void ExplanationView::layOut()
{
    if (!m_explanation) {
        m_layout = {};
        verticalScrollBar()->setRange(0, 0);
        viewport()->update();
        return;
    }
    // The bar's room is always left free, so that its appearing moves nothing.
    const double width = std::max(1, maximumViewportSize().width() - 14);
    const int room = maximumViewportSize().height();
    m_layout = layOutExplanation(m_text, measure(width), QSizeF(width, room));
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(m_layout.height)) - room));
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(24);
    viewport()->update();
}

QPointF ExplanationView::toPage(QPointF at) const
{
    return at + QPointF(0, verticalScrollBar()->value());
}

QPointF ExplanationView::toViewport(QPointF page) const
{
    return page - QPointF(0, verticalScrollBar()->value());
}

QString ExplanationView::tipOf(int term) const
{
    const auto at = static_cast<std::size_t>(term);
    if (!m_explanation || term < 0 || at >= m_explanation->terms.size())
        return {};
    const UnitExplanation::Term& each = m_explanation->terms[at];
    if (each.padding)
        return tr("Padding: outside the map, always 0");
    const QString value = valueText(static_cast<double>(each.value), 7);
    const QString weight = valueText(static_cast<double>(each.weight), 7);
    const QString product = valueText(each.product, 7);
    switch (m_explanation->form) {
    case UnitExplanation::Form::Convolution:
        return tr("Channel %1, y\u00A0%2, x\u00A0%3: %4 \u00D7 %5 = %6")
            .arg(each.channel)
            .arg(each.y)
            .arg(each.x)
            .arg(value, weight, product);
    case UnitExplanation::Form::Linear:
        return u"%1 \u00D7 %2 = %3"_s.arg(value, weight, product);
    case UnitExplanation::Form::Relu:
    case UnitExplanation::Form::Activation:
    case UnitExplanation::Form::MaxPool:
    case UnitExplanation::Form::AveragePool:
    case UnitExplanation::Form::Flatten:
    case UnitExplanation::Form::Normalised:
    case UnitExplanation::Form::Copy:
    case UnitExplanation::Form::Sum:
    case UnitExplanation::Form::Softmax:
        break;
    }
    return value;
}

bool ExplanationView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const std::optional<int> term = termAt(m_text, m_layout, toPage(help->pos()));
    QToolTip::showText(help->globalPos(), term ? tipOf(*term) : QString(), viewport());
    return true;
}

void ExplanationView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void ExplanationView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        layOut();
}

void ExplanationView::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<int> term = termAt(m_text, m_layout, toPage(event->position()));
    viewport()->setCursor(term.value_or(-1) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ExplanationView::mouseReleaseEvent(QMouseEvent* event)
{
    const std::optional<int> term = termAt(m_text, m_layout, toPage(event->position()));
    if (event->button() == Qt::LeftButton && term.value_or(-1) >= 0)
        Q_EMIT termChosen(*term);
}

void ExplanationView::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    if (event->key() == Qt::Key_Home)
        bar->setValue(0);
    else if (event->key() == Qt::Key_End)
        bar->setValue(bar->maximum());
    else
        QAbstractScrollArea::keyPressEvent(event);
}

}  // namespace glyphscope
