// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

namespace glyphscope {

/// What a NumberGrid is laid out for.
struct NumberGridLook {
    QString widestValue;     ///< that every place has room for
    double widestPlace;      ///< farther apart, numbers no longer read as one line
    int usualColumns;        ///< that it likes to have; 0: one line
    int leastColumns;        ///< that it is never too narrow for
    bool reservesItsHeight;  ///< also where nobody asks for the height that a width wants, as in a splitter
    [[nodiscard]] static NumberGridLook statistics();  ///< numbers of any size, in a block
    [[nodiscard]] static NumberGridLook running();     ///< numbers that run while something trains, in a line
};

/// Numbers under their captions, each in a place of its own, in as many columns as there is room for.
class NumberGrid : public QWidget {
    Q_OBJECT

public:
    NumberGrid(const QStringList& captions, const NumberGridLook& look, QWidget* parent = nullptr);

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
    [[nodiscard]] int columnsIn(int width) const;
    [[nodiscard]] int usualWidth() const;

    const QStringList m_captions;
    const NumberGridLook m_look;
    QStringList m_values;
};

}  // namespace glyphscope
