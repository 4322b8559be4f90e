// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/attribution.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QSpinBox;

namespace glyphscope {

/// What can be set of a method: samples and noise, whose maps, steps, patch. Nothing is shown for the others.
class MethodOptions : public QWidget {
    Q_OBJECT

public:
    explicit MethodOptions(QWidget* parent = nullptr);

    void showFor(AttributionMethod method);

    /// Every method with what is set of it, for `target`; without Grad-CAM where no module has maps.
    [[nodiscard]] std::vector<AttributionOptions> optionsFor(const ClassTarget& target) const;

    /// As AttributionOptions has them; what is out of range is brought into it.
    void setOptions(const AttributionOptions& options);

    /// Modules whose maps Grad-CAM can take; one that is chosen stays so while it is among them.
    void setMapModules(const QStringList& names);

Q_SIGNALS:
    void changed();

private:
    QWidget* m_smooth = nullptr;
    QWidget* m_cam = nullptr;
    QWidget* m_integrated = nullptr;
    QWidget* m_occlusion = nullptr;
    QSpinBox* m_samples = nullptr;
    QSpinBox* m_noise = nullptr;  // per cent
    QSpinBox* m_steps = nullptr;
    QSpinBox* m_patch = nullptr;
    QComboBox* m_layer = nullptr;
    bool m_hasMaps = true;  // until told otherwise
};

}  // namespace glyphscope
