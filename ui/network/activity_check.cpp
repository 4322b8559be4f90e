// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/activity_check.h"

#include "ui/network/mark_paint.h"
#include "ui/text/joined_text.h"

#include <algorithm>

namespace glyphscope {

void ActivityCheck::ask()
{
    m_state = ModuleNumbers::Check::Waiting;
    m_message.clear();
}

void ActivityCheck::setActivity(const std::vector<ModuleActivity>& activity)
{
    m_activity = activity;
    m_message.clear();
    m_old = false;
    m_state = ModuleNumbers::Check::Done;
}

void ActivityCheck::setFailed(const QString& message)
{
    m_message = message;
    m_state = m_activity.empty() ? ModuleNumbers::Check::NotAsked : ModuleNumbers::Check::Done;
}

bool ActivityCheck::outdate()
{
    const bool news = !m_old && !m_activity.empty();
    m_old = m_old || news;
    return news;
}

const ModuleActivity* ActivityCheck::activityOf(const std::string& module) const
{
    const auto found = std::ranges::find(m_activity, module, &ModuleActivity::module);
    return found == m_activity.end() ? nullptr : &*found;
}

std::vector<MapMark> ActivityCheck::marks(const std::string& module, const MapSheet& sheet,
                                          std::span<const ValueRange> ranges) const
{
    std::vector<MapMark> marks = marksOf(sheet, ranges);
    if (const ModuleActivity* activity = activityOf(module))
        addActivity(marks, sheet, *activity);
    return marks;
}

QString ActivityCheck::summary(const std::string& module, const MapSheet& sheet,
                               const std::vector<MapMark>& marks) const
{
    const ModuleActivity* activity = activityOf(module);
    const QString summary = marksSummary(marks, sheet.vector, activity != nullptr ? activity->images : 0);
    return activity != nullptr && m_old ? sentences({summary, tr("That was with earlier weights.")})
                                        : summary;
}

}  // namespace glyphscope
