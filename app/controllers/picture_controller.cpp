// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/picture_controller.h"

#include "app/session/recognition_session.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/crop_frame.h"
#include "ui/canvas/picture_bar.h"
#include "ui/widgets/notice_bar.h"

namespace glyphscope {

PictureController::PictureController(const Parts& parts) : m_parts(parts)
{
    connect(&m_parts.canvas, &Canvas::drawingChanged, this, &PictureController::showPicture);
    connect(&m_parts.recognition, &RecognitionSession::normalized, this, [this](const Stages& stages) {
        m_parts.bar.setSteps(stages.picture);
        if (stages.picture)
            m_parts.crop.setCrop(stages.picture->crop);
    });
    connect(&m_parts.bar, &PictureBar::optionsChanged, &m_parts.canvas, &Canvas::setPictureOptions);
    connect(&m_parts.bar, &PictureBar::croppingChanged, this, &PictureController::crop);
    connect(&m_parts.crop, &CropFrame::left, this, [this] { m_parts.bar.setCropping(false); });
    connect(&m_parts.crop, &CropFrame::cropChanged, this, [this](const PictureCrop& crop) {
        if (const auto& picture = m_parts.canvas.drawing().picture) {
            PictureOptions options = picture->options;
            options.crop = crop;
            m_parts.canvas.setPictureOptions(options);
        }
    });
}

void PictureController::showPicture()
{
    const std::optional<Picture>& picture = m_parts.canvas.drawing().picture;
    m_parts.bar.setPicture(picture);
    m_parts.crop.setPicture(picture);
    if (!picture)
        m_parts.bar.setCropping(false);
    const bool cutOff = picture && picture->cutOff;
    if (cutOff && !m_cutOff)
        m_parts.notices.warning(
            tr("The file of this picture is cut off: only the part that is there is read. "
               "Save or fetch it again."));
    m_cutOff = cutOff;
}

void PictureController::crop(bool cropping)
{
    m_parts.crop.setVisible(cropping);
    if (!cropping)
        m_parts.canvas.setFocus(Qt::OtherFocusReason);
}

}  // namespace glyphscope
