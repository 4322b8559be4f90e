// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/channel_effect.h"
#include "model/types/prediction.h"
#include "model/types/state_dict.h"
#include "model/types/unit_explanation.h"
#include "ui/network/activity_check.h"
#include "ui/network/module_content.h"
#include "ui/widgets/panel.h"

#include <memory>
#include <optional>

class QBoxLayout;
class QSplitter;

namespace glyphscope {

class HookBadge;
class SheetView;
class UnitView;

/// One module of the network, large: its output, its input or its weights as maps, their statistics, and how
/// any one value came about. Nothing is made ready while nobody sees it; the newest values are kept.
class ModuleView : public Panel {
    Q_OBJECT

public:
    explicit ModuleView(QWidget* parent = nullptr);

    [[nodiscard]] QString module() const { return QString::fromStdString(m_content.module()); }
    /// The unit whose explanation is wanted with every new reading; none where none is chosen.
    [[nodiscard]] const std::optional<UnitAddress>& unit() const;

public Q_SLOTS:
    void setReading(const glyphscope::Reading& reading);
    void clear();  ///< there is no drawing; module, unit and choices stay
    void setWeights(std::shared_ptr<const glyphscope::StateDict> weights);
    void setModule(const QString& name);
    void setClassNames(const QStringList& names);                   ///< empty: their numbers
    void setHooks(const std::vector<glyphscope::HookSpec>& hooks);  ///< those of the user
    /// Taken only if it is that of unit().
    void setExplanation(const glyphscope::UnitExplanation& explanation);
    /// The answer to activityRequested(), or why there is none.
    void setActivity(const std::vector<glyphscope::ModuleActivity>& activity);
    void setActivityFailed(const QString& message);

Q_SIGNALS:
    void moduleChosen(const QString& name);  ///< by the user
    void unitChosen(const glyphscope::UnitAddress& unit);
    void unitCleared();
    void activityRequested();
    void hooksOffRequested(const std::vector<std::uint64_t>& hooks);
    void hookShowRequested(std::uint64_t hook);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void refresh() override;

private:
    void buildParts();
    void connectParts();
    void arrange();

    void refreshBar();
    void showHooks();
    void showMaps(MapSheet sheet);
    void showNumbers(const MapSheet& sheet);
    void showEmpty();
    void showReadOut();

    void openModule(const QString& name);
    void chooseSide();
    void choose(int index);
    void chooseInput(const UnitAddress& unit);
    void clearChoice();
    void takeUnit(const UnitAddress& unit);
    void findSelection();  // of the unit in what is shown now
    void requestActivity();

    ModuleContent m_content;
    ActivityCheck m_activity;
    std::vector<HookSpec> m_hooks;
    std::optional<Prediction> m_withoutHooks;
    ModuleBar* m_bar = nullptr;
    HookBadge* m_badge = nullptr;
    QSplitter* m_splitter = nullptr;
    QBoxLayout* m_side = nullptr;
    SheetView* m_sheet = nullptr;
    ModuleNumbers* m_numbers = nullptr;
    QWidget* m_numbersCard = nullptr;
    UnitView* m_unit = nullptr;
};

}  // namespace glyphscope
