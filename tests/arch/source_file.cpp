// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/source_file.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>

#include <algorithm>
#include <iterator>

namespace glyphscope::arch {

using namespace Qt::StringLiterals;

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// The identifier or number that ends just before `end`, digit separators included.
QStringView wordBefore(const QString& text, qsizetype end)
{
    qsizetype begin = end;
    while (begin > 0 && (isWordCharacter(text[begin - 1]) || text[begin - 1] == u'\''))
        --begin;
    return QStringView(text).mid(begin, end - begin);
}

qsizetype endOfLine(const QString& text, qsizetype from)
{
    const qsizetype end = text.indexOf(u'\n', from);
    return end < 0 ? text.size() : end;
}

/// Position after the quoted literal whose opening quote is at `begin`.
qsizetype endOfQuoted(const QString& text, qsizetype begin)
{
    for (qsizetype i = begin + 1; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == text[begin] || text[i] == u'\n')
            return i + 1;
    }
    return text.size();
}

/// Position after R"delimiter( ... )delimiter" whose quote is at `begin`.
qsizetype endOfRaw(const QString& text, qsizetype begin)
{
    const qsizetype open = text.indexOf(u'(', begin);
    if (open < 0)
        return text.size();
    const QString close = u")"_s + text.mid(begin + 1, open - begin - 1) + u"\""_s;
    const qsizetype end = text.indexOf(close, open);
    return end < 0 ? text.size() : end + close.size();
}

/// Position after the comment or literal that begins at `i`, or `i` if none does.
qsizetype endOfSilence(const QString& text, qsizetype i)
{
    const QStringView rest = QStringView(text).mid(i);
    if (rest.startsWith(u"//"))
        return endOfLine(text, i);
    if (rest.startsWith(u"/*")) {
        const qsizetype end = text.indexOf(u"*/"_s, i + 2);
        return end < 0 ? text.size() : end + 2;
    }
    if (text[i] == u'"')
        return wordBefore(text, i).endsWith(u'R') ? endOfRaw(text, i) : endOfQuoted(text, i);
    if (text[i] == u'\'') {
        const QStringView word = wordBefore(text, i);
        return !word.isEmpty() && word.front().isDigit() ? i : endOfQuoted(text, i);
    }
    return i;
}

}  // namespace

QString blankCommentsAndLiterals(const QString& text)
{
    QString code = text;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype end = endOfSilence(text, i);
        for (qsizetype k = i; k < end; ++k)
            if (code[k] != u'\n')
                code[k] = u' ';
        i = std::max(end, i + 1);
    }
    return code;
}

SourceFile sourceFile(const QString& path, const QString& text)
{
    return {path, text, blankCommentsAndLiterals(text)};
}

QList<SourceFile> readSources(const QString& root, const QStringList& folders)
{
    QList<SourceFile> files;
    for (const QString& folder : folders) {
        QDirIterator it(root + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                files.append(sourceFile(QDir(root).relativeFilePath(file.fileName()),
                                        QString::fromUtf8(file.readAll())));
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

QStringList foldersOf(const QList<SourceFile>& files)
{
    QStringList folders;
    std::ranges::transform(files, std::back_inserter(folders),
                           [](const SourceFile& file) { return file.path.section(u'/', 0, -2); });
    folders.removeDuplicates();
    return folders;
}

QString complaint(const SourceFile& file, qsizetype line, const QString& message)
{
    return u"%1:%2: %3"_s.arg(file.path).arg(line).arg(message);
}

}  // namespace glyphscope::arch
