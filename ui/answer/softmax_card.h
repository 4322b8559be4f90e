// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/answer/softmax_share.h"

#include <QtWidgets/QFrame>

class QLabel;

namespace glyphscope {

/// Where the percentage of one class comes from: its logit, and softmax of it against the others, with the
/// real numbers. Leads on to the pixels that it rests on.
class SoftmaxCard : public QFrame {
    Q_OBJECT

public:
    explicit SoftmaxCard(QWidget* parent = nullptr);

    /// `probability` is the one that the answer gives, `evidence` a sentence to begin with, or none.
    void setShare(const SoftmaxShare& share, const QString& className, float probability,
                  const QString& evidence);
    void setScale(double scale);  ///< of its words, against the type scale
    [[nodiscard]] const SoftmaxShare& share() const { return m_share; }

Q_SIGNALS:
    void closed();
    void pixelsRequested();  ///< which ones speak for the class

private:
    SoftmaxShare m_share;
    QLabel* m_title;
    QLabel* m_evidence;
    QLabel* m_logit;
    QLabel* m_power;
    QLabel* m_division;
};

}  // namespace glyphscope
