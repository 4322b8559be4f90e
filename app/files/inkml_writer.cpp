// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/inkml.h"
#include "model/types/error.h"

#include <QtCore/QLocale>
#include <QtCore/QMap>
#include <QtCore/QXmlStreamWriter>

#include <cmath>
#include <string>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

QString number(double v)
{
    return QString::number(v, 'g', QLocale::FloatingPointShortest);
}

QString pointsOf(const Stroke& stroke)
{
    QStringList points;
    for (const Point& p : stroke.points)
        if (std::isfinite(p.x) && std::isfinite(p.y))
            points.append(number(p.x) + u' ' + number(p.y));
    return points.join(u',');
}

/// XML 1.0 has no control characters save tab, line feed and carriage return.
QString writable(const std::string& text)
{
    QString clean = QString::fromStdString(text);
    clean.removeIf([](QChar c) {
        return (c < u' ' && c != u'\t' && c != u'\n') || c == QChar(0xfffe) || c == QChar(0xffff);
    });
    return clean;
}

QMap<double, QString> brushesOf(const std::vector<LabelledDrawing>& drawings)
{
    QMap<double, QString> brushes;
    for (const LabelledDrawing& labelled : drawings)
        for (const Stroke& stroke : labelled.drawing.strokes)
            if (stroke.pen != 1.0 && stroke.pen > 0 && stroke.pen <= 1e6 && !brushes.contains(stroke.pen))
                brushes.insert(stroke.pen, u"pen%1"_s.arg(brushes.size() + 1));
    return brushes;
}

void writeAnnotation(QXmlStreamWriter& xml, const QString& type, const QString& text)
{
    if (text.isEmpty())
        return;
    xml.writeStartElement(u"annotation"_s);
    xml.writeAttribute(u"type"_s, type);
    xml.writeCharacters(text);
    xml.writeEndElement();
}

void writeBrushes(QXmlStreamWriter& xml, const QMap<double, QString>& brushes)
{
    if (brushes.isEmpty())
        return;
    xml.writeStartElement(u"definitions"_s);
    for (auto brush = brushes.begin(); brush != brushes.end(); ++brush) {
        xml.writeStartElement(u"brush"_s);
        xml.writeAttribute(u"xml:id"_s, brush.value());
        writeAnnotation(xml, u"pen"_s, number(brush.key()));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

void writeFormat(QXmlStreamWriter& xml)
{
    xml.writeStartElement(u"traceFormat"_s);
    for (const QString& name : {u"X"_s, u"Y"_s}) {
        xml.writeEmptyElement(u"channel"_s);
        xml.writeAttribute(u"name"_s, name);
        xml.writeAttribute(u"type"_s, u"decimal"_s);
    }
    xml.writeEndElement();
}

void writeStroke(QXmlStreamWriter& xml, const Stroke& stroke, const QMap<double, QString>& brushes)
{
    const QString points = pointsOf(stroke);
    if (points.isEmpty())
        return;
    xml.writeStartElement(u"trace"_s);
    if (const auto brush = brushes.find(stroke.pen); brush != brushes.end())
        xml.writeAttribute(u"brushRef"_s, u'#' + *brush);
    xml.writeCharacters(points);
    xml.writeEndElement();
}

void checkLimits(const std::vector<LabelledDrawing>& drawings)
{
    std::size_t traces = 0;
    std::size_t points = 0;
    for (const LabelledDrawing& labelled : drawings)
        for (const Stroke& stroke : labelled.drawing.strokes) {
            ++traces;
            points += stroke.points.size();
        }
    if (traces > InkmlLimits::traces || points > InkmlLimits::points)
        throw Error(GLYPHSCOPE_TEXT("Files",
                                    "This ink has %1 strokes of %2 points, and an InkML file may have "
                                    "100,000 and 1,000,000. Put fewer drawings into one, or save it as SVG."),
                    traces, points);
}

}  // namespace

QByteArray writeInkml(const std::vector<LabelledDrawing>& drawings)
{
    checkLimits(drawings);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeStartDocument();
    xml.writeStartElement(u"ink"_s);
    xml.writeDefaultNamespace(u"http://www.w3.org/2003/InkML"_s);
    const QMap<double, QString> brushes = brushesOf(drawings);
    writeBrushes(xml, brushes);
    writeFormat(xml);
    for (const LabelledDrawing& labelled : drawings) {
        if (labelled.drawing.picture)
            throw Error(GLYPHSCOPE_TEXT(
                "Files", "InkML holds strokes, and this drawing has a picture. Save it as PNG or SVG."));
        xml.writeStartElement(u"traceGroup"_s);
        writeAnnotation(xml, u"truth"_s, writable(labelled.truth));
        writeAnnotation(xml, u"id"_s, writable(labelled.id));
        for (const Stroke& stroke : labelled.drawing.strokes)
            writeStroke(xml, stroke, brushes);
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    if (bytes.size() > InkmlLimits::bytes)
        throw Error(GLYPHSCOPE_TEXT("Files", "This ink takes %1 bytes as InkML, and a file may have 16 MiB. "
                                             "Put fewer drawings into one, or save it as SVG."),
                    bytes.size());
    return bytes;
}

}  // namespace glyphscope
