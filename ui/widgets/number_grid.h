// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

namespace glyphscope {

/// Numbers under their captions, each in a place of its own, in as many columns as there is room for.
class NumberGrid : public QWidget {
    Q_OBJECT

public:
    explicit NumberGrid(const QStringList& captions, QWidget* parent = nullptr);

    /// One text a caption; a dash stands for an empty one.
    void setValues(const QStringList& values);
    [[nodiscard]] QStringList values() const { return m_values; }

    /// So many columns of equal rows as fit: 8 places that fit 5 abreast are two rows of 4. Pure.
    [[nodiscard]] static int columnsFor(int places, double width, double placeWidth);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] double placeWidth() const;
    [[nodiscard]] double rowHeight() const;

    const QStringList m_captions;
    QStringList m_values;
};

}  // namespace glyphscope
