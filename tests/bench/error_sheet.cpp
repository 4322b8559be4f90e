// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/error_sheet.h"

#include <QtGui/QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kColumns = 12;
constexpr int kScale = 3;
constexpr int kSide = kGlyphSide * kScale;
constexpr int kText = 30;
constexpr int kGap = 8;

QImage pictureOf(const Glyph& glyph)
{
    QImage image(kGlyphSide, kGlyphSide, QImage::Format_Grayscale8);
    for (int y = 0; y < kGlyphSide; ++y)
        std::transform(glyph.begin() + y * kGlyphSide, glyph.begin() + (y + 1) * kGlyphSide,
                       image.scanLine(y), [](std::uint8_t ink) { return static_cast<uchar>(255 - ink); });
    return image.scaled(kSide, kSide);
}

}  // namespace

QImage errorSheet(const std::vector<MisreadGlyph>& errors)
{
    const int rows = std::max(1, (static_cast<int>(errors.size()) + kColumns - 1) / kColumns);
    QImage sheet(kColumns * (kSide + kGap) + kGap, rows * (kSide + kText + kGap) + kGap,
                 QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    QFont font = painter.font();
    font.setPixelSize(11);
    painter.setFont(font);
    for (std::size_t i = 0; i < errors.size(); ++i) {
        const MisreadGlyph& error = errors[i];
        const int x = kGap + static_cast<int>(i) % kColumns * (kSide + kGap);
        const int y = kGap + static_cast<int>(i) / kColumns * (kSide + kText + kGap);
        painter.drawImage(x, y, pictureOf(error.glyph));
        painter.setPen(Qt::lightGray);
        painter.drawRect(x, y, kSide - 1, kSide - 1);
        painter.setPen(Qt::black);
        const QString read = u"%1 read as %2"_s.arg(error.truth).arg(error.answer);
        const QString sure = u"%1 %  %2"_s.arg(100 * error.confidence, 0, 'f', 0)
                                 .arg(QString::fromStdString(error.id.substr(0, 3)));
        painter.drawText(QRect(x, y + kSide, kSide, kText), Qt::AlignLeft | Qt::AlignTop,
                         read + u'\n' + sure);
    }
    return sheet;
}

}  // namespace glyphscope
