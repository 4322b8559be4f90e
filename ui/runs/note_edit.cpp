// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/note_edit.h"

#include "ui/style/theme.h"

#include <QtGui/QFocusEvent>
#include <QtGui/QTextDocument>

using namespace Qt::StringLiterals;

namespace glyphscope {

NoteEdit::NoteEdit(QWidget* parent) : QPlainTextEdit(parent)
{
    setObjectName(u"runs.note"_s);
    setAccessibleName(tr("Note"));
    setPlaceholderText(tr("A note: what was tried, what came of it"));
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize NoteEdit::sizeHint() const
{
    constexpr int kLines = 3;
    return {240, kLines * fontMetrics().lineSpacing() + 2 * static_cast<int>(document()->documentMargin()) +
                     metrics::kUnit};
}

void NoteEdit::setNote(const QString& note)
{
    if (document()->isModified() || note == toPlainText())
        return;
    setPlainText(note);
    document()->setModified(false);
}

void NoteEdit::save()
{
    if (!document()->isModified())
        return;
    document()->setModified(false);
    Q_EMIT edited(toPlainText().trimmed());
}

void NoteEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        save();
}

}  // namespace glyphscope
