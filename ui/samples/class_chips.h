// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <array>
#include <optional>

class QGridLayout;

namespace glyphscope {

class DigitChip;

/// How many samples there are of each digit; a click shows that digit's alone, another all again. Of what
/// there is too little the number stands out.
class DigitChips : public QWidget {
    Q_OBJECT

public:
    static constexpr int kEnough = 5;  ///< of a digit, for a fine-tune that helps

    explicit DigitChips(QWidget* parent = nullptr);

    void setCounts(const std::array<int, 10>& counts);
    void setChosen(std::optional<int> digit);  ///< quiet

Q_SIGNALS:
    void chosen(std::optional<int> digit);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(int columns);

    std::array<DigitChip*, 10> m_chips{};
    QGridLayout* m_grid;
    int m_columns = 0;
};

}  // namespace glyphscope
