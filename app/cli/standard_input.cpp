// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/standard_input.h"

#include "app/cli/command.h"
#include "model/types/error.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <cerrno>
#include <memory>
#include <system_error>
#include <unistd.h>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostInput = qint64{1} << 30;
constexpr qint64 kInputPiece = qint64{1} << 16;

/// Up to `most` bytes of standard input; none at its end.
QByteArray pieceOfInput(qint64 most)
{
    QByteArray piece(most, Qt::Uninitialized);
    ssize_t count = 0;
    do
        count = ::read(STDIN_FILENO, piece.data(), static_cast<std::size_t>(most));
    while (count < 0 && errno == EINTR);
    if (count < 0)
        throw Error(
            GLYPHSCOPE_TEXT("Command", "Standard input cannot be read (%1). Name a file instead of -."),
            std::generic_category().message(errno));
    piece.truncate(count);
    return piece;
}

void copyInputTo(const QString& path)
{
    QFile file(path);
    bool kept = file.open(QIODevice::WriteOnly);
    qint64 size = 0;
    for (QByteArray piece = pieceOfInput(kInputPiece); kept && !piece.isEmpty();
         piece = pieceOfInput(kInputPiece)) {
        size += piece.size();
        if (size > kMostInput)
            throw Error(GLYPHSCOPE_TEXT(
                "Command", "Standard input has more than 1 GiB, which nothing that is read here has."));
        kept = file.write(piece) == piece.size();
    }
    if (!kept || !file.flush())
        throw Error(GLYPHSCOPE_TEXT("Command",
                                    "%1: standard input cannot be kept there (%2). Free some space, or set "
                                    "TMPDIR to another folder."),
                    path.toStdString(), file.errorString().toStdString());
}

}  // namespace

QString inputFile(const QString& argument)
{
    if (argument != "-"_L1)
        return argument;
    static const QTemporaryDir folder;
    const QString path = folder.filePath(u"standard-input"_s);
    if (!QFile::exists(path))
        copyInputTo(path);
    return path;
}

QStringList inputFiles(const QStringList& arguments)
{
    QStringList files;
    for (const QString& argument : arguments)
        files << inputFile(argument);
    return files;
}

void refuseStandardInput(const QStringList& arguments, const char* command)
{
    if (arguments.contains("-"_L1))
        throw UsageError(GLYPHSCOPE_TEXT("Command",
                                         "%1 reads its files more than once, and standard input (-) "
                                         "only once. Name a file."),
                         command);
}

}  // namespace glyphscope
