// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"

#include <QtCore/QMetaType>

#include <functional>

/// What a row of a test does to the options.
using Change = std::function<void(glyphscope::TrainOptions&)>;
Q_DECLARE_METATYPE(Change)
