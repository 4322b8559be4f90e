// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_notice.h"

#include "ui/style/roles.h"
#include "ui/style/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

HookNotice::HookNotice(QWidget* parent)
    : QWidget(parent), m_words(new QLabel(this)), m_undo(new QPushButton(tr("Undo"), this))
{
    setObjectName(u"hooks.notice"_s);
    m_words->setObjectName(u"hooks.noticeWords"_s);
    m_words->setWordWrap(true);
    setRole(m_words, u"muted"_s);
    m_undo->setObjectName(u"hooks.noticeUndo"_s);
    m_undo->setToolTip(tr("Undo (Ctrl+Z)"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kGap, 0, 0, 0);
    row->addWidget(m_words, 1);
    row->addWidget(m_undo);
    hide();
    connect(m_undo, &QPushButton::clicked, this, &HookNotice::undoWanted);
}

void HookNotice::say(const QString& words, bool withUndo)
{
    m_words->setText(words);
    m_undo->setVisible(withUndo);
    show();
}

}  // namespace glyphscope
