// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPlainTextEdit>

namespace glyphscope {

/// A note of a few lines, told when it is left or another one is put in its place.
class NoteEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit NoteEdit(QWidget* parent = nullptr);

    void setNote(const QString& note);
    /// Tells what has not been told yet.
    void save();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {100, sizeHint().height()}; }

Q_SIGNALS:
    void edited(const QString& note);

protected:
    void focusOutEvent(QFocusEvent* event) override;
};

}  // namespace glyphscope
