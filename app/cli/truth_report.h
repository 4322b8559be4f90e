// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/answer_rule.h"
#include "model/types/dataset.h"
#include "model/types/reliability.h"
#include "model/types/training_progress.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// The drawings of one contributor: what stands before the first '/' of their ids.
struct Contributor {
    std::string name;
    std::int64_t count = 0;
    std::int64_t correct = 0;

    [[nodiscard]] double accuracy() const
    {
        return static_cast<double>(correct) / static_cast<double>(count);
    }
    friend bool operator==(const Contributor&, const Contributor&) = default;
};

/// What is refused as no digit. Shares are in [0, 1].
struct Refusals {
    std::optional<double> leastEvidence = {};  ///< of the weights; none: they refuse nothing
    double digits = 0;                         ///< share of the digits
    std::size_t othersCount = 0;
    double others = 0;                 ///< share of what is no digit
    std::optional<double> auroc = {};  ///< of the evidence; where there are others
};

/// How far the answers of an evaluation can be relied on.
struct TruthReport {
    std::vector<ReliabilityBin> reliability;
    double calibrationError = 0;
    std::vector<Contributor> contributors = {};  ///< by name; none where no id has one
    std::optional<Refusals> refusals = {};       ///< where the weights refuse, or there is what they should
};

/// `ids` are the drawings' ids in the order of `labels`, or nothing.
[[nodiscard]] std::vector<Contributor> contributorsOf(const std::vector<std::string>& ids,
                                                      const Evaluation& evaluation,
                                                      const std::vector<std::uint8_t>& labels);
/// `evidence` of digits, and of what is none, which may be empty.
[[nodiscard]] Refusals refusalsOf(const AnswerRule& rule, const std::vector<float>& digits,
                                  const std::vector<float>& others);

/// "ece", "reliability", "by_contributor", "digits_refused", "not_digits_refused", "auroc".
void addTruth(const TruthReport& report, QJsonObject& object);
[[nodiscard]] QString truthText(const TruthReport& report);
/// "Refused as not a digit: ..."; what a threshold does, in a sentence or two.
[[nodiscard]] QString refusalsText(const Refusals& refusals);

}  // namespace glyphscope
