// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/source_code.h"
#include "model/types/network_spec.h"
#include "ui/widgets/panel.h"

#include <QtCore/QStringList>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace glyphscope {

/// The edited network as source code: PyTorch's, LibTorch's, or what print(model) shows. The lines of the
/// chosen module are marked.
class CodePanel : public Panel {
    Q_OBJECT

public:
    explicit CodePanel(QWidget* parent = nullptr);

    [[nodiscard]] CodeLanguage language() const;
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override { return {340, 480}; }

public Q_SLOTS:
    void setNetwork(const glyphscope::NetworkSpec& network);
    void setModule(const QString& path);  ///< empty: none is chosen

Q_SIGNALS:
    void moduleChosen(const QString& path);  ///< a line of it was clicked
    /// `filter` is for a file dialog: "Python (*.py)".
    void saveRequested(const QString& text, const QString& filter);
    void pasteRequested();

protected:
    void refresh() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QWidget* buildHead();
    void markModule(bool scrolls);
    void copyText();
    void chooseAtCursor();
    [[nodiscard]] QString filterOfLanguage() const;

    NetworkSpec m_network;
    QString m_module;
    QStringList m_lines;  // the module of each
    QComboBox* m_language;
    QToolButton* m_copy = nullptr;
    QToolButton* m_save = nullptr;
    QPlainTextEdit* m_text;
    QLabel* m_problem;
};

}  // namespace glyphscope
