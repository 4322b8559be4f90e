// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_document.h"

#include "ui/style/theme.h"

#include <QtGui/QTextBlock>
#include <QtWidgets/QTextBrowser>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

QString styles()
{
    const Theme& colours = theme();
    return u"h2 { color: %1; font-size: x-large; margin-top: 0px; margin-bottom: 10px; }"
           "h3 { color: %1; margin-top: 18px; margin-bottom: 6px; }"
           "p { color: %1; line-height: 140%; margin-top: 0px; margin-bottom: 10px; }"
           "td { color: %1; padding: 3px 14px 3px 0px; }"
           "td.key { color: %2; }"_s.arg(colours.text.name(), colours.accent.name());
}

QString rowOf(const HelpEntry& key)
{
    return u"<tr><td class=\"key\" width=\"32%\">%1</td><td>%2</td></tr>"_s.arg(key.head.toHtmlEscaped(),
                                                                                key.text.toHtmlEscaped());
}

QString blockOf(const HelpEntry& entry)
{
    if (entry.kind == HelpEntry::Heading)
        return u"<h3>%1</h3>"_s.arg(entry.head.toHtmlEscaped());
    if (entry.kind == HelpEntry::Term)
        return u"<p><b>%1</b><br>%2</p>"_s.arg(entry.head.toHtmlEscaped(), entry.text.toHtmlEscaped());
    return u"<p>%1</p>"_s.arg(entry.text.toHtmlEscaped());
}

QString htmlOf(const HelpSection& section)
{
    QString html = u"<a name=\"%1\"></a><h2>%2</h2>"_s.arg(section.id, section.title.toHtmlEscaped());
    bool inTable = false;
    for (const HelpEntry& entry : section.entries) {
        const bool isKey = entry.kind == HelpEntry::Key;
        if (isKey != inTable)
            html += isKey ? u"<table width=\"100%\" cellspacing=\"0\">"_s : u"</table>"_s;
        inTable = isKey;
        html += isKey ? rowOf(entry) : blockOf(entry);
    }
    return html + (inTable ? u"</table>"_s : QString());
}

void mark(QTextBrowser& browser, const QStringList& sought)
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const QString& word : sought)
        for (QTextCursor at = browser.document()->find(word); !at.isNull();
             at = browser.document()->find(word, at)) {
            QTextEdit::ExtraSelection each;
            each.cursor = at;
            each.format.setBackground(theme().accentSoft);
            each.format.setForeground(theme().accent);
            marks += each;
        }
    browser.setExtraSelections(marks);
}

}  // namespace

void showHelp(QTextBrowser& browser, const QList<HelpSection>& sections, const QStringList& sought)
{
    QStringList each;
    for (const HelpSection& section : sections)
        each += htmlOf(section);
    browser.document()->setDefaultStyleSheet(styles());
    browser.setHtml(each.join(u"<p></p>"_s));
    mark(browser, sought);
}

void showHelpRemark(QTextBrowser& browser, const QString& remark)
{
    browser.setExtraSelections({});
    browser.document()->setDefaultStyleSheet(styles());
    browser.setHtml(u"<p>%1</p>"_s.arg(remark.toHtmlEscaped()));
}

}  // namespace glyphscope
