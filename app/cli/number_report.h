// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numbers/number_truth.h"
#include "model/types/number_reading.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <map>
#include <string>

namespace glyphscope {

/// Adds "number", "parts" and "lines" to what predictionJson() says of the first part. With several parts the
/// verdict is "number" and the fields of one answer say nothing. A line tells its own number, its box, and
/// the first and the count of its parts; "number" has a line feed between two lines.
void addNumber(const NumberReading& reading, QJsonObject& object);

/// "a.png: 42  4 (98.2 %), 2 (99.1 %)", once a line; `item` as in predictionText(). For several parts.
[[nodiscard]] QStringList numberTexts(const QString& file, int item, const NumberReading& reading);

/// Numbers that were read, against their truth.
struct NumberTruth {
    std::size_t count = 0;  ///< of drawings, also those without a truth to judge them by
    NumberScores all = {};
    std::map<std::size_t, NumberScores> byLength = {};
    std::map<std::string, NumberScores> byContributor = {};  ///< what stands before the '/' of an id

    void add(const std::string& truth, const std::string& id, const std::string& answer);
};

/// "n", "strings" (that were judged), "string_accuracy", "digits" (of their truth), "digit_accuracy", and the
/// same but n in "by_length" and "by_contributor".
[[nodiscard]] QJsonObject numberTruthJson(const NumberTruth& truth);
[[nodiscard]] QString numberTruthText(const NumberTruth& truth);

}  // namespace glyphscope
