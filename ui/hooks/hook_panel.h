// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/channel_effect.h"
#include "model/types/hook_spec.h"
#include "model/types/network_description.h"
#include "model/types/prediction.h"
#include "ui/hooks/hook_places.h"
#include "ui/hooks/hook_table_model.h"
#include "ui/widgets/panel.h"

#include <QtCore/QStringList>

#include <memory>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QStackedWidget;

namespace glyphscope {

class HookLogPage;
class HooksPage;
class WhatIfPage;

/// The user's hooks on the network: a list to add to, order and switch, what they do to the answer, a log of
/// their calls, and what each channel of a module is good for. It runs nothing itself.
class HookPanel : public Panel {
    Q_OBJECT

public:
    enum class Page { Hooks, Log, WhatIf };

    explicit HookPanel(QWidget* parent = nullptr);

    /// In the order in which hooks of one kind run. Ids are the panel's and only ever rise; `prepend` is
    /// always false, the place in the list says it. A patch always has its donor.
    [[nodiscard]] const std::vector<HookSpec>& hooks() const;
    [[nodiscard]] Page page() const;
    void showPage(Page page);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// The network in use, whose modules hooks can be put on. Until it is told, those of the newest reading.
    void setNetwork(const glyphscope::NetworkSpec& network);
    void setModules(const glyphscope::NetworkDescription& network);
    void setClassNames(const QStringList& names);  ///< empty: the classes' numbers
    /// Other hooks, as at the start. Not signalled back; equal ones change nothing.
    void setHooks(const std::vector<glyphscope::HookSpec>& specs);
    /// The newest answer, with the records of the hooks that it ran through.
    void setReading(const std::shared_ptr<const glyphscope::Reading>& reading);
    /// How hooks fared elsewhere; the calls of all sources are added up.
    void setRecords(const std::vector<glyphscope::HookRecord>& records,
                    glyphscope::HookSource source = glyphscope::HookSource::Training);
    /// What its hooks cost the training; said until they change.
    void setTrainingCost(const glyphscope::HookCost& cost);
    void appendEvents(const std::vector<glyphscope::HookEvent>& events);
    void setSweepRunning(bool running);
    void setSweep(const glyphscope::ChannelSweep& sweep);
    void setSweepFailed(const QString& message);
    /// As the user would: signalled back, and it can be undone. The hooks stay in the list.
    void turnOff(const std::vector<std::uint64_t>& ids);
    void showHook(std::uint64_t id);  ///< the list, and this hook chosen in it

Q_SIGNALS:
    /// At once on every change, while a slider is dragged too: the newest is the one to take.
    void hooksChanged(const std::vector<glyphscope::HookSpec>& specs);
    void sweepRequested(const QString& module);
    void logWanted(bool wanted);  ///< true only while the log can be seen and is not paused
    void saveLogRequested(const QString& csvText);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildTabs();
    QBoxLayout* buildBody();
    void hideCost();
    void arrange();
    void setPlaces(std::vector<HookPlace> places);
    void addFromSweep(const HookSpec& spec);

    std::vector<HookPlace> m_places;
    bool m_described = false;  // not by a reading

    QBoxLayout* m_layout = nullptr;
    QBoxLayout* m_tabRow = nullptr;
    QButtonGroup* m_tabs = nullptr;
    QStackedWidget* m_pages = nullptr;
    HooksPage* m_hooks = nullptr;
    HookLogPage* m_log = nullptr;
    WhatIfPage* m_whatIf = nullptr;
    QLabel* m_cost = nullptr;
};

}  // namespace glyphscope
