// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/inkml.h"
#include "app/files/inkml_document.h"
#include "app/files/xml_text.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <QtCore/QXmlStreamReader>

#include <string>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepestForeign = 256;  // inside an <annotationXML>

[[noreturn]] void failInInkml(const QString& name, qint64 line, qint64 column, const Message& reason)
{
    throw Error(GLYPHSCOPE_TEXT("Files", "%1:%2:%3: %4"), name.toStdString(), std::to_string(line),
                std::to_string(column), reason);
}

/// What traces inside an open traceGroup inherit.
struct OpenGroup {
    int node = 0;
    QString context;
    QString brush;
    int depth = 0;  // of the element
};

/// One pass over a document, without recursion, that keeps what is in it.
class InkmlReader {
public:
    InkmlReader(const QString& text, const QString& name) : m_name(name), m_xml(text) {}

    InkmlDocument read()
    {
        m_open.push_back({0, {}, {}, 1});
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
        return std::move(m_document);
    }

private:
    [[noreturn]] void fail(const Message& reason) const
    {
        failInInkml(m_name, m_xml.lineNumber(), m_xml.columnNumber(), reason);
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

    template <typename Function>
    auto located(Function function)
    {
        try {
            return function();
        } catch (const Error& error) {
            fail(std::string_view(error.what()).ends_with('.')
                     ? error.message()
                     : Message{GLYPHSCOPE_TEXT("Files", "%1. Export the ink again."), error});
        }
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
        else if (is("traceView"_L1))
            startView();
        else if (is("annotation"_L1))
            readAnnotation();
        else if (is("annotationXML"_L1))
            skipForeign();
        else if (is("definitions"_L1))
            ++m_definitions;
        else
            startDefinition();
    }

    void startDefinition()
    {
        if (is("brush"_L1)) {
            m_inBrush = true;
            m_brush = inkmlId(m_xml.attributes());
        }
        const QString element = m_xml.name().toString();
        const bool isAffine = located(
            [&] { return m_document.contexts.start(element, m_xml.attributes(), m_definitions > 0); });
        if (!isAffine)
            return;
        const QString numbers = text();
        located([&] { m_document.contexts.setAffine(numbers); });
    }

    void end()
    {
        if ((is("traceGroup"_L1) || is("traceView"_L1)) && m_open.back().depth == m_depth && m_depth > 1)
            m_open.pop_back();
        else if (is("brush"_L1))
            m_inBrush = false;
        else if (is("definitions"_L1))
            --m_definitions;
        else
            located([this] { m_document.contexts.end(m_xml.name()); });
        --m_depth;
    }

    /// Whether the element stands where ink may: under <ink>, <definitions>, a traceGroup or a traceView.
    [[nodiscard]] bool isPlaceOfInk() const
    {
        return m_depth == m_open.back().depth + 1 + (m_open.size() == 1 ? m_definitions : 0);
    }

    int addNode(InkmlNode::Kind kind, int content)
    {
        const int number = static_cast<int>(m_document.nodes.size());
        const int parent = m_open.back().node;
        InkmlNode node;
        node.kind = kind;
        node.parent = parent;
        node.defined = m_definitions > 0;
        node.content = content;
        node.line = m_xml.lineNumber();
        node.column = m_xml.columnNumber();
        m_document.nodes.push_back(std::move(node));
        m_document.nodes[static_cast<std::size_t>(parent)].children.push_back(number);
        if (const QString id = inkmlId(m_xml.attributes()); !id.isEmpty() && !m_document.ids.contains(id))
            m_document.ids.insert(id, number);
        return number;
    }

    void startGroup()
    {
        if (!isPlaceOfInk())
            fail(GLYPHSCOPE_TEXT("Files",
                                 "a traceGroup inside another element. Put it under <ink> or a traceGroup."));
        const QString context = attribute("contextRef"_L1);
        const QString brush = attribute("brushRef"_L1);
        const OpenGroup around = m_open.back();
        m_open.push_back({addNode(InkmlNode::Kind::Group, 0), context.isEmpty() ? around.context : context,
                          brush.isEmpty() ? around.brush : inkmlTarget(brush), m_depth});
    }

    void startView()
    {
        if (!isPlaceOfInk())
            fail(GLYPHSCOPE_TEXT(
                "Files",
                "a traceView inside another element. Put it under <ink>, a traceGroup or a traceView."));
        m_document.views.push_back({attribute("traceDataRef"_L1), attribute("from"_L1), attribute("to"_L1)});
        const int view = static_cast<int>(m_document.views.size()) - 1;
        const OpenGroup around = m_open.back();
        m_open.push_back({addNode(InkmlNode::Kind::View, view), around.context, around.brush, m_depth});
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

    /// What another language says of the ink, such as MathML, is not looked at.
    void skipForeign()
    {
        for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
            const auto token = m_xml.readNext();
            depth += token == QXmlStreamReader::StartElement ? 1
                     : token == QXmlStreamReader::EndElement ? -1
                                                             : 0;
            if (depth > kDeepestForeign)
                fail({GLYPHSCOPE_TEXT("Files",
                                      "elements are nested deeper than %1. Not ink that this program reads."),
                      kDeepestForeign});
        }
        --m_depth;
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
        if (m_depth != m_open.back().depth)
            return;
        InkmlNode& node = m_document.nodes[static_cast<std::size_t>(m_open.back().node)];
        if (type == "truth"_L1 || type == "label"_L1)
            node.truth = value.trimmed().toStdString();
        else if (type == "id"_L1)
            node.id = value.toStdString();
    }

    void setPen(const QString& value)
    {
        bool ok = false;
        const double pen = value.toDouble(&ok);
        if (!ok || !(pen > 0) || pen > 1e6)
            fail({GLYPHSCOPE_TEXT("Files", "\"%1\" is no pen width. Write a number above 0."),
                  shownText(value.toStdString())});
        m_document.pens.insert(m_brush, pen);
    }

    void readTrace()
    {
        if (std::ssize(m_document.traces) == InkmlLimits::traces)
            fail(GLYPHSCOPE_TEXT("Files", "more than 100,000 traces. Split the file."));
        InkmlTrace trace;
        const QString context = attribute("contextRef"_L1);
        const QString brush = attribute("brushRef"_L1);
        const QString continuation = attribute("continuation"_L1);
        trace.context = context.isEmpty() ? m_open.back().context : context;
        trace.current = m_document.contexts.current();
        trace.brush = brush.isEmpty() ? m_open.back().brush : inkmlTarget(brush);
        trace.ink = attribute("type"_L1) != "penUp"_L1;
        if (continuation == "middle"_L1 || continuation == "end"_L1)
            trace.prior = attribute("priorRef"_L1);
        const auto node = static_cast<std::size_t>(
            addNode(InkmlNode::Kind::Trace, static_cast<int>(m_document.traces.size())));
        trace.text = text().toUtf8();
        m_document.traces.push_back(std::move(trace));
        m_document.nodes[node].line = m_xml.lineNumber();
        m_document.nodes[node].column = m_xml.columnNumber();
    }

    const QString m_name;
    QXmlStreamReader m_xml;
    int m_depth = 0;
    int m_definitions = 0;  // that are open
    std::vector<OpenGroup> m_open;
    InkmlDocument m_document;
    bool m_inBrush = false;
    QString m_brush;
};

}  // namespace

std::vector<LabelledDrawing> readInkml(const QByteArray& bytes, const QString& name)
{
    if (bytes.size() > InkmlLimits::bytes)
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2 bytes; an InkML file may have 16 MiB. Split it."),
                    name.toStdString(), bytes.size());
    const QString text = xmlText(bytes, name);
    if (hasTagLongerThan(InkmlLimits::tag, text))
        throw Error(GLYPHSCOPE_TEXT(
                        "Files", "%1: a tag of more than 2,048 characters. Not ink that this program reads."),
                    name.toStdString());
    InkmlDocument document = InkmlReader(text, name).read();
    return inkmlDrawings(document, [&name](const InkmlNode& node, const Message& reason) {
        failInInkml(name, node.line, node.column, reason);
    });
}

}  // namespace glyphscope
