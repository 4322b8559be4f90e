// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"

#include <QtCore/QObject>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace glyphscope {

class EngineSession;
class TaskSession;

/// Runs the program of the article: a network as its seed made it, untrained, and what it gives for one
/// input, as Python prints it. Lives on the GUI thread; the network is left to `compute`.
class LessonProgram : public QObject {
    Q_OBJECT

public:
    LessonProgram(EngineSession& engine, TaskSession& compute) : m_engine(engine), m_compute(compute) {}

    /// Reads `input` with the preset of that name (empty: the program's own network) and seed 0.
    void run(const std::string& preset, const Glyph& input);

Q_SIGNALS:
    void printed(const QString& text);

private:
    EngineSession& m_engine;
    TaskSession& m_compute;
};

/// torch.manual_seed(seed); torch.randint(0, 256, (28, 28)): the low byte of each number of MT19937.
[[nodiscard]] Glyph randomGlyph(std::uint32_t seed);

/// As Python prints a tensor of one row: four digits, wrapped at 80 columns.
[[nodiscard]] std::string printedTensor(const std::vector<float>& values);

}  // namespace glyphscope
