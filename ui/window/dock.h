// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDockWidget>

namespace glyphscope {

/// A panel at the window's edge: a heading with small buttons over the content.
class Dock : public QDockWidget {
    Q_OBJECT

public:
    /// Whether the content is laid on a card or brings its own, and whether it scrolls where it has too
    /// little room. A padded card scrolls too, and is for content that is painted to its very edges.
    enum class Ground { Plain, Scrolled, ScrolledCard, PaddedCard };

    /// `name` is the object name, by which layouts remember it.
    Dock(const QString& title, const QString& name, QWidget* content, Ground ground, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void moveOntoScreen();  ///< detached, it is put where it was, which may reach beyond
};

}  // namespace glyphscope
