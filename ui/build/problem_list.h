// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_problem.h"

#include <QtWidgets/QScrollArea>

#include <vector>

class QVBoxLayout;

namespace glyphscope {

/// What does not fit in the network, and what is worth a warning, each in a sentence, with what came, what
/// was wanted, PyTorch's own words, and a button a repair.
class ProblemList : public QScrollArea {
    Q_OBJECT

public:
    static constexpr std::size_t kMostCards = 20;  ///< the others are counted

    explicit ProblemList(QWidget* parent);

    void setProblems(const std::vector<NetworkProblem>& problems,
                     const std::vector<NetworkProblem>& warnings);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void repairWanted(const glyphscope::NetworkSpec& network, const QString& step);
    void placeChosen(const glyphscope::SpecPlace& place);

private:
    void clear();
    void add(std::size_t index, bool isWarning);
    QWidget* repairsOf(std::size_t index, QWidget* card);

    QWidget* m_inside;
    QVBoxLayout* m_column;
    std::vector<NetworkProblem> m_problems;  // and the warnings behind them
    QString m_shown;                         // what the cards say
};

}  // namespace glyphscope
