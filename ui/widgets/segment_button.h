// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QtWidgets/QToolButton>

namespace glyphscope {

/// A button of a row that belongs together.
[[nodiscard]] inline QToolButton* segmentButton(const QString& objectName, const QString& text,
                                                const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setText(text);
    button->setToolTip(tip);
    button->setProperty("segment", true);
    button->setMinimumHeight(metrics::kControlHeight);
    return button;
}

}  // namespace glyphscope
