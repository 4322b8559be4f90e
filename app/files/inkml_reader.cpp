// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/inkml.h"
#include "app/files/trace_text.h"
#include "app/files/xml_text.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <QtCore/QHash>
#include <QtCore/QXmlStreamReader>

#include <algorithm>
#include <string>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

/// The shape of a traceFormat while its channels are read.
struct FormatInProgress {
    QStringList regular;
    int intermittent = 0;
    bool inIntermittent = false;
};

/// A traceGroup, or the document itself, while it is open.
struct Group {
    LabelledDrawing own;
    std::vector<LabelledDrawing> inner;
};

/// Strokes of nested groups are part of a labelled group unless they carry labels themselves.
std::vector<LabelledDrawing> drawingsOf(Group group)
{
    const bool innerLabels = std::ranges::any_of(group.inner, [](const auto& d) { return !d.truth.empty(); });
    if (!group.own.truth.empty() && !innerLabels) {
        for (LabelledDrawing& part : group.inner)
            std::ranges::move(part.drawing.strokes, std::back_inserter(group.own.drawing.strokes));
        return {std::move(group.own)};
    }
    std::vector<LabelledDrawing> drawings;
    if (!group.own.drawing.strokes.empty() || group.inner.empty())
        drawings.push_back(std::move(group.own));
    std::ranges::move(group.inner, std::back_inserter(drawings));
    return drawings;
}

/// Where what begins at `at` ends with the first `end`.
qsizetype endOf(QStringView xml, qsizetype at, QStringView end)
{
    const qsizetype found = xml.indexOf(end, at);
    return found < 0 ? xml.size() : found + end.size();
}

/// Where the tag at `at` ends, or a character beyond what it may have.
qsizetype endOfTag(QStringView xml, qsizetype at)
{
    const qsizetype last = std::min(xml.size(), at + InkmlLimits::tag + 1);
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

/// Whether a tag is longer than it may be. Qt compares every attribute with all those before it: a tag of a
/// megabyte of them takes half a minute.
bool hasLongTag(QStringView xml)
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
        else if (at = endOfTag(xml, at); at - begin > InkmlLimits::tag)
            return true;
    }
    return false;
}

/// One pass over a document, without recursion.
class InkmlReader {
public:
    InkmlReader(const QString& text, const QString& name) : m_name(name), m_xml(text) {}

    std::vector<LabelledDrawing> read()
    {
        m_groups.emplace_back();
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
                fail(GLYPHSCOPE_TEXT(
                    "Files",
                    "a document type declaration, which may hide anything. Remove the <!DOCTYPE ...>."));
            case QXmlStreamReader::StartElement:
                start();
                break;
            case QXmlStreamReader::EndElement:
                end();
                break;
            default:
                break;
            }
        }
        if (m_xml.hasError())
            failAsXml();
        Group& document = m_groups.front();
        if (document.own.drawing.strokes.empty() && document.inner.empty())
            return {};
        return drawingsOf(std::move(document));
    }

