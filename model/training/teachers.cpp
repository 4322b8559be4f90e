// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/teachers.h"

#include "model/types/answer_rule.h"
#include "model/types/class_names.h"
#include "model/types/error.h"

#include <string>

namespace glyphscope {
namespace {

void checkClasses(const std::string& file, const ClassSet& theirs, const ClassSet& classes)
{
    if (theirs.size() != classes.size())
        throw Error(GLYPHSCOPE_TEXT("Training",
                                    "The teacher %1 tells %2 classes apart, but the training data "
                                    "has %3. Choose weights that were trained on such data."),
                    file, theirs.size(), classes.size());
    for (int k = 0; k < classes.size(); ++k)
        if (theirs.name(k) != classes.name(k))
            throw Error(GLYPHSCOPE_TEXT("Training", "Class %1 of the teacher %2 is \"%3\", but \"%4\" in the "
                                                    "training data. Choose weights that were trained on such "
                                                    "data."),
                        k, file, theirs.name(k), classes.name(k));
}

}  // namespace

Teachers::Teachers(const Teaching& options, const std::vector<StateDict>& weights, const ClassSet& classes,
                   const torch::Device& device)
    : m_temperature(options.temperature)
{
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const NetworkSpec spec = specOf(weights[i]);
        checkClasses(options.files.at(i), classesOf(weights[i]), classes);
        const bool knowsNone = answerRuleOf(weights[i]).leastEvidence.has_value();
        m_teachers.push_back(Teacher{networkToLoad(spec), knowsNone});
        loadStateDict(m_teachers.back().network, weights[i]);
        m_allKnowNone = m_allKnowNone && knowsNone;
    }
    to(device);
}

torch::Tensor Teachers::targets(const torch::Tensor& images, const torch::Tensor& labels,
                                const InputSpec& input, torch::ScalarType type)
{
    const torch::NoGradGuard noGrad;
    torch::Tensor sum;
    for (Teacher& teacher : m_teachers) {
        const torch::Tensor answer = answerOf(teacher, images, input, type);
        sum = sum.defined() ? sum + answer : answer;
    }
    const torch::Tensor mean = sum / static_cast<double>(m_teachers.size());
    if (m_allKnowNone)
        return mean;
    const std::int64_t classes = mean.size(1) - 1;
    const torch::Tensor none = torch::one_hot(torch::full_like(labels, classes), classes + 1);
    return torch::where(labels.ge(classes).unsqueeze(1), none.to(mean.scalar_type()), mean);
}

torch::Tensor Teachers::answerOf(Teacher& teacher, const torch::Tensor& images, const InputSpec& input,
                                 torch::ScalarType type) const
{
    const InputSpec& theirs = teacher.network.spec().input;
    const torch::Tensor x = theirs == input ? images
                                            : images * (input.deviation / theirs.deviation) +
                                                  (input.mean - theirs.mean) / theirs.deviation;
    const torch::Tensor logits = teacher.network.forwardFused(x, type) / m_temperature;
    const double none = teacher.knowsNone ? 0.0 : -1e9;
    return torch::cat({logits, torch::full({logits.size(0), 1}, none, logits.options())}, 1).softmax(1);
}

void Teachers::to(const torch::Device& device)
{
    for (Teacher& teacher : m_teachers)
        teacher.network.to(device);
}

}  // namespace glyphscope
