// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

namespace glyphscope {

/// Running numbers under their captions, each in a place of its own, so that nothing jumps; on as many lines
/// as the width asks for.
class NumberLine : public QWidget {
    Q_OBJECT

public:
    explicit NumberLine(const QStringList& captions, QWidget* parent = nullptr);

    /// One text a caption; a dash stands for an empty one.
    void setValues(const QStringList& values);
    [[nodiscard]] QStringList values() const { return m_values; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int narrowest() const;  // of a place
    [[nodiscard]] int placesInALine(int width) const;

    QStringList m_captions;
    QStringList m_values;
};

}  // namespace glyphscope
