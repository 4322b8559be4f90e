// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cmath>

namespace glyphscope::test {

/// The points of drawing `i` of class `k`: a curve of the class' own, each drawing a little other than the
/// one before.
inline QList<std::pair<int, int>> pointsOf(int k, int i)
{
    QList<std::pair<int, int>> points;
    const double turns = 0.4 + 0.45 * (k % 5);
    const double phase = 1.3 * k;
    for (int step = 0; step <= 30; ++step) {
        const double t = step / 30.0;
        const double radius = k % 2 == 0 ? 40 : 8 + 40 * t;
        const double angle = phase + 6.28 * turns * t + 0.02 * i;
        points.append({static_cast<int>(60 + (radius + i % 5) * std::cos(angle)),
                       static_cast<int>(60 + (radius - i % 3) * std::sin(angle) + (k % 3) * 20 * t)});
    }
    return points;
}

/// A drawing in InkML; without a truth where `label` is null.
inline QByteArray letterGroup(const QString& label, int k, int i)
{
    QByteArray trace;
    for (const auto& [x, y] : pointsOf(k, i))
        trace += (trace.isEmpty() ? "" : ", ") + QByteArray::number(x) + ' ' + QByteArray::number(y);
    const QByteArray truth =
        label.isNull() ? QByteArray()
                       : "<annotation type=\"truth\">" + label.toHtmlEscaped().toUtf8() + "</annotation>";
    return "<traceGroup>" + truth + "<trace>" + trace + "</trace></traceGroup>";
}

/// `each` drawings of every label, a shape each.
inline QByteArray letterGroups(const QStringList& labels, int each)
{
    QByteArray groups;
    for (int i = 0; i < each; ++i)
        for (int k = 0; k < labels.size(); ++k)
            groups += letterGroup(labels[k], k, i);
    return groups;
}

inline QByteArray letterInk(const QByteArray& groups)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ink xmlns=\"http://www.w3.org/2003/InkML\">" + groups +
           "</ink>";
}

/// The same drawings as a file of UNIPEN, Y upwards.
inline QByteArray letterUnipen(const QStringList& labels, int each)
{
    QByteArray segments;
    QByteArray pen;
    int component = 0;
    for (int i = 0; i < each; ++i)
        for (int k = 0; k < labels.size(); ++k) {
            segments += ".SEGMENT CHARACTER " + QByteArray::number(component++) + " OK \"" +
                        labels[k].toUtf8() + "\"\n";
            pen += ".PEN_DOWN\n";
            for (const auto& [x, y] : pointsOf(k, i))
                pen += QByteArray::number(x) + ' ' + QByteArray::number(-y) + '\n';
            pen += ".PEN_UP\n";
        }
    return ".VERSION 1.0\n.COORD X Y\n.HIERARCHY CHARACTER\n" + segments + pen;
}

}  // namespace glyphscope::test
