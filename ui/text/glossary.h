// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <initializer_list>

namespace glyphscope {

/// The words of the field that the window uses, in the order of the English alphabet.
enum class GlossaryTerm {
    Accuracy,
    Activation,
    Attribution,
    Batch,
    Calibration,
    Channel,
    Class,
    ConfusionMatrix,
    Convolution,
    Epoch,
    FeatureMap,
    Filter,
    Flatten,
    FullyConnected,
    Gradient,
    GradientNorm,
    Hook,
    LearningRate,
    Logit,
    Loss,
    MaxPooling,
    Module,
    Momentum,
    Padding,
    Parameter,
    ReceptiveField,
    ReLU,
    Saliency,
    Softmax,
    Stride,
    Tensor,
    TestSet,
    ValidationSet,
    WeightDecay,
    Weights,
};

struct GlossaryEntry {
    QString term;
    QString meaning;  ///< one sentence
};

/// All of them in the user's language, sorted as that language sorts.
[[nodiscard]] QList<GlossaryEntry> glossary();

/// What a term means, in one sentence.
[[nodiscard]] QString meaningOf(GlossaryTerm term);

/// A tooltip, and under it what the words in it mean.
[[nodiscard]] QString withMeaning(const QString& tip, std::initializer_list<GlossaryTerm> terms);

/// For a tooltip: "Logit: The score of a class before softmax; the highest one is the answer."
[[nodiscard]] QString explained(GlossaryTerm term);

}  // namespace glyphscope
