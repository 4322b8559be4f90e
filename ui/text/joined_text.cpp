// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/joined_text.h"

#include <QtCore/QCoreApplication>

namespace glyphscope {
namespace {

struct JoinedText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::JoinedText)
};

QString joined(const QStringList& parts, const QString& pair)
{
    QString text;
    for (const QString& part : parts) {
        if (text.isEmpty())
            text = part;
        else if (!part.isEmpty())
            text = pair.arg(text, part);
    }
    return text;
}

}  // namespace

QString sentences(const QStringList& parts)
{
    return joined(parts, JoinedText::tr("%1 %2", "two sentences, one after the other"));
}

QString listText(const QStringList& parts)
{
    return joined(parts, JoinedText::tr("%1, %2", "two parts of a list"));
}

QString labelled(const QString& label, const QString& value)
{
    return value.isEmpty() ? label
                           : JoinedText::tr("%1: %2", "a name and what is said of it").arg(label, value);
}

QString withReason(const QString& tip, const QString& reason)
{
    return reason.isEmpty()
               ? tip
               : JoinedText::tr("%1.\n%2", "a tool tip without a full stop, and a sentence").arg(tip, reason);
}

}  // namespace glyphscope
