// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/undo_bar.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

UndoBar::UndoBar(const QString& tip, QWidget* parent)
    : QFrame(parent), m_words(new QLabel(this)), m_button(new QToolButton(this))
{
    setProperty("card", true);
    m_words->setWordWrap(true);
    m_button->setText(tr("Undo"));
    m_button->setToolTip(tip);
    m_button->setIcon(icon(u"undo"_s));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kGap, 2, 2, 2);
    row->addWidget(m_words, 1);
    row->addWidget(m_button);
    hide();
    connect(m_button, &QToolButton::clicked, this, &UndoBar::undo);
}

void UndoBar::offer(const QString& words)
{
    m_words->setText(words);
    show();
}

void UndoBar::undo()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT undone();
}

}  // namespace glyphscope
