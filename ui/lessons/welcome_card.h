// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

namespace glyphscope {

/// Greets whoever starts the program for the first time, in the lower edge of the sheet to draw on.
class WelcomeCard : public QFrame {
    Q_OBJECT

public:
    explicit WelcomeCard(QWidget* sheet);

Q_SIGNALS:
    void lessonsRequested();
    void dismissed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void place();
};

}  // namespace glyphscope
