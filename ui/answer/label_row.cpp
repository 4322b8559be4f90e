// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/label_row.h"

#include "ui/style/roles.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

/// One digit; the network's answer has an edge of its own.
class LabelButton : public QToolButton {
public:
    LabelButton(int digit, QWidget* parent) : QToolButton(parent)
    {
        setObjectName(u"label%1"_s.arg(digit));
        setText(QString::number(digit));
        setProperty("small", true);
        setCheckable(true);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setMinimumWidth(16);
        setMinimumHeight(28);
    }

    void setAnswer(bool answer)
    {
        m_answer = answer;
        update();
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QToolButton::paintEvent(event);
        if (hasFocus())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_answer && isEnabled() ? QPen(theme().accent, 1.5) : QPen(theme().border, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
    }
    void nextCheckState() override {}  // what is kept is said from outside

private:
    bool m_answer = false;
};

LabelRow::LabelRow(QWidget* parent)
    : QWidget(parent), m_words(new QLabel(this)), m_undo(new QToolButton(this))
{
    setObjectName(u"labelRow"_s);
    m_words->setObjectName(u"labelWords"_s);
    setRole(m_words, u"muted"_s);
    m_undo->setObjectName(u"labelUndo"_s);
    m_undo->setText(tr("Undo"));
    m_undo->setProperty("small", true);
    m_undo->setToolTip(tr("Do not keep it"));
    QSizePolicy keepsItsRoom = m_undo->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true);
    m_undo->setSizePolicy(keepsItsRoom);

    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::kGap);
    head->addWidget(m_words);
    head->addWidget(m_undo);
    head->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kUnit);
    for (int digit = 0; digit < 10; ++digit) {
        auto* button = new LabelButton(digit, this);
        button->setAccessibleName(tr("It was a %1").arg(digit));
        button->setToolTip(tr("Keep the drawing as a sample of a %1").arg(digit));
        m_buttons[static_cast<std::size_t>(digit)] = button;
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, digit] { give(digit); });
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addLayout(row);
    connect(m_undo, &QToolButton::clicked, this, &LabelRow::undoRequested);
    refresh();
}

void LabelRow::setLabelable(bool labelable)
{
    m_labelable = labelable;
    refresh();
}

void LabelRow::setKept(std::optional<int> label)
{
    m_kept = label;
    refresh();
}

void LabelRow::setAnswer(std::optional<int> digit)
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setAnswer(digit == static_cast<int>(i));
}

void LabelRow::give(int label)
{
    if (m_labelable && !m_kept && label >= 0 && label < 10 && isVisibleTo(parentWidget()))
        Q_EMIT labelGiven(label);
}

void LabelRow::refresh()
{
    if (m_kept)
        m_words->setText((*m_kept == 8 ? tr("Kept as an %1") : tr("Kept as a %1")).arg(*m_kept));
    else
        m_words->setText(tr("It was a"));
    m_undo->setVisible(m_kept.has_value());
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setEnabled(m_labelable && !m_kept);
        m_buttons[i]->setChecked(m_kept == static_cast<int>(i));
    }
}

}  // namespace glyphscope
