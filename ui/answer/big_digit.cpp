// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/big_digit.h"

#include "ui/answer/scaled_font.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

QColor colourOf(BigDigit::Tone tone)
{
    switch (tone) {
    case BigDigit::Tone::Sure:
        return theme().accent;
    case BigDigit::Tone::Unsure:
        return theme().caution;
    case BigDigit::Tone::Bad:
        return theme().bad;
    case BigDigit::Tone::Neutral:
        break;
    }
    return theme().mutedText;
}

}  // namespace

BigDigit::BigDigit(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

BigDigit::Tone BigDigit::toneOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Digit:
        return Tone::Sure;
    case Verdict::Unsure:
        return Tone::Unsure;
    case Verdict::NotADigit:
    case Verdict::Empty:
        break;
    }
    return Tone::Neutral;
}

void BigDigit::setDigit(const QString& text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    update();
}

void BigDigit::setScale(double scale)
{
    m_scale = scale;
    updateGeometry();
    update();
}

QSize BigDigit::sizeHint() const
{
    const QFontMetrics measure(scaledFont(TextStyle::Display, m_scale));
    return {measure.horizontalAdvance(u'0') + metrics::kUnit,
            measure.tightBoundingRect(u"0"_s).height() + metrics::kGap};
}

void BigDigit::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle = QRectF(rect()).center();
    if (m_text.isEmpty()) {
        const int side = qMin(width(), height()) * 3 / 4;
        painter.drawPixmap(middle - QPointF(side, side) / 2,
                           iconPixmap(u"pen"_s, theme().mutedText, side, devicePixelRatioF()));
        return;
    }
    // As an outline, centred by its ink: fonts differ in how much air they leave above and below.
    QPainterPath outline;
    outline.addText(0, 0, scaledFont(TextStyle::Display, m_scale), m_text);
    painter.translate(middle - outline.boundingRect().center());
    painter.fillPath(outline, colourOf(m_tone));
}

}  // namespace glyphscope
