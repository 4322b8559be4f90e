// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/channel_effect.h"
#include "ui/network/map_sheet.h"
#include "ui/network/module_numbers.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

#include <span>
#include <string>
#include <vector>

namespace glyphscope {

/// The look at many test images: whether it was asked for, what it told about the modules, and whether that
/// still holds. Adds it to what is remarkable about the maps of one drawing.
class ActivityCheck {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::ActivityCheck)

public:
    void ask();
    void setActivity(const std::vector<ModuleActivity>& activity);
    void setFailed(const QString& message);  ///< what was known before stays
    /// There are other weights. True if that makes what is known old.
    bool outdate();

    [[nodiscard]] ModuleNumbers::Check state() const { return m_state; }
    [[nodiscard]] const QString& message() const { return m_message; }  ///< why the last look failed

    /// Of the maps of a module's values.
    [[nodiscard]] std::vector<MapMark> marks(const std::string& module, const MapSheet& sheet,
                                             std::span<const ValueRange> ranges) const;
    /// The same in words.
    [[nodiscard]] QString summary(const std::string& module, const MapSheet& sheet,
                                  const std::vector<MapMark>& marks) const;

private:
    [[nodiscard]] const ModuleActivity* activityOf(const std::string& module) const;

    std::vector<ModuleActivity> m_activity;
    QString m_message;
    ModuleNumbers::Check m_state = ModuleNumbers::Check::NotAsked;
    bool m_old = false;  // the weights have changed since
};

}  // namespace glyphscope
