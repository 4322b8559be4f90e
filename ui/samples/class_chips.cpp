// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/digit_chips.h"

#include "ui/samples/report_text.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QResizeEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

/// A digit, and how many there are of it.
class DigitChip : public QToolButton {
public:
    DigitChip(int digit, QWidget* parent) : QToolButton(parent), m_digit(QString::number(digit))
    {
        setObjectName(u"sampleChip"_s + m_digit);
        setCheckable(true);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setCount(0);
    }

    void setCount(int count)
    {
        m_count = count;
        QString words = DigitChips::tr("%1 of the digit %2").arg(samplesText(count), m_digit);
        if (count < DigitChips::kEnough)
            words +=
                u'\n' +
                DigitChips::tr("Five of each digit teach well: %1 to go.").arg(DigitChips::kEnough - count);
        setToolTip(words);
        setAccessibleName(words);
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics lines(glyphscope::font(TextStyle::Body));
        return {lines.horizontalAdvance(u"8 888"_s) + 2 * metrics::kUnit,
                lines.height() + 3 * metrics::kUnit};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QToolButton::paintEvent(event);
        const Theme& t = theme();
        QPainter painter(this);
        QFont strong = glyphscope::font(TextStyle::Body);
        strong.setWeight(QFont::DemiBold);
        const QString count = QString::number(m_count);
        const QFont small = glyphscope::font(TextStyle::Caption);
        const double digitWide = QFontMetricsF(strong).horizontalAdvance(m_digit);
        const double countWide = QFontMetricsF(small).horizontalAdvance(count);
        QRectF place(rect());
        place.setLeft((width() - digitWide - metrics::kUnit - countWide) / 2);
        painter.setFont(strong);
        painter.setPen(isChecked() ? t.accent : t.text);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, m_digit);
        place.setLeft(place.left() + digitWide + metrics::kUnit);
        painter.setFont(small);
        painter.setPen(m_count < DigitChips::kEnough ? t.caution : t.mutedText);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, count);
    }

private:
    const QString m_digit;
    int m_count = 0;
};

DigitChips::DigitChips(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(u"sampleChips"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(2);
    for (std::size_t digit = 0; digit < m_chips.size(); ++digit) {
        m_chips[digit] = new DigitChip(static_cast<int>(digit), this);
        connect(m_chips[digit], &QToolButton::clicked, this, [this, digit](bool checked) {
            const auto wanted = checked ? std::optional(static_cast<int>(digit)) : std::nullopt;
            setChosen(wanted);
            Q_EMIT chosen(wanted);
        });
    }
    arrange(5);
}

void DigitChips::setCounts(const std::array<int, 10>& counts)
{
    for (std::size_t digit = 0; digit < m_chips.size(); ++digit)
        m_chips[digit]->setCount(counts[digit]);
}

void DigitChips::setChosen(std::optional<int> digit)
{
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(digit == static_cast<int>(i));
}

void DigitChips::arrange(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < 10; ++i)
        m_grid->addWidget(m_chips[static_cast<std::size_t>(i)], i / columns, i % columns);
}

void DigitChips::resizeEvent(QResizeEvent* event)
{
    const int wide = m_chips[0]->sizeHint().width() + m_grid->spacing();
    arrange(event->size().width() >= 10 * wide ? 10 : 5);
    QWidget::resizeEvent(event);
}

}  // namespace glyphscope
