// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/drawing_pager.h"

#include "ui/style/theme.h"

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

DrawingPager::DrawingPager(QAction* previous, QAction* next, QWidget* parent)
    : QWidget(parent), m_previous(previous), m_next(next), m_text(new QLabel(this))
{
    setObjectName(u"pager"_s);
    m_text->setObjectName(u"pager.text"_s);
    m_text->setProperty("role", u"muted"_s);
    m_text->setFont(glyphscope::font(TextStyle::Caption));
    m_text->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    for (QAction* action : {previous, next}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setArrowType(action == previous ? Qt::LeftArrow : Qt::RightArrow);
        button->setAccessibleName(action->text());
        row->addWidget(button);
    }
    hide();
}

void DrawingPager::setPosition(int index, int count, const QString& file, const QString& truth)
{
    m_text->setText(truth.isEmpty()
                        ? tr("Drawing %1 of %2 in %3").arg(index + 1).arg(count).arg(file)
                        : tr("Drawing %1 of %2 in %3, labelled \"%4\"")
                              .arg(QString::number(index + 1), QString::number(count), file, truth));
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < count);
    setVisible(count > 1);
}

}  // namespace glyphscope
