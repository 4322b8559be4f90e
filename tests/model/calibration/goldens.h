// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <cmath>
#include <cstdint>
#include <vector>

namespace glyphscope::test {

/// A line of golden/calibration.txt, which golden/calibration.py writes; empty if there is none.
inline std::vector<double> golden(const QByteArray& name)
{
    QFile file(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/tests/model/calibration/golden/calibration.txt"));
    std::vector<double> values;
    if (!file.open(QIODevice::ReadOnly))
        return values;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (!line.startsWith(name + ' '))
            continue;
        for (const QByteArray& number : line.mid(name.size() + 1).split(','))
            values.push_back(number.toDouble());
    }
    return values;
}

inline std::vector<float> goldenFloats(const QByteArray& name)
{
    std::vector<float> floats;
    for (const double value : golden(name))
        floats.push_back(static_cast<float>(value));
    return floats;
}

inline std::vector<std::uint8_t> goldenBytes(const QByteArray& name)
{
    std::vector<std::uint8_t> bytes;
    for (const double value : golden(name))
        bytes.push_back(static_cast<std::uint8_t>(value));
    return bytes;
}

/// Whether two numbers are as near as `tolerance`.
inline bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

}  // namespace glyphscope::test
