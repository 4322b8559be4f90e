// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"
#include "model/types/picture_steps.h"

#include <QtWidgets/QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QSlider;
class QToolButton;
class QVBoxLayout;

namespace glyphscope {

class PictureThumbnail;

/// What was taken as paper, shadow, lines and ink in the picture on the canvas, each with what to do when it
/// went wrong. Hidden without a picture.
class PictureBar : public QWidget {
    Q_OBJECT

public:
    explicit PictureBar(QWidget* parent = nullptr);

public Q_SLOTS:
    /// The picture on the canvas, whose options are shown.
    void setPicture(const std::optional<glyphscope::Picture>& picture);
    /// What was found in it; null: nothing yet.
    void setSteps(const std::shared_ptr<const glyphscope::PictureSteps>& steps);
    void setCropping(bool cropping);  ///< quiet

Q_SIGNALS:
    void optionsChanged(const glyphscope::PictureOptions& options);  ///< by the user
    void croppingChanged(bool cropping);                             ///< by the user

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QVBoxLayout* addColumn(PictureThumbnail* thumbnail);
    void buildPaper();
    void buildInk();
    [[nodiscard]] QCheckBox* makeSwitch(const QString& name, const QString& text, const QString& tip);
    void change(void (*set)(PictureOptions& options, const PictureBar& bar));
    void showOptions();
    void showSteps();

    PictureOptions m_options;
    std::shared_ptr<const PictureSteps> m_steps;
    PictureThumbnail* m_paper;
    PictureThumbnail* m_shadow;
    PictureThumbnail* m_rules;
    PictureThumbnail* m_ink;
    QComboBox* m_ground = nullptr;
    QToolButton* m_crop = nullptr;
    QToolButton* m_reset = nullptr;
    QCheckBox* m_evenOut = nullptr;
    QCheckBox* m_takeOut = nullptr;
    QCheckBox* m_ownThreshold = nullptr;
    QSlider* m_threshold = nullptr;
};

}  // namespace glyphscope
