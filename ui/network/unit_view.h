// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"
#include "model/types/unit_explanation.h"

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace glyphscope {

class ExplanationView;
class ModuleContent;
struct HookSpec;

/// The one value that was chosen, and how it came about: its name, a button that lets go of it, and its
/// explanation, from whose numbers the way leads on to those that went in.
class UnitView : public QWidget {
    Q_OBJECT

public:
    /// `content` names the modules and their places; it outlives the view.
    explicit UnitView(const ModuleContent& content, QWidget* parent = nullptr);

    [[nodiscard]] const std::optional<UnitAddress>& unit() const { return m_unit; }
    void setUnit(const UnitAddress& unit);  ///< the last explanation stays until the unit's own comes
    void clearUnit();

    void setExplanation(const UnitExplanation& explanation);  ///< taken only if it is that of unit()
    void clearDrawing();                                      ///< there is no drawing; the unit stays
    void setGlyph(const Glyph& glyph);
    void setClassNames(const QStringList& names);
    void setHooks(const std::vector<HookSpec>& hooks);

Q_SIGNALS:
    void closed();                                          ///< by the user: the unit is no longer wanted
    void inputChosen(const glyphscope::UnitAddress& unit);  ///< one of the values that went in

private:
    void chooseTerm(int term);
    void showTitle();

    const ModuleContent& m_content;
    std::optional<UnitAddress> m_unit;
    QLabel* m_title;
    QToolButton* m_close;
    ExplanationView* m_explanation;
};

}  // namespace glyphscope
