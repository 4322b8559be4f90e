// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPlainTextEdit>

namespace glyphscope {

/// A few lines of code to read and to copy, wrapped, and always as high as they are.
class CodeView : public QPlainTextEdit {
    Q_OBJECT

public:
    CodeView(const QString& name, const QString& title, QWidget* parent);

    void setCode(const QString& code);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();
};

}  // namespace glyphscope
