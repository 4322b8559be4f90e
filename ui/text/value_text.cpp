// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/value_text.h"

#include <QtCore/QLocale>
#include <QtCore/QStringList>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

/// Without the plus sign and the leading zeros of the exponent, and without the zero before the point.
QString shortened(QString text)
{
    const qsizetype e = text.indexOf(u'e');
    if (e >= 0) {
        const int power = text.mid(e + 1).toInt();
        text = text.left(e) + u'e' + QString::number(power);
    }
    if (text.startsWith(u"0."_s) || text.startsWith(u"-0."_s))
        text.remove(text.indexOf(u'0'), 1);
    return text;
}

}  // namespace

QString valueText(double value, int digits)
{
    QString text = QString::number(value, 'g', digits);
    text.replace(u'-', u'\u2212');
    return text;
}

QString cellText(float value, int characters)
{
    QString best;
    for (int digits = 1; digits <= 9; ++digits) {
        const QString text = shortened(QString::number(static_cast<double>(value), 'g', digits));
        if (digits > 1 && text.size() > characters)
            continue;
        // "1e2" may be shorter than "120" and still say less: the most digits that fit win.
        best = text;
    }
    best.replace(u'-', u'\u2212');
    return best;
}

QString countText(std::int64_t count)
{
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(count));
}

QString shapeText(const std::vector<int>& shape)
{
    QStringList sides;
    for (const int side : shape)
        sides << QString::number(side);
    return sides.join(u" \u00D7 "_s);
}

}  // namespace glyphscope
