// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/curve_export.h"

#include "app/files/tf_record.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QtEndian>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtSvg/QSvgGenerator>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

namespace glyphscope {
namespace {

template <typename T>
void appendNumber(QByteArray& text, T value)
{
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    text.append(digits, end - digits);
}

void appendReal(QByteArray& text, auto value)
{
    if (std::isnan(value))
        text += "nan";  // never "-nan"
    else
        appendNumber(text, value);
}

QByteArray inQuotes(const std::string& text)
{
    QByteArray result = QByteArray::fromStdString(text);
    return '"' + result.replace('"', "\"\"") + '"';
}

/// Walks through steps, evaluations and marks by step.
class CsvWriter {
public:
    explicit CsvWriter(const RunCurves& curves) : m_curves(curves) {}

    QByteArray write()
    {
        m_text = "step,epoch,seconds,train_loss,train_accuracy,learning_rate,gradient_norm,images_per_second,"
                 "test_loss,test_accuracy,validation_loss,validation_accuracy,change\n";
        m_text.reserve(static_cast<qsizetype>(m_curves.steps.size()) * 90 + 256);
        for (std::size_t i = 0; i < m_curves.steps.size(); ++i) {
            const std::int64_t step = m_curves.steps.step[i];
            writeLonelyBefore(step);
            writeStep(i);
            finish(step);
        }
        writeLonelyBefore(std::numeric_limits<std::int64_t>::max());
        return std::move(m_text);
    }

private:
    void writeStep(std::size_t i)
    {
        const StepCurves& s = m_curves.steps;
        appendNumber(m_text, s.step[i]);
        for (const auto* column : {&s.epoch, &s.seconds, &s.loss, &s.accuracy, &s.learningRate,
                                   &s.gradientNorm, &s.imagesPerSecond}) {
            m_text += ',';
            appendReal(m_text, (*column)[i]);
        }
    }

    void writeLonelyBefore(std::int64_t step)
    {
        for (;;) {
            std::int64_t next = step;
            if (m_epoch < m_curves.epochs.size())
                next = std::min(next, m_curves.epochs[m_epoch].step);
            if (m_mark < m_curves.marks.size())
                next = std::min(next, m_curves.marks[m_mark].step);
            if (next >= step)
                return;
            appendNumber(m_text, next);
            m_text += ",,,,,,,";
            finish(next);
        }
    }

    /// The columns of evaluation and change, and the end of the line.
    void finish(std::int64_t step)
    {
        const EpochStats* epoch = nullptr;
        for (; m_epoch < m_curves.epochs.size() && m_curves.epochs[m_epoch].step <= step; ++m_epoch)
            epoch = &m_curves.epochs[m_epoch];
        m_text += ',';
        if (epoch)
            appendReal(m_text, epoch->testLoss);
        m_text += ',';
        if (epoch)
            appendReal(m_text, epoch->testAccuracy);
        m_text += ',';
        if (epoch && epoch->validated)
            appendReal(m_text, epoch->validationLoss);
        m_text += ',';
        if (epoch && epoch->validated)
            appendReal(m_text, epoch->validationAccuracy);
        m_text += ',';
        std::string changes;
        for (; m_mark < m_curves.marks.size() && m_curves.marks[m_mark].step <= step; ++m_mark)
            changes += (changes.empty() ? "" : "; ") + m_curves.marks[m_mark].text;
        if (!changes.empty())
            m_text += inQuotes(changes);
        m_text += '\n';
    }

