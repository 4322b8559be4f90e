// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

namespace glyphscope {

class FileDialogs;
class NoticeBar;
class TaskSession;
class WeightsController;

/// Weights from files and to files. Lives on the GUI thread; the disk is left to a session.
class WeightsFiles : public QObject {
    Q_OBJECT

public:
    struct Parts {
        NoticeBar& notices;
        FileDialogs& dialogs;
        TaskSession& disk;
        WeightsController& weights;
    };

    explicit WeightsFiles(const Parts& parts) : m_parts(parts) {}

    void askToOpen();
    void askWhereToSave();
    /// Applies those of a file, once there are weights to go back to.
    void open(const QString& path);
    /// Writes those that are shown, in the format that the suffix says.
    void save(const QString& path);

Q_SIGNALS:
    void opened(const QString& path);
    void saved(const QString& path);

private:
    const Parts m_parts;
};

}  // namespace glyphscope
