// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QComboBox>

namespace glyphscope {

/// A list of names that is searched by typing, for more of them than there is room for buttons.
class NamePicker : public QComboBox {
    Q_OBJECT

public:
    static constexpr qsizetype kMostButtons = 10;  ///< up to so many names, a button each is quicker

    explicit NamePicker(QWidget* parent = nullptr);

    void setNames(const QStringList& names);  ///< none is chosen then
    void choose(int index);                   ///< quiet; -1: none

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void picked(int index);  ///< by the user

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    void followTyping(const QString& text);

    int m_typed = -1;  // the name that stands in the field letter by letter, until it is picked
};

}  // namespace glyphscope
