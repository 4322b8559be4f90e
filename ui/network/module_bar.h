// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/network/module_steps.h"
#include "ui/widgets/sheet_scales.h"

#include <QtWidgets/QWidget>

class QButtonGroup;
class QComboBox;
class QSpinBox;

namespace glyphscope {

/// The choices above an opened module: which one, which of its values, in which colours, how near.
class ModuleBar : public QWidget {
    Q_OBJECT

public:
    struct Item {
        QString name;
        QString shape;
        friend bool operator==(const Item&, const Item&) = default;
    };

    explicit ModuleBar(QWidget* parent = nullptr);

    void setModules(const std::vector<Item>& modules);
    void setModule(const QString& name);
    /// What can be chosen of the module: `banks` are none where it has no weights.
    void setPossible(bool values, const std::optional<FilterBanks>& banks, bool classes);
    void setSide(ModuleSide side);
    void setBank(int bank);
    void setColouring(bool scaled, bool diverging);  ///< bars have no scale; a diverging one has its own map

    [[nodiscard]] ModuleSide side() const { return m_side; }
    [[nodiscard]] int bank() const;
    [[nodiscard]] ScaleScope scope() const;
    [[nodiscard]] Colours colours() const;

Q_SIGNALS:
    void moduleChosen(const QString& name);  ///< by the user
    void sideChosen();
    void changed();  ///< bank, scale or colours

private:
    void buildSides();
    void buildColours();

    std::vector<Item> m_items;
    ModuleSide m_side = ModuleSide::Output;
    QComboBox* m_modules = nullptr;
    QButtonGroup* m_sides = nullptr;
    QSpinBox* m_bank = nullptr;
    QComboBox* m_scope = nullptr;
    QComboBox* m_colours = nullptr;
};

}  // namespace glyphscope
