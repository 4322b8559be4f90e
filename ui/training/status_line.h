// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace glyphscope {

/// How a training goes or how it ended, in words behind an icon. Not there where there is nothing to say.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    enum class Tone { Muted, Good, Caution, Bad };

    explicit StatusLine(QWidget* parent = nullptr);

    void setStatus(Tone tone, const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateIcon();

    Tone m_tone = Tone::Muted;
    QLabel* m_icon;
    QLabel* m_text;
};

}  // namespace glyphscope
