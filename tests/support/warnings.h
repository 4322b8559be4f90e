// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

namespace glyphscope::test {

/// Call from init(): a Qt warning fails the running test. The offscreen platform's remarks about what it
/// does not support are no fault of ours.
inline void failOnQtWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(
        "^(?!This plugin does not support (?:propagateSizeHints|raise\\(\\)|grabbing the keyboard))")));
}

}  // namespace glyphscope::test
