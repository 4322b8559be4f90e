// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace glyphscope {

/// A frame around another widget of its window. It follows that widget, covers nothing inside it and takes no
/// events.
class Outline : public QWidget {
    Q_OBJECT

public:
    explicit Outline(QWidget* window);

    /// Null: nothing. One that is hidden gets its frame when it is seen.
    void setTarget(QWidget* target);
    [[nodiscard]] QWidget* target() const { return m_target; }
    void follow();  ///< puts the frame where the target is now

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect place() const;  // null: it is not seen

    QPointer<QWidget> m_target;
};

}  // namespace glyphscope
