// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/network_rules.h"

#include <QtCore/QRegularExpression>

namespace glyphscope::arch {

using namespace Qt::StringLiterals;

namespace {

bool mayNameModules(const SourceFile& file)
{
    return file.isUnder("model/kernels/") || file.isUnder("model/spec/presets.") ||
           file.isUnder("model/network/features") || file.isUnder("model/network/detail/features");
}

/// Whether the quote at `position` opens a literal of the code, not one that a comment speaks of.
bool opensLiteral(const SourceFile& file, qsizetype position)
{
    qsizetype before = position - 1;
    while (before >= 0 && file.text[before].isSpace())
        --before;
    return before < 0 || file.text[before] == file.code[before] || file.text[before] == u'"';
}

QString namesModule(const SourceFile& file, qsizetype position, const QString& name)
{
    return complaint(file, file.text.left(position).count(u'\n') + 1,
                     u"names %1: only model/spec/presets and the fast path do"_s.arg(name));
}

}  // namespace

QStringList modulesAreNamedInPresetsOnly(const QList<SourceFile>& files)
{
    static const QRegularExpression word(
        u"\\b(conv[12]|fc[12]|relu[123]|pool[12]|\\w*SimpleC[Nn][Nn]\\w*|simpleC[Nn][Nn]\\w*)\\b"_s);
    static const QRegularExpression literal(
        u"\"((?:conv[12]|fc[12]|relu[123]|pool[12])(?:\\.\\w+)?|SimpleCNN)\""_s);
    QStringList complaints;
    for (const SourceFile& file : files) {
        if (mayNameModules(file))
            continue;
        for (auto it = word.globalMatch(file.code); it.hasNext();) {
            const auto match = it.next();
            complaints += namesModule(file, match.capturedStart(), match.captured(1));
        }
        for (auto it = literal.globalMatch(file.text); it.hasNext();) {
            const auto match = it.next();
            if (opensLiteral(file, match.capturedStart()))
                complaints += namesModule(file, match.capturedStart(), match.captured(0));
        }
    }
    return complaints;
}

}  // namespace glyphscope::arch
