// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace glyphscope {

/// What stands where there is nothing to show yet: an icon and a sentence that says what to do.
class EmptyNote : public QWidget {
    Q_OBJECT

public:
    EmptyNote(const QString& iconName, const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override { return {280, 160}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 96}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const QString m_icon;
    const QString m_text;
};

}  // namespace glyphscope
