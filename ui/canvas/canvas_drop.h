// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>

class QImage;
class QMimeData;
class QWidget;

namespace glyphscope {

/// What is dragged onto the canvas: files and pictures. Says whether something that fits is over it.
class CanvasDrop : public QObject {
    Q_OBJECT

public:
    explicit CanvasDrop(QWidget* canvas);

    [[nodiscard]] bool isActive() const { return m_active; }

Q_SIGNALS:
    void activeChanged();
    void filesDropped(const QStringList& paths);
    void imageDropped(const QImage& image);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setActive(bool active);
    bool take(const QMimeData& data);

    bool m_active = false;
};

}  // namespace glyphscope
