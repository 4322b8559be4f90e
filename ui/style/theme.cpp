// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include "ui/style/contrast.h"
#include "ui/style/style_sheet.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QFontInfo>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPalette>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyleFactory>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

Theme lightTheme()
{
    return {.dark = false,
            .window = QColor(0xF1F2F7),
            .surface = QColor(0xFFFFFF),
            .raised = QColor(0xF5F6FA),
            .border = QColor(0xDCDFE9),
            .text = QColor(0x1A1D2B),
            .mutedText = QColor(0x5A6178),
            .accent = QColor(0x3D4CC9),
            .accentText = QColor(0xFFFFFF),
            .accentSoft = QColor(0xE5E8FB),
            .good = QColor(0x1B7544),
            .caution = QColor(0x935600),
            .bad = QColor(0xB3261E),
            .paper = QColor(0xFFFFFF),
            .ink = QColor(0x1B2150),
            .guide = QColor(0xDFE3F1),
            .second = QColor(0xC25700)};
}

Theme darkTheme()
{
    return {.dark = true,
            .window = QColor(0x11131A),
            .surface = QColor(0x1A1D27),
            .raised = QColor(0x242835),
            .border = QColor(0x313647),
            .text = QColor(0xE7E9F2),
            .mutedText = QColor(0xA1A8BC),
            .accent = QColor(0x93A2FF),
            .accentText = QColor(0x10142B),
            .accentSoft = QColor(0x2B325C),
            .good = QColor(0x66CC90),
            .caution = QColor(0xF0B45C),
            .bad = QColor(0xFF8D84),
            .paper = QColor(0x1F2330),
            .ink = QColor(0xEDEFFA),
            .guide = QColor(0x343A50),
            .second = QColor(0xF2A45C)};
}

Theme& current()
{
    static Theme colours = lightTheme();
    return colours;
}

QPalette paletteOf(const Theme& t)
{
    QPalette palette(t.text, t.raised, blend(t.raised, t.surface, 0.5), t.border, t.mutedText, t.text,
                     t.accentText, t.surface, t.window);
    palette.setColor(QPalette::AlternateBase, t.raised);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.accentText);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::PlaceholderText, t.mutedText);
    palette.setColor(QPalette::ToolTipBase, t.raised);
    palette.setColor(QPalette::ToolTipText, t.text);
    const QColor disabled = blend(t.surface, t.mutedText, 0.6);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

// Without a desktop's setting Qt falls back to whatever font it meets first; a proportional one reads better.
void ensureReadableFont()
{
    QFont chosen = QApplication::font();
    if (!QFontInfo(chosen).fixedPitch() && QFontInfo(chosen).family() == chosen.family())
        return;
    const QStringList installed = QFontDatabase::families();
    for (const QString& family :
         {u"Inter"_s, u"Noto Sans"_s, u"Cantarell"_s, u"Ubuntu"_s, u"DejaVu Sans"_s}) {
        if (!installed.contains(family))
            continue;
        chosen.setFamilies(QStringList{family} + chosen.families().mid(1));
        QApplication::setFont(chosen);
        return;
    }
}

double scaleOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Display:
        return 7.0;
    case TextStyle::Title:
        return 1.4;
    case TextStyle::Heading:
        return 1.08;
    case TextStyle::Caption:
        return 0.9;
    case TextStyle::Body:
    case TextStyle::Number:
        break;
    }
    return 1.0;
}

}  // namespace

const Theme& theme()
{
    return current();
}

Theme themeOf(bool dark)
{
    return dark ? darkTheme() : lightTheme();
}

QFont font(TextStyle style)
{
    QFont result = QApplication::font();
    const double scale = scaleOf(style);
    if (result.pointSizeF() > 0)
        result.setPointSizeF(result.pointSizeF() * scale);
    else
        result.setPixelSize(qRound(result.pixelSize() * scale));
    if (style == TextStyle::Display || style == TextStyle::Title || style == TextStyle::Heading)
        result.setWeight(QFont::DemiBold);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    if (style == TextStyle::Number)
        result.setFeature("tnum", 1);  // digits of one width, so that a running number does not dance
#endif
    return result;
}

double lineHeight(const QFont& used)
{
    double height = QFontMetricsF(used).height();
    for (const QString& family : used.families().mid(1)) {
        QFont other = used;
        other.setFamilies({family});
        height = std::max(height, QFontMetricsF(other).height());
    }
    return std::ceil(height);
}

double lineHeight(TextStyle style)
{
    return lineHeight(font(style));
}

void applyTheme(QApplication& application, bool dark)
{
    current() = themeOf(dark);
    if (!application.property("glyphscopeStyled").toBool()) {
        application.setProperty("glyphscopeStyled", true);
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
        ensureReadableFont();
    }
    QApplication::setPalette(paletteOf(current()));
    application.setStyleSheet(styleSheet(current()));
}

}  // namespace glyphscope
