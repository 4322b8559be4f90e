// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/channel_effect.h"
#include "model/types/prediction.h"
#include "model/types/state_dict.h"
#include "model/types/unit_explanation.h"
#include "ui/network/module_numbers.h"
#include "ui/network/module_steps.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/sheet_scales.h"

#include <memory>
#include <optional>

class QBoxLayout;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace glyphscope {

class ColourLegend;
class ExplanationView;
class MapGrid;
class ModuleBar;
class VectorBars;

/// One module of the network, large: its output, its input or its weights as maps, their statistics, and how
/// any one value came about. Nothing is made ready while nobody sees it; the newest values are kept.
class ModuleView : public Panel {
    Q_OBJECT

public:
    explicit ModuleView(QWidget* parent = nullptr);

    [[nodiscard]] QString module() const { return QString::fromStdString(m_module); }
    /// The unit whose explanation is wanted with every new reading; none where none is chosen.
    [[nodiscard]] const std::optional<UnitAddress>& unit() const { return m_unit; }

public Q_SLOTS:
    void setReading(const glyphscope::Reading& reading);
    void clear();  ///< there is no drawing; module, unit and choices stay
    void setWeights(std::shared_ptr<const glyphscope::StateDict> weights);
    void setModule(const QString& name);
    void setClassNames(const QStringList& names);  ///< empty: their numbers
    /// Taken only if it is that of unit().
    void setHooks(const std::vector<glyphscope::HookSpec>& hooks);  ///< those of the user
    void setExplanation(const glyphscope::UnitExplanation& explanation);
    /// The answer to activityRequested(), or why there is none.
    void setActivity(const std::vector<glyphscope::ModuleActivity>& activity);
    void setActivityFailed(const QString& message);

Q_SIGNALS:
    void moduleChosen(const QString& name);  ///< by the user
    void unitChosen(const glyphscope::UnitAddress& unit);
    void unitCleared();
    void activityRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void refresh() override;

private:
    // module_view_layout.cpp
    QWidget* buildZoom();
    QWidget* buildMaps();
    QWidget* buildSide();
    void connectParts();
    void arrange();

    void refreshBar();
    void showMaps(MapSheet sheet);
    void showBars(const MapSheet& sheet);
    void showMarks(const MapSheet& sheet, std::span<const ValueRange> ranges);
    void showNumbers(const MapSheet& sheet);
    void showLegend(std::span<const ColourScale> scales);
    void showEmpty();
    void showReadOut();
    void showExplanationTitle();

    void openModule(const QString& name);
    void chooseSide();
    void choose(int index);
    void chooseTerm(int term);
    void clearChoice();
    void takeUnit(const UnitAddress& unit);
    void findSelection();  // of the unit in what is shown now
    void requestActivity();

    [[nodiscard]] MapSheet currentSheet() const;
    [[nodiscard]] std::size_t shownStep() const;  // 0 for weights and for the network's input
    [[nodiscard]] std::optional<FilterBanks> banks() const;
    [[nodiscard]] ScaleRanges rangesOfScales(std::span<const ValueRange> maps) const;
    [[nodiscard]] const ModuleActivity* activityOfShown() const;
    [[nodiscard]] QString valueAt(int index) const;

    ModuleSteps m_steps;
    std::shared_ptr<const StateDict> m_weights;
    std::string m_module;
    QStringList m_names;
    std::vector<ModuleActivity> m_activity;
    QString m_activityMessage;
    ModuleNumbers::Check m_check = ModuleNumbers::Check::NotAsked;
    bool m_activityOld = false;  // the weights have changed since
    std::optional<UnitAddress> m_unit;
    std::optional<int> m_index;  // selected in what is shown
    int m_map = -1;
    int m_hovered = -1;

    ModuleBar* m_bar = nullptr;
    QSplitter* m_splitter = nullptr;
    QBoxLayout* m_side = nullptr;
    QLabel* m_seen = nullptr;
    QLabel* m_kind = nullptr;
    QWidget* m_zoom = nullptr;
    QStackedWidget* m_pages = nullptr;
    QWidget* m_empty = nullptr;
    MapGrid* m_maps = nullptr;
    VectorBars* m_bars = nullptr;
    QLabel* m_readOut = nullptr;
    ColourLegend* m_legend = nullptr;
    ModuleNumbers* m_numbers = nullptr;
    QLabel* m_unitTitle = nullptr;
    QToolButton* m_unitClose = nullptr;
    ExplanationView* m_explanation = nullptr;
};

}  // namespace glyphscope
