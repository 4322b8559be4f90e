// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/glyph_image.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"

namespace glyphscope {

QImage glyphImage(const Glyph& glyph)
{
    QImage image(glyph.data(), kGlyphSide, kGlyphSide, kGlyphSide, QImage::Format_Indexed8);
    QList<QRgb> colours;
    for (int i = 0; i < 256; ++i)
        colours.append(blend(theme().paper, theme().ink, i / 255.0).rgb());
    image.setColorTable(colours);
    return image.convertToFormat(QImage::Format_RGB32);
}

}  // namespace glyphscope