private:
    [[noreturn]] void fail(const Message& reason) const
    {
        throw Error(GLYPHSCOPE_TEXT("Files", "%1:%2:%3: %4"), m_name.toStdString(),
                    std::to_string(m_xml.lineNumber()), std::to_string(m_xml.columnNumber()), reason);
    }

    [[noreturn]] void failAsXml() const
    {
        constexpr std::size_t kLongestReason = 300;  // it may hold words of the file
        std::string reason = m_xml.errorString().toStdString();
        if (reason.ends_with('.'))
            reason.pop_back();
        fail({GLYPHSCOPE_TEXT("Files", "not well-formed XML: %1. Save or fetch the file again."),
              shownText(reason, kLongestReason)});
    }

    [[nodiscard]] bool is(QLatin1StringView element) const { return m_xml.name() == element; }
    [[nodiscard]] QString attribute(QLatin1StringView name) const
    {
        return m_xml.attributes().value(name).toString();
    }

    void start()
    {
        if (++m_depth > InkmlLimits::depth)
            fail({GLYPHSCOPE_TEXT("Files",
                                  "elements are nested deeper than %1. Not ink that this program reads."),
                  InkmlLimits::depth});
        if (m_depth == 1 && !is("ink"_L1))
            fail({GLYPHSCOPE_TEXT("Files",
                                  "the root element is <%1>, not <ink>. Not an InkML file; choose another."),
                  shownText(m_xml.name().toString().toStdString())});
        if (is("traceGroup"_L1))
            startGroup();
        else if (is("trace"_L1))
            readTrace();
        else if (is("annotation"_L1))
            readAnnotation();
        else if (is("traceFormat"_L1))
            m_format = {};
        else if (is("intermittentChannels"_L1))
            m_format.inIntermittent = true;
        else if (is("channel"_L1))
            addChannel();
        else if (is("brush"_L1))
            startBrush();
        else if (is("traceView"_L1))
            fail(GLYPHSCOPE_TEXT(
                "Files",
                "a traceView, which this program does not read. Put the traces into the traceGroup itself."));
    }

    void end()
    {
        --m_depth;
        if (is("traceGroup"_L1)) {
            std::vector<LabelledDrawing> drawings = drawingsOf(std::move(m_groups.back()));
            m_groups.pop_back();
            m_groupDepth = m_depth;
            std::ranges::move(drawings, std::back_inserter(m_groups.back().inner));
        } else if (is("traceFormat"_L1)) {
            useFormat();
        } else if (is("intermittentChannels"_L1)) {
            m_format.inIntermittent = false;
        } else if (is("brush"_L1)) {
            m_inBrush = false;
        }
    }

    void startGroup()
    {
        if (m_depth != m_groupDepth + 1)
            fail(GLYPHSCOPE_TEXT("Files",
                                 "a traceGroup inside another element. Put it under <ink> or a traceGroup."));
        m_groups.emplace_back();
        m_groupDepth = m_depth;
    }

    void startBrush()
    {
        m_inBrush = true;
        m_brush = m_xml.attributes().value("http://www.w3.org/XML/1998/namespace"_L1, "id"_L1).toString();
    }

    /// The text of the current element, which then has ended.
    QString text()
    {
        QString all;
        while (m_xml.readNext() == QXmlStreamReader::Characters || m_xml.isComment() ||
               m_xml.isProcessingInstruction())
            if (m_xml.isCharacters())
                all += m_xml.text();
        if (m_xml.hasError())
            failAsXml();
        if (!m_xml.isEndElement())
            fail(GLYPHSCOPE_TEXT("Files",
                                 "an element or entity where only text may stand. Save the ink again."));
        --m_depth;
        return all;
    }

    void readAnnotation()
    {
        const QString type = attribute("type"_L1);
        const QString value = text();
        if (m_inBrush) {
            if (type == "pen"_L1)
                setPen(value);
            return;
        }
        // Those inside a definition describe that, not the drawing.
        if (m_depth != m_groupDepth)
            return;
        LabelledDrawing& drawing = m_groups.back().own;
        if (type == "truth"_L1 || type == "label"_L1)
            drawing.truth = value.toStdString();
        else if (type == "id"_L1)
            drawing.id = value.toStdString();
    }

    void setPen(const QString& value)
    {
        bool ok = false;
        const double pen = value.toDouble(&ok);
        if (!ok || !(pen > 0) || pen > 1e6)
            fail({GLYPHSCOPE_TEXT("Files", "\"%1\" is no pen width. Write a number above 0."),
                  shownText(value.toStdString())});
        m_pens.insert(m_brush, pen);
    }

    void addChannel()
    {
        if (m_format.inIntermittent)
            ++m_format.intermittent;
        else
            m_format.regular.append(attribute("name"_L1));
    }

    void useFormat()
    {
        m_trace.x = static_cast<int>(m_format.regular.indexOf("X"_L1));
        m_trace.y = static_cast<int>(m_format.regular.indexOf("Y"_L1));
        m_trace.regular = static_cast<int>(m_format.regular.size());
        m_trace.intermittent = m_format.intermittent;
        if (m_trace.regular == 0)
            m_trace = {};
        else if (m_trace.x < 0 || m_trace.y < 0)
            fail(GLYPHSCOPE_TEXT("Files",
                                 "a trace format without the channels X and Y. Export the ink with both."));
    }

    void readTrace()
    {
        if (++m_traces > InkmlLimits::traces)
            fail(GLYPHSCOPE_TEXT("Files", "more than 100,000 traces. Split the file."));
        const bool penUp = attribute("type"_L1) == "penUp"_L1;
        const QString brush = attribute("brushRef"_L1);
        Stroke stroke;
        const QString content = text();
        try {
            stroke.points = parseTrace(content, m_trace, InkmlLimits::points - m_points);
        } catch (const Error& error) {
            fail({GLYPHSCOPE_TEXT("Files", "%1. Export the ink again."), error});
        }
        m_points += stroke.points.size();
        if (brush.startsWith(u'#'))
            stroke.pen = m_pens.value(brush.mid(1), 1.0);
        if (!penUp && !stroke.points.empty())
            m_groups.back().own.drawing.strokes.push_back(std::move(stroke));
    }

    const QString m_name;
    QXmlStreamReader m_xml;
    int m_depth = 0;
    int m_groupDepth = 1;
    int m_traces = 0;
    std::size_t m_points = 0;
    std::vector<Group> m_groups;
    FormatInProgress m_format;
    TraceFormat m_trace;
    bool m_inBrush = false;
    QString m_brush;
    QHash<QString, double> m_pens;
};

}  // namespace

std::vector<LabelledDrawing> readInkml(const QByteArray& bytes, const QString& name)
{
    if (bytes.size() > InkmlLimits::bytes)
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2 bytes; an InkML file may have 16 MiB. Split it."),
                    name.toStdString(), bytes.size());
    const QString text = xmlText(bytes, name);
    if (hasLongTag(text))
        throw Error(GLYPHSCOPE_TEXT(
                        "Files", "%1: a tag of more than 2,048 characters. Not ink that this program reads."),
                    name.toStdString());
    return InkmlReader(text, name).read();
}

}  // namespace glyphscope
