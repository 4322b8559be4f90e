// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/xml_text.h"

#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

using Encoding = QStringConverter::Encoding;

constexpr auto kNames =
    std::to_array<std::pair<const char*, Encoding>>({{"utf-8", QStringConverter::Utf8},
                                                     {"utf8", QStringConverter::Utf8},
                                                     {"us-ascii", QStringConverter::Utf8},
                                                     {"ascii", QStringConverter::Utf8},
                                                     {"utf-16", QStringConverter::Utf16},
                                                     {"utf-16le", QStringConverter::Utf16},
                                                     {"utf-16be", QStringConverter::Utf16},
                                                     {"iso-8859-1", QStringConverter::Latin1},
                                                     {"latin1", QStringConverter::Latin1}});

[[noreturn]] void refuse(const QString& name, const Message& reason)
{
    throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2 Save it in UTF-8."), name.toStdString(), reason);
}

/// What the bytes themselves say: a byte order mark, or zeros around the first "<".
std::optional<Encoding> seenIn(const QByteArray& bytes, const QString& name)
{
    const auto seen = QStringConverter::encodingForData(bytes, u'<');
    if (!seen || *seen == QStringConverter::Utf8)
        return seen;
    if (*seen == QStringConverter::Utf16LE || *seen == QStringConverter::Utf16BE)
        return seen;
    refuse(name, GLYPHSCOPE_TEXT("Files", "written in UTF-32, which this program does not read."));
}

/// The encoding's name in the XML declaration that the text begins with; empty if there is none.
QByteArray declaredIn(const QByteArray& begin)
{
    static const QRegularExpression declaration(
        u"^<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')"_s);
    const auto match = declaration.match(QString::fromLatin1(begin));
    return (match.captured(1) + match.captured(2)).toLatin1();
}

Encoding declared(const QByteArray& encoding, const QString& name)
{
    for (const auto& [known, result] : kNames)
        if (encoding.compare(known, Qt::CaseInsensitive) == 0)
            return result;
    refuse(name,
           {GLYPHSCOPE_TEXT("Files", "written in \"%1\", which is none of UTF-8, UTF-16, Latin-1 and ASCII."),
            shownText(encoding.toStdString())});
}

/// Where what begins at `at` ends with the first `end`.
qsizetype endOf(QStringView xml, qsizetype at, QStringView end)
{
    const qsizetype found = xml.indexOf(end, at);
    return found < 0 ? xml.size() : found + end.size();
}

/// Where the tag at `at` ends, or a character beyond what it may have.
qsizetype endOfTag(QStringView xml, qsizetype at, qsizetype most)
{
    const qsizetype last = std::min(xml.size(), at + most + 1);
    QChar quote;
    for (qsizetype i = at; i < last; ++i) {
        const QChar c = xml[i];
        if (c == u'>' && quote.isNull())
            return i + 1;
        if (c == u'"' || c == u'\'')
            quote = quote.isNull() ? c : quote == c ? QChar() : quote;
    }
    return last;
}

}  // namespace

QString xmlText(const QByteArray& bytes, const QString& name)
{
    constexpr qsizetype kDeclaration = 1024;
    const std::optional<Encoding> seen = seenIn(bytes, name);
    QStringDecoder first(seen.value_or(QStringConverter::Latin1));
    const QString begin = first(bytes.first(std::min(bytes.size(), kDeclaration)));
    const QByteArray said = declaredIn(begin.toLatin1());
    const Encoding told = said.isEmpty() ? seen.value_or(QStringConverter::Utf8) : declared(said, name);
    if (!seen && told == QStringConverter::Utf16)
        refuse(name, GLYPHSCOPE_TEXT("Files", "says that it is written in UTF-16, and is not."));
    QStringDecoder decoder(seen.value_or(told));
    QString text = decoder(bytes);
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    if (decoder.hasError())
        refuse(name, GLYPHSCOPE_TEXT("Files", "holds bytes that are no characters in its encoding."));
    return text;
}

bool hasTagLongerThan(qsizetype most, QStringView xml)
{
    for (qsizetype at = xml.indexOf(u'<'); at >= 0; at = xml.indexOf(u'<', at)) {
        const QStringView rest = xml.sliced(at);
        const qsizetype begin = at;
        if (rest.startsWith(u"<!--"))
            at = endOf(xml, at + 4, u"-->");
        else if (rest.startsWith(u"<![CDATA["))
            at = endOf(xml, at, u"]]>");
        else if (rest.startsWith(u"<?"))
            at = endOf(xml, at, u"?>");
        else if (rest.startsWith(u"<!"))
            at = endOf(xml, at, u">");
        else if (at = endOfTag(xml, at, most); at - begin > most)
            return true;
    }
    return false;
}

}  // namespace glyphscope
