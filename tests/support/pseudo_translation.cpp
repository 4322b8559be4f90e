// SPDX-License-Identifier: GPL-3.0-or-later
// pseudo_translation IN.ts OUT.ts: translates every text that lupdate found into itself with accents, a third
// longer. What the window then shows without accents did not go through a translation, and what is cut off
// has no room for one.
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtXml/QDomDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// Letters become others; %1, %n, %L1, HTML tags, entities and the ampersand of a shortcut stay.
QString accented(const QString& text)
{
    static const QString plain = u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
    static const QString accents = u"áƀçďéƒğĥíĵķłɱñóþɋřšťúṽŵẋýžÁƁÇĎÉƑĞĤÍĴĶŁṀÑÓÞɊŘŠŤÚṼŴẊÝŽ"_s;
    static const QRegularExpression kept(u"%L?[0-9n]+|<[^>]*>|&[a-z]+;"_s);
    QString result;
    qsizetype letters = 0;
    for (qsizetype i = 0; i < text.size();) {
        const auto match = kept.match(text, i, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (match.hasMatch()) {
            result += match.captured();
            i = match.capturedEnd();
            continue;
        }
        const qsizetype letter = plain.indexOf(text[i]);
        letters += letter >= 0 ? 1 : 0;
        result += letter >= 0 ? accents[letter] : text[i];
        ++i;
    }
    return result + QString((letters + 2) / 3, u'·');
}

void translate(QDomDocument& document, QDomElement message)
{
    const QString text = accented(message.firstChildElement(u"source"_s).text());
    QDomElement translation = message.firstChildElement(u"translation"_s);
    while (translation.hasChildNodes())
        translation.removeChild(translation.firstChild());
    translation.removeAttribute(u"type"_s);
    if (message.attribute(u"numerus"_s) != u"yes"_s) {
        translation.appendChild(document.createTextNode(text));
        return;
    }
    for (int form = 0; form < 2; ++form) {
        QDomElement numerus = document.createElement(u"numerusform"_s);
        numerus.appendChild(document.createTextNode(text));
        translation.appendChild(numerus);
    }
}

}  // namespace

int main(int argc, char** argv)
{
    QFile in(QString::fromLocal8Bit(argc == 3 ? argv[1] : ""));
    QFile out(QString::fromLocal8Bit(argc == 3 ? argv[2] : ""));
    QDomDocument document;
    if (!in.open(QIODevice::ReadOnly) || !document.setContent(&in) || !out.open(QIODevice::WriteOnly)) {
        std::fputs("usage: pseudo_translation IN.ts OUT.ts\n", stderr);
        return 2;
    }
    const QDomNodeList messages = document.elementsByTagName(u"message"_s);
    for (int i = 0; i < messages.size(); ++i)
        translate(document, messages.at(i).toElement());
    document.documentElement().setAttribute(u"language"_s, u"en_GB"_s);
    out.write(document.toByteArray());
    return 0;
}
