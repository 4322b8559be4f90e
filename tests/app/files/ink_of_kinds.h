// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/inkml.h"
#include "model/types/error.h"
#include "model/types/labelled_drawing.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>
#include <vector>

namespace glyphscope::test {

/// Two strokes by formula, neither of which is the same when it is mirrored or turned: whole numbers.
inline std::vector<std::vector<Point>> unevenStrokes()
{
    std::vector<std::vector<Point>> strokes(2);
    for (int i = 0; i < 12; ++i)
        strokes[0].push_back({std::round(10 + 40 * std::sin(0.4 * i)), 5.0 * i});
    for (int i = 0; i < 7; ++i)
        strokes[1].push_back({12.0 * i, std::round(70 + 9 * std::cos(0.9 * i))});
    return strokes;
}

/// The points as the text of a trace; `written` gives the numbers of one.
inline QByteArray traceText(const std::vector<Point>& points,
                            const std::function<std::vector<double>(Point)>& written)
{
    QByteArray text;
    for (const Point& point : points) {
        text += text.isEmpty() ? "" : ", ";
        for (const double number : written(point))
            text += QByteArray::number(number, 'g', 15) + ' ';
    }
    return text;
}

/// The same points with first and then second differences, as Microsoft's programs write them.
inline QByteArray differenceText(const std::vector<Point>& points)
{
    QByteArray text;
    Point last;
    Point velocity;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point step{points[i].x - last.x, points[i].y - last.y};
        const auto pair = [&text](const char* prefix, double x, double y) {
            text += prefix + QByteArray::number(x) + prefix + QByteArray::number(y);
        };
        if (i == 0)
            text += QByteArray::number(points[i].x) + ' ' + QByteArray::number(points[i].y);
        else if (i < 3)
            pair("'", step.x, step.y);
        else
            pair("\"", step.x - velocity.x, step.y - velocity.y);
        text += i + 1 < points.size() ? "," : "";
        last = points[i];
        velocity = step;
    }
    return text;
}

inline QByteArray inkmlOf(const QByteArray& inside)
{
    return "<ink xmlns=\"http://www.w3.org/2003/InkML\">" + inside + "</ink>";
}

/// What two drawings have in common whatever their place and size: every point within the box of all, from 0
/// to 1 along its longer side.
inline std::vector<std::vector<Point>> shapeOf(const Drawing& drawing)
{
    Point low{INFINITY, INFINITY};
    Point high{-INFINITY, -INFINITY};
    std::vector<std::vector<Point>> shape;
    for (const Stroke& stroke : drawing.strokes)
        for (const Point& p : stroke.points) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
    const double side = std::max(high.x - low.x, high.y - low.y);
    for (const Stroke& stroke : drawing.strokes) {
        shape.emplace_back();
        for (const Point& p : stroke.points)
            shape.back().push_back({(p.x - low.x) / side, (p.y - low.y) / side});
    }
    return shape;
}

inline Drawing drawingOfStrokes(const std::vector<std::vector<Point>>& strokes)
{
    Drawing drawing;
    for (const std::vector<Point>& points : strokes)
        drawing.strokes.push_back({points, 1.0});
    return drawing;
}

/// Whether two shapes are the same but for rounding.
inline bool isSameShape(const Drawing& a, const Drawing& b)
{
    const auto one = shapeOf(a);
    const auto other = shapeOf(b);
    if (one.size() != other.size())
        return false;
    for (std::size_t i = 0; i < one.size(); ++i) {
        if (one[i].size() != other[i].size())
            return false;
        for (std::size_t k = 0; k < one[i].size(); ++k)
            if (std::abs(one[i][k].x - other[i][k].x) > 1e-9 || std::abs(one[i][k].y - other[i][k].y) > 1e-9)
                return false;
    }
    return true;
}

/// Why InkML is refused.
inline QString messageOfInk(const QByteArray& bytes)
{
    try {
        std::ignore = readInkml(bytes, QStringLiteral("file.inkml"));
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return QStringLiteral("was read");
}

}  // namespace glyphscope::test
