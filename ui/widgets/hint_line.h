// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace glyphscope {

/// One quiet line that tells a newcomer what can be tried next, with an x. Hidden while there is nothing to
/// tell, and where it has no place.
class HintLine : public QWidget {
    Q_OBJECT

public:
    explicit HintLine(QWidget* parent = nullptr);

    void setHint(const QString& text);  ///< empty: none
    [[nodiscard]] QString hint() const;
    void setHere(bool here);  ///< whether hints are shown in this layout of the window; true until told

Q_SIGNALS:
    void dismissed();

private:
    void refresh();

    QLabel* m_words;
    bool m_here = true;
};

}  // namespace glyphscope
