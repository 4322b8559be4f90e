// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtGui/QPaintDevice>
#include <QtGui/QPaintEngine>
#include <QtWidgets/QWidget>

#include <memory>

namespace glyphscope::test {

/// Notes the texts that are painted, and paints nothing.
class TextRecorder final : public QPaintEngine {
public:
    TextRecorder() : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF&, const QTextItem& item) override { texts += item.text(); }
    [[nodiscard]] Type type() const override { return User; }

    QStringList texts;
};

class PaintedTexts final : public QPaintDevice {
public:
    /// What the widget paints itself, without its children.
    static QStringList of(QWidget& widget)
    {
        PaintedTexts device(widget.size());
        widget.render(&device, {}, {}, {});
        return device.m_recorder->texts;
    }
    [[nodiscard]] QPaintEngine* paintEngine() const override { return m_recorder.get(); }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDepth:
            return 32;
        default:
            return m_size.width();
        }
    }

private:
    explicit PaintedTexts(QSize size) : m_size(size) {}

    const QSize m_size;
    const std::unique_ptr<TextRecorder> m_recorder = std::make_unique<TextRecorder>();
};

}  // namespace glyphscope::test
