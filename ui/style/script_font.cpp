// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/script_font.h"

#include <QtCore/QLocale>
#include <QtCore/QStringList>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

/// The best of those that are installed; empty: there is none.
QString simplifiedChinese()
{
    const QStringList installed = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    const QStringList wanted{u"Noto Sans CJK SC"_s,    u"Noto Sans SC"_s,     u"Source Han Sans SC"_s,
                             u"Source Han Sans CN"_s,  u"PingFang SC"_s,      u"Microsoft YaHei"_s,
                             u"WenQuanYi Micro Hei"_s, u"WenQuanYi Zen Hei"_s};
    const auto best = std::ranges::find_if(
        wanted, [&installed](const QString& family) { return installed.contains(family); });
    return best != wanted.end() ? *best : installed.value(0);
}

}  // namespace

bool useFontFor(const QString& language)
{
    QFont font = QApplication::font();
    QStringList families{font.families().value(0, font.family())};
    const bool chinese = QLocale(language).language() == QLocale::Chinese;
    if (chinese)
        families += simplifiedChinese();
    const bool found = !families.removeAll(QString());
    font.setFamilies(families);
    QApplication::setFont(font);
    return found;
}

}  // namespace glyphscope
