// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/labelled_drawing.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <memory>
#include <vector>

namespace glyphscope {

class EngineSession;
class FileDialogs;
class NoticeBar;
class SamplesPanel;
class TaskSession;
class WeightsController;
struct SheetReading;

/// Samples written on paper: prints blank sheets, and reads photographed ones, which the user corrects before
/// they are kept. Lives on the GUI thread.
class SheetController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        SamplesPanel& samples;
        NoticeBar& notices;
        FileDialogs& dialogs;
        EngineSession& engine;
        TaskSession& disk;
        TaskSession& compute;
        WeightsController& weights;
    };

    explicit SheetController(const Parts& parts);

    /// Reads the sheet in this file and asks what of it is to be kept.
    void readSheetIn(const QString& path);

Q_SIGNALS:
    void kept(const std::vector<glyphscope::LabelledDrawing>& drawings);

private:
    void importSheet();
    void saveBlank(bool letter);
    void ask(const std::shared_ptr<const SheetReading>& sheet);

    const Parts m_parts;
};

}  // namespace glyphscope
