// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"

#include <QtWidgets/QWidget>

namespace glyphscope {

/// One character as large as the type scale goes, or a pen while there is none. It takes the same room for
/// every digit, so that nothing jumps when the answer changes.
class BigDigit : public QWidget {
    Q_OBJECT

public:
    enum class Tone { Sure, Unsure, Neutral, Bad };

    explicit BigDigit(QWidget* parent = nullptr);
    [[nodiscard]] static Tone toneOf(Verdict verdict);

    void setDigit(const QString& text, Tone tone);
    void setScale(double scale);  ///< of the type scale's size
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Tone tone() const { return m_tone; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone = Tone::Neutral;
    double m_scale = 1;
};

}  // namespace glyphscope
