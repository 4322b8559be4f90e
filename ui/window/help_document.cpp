// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_document.h"

#include "ui/style/theme.h"

#include <QtGui/QTextCursor>
#include <QtGui/QTextTable>
#include <QtWidgets/QTextBrowser>

#include <algorithm>

namespace glyphscope {
namespace {

constexpr double kLine = 140;      // per cent
constexpr double kKeyColumn = 30;  // per cent of the width
constexpr int kBetweenSections = 8 * metrics::kUnit;

QTextBlockFormat blockFormat(double above, double below)
{
    QTextBlockFormat format;
    format.setLineHeight(kLine, QTextBlockFormat::ProportionalHeight);
    format.setTopMargin(above);
    format.setBottomMargin(below);
    return format;
}

QTextCharFormat charFormat(TextStyle style, const QColor& colour)
{
    QTextCharFormat format;
    format.setFont(font(style));
    format.setForeground(colour);
    return format;
}

/// Writes one thing after the other at the end of a document.
class Writer {
public:
    explicit Writer(QTextDocument& document) : m_cursor(&document) {}

    void section(const HelpSection& section)
    {
        QTextCharFormat heading = charFormat(TextStyle::Title, theme().text);
        heading.setAnchor(true);
        heading.setAnchorNames({section.id});
        block(m_cursor.atStart() ? 0 : kBetweenSections, metrics::kGap);
        m_cursor.insertText(section.title, heading);
        for (qsizetype i = 0; i < section.entries.size();)
            i += section.entries[i].kind == HelpEntry::Key ? keys(section.entries.mid(i))
                                                           : entry(section.entries[i]);
    }

    void words(const QString& text)
    {
        block(0, metrics::kGap);
        m_cursor.insertText(text, charFormat(TextStyle::Body, theme().text));
    }

private:
    void block(double above, double below)
    {
        if (!m_cursor.atStart())
            m_cursor.insertBlock();
        m_cursor.setBlockFormat(blockFormat(above, below));
    }

    qsizetype entry(const HelpEntry& entry)
    {
        if (entry.kind == HelpEntry::Words) {
            words(entry.text);
            return 1;
        }
        block(metrics::kGap, entry.kind == HelpEntry::Heading ? metrics::kUnit : 0);
        m_cursor.insertText(entry.head, charFormat(TextStyle::Heading, theme().text));
        if (entry.kind == HelpEntry::Term)
            words(entry.text);
        return 1;
    }

    /// The keys that `entries` begins with, as a table.
    qsizetype keys(const QList<HelpEntry>& entries)
    {
        const auto end =
            std::ranges::find_if(entries, [](const HelpEntry& each) { return each.kind != HelpEntry::Key; });
        const auto count = static_cast<int>(end - entries.begin());
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(metrics::kUnit);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        for (const double share : {kKeyColumn, 100 - kKeyColumn})
            format.setColumnWidthConstraints(format.columnWidthConstraints()
                                             << QTextLength(QTextLength::PercentageLength, share));
        QTextTable* table = m_cursor.insertTable(count, 2, format);
        for (int row = 0; row < count; ++row) {
            table->cellAt(row, 0).firstCursorPosition().insertText(
                entries[row].head, charFormat(TextStyle::Body, theme().accent));
            table->cellAt(row, 1).firstCursorPosition().insertText(entries[row].text,
                                                                   charFormat(TextStyle::Body, theme().text));
        }
        m_cursor.movePosition(QTextCursor::End);
        return count;
    }

    QTextCursor m_cursor;
};

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
    browser.clear();
    Writer writer(*browser.document());
    for (const HelpSection& section : sections)
        writer.section(section);
    browser.moveCursor(QTextCursor::Start);
    mark(browser, sought);
}

void showHelpRemark(QTextBrowser& browser, const QString& remark)
{
    browser.setExtraSelections({});
    browser.clear();
    Writer(*browser.document()).words(remark);
}

}  // namespace glyphscope
