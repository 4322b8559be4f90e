// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/labelled_drawing.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <cstddef>
#include <string>
#include <vector>

class QImage;

namespace glyphscope {

class Canvas;
class DrawingPager;
class FileDialogs;
class NoticeBar;
class TaskSession;

/// The drawing as a document: opened, saved, copied, pasted, and paged through where a file holds several.
/// Lives on the GUI thread; the disk is left to a session.
class DocumentController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Canvas& canvas;
        DrawingPager& pager;
        NoticeBar& notices;
        FileDialogs& dialogs;
        TaskSession& disk;
    };

    explicit DocumentController(const Parts& parts);

    void askToOpen();
    void askWhereToSave();
    void copy();
    void paste();
    void showPrevious() { turnTo(m_index - 1); }
    void showNext() { turnTo(m_index + 1); }

    /// Opens the first of `paths`, whatever it is.
    void openFiles(const QStringList& paths);
    void openImage(const QString& name, const QImage& image);
    /// One of a data set, which is read as it is.
    void openDataImage(const QString& name, const Glyph& image, const QString& dataSet, const QString& truth);

Q_SIGNALS:
    void weightsOpened(const QString& path);  ///< a file that was opened holds weights
    void networkOpened(const QString& path);  ///< it is the description of a network
    /// Several drawings of one file, some of them labelled, which are shown.
    void labelledInkOpened(const QString& path);
    void dataSetOpened(const QString& folder);  ///< it is part of a set of IDX files

private:
    void openDrawings(const QString& path);
    void saveTo(const QString& path);
    void show(const QString& file, std::vector<LabelledDrawing> drawings);
    void turnTo(std::size_t index);
    void leaveFile();

    const Parts m_parts;
    QString m_file;  // that is paged through
    std::vector<LabelledDrawing> m_drawings;
    std::size_t m_index = 0;
    bool m_turning = false;  // the canvas changes because a page was turned, not because of the user's pen
};

}  // namespace glyphscope
