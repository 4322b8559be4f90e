// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

namespace glyphscope {

/// Greets whoever starts the program for the first time, in the lower edge of the sheet to draw on,
/// where that is large enough.
class WelcomeCard : public QFrame {
    Q_OBJECT

public:
    explicit WelcomeCard(QWidget* sheet);

    void setWanted(bool wanted);  ///< false until told

Q_SIGNALS:
    void lessonsRequested();
    void dismissed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    bool m_wanted = false;
};

}  // namespace glyphscope
