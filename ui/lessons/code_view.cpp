// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lessons/code_view.h"

#include <QtCore/QEvent>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QFontDatabase>
#include <QtGui/QTextDocument>

namespace glyphscope {

CodeView::CodeView(const QString& name, const QString& title, QWidget* parent) : QPlainTextEdit(parent)
{
    setObjectName(name);
    setAccessibleName(title);
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
}

void CodeView::setCode(const QString& code)
{
    setPlainText(code);
    fit();
}

/// The layout of a plain document counts lines, not pixels.
void CodeView::fit()
{
    const int lines = std::max(1, qCeil(document()->documentLayout()->documentSize().height()));
    const int around = 2 * qCeil(document()->documentMargin()) + 2 * frameWidth();
    setFixedHeight(qCeil(lines * QFontMetricsF(font()).lineSpacing()) + around);
}

void CodeView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void CodeView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

}  // namespace glyphscope