    const RunCurves& m_curves;
    QByteArray m_text;
    std::size_t m_epoch = 0;
    std::size_t m_mark = 0;
};

// Just enough of protobuf's encoding: a key is the number of the field and how its value is laid out.
enum Wire { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

void appendVarint(QByteArray& out, quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        out += static_cast<char>(0x80 | (value & 0x7F));
    out += static_cast<char>(value);
}

void appendKey(QByteArray& out, quint64 field, Wire wire)
{
    appendVarint(out, field << 3 | wire);
}

template <typename T>
void appendFixed(QByteArray& out, T value)
{
    char bytes[sizeof value];
    qToLittleEndian(value, bytes);
    out.append(bytes, sizeof bytes);
}

void appendBytes(QByteArray& out, quint64 field, QByteArrayView bytes)
{
    appendKey(out, field, Bytes);
    appendVarint(out, static_cast<quint64>(bytes.size()));
    out += bytes;
}

/// tensorflow.Event (event.proto) with wall_time and step.
QByteArray beginEvent(double wallTime, std::int64_t step)
{
    QByteArray event;
    appendKey(event, 1, Fixed64);
    appendFixed(event, std::bit_cast<quint64>(wallTime));
    if (step != 0) {
        appendKey(event, 2, Varint);
        appendVarint(event, static_cast<quint64>(step));
    }
    return event;
}

/// tensorflow.Summary.Value (summary.proto) with tag and simple_value, as a value of a Summary.
void addScalar(QByteArray& summary, QByteArrayView tag, double value)
{
    QByteArray scalar;
    appendBytes(scalar, 1, tag);
    appendKey(scalar, 2, Fixed32);
    appendFixed(scalar, std::bit_cast<quint32>(static_cast<float>(value)));
    appendBytes(summary, 1, scalar);
}

void appendScalars(QByteArray& file, double wallTime, std::int64_t step, const QByteArray& summary)
{
    QByteArray event = beginEvent(wallTime, step);
    appendBytes(event, 5, summary);
    appendRecord(file, event);
}

void appendEvaluation(QByteArray& file, double startedAt, const EpochStats& epoch)
{
    QByteArray summary;
    addScalar(summary, "loss/test", epoch.testLoss);
    addScalar(summary, "accuracy/test", epoch.testAccuracy);
    if (epoch.validated) {
        addScalar(summary, "loss/validation", epoch.validationLoss);
        addScalar(summary, "accuracy/validation", epoch.validationAccuracy);
    }
    appendScalars(file, startedAt + epoch.seconds, epoch.step, summary);
}

}  // namespace

QByteArray csvOf(const RunCurves& curves)
{
    return CsvWriter(curves).write();
}

QByteArray tensorboardEventsOf(const RunCurves& curves, double startedAt)
{
    QByteArray file;
    QByteArray first = beginEvent(startedAt, 0);
    appendBytes(first, 3, "brain.Event:2");
    appendRecord(file, first);
    const StepCurves& s = curves.steps;
    auto epoch = curves.epochs.begin();
    for (std::size_t i = 0; i < s.size(); ++i) {
        for (; epoch != curves.epochs.end() && epoch->step < s.step[i]; ++epoch)
            appendEvaluation(file, startedAt, *epoch);
        QByteArray summary;
        addScalar(summary, "loss/train", static_cast<double>(s.loss[i]));
        addScalar(summary, "accuracy/train", static_cast<double>(s.accuracy[i]));
        addScalar(summary, "learning_rate", static_cast<double>(s.learningRate[i]));
        addScalar(summary, "gradient_norm", static_cast<double>(s.gradientNorm[i]));
        addScalar(summary, "images_per_second", static_cast<double>(s.imagesPerSecond[i]));
        addScalar(summary, "epoch", static_cast<double>(s.epoch[i]));
        appendScalars(file, startedAt + static_cast<double>(s.seconds[i]), s.step[i], summary);
    }
    for (; epoch != curves.epochs.end(); ++epoch)
        appendEvaluation(file, startedAt, *epoch);
    return file;
}

QByteArray curvesPng(const PaintCurves& paint, QSize size, double ratio)
{
    QImage image((QSizeF(size) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter, size);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray curvesSvg(const PaintCurves& paint, QSize size)
{
    QBuffer document;
    QSvgGenerator svg;
    svg.setOutputDevice(&document);
    svg.setTitle(QCoreApplication::translate("Files", "Glyphscope curves"));
    svg.setViewBox(QRect(QPoint(), size));
    svg.setSize(size);
    svg.setResolution(96);  // CSS pixels: the size above in them is the view box's
    QPainter painter(&svg);
    paint(painter, size);
    painter.end();
    return document.data();
}

}  // namespace glyphscope
