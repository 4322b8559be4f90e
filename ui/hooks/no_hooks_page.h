// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/hooks/hook_actions.h"

#include <QtWidgets/QWidget>

#include <vector>

class QPushButton;

namespace glyphscope {

/// What stands in the place of an empty list of hooks: what a hook is, and the presets as buttons where there
/// is room for all of them.
class NoHooksPage : public QWidget {
    Q_OBJECT

public:
    explicit NoHooksPage(QWidget* parent = nullptr);

    void setPresets(const std::vector<HookPreset>& presets);
    void setAddable(bool addable);  ///< a hook is not being added already

Q_SIGNALS:
    void addWanted();
    void presetChosen(const glyphscope::HookSpec& spec);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QPushButton* m_add;
    QWidget* m_tries;
};

}  // namespace glyphscope
