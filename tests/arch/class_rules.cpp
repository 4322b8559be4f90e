// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/class_rules.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace glyphscope::arch {

using namespace Qt::StringLiterals;

namespace {

bool isJudged(const SourceFile& file)
{
    constexpr std::array kFolders{"app/", "ui/", "model/types/", "model/data/"};
    return file.path != u"model/types/class_set.h"_s &&
           std::any_of(kFolders.begin(), kFolders.end(),
                       [&file](const char* folder) { return file.isUnder(folder); });
}

const QList<QRegularExpression>& writtenTens()
{
    static const QList<QRegularExpression> all{
        QRegularExpression(
            u"\\b\\w*(?:[Dd]igits|[Cc]lasses|[Cc]lassCount|[Dd]igitCount)\\s*(?:[=!<>]=?|\\{)\\s*10\\b"_s),
        QRegularExpression(u"\\b(?:label|digit|truth|answer)\\s*[=!<>]=?\\s*10\\b"_s),
        QRegularExpression(u"\\bfor\\s*\\([^;{}]*;[^;{}]*<\\s*10\\s*;"_s),
        QRegularExpression(u"\\bwhile\\s*\\([^;{}]*<\\s*10\\s*\\)"_s),
        QRegularExpression(u"\\bstd::array<[^;\\n]*,\\s*10\\s*>"_s),
        QRegularExpression(u"\\bassign\\s*\\(\\s*10\\s*,"_s),
        QRegularExpression(u"\\bnumbered\\s*\\(\\s*\\d+\\s*\\)"_s),
    };
    return all;
}

}  // namespace

QStringList classesAreCounted(const QList<SourceFile>& files)
{
    QStringList complaints;
    for (const SourceFile& file : files) {
        if (!isJudged(file))
            continue;
        for (const QRegularExpression& pattern : writtenTens())
            for (auto it = pattern.globalMatch(file.code); it.hasNext();) {
                const auto match = it.next();
                complaints += complaint(
                    file, file.code.left(match.capturedStart()).count(u'\n') + 1,
                    u"'%1': ask a ClassSet how many classes there are"_s.arg(match.captured().simplified()));
            }
    }
    return complaints;
}

}  // namespace glyphscope::arch
