// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <functional>

class QFileDialog;
class QObject;
class QWidget;

namespace glyphscope {

/// Asks for files, over one window, without waiting for the answer: a dialog lives until it is answered. The
/// answer goes to `asker` if that is still there. Lives on the GUI thread.
class FileDialogs {
public:
    using Answer = std::function<void(const QString& path)>;

    explicit FileDialogs(QWidget& window) : m_window(window) {}

    void openFile(const QObject& asker, const QString& title, const QStringList& filters, Answer answer);
    void openFiles(const QObject& asker, const QString& title, const QStringList& filters,
                   std::function<void(const QStringList& paths)> answer);
    void chooseFolder(const QObject& asker, const QString& title, Answer answer);
    /// A name without a suffix gets that of the chosen filter, at first of the one at `chosen`.
    void saveFile(const QObject& asker, const QString& title, const QStringList& filters, Answer answer,
                  qsizetype chosen = 0);

private:
    [[nodiscard]] QFileDialog& dialog(const QString& title) const;

    QWidget& m_window;
};

}  // namespace glyphscope
