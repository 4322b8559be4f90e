// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <cstdint>

class QLabel;
class QLineEdit;
class QToolButton;

namespace glyphscope {

/// The seed of a run: any 64-bit number, or a new one from the dice.
class SeedField : public QWidget {
    Q_OBJECT

public:
    explicit SeedField(QWidget* parent = nullptr);

    [[nodiscard]] std::uint64_t seed() const { return m_seed; }
    void setSeed(std::uint64_t seed);  ///< quiet
    void setLocked(const QString& reason);
    void setCaptionWidth(int width);

    /// Six digits by chance: enough to tell runs apart, and to be read out.
    [[nodiscard]] static std::uint64_t newSeed();

Q_SIGNALS:
    void seedChanged(std::uint64_t seed);

private:
    void choose(std::uint64_t seed);
    void read();

    std::uint64_t m_seed = 0;
    QLabel* m_caption;
    QLineEdit* m_field;
    QToolButton* m_dice;
};

}  // namespace glyphscope
