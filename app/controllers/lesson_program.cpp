// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/lesson_program.h"

#include "app/session/engine_session.h"
#include "app/session/task_session.h"
#include "model/engine/engine.h"
#include "model/spec/presets.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <random>

namespace glyphscope {

Glyph randomGlyph(std::uint32_t seed)
{
    std::mt19937 random(seed);
    Glyph glyph{};
    std::ranges::generate(glyph, [&random] { return static_cast<std::uint8_t>(random() % 256); });
    return glyph;
}

std::string printedTensor(const std::vector<float>& values)
{
    constexpr std::size_t kColumns = 80;
    const std::string indent(std::string("tensor([[").size(), ' ');
    std::vector<std::string> numbers;
    std::size_t width = 0;
    for (const float value : values) {
        std::array<char, 64> text{};
        (void)std::snprintf(text.data(), text.size(), "%.4f", static_cast<double>(value));
        numbers.emplace_back(text.data());
        width = std::max(width, numbers.back().size());
    }
    const std::size_t perLine = std::max<std::size_t>(1, (kColumns + 1 - indent.size()) / (width + 2));
    std::string printed = "tensor([[";
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0)
            printed += i % perLine == 0 ? ",\n" + indent : ", ";
        printed += std::string(width - numbers[i].size(), ' ') + numbers[i];
    }
    return printed + "]])";
}

void LessonProgram::run(const std::string& preset, const Glyph& input)
{
    const std::shared_ptr<Engine> engine = m_engine.engine();
    if (!engine)
        return;
    const Preset* named = presetNamed(preset);
    const NetworkSpec network =
        named == nullptr ? shippedNetwork() : named->make(static_cast<int>(shippedNetwork().classes.size()));
    m_compute.run([this, engine, network, input]() -> std::function<void()> {
        const auto reader = engine->recognizer(engine->freshWeights(network, 0), "cpu");
        const std::string text = printedTensor(reader->predict(input).logits);
        return [this, text] { Q_EMIT printed(QString::fromStdString(text)); };
    });
}

}  // namespace glyphscope
