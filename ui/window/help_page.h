// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QFrame>

class QAction;
class QVBoxLayout;

namespace glyphscope {

/// The list of keys, or the words about the program, laid over the canvas until Escape, a click or its
/// button.
class HelpPage : public QFrame {
    Q_OBJECT

public:
    explicit HelpPage(QWidget* parent);

    void showShortcuts(const QList<QAction*>& actions);
    void showAbout();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;  // follows the parent's size
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void begin(const QString& title);
    void present();

    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
};

}  // namespace glyphscope
