// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QToolButton;
class QVBoxLayout;

namespace glyphscope {

/// Controls under a heading that folds them away.
class Section : public QWidget {
    Q_OBJECT

public:
    /// `key` names it where open sections are remembered, and is the tail of its heading's object name.
    Section(const QString& key, const QString& title, QWidget* parent);

    void add(QWidget* content);
    [[nodiscard]] QString key() const { return m_key; }
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);

private:
    const QString m_key;
    QToolButton* m_heading;
    QWidget* m_content;
    QVBoxLayout* m_inside;
};

}  // namespace glyphscope
