// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace glyphscope {

class Canvas;
class CropFrame;
class NoticeBar;
class PictureBar;
class RecognitionSession;

/// How ink is looked for in the picture on the canvas: shows what was found, and changes it as the user says,
/// each change one to undo. Tells of a picture whose file was cut off. Lives on the GUI thread.
class PictureController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Canvas& canvas;
        PictureBar& bar;
        CropFrame& crop;
        NoticeBar& notices;
        RecognitionSession& recognition;
    };

    explicit PictureController(const Parts& parts);

private:
    void showPicture();
    void crop(bool cropping);

    const Parts m_parts;
    bool m_cutOff = false;  // of the picture on the canvas: told once
};

}  // namespace glyphscope
