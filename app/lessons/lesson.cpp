// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson.h"

using namespace Qt::StringLiterals;

namespace glyphscope {

QString LessonText::in(const QString& language) const
{
    if (const auto exact = byLanguage.constFind(language); exact != byLanguage.constEnd())
        return *exact;
    const QString family = language.section(u'_', 0, 0);
    for (auto each = byLanguage.constBegin(); each != byLanguage.constEnd(); ++each)
        if (!each.key().isEmpty() && each.key().section(u'_', 0, 0) == family)
            return *each;
    for (const QString& otherwise : {u""_s, u"en"_s})
        if (const auto found = byLanguage.constFind(otherwise); found != byLanguage.constEnd())
            return *found;
    return byLanguage.isEmpty() ? QString() : byLanguage.first();
}

}  // namespace glyphscope
