// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace glyphscope {

class AnswerPanel;
class Canvas;
class NoticeBar;
class RecognitionSession;
class StageStrip;
class WeightsController;

/// Reads what is drawn, stroke by stroke, and shows the stages and the answer. Lives on the GUI thread.
class RecognitionController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Canvas& canvas;
        StageStrip& stages;
        AnswerPanel& answer;
        NoticeBar& notices;
        RecognitionSession& recognition;
        WeightsController& weights;
    };

    explicit RecognitionController(const Parts& parts);
};

}  // namespace glyphscope
