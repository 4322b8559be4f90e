// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/agreement_matrix.h"

#include "ui/style/colour_map.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/why/attribution_text.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kRows = static_cast<int>(kMethodCount) - 1;

AttributionMethod methodAt(int index)
{
    return kAttributionMethods[static_cast<std::size_t>(index)];
}

double labelWidth()
{
    const QFontMetricsF measure(font(TextStyle::Caption));
    double widest = 0;
    for (const AttributionMethod method : kAttributionMethods)
        widest = std::max(widest, measure.horizontalAdvance(methodName(method)));
    return std::ceil(widest) + 2;
}

}  // namespace

QRectF AgreementMatrix::Layout::cellRect(int row, int column) const
{
    return {label + metrics::kGap + column * (cell + 2), line + 2 + row * (high + 2), cell, high};
}

QRectF AgreementMatrix::Layout::rowLabel(int row) const
{
    return {0, cellRect(row, 0).top(), label, cellRect(row, 0).height()};
}

QRectF AgreementMatrix::Layout::columnLabel(int column) const
{
    return {cellRect(0, column).left(), 0, cell, line};
}

AgreementMatrix::Layout AgreementMatrix::layOut(double width, double labelWidth, double lineHeight,
                                                double height)
{
    constexpr double kLeast = 34;  // "−0.45"
    constexpr double kMost = 52;   // beside low rows
    constexpr double kShape = 2.4;
    Layout layout;
    layout.line = lineHeight;
    layout.high = std::max(lineHeight + 6, std::floor((height - lineHeight - 3) / kRows) - 2);
    layout.label = std::max(40.0, std::min(labelWidth, width - metrics::kGap - kRows * (kLeast + 2)));
    layout.cell = std::clamp(std::floor((width - layout.label - metrics::kGap) / kRows) - 2, 1.0,
                             std::max(kMost, kShape * layout.high));
    return layout;
}

AgreementMatrix::AgreementMatrix(QWidget* parent) : QWidget(parent), m_lazy(this, [this] { compare(); })
{
    setObjectName(u"why.agreement"_s);
    setAccessibleName(tr("Agreement between the methods"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
}

QSize AgreementMatrix::sizeHint() const
{
    const Layout layout = layOut(300, labelWidth(), lineHeight(TextStyle::Caption));
    return {300, static_cast<int>(std::ceil(layout.cellRect(kRows - 1, 0).bottom())) + 1};
}

QSize AgreementMatrix::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void AgreementMatrix::setGlyph(const Glyph& glyph)
{
    m_glyph = glyph;
    update();
}

void AgreementMatrix::setAttribution(const Attribution& attribution)
{
    if (attribution.glyph != m_compared) {
        m_values = {};
        m_ranks = {};
        m_compared = attribution.glyph;
    }
    const auto index = static_cast<std::size_t>(
        std::find(std::begin(kAttributionMethods), std::end(kAttributionMethods), attribution.method) -
        std::begin(kAttributionMethods));
    std::vector<float>& values = m_values[index];
    values.resize(attribution.values.size());
    std::transform(attribution.values.begin(), attribution.values.end(), values.begin(),
                   [](float value) { return std::abs(value); });
    m_ranks[index].clear();
    m_lazy.request();
}

void AgreementMatrix::forget()
{
    m_values = {};
    m_ranks = {};
    m_lazy.request();
}

void AgreementMatrix::compare()
{
    for (std::size_t i = 0; i < kMethodCount; ++i)
        if (m_ranks[i].empty())
            m_ranks[i] = ranksOf(m_values[i]);
    m_agreement = agreementOf(m_ranks);
    const QString words = agreementText(m_agreement);
    setAccessibleDescription(words);
    update();
    Q_EMIT agreementChanged(words);
}

AgreementMatrix::Layout AgreementMatrix::matrixLayout() const
{
    return layOut(width(), labelWidth(), lineHeight(TextStyle::Caption), height());
}

void AgreementMatrix::paintEvent(QPaintEvent*)
{
    const Layout layout = matrixLayout();
    const QFont words = glyphscope::font(TextStyle::Caption);
    const QFontMetricsF measure(words);
    QPainter painter(this);
    painter.setOpacity(m_compared == m_glyph ? 1 : kPastOpacity);
    painter.setFont(words);
    for (int i = 0; i < kRows; ++i) {
        painter.setPen(theme().mutedText);
        const QRectF row = layout.rowLabel(i);
        const QString name = methodName(methodAt(i + 1));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         measure.horizontalAdvance(name) <= row.width() ? name
                                                                        : methodShort(methodAt(i + 1)));
        painter.drawText(layout.columnLabel(i), Qt::AlignCenter, methodShort(methodAt(i)));
        for (int column = 0; column <= i; ++column)
            paintCell(painter, layout.cellRect(i, column), column, i + 1);
    }
}

void AgreementMatrix::paintCell(QPainter& painter, const QRectF& place, int one, int other) const
{
    const std::optional<double> value = m_agreement.of(one, other);
    const QColor ground = value ? QColor(diverging(static_cast<float>(*value))) : theme().raised;
    painter.fillRect(place, ground);
    const QColor dark(0x11131A);
    const bool light = contrastRatio(ground, QColor(Qt::white)) > contrastRatio(ground, dark);
    painter.setPen(!value ? theme().mutedText : light ? QColor(Qt::white) : dark);
    painter.drawText(place, Qt::AlignCenter, value ? withTrueMinus(fixedText(*value, 2)) : u"\u2013"_s);
}

QString AgreementMatrix::tipAt(QPointF position) const
{
    const Layout layout = matrixLayout();
    for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column <= row; ++column) {
            if (!layout.cellRect(row, column).contains(position))
                continue;
            const std::optional<double> value = m_agreement.of(column, row + 1);
            return tr("%1 and %2: %3")
                .arg(methodName(methodAt(column)), methodName(methodAt(row + 1)),
                     value ? withTrueMinus(fixedText(*value, 2)) : tr("one of them is the same everywhere"));
        }
    }
    return tr("Spearman's rank correlation of the maps' magnitudes: 1 the same order of pixels, 0 no "
              "relation");
}

bool AgreementMatrix::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
    return true;
}

void AgreementMatrix::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

}  // namespace glyphscope
