// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/network/explanation_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

namespace glyphscope {

struct ExplanationTr {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::ExplanationText)
};

/// With all digits of single precision.
[[nodiscard]] QString exactText(double value);

[[nodiscard]] QString moduleText(const std::string& module);  ///< "the picture" of the network's input
[[nodiscard]] QString inputName(const UnitExplanation& explanation);

/// Rules and numbers of values that come of one other, and of norms.
void describeActivation(const UnitExplanation& explanation, ExplanationText& text);
void describeNorm(const UnitExplanation& explanation, ExplanationText& text);
void describeFlatten(const UnitExplanation& explanation, ExplanationText& text);
void describeCopy(const UnitExplanation& explanation, ExplanationText& text);
void describeSum(const UnitExplanation& explanation, ExplanationText& text);

/// Products added up, and the bias where there is one.
void addSum(const UnitExplanation& explanation, ExplanationText& text);
/// Tables of the strongest terms. `classNames` are those of the probabilities.
void describeLinear(const UnitExplanation& explanation, ExplanationText& text);
void describeSoftmax(const UnitExplanation& explanation, const QStringList& classNames,
                     ExplanationText& text);

}  // namespace glyphscope
