// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/reliability.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace glyphscope {

class ReliabilityDiagram;

/// Whether the network is as often right as it is sure: the diagram, and what it comes to in words.
class ReliabilityPage : public QWidget {
    Q_OBJECT

public:
    explicit ReliabilityPage(QWidget* parent = nullptr);
    ~ReliabilityPage() override;

    void setReliability(const Reliability& reliability);
    [[nodiscard]] bool known() const { return !m_reliability.bins.empty(); }

private:
    void showBin();

    Reliability m_reliability;
    QLabel* m_calibration;
    QLabel* m_refused;
    ReliabilityDiagram* m_diagram;
    QLabel* m_bin;
};

}  // namespace glyphscope
