// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/module_pictures.h"

#include "ui/widgets/thumbnail.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

#include <algorithm>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestSide = 900;
constexpr int kLargestSquare = 64;
constexpr int kShortVector = 16;
constexpr std::uint8_t kInk = 128;

int squareFor(QSize size)
{
    return std::clamp(kLongestSide / std::max(size.width(), size.height()), 1, kLargestSquare);
}

/// Every pixel a square; no smoothing, which would invent values.
QImage enlarged(const QImage& image, int square)
{
    return image.scaled(image.size() * square, Qt::IgnoreAspectRatio, Qt::FastTransformation);
}

QString legend(std::span<const float> values)
{
    const ValueRange range = rangeOf(values);
    const QString text =
        scaleOf(range).diverging
            ? QCoreApplication::translate("Files",
                                          "values from %1 to %2; blue below zero, grey at zero, red above")
            : QCoreApplication::translate("Files", "values from %1 to %2; viridis from zero");
    return text.arg(range.low).arg(range.high);
}

/// The edges between ink and paper, `square` pixels a pixel of the glyph.
void drawOutline(QPainter& painter, const Glyph& glyph, int square)
{
    const auto ink = [&glyph](int x, int y) {
        const bool inside = x >= 0 && y >= 0 && x < kGlyphSide && y < kGlyphSide;
        return inside && glyph[static_cast<std::size_t>(y * kGlyphSide + x)] >= kInk;
    };
    for (int y = 0; y <= kGlyphSide; ++y) {
        for (int x = 0; x <= kGlyphSide; ++x) {
            const QPoint corner(x * square, y * square);
            if (ink(x, y) != ink(x - 1, y))
                painter.drawLine(corner, corner + QPoint(0, square));
            if (ink(x, y) != ink(x, y - 1))
                painter.drawLine(corner, corner + QPoint(square, 0));
        }
    }
}

}  // namespace

QImage glyphPicture(const Glyph& glyph)
{
    QImage image(kGlyphSide, kGlyphSide, QImage::Format_Grayscale8);
    for (int y = 0; y < kGlyphSide; ++y)
        std::copy_n(glyph.begin() + y * kGlyphSide, kGlyphSide, image.scanLine(y));
    QImage picture = enlarged(image, squareFor(image.size()));
    picture.setText(u"Description"_s,
                    QCoreApplication::translate("Files", "28x28 bytes: black 0 (paper), white 255 (ink)"));
    return picture;
}

QImage modulePicture(const ModuleOutput& output)
{
    ModuleOutput laidOut = output;
    if (laidOut.shape.size() == 1 && laidOut.shape[0] <= kShortVector)
        laidOut.shape = {1, 1, laidOut.shape[0]};
    const QImage maps = mosaic(laidOut);
    if (maps.isNull())
        return {};
    const QSize framed = maps.size() + QSize(2, 2);
    const int square = squareFor(framed);
    QImage picture(framed * square, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.drawImage(square, square, enlarged(maps, square));
    painter.end();
    picture.setText(u"Description"_s,
                    u"%1: %2"_s.arg(QString::fromStdString(output.name), legend(output.values)));
    return picture;
}

QImage attributionPicture(std::span<const float> values, const Glyph& glyph)
{
    ModuleOutput map;
    map.shape = {1, kGlyphSide, kGlyphSide};
    map.values.assign(values.begin(), values.end());
    const QImage colours = mosaic(map);
    if (colours.isNull())
        return {};
    const int square = squareFor(colours.size());
    QImage picture = enlarged(colours, square).convertToFormat(QImage::Format_RGB32);
    QPainter painter(&picture);
    const bool bright = scaleOf(rangeOf(values)).diverging;  // viridis begins dark
    painter.setPen(QPen(bright ? Qt::black : Qt::white, 2));
    drawOutline(painter, glyph, square);
    painter.end();
    picture.setText(u"Description"_s, legend(values));
    return picture;
}

}  // namespace glyphscope
