// SPDX-License-Identifier: GPL-3.0-or-later
// How a HooksPage is put together.
#include "ui/hooks/effect_strip.h"
#include "ui/hooks/hook_actions.h"
#include "ui/hooks/hook_form.h"
#include "ui/hooks/hook_form_card.h"
#include "ui/hooks/hook_notice.h"
#include "ui/hooks/hook_table.h"
#include "ui/hooks/hook_tools.h"
#include "ui/hooks/hooks_page.h"
#include "ui/hooks/no_hooks_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/parts.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {
constexpr int kLeastWidth = 264;
constexpr int kRoomForLongTitle = 270;
constexpr int kLeastList = 64;  // height

/// Takes the room that form and effect leave. Its words wrap, but ask for no height of their own.
class ListColumn : public QWidget {
public:
    using QWidget::QWidget;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
};

}  // namespace

HooksPage::HooksPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"hooks.page"_s);
    m_model = new HookTableModel(this);
    m_listColumn = buildList();
    m_formCard = new HookFormCard(this);
    m_form = m_formCard->form();
    buildEffect();
    m_grid.emplace(this, HooksGrid::Parts{m_listColumn, m_formCard, m_effectCard});
    connectParts();
    fillPresets();
    showBook(0);
    arrange();
}

QWidget* HooksPage::buildList()
{
    auto* listColumn = new ListColumn(this);
    auto* list = new QVBoxLayout(listColumn);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(metrics::kUnit);
    m_tools = new HookTools(listColumn);
    list->addWidget(m_tools);
    QFrame* listCard = makeCard(listColumn);
    auto* inside = new QVBoxLayout(listCard);
    inside->setContentsMargins(metrics::kUnit, metrics::kUnit, metrics::kUnit, metrics::kUnit);
    m_stack = new QStackedWidget(listCard);
    m_empty = new NoHooksPage(m_stack);
    m_stack->addWidget(m_empty);
    m_table = new HookTable(m_model, m_stack);
    m_stack->addWidget(m_table);
    m_stack->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);  // it takes what the rest leaves
    m_stack->setMinimumHeight(kLeastList);
    inside->addWidget(m_stack);
    list->addWidget(listCard, 1);
    m_notice = new HookNotice(listColumn);
    list->addWidget(m_notice);
    return listColumn;
}

void HooksPage::buildEffect()
{
    m_effectCard = makeCard(this);
    auto* effect = new QVBoxLayout(m_effectCard);
    effect->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    m_effect = new EffectStrip(tr("Without hooks: %1"), tr("With hooks: %1"), m_effectCard);
    m_effect->setObjectName(u"hooks.effect"_s);
    m_effect->setAccessibleName(tr("What the hooks do to the answer"));
    m_effect->setEmptyText(tr("Write a digit to see what the hooks do to the answer."));
    effect->addWidget(m_effect);
}

void HooksPage::fillPresets()
{
    const std::vector<HookPreset> presets = hookPresets(m_places);
    m_tools->setPresets(presets);
    m_empty->setPresets(presets);
}

void HooksPage::connectParts()
{
    connect(m_tools, &HookTools::addWanted, this, &HooksPage::startAdding);
    connect(m_tools, &HookTools::presetChosen, this, &HooksPage::addHook);
    connect(m_tools, &HookTools::keepDonorWanted, this, &HooksPage::keepDonor);
    connect(m_tools, &HookTools::duplicateWanted, this, &HooksPage::duplicateSelected);
    connect(m_tools, &HookTools::removeWanted, this, &HooksPage::removeSelected);
    connect(m_tools, &HookTools::undoWanted, this, &HooksPage::undo);
    connect(m_tools, &HookTools::redoWanted, this, &HooksPage::redo);
    connect(m_empty, &NoHooksPage::addWanted, this, &HooksPage::startAdding);
    connect(m_empty, &NoHooksPage::presetChosen, this, &HooksPage::addHook);
    connect(m_notice, &HookNotice::undoWanted, this, &HooksPage::undo);
    connect(m_formCard, &HookFormCard::grown, this, &HooksPage::fitForm);
    connect(m_model, &HookTableModel::changeWanted, this, &HooksPage::replaceHook);
    connect(m_table, &HookTable::removeWanted, this, &HooksPage::removeSelected);
    connect(m_table, &HookTable::duplicateWanted, this, &HooksPage::duplicateSelected);
    connect(m_table, &HookTable::toggleWanted, this, &HooksPage::toggleSelected);
    connect(m_table, &HookTable::moveWanted, this, &HooksPage::moveHook);
    connect(m_table, &HookTable::chosen, this, [this] {
        m_adding = m_adding && m_table->selectedRows().empty();
        showForm();
    });
    connect(m_form, &HookForm::edited, this, &HooksPage::editFromForm);
    connect(m_form, &HookForm::grabbed, this, [this] { m_document.seal(); });
    connect(m_form, &HookForm::addWanted, this, &HooksPage::addFromForm);
    connect(m_form, &HookForm::closed, this, &HooksPage::closeForm);
    connect(m_form, &HookForm::keepDonorWanted, this, &HooksPage::keepDonor);
}

QSize HooksPage::minimumSizeHint() const
{
    return {kLeastWidth, m_grid && m_grid->shape() == HooksGrid::Shape::OneColumn ? 216 : 150};
}

void HooksPage::arrange()
{
    if (m_grid->arrange(size()))
        updateGeometry();
    fitForm();
}

void HooksPage::fitForm()
{
    const HooksGrid::Shape now = HooksGrid::shapeFor(size());
    m_formCard->fit(now != HooksGrid::Shape::OneColumn && height() < kRoomForLongTitle);
    // In a low dock, list and form need the room more than the bars do.
    int needed = m_tools->addButton()->sizeHint().height() + kLeastList + EffectStrip::heightWithBars() +
                 7 * metrics::kGap;
    if (HooksGrid::stacks(now) && !m_formCard->isHidden())
        needed += m_formCard->formHeight();
    m_effect->setWordsOnly(now != HooksGrid::Shape::ThreeColumns && height() < needed);
    m_grid->letEffectGrow(!m_effect->wordsOnly());
}

}  // namespace glyphscope
