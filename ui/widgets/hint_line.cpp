// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hint_line.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/parts.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

HintLine::HintLine(QWidget* parent)
    : QWidget(parent), m_words(makeWords(u"hint.words"_s, u"muted"_s, TextStyle::Caption, this))
{
    setObjectName(u"hintLine"_s);
    auto* close = new QToolButton(this);
    close->setObjectName(u"hint.close"_s);
    close->setIcon(icon(u"close"_s));
    close->setProperty("small", true);
    close->setToolTip(tr("Do not show this hint again"));
    close->setAccessibleName(tr("Dismiss the hint"));
    close->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kUnit, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    row->addWidget(m_words, 1);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &HintLine::dismissed);
    refresh();
}

void HintLine::setHint(const QString& text)
{
    m_words->setText(text);
    refresh();
}

QString HintLine::hint() const
{
    return m_words->text();
}

void HintLine::setHere(bool here)
{
    m_here = here;
    refresh();
}

void HintLine::refresh()
{
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(m_here);  // a hint that comes must not move the canvas under the pen
    setSizePolicy(policy);
    setVisible(m_here && !m_words->text().isEmpty());
}

}  // namespace glyphscope
