// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/mnemonic.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace glyphscope {

QString withoutMnemonic(const QString& text)
{
    static const QRegularExpression behind(u"\\(&.\\)"_s);
    static const QRegularExpression mark(u"&(.|$)"_s);  // "&&" is an ampersand
    return QString(text).remove(behind).replace(mark, u"\\1"_s);
}

}  // namespace glyphscope
