// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_tools.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

QToolButton* tool(const QString& name, const QString& iconName, const QString& words, const QString& tip,
                  QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(u"hooks."_s + name);
    button->setIcon(icon(iconName));
    button->setIconSize({16, 16});
    button->setAccessibleName(words);
    button->setToolTip(tip);
    return button;
}

}  // namespace

HookTools::HookTools(QWidget* parent)
    : QWidget(parent)
    , m_add(new QPushButton(tr("Add"), this))
    , m_presets(nullptr)
    , m_duplicate(tool(u"duplicate"_s, u"copy"_s, tr("Duplicate"), tr("Duplicate the chosen hook"), this))
    , m_remove(tool(u"remove"_s, u"clear"_s, tr("Remove"), tr("Remove the chosen hooks (Del)"), this))
    , m_undo(tool(u"undo"_s, u"undo"_s, tr("Undo"), {}, this))
    , m_redo(tool(u"redo"_s, u"redo"_s, tr("Redo"), {}, this))
{
    m_add->setObjectName(u"hooks.add"_s);
    m_add->setToolTip(tr("Add a hook: choose its kind, its module and what it does"));
    auto* presets = new QToolButton(this);
    presets->setObjectName(u"hooks.presets"_s);
    presets->setText(tr("Presets"));
    presets->setToolTip(tr("Ready-made hooks to try"));
    presets->setPopupMode(QToolButton::InstantPopup);
    m_presets = new QMenu(presets);
    m_presets->setObjectName(u"hooks.presetsMenu"_s);
    presets->setMenu(m_presets);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_add);
    row->addSpacing(metrics::kUnit);
    row->addWidget(presets);
    row->addStretch(1);
    for (QToolButton* button : {m_duplicate, m_remove, m_undo, m_redo})
        row->addWidget(button);
    setTabOrder(m_add, presets);
    setTabOrder(presets, m_duplicate);
    connect(m_add, &QPushButton::clicked, this, &HookTools::addWanted);
    connect(m_duplicate, &QToolButton::clicked, this, &HookTools::duplicateWanted);
    connect(m_remove, &QToolButton::clicked, this, &HookTools::removeWanted);
    connect(m_undo, &QToolButton::clicked, this, &HookTools::undoWanted);
    connect(m_redo, &QToolButton::clicked, this, &HookTools::redoWanted);
}

void HookTools::setPresets(const std::vector<HookPreset>& presets)
{
    m_presets->clear();
    for (const HookPreset& preset : presets)
        m_presets->addAction(preset.text, this, [this, spec = preset.spec] { Q_EMIT presetChosen(spec); });
    m_presets->addSeparator();
    m_presets->addAction(tr("Keep this drawing as donor"), this, &HookTools::keepDonorWanted)
        ->setObjectName(u"hooks.keepDonorAction"_s);
}

void HookTools::setSelection(bool one, bool any)
{
    m_duplicate->setEnabled(one);
    m_remove->setEnabled(any);
}

void HookTools::setHistory(const QString& undo, const QString& redo)
{
    m_undo->setEnabled(!undo.isEmpty());
    m_undo->setToolTip(undo.isEmpty() ? tr("Nothing to undo") : tr("Undo: %1 (Ctrl+Z)").arg(undo));
    m_redo->setEnabled(!redo.isEmpty());
    m_redo->setToolTip(redo.isEmpty() ? tr("Nothing to redo") : tr("Redo: %1 (Ctrl+Shift+Z)").arg(redo));
}

}  // namespace glyphscope
